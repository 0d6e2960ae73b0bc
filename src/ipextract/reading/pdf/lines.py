"""Glyphs to lines: what stands on one baseline, spelled with its blanks and footnote marks; columns of a page."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from ipextract.patterns import lazily
from ipextract.reading.document import Place
from ipextract.reading.pdf.glyphs import Glyph

_LATIN = lazily(re.compile, r"[0-9A-Za-z.,%&'\-]")
_LETTER = lazily(re.compile, r"[A-Za-z]")
# 163.9¹, 授权量[2]: a mark that leads to a note.
_MARK = lazily(re.compile, r"[\[(（【]?(\d{1,2})[\])）】]?")
_RAISED = {"¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9"}
_POWERS = {"2": "²", "3": "³"}
_ON_LINE = 0.25
_BLANK = 0.8
_LATIN_BLANK = 0.15
_DIGIT_BLANK = 0.25
#: The widest gap within a piece of a line, in units of the size.
SPLIT = 1.2
# A gutter between columns of text is at least so wide, and so many lines stand on both sides of it.
_GUTTER = 1.0
_FEWEST_LINES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a piece of one, in the coordinates of the upright page.

    Attributes:
        text: with the blanks that it prints, and its footnote marks as [1].
        page: the page's number.
        x0, x1: from where to where it reaches.
        y: its baseline, downwards.
        size: of most of its glyphs, in points.
        places: where its characters stand, counted from its own beginning.
        left, right: the margins of the column it stands in.
        split: whether gaps part it, as they part the columns of a table.
    """

    text: str
    page: int
    x0: float
    x1: float
    y: float
    size: float
    places: tuple[Place, ...]
    left: float = 0.0
    right: float = 0.0
    split: bool = False


