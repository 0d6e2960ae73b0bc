"""Merged cells that a copied table lost: its rows stand further left than they belong, by as many cells as were merged.

地区 | 类型 | 申请 | 授权         地区 | 类型 | 申请 | 授权
甲市 | 发明 | 20 | 11             甲市 | 发明 | 20 | 11
商标 | 35 | 30 |                  甲市 | 商标 | 35 | 30
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from ipextract.reading.document import Cell, Grid

_Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class MergedCells:
    """Puts the cells of copied tables back in their columns.

    Attributes:
        is_value: whether a cell holds a number, or a mark for none.
        is_total: whether words stand for all rows or columns: 合计.
        is_unit: whether words are a unit, whose column is merged for itself.
    """

    is_value: Callable[[str], bool]
    is_total: Callable[[str], bool]
    is_unit: Callable[[str], bool]

    def restore(self, rows: Grid) -> Grid:
        """The grid with each merged cell in every row that it covers; the grid itself where none was lost."""
        bare = [_bare(row) for row in rows]
        width = max(map(len, bare), default=0)
        first = next((index for index, row in enumerate(bare) if len(row) == width and 1 < self._words(row) < width), None)
        if first is None:
            return rows
        stub = self._words(bare[first])
        body = self._body(bare[first:], stub, width)
        heads = self._heads(bare[:first], stub, width)
        if body is None or (body == list(rows[first:]) and heads is None):
            return rows
        return (*(heads or rows[:first]), *body)

    def _words(self, row: _Row) -> int:
        """How many cells head a row: up to the last with words."""
        return next((index + 1 for index in range(len(row) - 1, -1, -1) if not self.is_value(row[index].text)), 0)

    def _body(self, rows: list[_Row], stub: int, width: int) -> list[_Row] | None:
        """The rows below the headings, each with what was merged in front of it; None where they do not fit together."""
        out: list[_Row] = []
        for index, row in enumerate(rows):
            missing = stub - self._words(row)
            if len(row) < 2 or not missing:
                out.append(row)
            elif not 0 < missing < stub or len(row) + missing > width or not out or len(out[-1]) < stub:
                return None
            elif index == len(rows) - 1 and self.is_total(row[0].text) and all(other[0].text != row[0].text for other in rows[:-1]):
                # 合计 below all groups is merged over the columns in front of it.
                out.append((*row[:1] * missing, *row))
            elif self.is_unit(rows[0][stub - 1].text) and not self.is_unit(row[stub - missing - 1].text):
                # 粮食 | 万吨 | 20 above 油料 | 2.1: so is the unit.
                out.append((*out[-1][: missing - 1], *row[: stub - missing], out[-1][stub - 1], *row[stub - missing :]))
            else:
                out.append((*out[-1][:missing], *row))
        return out

    def _heads(self, heads: list[_Row], stub: int, width: int) -> list[_Row] | None:
        """Two rows of headings, the upper one with cells over several columns or over both rows; None where nobody can say which."""
        if len(heads) != 2 or not heads[1] or not heads[1][0].text:
            return None
        upper, lower = heads[0][stub:], heads[1]
        tall = width - stub - len(lower)
        wide = len(upper) - tall
        if len(heads[0]) == width or not 0 < wide < len(lower) or tall < 0:
            return None
        totals = [index for index, cell in enumerate(upper) if self.is_total(cell.text)] if tall else []
        if len(totals) != tall or totals not in (list(range(tall)), list(range(wide, len(upper)))):
            return None
        groups = [cell for index, cell in enumerate(upper) if index not in totals]
        blank = Cell(lower[0].start, lower[0].start, "")
        over = _spread(groups, lower) or [blank] * len(lower)
        high, blanks = [upper[index] for index in totals], [blank] * tall
        before, behind = (high, []) if totals[:1] == [0] else ([], high)
        return [(*heads[0][:stub], *before, *over, *behind), (*[blank] * stub, *blanks[: len(before)], *lower, *blanks[: len(behind)])]


def _bare(row: _Row) -> _Row:
    """A row without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1].text:
        end -= 1
    return row[:end]


def _spread(groups: list[Cell], lower: _Row) -> list[Cell] | None:
    """The heading over each of the lower ones; None where the groups may be of any width."""
    each, rest = divmod(len(lower), len(groups))
    texts = [cell.text for cell in lower]
    repeats = not rest and all(one == other for one, other in pairwise([texts[start : start + each] for start in range(0, len(texts), each)]))
    return [cell for cell in groups for _ in range(each)] if repeats else None
