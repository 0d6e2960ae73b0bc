"""OFD files: characters at places to text and tables; missing and broken parts refused in one line."""

from __future__ import annotations

import random
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from office import archive, is_read_or_refused, measured, shown

from ipextract import Extractor, InputError, Limits
from ipextract.reading import Document, read_bytes
from ipextract.reading.lines import Line, paragraphs
from ipextract.reading.ruled import find_tables

FIXTURES = Path(__file__).parent.parent / "fixtures" / "formats"
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
BODY = "全年授权专利4382件，其中发明专利913件。"


def text(words: str, x: float, y: float, size: float = 5.0, code: str = "", frame: str = "") -> str:
    """A line of text whose baseline is at `y`."""
    deltas = code or 'DeltaX="' + " ".join(f"{size if char > '~' else size / 2:g}" for char in words[:-1]) + '"'
    return f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 200 8" Font="3" Size="{size}" {frame}><ofd:TextCode X="0" Y="{size}" {deltas}>{words}</ofd:TextCode></ofd:TextObject>'


def stroke(x0: float, y0: float, x1: float, y1: float) -> str:
    return f'<ofd:PathObject ID="1" Boundary="{x0} {y0} {x1 - x0 + 1} {y1 - y0 + 1}"><ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>'


def page(*objects: str, head: str = "") -> str:
    return f"<ofd:Page {NS}>{head}<ofd:Content><ofd:Layer ID='1'>{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"


def parts_of(*pages: str, common: str = "", **others: str) -> dict[str, str | bytes]:
    listed = "".join(f'<ofd:Page ID="{number}" BaseLoc="P{number}/Content.xml"/>' for number in range(len(pages)))
    made: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {NS}><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    made.update({f"Doc_0/P{number}/Content.xml": content for number, content in enumerate(pages)})
    made.update(others)
    return made


def read(*pages: str) -> Document:
    return read_bytes(archive(parts_of(*pages)), "公报.ofd")


def reason(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "公报.ofd", limits)
    message = str(caught.value)
    assert message.startswith("公报.ofd: ")
    assert "\n" not in message
    return message


def test_the_release_gives_the_claims_of_its_text() -> None:
    extractor = Extractor()

    def claims(name: str) -> list[tuple[object, ...]]:
        found = extractor.extract_file(FIXTURES / name).claims
        return [(claim.kind, claim.aspect, claim.value, claim.unit, claim.indicator, claim.period, claim.region) for claim in found]

    assert claims("release.ofd") == claims("release.txt")
    assert len(claims("release.ofd")) > 40


def test_the_release_has_pages_and_furniture() -> None:
    document = read_bytes((FIXTURES / "release.ofd").read_bytes(), "release.ofd")
    furniture = [document.text[block.start : block.end] for block in document.blocks if block.kind == "furniture"]
    assert furniture == ["— 1 —", "平湖统计 2025年第6期", "— 2 —"]
    assert {block.page for block in document.blocks} == {1, 2}
    assert document.title == "2024年平湖市国民经济和社会发展统计公报"
    assert document.metadata["creator"] == "平湖市统计局"


def test_the_release_breaks_a_number_over_two_lines() -> None:
    content = zipfile.ZipFile(FIXTURES / "release.ofd").read("Doc_0/Pages/Page_0/Content.xml").decode()
    pieces = re.findall(r">([^<]+)</ofd:TextCode>", content)
    assert ("达5", "86家") in {(above[-2:], below[:3]) for above, below in pairwise(pieces)}


LINE = "全年规模以上工业增加值同比增长百分之八点四，高于全省平均"


