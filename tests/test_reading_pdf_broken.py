"""PDF that is broken, locked, empty or made to cost much: one line that says what to do, soon."""

from __future__ import annotations

import io
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pdf_making import Page, by_hand, make, one_page, stream
from PIL import Image
from reportlab.lib.utils import ImageReader

from ipextract import Extractor, InputError
from ipextract.reading import Document, Limits, read_bytes

RELEASE = Path(__file__).parent.parent / "fixtures" / "formats" / "release.pdf"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def of(data: bytes, limits: Limits | None = None) -> Document:
    return read_bytes(data, "报表.pdf", limits)


def refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        of(data, limits)
    message = str(caught.value)
    assert message.startswith("报表.pdf: ")
    assert "\n" not in message
    return message


def sentence(page: Page) -> None:
    page.wrap(100, "全年新增专利授权量4382件，其中发明专利913件。")


def scan(page: Page) -> None:
    page.canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, 500, 700)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_file_that_is_cut_off(share: float) -> None:
    data = RELEASE.read_bytes()
    message = refused(data[: int(len(data) * share)])
    assert "cut off" in message
    assert "fetch it again" in message


def test_garbage_after_the_first_line() -> None:
    assert "cut off" in refused(b"%PDF-1.4\n" + bytes(range(256)) * 40)
    assert "broken" in refused(b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"\nstartxref\n9\n%%EOF\n")


def test_a_password_is_asked_for_and_an_empty_one_opens() -> None:
    assert "password" in refused(make(sentence, password="geheim"))  # noqa: S106 - a password for a test
    assert "4382件" in of(make(sentence, password="")).text


def test_no_pages() -> None:
    refused(make(sentence, password="geheim"))  # noqa: S106 - what is said of another file does not matter
    assert "no pages" in refused(by_hand([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]))


def test_scanned_pages() -> None:
    message = refused(make(scan, scan))
    assert "OCR" in message
    document = of(make(sentence, scan, scan, sentence, scan))
    assert document.warnings == ("pages 2-3, 5: a picture without text (scanned); recognise its text first (OCR)",)
    assert [block.page for block in document.blocks] == [1, 4]
    assert "empty" in refused(make(lambda page: page.rule(10, 10, 11, 10)))


def test_more_pages_or_text_than_the_limit() -> None:
    data = make(*[sentence] * 12)
    assert "12 pages, more than the limit of 10" in refused(data, Limits(pages=10))
    assert "longer than 100 characters" in refused(data, Limits(characters=100))


def test_an_image_named_pdf() -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "grey").save(out, "PNG")
    assert "image" in refused(out.getvalue())


needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")


def run(script: str) -> tuple[str, float, int]:
    """What a program prints, how long it took, and the most memory it had, in megabytes."""
    began = time.monotonic()
    tests = str(Path(__file__).parent)
    # A child counts the memory of the process that began it as its own, but not in VmHWM.
    peak = "import re; print(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) // 1024)"
    code = f"import sys; sys.path.insert(0, {tests!r})\n{script}\n{peak}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    *lines, memory = done.stdout.strip().split("\n")
    return "\n".join(lines), time.monotonic() - began, int(memory)


READ = """
from ipextract import InputError
from ipextract.reading import read_bytes
try:
    document = read_bytes(data, "bomb.pdf")
    print(len(document.text), document.warnings)
except InputError as error:
    print(error)
"""


@needs_proc
@pytest.mark.parametrize("layers", [1, 2])
def test_streams_that_swell(layers: int) -> None:
    # A gigabyte of blanks in a megabyte.
    script = """
import zlib
from pdf_making import by_hand
engine = zlib.compressobj(9)
packed = b"".join(engine.compress(b" " * 1000000) for _ in range(1000)) + engine.flush()
page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>"
content = b"<</Filter/FlateDecode/Length %d>>stream\\n%s\\nendstream" % (len(packed), packed)
if LAYERS == 2:
    packed = zlib.compress(packed, 9)
    content = b"<</Filter[/FlateDecode /FlateDecode]/Length %d>>stream\\n%s\\nendstream" % (len(packed), packed)
data = by_hand([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content])
"""
    said, seconds, memory = run(script.replace("LAYERS", str(layers)) + READ)
    assert said.startswith("bomb.pdf: unpacked it has more than 100000000 bytes")
    assert seconds < 30
    assert memory < 300


def test_forms_that_draw_forms_that_draw_forms() -> None:
    forms = [
        stream(b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>>>" % (number + 1), packed=number % 2 == 0)
        for number in range(6, 40)
    ]
    last = stream(b"BT /F 9 Tf (5.2%) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>")
    began = time.monotonic()
    assert "over" in refused(one_page(b"/X Do", b"/XObject<</X 6 0 R>>", HELVETICA, *forms, last))
    assert time.monotonic() - began < 10
    once = stream(b"BT /F 9 Tf 50 500 Td (GDP grew by 5.2%.) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>")
    assert "5.2%" in of(one_page(b"/X Do", b"/XObject<</X 6 0 R>>", HELVETICA, once)).text


def test_a_form_that_draws_itself() -> None:
    own = stream(b"/X Do BT /F 9 Tf 50 500 Td (GDP grew by 5.2%.) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>")
    assert "5.2%" in of(one_page(b"/X Do", b"/XObject<</X 6 0 R>>", HELVETICA, own)).text


def test_a_page_full_of_lines_is_read_without_looking_for_tables() -> None:
    content = b"BT /F 9 Tf 50 700 Td (GDP grew by 5.2%.) Tj ET " + b"".join(b"%d 10 m %d 500 l S 10 %d m 500 %d l S " % (x % 590, x % 590, x % 790, x % 790) for x in range(0, 200_000, 3))
    began = time.monotonic()
    document = of(one_page(content, b"/Font<</F 5 0 R>>", HELVETICA, packed=True))
    assert "5.2%" in document.text
    assert document.warnings == ("page 1: too many lines are drawn to look for tables",)
    assert time.monotonic() - began < 30


@needs_proc
def test_a_long_document_takes_time_and_memory_in_proportion() -> None:
    script = """
from pdf_making import make
def draw(page):
    for row in range(30):
        page.put(90 + 24 * (row % 5 == 0), 80 + 22 * row, "全年规模以上工业增加值增长8.4%，其中装备制造业增长9.1%，高技术制造业")
data = make(*[draw] * 500)
""" + READ
    said, seconds, memory = run(script)
    assert int(said.split()[0]) > 500 * 30 * 30
    assert seconds < 90
    assert memory < 900


def test_whatever_the_bytes_only_an_input_error_comes_out() -> None:
    extractor = Extractor()
    data = RELEASE.read_bytes()
    chance = random.Random(4)  # noqa: S311 - no secret
    read = 0
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            place = chance.randrange(len(broken))
            kind = chance.random()
            if kind < 0.6:
                broken[place] = chance.randrange(256)
            elif kind < 0.8:
                del broken[place : place + chance.randint(1, 200)]
            else:
                broken[place:place] = broken[chance.randrange(len(broken)) :][: chance.randint(1, 300)]
        try:
            document = of(bytes(broken))
        except InputError:
            continue
        read += 1
        for block in document.blocks:
            assert 0 <= block.start < block.end <= len(document.text)
        for spot in document.places:
            assert 0 <= spot.start < spot.end <= len(document.text)
        extractor.extract_document(document)
    assert read > 10


def test_memory_is_given_back() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(40):
        of(RELEASE.read_bytes())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
