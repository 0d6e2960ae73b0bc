"""Lines that a layout broke, joined again: by what they say, and by where they stand on a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ipextract.patterns import lazily

_PAGE_NUMBER = lazily(re.compile, r"[-—–·•~]*\s*\d{1,4}\s*[-—–·•~]*|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}")
_DIGITS = lazily(re.compile, r"\d+")
_NOTES = lazily(re.compile, r"\d{1,3}(?:\s*[,，、]\s*\d{1,3}|\s*[-–—]\s*\d{1,3})*")
_LENGTH = lazily(re.compile, r"(?:^|[^A-Za-z])[kcdmh]?m$")
_TEN = lazily(re.compile, r"[×xX*·]\s?10$")
_POWERS = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_STOP = "。！？；：.!?;:…”）)"
# Where a page's head and foot end, in parts of its height.
_MARGIN = 0.12
_LOOKED_AT = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: x to the right, y downwards, in any unit; `size` is that of its characters."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one text, with the place of the first."""

    text: str
    page: int
    y0: float


def join(lines: Sequence[str], *, cells: bool = False) -> str:
    """The text of broken lines as one: Chinese is written without blanks, words and numbers of the Latin script with.

    Args:
        lines: the lines, in order.
        cells: they stand in a cell of a table, where two numbers one below the other are two; in a
            paragraph they are one number that the end of the line broke: 13⏎823件.

    >>> join(["比上年", "增长（%）"], cells=True), join(["授权专利13", "823件"]), join(["98.5", "3.4"], cells=True)
    ('比上年增长（%）', '授权专利13823件', '98.5 3.4')
    """
    out = ""
    for line in lines:
        piece = line.strip()
        if out and piece and _is_latin(out[-1]) and _is_latin(piece[0]) and (cells or not (out[-1].isdigit() and piece[0].isdigit())):
            out += " "
        out += piece
    return out


def _is_latin(char: str) -> bool:
    return char < "\u2000" and char.isalnum()


def raise_text(before: str, raised: str) -> str:
    """Raised characters in a line of plain text: a mark of a note, a power.

    >>> raise_text("3.2万km", "2"), raise_text("12.5亿元", "3"), raise_text("3×10", "8")
    ('²', '[3]', '⁸')
    """
    bare, before = raised.strip(), before[-4:]
    if bare in ("2", "3") and _LENGTH.search(before):
        return raised.replace(bare, bare.translate(_POWERS))
    if _TEN.search(before) and re.fullmatch(r"[-−]?\d{1,3}", bare):
        return bare.translate(_POWERS)
    if _NOTES.fullmatch(bare):
        return "".join(f"[{number.strip()}]" for number in re.split(r"[,，、]", bare))
    return raised


def furniture(lines: Sequence[Line], heights: dict[int, float]) -> set[int]:
    """Which lines are page numbers and running heads: at the head or foot of a page, and the same on others.

    Args:
        lines: all lines of a document.
        heights: of each page.

    Returns:
        The positions of those lines in `lines`.
    """
    margins: dict[int, str] = {}
    for index, line in enumerate(lines):
        height = heights.get(line.page, 0.0)
        if height and (line.y1 < height * _MARGIN or line.y0 > height * (1 - _MARGIN)):
            margins[index] = _DIGITS.sub("0", "".join(line.text.split())) + ("^" if line.y1 < height / 2 else "_")
    pages: dict[str, set[int]] = {}
    for index, key in margins.items():
        pages.setdefault(key, set()).add(lines[index].page)
    often = max(2, len(heights) // 3)
    return {index for index, key in margins.items() if _PAGE_NUMBER.fullmatch(lines[index].text.strip()) or len(pages[key]) >= often}


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of lines in reading order, without page numbers and running heads.

    A line goes on where the one before reached the edge of the text, and it itself is not indented: over the end
    of a page too.
    """
    if not lines:
        return []
    body = _body_size(lines)
    measured = [line for line in lines if abs(line.size - body) <= 0.1 * body] or list(lines)
    right = _edge([line.x1 for line in measured], body)
    left = _left(measured, right, body)
    leading = _leading(measured, body)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, (left, right), body, leading):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(join([line.text for line in group]), group[0].page, group[0].y0) for group in groups]


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes.most_common(1)[0][0], 0.1)


def _edge(places: Sequence[float], body: float) -> float:
    """The right edge of the text: where the longest lines end that are no exception."""
    ordered = sorted(places, reverse=True)[:_LOOKED_AT]
    return next((place for place in ordered if sum(1 for other in ordered if abs(other - place) <= body) >= 2), ordered[0])


def _left(lines: Sequence[Line], right: float, body: float) -> float:
    """The left edge of the text: where the lines begin that reach the right one."""
    full = sorted(line.x0 for line in lines if line.x1 >= right - 2 * body)
    ordered = (full or sorted(line.x0 for line in lines))[:_LOOKED_AT]
    return next((place for place in ordered if sum(1 for other in ordered if abs(other - place) <= body / 2) >= 2), ordered[0])


def _leading(lines: Sequence[Line], body: float) -> float:
    gaps = sorted(below.y0 - above.y0 for above, below in pairwise(lines) if above.page == below.page and below.y0 > above.y0)
    return gaps[len(gaps) // 2] if gaps else 2 * body


def _goes_on(group: Sequence[Line], line: Line, edges: tuple[float, float], body: float, leading: float) -> bool:
    """Whether `line` is of the paragraph that `group` begins."""
    above, (left, right) = group[-1], edges
    if abs(line.size - above.size) > 0.15 * above.size:
        return False
    if line.page == above.page and not 0 < line.y0 - above.y0 <= max(1.6 * leading, 2.5 * line.size):
        return False
    if line.page not in (above.page, above.page + 1):
        return False
    middle = (left + right) / 2
    if line.size > 1.15 * body and line.page == above.page:
        # A title over two lines: both in the middle, in large characters.
        return all(abs((each.x0 + each.x1) / 2 - middle) <= 2 * each.size for each in (above, line))
    if above.x1 < right - 1.8 * line.size:
        return False
    if line.x0 > left + 0.8 * line.size:
        return False
    # A full line that is not indented begins a paragraph only where all do so.
    return above.text.rstrip()[-1:] not in _STOP or group[0].x0 > left + 0.8 * line.size or above.x1 >= right - 0.3 * line.size
