"""Tables in plain text whose columns nothing but blanks part: 粮食 21774 0.99."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Cell, Grid
from ipextract.reading.grid import count_indent

if TYPE_CHECKING:
    import regex

_VALUE = r"(?:[-－+]?\d[\d,]*(?:\.\d+)?[%％‰]?|[-—–－…/]{1,3})"
# 41 260 where wider blanks part the columns: a blank that parts the thousands of one number.
_THOUSANDS = lazily(compiled, r"(?:(?<=[\u3000\t])|(?<=\s\s))\d{1,3}(?: \d{3})+(?:\.\d+)?(?=[\u3000\t]|\s\s|\s*$)")
# A name, and behind it numbers and nothing else.
_ROW = lazily(compiled, rf"\s*(?P<name>(?=\S)[^。；\n]*?[^\s\d。；，])(?P<values>(?:\s+{_VALUE})+)\s*")
_PIECE = lazily(compiled, r"\S+")
_YEAR = lazily(compiled, r"(?:19|20)\d{2}年?")
_STOPS = "。；，"
_UNIT_HEADINGS = ("单位",)
_NUMBER_HEADINGS = ("序号", "编号", "序")
_FEWEST_ROWS = 3
# So many blanks in front of the headings leave room for the names of the rows.
_FEWEST_BLANKS = 4
_LONGEST_NAME = 40


def spaced_rows(lines: list[str]) -> int:
    """How many of `lines`, which have no blank ones, are rows of a table whose headings the first of them holds; 0 where it holds none.

    Rows are a name and then numbers, as many in each; the headings are as many and one in front.
    """
    width = _width(joined(lines[1])) if len(lines) > _FEWEST_ROWS else 0
    if not width:
        return 0
    lines = [joined(line) for line in lines]
    pieces = lines[0].split()
    if len(pieces) < width + (not _lacks_first(lines[0], width)) or any(mark in lines[0] for mark in _STOPS) or (_width(lines[0]) and not all(map(_YEAR.fullmatch, pieces[-width:]))):
        return 0
    rows = sum(1 for _ in takewhile(lambda line: _width(line) == width, lines[1:]))
    return rows if rows >= _FEWEST_ROWS else 0


def joined(line: str) -> str:
    """城区　　41 260　　18.3 with a comma for the blank within a number, where wider ones part the columns."""
    return _THOUSANDS.sub(lambda found: found.group().replace(" ", ","), line) if " " in line else line


def _lacks_first(headings: str, width: int) -> bool:
    """Whether only blanks stand over the names of the rows:　　　本月　　1-本月累计."""
    return len(headings.split()) == width and len(headings) - len(headings.lstrip()) >= _FEWEST_BLANKS


def spaced_grid(text: str, lines: list[tuple[int, int]]) -> Grid:
    """The cells of the lines at `lines`, the first of which holds the headings."""
    said = [joined(text[start:end]).split() for start, end in lines]
    width = _width(joined(text[slice(*lines[1])]))
    if len(said[0]) == width:
        headings = tuple(Cell(match.start(), match.end(), match.group()) for match in _PIECE.finditer(text, *lines[0]))
        return (headings, *(tuple(_cells(text, start, end, width, is_numbered=False)) for start, end in lines[1:]))
    # 指标 计量单位 2023年: the piece in front of the numbers is a unit.
    has_units = said[0][-width - 1].endswith(_UNIT_HEADINGS) and all(len(pieces) > width + 1 for pieces in said)
    # 序号 地区 授权量: the piece in front of the name is a number.
    are_numbered = len(said[0]) > width + 1 and said[0][0] in _NUMBER_HEADINGS and said[1][0].isdigit()
    return tuple(tuple(_cells(text, start, end, width + has_units, is_numbered=are_numbered and (not place or said[place][0].isdigit()))) for place, (start, end) in enumerate(lines))


def _width(line: str) -> int:
    """How many numbers stand behind a name in `line`; 0 where it is no row."""
    found: regex.Match[str] | None = _ROW.fullmatch(line)
    return len(found["values"].split()) if found is not None and len(found["name"]) <= _LONGEST_NAME else 0


def _cells(text: str, start: int, end: int, width: int, *, is_numbered: bool) -> list[Cell]:
    """The last `width` pieces of a line, as one cell what stands before them, and in front of that its number where it has one."""
    spans = [(start + match.start(), start + match.end()) for match in _PIECE.finditer(joined(text[start:end]))]
    first, last = spans[is_numbered][0], spans[-width - 1][1]
    name = Cell(first, last, text[first:last], count_indent(text[start:last]))
    return [Cell(first, last, text[first:last]) for first, last in spans[:is_numbered]] + [name, *(Cell(first, last, text[first:last]) for first, last in spans[-width:])]
