"""Lines of all pages to paragraphs: what the layout broke is joined, across pages too, and handed to a builder."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ipextract.patterns import lazily
from ipextract.reading.builder import DocumentBuilder, Piece, TableCell
from ipextract.reading.document import Place
from ipextract.reading.indents import set_in
from ipextract.reading.layout import classify
from ipextract.reading.pdf.lines import Line
from ipextract.reading.pdf.pages import Sheet, body_size
from ipextract.reading.pdf.tables import Table

_STOP = "。！？；：…!?;:"
_CLOSING = '”’）)》」』"'
_NEVER_FIRST = "，。、；：！？,.;:!?）)》」』”’%％‰"
_MARK = lazily(re.compile, r"^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节部分]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|注\d?[:：])")
_CONTINUED = lazily(re.compile, r"^[（(]?\s?(?:续表?|接上表|表\s?\d+\s?[（(]?续)")
_TOKEN = lazily(re.compile, r"[0-9A-Za-z.,%‰\-]+|.")
_TITLE_SIZE = 1.2
_INDENT = 0.9


@dataclass(slots=True)
class _Paragraph:
    """The lines of a paragraph; what page breaks put before a line stands in `breaks` at its index."""

    lines: list[Line]
    breaks: dict[int, list[Line]] = field(default_factory=dict)


_Part = _Paragraph | Table | Line


@dataclass(frozen=True, slots=True)
class _Habits:
    """How the document sets its paragraphs: the size of the text, the distance of lines, whether first lines are indented."""

    size: float
    pitch: float
    indents: bool


def write_flow(sheets: Sequence[Sheet], builder: DocumentBuilder) -> None:
    """Write the pages to the builder as paragraphs, tables and furniture.

    Page numbers and running heads come where the page begins; within a paragraph that goes on there they
    are a block of their own in a gap of it, and between a caption and its table they come before both.
    """
    parts = _joined_tables(_parts(sheets, _habits(list(sheets))))
    for part in _captions_kept(parts):
        if isinstance(part, Table):
            builder.add_table(set_in(part.rows, part.extents), page=part.page)
        elif isinstance(part, Line):
            builder.add_pieces([Piece(part.text, part.page, part.places)], kind="furniture")
        else:
            builder.add_pieces(_pieces(part))


def _habits(sheets: list[Sheet]) -> _Habits:
    size = body_size(sheets)
    pitches: list[float] = []
    indented = starts = 0
    for sheet in sheets:
        lines = sheet.lines
        for before, line in pairwise(lines):
            if line.size == before.size == size and 0 < line.y - before.y < 4 * size:
                pitches.append(round(line.y - before.y, 1))
        for line in lines:
            indented += 1.2 < (line.x0 - line.left) / line.size < 2.8
            starts += 1
    return _Habits(size, statistics.mode(pitches) if pitches else 2 * size, indented >= 0.08 * starts)


def _parts(sheets: Sequence[Sheet], habits: _Habits) -> list[_Part]:
    out: list[_Part] = []
    opened: _Paragraph | None = None
    notes: list[_Part] = []
    for sheet in sheets:
        waiting = list(sheet.furniture)
        crossed = opened is not None
        for position, item in enumerate(sheet.items):
            if isinstance(item, Line) and opened is not None and _goes_on(opened, item, habits):
                if waiting:
                    opened.breaks.setdefault(len(opened.lines), []).extend(waiting)
                    waiting = []
                opened.lines.append(item)
                continue
            floats = isinstance(item, Table) or classify(item.text)[0] == "caption"
            if crossed and floats and opened is not None and _resumes(opened, sheet.items[position:], habits):
                # 上半年出口 | a table at the top of the page | 增长5.6%: the paragraph is read before the table.
                resumed = next(index for index, other in enumerate(sheet.items) if index > position and isinstance(other, Line) and _goes_on(opened, other, habits))
                line = sheet.items.pop(resumed)
                opened.breaks.setdefault(len(opened.lines), []).extend(waiting)
                waiting = []
                opened.lines.append(line)  # type: ignore[arg-type]
            crossed = False
            out += notes if opened is not None else []
            out += waiting
            notes, waiting, opened = [], [], None
            opened = _Paragraph([item]) if isinstance(item, Line) else None
            out.append(opened or item)
        out += waiting
        found = _note_paragraphs(sheet.notes, habits)
        if opened is None:
            out += found
        else:
            notes += found
    return out + notes


def _note_paragraphs(lines: Sequence[Line], habits: _Habits) -> list[_Part]:
    out: list[_Paragraph] = []
    for line in lines:
        if out and not _MARK.match(line.text) and not line.text.startswith("[") and _goes_on(out[-1], line, habits):
            out[-1].lines.append(line)
        else:
            out.append(_Paragraph([line]))
    return list(out)


def _resumes(opened: _Paragraph, items: Sequence[Line | Table], habits: _Habits) -> bool:
    """Whether a paragraph that the page before left unfinished goes on below what stands at the top of this one."""
    if opened.lines[-1].text[-1] in _STOP:
        return False
    for item in items[:6]:
        if isinstance(item, Table) or classify(item.text)[0] in ("caption", "furniture") or len(item.text) < 15:
            if isinstance(item, Line) and _goes_on(opened, item, habits):
                return True
            continue
        return _goes_on(opened, item, habits)
    return False


def _goes_on(opened: _Paragraph, line: Line, habits: _Habits) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    before = opened.lines[-1]
    text = before.text.rstrip(_CLOSING) or before.text
    ended = text[-1] in _STOP
    if line.page > before.page + 1 or abs(line.size - before.size) > 0.12 * before.size or classify(line.text)[0] == "caption":
        return False
    down = line.y - before.y
    beside = line.page == before.page and down > 0
    if beside and down > 1.6 * max(habits.pitch * before.size / habits.size, 1.1 * before.size):
        return False
    if _both_centred(before, line) and before.size >= _TITLE_SIZE * habits.size and beside and not ended:
        return True
    if (ended or len(before.text) < 12) and _MARK.match(line.text):
        return False
    full = before.right - before.x1 < _first_width(line)
    if (line.x0 - line.left) / line.size > _INDENT:
        # A block that is set in: its lines begin where the one before began.
        return full and not ended and len(opened.lines) > 1 and abs(line.x0 - before.x0) < 0.4 * line.size
    if full:
        return not (ended and beside and down > min(1.25 * habits.pitch, 2.7 * line.size))
    return not ended and habits.indents and len(before.text) >= 15 and any(mark in before.text for mark in "，；。") and any(mark in line.text for mark in "，；。")


def _both_centred(one: Line, other: Line) -> bool:
    return all(line.x0 - line.left > line.size / 2 and abs((line.x0 - line.left) - (line.right - line.x1)) < 3 * line.size for line in (one, other)) or (
        abs((one.x0 + one.x1) - (other.x0 + other.x1)) < one.size
    )


def _first_width(line: Line) -> float:
    """The room that the first word of a line would have needed on the line before."""
    match = _TOKEN.match(line.text)
    token = match.group() if match else ""
    after = line.text[len(token) : len(token) + 1]
    width = sum(0.55 if char.isascii() else 1.0 for char in token + (after if after and after in _NEVER_FIRST else ""))
    return (min(width, 12) + 0.9) * line.size


def _pieces(paragraph: _Paragraph) -> list[Piece]:
    """The text of a paragraph page by page, with what stands between the pages."""
    out: list[Piece] = []
    text, places, page = "", list[Place](), paragraph.lines[0].page
    for index, line in enumerate(paragraph.lines):
        if index in paragraph.breaks:
            out.append(Piece(text, page, tuple(places)))
            out += [Piece(one.text, one.page, one.places, furniture=True) for one in paragraph.breaks[index]]
            text, places, page = "", [], line.page
        last = text or (out[-1].text if out and not out[-1].furniture else "")
        if last and last[-1].isascii() and last[-1].isalpha() and line.text[0].isascii() and line.text[0].isalpha():
            text += " "
        places += [Place(len(text) + place.start, len(text) + place.end, place.page, place.glyph) for place in line.places]
        text += line.text
    return [*out, Piece(text, page, tuple(places))]


def _joined_tables(parts: list[_Part]) -> list[_Part]:
    """A table that goes on on the next page as one: its heading is not repeated, nor is a line that says 续表."""
    out: list[_Part] = []
    for part in parts:
        if isinstance(part, Table):
            between: list[_Part] = []
            while out and (isinstance(out[-1], Line) or _says_continued(out[-1])):
                between.insert(0, out.pop())
            before = out[-1] if out else None
            if isinstance(before, Table) and part.page > before.page and part.width == before.width and _in_line(before, part):
                # What is left of 续表 after the table would be a caption of nothing.
                same = _same_rows(before.rows, part.rows)
                before.rows += part.rows[same:]
                before.extents += part.extents[same:]
                out += [one if isinstance(one, Line) else one.lines[0] for one in between if isinstance(one, Line | _Paragraph)]
                before.box = part.box
                continue
            out += between
        out.append(part)
    return out


def _says_continued(part: _Part) -> bool:
    return isinstance(part, _Paragraph) and len(part.lines) == 1 and _CONTINUED.match(part.lines[0].text) is not None


def _in_line(one: Table, other: Table) -> bool:
    """Whether two tables stand under one another, but for the margins of left and right pages."""
    return abs((one.box[2] - one.box[0]) - (other.box[2] - other.box[0])) < 12


def _same_rows(before: list[list[TableCell]], rows: list[list[TableCell]]) -> int:
    """How many rows of headings a table repeats on its next page."""
    same = 0
    while same < min(len(before), len(rows)) and [cell.text for cell in before[same]] == [cell.text for cell in rows[same]]:
        same += 1
    return same


def _captions_kept(parts: list[_Part]) -> list[_Part]:
    """Furniture between a caption, or the line with the unit, and the table comes before them."""
    out: list[_Part] = []
    for part in parts:
        if isinstance(part, Table):
            furniture: list[_Part] = []
            while out and isinstance(out[-1], Line):
                furniture.insert(0, out.pop())
            first = len(out)
            while furniture and first and len(out) - first < 2 and _is_short(out[first - 1]):
                first -= 1
            out[first:first] = furniture
        out.append(part)
    return out


def _is_short(part: _Part) -> bool:
    return isinstance(part, _Paragraph) and len(part.lines) == 1 and len(part.lines[0].text) <= 40 and part.lines[0].text[-1] not in _STOP
