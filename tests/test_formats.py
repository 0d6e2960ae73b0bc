"""One release in every format: the same claims; and files that are broken, each with a word, the others done."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

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


def _indented(form: str) -> bytes:
    title = "平湖市2024年国民经济和社会发展统计公报"
    if form == "txt":
        return "\n".join([title, BODY, *("\t".join(row) for row in INDENTED)]).encode()
    if form == "html":
        rows = "".join(f"<tr><td>{head}</td><td>{cell}</td></tr>" for head, cell in INDENTED)
        return f"<html><head><meta charset='utf-8'></head><body><h1>{title}</h1><p>{BODY}</p><table>{rows}</table></body></html>".encode()
    buffer = io.BytesIO()
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in ((title,), *INDENTED):
            book.active.append(row)
        book.save(buffer)
    else:
        made = docx.Document()
        made.add_heading(title, 0)
        made.add_paragraph(BODY)
        table = made.add_table(len(INDENTED), 2)
        for row, cells in zip(table.rows, INDENTED, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        made.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["txt", "html", "docx", "xlsx"])
def test_rows_that_are_set_in_are_parts(extractor: Extractor, form: str) -> None:
    claims = extractor.extract_bytes(_indented(form), f"release.{form}").claims
    names = {claim.id: claim.indicator for claim in claims}
    assert [(claim.indicator, claim.part_of and names[claim.part_of]) for claim in claims] == [
        ("从业人员", None),
        ("第一产业从业人员", "从业人员"),
        ("第二产业从业人员", "从业人员"),
        ("工业从业人员", "第二产业从业人员"),
        ("专业技术人才", None),
    ]
