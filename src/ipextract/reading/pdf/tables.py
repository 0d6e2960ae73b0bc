"""The tables of a PDF page: cells closed by lines, rows and columns told by how the text stands."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ipextract.patterns import lazily
from ipextract.reading.builder import TableCell
from ipextract.reading.document import Place
from ipextract.reading.indents import Extent
from ipextract.reading.pdf.glyphs import Glyph
from ipextract.reading.pdf.lines import SPLIT, pieces_of, rows_of, spell
from ipextract.reading.pdf.rules import Box, Rule, Ruled, cells_of, join, ruled_areas

#: What stands in a cell of values: a number with its sign and unit, or a mark for none.
VALUE = lazily(re.compile, r"[-－−+]?[\d][\d, .，]*\s?[%％‰]?|[-—－―–…/*.]{1,3}|无|\.\.\.|…")
_WORD = lazily(re.compile, r"[\u4e00-\u9fffA-Za-z]")
_STOP = lazily(re.compile, r"[。；]")
_NEAR = 3.0
_COLUMN_GAP = 0.8
_FEWEST_ROWS = 3
_CLOSER = 0.75


@dataclass(slots=True)
class Table:
    """A table on a page: its rows, as a builder takes them, and where it stands.

    Attributes:
        rows: each lists the cells that begin in it.
        page: the page it begins on.
        box: x0, y0, x1, y1 on the upright page.
        width: its number of columns.
        extents: of each row where the text in its first column stands.
    """

    rows: list[list[TableCell]]
    page: int
    box: Box
    width: int
    extents: list[Extent | None] = field(default_factory=list)


@dataclass(slots=True)
class _Filled:
    """A cell with its place in the grid and its lines of glyphs."""

    row: int
    column: int
    rows: int
    columns: int
    lines: list[list[Glyph]]


def ruled_tables(rules: list[Rule], glyphs: list[Glyph], page: int) -> tuple[list[Table], list[Glyph]]:
    """The tables that lines rule, and the glyphs that stand in none of them."""
    tables: list[Table] = []
    for area in ruled_areas(rules):
        inside = [glyph for glyph in glyphs if _within(glyph, area.box)]
        if sum(not glyph.blank for glyph in inside) < 4:
            continue
        table = _closed(area, inside, page) if area.uprights or _has_sides(area) else None
        for found in [table] if table is not None else _lying(area, inside, page) if not area.uprights else []:
            tables.append(found)
            glyphs = [glyph for glyph in glyphs if not _within(glyph, found.box)]
    return tables, glyphs


def _has_sides(area: Ruled) -> bool:
    return any(not rule.lies for rule in area.rules) and sum(rule.lies for rule in area.rules) > 2


def _within(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - 0.35 * glyph.size
    return box[0] - _NEAR <= x <= box[2] + _NEAR and box[1] <= y <= box[3]


def _closed(area: Ruled, glyphs: list[Glyph], page: int) -> Table | None:
    """A table whose columns lines part; the sides of many are left open, and so are the rows of its body."""
    left, top, right, bottom = area.box
    frame = [Rule(left, top, right, top), Rule(left, bottom, right, bottom), Rule(left, top, left, bottom), Rule(right, top, right, bottom)]
    boxes = cells_of(join(area.rules + frame))
    if len(boxes) < 2:
        return None
    xs, ys = _edges([x for box in boxes for x in (box[0], box[2])]), _edges([y for box in boxes for y in (box[1], box[3])])
    cells = []
    placed = 0
    for box in boxes:
        inside = [glyph for glyph in glyphs if box[0] <= (glyph.x0 + glyph.x1) / 2 < box[2] and box[1] <= glyph.y - 0.35 * glyph.size < box[3]]
        placed += len(inside)
        row, column = _nearest(ys, box[1]), _nearest(xs, box[0])
        cells.append(_Filled(row, column, _nearest(ys, box[3]) - row, _nearest(xs, box[2]) - column, rows_of(inside)))
    if placed < 0.9 * len(glyphs):
        return None
    grid, extents = _by_lines(cells, len(ys) - 1, page, left)
    return Table(grid, page, area.box, len(xs) - 1, extents) if _plausible(grid, len(xs) - 1) else None


def _edges(values: list[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _NEAR:
            out.append(value)
    return out


def _nearest(values: list[float], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))


def _by_lines(cells: list[_Filled], height: int, page: int, left: float) -> tuple[list[list[TableCell]], list[Extent | None]]:
    """The rows of the grid, where no line parts several rows of values, one for each line of them; where their headings stand."""
    begin = [0]
    anchors = [_anchors([cell for cell in cells if cell.row == row and cell.rows == 1]) for row in range(height)]
    for row in range(height):
        begin.append(begin[-1] + max(1, len(anchors[row])))
    out: list[list[tuple[int, TableCell]]] = [[] for _ in range(begin[-1])]
    extents: list[Extent | None] = [None] * begin[-1]
    for cell in cells:
        first, last = begin[cell.row], begin[cell.row + cell.rows]
        marks = anchors[cell.row] if cell.rows == 1 else []
        if len(marks) < 2:
            out[first].append((cell.column, _cell(cell.lines, page, cell.columns, last - first)))
            extents[first] = _extent(cell.lines[0], left) if cell.column == 0 and cell.lines else extents[first]
            continue
        shares: list[list[list[Glyph]]] = [[] for _ in marks]
        for line in cell.lines:
            shares[_nearest(marks, line[0].y)].append(line)
        for offset, lines in enumerate(shares):
            out[first + offset].append((cell.column, _cell(lines, page, cell.columns, 1)))
            extents[first + offset] = _extent(lines[0], left) if cell.column == 0 and lines else extents[first + offset]
    return [[cell for _, cell in sorted(row, key=lambda one: one[0])] for row in out], extents


def _extent(line: Sequence[Glyph], left: float) -> Extent | None:
    """Where a line stands in its table, without the blanks around it."""
    printed = [glyph for glyph in line if not glyph.blank]
    return Extent(printed[0].x0 - left, printed[-1].x1 - left, printed[0].size) if printed else None


def _anchors(cells: list[_Filled]) -> list[float]:
    """The baselines of the rows that stand in one band between two lines; fewer than two where it is one row."""
    values = [[line[0].y for line in cell.lines if VALUE.fullmatch(_text(line))] for cell in cells]
    several = [ys for ys, cell in zip(values, cells, strict=True) if len(ys) >= 2 and len(ys) >= 0.6 * len(cell.lines)]
    if not several:
        return []
    size = max(glyph.size for cell in cells for line in cell.lines for glyph in line)
    anchors = _clusters([y for ys in several for y in ys], 0.5 * size)
    pitch = min((after - before for before, after in pairwise(anchors)), default=0.0)
    # A row that is words alone keeps the distance of the rows; a second line of a heading stands closer.
    alone = _clusters([line[0].y for cell in cells for line in cell.lines], 0.5 * size)
    return sorted([*anchors, *(y for y in alone if all(abs(y - anchor) >= _CLOSER * pitch for anchor in anchors))])


def _clusters(values: list[float], near: float) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > near:
            out.append(value)
    return out


def _text(line: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in line).strip()


def _cell(lines: list[list[Glyph]], page: int, columns: int, rows: int) -> TableCell:
    """The lines of a cell as one text: words of Latin letters keep a blank between them."""
    text, places = "", []
    for line in lines:
        if all(glyph.blank for glyph in line):
            continue
        piece, found = spell(line, page)
        if text and text[-1].isascii() and text[-1].isalpha() and piece[0].isascii() and piece[0].isalpha():
            text += " "
        places += [Place(len(text) + place.start, len(text) + place.end, place.page, place.glyph) for place in found]
        text += piece
    return TableCell(text, columns, rows, tuple(places))


def _plausible(grid: list[list[TableCell]], width: int) -> bool:
    """Whether it reads as a table: two rows and columns, most cells filled, words in it; a chart is not."""
    texts = [cell.text for row in grid for cell in row]
    filled = sum(bool(text) for text in texts)
    return len(grid) >= 2 and width >= 2 and filled >= 4 and filled >= 0.4 * len(texts) and any(_WORD.search(text) for text in texts)


def _lying(area: Ruled, glyphs: list[Glyph], page: int) -> list[Table]:
    """Tables with lines from left to right alone: the stretches of bands whose text stands in columns."""
    lines = sorted({rule.y0 for rule in area.rules if rule.lies})
    if not lines:
        # A line from top to bottom, alone and struck through text.
        return []
    out: list[Table] = []
    run: list[list[Glyph]] = []
    top = bottom = lines[0]
    for above, below in [*pairwise(lines), (lines[-1], lines[-1])]:
        band = rows_of([glyph for glyph in glyphs if above <= glyph.y - 0.35 * glyph.size < below])
        if band and not _is_prose(band) and any(len(pieces_of(row, _COLUMN_GAP)) > 1 for row in band):
            top = top if run else above
            run, bottom = run + band, below
            continue
        if run and (table := _by_columns(run, page, (area.box[0], top, area.box[2], bottom))) is not None:
            out.append(table)
        run = []
    return out


def _is_prose(rows: list[list[Glyph]]) -> bool:
    return any(len(pieces_of(row, SPLIT)) == 1 and len(row) > 25 and _STOP.search(_text(row)) for row in rows)


def _by_columns(rows: list[list[Glyph]], page: int, box: Box) -> Table | None:
    """A table whose columns are told by what the rows with values leave free."""
    cut = [pieces_of(row, _COLUMN_GAP) for row in rows]
    body = [row for row in cut if len(row) > 1 and any(VALUE.fullmatch(_text(piece)) for piece in row)]
    if len(body) < 2:
        return None
    columns: list[list[float]] = []
    for start, end in sorted((piece[0].x0, piece[-1].x1) for row in body for piece in row):
        if columns and start < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], end)
        else:
            columns.append([start, end])
    if len(columns) < 2:
        return None
    whole = _whole(cut)
    grid = [_spread(row, columns, page) for row in whole]
    extents = [_extent(row[0], box[0]) if row[0][0].x0 < columns[0][1] else None for row in whole]
    return Table(grid, page, box, len(columns), extents) if _plausible(grid, len(columns)) else None


def _whole(rows: list[list[list[Glyph]]]) -> list[list[list[Glyph]]]:
    """The rows; one of words alone that stands close to the next one is the first line of its heading."""
    pitches = [after[0][0].y - before[0][0].y for before, after in pairwise(rows)]
    pitch = statistics.median(pitches) if pitches else 0.0
    out: list[list[list[Glyph]]] = []
    for row in rows:
        before = out[-1] if out else None
        if before is not None and len(before) == 1 and len(row) > 1 and row[0][0].y - before[0][0].y < _CLOSER * pitch and VALUE.fullmatch(_text(row[-1])):
            out[-1] = [before[0] + row[0], *row[1:]] if row[0][0].x0 < before[0][-1].x1 else [before[0], *row]
        else:
            out.append(row)
    return out


def _spread(row: list[list[Glyph]], columns: list[list[float]], page: int) -> list[TableCell]:
    """The cells of a row: a piece that reaches over several columns is a merged cell."""
    out: list[TableCell] = []
    position = 0
    for piece in row:
        start, end = piece[0].x0, piece[-1].x1
        over = [index for index, column in enumerate(columns) if start < column[1] and end > column[0]]
        middle = (start + end) / 2
        first = over[0] if over else _nearest([(left + right) / 2 for left, right in columns], middle)
        last = over[-1] if over else first
        if first < position and out:
            # Two pieces over one column are one cell with a wide gap.
            before = out.pop()
            added = _cell([piece], page, 1, 1)
            shift = len(before.text) + 1
            moved = tuple(Place(place.start + shift, place.end + shift, place.page, place.glyph) for place in added.places)
            out.append(TableCell(f"{before.text} {added.text}", before.columns + max(0, last + 1 - position), 1, before.places + moved))
        else:
            out += [TableCell("")] * (first - position)
            out.append(_cell(rows_of(piece), page, last + 1 - first, 1))
        position = max(position, last + 1)
    return out + [TableCell("")] * (len(columns) - position)


def open_tables(rows: list[list[Glyph]], page: int) -> list[tuple[int, int, Table]]:
    """Tables without lines, as the first and last of the rows they take: words, then values that stand under one another."""
    out: list[tuple[int, int, Table]] = []
    widths = [_columns_of(row) for row in rows]
    index = 0
    while index < len(rows):
        last = index
        while last + 1 < len(rows) and widths[index] and widths[last + 1] == widths[index] and rows[last + 1][0].y - rows[last][0].y < 3 * rows[last][0].size:
            last += 1
        if widths[index] and last - index + 1 >= (_FEWEST_ROWS if widths[index] > 2 else _FEWEST_ROWS + 1):
            first = _heads(rows, index)
            chosen = rows[first : last + 1]
            box = (min(row[0].x0 for row in chosen), chosen[0][0].y, max(row[-1].x1 for row in chosen), chosen[-1][0].y)
            table = _by_columns(chosen, page, box)
            if table is not None and table.width == widths[index]:
                out.append((first, last, table))
        index = last + 1
    return out


def _columns_of(row: list[Glyph]) -> int:
    """How many cells stand in a row that is one of a table, words first and values after them; 0 in any other."""
    pieces = [_text(piece) for piece in pieces_of(row, SPLIT)]
    words = sum(not VALUE.fullmatch(piece) for piece in pieces)
    fits = 0 < words <= 2 and words < len(pieces) and _WORD.search(pieces[0]) and not any(VALUE.fullmatch(piece) for piece in pieces[:words])
    return len(pieces) if fits else 0


def _heads(rows: list[list[Glyph]], body: int) -> int:
    """The first of the rows of headings above a body: pieces of words, as wide apart as its columns."""
    first = body
    while first > 0 and body - first < 3:
        pieces = [_text(piece) for piece in pieces_of(rows[first - 1], SPLIT)]
        if len(pieces) < 2 or any(_STOP.search(piece) or len(piece) > 20 for piece in pieces) or rows[first][0].y - rows[first - 1][0].y > 3 * rows[first][0].size:
            break
        first -= 1
    return first
