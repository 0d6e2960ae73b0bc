"""The glyphs of a PDF page: what each says and where it stands, upright, each once."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from ipextract.patterns import lazily

UNREADABLE = "\ufffd"
_BLANKS = frozenset(" \t\u00a0\u2002\u2003\u2009\u3000")
_NOTHING = frozenset("\r\n\ufffe\u200b\ufeff\u00ad\x02")
# What tools write for a glyph whose meaning they did not find, printed as text by the next tool.
_CID = lazily(re.compile, r"\(cid:\d{1,6}\)")
_CELL = 2.0
# A narrow glyph without meaning beside digits may be a digit itself; a wide one is a Chinese character.
_NARROW = 0.75
_WIDEST = 1.5
_SLANT = math.radians(8)
_SMALLEST = 0.5


class Glyph(NamedTuple):
    """A character in the coordinates of the upright page: x to the right, y (of its baseline) down, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    number: int

    @property
    def blank(self) -> bool:
        """Whether it prints nothing."""
        return self.text == " "


class PageGlyphs(NamedTuple):
    """The glyphs of a page, the quarter turns that make them upright, and how many are unreadable."""

    glyphs: list[Glyph]
    turns: int
    unreadable: int


def turn(x: float, y: float, turns: int) -> tuple[float, float]:
    """A point of the PDF page in the coordinates in which text that runs in this direction is upright."""
    return ((x, -y), (y, x), (-x, y), (-y, -x))[turns]


class Drawn(NamedTuple):
    """A character as a page draws it, in the coordinates of the PDF: x to the right, y up."""

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    angle: float
    number: int


def upright(drawn: list[Drawn]) -> PageGlyphs:
    """The glyphs of a page in the order in which it draws them.

    A character without a meaning is U+FFFD; one that is drawn twice to look bold stands once; text across
    the page, a watermark, is left out.
    """
    angles = Counter(turns for one in drawn if (turns := _turns(one.angle)) is not None and one.text != " ")
    turns = angles.most_common(1)[0][0] if angles else 0
    glyphs = _without_codes(_once([_upright(one, turns) for one in drawn if _turns(one.angle) == turns]))
    return PageGlyphs(_spread_doubt(glyphs), turns, sum(1 for glyph in glyphs if glyph.text == UNREADABLE))


def _turns(angle: float) -> int | None:
    """The quarter turns of a direction; None for text that runs across."""
    turns = round(angle / (math.pi / 2))
    return turns % 4 if abs(angle - turns * math.pi / 2) <= _SLANT else None


def drawn_characters(page: pdfium.PdfTextPage, count: int) -> list[Drawn]:
    """The first `count` characters of a page, without the blanks and breaks that PDFium adds."""
    raw = page.raw
    box, matrix = pdf.FS_RECTF(), pdf.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    out: list[Drawn] = []
    index = 0
    while index < count:
        place = index
        code = pdf.FPDFText_GetUnicode(raw, index)
        index += 1
        if 0xD800 <= code < 0xDC00 and index < count:
            low = pdf.FPDFText_GetUnicode(raw, index)
            if 0xDC00 <= low < 0xE000:
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                index += 1
        if pdf.FPDFText_IsGenerated(raw, place) == 1:
            continue
        text = meaning(code, unmapped=pdf.FPDFText_HasUnicodeMapError(raw, place) == 1)
        if not text:
            continue
        pdf.FPDFText_GetLooseCharBox(raw, place, box)
        pdf.FPDFText_GetMatrix(raw, place, matrix)
        pdf.FPDFText_GetCharOrigin(raw, place, x, y)
        size = pdf.FPDFText_GetFontSize(raw, place) * math.hypot(matrix.c, matrix.d)
        edges = (box.left, box.bottom, box.right, box.top)
        if all(map(math.isfinite, (*edges, size, x.value, y.value))) and size > _SMALLEST:
            out.append(Drawn(text, edges, (x.value, y.value), size, math.atan2(matrix.b, matrix.a), place))
    return out


def meaning(code: int, *, unmapped: bool = False) -> str:
    """What a code stands for: a character, a blank, nothing, or U+FFFD for what nobody can read."""
    char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if char in _BLANKS:
        return " "
    if char in _NOTHING:
        return ""
    if unmapped or not char or char < " " or 0xE000 <= code < 0xF900 or code >= 0xF0000 or char == "\x7f":
        return UNREADABLE
    return char


def _upright(one: Drawn, turns: int) -> Glyph:
    left, bottom, right, top = one.box
    first, last = turn(left, bottom, turns)[0], turn(right, top, turns)[0]
    return Glyph(one.text, min(first, last), max(first, last), turn(*one.origin, turns)[1], one.size, one.number)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the second drawing of a character at nearly the same place, which makes it look bold."""
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    out = []
    for glyph in glyphs:
        if glyph.blank:
            out.append(glyph)
            continue
        column, line = int(glyph.x0 // _CELL), int(glyph.y // _CELL)
        reach = max(0.25 * (glyph.x1 - glyph.x0), 0.02 * glyph.size)
        near = (other for right in (-1, 0, 1) for down in (-1, 0, 1) for other in seen.get((glyph.text, column + right, line + down), ()))
        if any(abs(other.x0 - glyph.x0) < reach and abs(other.y - glyph.y) < 0.2 * glyph.size for other in near):
            continue
        seen.setdefault((glyph.text, column, line), []).append(glyph)
        out.append(glyph)
    return out


def _without_codes(glyphs: list[Glyph]) -> list[Glyph]:
    """`(cid:123)` in the text is one character that nobody could read."""
    text = "".join(glyph.text[0] for glyph in glyphs)
    if "(cid:" not in text:
        return glyphs
    out: list[Glyph] = []
    position = 0
    for match in _CID.finditer(text):
        out += glyphs[position : match.start()]
        first, last = glyphs[match.start()], glyphs[match.end() - 1]
        out.append(first._replace(text=UNREADABLE, x1=max(first.x1, last.x1)))
        position = match.end()
    return out + glyphs[position:]


def _spread_doubt(glyphs: list[Glyph]) -> list[Glyph]:
    """Digits that touch a narrow character without a meaning, or one whose width nobody knows, are no number either: 1?.5% says neither 1 nor 5%."""
    doubtful = [place for place, glyph in enumerate(glyphs) if glyph.text == UNREADABLE and not _NARROW * glyph.size <= glyph.x1 - glyph.x0 <= _WIDEST * glyph.size]
    if not doubtful:
        return glyphs
    out = list(glyphs)
    for start in doubtful:
        for step in (-1, 1):
            place = start + step
            while 0 <= place < len(out) and (out[place].text.isdigit() or out[place].text in ".,"):
                if abs(out[place].y - out[start].y) > 0.3 * out[start].size:
                    break
                out[place] = out[place]._replace(text=UNREADABLE)
                place += step
    return out