def test_lines_are_joined_by_where_they_end_and_begin() -> None:
    objects = [
        text(LINE[:26] + "13", 30, 40),
        text("823件，" + LINE[:24] + "，", 20, 50),
        text("其中发明专利913件。", 20, 60),
        text("年末" + LINE[:26], 30, 70),
        text("的水平。", 20, 80),
    ]
    assert shown(read(page(text("2024年平湖市统计公报", 60, 25, 7), *objects)))[1:] == [
        f"paragraph: {LINE[:26]}13823件，{LINE[:24]}，其中发明专利913件。",
        f"paragraph: 年末{LINE[:26]}的水平。",
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    first = page(text("2024年平湖市统计公报", 60, 40, 7), text(LINE[:27] + "，", 30, 60), text(LINE[:28] + "13", 20, 70), text("— 1 —", 95, 285, 4))
    second = page(text("823件，同比增长两成，这一行也是满的，没有缩进，直到末尾处。", 20, 40), text("— 2 —", 95, 285, 4))
    document = read(first, second)
    assert "13823件" in document.text
    assert [block.page for block in document.blocks] == [1, 1, 1, 2]
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "furniture", "furniture"]


def test_a_running_head_is_furniture() -> None:
    pages = [page(text("平湖统计", 20, 15, 4), text(f"第{number}段" + BODY, 30, 60), text(str(number), 100, 285, 4)) for number in (1, 2, 3)]
    assert [block.kind for block in read(*pages).blocks].count("furniture") == 6


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (text("授权4382件", 20, 50, 5, 'DeltaX="5 5 g 3 2.5 5"'), "授权4382件"),
        (text("授权4382件", 20, 50, 5, 'DeltaX="g 2 5 g 99 2.5"'), "授权4382件"),
        (text("授权4382件", 20, 50, 5, 'DeltaY="0"'), "授权4382件"),
        (text("授权", 20, 50) + text("4382", 30, 50) + text("件", 40, 50), "授权4382件"),
        (text("4382", 30, 50) + text("授权", 20, 50), "授权4382"),
        (text("授权专利", 20, 50) + text("4382件", 60, 50), "授权专利 4382件"),
        (text("new energy", 20, 50), "new energy"),
        (text("面积3万km", 20, 50) + text("2", 43, 48, 2.5), "面积3万km²"),
        (text("收入98亿元", 20, 50) + text("[1]", 45, 48, 2.5), "收入98亿元[1]"),
        (text("收入98亿元", 20, 50) + text("1", 45, 48, 2.5), "收入98亿元[1]"),
        (text("授权件", 0, 0, 14.17, 'DeltaX="14.17 14.17"', 'CTM="0.3528 0 0 0.3528 20 50"'), "授权件"),
        (text("授权件", 0, 200, 14.17, 'DeltaX="14.17 14.17"', 'CTM="0.3528 0 0 -0.3528 20 50"'), "授权件"),
        (text("授权件", 20, 50) + text("草稿", 20, 90, 30, "", 'CTM="0.7 0.7 -0.7 0.7 0 0"'), "授权件"),
        (text("授权件", 20, 50) + text("暗", 20, 90, 5, "", 'Visible="false"'), "授权件"),
    ],
)  # fmt: skip
def test_characters_are_read_at_their_places(made: str, words: str) -> None:
    assert read(page(made)).text == words + "\n"


def test_turned_text_is_said_to_be_unread() -> None:
    document = read(page(text("授权件", 20, 50) + text("草稿", 20, 90, 30, "", 'CTM="0.7 0.7 -0.7 0.7 0 0"')))
    assert document.warnings == ("text that is turned (a watermark, a table on its side) is not read",)


def _table(top: float) -> str:
    """Three columns and three rows, the first cell over two rows, the next over two columns; the sides are open."""
    rows = [top, top + 10, top + 20, top + 30]
    lines = [stroke(20, rows[0], 170, rows[0]), stroke(70, rows[1], 170, rows[1]), stroke(20, rows[2], 170, rows[2]), stroke(20, rows[3], 170, rows[3])]
    lines += [stroke(70, rows[0], 70, rows[3]), stroke(120, rows[1], 120, rows[3])]
    words = text("指标", 30, top + 12) + text("2024年", 110, top + 7) + text("绝对数", 80, top + 17) + text("增长（%）", 125, top + 17)
    return "".join(lines) + words + text("收入", 30, top + 27) + text("98.53", 80, top + 27) + text("3.4", 130, top + 27)


