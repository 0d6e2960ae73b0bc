"""A page's elements to lines and tables in reading order, with the boxes that they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ipextract.patterns import lazily
from ipextract.reading.builder import TableCell
from ipextract.reading.grid import DEEPEST_INDENT, count_indent

_LINE_TAGS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "tr"))
_BOX_TAGS = frozenset(("div", "ul", "td"))
_BREAK = lazily(re.compile, r"[ \t\r\n\f]*[\r\n][ \t\r\n\f]*")
_BLANKS = lazily(re.compile, r"[ \t\f\u00a0\u2002\u2003\u2009]+")
# Characters without a shape, and those that no text holds.
_UNSEEN = lazily(re.compile, "[\x00-\x08\x0b\x0e-\x1f\x7f\xad\u200b\ufeff]+")
_SOURCE_BLANKS = " \t\r\n\f"
_ASCII = lazily(re.compile, r"[!-~]")
_INDENTED = lazily(re.compile, r"[\u3000\u00a0\u2003]")
# m, km, cm: what stands above them is a power and no mark of a note.
_LENGTH = lazily(re.compile, r"(?:^|[^A-Za-z])(?:[kcdmhμn]?m)$")
_TENS = lazily(re.compile, r"[×xX*·]\s?10$")
_POWERS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_MARK = lazily(re.compile, r"\d{1,2}")
_SENTENCE_MARKS = "，。；"
_STOPS = "。！？；：.!?;:…”）)"
_SHORTEST_CUT = 15
_LONGEST_CUT = 2_000
_NUMERIC = lazily(re.compile, r"[-－+]?\d[\d,.\s]*[%％‰]?")
# A cell with a text of this length is a part of the page's layout, unless the cells around it are numbers.
_LONG_CELL = 100
_NUMBERS_OF_A_TABLE = 0.3
_WIDEST = 1_000
_TALLEST = 65_534


@dataclass(slots=True)
class Line:
    """A paragraph, an item, a heading: text without a line break.

    Attributes:
        text: with the blanks of the markup gone.
        level: 1 to 6 for h1 to h6, else 0.
        bold: whether all of it is.
        linked: how many of its characters are links.
        files: whether one of them is a link to a file.
        indented: how many wide blanks it begins with.
        broken: whether `<br>` ends it.
        caption: whether it is the caption of a table.
    """

    text: str
    level: int = 0
    bold: bool = False
    linked: int = 0
    files: bool = False
    indented: int = 0
    broken: bool = False
    caption: bool = False


@dataclass(slots=True)
class Table:
    """A table of data: rows of the cells that begin in them."""

    rows: list[list[TableCell]]
    linked: int = 0


Piece = Line | Table


@dataclass(slots=True)
class Box:
    """An element that holds others: its parent's number, its class and id, and the pieces in it."""

    parent: int
    names: str
    first: int
    last: int = 0


