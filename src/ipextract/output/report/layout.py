"""A document's text as the page lays it out: blocks in order, tables as cells, every span in UTF-16 code units."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from ipextract.reading.document import Block
from ipextract.reading.facts import find_facts
from ipextract.reading.layout import lay_out


class Units:
    """Offsets in code points as offsets in UTF-16 code units, in which a script counts its strings.

    Args:
        text: the text that the offsets point into.
    """

    def __init__(self, text: str) -> None:
        # A character beyond the first plane (𠮷) takes two units; in most texts there is none.
        self._wide = [place for place, char in enumerate(text) if char > "\uffff"]

    def at(self, offset: int) -> int:
        """The offset in code units."""
        return offset + bisect_left(self._wide, offset)


def lay_out_page(text: str, units: Units) -> list[list[Any]]:
    """The blocks of `text`: `[kind, start, end, level]`, a table with its rows of `[start, end]` as a fifth.

    The reader of a format knows more of its layout than its text does, but an extraction keeps the text alone; read
    as lines it shows paragraphs, headings, and the tables whose cells are parted by tabs, pipes or line ends.
    """
    out: list[list[Any]] = []
    for block in find_facts(text, lay_out(text)).blocks:
        shown = [block.kind, units.at(block.start), units.at(block.end), block.level]
        out.append([*shown, _rows(block, units)] if block.grid else shown)
    return out


def _rows(block: Block, units: Units) -> list[list[list[int]]]:
    return [[[units.at(cell.start), units.at(cell.end)] for cell in row] for row in block.grid or ()]
