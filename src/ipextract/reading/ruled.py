"""Tables that are drawn: horizontal and vertical lines to a grid of cells, merged ones resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: A drawn line: x0, y0, x1, y1.
Stroke = tuple[float, float, float, float]

# A page with more lines than this is a drawing; so is a grid with more cells.
_MOST_STROKES = 6_000
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: where it stands in the grid, how far it reaches, and its edges."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: its cells, its edges from left to right and from top to bottom."""

    boxes: tuple[Box, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]


@dataclass(slots=True)
class _Rule:
    """A line along an axis: where it stands, and from where to where it goes."""

    at: float
    start: float
    end: float


def find_tables(strokes: Sequence[Stroke], near: float) -> list[Ruled]:
    """The tables that lines on a page make, from top to bottom; a frame around one text is none.

    Args:
        strokes: the lines.
        near: how far lines that meet may miss each other.
    """
    if len(strokes) > _MOST_STROKES:
        return []
    across = _merged([_Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)) for x0, y0, x1, y1 in strokes if abs(y1 - y0) <= near < abs(x1 - x0)], near)
    down = _merged([_Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)) for x0, y0, x1, y1 in strokes if abs(x1 - x0) <= near < abs(y1 - y0)], near)
    tables = [table for rows, columns in _groups(across, down, near) if (table := _grid(rows, columns, near)) is not None]
    return sorted(tables, key=lambda table: (table.ys[0], table.xs[0]))


def _merged(rules: list[_Rule], near: float) -> list[_Rule]:
    """Lines that lie on or behind each other as one: cells are often drawn each with a frame of its own."""
    out: list[_Rule] = []
    level: list[_Rule] = []
    for rule in sorted(rules, key=lambda each: each.at):
        if level and rule.at - level[0].at > near:
            out += _chained(level, near)
            level = []
        level.append(rule)
    return out + _chained(level, near)


def _chained(level: list[_Rule], near: float) -> list[_Rule]:
    out: list[_Rule] = []
    for rule in sorted(level, key=lambda each: each.start):
        if out and rule.start <= out[-1].end + near:
            out[-1].end = max(out[-1].end, rule.end)
        else:
            out.append(_Rule(rule.at, rule.start, rule.end))
    return out


def _groups(across: list[_Rule], down: list[_Rule], near: float) -> list[tuple[list[_Rule], list[_Rule]]]:
    """The lines that hang together, each group as those across and those down."""
    owner = list(range(len(across) + len(down)))

    def find(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for number, rule in enumerate(across):
        for other, column in enumerate(down, len(across)):
            if rule.start - near <= column.at <= rule.end + near and column.start - near <= rule.at <= column.end + near:
                owner[find(other)] = find(number)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for number, rule in enumerate(across):
        groups.setdefault(find(number), ([], []))[0].append(rule)
    for other, column in enumerate(down, len(across)):
        groups.setdefault(find(other), ([], []))[1].append(column)
    return list(groups.values())


def _grid(across: list[_Rule], down: list[_Rule], near: float) -> Ruled | None:
    if len(across) < 2 or not down:
        return None
    # The sides of a table may be open: its lines across say how far it reaches.
    xs = _places([*(rule.at for rule in down), min(rule.start for rule in across), max(rule.end for rule in across)], near)
    ys = _places([rule.at for rule in across], near)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows * columns < 2 or rows * columns > _MOST_CELLS or rows < 1 or columns < 1:
        return None
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def find(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            owner[place] = owner[owner[place]]
            place = owner[place]
        return place

    walls = _walls(down, xs, ys, near)
    floors = _walls(across, ys, xs, near)
    for row in range(rows):
        for column in range(columns):
            if column + 1 < columns and (column + 1, row) not in walls:
                owner[find((row, column + 1))] = find((row, column))
            if row + 1 < rows and (row + 1, column) not in floors:
                owner[find((row + 1, column))] = find((row, column))
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in owner:
        members.setdefault(find(place), []).append(place)
    boxes: list[Box] = []
    for places in members.values():
        top, left = min(row for row, _ in places), min(column for _, column in places)
        height, width = max(row for row, _ in places) - top + 1, max(column for _, column in places) - left + 1
        if height * width == len(places):
            boxes.append(_box(top, left, height, width, xs, ys))
        else:
            # No rectangle: a line is missing somewhere, and no cell is merged.
            boxes += [_box(row, column, 1, 1, xs, ys) for row, column in places]
    return Ruled(tuple(sorted(boxes, key=lambda box: (box.row, box.column))), xs, ys)


def _box(row: int, column: int, rows: int, columns: int, xs: tuple[float, ...], ys: tuple[float, ...]) -> Box:
    return Box(row, column, rows, columns, xs[column], ys[row], xs[column + columns], ys[row + rows])


def _walls(rules: list[_Rule], places: tuple[float, ...], along: tuple[float, ...], near: float) -> set[tuple[int, int]]:
    """Where lines part two cells: (which of `places`, which stretch of `along`)."""
    out: set[tuple[int, int]] = set()
    for rule in rules:
        place = min(range(len(places)), key=lambda index: abs(places[index] - rule.at))
        for stretch in range(len(along) - 1):
            middle = (along[stretch] + along[stretch + 1]) / 2
            if rule.start - near <= middle <= rule.end + near:
                out.add((place, stretch))
    return out


def _places(values: Sequence[float], near: float) -> tuple[float, ...]:
    """Values that are near each other as one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > 2 * near:
            out.append(value)
    return tuple(out)
