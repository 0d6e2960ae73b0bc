"""PDFs of our own writing for the tests: text at places, rules, and files put together by hand."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
HEIGHT = float(A4[1])


def width(text: str, size: float = 12) -> float:
    """How wide a text is."""
    _register()
    return float(pdfmetrics.stringWidth(text, FONT, size))


def _register() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Page:
    """Draws with y counted from the top of the page."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def put(self, x: float, y: float, text: str, size: float = 12, font: str = FONT) -> float:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)
        return x + float(pdfmetrics.stringWidth(text, font, size))

    def wrap(self, y: float, text: str, *, left: float = 90, right: float = 505, size: float = 12, leading: float = 20, indent: float = 2) -> float:
        """A paragraph, broken wherever the line is full; returns where the next line would stand."""
        line, x = "", left + indent * size
        for char in text:
            if x + pdfmetrics.stringWidth(line + char, FONT, size) > right and char not in "，。；、":
                self.put(x, y, line, size)
                line, x, y = "", left, y + leading
            line += char
        self.put(x, y, line, size)
        return y + leading

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)


def make(*pages: Callable[[Page], object], password: str | None = None, turned: int = 0) -> bytes:
    """A PDF with a page for each drawing."""
    _register()
    out = io.BytesIO()
    encrypt = None if password is None else StandardEncryption(password, ownerPassword="owner", canPrint=1)
    canvas = Canvas(out, pagesize=A4, invariant=1, encrypt=encrypt)
    for draw in pages:
        if turned:
            canvas.setPageRotation(turned)
        draw(Page(canvas))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def by_hand(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first the catalogue."""
    out = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    place = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, place)


def stream(content: bytes, header: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object."""
    if packed:
        content, header = zlib.compress(content, 9), header + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (header, len(content), content)


def one_page(content: bytes, resources: bytes, *others: bytes, packed: bool = False) -> bytes:
    """A PDF of one page; its content is object 4, the others begin at 5."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>" % resources
    return by_hand([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream(content, packed=packed), *others])
