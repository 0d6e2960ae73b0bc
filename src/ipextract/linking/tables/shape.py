"""The shape of a table: which rows head its columns, which columns head its rows, what stands side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from ipextract.lexicon import Lexicon
from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Cell, Grid

_YEAR = lazily(compiled, r"(?:19|20)\d{2}年?")
# A time in a heading: 12月同比, 1—9月, 2023年. A cell never has one for its number.
_TIME = lazily(compiled, r"(?:19|20)\d{2}年|\d{1,2}(?:\s?[-—–~至]\s?\d{1,2})?月|[1-4]季度")
_STARS = lazily(compiled, r"^\*+|\*+$")
_NUMBER = lazily(compiled, r"[-－−+]?\d[\d,，. ]*\s?(?P<unit>[%％‰]|[^\s\d]{0,8})")
# The names of the rows, and two columns of numbers.
_NARROWEST = 3
_NONE = lazily(compiled, r"[-—–－―─…./*\\]*")


def is_blank(text: str) -> bool:
    """Whether a cell is empty, or holds a dash or dots for none."""
    return _NONE.fullmatch(text) is not None


def is_number(text: str, is_unit: Callable[[str], bool]) -> bool:
    """Whether a cell holds a number, perhaps with its unit, and no time: 12.5, 56.1%, 13.61 亿吨, and not 65岁及以上."""
    match = _NUMBER.fullmatch(text)
    return match is not None and not _TIME.match(text) and (match["unit"] in "%％‰" or is_unit(match["unit"]))


class ShapeWords:
    """Words that tell what a row or a column is for; each list is explained where it stands in the data file.

    Args:
        lexicon: the vocabulary of table headings.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.unit_headings, self.time_headings = (frozenset(lexicon.words(f"tables.columns.{key}")) for key in ("unit", "time"))
        self.count_heads, self.uncounted = (frozenset(lexicon.words(f"tables.columns.{key}")) for key in ("count_heads", "uncounted"))


@dataclass(frozen=True, slots=True)
class Shape:
    """Where what stands in a table.

    Attributes:
        heads: the rows that head the columns.
        counts: rows that only number the columns.
        body: all rows below.
        stub: how many columns head the rows.
        units: the columns that name the unit of the values beside them.
        times: the columns behind the first that name the time of their rows.
        width: how many columns there are.
    """

    heads: Grid
    counts: Grid
    body: Grid
    stub: int
    units: tuple[int, ...]
    times: tuple[int, ...]
    width: int

    @property
    def values(self) -> list[int]:
        """The columns that hold values."""
        return [index for index in range(self.stub, self.width) if index not in self.units and index not in self.times]

    def unit_column(self, index: int) -> int | None:
        """The column that names the unit of the values in column `index`: the nearest on its left, else the first."""
        before = [column for column in self.units if column < index]
        return before[-1] if before else self.units[0] if self.units else None


def find_shape(rows: Grid, words: ShapeWords, is_unit: Callable[[str], bool]) -> Shape:
    """The shape of a table.

    Args:
        rows: the grid, not empty.
        words: what stands over columns of units and times, and in a row that counts the columns.
        is_unit: whether words behind a number are its unit.
    """

    def holds_number(row: tuple[Cell, ...]) -> bool:
        return any(is_number(cell.text, is_unit) and not _YEAR.fullmatch(cell.text) for cell in row[1:] if cell.start != row[0].start)

    def begins(row: tuple[Cell, ...]) -> bool:
        """Whether a row is one of the body: its name, or that of its group which a copy left out and its time, stand in front of numbers."""
        return bool(row) and bool(row[0].text or (len(row) > 1 and _YEAR.fullmatch(row[1].text))) and holds_number(row)

    first = next((index for index, row in enumerate(rows) if begins(row)), len(rows))
    counts: Grid = ()
    if first + 1 < len(rows) and first and _counts_columns(rows[first], words):
        counts, after = rows[first : first + 1], first + 1
    else:
        after = first
    # 一、综合 over the first rows is no heading of the columns.
    while counts == () and first > 1 and heads_group(rows[first - 1]):
        first -= 1
        after = first
    heads, body = rows[:first], rows[after:]
    width = max(map(len, rows))
    heads = _beside_stub(heads, body, width)
    units, times = _headed(heads or rows[:1], words.unit_headings), _headed(heads, words.time_headings)
    stub = _stub(body, width, times, is_unit)
    return Shape(heads, counts, _filled_down(heads, body, stub), stub, units, times, width)


def _beside_stub(heads: Grid, body: Grid, width: int) -> Grid:
    """The headings, with an empty one over the names of the rows where all of them lack it: 绝对数 | 增长 over 地区生产总值 | 617.5 | 5.2."""
    if not heads or not body or any(len(row) != width - 1 for row in heads) or any(len(row) != width for row in body) or width < _NARROWEST:
        return heads
    return tuple((Cell(row[0].start, row[0].start, ""), *row) for row in heads)


