"""Lines of a list that a number and a blank begin: 12 新建托育中心30处."""

from __future__ import annotations

from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Document

_NUMBERED = lazily(compiled, r"\s*0?(?P<number>\d{1,2})(?P<blank>[ \u3000\u2002\u2003\t])\s*(?=[\u4e00-\u9fff“])")
# So many lines that count on are no chance: 12 月, 13 家.
_SHORTEST = 3


def numbered_lines(document: Document) -> dict[int, int]:
    """The blocks that such a number begins, each with the offset of the blank behind it; empty where none count on from 1."""
    found: dict[int, int] = {}
    number = 0
    for index, block in enumerate(document.blocks):
        match = _NUMBERED.match(document.text, block.start, block.end) if block.grid is None else None
        if match is None or int(match["number"]) not in (1, number + 1):
            continue
        if int(match["number"]) == 1:
            found, number = (found, 0) if number >= _SHORTEST else ({}, 0)
        number += 1
        found[index] = match.start("blank")
    return found if number >= _SHORTEST else {}