def test_drawn_lines_make_a_table_with_merged_cells() -> None:
    assert shown(read(page(text(BODY, 30, 40), text("表1 财政收支", 80, 60), _table(70), text(BODY, 30, 120))))[1:] == [
        "caption: 表1 财政收支",
        "指标 | 2024年 | 2024年",
        "指标 | 绝对数 | 增长（%）",
        "收入 | 98.53 | 3.4",
        f"paragraph: {BODY}",
    ]


def test_cells_with_frames_of_their_own_and_thin_boxes_make_a_table() -> None:
    def box(x: float, y: float, width: float, height: float) -> str:
        return f'<ofd:PathObject ID="1" Boundary="{x} {y} {width} {height}"><ofd:AbbreviatedData>M 0 0 L {width} 0 L {width} {height} L 0 {height} C</ofd:AbbreviatedData></ofd:PathObject>'

    cells = "".join(box(20 + 50 * column + 0.1, 70 + 10 * row + 0.1, 49.8, 9.8) for row in range(2) for column in range(2))
    words = text("指标", 30, 77) + text("数量", 80, 77) + text("专利", 30, 87) + text("4382", 80, 87)
    assert shown(read(page(cells + words))) == ["指标 | 数量", "专利 | 4382"]


def test_a_table_over_two_pages_is_one() -> None:
    def grid(top: float, *rows: str) -> str:
        lines = [stroke(20, top + 10 * number, 120, top + 10 * number) for number in range(len(rows) + 1)]
        lines += [stroke(x, top, x, top + 10 * len(rows)) for x in (20, 70, 120)]
        return "".join(lines) + "".join(text(cell, 25 + 50 * column, top + 10 * number + 7) for number, row in enumerate(rows) for column, cell in enumerate(row.split("|")))

    first = page(text("2024年平湖市统计公报", 60, 40, 7), grid(240, "指标|数量", "专利|4382"), text("1", 100, 288, 4))
    second = page(grid(40, "指标|数量", "商标|586"), text(BODY, 30, 90), text("2", 100, 288, 4))
    assert shown(read(first, second)) == ["title: 2024年平湖市统计公报", "指标 | 数量", "专利 | 4382", "商标 | 586", "furniture: 1", f"paragraph: {BODY}", "furniture: 2"]


def test_a_frame_and_a_rule_are_no_table() -> None:
    frame = [stroke(10, 30, 200, 30), stroke(10, 250, 200, 250), stroke(10, 30, 10, 250), stroke(200, 30, 200, 250), stroke(20, 60, 190, 60)]
    assert shown(read(page(*frame, text("2024年平湖市统计公报", 60, 50, 7), text(BODY, 30, 100)))) == ["title: 2024年平湖市统计公报", f"paragraph: {BODY}"]


def test_grids_are_found_and_drawings_are_left_alone() -> None:
    assert find_tables([(0, 0, 10, 10), (3, 0, 3, 9)], 0.5) == []
    assert find_tables([(0.0, float(number), 100.0, float(number)) for number in range(7000)], 0.5) == []


def test_paragraphs_of_nothing_and_of_one_line() -> None:
    assert paragraphs([]) == []
    assert [each.text for each in paragraphs([Line(1, 0, 0, 50, 5, "甲", 5)])] == ["甲"]