def _headed(heads: Grid, headings: frozenset[str]) -> tuple[int, ...]:
    """The columns behind the first that one of `headings` stands over."""
    return tuple(dict.fromkeys(index for row in heads for index, cell in enumerate(row) if "".join(cell.text.split()) in headings and index))


def heads_group(row: tuple[Cell, ...]) -> bool:
    """Whether one cell is all that a row says: 二、人民生活, alone or over the whole width."""
    return bool(row) and bool(row[0].text) and all(not cell.text or cell.start == row[0].start for cell in row[1:])


def _counts_columns(row: tuple[Cell, ...], words: ShapeWords) -> bool:
    counted = [cell.text for cell in row[1:] if cell.text not in words.uncounted]
    return row[0].text in words.count_heads and len(counted) > 1 and counted == [str(number) for number in range(1, len(counted) + 1)]


def _stub(body: Grid, width: int, times: tuple[int, ...], is_unit: Callable[[str], bool]) -> int:
    """How many columns head the rows: those that hold words in all of them, or times."""
    rows = [row for row in body if not heads_group(row)]
    if not any(len(row) > 1 for row in rows):
        return 1
    stub = 1
    while stub < width - 1 and (stub in times or not any(is_number(row[stub].text, is_unit) or is_blank(row[stub].text) for row in rows if stub < len(row))):
        stub += 1
    return stub if any(len(row) > stub for row in rows) else 1


def _filled_down(heads: Grid, body: Grid, stub: int) -> Grid:
    """Rows whose groups are named: in 工业 | 增加值 over an empty cell | 利润, both rows are of 工业.

    A copy may put the name of the first group where the heading of its column was: 投资计划（万元） | 年度 over an empty cell | 2016年.
    """
    if stub < 2:
        return body
    out: list[tuple[Cell, ...]] = []
    for row in body:
        above = row if heads_group(row) else out[-1] if out else heads[-1] if heads and not row[0].text else row
        named = [above[index] if not cell.text and index < len(above) else cell for index, cell in enumerate(row[: stub - 1])]
        out.append((*named, *row[stub - 1 :]))
    return tuple(out)


def columns_of(shape: Shape) -> list[list[Cell]]:
    """The headings over each column, from top to bottom; one over several columns is spread over them."""
    rows = [_spread(list(row), shape.width) for row in shape.heads]
    # From the bottom up: what a lower heading reaches over, the one above it does too.
    for above, below in reversed(list(pairwise(rows))):
        for index in range(shape.stub, shape.width):
            left = above[index - 1]
            # 城乡 | (empty) over 城市 | 农村: a merged cell that lost its width. 全国 over nothing is no such cell.
            own = above[index]
            if (own is None or not own.text) and left is not None and left.text and _says_more(below[index - 1], left) and _says_more(below[index], left):
                above[index] = left
    return [list(dict.fromkeys(cell for row in rows if (cell := row[index]) is not None and cell.text)) for index in range(shape.width)]


def _says_more(below: Cell | None, above: Cell) -> bool:
    return below is not None and bool(below.text) and below.start != above.start


def _spread(cells: list[Cell], width: int) -> list[Cell | None]:
    """A row of headings over `width` columns: fewer value headings stand over equally many columns each."""
    values = cells[1:]
    room = width - 1
    if not values or len(values) >= room or room % len(values):
        return [*cells, *[None] * (width - len(cells))][:width]
    each = room // len(values)
    return [cells[0], *[cell for cell in values for _ in range(each)]]


def without_stars(cell: Cell) -> Cell:
    """A cell without the stars that print it bold (**12.5**) or point to a note (12.5*)."""
    bare = _STARS.sub("", cell.text)
    if bare == cell.text or not bare.strip():
        return cell
    start = cell.start + cell.text.index(bare)
    return replace(cell, start=start, end=start + len(bare), text=bare)


def side_by_side(rows: Grid) -> list[Grid]:
    """A table printed in two or more halves, side by side under the same headings, as one grid each."""
    if len(rows) < 2:
        return [rows]
    heads = [cell.text.strip() for cell in rows[0]]
    if len(heads) < 4 or not heads[0] or any(cell.start == rows[0][0].start for cell in rows[0][1:]):
        return [rows]
    starts = [index for index, text in enumerate(heads) if text == heads[0]]
    size = starts[1] if len(starts) > 1 else 0
    if size < 2 or len(heads) % size or any(heads[start : start + size] != heads[:size] for start in range(0, len(heads), size)):
        return [rows]
    return [tuple(row[start : start + size] for row in rows) for start in range(0, len(heads), size)]
