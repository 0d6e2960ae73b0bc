"""A PDF page as lines and tables in reading order, and what of it is page furniture."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ipextract.patterns import lazily
from ipextract.reading.pdf.glyphs import Glyph
from ipextract.reading.pdf.lines import SPLIT, Line, line_of, pieces_of, rows_of, stretches
from ipextract.reading.pdf.rules import Rule
from ipextract.reading.pdf.tables import VALUE, Table, open_tables, ruled_tables

_NUMBER_PAGE = lazily(re.compile, r"[—–―\-－·•\s]*(?:第\s?)?(?P<number>\d{1,4})\s?页?\s?(?:[/／,，]?\s?(?:共|of)?\s?\d{1,4}\s?页?)?[—–―\-－·•\s]*", re.IGNORECASE)
_ROMAN_PAGE = lazily(re.compile, r"[—–\-\s]*[ivxIVX]{1,6}[—–\-\s]*")
# A line of a table of contents: 一、综合……………3.
_LEADER = lazily(re.compile, r"(?:[.．·…•・]\s?){4,}\s*[-—]?\s*\d{1,4}\s*[-—]?$")
_CAPTION = lazily(re.compile, r"^\W*(?:表|图|附表|附图|专栏)\s?\d")
_UNIT_WORDS = lazily(re.compile, r"[(（]?[万亿千百]*(?:元|美元|人|人次|件|个|户|家|吨|公里|米|平方米|年份?|月份?|季度|[%％‰])[)）]?")
_YEAR = lazily(re.compile, r"(?:19|20)\d{2}年?|[1-4]?\d(?:月|季度)")
_STOP = lazily(re.compile, r"[。；，]")
_NOTE = lazily(re.compile, r"^(?:\[\d{1,2}\]|[①-⑳]|注\s?\d?[:：]|[*＊※]|\d{1,2}[^\d.,%、．年月])")
_EDGE_LINES = 2
_LONGEST_LABEL = 20
_LONGEST_HEAD = 60


@dataclass(slots=True)
class Sheet:
    """A page as it is read.

    Attributes:
        number: 1 the first.
        items: its lines and tables in reading order.
        furniture: its page number, its running heads and feet, the labels of its charts.
        notes: the notes at its foot.
    """

    number: int
    items: list[Line | Table]
    furniture: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """Its lines of text."""
        return [item for item in self.items if isinstance(item, Line)]


def read_sheet(glyphs: Sequence[Glyph], rules: list[Rule], number: int) -> Sheet:
    """The lines and tables of a page."""
    tables, rest = ruled_tables(rules, list(glyphs), number)
    rows = rows_of(rest)
    wide = max((row[-1].x1 for row in rows), default=0.0) - min((row[0].x0 for row in rows), default=0.0)
    items: list[Line | Table] = []
    # A table as wide as the page stands between what is above and what is below it, in every column.
    bars = [table for table in tables if table.box[2] - table.box[0] > 0.6 * wide]
    for table in sorted(bars, key=lambda one: one.box[1]):
        above = [row for row in rows if row[0].y < (table.box[1] + table.box[3]) / 2]
        rows = rows[len(above) :]
        items += [*_flow(above, number), table]
    items += _flow(rows, number)
    for table in tables:
        if table not in bars:
            _insert(items, table)
    return Sheet(number, items)


def _flow(rows: list[list[Glyph]], page: int) -> list[Line | Table]:
    """The lines of rows in reading order, with the margins of their column, and tables without lines."""
    items: list[Line | Table] = []
    for stretch in stretches(rows):
        taken = open_tables(stretch, page)
        inside = {index for first, last, _ in taken for index in range(first, last + 1)}
        lines = {index: line_of(row, page, split=len(pieces_of(row, SPLIT)) > 1) for index, row in enumerate(stretch) if index not in inside}
        left, right = margins(list(lines.values()))
        starts = {first: table for first, _, table in taken}
        for index in range(len(stretch)):
            if index in starts:
                items.append(starts[index])
            elif index in lines:
                items.append(replace(lines[index], left=left, right=right))
    return items


def margins(lines: list[Line]) -> tuple[float, float]:
    """From where to where the lines of a column reach; a single line that stands out does not move them."""
    if not lines:
        return 0.0, 0.0
    size = statistics.median(line.size for line in lines)
    starts, ends = sorted(line.x0 for line in lines), sorted((line.x1 for line in lines), reverse=True)
    left = next((one for one, other in pairwise(starts) if other - one < 0.5 * size), starts[0])
    right = next((one for one, other in pairwise(ends) if one - other < size), ends[0])
    return left, right


def _insert(items: list[Line | Table], table: Table) -> None:
    """Put a table after the last line of its column that stands above it."""
    place = 0
    for index, item in enumerate(items):
        if isinstance(item, Line) and item.y <= table.box[1] + item.size and item.x0 < table.box[2] and item.x1 > table.box[0]:
            place = index + 1
    items.insert(place, table)


def set_apart(sheets: list[Sheet]) -> None:
    """Take the furniture and the notes out of the lines of all pages, and mend the margins of pages with few lines."""
    _apart_numbers(sheets)
    _apart_heads(sheets)
    body = body_size(sheets)
    _mend_margins(sheets)
    for sheet in sheets:
        _apart_charts(sheet)
        _apart_notes(sheet, body)


def body_size(sheets: list[Sheet]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edge(sheet: Sheet) -> tuple[list[Line], list[Line]]:
    """The lines at the top and at the bottom of a page."""
    lines = sorted(sheet.lines, key=lambda line: line.y)
    return lines[:_EDGE_LINES], lines[-_EDGE_LINES:][::-1]


def _take(sheet: Sheet, lines: Sequence[Line], *, whole: bool = True) -> None:
    gone = set(map(id, lines))
    taken = [item for item in sheet.lines if id(item) in gone]
    sheet.items = [item for item in sheet.items if id(item) not in gone]
    if whole:
        sheet.furniture += taken


def _apart_numbers(sheets: list[Sheet]) -> None:
    """Page numbers: marked as such (— 3 —, 第3页), or bare and rising with the pages."""
    bare: list[tuple[Sheet, Line, int]] = []
    for sheet in sheets:
        found = []
        for line in (*_edge(sheet)[0], *_edge(sheet)[1]):
            match = _NUMBER_PAGE.fullmatch(line.text)
            if match and (match.group("number") != line.text.strip()):
                found.append(line)
            elif match:
                bare.append((sheet, line, int(match.group("number")) - sheet.number))
            elif _ROMAN_PAGE.fullmatch(line.text):
                found.append(line)
        _take(sheet, found)
        _take(sheet, [line for line in sheet.lines if _LEADER.search(line.text)])
    if bare:
        offset, count = Counter(one[2] for one in bare).most_common(1)[0]
        if count >= max(2, 0.4 * len(sheets)) or (len(sheets) == 1 and offset == 0):
            for sheet, line, own in bare:
                if own == offset:
                    _take(sheet, [line])


def _apart_heads(sheets: list[Sheet]) -> None:
    """Running heads and feet: the same words, but for digits, in the same place on most pages."""
    if len(sheets) < 2:
        return
    for _ in range(_EDGE_LINES):
        places: dict[tuple[str, str], list[tuple[Sheet, Line]]] = {}
        for sheet in sheets:
            top, bottom = _edge(sheet)
            for side, line in ((side, line) for side, lines in (("top", top), ("bottom", bottom)) for line in lines[:1]):
                if len(line.text) <= _LONGEST_HEAD and not _STOP.search(line.text):
                    places.setdefault((side, re.sub(r"\d+", "#", line.text)), []).append((sheet, line))
        for found in places.values():
            height = statistics.median(line.y for _, line in found)
            same = [(sheet, line) for sheet, line in found if abs(line.y - height) < 0.5 * line.size]
            if len(same) >= max(2, 0.4 * len(sheets)):
                for sheet, line in same:
                    _take(sheet, [line])


def _mend_margins(sheets: list[Sheet]) -> None:
    """Give lines of a column with few lines the margins of the nearest page of the same side."""
    known: list[tuple[int, float, float]] = []
    for sheet in sheets:
        columns = Counter((line.left, line.right) for line in sheet.lines)
        known += [(sheet.number, *column) for column, count in columns.items() if count >= 6]
    if not known:
        return
    for sheet in sheets:
        columns = Counter((line.left, line.right) for line in sheet.lines)
        for index, item in enumerate(sheet.items):
            if not isinstance(item, Line) or columns[item.left, item.right] >= 6:
                continue
            fits = [one for one in known if one[1] <= item.x0 + item.size and one[2] >= item.x1 - 2 * item.size]
            if fits:
                _, left, right = min(fits, key=lambda one: (one[0] % 2 != sheet.number % 2, abs(one[0] - sheet.number)))
                sheet.items[index] = replace(item, left=left, right=right)


def _apart_charts(sheet: Sheet) -> None:
    """The labels of a chart: lines of bare numbers, years and units, and short words among them.

    An axis says nothing, and what a bar says cannot be told from it.
    """
    lines = sheet.lines
    strays = [index for index, line in enumerate(lines) if _is_stray(line) and not (index and _open(lines[index - 1], line))]
    found = [lines[index] for index in strays]
    for one, other in pairwise(strays):
        between = lines[one + 1 : other]
        if all(_is_label(line) for line in between):
            found += between
    if len(strays) >= 3:
        top, bottom = lines[strays[0]], lines[strays[-1]]
        beside = [*lines[max(0, strays[0] - 2) : strays[0]], *lines[strays[-1] + 1 : strays[-1] + 3]]
        found += [line for line in beside if _is_label(line) and top.y - 3 * line.size < line.y < bottom.y + 3 * line.size and line.size <= 1.05 * bottom.size]
    _take(sheet, found)


def _is_stray(line: Line) -> bool:
    pieces = line.text.split()
    numbers = sum(bool(VALUE.fullmatch(piece)) for piece in pieces)
    bare = all(VALUE.fullmatch(piece) or _YEAR.fullmatch(piece) or _UNIT_WORDS.fullmatch(piece) for piece in pieces)
    return bare and (numbers > 0 or len(pieces) > 1)


def _is_label(line: Line) -> bool:
    return len(line.text) <= _LONGEST_LABEL and not _STOP.search(line.text) and not _CAPTION.match(line.text) and not re.match(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]", line.text)


def _open(before: Line, line: Line) -> bool:
    """Whether a line of text goes on in the next line: 增长 | 5.6."""
    return before.x1 > before.right - 2 * before.size and line.x0 < line.left + before.size and line.y - before.y < 3 * before.size and not _is_stray(before)


def _apart_notes(sheet: Sheet, body: float) -> None:
    """The notes at the foot of a page: smaller than the text, from a mark on."""
    first = None
    for index in range(len(sheet.items) - 1, -1, -1):
        item = sheet.items[index]
        if not isinstance(item, Line) or item.size > 0.92 * body:
            break
        if _NOTE.match(item.text):
            first = index
    if first:
        sheet.notes = [item for item in sheet.items[first:] if isinstance(item, Line)]
        del sheet.items[first:]
