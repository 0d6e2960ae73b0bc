"""Pieces of text on a page: side by side to lines, inside drawn lines to the cells of a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ipextract.reading.builder import TableCell
from ipextract.reading.grid import count_indent
from ipextract.reading.indents import Extent
from ipextract.reading.lines import Line, join, raise_text
from ipextract.reading.ruled import Box, Ruled

# Pieces farther apart than these many of their size are parted by a blank: words of Chinese, words of the Latin script.
_WIDE, _NARROW = 0.8, 0.2
_SAME_EDGES = 1.0


@dataclass(slots=True)
class Table:
    """A table with its place, and of each row where the text in its first column stands."""

    page: int
    y0: float
    xs: tuple[float, ...]
    rows: list[list[TableCell]]
    extents: list[Extent | None]


def rows_of(pieces: Sequence[Line], page: int) -> list[Line]:
    """The lines that pieces of text make, from top to bottom; those on one height are one line."""
    rows: list[list[Line]] = []
    largest: Line | None = None
    for piece in sorted(pieces, key=lambda each: (each.y0 + each.y1) / 2):
        middle = (piece.y0 + piece.y1) / 2
        if largest is not None and (_level(middle, largest) or _level((largest.y0 + largest.y1) / 2, piece)):
            rows[-1].append(piece)
            largest = max(largest, piece, key=lambda each: each.size)
        else:
            rows.append([piece])
            largest = piece
    return [_line(sorted(row, key=lambda each: each.x0), page) for row in rows]


def _level(middle: float, piece: Line) -> bool:
    return piece.y0 + 0.1 * piece.size <= middle <= piece.y1 - 0.1 * piece.size


def _line(row: list[Line], page: int) -> Line:
    base = max(row, key=lambda each: (each.size, len(each.text)))
    out = ""
    end = row[0].x0
    for piece in row:
        text = piece.text
        if piece.size < 0.75 * base.size and piece.y1 < base.y1 - 0.2 * base.size:
            text = raise_text(out, text)
        gap = (piece.x0 - end) / base.size
        if out and (gap > _WIDE or (gap > _NARROW and out[-1].isascii() and text[:1].isascii() and out[-1].isalpha())):
            out += " "
        out += text
        end = max(end, piece.x1)
    return Line(page, row[0].x0, min(piece.y0 for piece in row), end, base.y1, out, base.size)


def cells_of(pieces: Sequence[Line], ruled: Sequence[Ruled], page: int) -> tuple[list[Table], list[Line]]:
    """The tables that hold text, and the pieces that stand in none."""
    rest = list(pieces)
    tables: list[Table] = []
    for grid in ruled:
        inside: dict[Box, list[Line]] = {}
        outside: list[Line] = []
        places = {(box.row + down, box.column + right): box for box in grid.boxes for down in range(box.rows) for right in range(box.columns)}
        for piece in rest:
            box = _box(grid, places, piece)
            if box is None:
                outside.append(piece)
            else:
                inside.setdefault(box, []).append(piece)
        if len(inside) < 2:
            # A frame, or the lines of a letterhead.
            continue
        rest = outside
        rows: list[list[TableCell]] = [[] for _ in grid.ys[1:]]
        extents: list[Extent | None] = [None for _ in rows]
        for box in grid.boxes:
            lines = rows_of(inside.get(box, ()), page)
            rows[box.row].append(TableCell(join([line.text for line in lines], cells=True), box.columns, box.rows))
            if box.column == 0 and lines:
                extents[box.row] = _extent(lines[0], grid.xs[0])
        tables.append(Table(page, grid.ys[0], grid.xs, rows, extents))
    return tables, rest


def _extent(line: Line, left: float) -> Extent:
    """Where a line stands in its table, without the blanks in front of it."""
    return Extent(line.x0 - left + count_indent(line.text) * line.size, line.x1 - left, line.size)


def _box(grid: Ruled, places: dict[tuple[int, int], Box], piece: Line) -> Box | None:
    row = bisect_right(grid.ys, (piece.y0 + piece.y1) / 2) - 1
    column = bisect_right(grid.xs, (piece.x0 + piece.x1) / 2) - 1
    return places.get((row, column))


def carried_over(above: Table, below: Table) -> Table | None:
    """A table that goes on on the next page as one with its beginning, its repeated heading left out; None for two tables."""
    if below.page != above.page + 1 or len(above.xs) != len(below.xs) or any(abs(a - b) > _SAME_EDGES for a, b in zip(above.xs, below.xs, strict=True)):
        return None
    head = 0
    while head < min(len(above.rows), len(below.rows)) and above.rows[head] == below.rows[head]:
        head += 1
    return replace(above, page=below.page, rows=above.rows + below.rows[head:], extents=above.extents + below.extents[head:])
