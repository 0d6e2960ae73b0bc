"""OFD files (GB/T 33190): characters at their places to lines, paragraphs and drawn tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ipextract.errors import InputError
from ipextract.reading.archive import Archive
from ipextract.reading.archive import inside as part_inside
from ipextract.reading.builder import DocumentBuilder
from ipextract.reading.document import Document
from ipextract.reading.indents import set_in
from ipextract.reading.limits import Limits
from ipextract.reading.lines import Line, Paragraph, furniture, paragraphs
from ipextract.reading.ofd.page import Element, Page, inside, local, numbers, read_page
from ipextract.reading.ofd.rows import Table, carried_over, cells_of, rows_of
from ipextract.reading.ruled import find_tables
from ipextract.reading.table_edges import add_line, add_table

_MAIN = "OFD.xml"
# Elements of one page: a page of a report has some thousands.
_MOST_TAGS = 1_500_000
_A4 = 297.0
# How far drawn lines that meet may miss each other, in millimetres.
_NEAR = 0.6
_STATED = {"Title": "title", "Author": "creator", "CreationDate": "created"}


def read(data: bytes, source: str, limits: Limits) -> Document:
    """Read an OFD file, with all documents that it holds.

    Args:
        data: its bytes.
        source: its name, for messages and the record.
        limits: what it may cost.

    Raises:
        InputError: a part is missing or broken, there is no text in it, or it costs more than the limits.
    """
    package = _Package(Archive(data, source, limits), source)
    builder = DocumentBuilder(source, data, limits)
    metadata: dict[str, str] = {}
    first = 1
    pictures = characters = 0
    for body in inside(package.parse(_MAIN), "DocBody"):
        metadata = metadata or _stated(body)
        pages: list[Page] = []
        fixed: list[Page] = []
        for page, template in package.pages(body, first):
            pages.append(page)
            fixed += [template] if template is not None else []
            characters += page.characters
            if page.number > limits.pages:
                raise InputError(source, f"it has more than {limits.pages} pages; split it, or raise the limit")
            if characters > limits.characters:
                raise InputError(source, f"its text is longer than {limits.characters} characters; split it, or raise the limit")
        pictures += sum(page.pictures for page in pages)
        if any(page.turned for page in pages):
            builder.warn("text that is turned (a watermark, a table on its side) is not read")
        _add(pages, fixed, builder)
        first += len(pages)
    if not characters and pictures:
        raise InputError(source, "its text is drawn as pictures or outlines: recognise it first (OCR), then read that")
    title = metadata.get("title", "")
    return builder.build(metadata, title if len(title) >= 6 else None)


class _Package:
    """The parts of an OFD file."""

    def __init__(self, archive: Archive, source: str) -> None:
        self._archive = archive
        self._source = source

    def parse(self, part: str) -> Element:
        """The root of a part.

        Raises:
            InputError: it is missing, broken, too large, or declares a document type.
        """
        data = self._archive.read(part)
        if data.count(b"<") > _MOST_TAGS:
            raise InputError(self._source, f"the part {part} has more elements than any page: it is not read; split it")
        try:
            return fromstring(data, forbid_dtd=True)
        except DefusedXmlException:
            raise InputError(self._source, f"the part {part} declares a document type or entities, which no export writes: it is not read") from None
        except (ParseError, ValueError, LookupError):
            raise InputError(self._source, f"the part {part} is broken XML: the file is damaged; fetch it again, or export it anew") from None

    def pages(self, body: Element, first: int) -> Iterator[tuple[Page, Page | None]]:
        """The pages of a document, and with each the template that it is the first to stand on."""
        main = part_inside(_MAIN, self._text(body, "DocRoot", _MAIN))
        root = self.parse(main)
        common = next(iter(inside(root, "CommonData")), None)
        height = self._height(next(iter(inside(common, "PageArea")), None), main) or _A4
        templates = {each.get("ID"): part_inside(main, each.get("BaseLoc") or "") for each in inside(common, "TemplatePage") if each.get("BaseLoc")}
        listed = [page for pages in inside(root, "Pages") for page in inside(pages, "Page")]
        used: set[str] = set()
        for number, element in enumerate(listed, first):
            part = part_inside(main, element.get("BaseLoc") or "")
            content = self.parse(part)
            page = Page(number, self._height(next(iter(inside(content, "Area")), None), part) or height)
            for each in inside(content, "Content"):
                read_page(each, page, self._source, part)
            template = None
            for each in inside(content, "Template"):
                name = templates.get(each.get("TemplateID"))
                if name is not None and name not in used and name in self._archive:
                    used.add(name)
                    template = template or Page(number, page.height)
                    read_page(self.parse(name), template, self._source, name)
            yield page, template

    def _text(self, element: Element, name: str, part: str) -> str:
        text = next((each.text for each in inside(element, name) if each.text and each.text.strip()), None)
        if text is None:
            raise InputError(self._source, f"the part {part} does not say where the document is: the file is damaged; export it anew")
        return str(text)

    def _height(self, area: Element | None, part: str) -> float:
        for box in inside(area, "PhysicalBox"):
            values = numbers(box.text, self._source, part)
            if len(values) == 4:
                return values[3]
        return 0.0


def _stated(body: Element) -> dict[str, str]:
    """What a document says of itself; the printed title wins over it."""
    info = next(iter(inside(body, "DocInfo")), None)
    stated = {local(each): (each.text or "").strip() for each in info} if info is not None else {}
    return {key: stated[name] for name, key in _STATED.items() if stated.get(name)}


def _add(pages: Sequence[Page], fixed: Sequence[Page], builder: DocumentBuilder) -> None:
    """Add the blocks of a document: paragraphs go on over the end of a page, tables too."""
    tables: list[Table] = []
    lines: list[Line] = []
    for page in pages:
        found, rest = cells_of(page.pieces, find_tables(page.strokes, _NEAR), page.number)
        tables += found
        lines += rows_of(rest, page.number)
    heights = {page.number: page.height for page in pages}
    marks = furniture(lines, heights)
    apart: dict[int, list[str]] = {}
    for index in sorted(marks):
        apart.setdefault(lines[index].page, []).append(lines[index].text)
    for template in fixed:
        apart.setdefault(template.number, []).extend(line.text for line in rows_of(template.pieces, template.number))
    texts = paragraphs([line for index, line in enumerate(lines) if index not in marks])
    shown = min(heights, default=1)
    for part in _in_order(texts, tables):
        if isinstance(part, Table):
            # Its caption may stand at the end of the page before: no page number comes between them.
            add_table(builder, set_in(part.rows, part.extents), page=part.page)
            continue
        for done in range(shown, part.page):
            _add_furniture(apart.pop(done, []), done, builder)
        shown = max(shown, part.page)
        add_line(builder, part.text, page=part.page)
    for number in sorted(apart):
        _add_furniture(apart[number], number, builder)


def _in_order(texts: Sequence[Paragraph], tables: Sequence[Table]) -> list[Paragraph | Table]:
    """Paragraphs and tables from top to bottom; a table that a page's end broke is one again."""
    out: list[Paragraph | Table] = []
    begun: dict[int, int] = {}
    parts: list[Paragraph | Table] = [*texts, *tables]
    for part in sorted(parts, key=lambda each: (each.page, each.y0)):
        above = out[-1] if out else None
        whole = carried_over(above, part) if isinstance(above, Table) and isinstance(part, Table) else None
        if whole is None:
            begun[len(out)] = part.page
            out.append(part)
        else:
            out[-1] = whole
    return [replace(part, page=begun[index]) for index, part in enumerate(out)]


def _add_furniture(texts: Sequence[str], number: int, builder: DocumentBuilder) -> None:
    for text in texts:
        builder.add(text, kind="furniture", page=number)