def test_several_documents_and_templates_are_read() -> None:
    parts = parts_of(page(text(BODY, 30, 60), head='<ofd:Template TemplateID="7"/>'), common='<ofd:TemplatePage ID="7" BaseLoc="T.xml"/>')
    parts["Doc_0/T.xml"] = page(text("平湖统计", 20, 15))
    parts["OFD.xml"] = str(parts["OFD.xml"]).replace("</ofd:OFD>", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
    document = read_bytes(archive(parts), "x.ofd")
    assert [(block.kind, block.page) for block in document.blocks][1:] == [("furniture", 1), ("paragraph", 2), ("furniture", 2)]


def test_text_drawn_as_pictures_asks_for_ocr() -> None:
    assert "OCR" in reason(archive(parts_of(page('<ofd:ImageObject ID="1" ResourceID="9"/>'))))
    assert "OCR" in reason(archive(parts_of(page(stroke(0, 0, 10, 10)))))
    assert "no text" in reason(archive(parts_of(page())))


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("OFD.xml", f"<ofd:OFD {NS}><ofd:DocBody/></ofd:OFD>", "does not say"),
        ("OFD.xml", f"<ofd:OFD {NS}/>", "no text"),
        ("OFD.xml", "", "broken XML"),
        ("Doc_0/Document.xml", None, "Doc_0/Document.xml is missing"),
        ("Doc_0/P0/Content.xml", None, "Doc_0/P0/Content.xml is missing"),
        ("Doc_0/P0/Content.xml", "<a><b></a>", "broken XML"),
        ("Doc_0/P0/Content.xml", b"\x00\xff\xfe", "broken XML"),
        ("Doc_0/P0/Content.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "document type"),
        ("Doc_0/P0/Content.xml", "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><a>&b;</a>", "document type"),
        ("Doc_0/P0/Content.xml", page(text("甲", 1e300, 5)), "place that is none"),
        ("Doc_0/P0/Content.xml", page(text("甲乙", 1, 5, 5, 'DeltaX="nan"')), "place that is none"),
        ("Doc_0/P0/Content.xml", page(text("甲乙", 1, 5, 5, 'DeltaX="g 1e400 2"')), "place that is none"),
        ("Doc_0/P0/Content.xml", page(text("甲乙", 1, 5, 5, 'DeltaX="5,5"')), "place that is none"),
        ("Doc_0/P0/Content.xml", page('<ofd:PathObject Boundary="0 0 1 1"><ofd:AbbreviatedData>M 0 0 L 1e999 1</ofd:AbbreviatedData></ofd:PathObject>'), "place that is none"),
        ("Doc_0/P0/Content.xml", page("<a/>" * 1_500_001), "more elements"),
    ],
)
def test_missing_and_broken_parts_are_refused(part: str, content: str | bytes | None, words: str) -> None:
    parts = parts_of(page(text(BODY, 30, 60)))
    if content is None:
        del parts[part]
    else:
        parts[part] = content
    assert words in reason(archive(parts))


def test_limits_are_kept() -> None:
    data = archive(parts_of(*[page(text(BODY, 30, 60))] * 20))
    assert "pages" in reason(data, Limits(pages=5))
    assert "longer than" in reason(data, Limits(characters=100))
    assert "unpacks to more" in reason(data, Limits(unpacked_bytes=3000))


_HOSTILE = """
import io, zipfile
from ipextract import InputError
from ipextract.reading import read_bytes
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
    made.writestr("OFD.xml", "<ofd:OFD %s>" % NS + "<ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody>" * {documents} + "</ofd:OFD>")
    made.writestr("D.xml", "<ofd:Document %s><ofd:Pages>" % NS + '<ofd:Page BaseLoc="P.xml"/>' * {pages} + "</ofd:Pages></ofd:Document>")
    with made.open("P.xml", "w", force_zip64=True) as part:
        part.write(b'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content>')
        for number in range({times}):
            part.write({piece})
        part.write(b"</ofd:Content></ofd:Page>")
try:
    read_bytes(out.getvalue(), "x.ofd")
    print("x.ofd: read")
except InputError as error:
    print(error)
"""
_TEXT = "b'<ofd:TextObject Boundary=\"%d %d 9 9\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\">9</ofd:TextCode></ofd:TextObject>' % (number % 200, number % 290)"


