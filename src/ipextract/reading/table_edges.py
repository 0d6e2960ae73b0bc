"""What a table holds beside its cells: the caption and the unit in its first rows, notes in its last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ipextract.patterns import lazily
from ipextract.reading.builder import DocumentBuilder, TableCell
from ipextract.reading.document import BlockKind
from ipextract.reading.lines import join

#: The lines of a cell, and over how many columns and rows it reaches.
_Lines = tuple[Sequence[str], int, int]

_UNIT = lazily(re.compile, r"^[（(]?\s*(?:计量)?单\s*位\s*[:：]")
_MOST_STATED = 3
_VALUE = lazily(re.compile, r"[-－+]?\d[\d,. ]*[%％‰]?|[-—–－…/]+")
_NOTE = lazily(re.compile, r"^(?:[*※]|(?:附?注|备注|说明|数据来源|资料来源)\s?\d*\s?[:：])|。$")


def add_table(builder: DocumentBuilder, rows: Sequence[Sequence[TableCell]], *, page: int | None = None, loose: bool = False) -> None:
    """Add a table whose first rows may be its caption and unit, and whose last rows may be notes.

    A row that one cell fills says something of the table: 表2 2024年财政收支情况, 单位：亿元, 注：本表为初步数.

    Args:
        builder: takes the table and the lines around it.
        rows: of each row the cells that begin in it.
        page: the page that the table begins on.
        loose: a worksheet has no edges: a cell that stands alone in its row fills it.

    Raises:
        InputError: the text or the cells grow beyond the limit.
    """
    first, last = 0, len(rows)
    width = max((sum(cell.columns for cell in row) for row in rows), default=0)
    while first < last and (_fills(rows[first], width, loose=loose) or _states_unit(rows[first])):
        first += 1
    while last > first and _fills(rows[last - 1], width, loose=loose) and (width == 1 or _NOTE.search(_said(rows[last - 1])[0])):
        last -= 1
    for row in rows[:first]:
        for text in _said(row):
            add_line(builder, text, page=page)
    if first < last:
        builder.add_table(rows[first:last], page=page)
    for row in rows[last:]:
        for text in _said(row):
            builder.add(text, page=page)


def split_row(cells: Sequence[_Lines]) -> list[list[TableCell]]:
    """The rows that a row stands for: a converter may put a whole column of a table into one cell, a line for each row.

    Args:
        cells: of each cell its lines, and over how many columns and rows it reaches.

    >>> [[cell.text for cell in row] for row in split_row([(["合计", "市级"], 1, 1), (["90", "12"], 1, 1), ([], 1, 1)])]
    [['合计', '90', ''], ['市级', '12', '']]
    """
    parted = [part for lines, columns, rows in cells for part in _parted(lines, columns, rows)]
    values = {len(lines) for lines, _, _ in parted if _are_values(lines)}
    count = max(values, default=0)
    if count < 2 or len(values) > 1 or any(rows > 1 for _, _, rows in parted):
        return _whole(cells)
    named = [(lines if _are_values(lines) or not lines else _taken_apart(lines, count), columns) for lines, columns, _ in parted]
    if any(lines and len(lines) != count for lines, _ in named):
        return _whole(cells)
    return [[TableCell(lines[index] if lines else "", columns) for lines, columns in named] for index in range(count)]


def _are_values(lines: Sequence[str]) -> bool:
    return bool(lines) and all(_VALUE.fullmatch(line.strip()) for line in lines)


def _taken_apart(lines: Sequence[str], count: int) -> Sequence[str]:
    """Names of `count` rows, where one line may run several together: 万个万个万个, 省级登记市级登记县级登记."""
    missing = count - len(lines)
    if missing <= 0:
        return lines
    for index, line in enumerate(lines):
        pieces = _alike(line.strip(), missing + 1)
        if pieces:
            return [*lines[:index], *(line[: len(line) - len(line.lstrip())] + piece for piece in pieces), *lines[index + 1 :]]
    return lines


def _alike(line: str, count: int) -> list[str]:
    """A line as `count` pieces that all end alike; none where it is not made of such."""
    for size in range(len(line) // count, 1, -1):
        pieces = line.split(line[-size:])
        if len(pieces) == count + 1 and not pieces[-1]:
            return [piece + line[-size:] for piece in pieces[:-1]]
    return []


def _whole(cells: Sequence[_Lines]) -> list[list[TableCell]]:
    return [[TableCell(_indent(lines) + join(lines, cells=True), columns, rows) for lines, columns, rows in cells]]


def _indent(lines: Sequence[str]) -> str:
    """The blanks in front of a cell: a row's heading that is set in is a part of one above."""
    return lines[0][: len(lines[0]) - len(lines[0].lstrip())] if lines else ""


def _parted(lines: Sequence[str], columns: int, rows: int) -> list[_Lines]:
    """The cells of a cell that holds as many values a line as it has columns: 42696 530.5."""
    values = [line.split() for line in lines]
    if columns > 1 and len(lines) > 1 and all(len(line) == columns and all(_VALUE.fullmatch(each) for each in line) for line in values):
        return [([line[index] for line in values], 1, rows) for index in range(columns)]
    return [(lines, columns, rows)]


def add_line(builder: DocumentBuilder, text: str, *, page: int | None = None) -> None:
    """Add a line that stands above a table: its unit is no heading."""
    kind: BlockKind | None = "caption" if _UNIT.match(text.strip()) else None
    builder.add(text, kind=kind, page=page)


def _fills(row: Sequence[TableCell], width: int, *, loose: bool) -> bool:
    """Whether one cell, which is no part of a taller one, is all that the row says."""
    said = [cell for cell in row if cell.text.strip()]
    if len(said) != 1 or said[0].rows > 1 or sum(cell.columns for cell in row) < width:
        return False
    return said[0].columns == width or (loose and not _VALUE.fullmatch(said[0].text.strip()))


def _states_unit(row: Sequence[TableCell]) -> bool:
    """Whether a row gives the unit of the table, perhaps beside who made it: 填报单位：平湖市统计局 … 单位：亿元."""
    said = _said(row)
    return 0 < len(said) <= _MOST_STATED and any(_UNIT.match(text.strip()) for text in said) and not any(_VALUE.fullmatch(text.strip()) for text in said) and all(cell.rows == 1 for cell in row)


def _said(row: Sequence[TableCell]) -> list[str]:
    return [cell.text for cell in row if cell.text.strip()]
