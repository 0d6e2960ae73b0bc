"""The column that numbers the rows of a table: 序号 | 地区 | 授权量 over 1 | 吴兴区 | 1240."""

from __future__ import annotations

from collections.abc import Callable

from ipextract.reading.document import Cell, Grid


def without_numbers(rows: Grid, headings: frozenset[str], is_total: Callable[[str], bool]) -> tuple[Grid, list[Cell]]:
    """A grid without the first column, where that numbers the rows, and the cells of that column.

    The row of totals has no number; its name may stand in front of the names of the others, over both columns or in the first.

    Args:
        rows: the grid.
        headings: what stands over such a column.
        is_total: whether words stand for all rows.
    """
    first = next((index for index, row in enumerate(rows) if row and "".join(row[0].text.split()) in headings), None)
    if first is None or len(rows[first]) < 2:
        return rows, []
    # Above the headings there are only more of them: 发明 | 实用新型 merged into one.
    body = rows[first + 1 :]
    if not any(row and row[0].text.isdigit() for row in body) or any(row and len(row) > 1 and not _may_go(row, is_total) for row in body):
        return rows, []
    out, numbers = list(rows[:first]), [rows[first][0]]
    out.append(rows[first][1:])
    for row in body:
        if not row or (not row[0].text.isdigit() and row[0].text and not _says_twice(row)):
            out.append(row)
            continue
        place = 1 if row[0].text and not row[0].text.isdigit() else 0
        numbers.append(row[place])
        out.append((*row[:place], *row[place + 1 :]))
    return tuple(out), [cell for cell in numbers if cell.text]


def _may_go(row: tuple[Cell, ...], is_total: Callable[[str], bool]) -> bool:
    text = row[0].text
    return not text or text.isdigit() or is_total(text) or all(not cell.text or cell.start == row[0].start for cell in row[1:])


def _says_twice(row: tuple[Cell, ...]) -> bool:
    """合计 | 合计 | 263, 合计 | | 263: whether the cell behind the first only goes on with it."""
    return len(row) > 1 and (not row[1].text or row[1].start == row[0].start or row[1].text == row[0].text)
