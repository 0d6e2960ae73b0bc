"""How far the headings of rows are set in, told by where they stand on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ipextract.patterns import lazily
from ipextract.reading.builder import TableCell
from ipextract.reading.grid import DEEPEST_INDENT

_VALUE = lazily(re.compile, r"[-－−+]?\d[\d,. ]*[%％‰]?|[-—–－…/]+")
# Places that are so near each other, in units of the size, lie under each other.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a text reaches, counted from the left edge of its table, and its size."""

    start: float
    end: float
    size: float


def set_in(rows: Sequence[Sequence[TableCell]], extents: Sequence[Extent | None]) -> list[list[TableCell]]:
    """The rows, with wide blanks in front of headings that stand further to the right than others.

    Args:
        rows: of each row the cells that begin in it.
        extents: of each row where its heading stands; None where it has none in the first column.
    """
    heads = [extent if extent is not None and _holds_value(row) else None for row, extent in zip(rows, extents, strict=True)]
    known = [head for head in heads if head is not None]
    if len(known) < 2 or _is_centred(known):
        return [list(row) for row in rows]
    left = min(head.start for head in known)
    blanks = ["\u3000" * min(round((head.start - left) / head.size), DEEPEST_INDENT) if head is not None else "" for head in heads]
    return [[replace(row[0], text=blank + row[0].text), *row[1:]] if blank else list(row) for blank, row in zip(blanks, rows, strict=True)]


def _holds_value(row: Sequence[TableCell]) -> bool:
    return any(_VALUE.fullmatch(cell.text.strip()) for cell in row[1:])


def _is_centred(heads: Sequence[Extent]) -> bool:
    """Whether headings stand in the middle of their column: their middles lie under each other, and long ones begin before short ones."""
    near = _ALIKE * max(head.size for head in heads)
    middles = [(head.start + head.end) / 2 for head in heads]
    if max(middles) - min(middles) > near:
        return False
    ordered = sorted(heads, key=lambda head: (head.start, head.end))
    return not any(other.start - one.start < near < abs(other.end - one.end) for one, other in pairwise(ordered))
