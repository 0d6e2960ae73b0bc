"""JSON with decimals written digit for digit, which the standard library cannot do."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

_plain = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: Any, *, indent: int | None = None) -> str:
    """`value` as JSON: keys in the order given, no ASCII escapes, `Decimal` as a number without exponent."""
    out: list[str] = []
    _write(value, out, indent, "" if indent is None else "\n")
    return "".join(out)


def _write(value: Any, out: list[str], indent: int | None, margin: str) -> None:
    """Add the pieces of `value` to `out`; `margin` begins a line at its depth, and is empty where all is one line."""
    if isinstance(value, str):
        out.append(_plain(value))
    elif isinstance(value, Decimal):
        out.append(format(value, "f"))
    elif isinstance(value, dict):
        _write_all("{", "}", [(f"{_plain(str(key))}: ", item) for key, item in value.items()], out, indent, margin)
    elif isinstance(value, list | tuple):
        _write_all("[", "]", [("", item) for item in value], out, indent, margin)
    else:
        out.append(_plain(value))


def _write_all(opening: str, closing: str, items: list[tuple[str, Any]], out: list[str], indent: int | None, margin: str) -> None:
    if not items:
        out.append(opening + closing)
        return
    deeper = "" if indent is None else margin + " " * indent
    gap = ", " if indent is None else "," + deeper
    before = opening + deeper
    for key, item in items:
        out.append(before + key)
        _write(item, out, indent, deeper)
        before = gap
    out.append(margin + closing)