def rows_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The glyphs by baseline from the top, each row from left to right; raised and lowered ones go with their line."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.y):
        if rows and glyph.y - rows[-1][0].y <= _ON_LINE * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    rows = [row for row in rows if not all(glyph.blank for glyph in row)]
    return [sorted(row, key=lambda one: (one.x0, one.number)) for row in _with_raised(rows)]


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Small glyphs a little above or below a line, right after one of its glyphs, belong to it: m², 163.9[1], CO₂."""
    out = list(rows)
    index = 0
    while index < len(out):
        small = out[index]
        size = max(glyph.size for glyph in small)
        for beside in (index + 1, index - 1):
            if not 0 <= beside < len(out):
                continue
            line = out[beside]
            large = max(glyph.size for glyph in line)
            rise = line[0].y - small[0].y
            if size < 0.8 * large and -0.35 * large < rise < 0.75 * large and all(_beside(run, line, large) for run in pieces_of(small, SPLIT)):
                out[beside] = line + small
                out.pop(index)
                index -= 1
                break
        index += 1
    return out


def _beside(run: list[Glyph], line: list[Glyph], size: float) -> bool:
    return any(abs(run[0].x0 - glyph.x1) < 0.5 * size or abs(glyph.x0 - run[-1].x1) < 0.5 * size for glyph in line if not glyph.blank)


def pieces_of(row: Sequence[Glyph], gap: float) -> list[list[Glyph]]:
    """A row cut where nothing stands over a width of `gap` times the size; blanks at the cuts are left out."""
    out: list[list[Glyph]] = []
    blanks: list[Glyph] = []
    end = 0.0
    for glyph in row:
        if glyph.blank:
            blanks.append(glyph)
            continue
        if out and glyph.x0 - end <= gap * max(glyph.size, out[-1][-1].size):
            out[-1] += [*blanks, glyph]
        else:
            out.append([glyph])
        blanks = []
        end = max(end, glyph.x1) if len(out[-1]) > 1 else glyph.x1
    return out


def size_of(glyphs: Sequence[Glyph]) -> float:
    """The size of most of the glyphs."""
    return statistics.mode(round(glyph.size, 1) for glyph in glyphs if not glyph.blank)


def spell(row: Sequence[Glyph], page: int) -> tuple[str, tuple[Place, ...]]:
    """The text of a row of glyphs, from left to right, and where each character stands."""
    writer = _Writer(page)
    size = size_of(row)
    baseline = statistics.mode(round(glyph.y, 1) for glyph in row if not glyph.blank and glyph.size > 0.8 * size)
    blank = False
    raised: list[Glyph] = []
    before: Glyph | None = None
    for glyph in row:
        if glyph.blank:
            blank = True
            continue
        if before is not None and _parts(before, glyph, size, blank=blank):
            writer.mark(raised)
            raised = []
            writer.write(" ", None)
        blank = False
        if (glyph.size < 0.8 * size and glyph.y < baseline - 0.12 * size) or glyph.text in _RAISED:
            raised.append(glyph)
        else:
            writer.mark(raised)
            raised = []
            writer.write(glyph.text, glyph.number)
        before = glyph
    writer.mark(raised)
    return "".join(writer.text), writer.places()


def _parts(before: Glyph, glyph: Glyph, size: float, *, blank: bool) -> bool:
    """Whether a blank stands between two glyphs: between words in Latin letters, or where the gap is wide.

    A word processor sets Chinese characters and digits a quarter of a character apart: 增长 2.8%; nobody typed that.
    """
    gap = glyph.x0 - before.x1
    if _LATIN.match(before.text) and _LATIN.match(glyph.text):
        return blank or gap > (_DIGIT_BLANK if before.text.isdigit() and glyph.text.isdigit() else _LATIN_BLANK) * size
    return gap > _BLANK * size


class _Writer:
    def __init__(self, page: int) -> None:
        self.text: list[str] = []
        self._page = page
        self._runs: list[list[int]] = []

    def write(self, char: str, index: int | None) -> None:
        place = len(self.text)
        self.text.append(char)
        if index is None:
            return
        if self._runs and self._runs[-1][1] == place and self._runs[-1][2] + place - self._runs[-1][0] == index:
            self._runs[-1][1] = place + 1
        else:
            self._runs.append([place, place + 1, index])

    def mark(self, raised: list[Glyph]) -> None:
        """Raised glyphs as [1], so that no number takes them for its last digits; m² is a unit."""
        if not raised:
            return
        spelled = "".join(_RAISED.get(glyph.text, glyph.text) for glyph in raised)
        found = _MARK.fullmatch(spelled)
        if self.text and _LETTER.match(self.text[-1]) and spelled in _POWERS:
            self.write(_POWERS[spelled], raised[0].number)
        elif found:
            digits = [glyph for glyph in raised if glyph.text in _RAISED or glyph.text.isdigit()]
            self.write("[", None)
            for char, glyph in zip(found.group(1), digits, strict=False):
                self.write(char, glyph.number)
            self.write("]", None)
        else:
            for glyph in raised:
                self.write(glyph.text, glyph.number)

    def places(self) -> tuple[Place, ...]:
        return tuple(Place(start, end, self._page, glyph) for start, end, glyph in self._runs)


def line_of(row: Sequence[Glyph], page: int, *, split: bool = False) -> Line:
    """The line that a row of glyphs makes; the row holds more than blanks."""
    text, places = spell(row, page)
    printed = [glyph for glyph in row if not glyph.blank]
    size = size_of(printed)
    baseline = statistics.mode(round(glyph.y, 1) for glyph in printed if glyph.size > 0.8 * size)
    return Line(text, page, printed[0].x0, max(glyph.x1 for glyph in printed), baseline, size, places, split=split)


def stretches(rows: list[list[Glyph]]) -> list[list[list[Glyph]]]:
    """The rows of a page in reading order, a list for each stretch of one column.

    Two columns are told by a gutter that many rows in succession leave free, with lines of running text on
    both sides of it; what reaches over the gutter (a title, a heading) parts the stretches.
    """
    gutter = _gutter(rows)
    if gutter is None:
        return [rows]
    out: list[list[list[Glyph]]] = []
    single: list[list[Glyph]] = []
    run: list[list[Glyph]] = []
    for row in [*rows, []]:
        if row and not _crosses(row, gutter):
            run.append(row)
            continue
        sides = [_side(run, gutter, left=left) for left in (True, False)]
        if all(_is_text(side) for side in sides):
            out += [single, *sides]
            single = []
        else:
            single += run
        run = []
        if row:
            single.append(row)
    return [stretch for stretch in [*out, single] if stretch]


def _gutter(rows: list[list[Glyph]]) -> tuple[float, float] | None:
    """The widest strip near the middle that the most rows leave free."""
    if len(rows) < _FEWEST_LINES:
        return None
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    size = statistics.median(size_of(row) for row in rows)
    half = _GUTTER * size / 2
    spans = [[(piece[0].x0, max(glyph.x1 for glyph in piece)) for piece in pieces_of(row, 0.5 * _GUTTER)] for row in rows]
    counts: list[tuple[int, float]] = []
    steps = 60
    for step in range(steps * 3 // 10, steps * 7 // 10):
        x = left + (right - left) * step / steps
        free = sum(1 for row in spans if row[0][0] < x - half and row[-1][1] > x + half and not any(start < x + half and end > x - half for start, end in row))
        counts.append((free, x))
    most = max(count for count, _ in counts)
    if most < _FEWEST_LINES:
        return None
    best = [x for count, x in counts if count == most]
    middle = best[len(best) // 2]
    return (middle - half, middle + half)


def _crosses(row: list[Glyph], strip: tuple[float, float]) -> bool:
    return any(glyph.x0 < strip[1] and glyph.x1 > strip[0] for glyph in row if not glyph.blank)


def _side(rows: list[list[Glyph]], gutter: tuple[float, float], *, left: bool) -> list[list[Glyph]]:
    glyphs = [glyph for row in rows for glyph in row if (glyph.x0 < gutter[0]) is left]
    return rows_of(glyphs)


def _is_text(rows: list[list[Glyph]]) -> bool:
    """Lines of running text fill their column; those of a table or a list of short entries do not."""
    if len(rows) < _FEWEST_LINES:
        return False
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    size = statistics.median(size_of(row) for row in rows)
    full = sum(1 for row in rows if row[-1].x1 > right - 3 * size and row[0].x0 < left + 3 * size)
    return right - left > 8 * size and full >= 0.5 * len(rows)
