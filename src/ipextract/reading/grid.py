"""Tables in plain text as a grid of cells with their spans: Markdown pipes, tabs, or one cell a line."""

from __future__ import annotations

import re

from ipextract.reading.document import Cell, Grid

# A year stands in headings; anything else that is only digits is a value, and so is a dash for none.
_NUMBER = re.compile(r"[-－]?\d[\d,]*(?:\.\d+)?")
_VALUE = re.compile(r"[-－]?\d[\d,]*(?:\.\d+)?%?|[-—－…/]{1,2}|无")
_LONGEST_CELL = 40
_WIDEST = 12
_FEWEST_ROWS = 3
# 比上年增长 / （%）: a unit on a line of its own belongs to the heading above it.
_UNIT_LINE = re.compile(r"[（(][^（）()]{1,12}[）)]")
_RULE_ROW = re.compile(r"[\s|:\-]+")


def read_grid(text: str, start: int, end: int) -> Grid:
    """The rows of the table at `text[start:end]`; the rule below a Markdown heading is no row."""
    if "|" not in text[start:end] and "\t" not in text[start:end]:
        return tuple(map(tuple, _stacked_rows(text, start, end)))
    rows = []
    position = start
    for line in text[start:end].split("\n"):
        mark = "|" if line.lstrip().startswith("|") else "\t"
        if not (mark == "|" and _RULE_ROW.fullmatch(line)) and line.strip():
            rows.append(_cells(line, position, mark))
        position += len(line) + 1
    return tuple(map(tuple, rows))


def count_indent(text: str) -> int:
    """The width of the blanks in front of a text, in Chinese characters: a wide blank counts one, two narrow ones too."""
    lead = text[: len(text) - len(text.lstrip())]
    wide = sum(char in "\u3000\u2003" for char in lead)
    return wide + (len(lead) - wide) // 2


def stacked_table(lines: list[str]) -> tuple[int, int, int, int] | None:
    """A table whose cells were copied one a line: where headings and first row begin, where it ends, its columns.

    Rows are words, then numbers, again and again: 水泥 / 吨 / 7316292 / -2.9 / 生铁 / 吨 / …; the headings
    are the same number of cells before the first row.

    Args:
        lines: lines of a document, from where a table may begin, without blank ones.
    """
    first = next((index for index, line in enumerate(lines) if _NUMBER.fullmatch(line.strip())), None)
    if first is None:
        return None
    numbers = _run(lines, first, numeric=True)
    words = _run(lines, first + numbers, numeric=False)
    width = words + numbers
    body = first - words
    top = _top(lines, body, width)
    if numbers < 1 or words not in (1, 2) or top < 0 or width > _WIDEST or any(len(line.strip()) > _LONGEST_CELL for line in lines[top:first]):
        return None
    end = body
    while end + width <= len(lines) and _is_stacked_row(lines[end : end + width], words):
        end += width
    return (top, body, end, width) if end - body >= (_FEWEST_ROWS - 1) * width else None


def _top(lines: list[str], body: int, width: int) -> int:
    """The line of the first of `width` headings that end before the line `body`; negative where there are too few."""
    top = body
    for _ in range(width):
        top -= 1
        while top > 0 and _UNIT_LINE.fullmatch(lines[top].strip()):
            top -= 1
    return top


def _run(lines: list[str], start: int, *, numeric: bool) -> int:
    stop = start
    while stop < len(lines) and bool(_VALUE.fullmatch(lines[stop].strip())) is numeric and stop - start < _WIDEST:
        stop += 1
    return stop - start


def _is_stacked_row(cells: list[str], words: int) -> bool:
    stripped = [cell.strip() for cell in cells]
    return all(0 < len(cell) <= _LONGEST_CELL and not _VALUE.fullmatch(cell) for cell in stripped[:words]) and all(_VALUE.fullmatch(cell) for cell in stripped[words:])


def _stacked_rows(text: str, start: int, end: int) -> list[list[Cell]]:
    cells = []
    position = start
    for line in text[start:end].split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            cells.append(Cell(position + lead, position + lead + len(line.strip()), line.strip()))
        position += len(line) + 1
    found = stacked_table([cell.text for cell in cells])
    if found is None:
        return []
    top, body, stop, width = found
    heads: list[Cell] = []
    for cell in cells[top:body]:
        if heads and _UNIT_LINE.fullmatch(cell.text):
            heads[-1] = Cell(heads[-1].start, cell.end, heads[-1].text + cell.text)
        else:
            heads.append(cell)
    return [heads, *(cells[index : index + width] for index in range(body, stop, width))]


def _cells(line: str, offset: int, mark: str) -> list[Cell]:
    pieces = line.split(mark)
    starts = [0]
    for piece in pieces[:-1]:
        starts.append(starts[-1] + len(piece) + 1)
    cells = []
    for piece, begin in zip(pieces, starts, strict=True):
        lead = len(piece) - len(piece.lstrip())
        stripped = piece.strip()
        cells.append(Cell(offset + begin + lead, offset + begin + lead + len(stripped), stripped, count_indent(piece)))
    if mark == "|":
        # A row begins and ends with its mark.
        cells = cells[1:-1] if line.rstrip().endswith("|") else cells[1:]
    return cells
