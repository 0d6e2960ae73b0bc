"""Tables of Word files: which cells begin in a row, how far they reach, and whether a table is one at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipextract.reading.docx.xml import Element, child, is_on, local, value

_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_NOT_AT_THE_LEFT = frozenset(("center", "right", "end", "distribute"))
#: The width of a Chinese character of the usual size, in twentieths of a point.
CHARACTER = 210
# Word itself allows 63; what says more is no table of Word's.
_WIDEST = 4096


@dataclass(slots=True)
class RawCell:
    """A cell as it stands in the file, with its place: None for the blank before a row that begins late."""

    element: Element | None
    column: int
    columns: int
    rows: int = 1


def read_rows(table: Element) -> list[list[RawCell]]:
    """The cells that begin in each row; those that a merged cell reaches into are its own."""
    rows: list[list[RawCell]] = []
    open_cells: dict[int, RawCell] = {}
    for row in _inside(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            continue
        made: list[RawCell] = []
        column = _span(value(child(properties, "gridBefore")), 0)
        if column:
            made.append(RawCell(None, 0, column))
        going_on: dict[int, RawCell] = {}
        for cell in _inside(row, "tc"):
            look = child(cell, "tcPr")
            columns = _span(value(child(look, "gridSpan")), 1)
            merge = child(look, "vMerge")
            sideways = value(child(look, "hMerge"))
            if made and child(look, "hMerge") is not None and sideways in (None, "continue"):
                made[-1].columns += columns
                column += columns
                continue
            owner = open_cells.get(column) if merge is not None and value(merge) in (None, "continue") else None
            if owner is not None:
                owner.rows += 1
                going_on[column] = owner
                column += owner.columns
                continue
            made.append(RawCell(cell, column, columns))
            if merge is not None:
                going_on[column] = made[-1]
            column += columns
        open_cells = going_on
        rows.append(made)
    return rows


def set_in(paragraph: Element) -> int | None:
    """How far a paragraph is set in, in twentieths of a point; None where it stands in the middle or at the right."""
    properties = child(paragraph, "pPr")
    if value(child(properties, "jc")) in _NOT_AT_THE_LEFT:
        return None
    stated = child(properties, "ind")
    if stated is None:
        return 0
    left = _length(stated, "left") or _length(stated, "start")
    return left + (_length(stated, "firstLine") or -_length(stated, "hanging"))


def _length(stated: Element, name: str) -> int:
    """A length in twentieths of a point, which may be given in hundredths of a character."""
    chars, points = value(stated, name + "Chars"), value(stated, name)
    for text, factor in ((chars, CHARACTER / 100), (points, 1.0)):
        if text is not None and re.fullmatch(r"-?\d{1,6}", text) and int(text):
            return round(int(text) * factor)
    return 0


def is_layout(rows: list[list[RawCell]]) -> bool:
    """Whether a table only puts things beside or under each other: a frame around text, one column, tables in cells."""
    cells = [cell for row in rows for cell in row if cell.element is not None]
    if all(len(row) <= 1 for row in rows):
        return True
    return any(local(part) == "tbl" for cell in cells for part in _blocks(cell.element))


def is_contents(element: Element) -> bool:
    """Whether a content control holds a table of contents."""
    gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
    return gallery is not None and "contents" in gallery.lower()


def is_hidden(properties: Element | None) -> bool:
    """Whether a paragraph is hidden as a whole, its mark too."""
    return is_on(child(properties, "rPr", "vanish"))


def _inside(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls and insertions."""
    for each in element:
        name = local(each)
        if name == wanted:
            yield each
        elif name in _WRAPPERS:
            yield from _inside(each, wanted)


def _blocks(element: Element) -> Iterator[Element]:
    for each in element:
        if local(each) in _WRAPPERS:
            yield from _blocks(each)
        else:
            yield each


def _span(text: str | None, default: int) -> int:
    return min(int(text), _WIDEST) if text is not None and text.isdecimal() and len(text) <= 9 else default
