"""The page put together: the parts of `assets` and the data in one file that allows nothing else to run."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from ipextract.models import SCHEMA_VERSION
from ipextract.output.report.data import written
from ipextract.patterns import lazily

# The pieces of the script in the order in which they stand in the page; the last one starts it.
SCRIPTS = ("words", "elements", "model", "save", "grid", "filter", "text", "claims", "checks", "record", "chart", "series", "comparison", "main")
_SLOT = lazily(re.compile, r"\{\{(\w+)\}\}")
# What could end the script element that holds the data, or break a line of a script; half of a surrogate pair
# cannot be written at all. In JSON these stand only within strings, where an escape means the same.
_UNSAFE = lazily(re.compile, "[<>&\u2028\u2029\ud800-\udfff]")


def write_page(title: str, data: Mapping[str, Any]) -> str:
    """The HTML of the page.

    Args:
        title: what the window is called; any text.
        data: what `page_data` returns.
    """
    style = _asset("report.css")
    script = '"use strict";\n' + "".join(_asset(f"{name}.js") for name in SCRIPTS)
    parts = {
        "policy": _policy(script, style),
        "version": SCHEMA_VERSION,
        "title": html.escape(title.encode("utf-8", "replace").decode("utf-8")),
        "style": style,
        "data": embed(data),
        "script": script,
    }
    # All slots in one pass: what fills one is not looked at again, so that a document cannot name another.
    return _SLOT.sub(lambda slot: parts[slot[1]], _asset("report.html"))


def embed(data: Mapping[str, Any]) -> str:
    """`data` as JSON that can stand in a script element, whatever strings it holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=written)
    return _UNSAFE.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


def _policy(script: str, style: str) -> str:
    """A Content-Security-Policy: this script and this style, known by their hashes, and nothing from anywhere."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            # Text cannot become markup even by a mistake of the page's own script.
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _asset(name: str) -> str:
    return files("ipextract.output.report").joinpath("assets", name).read_text(encoding="utf-8")
