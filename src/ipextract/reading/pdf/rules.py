"""The ruling lines of a PDF page, joined, and grouped by the table they belong to."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdf
from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges

from ipextract.reading.pdf.glyphs import turn

# A page with more is a map or a drawing; looking for tables in it would take long and find none.
_MOST_OBJECTS = 60_000
_MOST_SEGMENTS = 40_000
_MOST_RULES = 1_200
_MOST_POINTS = 4_000
_DEEPEST_FORM = 8
_SHORTEST = 3.0
_STRAIGHT = 1.0
_NEAR = 3.0
_THIN = 3.0

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one of the axes of the upright page; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lies(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Ruled:
    """Lines that touch one another, or that stand under one another over the same width.

    Attributes:
        box: what they enclose (x0, y0, x1, y1).
        rules: the lines.
    """

    box: Box
    rules: list[Rule] = field(default_factory=list)

    @property
    def uprights(self) -> list[Rule]:
        """The lines from top to bottom that stand within the box, not at its sides."""
        return [rule for rule in self.rules if not rule.lies and self.box[0] + _NEAR < rule.x0 < self.box[2] - _NEAR]


@dataclass(slots=True)
class Drawing:
    """What a page draws besides text: its ruling lines, whether it holds pictures, and whether it was too much."""

    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    too_much: bool = False


def read_drawing(page: pdfium.PdfPage, turns: int) -> Drawing:
    """The ruling lines of a page in the coordinates of the upright page, and the number of its pictures."""
    drawing = Drawing()
    segments: list[Rule] = []
    left = _MOST_OBJECTS
    stack: list[tuple[Any, Matrix, int]] = [(page.raw, _SAME, 0)]
    while stack and not drawing.too_much:
        holder, outer, depth = stack.pop()
        count = pdf.FPDFFormObj_CountObjects(holder) if depth else pdf.FPDFPage_CountObjects(holder)
        for index in range(count):
            left -= 1
            if left < 0 or len(segments) > _MOST_SEGMENTS:
                drawing.too_much = True
                break
            item = pdf.FPDFFormObj_GetObject(holder, index) if depth else pdf.FPDFPage_GetObject(holder, index)
            kind = pdf.FPDFPageObj_GetType(item)
            if kind == pdf.FPDF_PAGEOBJ_IMAGE:
                drawing.pictures += 1
            elif kind == pdf.FPDF_PAGEOBJ_PATH:
                segments += _lines(item, _product(_matrix(item), outer), turns)
            elif kind == pdf.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
                stack.append((item, _product(_matrix(item), outer), depth + 1))
    if not drawing.too_much:
        drawing.rules = join([rule for rule in segments if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= _SHORTEST or _is_corner(rule)])
        if len(drawing.rules) > _MOST_RULES:
            drawing.rules, drawing.too_much = [], True
    return drawing


def _is_corner(rule: Rule) -> bool:
    """A dot that a word processor draws where the borders of two cells meet; joined to them it closes the line."""
    return rule.x1 - rule.x0 <= _STRAIGHT and rule.y1 - rule.y0 <= _STRAIGHT


def _matrix(item: Any) -> Matrix:
    matrix = pdf.FS_MATRIX()
    if not pdf.FPDFPageObj_GetMatrix(item, matrix):
        return _SAME
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _lines(path: Any, matrix: Matrix, turns: int) -> list[Rule]:
    """The straight lines of a path that is drawn; of a filled shape those that are thin enough to be a line."""
    filling, stroked = ctypes.c_int(), ctypes.c_int()
    pdf.FPDFPath_GetDrawMode(path, filling, stroked)
    if not filling.value and not stroked.value:
        return []
    out: list[Rule] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(min(pdf.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdf.FPDFPath_GetPathSegment(path, index)
        pdf.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        point = turn(a * x.value + c * y.value + e, b * x.value + d * y.value + f, turns)
        if not all(map(math.isfinite, point)):
            return []
        kind = pdf.FPDFPathSegment_GetType(segment)
        if kind == pdf.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdf.FPDF_SEGMENT_LINETO:
            out += _straight(last, point)
        last = point
        if pdf.FPDFPathSegment_GetClose(segment):
            out += _straight(last, first)
            last = first
    if stroked.value or not out:
        return out
    wide = max(rule.x1 for rule in out) - min(rule.x0 for rule in out)
    tall = max(rule.y1 for rule in out) - min(rule.y0 for rule in out)
    return out if min(wide, tall) <= _THIN else []


def _straight(one: tuple[float, float], other: tuple[float, float]) -> list[Rule]:
    rule = Rule(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
    return [rule] if min(rule.x1 - rule.x0, rule.y1 - rule.y0) <= _STRAIGHT else []


def join(rules: list[Rule]) -> list[Rule]:
    """The pieces of each line as one line, and those that nearly coincide as one."""
    if not rules:
        return []
    edges = merge_edges([_edge(rule, lies) for rule in rules for lies in ((True, False) if _is_corner(rule) else (rule.lies,))], _NEAR, _NEAR, _NEAR, _NEAR)
    joined = [Rule(float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"])) for edge in edges]
    return [rule for rule in joined if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= _SHORTEST]


def _edge(rule: Rule, lies: bool) -> dict[str, Any]:
    x1, y1 = (rule.x1, rule.y0) if lies else (rule.x0, rule.y1)
    return {
        "object_type": "line", "orientation": "h" if lies else "v",
        "x0": rule.x0, "x1": x1, "top": rule.y0, "bottom": y1, "doctop": rule.y0, "width": x1 - rule.x0, "height": y1 - rule.y0,
    }


def cells_of(rules: list[Rule]) -> list[Box]:
    """The rectangles that the lines close, as x0, y0, x1, y1."""
    lying = sum(rule.lies for rule in rules)
    if lying * (len(rules) - lying) > _MOST_POINTS * 25:
        return []
    points = edges_to_intersections([_edge(rule, rule.lies) for rule in rules], _NEAR, _NEAR)
    if len(points) > _MOST_POINTS:
        return []
    return [(float(x0), float(y0), float(x1), float(y1)) for x0, y0, x1, y1 in intersections_to_cells(points)]


def ruled_areas(rules: list[Rule]) -> list[Ruled]:
    """The lines by the area they rule, from the top of the page."""
    areas: list[Ruled] = []
    for rule in rules:
        made = Ruled((rule.x0, rule.y0, rule.x1, rule.y1), [rule])
        apart = []
        for area in areas:
            if any(_touch(rule, other) for other in area.rules):
                made = _both(area, made)
            else:
                apart.append(area)
        areas = [*apart, made]
    areas.sort(key=lambda area: area.box[1])
    out: list[Ruled] = []
    for area in areas:
        if out and _same_width(out[-1].box, area.box) and _is_rule(out[-1]) and _is_rule(area):
            out[-1] = _both(out[-1], area)
        else:
            out.append(area)
    return out


def _is_rule(area: Ruled) -> bool:
    """Lines from left to right alone: those of a table that has no others."""
    return all(rule.lies for rule in area.rules)


def _touch(one: Rule, other: Rule) -> bool:
    return one.x0 <= other.x1 + _NEAR and other.x0 <= one.x1 + _NEAR and one.y0 <= other.y1 + _NEAR and other.y0 <= one.y1 + _NEAR


def _same_width(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= 2 * _NEAR and abs(one[2] - other[2]) <= 2 * _NEAR


def _both(one: Ruled, other: Ruled) -> Ruled:
    a, b = one.box, other.box
    return Ruled((min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])), one.rules + other.rules)
