"""What a page of an OFD file holds: pieces of text with their places, and lines that are drawn."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import east_asian_width

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.lines import Line
from ipextract.reading.ruled import Stroke

#: An element of the standard library's tree.
Element = Any

_FARTHEST = 1e6
_TOKEN = lazily(re.compile, r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?")
# How many numbers follow each letter of a path.
_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Characters in a line that are farther apart than this many of their size stand in two columns.
_APART = 1.5
_MOST_CHARACTERS = 500_000
_MOST_STROKES = 20_000


@dataclass(slots=True)
class Page:
    """The text and the lines of a page, in millimetres from its upper left corner."""

    number: int
    height: float
    pieces: list[Line] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    turned: bool = False
    pictures: int = 0
    characters: int = 0


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def inside(element: Element | None, name: str) -> list[Element]:
    """The elements called `name` right inside `element`."""
    return [each for each in element if local(each) == name] if element is not None else []


def numbers(text: str | None, source: str, part: str) -> list[float]:
    """The numbers of an attribute such as `0 0 210 297`.

    Raises:
        InputError: one is no number, or absurd.
    """
    out = []
    for word in (text or "").split():
        try:
            number = float(word)
        except ValueError:
            raise _absurd(source, part, word) from None
        if not math.isfinite(number) or abs(number) > _FARTHEST:
            raise _absurd(source, part, word)
        out.append(number)
    return out


def read_page(root: Element, page: Page, source: str, part: str) -> None:
    """Add what a page, or a template of it, holds to `page`.

    Raises:
        InputError: a place is no number, or absurd; or there is more text than any page has.
    """
    for element in root.iter():
        name = local(element)
        if element.get("Visible") == "false":
            continue
        if name == "TextObject":
            _read_text(element, page, source, part)
        elif name == "PathObject":
            page.pictures += 1
            _read_path(element, page, source, part)
        elif name in ("ImageObject", "CompositeObject"):
            page.pictures += 1


def _frame(element: Element, source: str, part: str) -> tuple[tuple[float, ...], float, float]:
    """How the inner places of an object become places on the page: its matrix and its corner."""
    matrix = tuple(numbers(element.get("CTM"), source, part))
    corner = numbers(element.get("Boundary"), source, part)
    return (matrix if len(matrix) == 6 else _IDENTITY), *(corner[:2] if len(corner) == 4 else (0.0, 0.0))


def _read_text(element: Element, page: Page, source: str, part: str) -> None:
    (a, b, c, d, e, f), left, top = _frame(element, source, part)
    stated = numbers(element.get("Size"), source, part)
    size = abs(stated[0]) if stated else 0.0
    scale = math.hypot(c, d)
    shown = size * scale
    if not shown:
        return
    if abs(b) > 0.1 * abs(a):
        page.turned = True
        return
    x = y = 0.0
    for code in inside(element, "TextCode"):
        text = "".join(code.itertext())
        page.characters += len(text)
        if page.characters > _MOST_CHARACTERS:
            raise InputError(source, f"the part {part} has more text than any page: it is not read; split it")
        x = (numbers(code.get("X"), source, part) or [x])[0]
        y = (numbers(code.get("Y"), source, part) or [y])[0]
        places = list(zip(text, _places(text, x, y, size, code, source, part), strict=True))
        if len(places) > 1 and places[-1][1][0] < places[0][1][0]:
            places.reverse()
        run: list[tuple[str, float, float, float]] = []
        for char, (inner_x, inner_y) in places:
            on_x, on_y = a * inner_x + c * inner_y + e + left, b * inner_x + d * inner_y + f + top
            width = shown * _width(char) * (abs(a) / scale if scale else 1.0)
            if run and (on_x - run[-1][1] - run[-1][3] > _APART * shown or abs(on_y - run[-1][2]) > 0.3 * shown):
                _put(page, run, shown)
                run = []
            run.append((char, on_x, on_y, width))
        _put(page, run, shown)


def _put(page: Page, run: list[tuple[str, float, float, float]], size: float) -> None:
    text = "".join(char for char, *_ in run)
    if text.strip():
        base = run[0][2]
        page.pieces.append(Line(page.number, run[0][1], base - 0.85 * size, run[-1][1] + run[-1][3], base + 0.15 * size, text, size))


def _width(char: str) -> float:
    return 1.0 if east_asian_width(char) in "WFA" else 0.5


def _places(text: str, x: float, y: float, size: float, code: Element, source: str, part: str) -> Iterator[tuple[float, float]]:
    """Where each character of a text stands: the first at X and Y, each other as far on as is said, or as it is wide."""
    count = max(0, len(text) - 1)
    across, down = (_deltas(code.get(name), count, source, part) for name in ("DeltaX", "DeltaY"))
    for index, char in enumerate(text):
        yield x, y
        if across:
            x += across[min(index, len(across) - 1)] if index < count else 0.0
        elif not down:
            x += size * _width(char)
        if down and index < count:
            y += down[min(index, len(down) - 1)]


def _deltas(text: str | None, count: int, source: str, part: str) -> list[float]:
    """Distances, where `g 3 4.2` is three of 4.2; never more than there are characters."""
    words = (text or "").split()
    out: list[float] = []
    index = 0
    while index < len(words) and len(out) < count:
        if words[index] in ("g", "G"):
            times, step = [*numbers(" ".join(words[index + 1 : index + 3]), source, part), 0.0, 0.0][:2]
            out += [step] * max(0, min(int(times), count - len(out)))
            index += 3
        else:
            out += numbers(words[index], source, part)
            index += 1
    return out


def _read_path(element: Element, page: Page, source: str, part: str) -> None:
    (a, b, c, d, e, f), left, top = _frame(element, source, part)
    for data in inside(element, "AbbreviatedData"):
        for x0, y0, x1, y1 in _strokes(data.text or "", source, part):
            if len(page.strokes) >= _MOST_STROKES:
                return
            page.strokes.append((a * x0 + c * y0 + e + left, b * x0 + d * y0 + f + top, a * x1 + c * y1 + e + left, b * x1 + d * y1 + f + top))


def _strokes(data: str, source: str, part: str) -> Iterator[Stroke]:
    """The straight lines of a path."""
    words = _TOKEN.findall(data)
    at = begin = (0.0, 0.0)
    index = 0
    while index < len(words):
        letter = words[index]
        count = _ARGUMENTS.get(letter)
        index += 1
        if count is None:
            continue
        values = numbers(" ".join(words[index : index + count]), source, part) if count else []
        index += count
        if len(values) < count:
            return
        end = begin if letter == "C" else (values[-2], values[-1])
        if letter in ("L", "C") and end != at:
            yield (*at, *end)
        if letter in ("S", "M"):
            begin = end
        at = end


def _absurd(source: str, part: str, word: str) -> InputError:
    return InputError(source, f"the part {part} has a place that is none ({word[:20]}): the file is damaged; export it anew")
