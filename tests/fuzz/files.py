"""Files for the readers: whole ones that were tampered with, in their bytes and in what their bytes hold."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from functools import cache
from random import Random
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from fuzz.notices import CORPUS, ROOT, notice, page

FORMATS = ("text", "md", "html", "docx", "pdf", "ofd", "xlsx")
_ENDINGS = {"text": ".txt"}
_FIXTURES = ROOT / "fixtures" / "formats"
# A file of the corpus is taken as a start up to this size: a larger one costs more than it finds.
_LARGEST = 40_000
_STRETCH = 3_000
_NUMBERS = (b"0", b"-1", b"1", b"65535", b"2147483648", b"-2147483649", b"99999999999999999999", b"1e308", b"1e-9", b"NaN", b"0.0000001", b"")
_ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "big5", "latin-1")
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
_MOST_ELEMENTS = 3_000
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{0,300}>")
_HTML = """<table> <tr> <td> <th> <td rowspan=3> <td colspan=2> <td rowspan=99999> <td colspan=-1> <td colspan=65535> </td> </tr> </table> <p> </p> <br> <div> </div> <span> <b> <h1> </h1> <h2> <ul> <li> <ol> <title> </title>
<script> </script> <style> </style> <!-- --> <![CDATA[ ]]> <meta charset=gbk> <meta name=PubDate content=2024-01-02> <base href=x> <template> <svg> <math> <frameset> <select> <option> <textarea> <pre> <a href=javascript:1> &nbsp; &#0;
&#xD800; &#x110000; &amp; &lt < > <p style=display:none> <p hidden> <p align=center> <sup> <sub> <del> <ruby> <rt> <dl> <dt> <dd> <body> <html> <head> <iframe srcdoc='1'> <form> <input value=5> <font> <center>""".split()
_WORD = """<w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:tbl><w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl> <w:tc><w:tcPr><w:gridSpan/></w:tcPr></w:tc> <w:p/> <w:p> </w:p> <w:r> </w:r>
<w:r><w:t/></w:r> <w:sdt> </w:sdt> <w:sdtContent> <w:del> </w:del> <w:ins> </w:ins> <w:tab/> <w:br/> <w:footnoteReference/> <w:pict> <v:textbox> <mc:AlternateContent> <m:oMath> <w:hyperlink> <w:sectPr/> <w:fldChar/> <w:instrText>5</w:instrText>""".split()
_OPERATORS = """q Q BT ET Tf Td TD Tm T* Tj TJ ' " Tr Ts Tz Tw Tc TL cm re m l c h S s f F B n W W* gs Do BI ID EI BDC EMC BMC sh d0 d1 g rg k w J j M d i""".split()
_OPERANDS = "/F1 /F9 (12) (3.5%) <0031> <31 [(1)-900(2)] [ ] << >> 0 1 -1 12 700 595 1e9 99999999999 0.0001 -32769 true null (\\ ) ) (((".split()


def file(form: str, random: Random) -> bytes:
    """A file that is, or was, of this form."""
    made = _made(form, random) if random.random() < 0.5 or not _whole(form) else _whole_one(form, random)
    if made.startswith(b"PK") and random.random() < 0.75:
        made = _repacked(made, random)
    else:
        for _ in range(random.choice((0, 1, 1, 2, 5, 20))):
            made = _changed(made, random)
    return made


def _made(form: str, random: Random) -> bytes:
    """A file of our own; of the archives, which are changed part by part, the whole ones serve."""
    if form in ("text", "md"):
        encoding = random.choice(_ENCODINGS)
        # Half a pair of UTF-16, as broken files have it, is a character only where the encoding writes it.
        return random.choice((page, notice))(random).encode(encoding, random.choice(("ignore", "surrogatepass")) if encoding.startswith("utf-") else "ignore")
    if form == "html":
        words = [random.choice(_HTML) if random.random() < 0.7 else notice(random)[:40] for _ in range(random.randint(1, 60))]
        return ("<html>" + "".join(words)).encode(random.choice(_ENCODINGS), "ignore")
    if form == "pdf":
        return _pdf(random)
    if form == "docx":
        return _docx(random)
    return random.choice(_whole(form))


def _words(random: Random, longest: int) -> str:
    """A beginning of a notice, of characters that XML allows."""
    return notice(random)[:longest].encode("utf-8", "ignore").decode().translate(_CONTROLS)


def _docx(random: Random) -> bytes:
    from office import line, word

    def piece() -> str:
        return line(escape(_words(random, 80))) if random.random() < 0.6 else random.choice(_WORD)

    return word("".join(piece() for _ in range(random.randint(1, 12))))