@pytest.mark.parametrize(
    ("documents", "pages", "times", "piece"),
    [(1, 1, 1000, "b' ' * 1_000_000"), (1, 1, 100_000, _TEXT), (1, 200_000, 1, _TEXT), (20_000, 1, 1, _TEXT), (1, 1, 1, "b'<ofd:PageBlock>' * 200_000")],
    ids=["blanks", "pieces", "pages", "documents", "depth"],
)
def test_a_hostile_file_costs_little(documents: int, pages: int, times: int, piece: str) -> None:
    said, megabytes = measured(_HOSTILE.format(documents=documents, pages=pages, times=times, piece=piece))
    assert said.startswith("x.ofd: ")
    assert megabytes < 500


def test_mangled_files_raise_nothing_else() -> None:
    data = (FIXTURES / "release.ofd").read_bytes()
    chance = random.Random(6)  # noqa: S311
    for _ in range(200):
        mangled = bytearray(data[: chance.choice((len(data), chance.randrange(1, len(data))))])
        for _ in range(chance.randrange(12)):
            mangled[chance.randrange(len(mangled))] = chance.randrange(256)
        assert is_read_or_refused(bytes(mangled), "x.ofd")


def test_mangled_parts_raise_nothing_else() -> None:
    with zipfile.ZipFile(FIXTURES / "release.ofd") as made:
        parts: dict[str, str | bytes] = {name: made.read(name).decode() for name in made.namelist()}
    chance = random.Random(7)  # noqa: S311
    for _ in range(300):
        name = chance.choice(list(parts))
        old = str(parts[name])
        start = chance.randrange(len(old))
        swaps = (('Size="', 'Size="-'), ("g ", "g -"), (" 0 ", " x "), ("M 0 0", "M"), ("L ", "A "), ("Boundary", "Bound"), ('"0"', '"9e5"'), (old[start : start + 9], ""), ("TextCode X", "TextCode Z"))
        assert is_read_or_refused(archive(parts | {name: old.replace(*chance.choice(swaps))}), "x.ofd")


@pytest.mark.parametrize(("shift", "indents"), [(0, [0, 0, 0, 0]), (2, [0, 2, 2, 0])])
def test_headings_of_rows_that_are_set_in_keep_their_blanks(shift: int, indents: list[int]) -> None:
    names = ["从业人员", "第一产业", "第二产业", "专业技术人才"]
    heads = [text(name, 12 + 5 * shift * (name[0] == "第"), 54 + 10 * number) for number, name in enumerate(names)]
    values = [text(value, 90, 54 + 10 * number) for number, value in enumerate(["41.2", "3.1", "22.9", "9.6"])]
    rules = [stroke(10, 38 + 10 * number, 130, 38 + 10 * number) for number in range(6)] + [stroke(x, 38, x, 88) for x in (10, 80, 130)]
    grid = next(block.grid for block in read(page(text("指标", 30, 44), text("2024年", 90, 44), *heads, *values, *rules)).blocks if block.grid is not None)
    assert [row[0].indent for row in grid[1:]] == indents


def test_headings_that_stand_in_the_middle_are_not_set_in() -> None:
    names = ["越城区", "柯桥经济开发区", "新昌县"]
    heads = [text(name, 45 - 2.5 * len(name), 54 + 10 * number) for number, name in enumerate(names)]
    values = [text(str(number), 90, 54 + 10 * number) for number in range(3)]
    rules = [stroke(10, 38 + 10 * number, 130, 38 + 10 * number) for number in range(5)] + [stroke(x, 38, x, 78) for x in (10, 80, 130)]
    grid = next(block.grid for block in read(page(text("地区", 40, 44), text("件数", 90, 44), *heads, *values, *rules)).blocks if block.grid is not None)
    assert [row[0].indent for row in grid[1:]] == [0, 0, 0]
