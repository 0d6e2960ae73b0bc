"""JSON with decimals written digit for digit, which the standard library cannot do."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any


def dumps(value: Any, *, indent: int | None = None) -> str:
    """`value` as JSON: keys in the order given, no ASCII escapes, `Decimal` as a number without exponent."""
    return "".join(_pieces(value, indent, ""))


def _pieces(value: Any, indent: int | None, margin: str) -> list[str]:
    if isinstance(value, Decimal):
        return [format(value, "f")]
    if isinstance(value, dict):
        return _nested("{", "}", [[json.dumps(str(key), ensure_ascii=False), ": ", *_pieces(item, indent, _deeper(indent, margin))] for key, item in value.items()], indent, margin)
    if isinstance(value, list | tuple):
        return _nested("[", "]", [_pieces(item, indent, _deeper(indent, margin)) for item in value], indent, margin)
    return [json.dumps(value, ensure_ascii=False)]


def _deeper(indent: int | None, margin: str) -> str:
    return margin + " " * (indent or 0)


def _nested(opening: str, closing: str, items: list[list[str]], indent: int | None, margin: str) -> list[str]:
    if not items:
        return [opening + closing]
    gap = ", " if indent is None else ",\n" + _deeper(indent, margin)
    out = [opening, "" if indent is None else "\n" + _deeper(indent, margin)]
    for number, item in enumerate(items):
        if number:
            out.append(gap)
        out.extend(item)
    out += ["" if indent is None else "\n" + margin, closing]
    return out
