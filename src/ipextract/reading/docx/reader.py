"""Word files (DOCX): body in document order, headings and numbering as printed, tables with merged cells resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.archive import Archive
from ipextract.reading.builder import DocumentBuilder, TableCell
from ipextract.reading.document import Document
from ipextract.reading.docx.styles import Look, Numbering, Styles
from ipextract.reading.docx.tables import CHARACTER, RawCell, is_contents, is_hidden, is_layout, read_rows, set_in
from ipextract.reading.docx.text import Line, LineReader, Notes, text_boxes
from ipextract.reading.docx.xml import Element, child, local, parse, stream_body, value
from ipextract.reading.grid import DEEPEST_INDENT
from ipextract.reading.layout import classify, lay_out
from ipextract.reading.limits import Limits
from ipextract.reading.lines import join
from ipextract.reading.table_edges import add_table, split_row

_WRAPPERS = frozenset(("sdtContent", "customXml", "smartTag", "ins", "moveTo", "txbxContent"))
_LONGEST_HEADING = 80
_SENTENCE = lazily(re.compile, r"[。；！？](?!$)|。$")
_CHINESE = lazily(re.compile, r"[\u4e00-\u9fff]")
# Page numbers that a converter left in the body, in mid-sentence too: —3— between 注册登 and 记为民办非企业单位的1.8万个.
_PAGE = lazily(re.compile, r"[—–-]\s*\d{1,3}\s*[—–-]|第\s*\d{1,3}\s*页.{0,12}")
_UNFINISHED = lazily(re.compile, r"[，、；].{0,70}[^。！？；：”）.!?;:)]$")
# What may be a line that a layout broke, or a cell of a table with a cell a line.
_WAITING_LINE = lazily(re.compile, r"^\||^[-－+]?\d[\d,. ]*[%％‰]?$|.{14,}[^。！？；：”）.!?;:…)]$")
_LONGEST_BROKEN = 5_000
_MOST_WAITING = 1_000_000
# A paragraph that a converter broke after a number: 特殊工时制度的企业 9.2⏎万户.
_BROKEN_NUMBER = lazily(re.compile, r"[\u4e00-\u9fff][^。；]{10,}\d$")
_DATE = lazily(re.compile, r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}$")


def read(data: bytes, source: str, limits: Limits) -> Document:
    """Read a Word file.

    Args:
        data: its bytes.
        source: its name, for messages and the record.
        limits: what it may cost.

    Raises:
        InputError: it is broken, holds pictures only, or costs more than the limits.
    """
    package = _Package(Archive(data, source, limits), source)
    builder = DocumentBuilder(source, data, limits)
    try:
        body = _Body(package, builder)
        body.blocks(stream_body(package.archive.chunks(package.main), source, package.main))
        body.notes()
    except RecursionError:
        raise InputError(source, "its parts are nested too deep: the file is damaged; save it anew") from None
    if not body.has_text and body.pictures:
        raise InputError(source, "it holds pictures only, no text: recognise their text first (OCR), then read that")
    metadata = package.properties()
    title = metadata.get("title", "")
    return builder.build(metadata, title if len(title) >= 6 and _CHINESE.search(title) else None)


class _Package:
    """The parts of a Word file and how they refer to each other.

    python-docx unpacks every part at once, without a limit, and refuses files with a reference to
    nothing, so the parts are fetched here, and only those that hold text.
    """

    def __init__(self, archive: Archive, source: str) -> None:
        self.archive = archive
        self._source = source
        self.main = self._related("/", RELATIONSHIP_TYPE.OFFICE_DOCUMENT) or self._any_main()

    def root(self, kind: str) -> Element | None:
        """The root of the part that the document refers to as `kind`; None where there is none."""
        name = self._related(self.main, kind)
        return None if name is None else parse(self.archive.read(name), self._source, name)

    def properties(self) -> dict[str, str]:
        """What the file says of itself; often of the template it was made from, so it is no more than metadata."""
        name = self._related("/", RELATIONSHIP_TYPE.CORE_PROPERTIES)
        if name is None:
            return {}
        stated = {local(element): (element.text or "").strip() for element in parse(self.archive.read(name), self._source, name)}
        return {key: stated[key] for key in ("title", "creator", "created") if stated.get(key)}

    def _related(self, name: str, kind: str) -> str | None:
        base = PackURI(name if name.startswith("/") else "/" + name)
        relations = base.rels_uri.membername
        if relations not in self.archive:
            return None
        # The strict kind of the format has the same names elsewhere: …/relationships/styles.
        wanted = kind.rpartition("/")[2]
        for element in parse(self.archive.read(relations), self._source, relations):
            target = value(element, "Target")
            if (value(element, "Type") or "").rpartition("/")[2] != wanted or not target or value(element, "TargetMode") == "External":
                continue
            found = PackURI.from_rel_ref(base.baseURI, target).membername
            if found in self.archive:
                return str(found)
        return None

    def _any_main(self) -> str:
        names = [name for name in self.archive.names() if re.fullmatch(r"word/document\d*\.xml", name)]
        return min(names, default="word/document.xml")


class _Body:
    """Puts the blocks of a document into the builder, in order."""

    def __init__(self, package: _Package, builder: DocumentBuilder) -> None:
        self._package = package
        self._builder = builder
        self._styles = Styles(package.root(RELATIONSHIP_TYPE.STYLES))
        self._numbering = Numbering(package.root(RELATIONSHIP_TYPE.NUMBERING), self._styles)
        self._notes = Notes()
        self._lines = LineReader(self._styles, self._notes)
        # Paragraphs whose look says nothing: read together, since a layout may have broken them.
        self._pending: list[str] = []
        self._held: list[str] = []
        self._waiting = 0
        self._contents = False
        self._carried = ""
        self.pictures = 0
        self.has_text = False

    def blocks(self, elements: Iterable[Element]) -> None:
        """Add what stands in a body, a cell, a text box or a note."""
        for element in elements:
            self._block(element)
        self._flush()

    def notes(self) -> None:
        """Add the notes that the text refers to, in order, each with its mark."""
        roots: dict[str, dict[str, Element]] = {}
        # A note may refer to another, which is read after it.
        for number, (part, name) in enumerate(self._notes.names, 1):
            if part not in roots:
                root = self._package.root(RELATIONSHIP_TYPE.FOOTNOTES if part == "footnotes" else RELATIONSHIP_TYPE.ENDNOTES)
                roots[part] = {value(note, "id") or "": note for note in root} if root is not None else {}
            note = roots[part].get(name)
            lines = [line for line in self._paragraphs(note) if line.strip()] if note is not None else []
            for index, line in enumerate(lines):
                self._add(f"[{number}]{line.strip()}" if index == 0 else line, kind="paragraph")

    def _block(self, element: Element) -> None:
        name = local(element)
        if name == "p":
            self._paragraph(element)
        elif name == "tbl":
            self._table(element)
        elif name == "sdt":
            outer, self._contents = self._contents, self._contents or is_contents(element)
            content = child(element, "sdtContent")
            for each in content if content is not None else ():
                self._block(each)
            self._contents = outer
        elif name in _WRAPPERS:
            for each in element:
                self._block(each)
        elif name in ("pict", "AlternateContent"):
            self.pictures += 1
            for box in text_boxes(element) if name == "pict" else text_boxes([element]):
                self._apart(box)
        elif name == "altChunk":
            self._builder.warn("a document that is embedded in this one is not read")

    def _apart(self, elements: Iterable[Element]) -> None:
        """Add blocks that are not one text with those around them."""
        self._flush()
        self.blocks(elements)

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        look = self._styles.of(properties)
        line = self._lines.read(element)
        self.pictures += line.pictures
        text = self._carried + line.text
        self._carried = ""
        if child(properties, "rPr", "del") is not None and not is_hidden(properties):
            # Its end was deleted: it goes on in the next paragraph.
            self._carried = text
        elif text.strip() or look.number is not None:
            self._place(self._numbered(look, text), look, centred=value(child(properties, "jc")) == "center")
        for box in line.boxes:
            self._apart(box)

    def _place(self, text: str, look: Look, *, centred: bool) -> None:
        if centred and "\n" in text and not _SENTENCE.search(text):
            # A title over two lines.
            text = join(text.split("\n"))
        bare = text.strip()
        if not bare:
            return
        if self._contents or look.role == "contents":
            self._flush()
            self._add(bare.replace("\t", " "), kind="furniture")
        elif look.role == "caption" and len(bare) <= _LONGEST_HEADING:
            self._flush()
            self._add(bare, kind="caption")
        elif look.level is not None and len(bare) <= _LONGEST_HEADING and "\n" not in bare and not _SENTENCE.search(bare):
            self._flush()
            kind, level = classify(bare)
            self._add(bare, kind="heading", level=level if kind == "heading" and 2 <= level <= 4 else max(1, look.level))
        else:
            if "\t" in bare and ("，" in bare or "。" in bare or len(bare) > _LONGEST_HEADING):
                # A tab that moves a sentence along parts no columns.
                text = text.replace("\t", " ")
            self._wait(text, indented=look.indented or text[:1].isspace())

    def _wait(self, text: str, *, indented: bool) -> None:
        """Keep a paragraph until it is known what follows it."""
        bare = text.strip()
        self.has_text = True
        if _PAGE.fullmatch(bare):
            # Put off until the sentence that it stands in has ended.
            self._held.append(bare)
        elif self._pending and not indented and len(self._pending[-1]) < _LONGEST_BROKEN and _is_broken(self._pending[-1][-80:], bare):
            self._pending[-1] += bare
        else:
            self._pending.append("\u3000\u3000" + bare if indented else text)
        self._waiting += len(text)
        if self._waiting > _MOST_WAITING:
            self._flush()
        if not self._pending or not _UNFINISHED.search(self._pending[-1][-80:].rstrip()):
            self._pending += self._held
            self._held = []

    def _add(self, text: str, *, kind: str, level: int = 0) -> None:
        self.has_text = True
        self._builder.add(text, kind=kind, level=level)  # type: ignore[arg-type]

    def _flush(self) -> None:
        """Add the paragraphs that wait: broken lines joined, tables made of tabs or of lines read as such."""
        lines = self._pending + self._held
        self._pending, self._held, self._waiting = [], [], 0
        if not _needs_layout(lines):
            for line in lines:
                self._builder.add(line)
            return
        text = "\n".join(lines)
        for block in lay_out(text):
            if block.grid is not None:
                self._builder.add_table([[TableCell(cell.text) for cell in row] for row in block.grid])
            else:
                self._builder.add(text[block.start : block.end], kind=block.kind, level=block.level)

    def _numbered(self, look: Look, text: str) -> str:
        """A paragraph with the number of its list before it: a text of its own, never part of a number that follows."""
        if look.number is None:
            return text
        label = self._numbering.label(look.number)
        bare = text.lstrip()
        if not label or not bare:
            return text
        close = not label[-1].isalnum() and label[-1] not in ".．" and not (bare[0].isdigit() and any(char.isdigit() for char in label))
        return label + ("" if close else " ") + bare

    def _table(self, element: Element) -> None:
        rows = read_rows(element)
        if is_layout(rows):
            self._flush()
            for row in rows:
                for cell in row:
                    self._apart(cell.element if cell.element is not None else ())
            return
        made: list[list[TableCell]] = []
        edge = _left_edge(rows)
        for row in rows:
            made += split_row([(self._cell_lines(cell.element, edge if cell.column == 0 else None), cell.columns, cell.rows) for cell in row])
        if any(cell.text for row in made for cell in row):
            self._flush()
            self.has_text = True
            add_table(self._builder, made)

    def _cell_lines(self, element: Element | None, edge: int | None) -> list[str]:
        return [line for paragraph in self._paragraphs(element, edge) for line in paragraph.split("\n") if line.strip()] if element is not None else []

    def _paragraphs(self, element: Element, edge: int | None = None) -> list[str]:
        """The paragraphs in a cell or a note, without their look; those set in from an edge with blanks in front."""
        out: list[str] = []
        for each in element:
            name = local(each)
            if name == "p":
                line: Line = self._lines.read(each)
                self.pictures += line.pictures
                within = set_in(each) if edge is not None else None
                blanks = "\u3000" * min(round((within - edge) / CHARACTER), DEEPEST_INDENT) if edge is not None and within is not None else ""
                out.append(blanks + self._numbered(self._styles.of(child(each, "pPr")), line.text))
                for box in line.boxes:
                    out += self._paragraphs(box)
            elif name in ("sdt", "tbl", "tr", "tc") or name in _WRAPPERS:
                out += self._paragraphs(each, edge)
        return out


def _left_edge(rows: list[list[RawCell]]) -> int | None:
    """How far the rows below the first are set in that are least: a heading in front of a row that is more is a part."""
    first = [cell.element for row in rows[1:] for cell in row if cell.column == 0 and cell.element is not None]
    places = [place for element in first for each in element if local(each) == "p" and each.findtext(".//{*}t") and (place := set_in(each)) is not None]
    return min(places, default=None)


def _is_broken(line: str, following: str) -> bool:
    """Whether a paragraph goes on with the next: a number at its end, and its unit at the head of that."""
    return _BROKEN_NUMBER.search(line) is not None and not _DATE.search(line) and _CHINESE.match(following) is not None and classify(following)[0] != "caption"


def _needs_layout(lines: list[str]) -> bool:
    """Whether lines may belong together; where each is a paragraph of its own, nothing is to be found out."""
    return any("\n" in line or "\t" in line or _WAITING_LINE.search(line[:1] + line[-40:].rstrip()) for line in lines)
