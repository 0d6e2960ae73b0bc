"""One release in every format: the same claims; and files that are broken, each with a word, the others done."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from pdf_making import Page, make

from ipextract.errors import InputError
from ipextract.extractor import Extractor
from ipextract.models import Claim, Extraction
from ipextract.reading import Limits, read_bytes

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
FORMATS = ("html", "docx", "pdf", "ofd")


def _key(claim: Claim) -> tuple[object, ...]:
    period, region = claim.period, claim.region
    return (
        claim.kind,
        claim.aspect,
        claim.value,
        claim.unit,
        claim.indicator,
        period and (period.start, period.end),
        region and region.code,
        claim.change and claim.change.basis,
        claim.share and claim.share.whole,
        claim.status,
        claim.section,
    )


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def text(extractor: Extractor) -> Extraction:
    return extractor.extract_file(FIXTURES / "release.txt")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_claims_in_every_format(extractor: Extractor, text: Extraction, form: str) -> None:
    made = extractor.extract_file(FIXTURES / f"release.{form}")
    assert [_key(claim) for claim in made.claims] == [_key(claim) for claim in text.claims]
    assert len(made.claims) > 40
    assert made.document.title == text.document.title
    assert made.document.region == text.document.region
    assert made.document.period == text.document.period
    assert made.document.published == text.document.published
    assert not [numeral for numeral in made.numerals if numeral.role == "unresolved"]


@pytest.mark.parametrize("form", [*FORMATS, "xlsx"])
def test_evidence_is_the_text_at_its_offsets(extractor: Extractor, form: str) -> None:
    made = extractor.extract_file(FIXTURES / f"release.{form}")
    assert made.document.text is not None
    for claim in made.claims:
        assert made.document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


def test_a_workbook_gives_the_claims_of_its_tables(extractor: Extractor, text: Extraction) -> None:
    made = extractor.extract_file(FIXTURES / "release.xlsx")
    tables = [_key(claim)[:5] for claim in text.claims if claim.rule.startswith("table.")]
    assert [_key(claim)[:5] for claim in made.claims] == tables


def test_only_formats_with_pages_say_a_page(extractor: Extractor) -> None:
    pages = {form: {claim.evidence.page for claim in extractor.extract_file(FIXTURES / f"release.{form}").claims} for form in (*FORMATS, "txt")}
    assert pages["txt"] == pages["html"] == pages["docx"] == {None}
    assert pages["pdf"] == {1, 2, 3}
    assert pages["ofd"] == {1, 2}
    assert '"page"' not in extractor.extract_file(FIXTURES / "release.txt").to_json()
    assert '"page": 2' in extractor.extract_file(FIXTURES / "release.pdf").to_json()


@pytest.mark.parametrize("form", [*FORMATS, "xlsx"])
def test_the_name_does_not_matter(extractor: Extractor, form: str, tmp_path: Path) -> None:
    misnamed = tmp_path / "release.txt"
    misnamed.write_bytes((FIXTURES / f"release.{form}").read_bytes())
    assert len(extractor.extract_file(misnamed).claims) == len(extractor.extract_file(FIXTURES / f"release.{form}").claims)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "image"),
        (b"\xff\xd8\xff\xe0" + bytes(64), "image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "legacy office file"),
        (b"{\\rtf1\\ansi " + b"x" * 64, "rich-text"),
        (b"Rar!\x1a\x07\x00" + bytes(64), "archive"),
        (b"PK\x03\x04" + bytes(64), "broken archive"),
        (b"%PDF-1.7\n" + b"nothing" * 9, "PDF"),
        (b"", "empty"),
    ],
)
def test_what_is_not_read_is_said_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "release.pdf")
    assert reason in caught.value.reason
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("release.pdf: ")


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as handle:
        handle.truncate(500_000_000)
    with pytest.raises(InputError, match="more than the limit"):
        Extractor().extract_file(large)
    with pytest.raises(InputError, match="more than the limit of 100"):
        Extractor(limits=Limits(file_bytes=100)).extract_file(FIXTURES / "release.txt")


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "ipextract", "extract", "--format", "jsonl", *map(str, arguments)], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One broken file of each format."""
    root = tmp_path_factory.mktemp("broken")
    out = {}
    for form in ("pdf", "docx", "ofd", "xlsx"):
        data = (FIXTURES / f"release.{form}").read_bytes()
        out[form] = root / f"cut.{form}"
        out[form].write_bytes(data[: len(data) // 2])
    out["html"] = root / "deep.html"
    out["html"].write_text("<html><body>" + "<div>" * 100_000 + "增长5%", encoding="utf-8")
    return out


def test_the_others_are_done(broken: dict[str, Path]) -> None:
    ended = _run(FIXTURES / "release.txt", *broken.values(), FIXTURES / "release.html")
    assert ended.returncode == 1
    errors = [line for line in ended.stderr.splitlines() if "claims" not in line]
    assert len(errors) == len(broken)
    assert all(any(f"{path}: " in line for path in broken.values()) for line in errors)
    assert "Traceback" not in ended.stderr
    assert {line.split('"source": "')[1].split('"')[0] for line in ended.stdout.splitlines()} == {"release.txt", "release.html"}


INDENTED = (("指标", "2024年（万人）"), ("从业人员", "41.2"), ("\u3000第一产业", "3.1"), ("\u3000第二产业", "22.9"), ("\u3000\u3000工业", "19.8"), ("专业技术人才", "9.6"))
BODY = "2024年全市经济稳中有进，各项事业全面进步，人民生活水平继续提高，社会大局保持稳定，高质量发展扎实推进。"
TITLE = "平湖市2024年国民经济和社会发展统计公报"
PARTS = [("从业人员", None), ("第一产业从业人员", "从业人员"), ("第二产业从业人员", "从业人员"), ("工业从业人员", "第二产业从业人员"), ("专业技术人才", None)]


def _text(*, look: bool) -> bytes:
    return "\n".join([TITLE, BODY, *(("\n" if look else "\t").join(row) for row in INDENTED)]).encode()


def _html(*, look: bool) -> bytes:
    def cell(head: str) -> str:
        bare = head.lstrip("\u3000")
        return f"<td><p style='text-indent:{21 * (len(head) - len(bare))}pt'>{bare}</p></td>" if look else f"<td>{head}</td>"

    rows = "".join(f"<tr>{cell(head)}<td>{value}</td></tr>" for head, value in INDENTED)
    return f"<html><head><meta charset='utf-8'></head><body><h1>{TITLE}</h1><p>{BODY}</p><table>{rows}</table></body></html>".encode()


def _xlsx(*, look: bool) -> bytes:
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    for row in ((TITLE,), *INDENTED):
        book.active.append(row)
    for cell in book.active["A"] if look else ():
        bare = cell.value.lstrip("\u3000")
        cell.alignment = openpyxl.styles.Alignment(indent=len(cell.value) - len(bare))
        cell.value = bare
    book.save(buffer)
    return buffer.getvalue()


def _docx(*, look: bool) -> bytes:
    made, buffer = docx.Document(), io.BytesIO()
    made.add_heading(TITLE, 0)
    made.add_paragraph(BODY)
    table = made.add_table(len(INDENTED), 2)
    for row, (head, value) in zip(table.rows, INDENTED, strict=True):
        bare = head.lstrip("\u3000")
        row.cells[0].text, row.cells[1].text = bare if look else head, value
        if look:
            row.cells[0].paragraphs[0].paragraph_format.left_indent = docx.shared.Pt(10.5 * (len(head) - len(bare)))
    made.save(buffer)
    return buffer.getvalue()


def _pdf(*, look: bool) -> bytes:
    def draw(page: Page) -> None:
        page.put(180, 60, TITLE, 16)
        page.wrap(90, BODY)
        for number, (head, value) in enumerate(INDENTED):
            bare = head.lstrip("\u3000")
            page.put(96 + 10 * (len(head) - len(bare)), 164 + 20 * number, bare, 10)
            page.put(300, 164 + 20 * number, value, 10)
        for y in (150, 170, 270):
            page.rule(90, y, 400, y)
        if look:
            page.rule(260, 150, 260, 270)

    return make(draw)


@pytest.mark.parametrize("make_file", [_text, _html, _docx, _xlsx, _pdf])
@pytest.mark.parametrize("look", [False, True])
def test_rows_that_are_set_in_are_parts(extractor: Extractor, make_file: Callable[..., bytes], *, look: bool) -> None:
    """Set in by blanks that are typed, or by how the format has it look; in text columns by tabs or one cell a line, on a page with an upright line or none."""
    claims = extractor.extract_bytes(make_file(look=look), f"release.{make_file.__name__.strip('_').replace('text', 'txt')}").claims
    names = {claim.id: claim.indicator for claim in claims}
    assert [(claim.indicator, claim.part_of and names[claim.part_of]) for claim in claims] == PARTS
