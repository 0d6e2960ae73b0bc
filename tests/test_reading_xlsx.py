"""Workbooks: tables as they are shown; broken and hostile ones refused in one line."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office import archive, is_read_or_refused, measured, shown

from ipextract import Extractor, InputError, Limits
from ipextract.reading import Document, read_bytes
from ipextract.reading.xlsx.format import show

FIXTURES = Path(__file__).parent.parent / "fixtures" / "formats"
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book(*sheets: tuple[str, list[list[Any]]]) -> Any:
    """A workbook with these sheets."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return workbook


def saved(workbook: Any) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def read(workbook: Any) -> Document:
    return read_bytes(saved(workbook), "表.xlsx")


def reason(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "表.xlsx", limits)
    message = str(caught.value)
    assert message.startswith("表.xlsx: ")
    assert "\n" not in message
    return message


def parts_of(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return {name: made.read(name) for name in made.namelist()}


def with_sheet(rows: str, tail: str = "") -> bytes:
    """A workbook whose first sheet holds this XML."""
    parts = parts_of(saved(book(("数据", [["甲", 1]]))))
    return archive(parts | {"xl/worksheets/sheet1.xml": f"<worksheet {NS}><sheetData>{rows}</sheetData>{tail}</worksheet>"})


def test_the_release_gives_the_claims_of_its_tables() -> None:
    extractor = Extractor()

    def claims(name: str) -> set[tuple[object, ...]]:
        found = [claim for claim in extractor.extract_file(FIXTURES / name).claims if claim.rule.startswith("table.")]
        # A blank between thousands (3 418) is not read in every format; a comma is.
        kept = [claim for claim in found if claim.value != Decimal(3418)]
        return {(claim.kind, claim.aspect, claim.value, claim.unit, claim.indicator, claim.period, claim.region) for claim in kept}

    assert claims("release.xlsx") == claims("release.txt")
    assert len(claims("release.xlsx")) == 12


def test_captions_units_and_notes_stand_beside_the_table() -> None:
    rows: list[list[Any]] = [["2024年平湖市财政收支公报"], ["表2 2024年财政收支情况"], [None, None, "单位：亿元"], ["指标", "绝对数", "增长（%）"], ["收入", 98.53, 3.4], ["其中：税收", 85.17, 1.9], ["注：为初步数。"]]
    assert shown(read(book(("Sheet1", rows))))[1:] == [
        "caption: 表2 2024年财政收支情况",
        "caption: 单位：亿元",
        "指标 | 绝对数 | 增长（%）",
        "收入 | 98.53 | 3.4",
        "其中：税收 | 85.17 | 1.9",
        "paragraph: 注：为初步数。",
    ]


def test_who_made_a_table_and_its_unit_may_share_a_row() -> None:
    rows: list[list[Any]] = [["填报单位：平湖市统计局", None, "单位：亿元"], ["指标", "绝对数", "增长（%）"], ["收入", 98.53, 3.4]]
    assert shown(read(book(("Sheet1", rows))))[1:3] == ["caption: 单位：亿元", "指标 | 绝对数 | 增长（%）"]


def test_blank_rows_part_tables_and_sheets_are_headings() -> None:
    workbook = book(("财政", [["指标", "2024年"], ["收入", 98.5], [], [], ["产品", "产量"], ["服装", 12]]), ("Sheet2", [["甲", 1], ["乙", 2]]), ("空", []))
    assert shown(read(workbook)) == ["heading: 财政", "指标 | 2024年", "收入 | 98.5", "产品 | 产量", "服装 | 12", "甲 | 1", "乙 | 2"]


def test_merged_cells_stand_in_every_place() -> None:
    workbook = book(("S", [["指标", "2024年", None], [None, "绝对数", "增长"], ["收入", 1, 2], [None, 3, 4]]))
    for reference in ("A1:A2", "B1:C1", "A3:A4"):
        workbook["S"].merge_cells(reference)
    assert shown(read(workbook))[1:] == ["指标 | 2024年 | 2024年", "指标 | 绝对数 | 增长", "收入 | 1 | 2", "收入 | 3 | 4"]


def test_what_is_hidden_is_left_out_and_said() -> None:
    workbook = book(("一", [["甲", 1, 7], ["乙", 2, 8], ["丙", 3, 9]]), ("二", [["丁", 4]]), ("三", [["戊", 5]]))
    workbook["二"].sheet_state = "hidden"
    workbook["三"].sheet_state = "veryHidden"
    workbook["一"].row_dimensions[2].hidden = True
    workbook["一"].column_dimensions["B"].hidden = True
    document = read(workbook)
    assert shown(document) == ["heading: 一", "甲 | 7", "丙 | 9"]
    assert len(document.warnings) == 3


def test_formulas_give_the_values_that_were_computed() -> None:
    document = read_bytes(with_sheet('<row r="1"><c r="A1" t="str"><f>"甲"</f><v>甲</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'), "x.xlsx")
    assert shown(document)[1:] == ["甲 | 2"]
    assert not document.warnings
    warned = read(book(("S", [["甲", "=1+1", 3]])))
    assert shown(warned)[1:] == ["甲 | 3"]
    assert "never computed" in warned.warnings[0]


def test_values_are_shown_in_their_formats() -> None:
    workbook = book(("S", [["比重", 0.0847], ["日期", datetime(2024, 3, 1)], ["产量", 1234567.891]]))
    sheet = workbook["S"]
    sheet["B1"].number_format, sheet["B2"].number_format, sheet["B3"].number_format = "0.0%", 'yyyy"年"m"月"', "#,##0.00"
    assert shown(read(workbook))[1:] == ["比重 | 8.5%", "日期 | 2024年3月", "产量 | 1,234,567.89"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1 + 0.2, "General", "0.3"), (1e-7, "General", "0.0000001"), (123456789012, "General", "123456789012"), (1032.4612345678, "General", "1032.461235"),
        (2.675, "0.00", "2.68"), (-0.0847, "0.0%", "-8.5%"), (5, "000", "005"), (1234567, '#,##0,"千元"', "1,235千元"), (12345678, "0.00,,", "12.35"),
        (-3.5, "0.0;[Red]0.0", "-3.5"), (-3.5, r"0.0;[Red]\(0.0\)", "-3.5"), (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', "-"), (0, "0;-0;", ""),
        (98.53, "[$¥-804]#,##0.0", "¥98.5"), (12, '0"件"', "12件"), (12345, "0!.0,", "12345"), (3.5, "# ?/?", "3.5"), (2.5e-10, "0.0E+00", "0.00000000025"),
        (-0.001, "0.0", "0.0"), (0.5, ".0", "0.5"), (0.25, "#.##", "0.25"), (7, "@", "7"), (True, "General", "TRUE"), (None, "0", ""), ("甲", "0.0", "甲"),
        (float("nan"), "0", "nan"), (datetime(2024, 3, 18), "yyyy/m/d", "2024年3月18日"), (datetime(2024, 3, 18, 9, 5), "yyyy-mm-dd hh:mm", "2024年3月18日 09:05"),
        (datetime(2024, 1, 1), "yyyy", "2024年"), (time(9, 5), "hh:mm", "09:05"), (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"), (1.5, '"', "1.5"), (1.5, "", "1.5"),
    ],
)  # fmt: skip
def test_numbers_and_dates_are_shown(value: object, code: str, text: str) -> None:
    assert show(value, code) == text


def test_a_size_that_is_stated_is_not_trusted() -> None:
    parts = parts_of(saved(book(("S", [["甲", 1], ["乙", 2]]))))
    for stated in ("A1", "A1:XFD1048576", "B7"):
        content = bytes(parts["xl/worksheets/sheet1.xml"]).decode().replace('ref="A1:B2"', f'ref="{stated}"')  # type: ignore[arg-type]
        assert shown(read_bytes(archive(parts | {"xl/worksheets/sheet1.xml": content}), "x.xlsx"))[1:] == ["甲 | 1", "乙 | 2"]


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("xl/workbook.xml", "<a><b></a>", "broken XML"),
        ("xl/worksheets/sheet1.xml", "", "broken XML"),
        ("xl/worksheets/sheet1.xml", None, "is missing"),
        ("xl/worksheets/sheet1.xml", f"<worksheet {NS}><dimension ref='何'/><sheetData/></worksheet>", "broken workbook"),
        ("xl/_rels/workbook.xml.rels", None, "is missing"),
        ("[Content_Types].xml", None, "broken workbook"),
        ("xl/styles.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "document type"),
        ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><a>&b;</a>", "document type"),
        ("xl/styles.xml", "<a>" + "<b/>" * 1_000_001 + "</a>", "more elements"),
        ("xl/worksheets/sheet1.xml", f"<worksheet {NS}><sheetData><row r='99999999'><c><v>1</v></c></row></sheetData></worksheet>", "row is numbered"),
        # Found by fuzzing: the rows up to it were counted one by one.
        ("xl/worksheets/sheet1.xml", f"<worksheet {NS}><sheetData><row r='1e308'><c><v>1</v></c></row></sheetData></worksheet>", "row is numbered"),
        ("xl/worksheets/sheet1.xml", f"<worksheet {NS}><sheetData><row r='2147483648000000'><c><v>1</v></c></row></sheetData></worksheet>", "row is numbered"),
        ("xl/worksheets/sheet1.xml", f"<worksheet {NS}><sheetData><row><c r='ZZZ1'><v>1</v></c></row></sheetData></worksheet>", "outside of any"),
        ("xl/worksheets/sheet1.xml", f"<worksheet {NS}><sheetData><row r='1'><c r='A1' t='s'><v>77</v></c></row></sheetData></worksheet>", "broken worksheet"),
        ("xl/worksheets/sheet1.xml", f"<worksheet {NS}><sheetData><row r='1'><c r='A1'><v>many</v></c></row></sheetData></worksheet>", "broken worksheet"),
    ],
)
def test_broken_and_hostile_parts_are_refused(part: str, content: str | None, words: str) -> None:
    parts = parts_of(saved(book(("S", [["甲", 1]]))))
    if content is None:
        del parts[part]
    else:
        parts[part] = content
    assert words in reason(archive(parts))