def _pdf(random: Random) -> bytes:
    from pdf_making import one_page

    words = ["BT /F1 12 Tf 72 700 Td (2024 12) Tj ET"]
    for _ in range(random.randint(1, 40)):
        words += [*random.choices(_OPERANDS, k=random.randint(0, 6)), random.choice(_OPERATORS)]
    font = b"/Font<</F1<</Type/Font/Subtype/%s/BaseFont/%s>>>>" % (random.choice((b"Type1", b"TrueType", b"Type3", b"Type0")), random.choice((b"Helvetica", b"STSong-Light", b"")))
    return one_page(" ".join(words).encode(), font, packed=random.random() < 0.3)


def _whole_one(form: str, random: Random) -> bytes:
    """A whole file; of a long text a stretch."""
    data = random.choice(_whole(form))
    if form not in ("text", "md") or len(data) <= _STRETCH:
        return data
    start = random.randrange(len(data) - _STRETCH)
    return data[start : start + _STRETCH]


@cache
def _whole(form: str) -> tuple[bytes, ...]:
    ending = _ENDINGS.get(form, "." + form)
    paths = [*sorted(_FIXTURES.glob(f"*{ending}")), *sorted(_FIXTURES.glob(f"pages/*{ending}")), *sorted(CORPUS.glob(f"*{ending}"))]
    return tuple(path.read_bytes() for path in paths if path.stat().st_size <= _LARGEST)


def _changed(data: bytes, random: Random) -> bytes:
    """Other bytes at one place, another number, or a tag taken from elsewhere."""
    place = random.randint(0, len(data))
    size = random.choice((1, 1, 2, 8, 64, 500))
    head, part, tail = data[:place], data[place : place + size], data[place + size :]
    kind = random.randrange(9)
    if kind == 0:
        return head + bytes([random.randrange(256)]) + data[place + 1 :]
    if kind == 1:
        return head + tail
    if kind == 2:
        return head + part + part + tail
    if kind == 3:
        return head if random.random() < 0.3 else head + random.randbytes(random.randint(1, 8)) + tail
    if kind == 4:
        found = data[place : place + 4000]
        return head + _NUMBER.sub(lambda _: random.choice(_NUMBERS), found, count=1) + data[place + 4000 :]
    if kind == 5:
        tags: list[bytes] = _TAG.findall(data[place : place + 4000]) or [b"<x>"]
        other = random.randint(0, len(data))
        return data[:other] + random.choice(tags) + data[other:]
    if kind == 6:
        return _TAG.sub(b"", head[-500:] + part, count=random.randint(1, 3)).join((head[:-500], tail))
    if kind == 7:
        return head + notice(random)[:60].encode("utf-8", "replace") + tail
    other = random.randint(0, len(data))
    return head + data[other : other + size] + tail


def _repacked(data: bytes, random: Random) -> bytes:
    """An archive with another content of one part or several, one missing, doubled, or renamed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            parts = [(name, source.read(name)) for name in source.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError):
        return _changed(data, random)
    for _ in range(random.choice((1, 1, 1, 3))):
        at = random.randrange(len(parts))
        # What holds the text is changed most.
        if random.random() < 0.7:
            at = max(range(len(parts)), key=lambda place: (any(word in parts[place][0].lower() for word in ("document.xml", "sheet", "content")), random.random()))
        name, content = parts[at]
        content = _rebuilt(content, random) if random.random() < 0.75 else _changed(content, random)
        parts[at] = (name, content)
        if random.random() < 0.05:
            del parts[at]
        if random.random() < 0.03 or not parts:
            parts.append((random.choice(("../evil.txt", "/etc/x", name, name.upper(), "word/styles.xml")), content))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as target:
        for name, content in dict(parts).items():
            target.writestr(name, content)
    return out.getvalue()


def _rebuilt(content: bytes, random: Random) -> bytes:
    """Another tree of XML: elements that are gone, doubled, or elsewhere, other numbers and words."""
    try:
        root = ET.fromstring(content)
    except ET.ParseError:
        return _changed(content, random)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        elements = list(root.iter())
        one, other = random.choice(elements), random.choice(elements)
        kind = random.randrange(6)
        if kind == 0:
            one.text = _words(random, 60)
        elif kind == 1 and one.attrib:
            one.set(random.choice(list(one.attrib)), random.choice(_NUMBERS).decode())
        elif kind == 2 and one.attrib:
            del one.attrib[random.choice(list(one.attrib))]
        elif kind == 3 and len(one):
            del one[random.randrange(len(one))]
        elif kind == 4 and len(elements) < _MOST_ELEMENTS:
            one.append(deepcopy(other))
        else:
            one.tag = other.tag
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
