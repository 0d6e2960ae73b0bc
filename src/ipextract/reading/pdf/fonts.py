"""Pages of which PDFium loses characters, because their fonts are neither in the file nor on the machine."""

from __future__ import annotations

import ctypes
import io
import logging
import math

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ipextract.reading.pdf.glyphs import UNREADABLE, Drawn, meaning

_MOST_OBJECTS = 60_000
# A blank is half as wide as a character, or less.
_ROOM = 0.7
_AT_HAND = (b"times", b"arial", b"helvetica", b"courier", b"calibri", b"cambria", b"symbol", b"verdana", b"tahoma", b"georgia")


def may_lose(page: pdfium.PdfPage) -> bool:
    """Whether PDFium may leave out characters of a page.

    It knows no shape for the characters of a font that is not in the file and not on the machine; one that is
    drawn by itself (4382 in one font, 件 in another) then has no width, and is skipped. A blank has none either,
    but leaves less room.
    """
    if page.get_rotation():
        return False
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    matrix = pdf.FS_MATRIX()
    lost: tuple[float, float, float] | None = None
    for index in range(min(pdf.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = pdf.FPDFPage_GetObject(page.raw, index)
        if pdf.FPDFPageObj_GetType(item) != pdf.FPDF_PAGEOBJ_TEXT or not pdf.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        pdf.FPDFPageObj_GetMatrix(item, matrix)
        if lost is not None and (abs(matrix.f - lost[1]) > 1 or matrix.e - lost[0] > _ROOM * lost[2]):
            return True
        lost = None
        if right.value - left.value < 0.01 and _is_strange(pdf.FPDFTextObj_GetFont(item)):
            size = ctypes.c_float()
            pdf.FPDFTextObj_GetFontSize(item, size)
            lost = (matrix.e, matrix.f, size.value * math.hypot(matrix.c, matrix.d))
    return lost is not None


def _is_strange(font: pdf.FPDF_FONT) -> bool:
    """Whether a font is not in the file, nor one of those that are always at hand."""
    if not font or pdf.FPDFFont_GetIsEmbedded(font) == 1:
        return False
    name = ctypes.create_string_buffer(128)
    pdf.FPDFFont_GetBaseFontName(font, name, 128)
    return not name.value.lower().startswith(_AT_HAND)


def characters_without_fonts(data: bytes, number: int) -> list[Drawn]:
    """The characters of a page as pdfplumber reads them, which needs no shapes; none where it fails."""
    # Its parser writes a warning for every oddity of a font to the terminal of whoever calls.
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
            page = document.pages[0]
            if page.rotation:
                return []
            left, bottom = page.mediabox[0], page.mediabox[1]
            return [drawn for index, char in enumerate(page.chars) for drawn in _drawn(char, index, float(left), float(bottom))]
    except Exception:  # noqa: BLE001 - its parser raises whatever a broken file makes it stumble over
        return []
    finally:
        logger.setLevel(level)


def _drawn(char: dict[str, object], index: int, left: float, bottom: float) -> list[Drawn]:
    text = str(char["text"])
    a, b, _, _, e, f = (float(part) for part in char["matrix"])  # type: ignore[attr-defined]
    x0, y0, x1, y1 = (float(char[edge]) for edge in ("x0", "y0", "x1", "y1"))  # type: ignore[arg-type]
    box = (x0 + left, y0 + bottom, x1 + left, y1 + bottom)
    size = float(char["size"])  # type: ignore[arg-type]
    if not all(map(math.isfinite, (*box, size, e, f))) or size <= 0:
        return []
    said = UNREADABLE if text.startswith("(cid:") else "".join(meaning(ord(one)) for one in text)
    return [Drawn(one, box, (e + left, f + bottom), size, math.atan2(b, a), index) for one in said]