def test_an_empty_workbook_a_binary_one_and_two_parts_of_one_name_are_refused() -> None:
    assert "no text" in reason(saved(book(("S", []))))
    assert ".xlsb" in reason(archive({"xl/workbook.bin": b""}))
    parts = parts_of(saved(book(("S", [["甲", 1]]))))
    assert "one name" in reason(archive(parts | {"XL/styles.xml": parts["xl/styles.xml"]}))


def test_an_encrypted_workbook_is_named_as_what_to_do() -> None:
    assert "save it as" in reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_limits_are_kept() -> None:
    data = saved(book(("S", [[1, 2, 3, 4]] * 100)))
    assert "cells" in reason(data, Limits(cells=300))
    assert "unpacks to more" in reason(data, Limits(unpacked_bytes=5000))
    assert "longer than" in reason(data, Limits(characters=100))


_HOSTILE = """
import io, sys, zipfile
from ipextract import InputError
from ipextract.reading import read_bytes
base, out = zipfile.ZipFile(sys.argv[1]), io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
    for name in base.namelist():
        if name != "xl/worksheets/sheet1.xml":
            made.writestr(name, base.read(name))
    with made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
        part.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
        for row in range(1, {rows} + 1):
            part.write({piece})
        part.write(b"</sheetData>" + {tail} + b"</worksheet>")
try:
    read_bytes(out.getvalue(), "x.xlsx")
    print("x.xlsx: read")
except InputError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("rows", "piece", "tail"),
    [
        (1000, "b' ' * 1_000_000", "b''"),
        (3000, "b'<row>' + b'<c><v>1</v></c>' * 1000 + b'</row>'", "b''"),
        (100_000, """b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (row, row)""", "b''"),
        (5000, "b'<row><c><v>1</v></c><c><v>2</v></c></row>'", """b'<mergeCells>' + b'<mergeCell ref="A1:XFD1048576"/>' * 50_000 + b'</mergeCells>'"""),
        (5000, "b'<row><c><v>1</v></c><c><v>2</v></c></row>'", """b'<mergeCells>' + b''.join(b'<mergeCell ref="A%d:C1048576"/>' % row for row in range(1, 5000)) + b'</mergeCells>'"""),
    ],
    ids=["blanks", "cells", "far cells", "one merge often", "merges that overlap"],
)
def test_a_hostile_sheet_costs_little(rows: int, piece: str, tail: str) -> None:
    said, megabytes = measured(_HOSTILE.format(rows=rows, piece=piece, tail=tail), str(FIXTURES / "release.xlsx"))
    assert said.startswith("x.xlsx: ")
    assert megabytes < 400


def test_mangled_files_raise_nothing_else() -> None:
    data = (FIXTURES / "release.xlsx").read_bytes()
    chance = random.Random(8)  # noqa: S311
    for _ in range(200):
        mangled = bytearray(data[: chance.choice((len(data), chance.randrange(1, len(data))))])
        for _ in range(chance.randrange(12)):
            mangled[chance.randrange(len(mangled))] = chance.randrange(256)
        assert is_read_or_refused(bytes(mangled), "x.xlsx")


def test_mangled_parts_raise_nothing_else() -> None:
    parts = parts_of((FIXTURES / "release.xlsx").read_bytes())
    chance = random.Random(9)  # noqa: S311
    for _ in range(200):
        name = chance.choice(list(parts))
        old = bytes(parts[name]).decode()  # type: ignore[arg-type]
        start = chance.randrange(len(old))
        swaps = (('r="A', 'r="'), ('r="B', 'r="A'), ('t="', 'u="'), ('s="', 's="9'), ("<v>", "<w>"), ("Id1", "Id2"), ('numFmtId="', 'numFmtId="x'), (old[start : start + 9], ""), ("sheet1", "sheet2"))
        assert is_read_or_refused(archive(parts | {name: old.replace(*chance.choice(swaps))}), "x.xlsx")
