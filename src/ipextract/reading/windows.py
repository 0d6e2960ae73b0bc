"""The next lines of a text that may be cells of a table copied one a line."""

from __future__ import annotations

from bisect import bisect_left

# A cell may be somewhat longer than a heading.
_LONGEST_CELL = 50


class Windows:
    """Tells of any line of a text which of the next may stand in a table with it, or in an item of a poster: 专利授权量 / 件 / 5120.

    Args:
        text: the text.
        lines: where its lines begin and end.
    """

    def __init__(self, text: str, lines: list[tuple[int, int]]) -> None:
        self._said = [index for index, (start, end) in enumerate(lines) if not text[start:end].isspace() and start < end]
        self._long = [index for index, (start, end) in enumerate(lines) if end - start > _LONGEST_CELL]

    def at(self, position: int, tallest: int) -> list[int]:
        """Of at most `tallest` lines from `position` on those that are not blank, up to the first that is longer than any cell."""
        stop, place = position + tallest, bisect_left(self._long, position)
        if place < len(self._long) and self._long[place] < stop:
            stop = self._long[place]
        return self._said[bisect_left(self._said, position) : bisect_left(self._said, stop)]
