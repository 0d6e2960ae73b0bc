"""Tables in plain text as a grid of cells with their spans: Markdown pipes, tabs, or one cell a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipextract.patterns import lazily
from ipextract.reading.document import Cell, Grid

# A year stands in headings; anything else that is only digits is a value, and so is a dash for none.
_NUMBER = lazily(re.compile, r"[-－]?\d[\d,]*(?:\.\d+)?")
_VALUE = lazily(re.compile, r"[-－]?\d[\d,]*(?:\.\d+)?(?:[%‰]|个?百分点|倍)?|[-—－…/.]{1,3}|无")
# 二、人民生活, 按企业性质分： between the rows of a copied table.
_GROUP = lazily(re.compile, r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]).{1,20}|按.{1,12}分[：:]?|[^，。；]{2,20}[：:]")
_LONGEST_CELL = 40
#: No heading of a row is set in further; what a file says beyond is a whim of its look.
DEEPEST_INDENT = 20
_WIDEST = 12
_FEWEST_ROWS = 3
# 比上年增长 / （%）: a unit on a line of its own belongs to the heading above it.
_UNIT_LINE = lazily(re.compile, r"[（(][^（）()]{1,12}[）)]")
_RULE_ROW = lazily(re.compile, r"[\s|:\-]+")


def read_grid(text: str, start: int, end: int) -> Grid:
    """The rows of the table at `text[start:end]`; the rule below a Markdown heading is no row."""
    if "|" not in text[start:end] and "\t" not in text[start:end]:
        return tuple(map(tuple, _stacked_rows(text, start, end)))
    rows = []
    position = start
    lines = text[start:end].split("\n")
    edges = _bars_at_edges([line.strip() for line in lines if has_bars(line)])
    for line in lines:
        mark = "|" if has_bars(line) else "\t"
        if not (mark == "|" and _RULE_ROW.fullmatch(line)) and line.strip():
            rows.append(_cells(line, position, mark, edges))
        position += len(line) + 1
    return tuple(map(tuple, rows))


def _bars_at_edges(lines: list[str]) -> tuple[bool, bool]:
    """Whether rows begin with their mark, and whether they end with it.

    In Markdown all do; where only some do, the cell before or behind it is empty: 地区 | 占总人口比重 | | / | 0—14岁 | 15岁以上.
    """
    return all(line.startswith("|") for line in lines), all(line.endswith("|") for line in lines)


def has_bars(line: str) -> bool:
    """Whether a line has its columns between bars: Markdown's, or bare ones (指 标 | 总量（亿元） | 增长（%） |)."""
    return line.lstrip().startswith("|") or line.count("|") > 1


def count_indent(text: str) -> int:
    """The width of the blanks in front of a text, in Chinese characters: a wide blank counts one, two narrow ones too."""
    lead = text[: len(text) - len(text.lstrip())]
    wide = sum(char in "\u3000\u2003" for char in lead)
    return wide + (len(lead) - wide) // 2


@dataclass(frozen=True, slots=True)
class Stacked:
    """A table whose cells were copied one a line.

    Attributes:
        heads: the lines of its headings, first and behind the last.
        rows: the lines of each row, first and behind the last; a row of one line heads a group (二、科技).
    """

    heads: tuple[int, int]
    rows: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        """The line behind its last."""
        return self.rows[-1][1]


def stacked_table(lines: list[str]) -> Stacked | None:
    """Where the headings and rows of a table stand whose cells were copied one a line; None where there is none.

    Rows are words, then numbers, again and again: 水泥 / 吨 / 7316292 / -2.9 / 生铁 / 吨 / …; the headings
    are the same number of cells before the first row.

    Args:
        lines: lines of a document, from where a table may begin, without blank ones.
    """
    first = next((index for index, line in enumerate(lines) if _NUMBER.fullmatch(line.strip())), None)
    if first is None:
        return None
    numbers = _run(lines, first, numeric=True)
    between = lines[first + numbers : first + numbers + _run(lines, first + numbers, numeric=False)]
    groups = next((index for index, line in enumerate(between) if not _heads_group(line)), 0)
    # 二、科技 may head a group of rows, or be a row itself: whichever makes the longer table.
    found = [table for words in {len(between), len(between) - groups} if (table := _stacked(lines, first, numbers, words)) is not None]
    return max(found, key=lambda table: table.end, default=None)


def _stacked(lines: list[str], first: int, numbers: int, words: int) -> Stacked | None:
    """The table whose first number stands in line `first`, with so many words and numbers in a row."""
    width, body = words + numbers, first - words
    heads_end = body
    while heads_end > 0 and _heads_group(lines[heads_end - 1]):
        heads_end -= 1
    top = _top(lines, heads_end, width)
    if numbers < 1 or words not in (1, 2) or top < 0 or width > _WIDEST or any(len(line.strip()) > _LONGEST_CELL for line in lines[top:first]):
        return None
    rows = _rows(lines, heads_end, width, words)
    return Stacked((top, heads_end), rows) if sum(stop - start == width for start, stop in rows) >= _FEWEST_ROWS - 1 else None


def _rows(lines: list[str], start: int, width: int, words: int) -> tuple[tuple[int, int], ...]:
    """The rows from line `start` on, to the last that is whole."""
    rows: list[tuple[int, int]] = []
    groups: list[tuple[int, int]] = []
    while start < len(lines):
        if start + width <= len(lines) and _is_stacked_row(lines[start : start + width], words):
            rows += [*groups, (start, start + width)]
            groups = []
            start += width
        elif _heads_group(lines[start]):
            groups.append((start, start + 1))
            start += 1
        else:
            break
    return tuple(rows)


def _heads_group(line: str) -> bool:
    """Whether a line heads the rows below it, and is none of their cells: 二、人民生活, 按企业性质分：."""
    return _GROUP.fullmatch(line.strip()) is not None


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
            cells.append(Cell(position + lead, position + lead + len(line.strip()), line.strip(), count_indent(line)))
        position += len(line) + 1
    found = stacked_table([cell.text for cell in cells])
    if found is None:
        return []
    heads: list[Cell] = []
    for cell in cells[slice(*found.heads)]:
        if heads and _UNIT_LINE.fullmatch(cell.text):
            heads[-1] = Cell(heads[-1].start, cell.end, heads[-1].text + cell.text)
        else:
            heads.append(cell)
    return [heads, *(cells[first:last] for first, last in found.rows)]


def _cells(line: str, offset: int, mark: str, edges: tuple[bool, bool]) -> list[Cell]:
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
        begun, ended = edges
        cells = cells[begun : len(cells) - ended]
    return cells
