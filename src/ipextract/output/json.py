"""JSON with decimals written digit for digit, which the standard library cannot do."""

from __future__ import annotations

import json
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

_plain = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: Any, *, indent: int | None = None) -> str:
    """`value` as JSON: keys in the order given, no ASCII escapes, `Decimal` as a number without exponent."""
    return _Writer(indent).written(value, "" if indent is None else "\n")


class _Writer:
    """Writes one document.

    Args:
        indent: by how many blanks each depth is indented; None for all on one line.
    """

    def __init__(self, indent: int | None) -> None:
        self._step = "" if indent is None else " " * indent
        self._gap = ", " if indent is None else ","
        # The records of a kind have the same few keys.
        self._keys: dict[Any, str] = {}

    def written(self, value: Any, margin: str) -> str:
        """`value`; `margin` begins a line at its depth, and is empty where all is one line."""
        if isinstance(value, str):
            return encode_basestring(value)
        if value is None:
            return "null"
        if type(value) is int:
            return str(value)
        if isinstance(value, dict):
            if not value:
                return "{}"
            deeper = margin + self._step
            keys, written = self._keys, self.written
            items = [(keys.get(key) or self._key(key)) + written(item, deeper) for key, item in value.items()]
            return f"{{{deeper}{(self._gap + deeper).join(items)}{margin}}}"
        if isinstance(value, Decimal):
            return format(value, "f")
        if isinstance(value, list | tuple):
            if not value:
                return "[]"
            deeper = margin + self._step
            return f"[{deeper}{(self._gap + deeper).join([self.written(item, deeper) for item in value])}{margin}]"
        return _plain(value)

    def _key(self, key: Any) -> str:
        written = self._keys[key] = f"{encode_basestring(str(key))}: "
        return written
