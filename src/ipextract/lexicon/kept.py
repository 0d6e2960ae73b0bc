"""The built-in tables as they were read when the package was built: to read TOML takes longer than to read a notice.

A shortcut and nothing else: a table is taken from the store only where its file's text is still the one that
was read, so that without the store, or after a change of a file, everything is the same.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

#: Beside this module, written when the package is built.
STORE = Path(__file__).with_name("tables.json")


def read_table(text: str, name: str, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The table `name` whose TOML is `text`: the caller's own, to change as it likes.

    Args:
        text: the file's text.
        name: the file's name without its ending.
        kept: what `stored` gave.

    Raises:
        tomllib.TOMLDecodeError: the text is no TOML.
    """
    source, table = kept.get(name, (None, None))
    return table if source == text else tomllib.loads(text)


def stored() -> Mapping[str, Any]:
    """Each file's text and its table by the file's name, read anew at each call; nothing where no store was built."""
    if not STORE.is_file():
        return {}
    return json.loads(STORE.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def store(texts: Mapping[str, str]) -> Path:
    """Writes the store for `texts`, by the names of their files; returns the file written."""
    # Whole or not at all: somebody may be starting the command now.
    beside = STORE.with_suffix(".new")
    beside.write_text(json.dumps({name: (text, tomllib.loads(text)) for name, text in texts.items()}, ensure_ascii=False), encoding="utf-8")
    return beside.replace(STORE)