@dataclass(slots=True)
class Page:
    """What a page holds.

    Attributes:
        pieces: lines and tables in reading order.
        boxes: the first is the whole page; each stands behind its parent.
        metas: names and contents of the meta elements.
        title: the text of its title element.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    title: str = ""


def read_page(markup: str) -> Page:
    """Walk the tree of simplified markup (`markup.simplify`), without recursion."""
    walker = _Walker()
    parser = LexborHTMLParser(markup)
    root = parser.root
    if root is None:
        return walker.page
    stack: list[tuple[LexborNode, str, str]] = [(root, "-root", "")]
    node = root.first_child
    while stack:
        if node is None:
            done, tag, flags = stack.pop()
            walker.leave(tag, flags)
            node = done.next if stack else None
            continue
        tag = node.tag or ""
        if tag == "-text":
            walker.add(node.text_content or "")
            node = node.next
            continue
        attributes = node.attributes
        flags = attributes.get("f") or ""
        if walker.enter(tag, flags, attributes, node):
            stack.append((node, tag, flags))
            node = node.first_child
        else:
            node = node.next
    walker.finish()
    return walker.page


@dataclass(slots=True)
class _Cell:
    """A cell, the pieces that stand in it, and how far its style sets the first of them in."""

    columns: int
    rows: int
    first: int
    last: int = 0
    indent: int = 0


@dataclass(slots=True)
class _OpenTable:
    """A table whose end has not come."""

    piece: int
    box: int
    rows: list[list[_Cell]] = field(default_factory=list)
    captions: list[tuple[int, int]] = field(default_factory=list)
    nested: bool = False


class _Walker:
    """Takes the start and the end of each element, and its text, in order."""

    def __init__(self) -> None:
        self.page = Page(boxes=[Box(-1, "", 0)])
        self._boxes = [0]
        self._tables: list[_OpenTable] = []
        self._chunks: list[tuple[str, bool, str]] = []
        self._bold = 0
        self._level = 0
        self._links: list[str] = []
        self._raised: list[int] = []
        self._preformatted = 0
        self._caption = 0

    def enter(self, tag: str, flags: str, attributes: dict[str, str | None], node: LexborNode) -> bool:
        """Whether its children are to be read."""
        if tag == "br":
            self._flush(broken=True)
            return False
        if tag == "meta":
            self.page.metas.append((attributes.get("n") or "", attributes.get("v") or ""))
            return False
        if tag == "x-title":
            self.page.title = self.page.title or " ".join(node.text(deep=True).split())
            return False
        if tag in ("x-skip", "-comment", "-doctype") or "h" in flags:
            return False
        if tag == "hr" or tag in _LINE_TAGS or tag in _BOX_TAGS or tag == "table":
            self._flush()
        if tag in _BOX_TAGS or tag == "table":
            names = attributes.get("k") or ""
            self._preformatted += "p" in flags
            if tag == "table":
                self._tables.append(_OpenTable(len(self.page.pieces), len(self.page.boxes)))
            self.page.boxes.append(Box(self._boxes[-1], names, len(self.page.pieces)))
            self._boxes.append(len(self.page.boxes) - 1)
        if tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag == "td" and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(_Cell(_span(attributes.get("c"), _WIDEST), _span(attributes.get("r"), _TALLEST), len(self.page.pieces)))
        elif tag == "caption":
            self._caption = len(self.page.pieces)
        elif tag[0] == "h" and tag[1:].isdigit():
            self._level = int(tag[1:])
        elif tag == "x-a":
            self._links.append(flags)
        if attributes.get("i"):
            self._set_in(int(attributes["i"] or 0))
        self._bold += tag == "x-b" or "b" in flags
        if tag == "x-sup" or "s" in flags:
            self._raised.append(len(self._chunks))
        return True

    def leave(self, tag: str, flags: str) -> None:
        """An element that was entered ends."""
        if tag == "x-sup" or "s" in flags:
            self._lower(self._raised.pop())
        self._bold -= tag == "x-b" or "b" in flags
        if tag == "x-a":
            self._links.pop()
        if tag in _LINE_TAGS or tag in _BOX_TAGS or tag == "table":
            self._flush()
        if tag[0] == "h" and tag[1:].isdigit():
            self._level = 0
        if tag in _BOX_TAGS or tag == "table":
            self.page.boxes[self._boxes.pop()].last = len(self.page.pieces)
            self._preformatted -= "p" in flags
        if tag == "td" and self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].last = len(self.page.pieces)
        elif tag == "caption" and self._tables:
            self._tables[-1].captions.append((self._caption, len(self.page.pieces)))
        elif tag == "table":
            self._end_table(self._tables.pop())

    def add(self, text: str) -> None:
        """Text where it stands."""
        link = "".join(self._links)
        if self._preformatted and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self._chunks.append((line, self._bold > 0, link))
                self._flush(broken=True)
        if text:
            self._chunks.append((text, self._bold > 0, link))

    def finish(self) -> None:
        """The page ends."""
        self._flush()
        self.page.boxes[0].last = len(self.page.pieces)

    def _flush(self, *, broken: bool = False) -> None:
        """The line ends."""
        chunks, self._chunks = self._chunks, []
        printed = "".join(text for text, _, _ in chunks).strip(_SOURCE_BLANKS)
        text = _joined(printed) if printed else ""
        pieces = self.page.pieces
        if not text:
            # A second break, or the end of the paragraph: nothing goes on behind it.
            if pieces and isinstance(pieces[-1], Line):
                pieces[-1].broken = False
            return
        linked = sum(len("".join(text.split())) for text, _, link in chunks if link)
        bold = all(bold or not text.strip() for text, bold, _ in chunks)
        line = Line(text, self._level, bold, linked, any("d" in link for _, _, link in chunks), max(1, count_indent(printed)) if _INDENTED.match(printed) else 0, broken)
        before = pieces[-1] if len(pieces) > self._line_start() else None
        if isinstance(before, Line) and before.broken and _goes_on(before, line):
            pieces[-1] = Line(
                _glued(before.text, text), line.level, bold and before.bold, linked + before.linked, line.files or before.files, before.indented, broken
            )
        else:
            pieces.append(line)

    def _set_in(self, indent: int) -> None:
        """A style sets in what begins a cell."""
        cell = self._tables[-1].rows[-1][-1] if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1] else None
        if cell is not None and len(self.page.pieces) == cell.first and not any(text.strip() for text, _, _ in self._chunks):
            cell.indent = min(cell.indent + indent, DEEPEST_INDENT)

    def _line_start(self) -> int:
        """Where the innermost box begins: a line goes on within it alone."""
        return self.page.boxes[self._boxes[-1]].first

    def _lower(self, place: int) -> None:
        """Raised text: m² and 10⁴ are powers, and any other number is the mark of a note."""
        inside = "".join(text for text, _, _ in self._chunks[place:]).strip()
        if place > len(self._chunks) or not _MARK.fullmatch(inside.removeprefix("-")):
            return
        before = "".join(text for text, _, _ in self._chunks[max(0, place - 6) : place])
        power = (_LENGTH.search(before) and inside in ("2", "3")) or _TENS.search(before)
        if power or not inside.startswith("-"):
            _, bold, link = self._chunks[place]
            self._chunks[place:] = [(inside.translate(_POWERS) if power else f"[{inside}]", bold, link)]

    def _end_table(self, table: _OpenTable) -> None:
        if self._tables:
            self._tables[-1].nested = True
        pieces = self.page.pieces
        if table.nested:
            return
        rows = [[(cell, pieces[cell.first : cell.last]) for cell in row] for row in table.rows]
        above, rows, below = _without_full_rows(rows)
        if not _is_data(rows):
            return
        captions = [piece for first, last in table.captions for piece in pieces[first:last]]
        for piece in captions:
            if isinstance(piece, Line):
                piece.caption = True
        cells = [[TableCell("\u3000" * cell.indent + _cell_text(inside), cell.columns, cell.rows) for cell, inside in row] for row in rows]
        linked = sum(piece.linked for row in rows for _, inside in row for piece in inside)
        del pieces[table.piece :]
        del self.page.boxes[table.box :]
        pieces += [*captions, *above, Table(cells, linked), *below]


_Rows = list[list[tuple[_Cell, list[Piece]]]]


def _span(given: str | None, most: int) -> int:
    """How many columns or rows a cell covers: at most so many as browsers allow."""
    return min(max(int(given[:9]), 1), most) if given else 1


def _joined(printed: str) -> str:
    """A line without the breaks of its markup: a break is a blank between Latin letters and figures only."""

    def between(match: re.Match[str]) -> str:
        before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
        return " " if _ASCII.match(before) and _ASCII.match(after) else ""

    return _BLANKS.sub(" ", _BREAK.sub(between, _UNSEEN.sub("", printed))).strip()


def _glued(before: str, after: str) -> str:
    return f"{before} {after}" if _ASCII.match(before[-1]) and _ASCII.match(after[0]) else before + after


def _goes_on(before: Line, after: Line) -> bool:
    """Whether `<br>` cut a heading (…经济和社会发展<br>统计公报) or a sentence (…全年实现地区<br>生产总值1032亿元，…)."""
    if len(before.text) > _LONGEST_CUT:
        return False
    return before.level > 0 or (
        not after.indented
        and len(before.text) >= _SHORTEST_CUT
        and before.text[-1] not in _STOPS
        and any(mark in before.text for mark in _SENTENCE_MARKS)
        and any(mark in after.text for mark in _SENTENCE_MARKS)
    )


def _cell_text(inside: list[Piece]) -> str:
    text = ""
    for piece in inside:
        if isinstance(piece, Line):
            # The blanks in front of a row's heading say that it is a part of a row above.
            text = _glued(text, piece.text) if text else "\u3000" * piece.indented + piece.text
    return text


def _without_full_rows(rows: _Rows) -> tuple[list[Piece], _Rows, list[Piece]]:
    """Captions and units in rows over the whole width above a table, and notes below it, as lines of their own."""
    width = max((sum(cell.columns for cell, _ in row) for row in rows), default=0)

    def full(row: list[tuple[_Cell, list[Piece]]]) -> bool:
        filled = [(cell, inside) for cell, inside in row if inside]
        if not filled:
            return True
        return len(filled) == 1 and width > 1 and (filled[0][0].columns >= width or _cell_text(filled[0][1]).startswith(("单位：", "单位:")))

    first, last = 0, len(rows)
    while first < last and full(rows[first]):
        first += 1
    while last > first and full(rows[last - 1]):
        last -= 1

    def lines(taken: _Rows) -> list[Piece]:
        return [piece for row in taken for _, inside in row for piece in inside]

    return lines(rows[:first]), rows[first:last], lines(rows[last:])


def _is_data(rows: _Rows) -> bool:
    """Whether a table holds data: one that lays out a page holds paragraphs, or one cell or column alone."""
    cells = [_cell_text(inside) for row in rows for _, inside in row if inside]
    if len(rows) < 2 or max(len(row) for row in rows) < 2 or not cells:
        return False
    long = any(len(text) >= _LONG_CELL and any(mark in text for mark in "。；") for text in cells)
    crowded = any(sum(isinstance(piece, Line) and len(piece.text) >= 40 for piece in inside) >= 2 for row in rows for _, inside in row)
    numbers = sum(_NUMERIC.fullmatch(text) is not None for text in cells)
    return not (long or crowded) or numbers >= _NUMBERS_OF_A_TABLE * len(cells)
