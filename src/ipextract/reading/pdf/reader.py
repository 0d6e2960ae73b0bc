"""PDF: text and positions by pypdfium2, tables from the ruling lines by pdfplumber's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.builder import DocumentBuilder
from ipextract.reading.document import Document
from ipextract.reading.limits import Limits
from ipextract.reading.pdf.flow import write_flow
from ipextract.reading.pdf.fonts import characters_without_fonts, may_lose
from ipextract.reading.pdf.glyphs import Drawn, PageGlyphs, drawn_characters, upright
from ipextract.reading.pdf.guard import cost_too_high
from ipextract.reading.pdf.pages import Sheet, read_sheet, set_apart
from ipextract.reading.pdf.rules import read_drawing

_TAIL = lazily(re.compile, rb"startxref\s+\d+\s*$")
_OBJECT = lazily(re.compile, rb"\d+ \d+ obj\b")
_NONE = lazily(re.compile, rb"/Type\s*/Pages\b[^>]*/Count\s+0\b|/Count\s+0\b[^>]*/Type\s*/Pages\b")
_NO_PAGES = "the PDF has no pages"
_CUT_OFF = "the PDF is cut off: its end is missing; fetch it again"
_BROKEN = "the PDF is broken and cannot be opened; fetch it again, or save it anew with another program"

Box = tuple[int, float, float, float, float]


def read(data: bytes, source: str, limits: Limits) -> Document:
    """Read a PDF: paragraphs joined again, tables as grids, page furniture told apart, a page for each block.

    Args:
        data: the file's bytes.
        source: its name, for messages.
        limits: what it may cost.

    Raises:
        InputError: it is cut off, broken, locked with a password, without pages or text, or beyond a limit.
    """
    if _is_cut_off(data):
        raise InputError(source, _CUT_OFF)
    refused = cost_too_high(data, limits.unpacked_bytes)
    if refused:
        raise InputError(source, refused)
    builder = DocumentBuilder(source, data, limits)
    with _opened(data, source) as document:
        count = len(document)
        if count == 0:
            raise InputError(source, _NO_PAGES)
        if count > limits.pages:
            raise InputError(source, f"the PDF has {count} pages, more than the limit of {limits.pages}; split it, or raise the limit")
        reader = _Pages(document, data, source, limits)
        sheets = [sheet for number in range(1, count + 1) if (sheet := reader.sheet(number)) is not None]
    reader.report(builder, count)
    set_apart(sheets)
    write_flow(sheets, builder)
    return builder.build()


def boxes(data: bytes, document: Document, start: int, end: int) -> list[Box]:
    """Where a span of the text stands on the pages.

    Args:
        data: the bytes that the document was read from.
        document: what `read` made of them.
        start: where a span of `document.text` begins.
        end: where it ends.

    Returns:
        For each line that the span touches its page and rectangle: (page, x0, y0, x1, y1), in PDF points
        from the lower left corner of the page.

    Raises:
        InputError: `data` cannot be opened.
    """
    # A page number between the halves of a number is no part of it.
    gaps = [gap for block in document.blocks for gap in block.gaps if start < gap[0] and gap[1] < end]
    found = [place for place in document.places if place.start < end and start < place.end and not any(first <= place.start < last for first, last in gaps)]
    out: list[Box] = []
    if not found:
        return out
    with _opened(data, document.source) as opened:
        for number in sorted({place.page for place in found}):
            drawn = {one.number: one.box for one in _characters(opened[number - 1], data, number)}
            for place in found:
                if place.page != number:
                    continue
                first, last = max(start, place.start) - place.start, min(end, place.end) - place.start
                rectangle = _union([drawn[index] for index in range(place.glyph + first, place.glyph + last)])
                if out and out[-1][0] == number and _follows(out[-1], rectangle):
                    rectangle = _union([out.pop()[1:], rectangle])
                out.append((number, *rectangle))
    return out


def _union(rectangles: list[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    lefts, bottoms, rights, tops = zip(*rectangles, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _follows(before: Box, after: tuple[float, float, float, float]) -> bool:
    """Whether a rectangle goes on on the line of another, a blank further on."""
    _, _, bottom, right, top = before
    return bottom < after[3] and after[1] < top and -1 < after[0] - right < 2 * (top - bottom)


def _is_cut_off(data: bytes) -> bool:
    """Whether the file ends in the middle: no end mark, or objects after the last one."""
    end = data.rfind(b"%%EOF")
    if end < 0:
        return _TAIL.search(data[-64:]) is None
    return _OBJECT.search(data, end) is not None


def _characters(page: pdfium.PdfPage, data: bytes, number: int) -> list[Drawn]:
    """The characters of a page, by the library that finds more of them."""
    text = page.get_textpage()
    try:
        drawn = drawn_characters(text, text.count_chars())
    finally:
        text.close()
    if may_lose(page):
        other = characters_without_fonts(data, number)
        if sum(one.text != " " for one in other) > sum(one.text != " " for one in drawn):
            return other
    return drawn


@contextmanager
def _opened(data: bytes, source: str) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # PDFium keeps the reason of the file before where it has none for this one.
        locked = b"/Encrypt" in data
        if locked and "password" in str(error).lower():
            raise InputError(source, "the PDF is locked with a password: open it, save it without one, then read that") from None
        if locked and "security" in str(error).lower():
            raise InputError(source, "the PDF is encrypted in a way that is not read: save it without protection, then read that") from None
        raise InputError(source, _NO_PAGES if _NONE.search(data) else _BROKEN) from None
    try:
        yield document
    finally:
        document.close()


class _Pages:
    """Reads pages one by one and remembers what could not be read."""

    def __init__(self, document: pdfium.PdfDocument, data: bytes, source: str, limits: Limits) -> None:
        self._document = document
        self._data = data
        self._source = source
        self._limits = limits
        self._count = 0
        self._broken: list[int] = []
        self._pictures: list[int] = []
        self._crowded: list[int] = []
        self._unreadable: dict[int, int] = {}
        self._text = False

    def sheet(self, number: int) -> Sheet | None:
        """A page's lines and tables; None where it has no text."""
        try:
            page = self._document[number - 1]
        except pdfium.PdfiumError:
            self._broken.append(number)
            return None
        try:
            found = self._glyphs(page, number)
            drawing = read_drawing(page, found.turns)
        except pdfium.PdfiumError:
            self._broken.append(number)
            return None
        finally:
            page.close()
        if not any(not glyph.blank for glyph in found.glyphs):
            if drawing.pictures or drawing.too_much:
                self._pictures.append(number)
            return None
        self._text = True
        if found.unreadable:
            self._unreadable[number] = found.unreadable
        if drawing.too_much:
            self._crowded.append(number)
        return read_sheet(found.glyphs, drawing.rules, number)

    def _glyphs(self, page: pdfium.PdfPage, number: int) -> PageGlyphs:
        text = page.get_textpage()
        self._count += max(0, text.count_chars())
        text.close()
        if self._count > self._limits.characters:
            raise InputError(self._source, f"its text is longer than {self._limits.characters} characters; split it, or raise the limit")
        return upright(_characters(page, self._data, number))

    def report(self, builder: DocumentBuilder, count: int) -> None:
        """Note what could not be read; where no page has text, say so.

        Raises:
            InputError: there is no text.
        """
        if not self._text:
            if len(self._broken) == count:
                raise InputError(self._source, _BROKEN)
            if self._pictures:
                raise InputError(self._source, "the PDF has no text, its pages are pictures (scanned): recognise its text first (OCR), then read that")
            raise InputError(self._source, "the PDF has no text: its pages are empty")
        if self._broken:
            builder.warn(f"{_pages(self._broken)}: broken, not read")
        if self._pictures:
            builder.warn(f"{_pages(self._pictures)}: a picture without text (scanned); recognise its text first (OCR)")
        if self._crowded:
            builder.warn(f"{_pages(self._crowded)}: too many lines are drawn to look for tables")
        for number, unreadable in self._unreadable.items():
            builder.warn(f"page {number}: {unreadable} characters have no meaning in its fonts; they are written as \ufffd and read as nothing")


def _pages(numbers: list[int]) -> str:
    """`pages 2, 4-6`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    spelled = ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in runs)
    return f"page {spelled}" if len(numbers) == 1 else f"pages {spelled}"
