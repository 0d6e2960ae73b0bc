"""PDF: lines joined to paragraphs, furniture, notes, columns, fonts, places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pdf_making import HEIGHT, Page, make, one_page, width

from ipextract import Extractor
from ipextract.reading import Document, Limits
from ipextract.reading.pdf.reader import boxes, read

FORMATS = Path(__file__).parent.parent / "fixtures" / "formats"
RELEASE = FORMATS / "release.pdf"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def of(data: bytes) -> Document:
    return read(data, "test.pdf", Limits())


def texts(document: Document, *kinds: str) -> list[str]:
    out = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for start, end in reversed(block.gaps):
            text = text[: start - block.start] + text[end - block.start :]
        if not kinds or block.kind in kinds:
            out.append(text)
    return out


def claims(extractor: Extractor, document: Document) -> list[tuple[str, str]]:
    return [(str(claim.value), claim.indicator) for claim in extractor.extract_document(document).claims]


def said(extractor: Extractor, path: Path) -> list[tuple[object, ...]]:
    return [
        (claim.kind, claim.aspect, claim.value, claim.unit, claim.indicator, claim.period and (claim.period.start, claim.period.end), claim.region and claim.region.name)
        for claim in extractor.extract_file(path).claims
    ]


def test_the_release_gives_the_claims_of_its_text(extractor: Extractor) -> None:
    assert said(extractor, RELEASE) == said(extractor, FORMATS / "release.txt")


def test_the_release_is_read_as_it_was_written() -> None:
    document = of(RELEASE.read_bytes())
    assert document.title == "2024年平湖市国民经济和社会发展统计公报"
    assert document.published_text == "2025-03-18"
    assert document.warnings == ()
    body = texts(document, "paragraph")
    assert len(body) == 5
    assert body[3].startswith("[1]地区生产总值、各产业增加值按当年价格计算")
    assert "全年地区生产总值1032.46亿元[1]，按可比价格计算" in body[0]
    assert body[2].endswith("下降3.5%。固定资产投资增长5.7%，其中民间投资下降2.2%。新增高新技术企业87家，年末有效期内高新技术企业达586家。")
    assert "同比增长19.7%；" in body[4]
    assert texts(document, "furniture") == [part for page in (1, 2, 3) for part in (f"—{page}—", "平湖市统计局统计公报")]


def test_a_page_number_within_a_paragraph_is_a_gap_and_a_block_of_its_own(extractor: Extractor) -> None:
    document = of(RELEASE.read_bytes())
    broken = [block for block in document.blocks if block.gaps]
    assert len(broken) == 2
    for block in document.blocks:
        assert "\n" not in document.text[block.start : block.end] or block.gaps or block.kind == "table"
    for block in broken:
        [role] = [numeral.role for numeral in extractor.extract_document(document).numerals if block.gaps[0][0] <= numeral.start < block.gaps[0][1]]
        assert role == "furniture"


def test_every_claim_says_its_page(extractor: Extractor) -> None:
    data = RELEASE.read_bytes()
    document = of(data)
    pages = [{box[0] for box in boxes(data, document, claim.evidence.start, claim.evidence.end)} for claim in extractor.extract_document(document).claims]
    assert all(len(page) == 1 for page in pages)
    assert [min(page) for page in pages] == sorted(min(page) for page in pages)
    assert set.union(*pages) == {1, 2, 3}


def test_the_box_of_a_number_holds_its_glyphs_and_no_others() -> None:
    data = RELEASE.read_bytes()
    document = of(data)
    start = document.text.index("4382件")
    [(page, *box)] = boxes(data, document, start, start + 5)
    opened = pdfium.PdfDocument(data)
    assert opened[page - 1].get_textpage().get_text_bounded(*box) == "4382件"
    assert boxes(data, document, len(document.text), len(document.text) + 5) == []


def test_the_boxes_of_a_broken_stretch_stand_on_both_pages_without_what_is_between() -> None:
    data = RELEASE.read_bytes()
    document = of(data)
    start, end = document.text.index("，下降3.5%。"), document.text.index("，其中民间投资")
    found = boxes(data, document, start, end)
    assert [box[0] for box in found] == [1, 2]
    opened = pdfium.PdfDocument(data)
    assert [opened[page - 1].get_textpage().get_text_bounded(*box) for page, *box in found] == ["，下降3.5%。", "固定资产投资增长5.7%"]


def test_lines_broken_in_numbers_and_words_are_joined(extractor: Extractor) -> None:
    first = "全年全市新增高新技术企业和科技型中小企业合计达到13823家，年末有效发明专利拥有量51967件，其中高价值发明专利拥有量占全部的比重为40.2%。"

    def draw(page: Page) -> None:
        end = 114 + width(first[: first.index("823家")]) + 2
        page.wrap(100, first, right=end)

    document = of(make(draw))
    assert texts(document) == [first]
    assert "13823" in [value for value, _ in claims(extractor, document)]


def test_words_of_latin_letters_keep_a_blank_where_a_line_ended() -> None:
    def draw(page: Page) -> None:
        page.put(114, 100, "全市与World")
        page.put(90, 120, "Bank合作开展.")

    assert texts(of(make(draw))) == ["全市与World Bank合作开展."]


def test_paragraphs_end_where_a_line_is_short_or_the_next_is_indented() -> None:
    first = "全年规模以上工业增加值增长8.4%，其中装备制造业增长9.1%，高技术制造业增长12.6%，占规模以上工业增加值的比重为31.5%。"
    second = "固定资产投资增长5.7%。分产业看，第一产业投资下降2.2%，第二产业投资增长11.9%，第三产业投资增长3.4%，民间投资增长4.8%。"

    def draw(page: Page) -> None:
        y = page.wrap(100, first)
        y = page.wrap(y, second)
        page.put(114, y, "（一）农业")
        page.wrap(y + 20, first)

    assert texts(of(make(draw))) == [first, second, "（一）农业", first]


def test_without_indents_the_distance_of_lines_parts_paragraphs() -> None:
    first = "全年规模以上工业增加值增长8.4%，其中装备制造业增长9.1%，高技术制造业增长12.6%，占规模以上工业增加值的比重为31.5%。"

    def draw(page: Page) -> None:
        y = 100.0
        for _ in range(4):
            y = page.wrap(y, first, indent=0) + 14

    assert texts(of(make(draw))) == [first] * 4


def test_a_number_cut_by_a_page_break_is_one_number(extractor: Extractor) -> None:
    first = "全市坚持稳中求进工作总基调，扎实推进各项工作，规模以上工业企业实现利润总额较快增长，全年新增专利授权量达到13"
    end = 90 + width(first[-30:]) + 2

    def one(page: Page) -> None:
        page.wrap(100, first[:-30], right=end)
        page.wrap(120, first[-30:], right=end, indent=0)
        page.put(280, 800, "- 1 -")

    def two(page: Page) -> None:
        page.wrap(100, "823件，比上年增长5.2%。其中，发明专利913件，实用新型专利12910件，外观设计专利较上年有所增加。", right=end, indent=0)
        page.put(280, 800, "- 2 -")

    data = make(one, two)
    document = of(data)
    assert "13\n- 2 -\n823件" in document.text
    extraction = extractor.extract_document(document)
    [claim] = [claim for claim in extraction.claims if str(claim.value) == "13823"]
    assert [box[0] for box in boxes(data, document, claim.evidence.start, claim.evidence.end)] == [1, 2]


def test_running_heads_repeat_and_other_lines_at_the_edge_do_not() -> None:
    def draw(number: int) -> Callable[[Page], None]:
        def on(page: Page) -> None:
            page.put(90, 50, "平湖统计2025年第3期", 9)
            page.wrap(100, f"第{number}段说明，全年规模以上工业增加值增长{number}.4%，其中装备制造业增长9.1%。")
            page.put(300, 800, str(number + 11), 9)

        return on

    document = of(make(*(draw(number) for number in range(1, 5))))
    assert texts(document, "furniture") == [part for number in range(1, 5) for part in (str(number + 11), "平湖统计2025年第3期")]
    assert len(texts(document, "title", "paragraph")) == 4


def test_two_columns_are_read_one_after_the_other() -> None:
    left = "全年规模以上工业增加值增长8.4%，其中装备制造业增长9.1%，高技术制造业增长12.6%，占规模以上工业增加值的比重为31.5%。民间投资下降2.2%，制造业投资增长7.9%，基础设施投资增长6.6%，房地产开发投资下降9.3%。"
    right = "全年社会消费品零售总额412.7亿元，比上年增长4.1%。按经营地分，城镇消费品零售额301.5亿元，增长3.8%；乡村消费品零售额111.2亿元，增长4.9%。限额以上单位网上零售额增长15.2%，餐饮收入增长5.5%。"

    def draw(page: Page) -> None:
        page.put(140, 80, "2024年平湖市国民经济和社会发展情况统计公报", 16)
        page.wrap(120, left, left=60, right=280, size=11, leading=18)
        page.wrap(122, right, left=315, right=535, size=11, leading=18)

    assert texts(of(make(draw))) == ["2024年平湖市国民经济和社会发展情况统计公报", left, right]


def test_a_glyph_drawn_twice_to_look_bold_stands_once() -> None:
    def draw(page: Page) -> None:
        for shift in (0, 0.3):
            page.put(114 + shift, 100, "全年新增专利授权量4411件。")

    assert texts(of(make(draw))) == ["全年新增专利授权量4411件。"]


def test_raised_digits_are_marks_and_squares_stay_squares() -> None:
    def draw(page: Page) -> None:
        x = page.put(114, 100, "全年新增耕地163.9")
        x = page.put(x, 95, "2", 6)
        x = page.put(x, 100, "万亩，绿地1200km")
        x = page.put(x, 95, "2", 6)
        page.put(x, 100, "。")

    assert texts(of(make(draw))) == ["全年新增耕地163.9[2]万亩，绿地1200km²。"]


def test_notes_at_the_foot_do_not_part_a_paragraph() -> None:
    first = "全年地区生产总值1032.46亿元，比上年增长6.1%，其中第一产业增加值18.27亿元，增长2.9%，第二产业增加值占比为58.5%"

    def one(page: Page) -> None:
        page.wrap(100, "经初步核算，全年全市经济运行总体平稳，各项事业取得新的成绩。" * 3)
        page.wrap(220, first + "，第三产业增加值增长")
        page.put(90, 700, "注：地区生产总值按当年价格计算。", 9)

    def two(page: Page) -> None:
        page.wrap(100, "4.6%，三次产业结构继续优化。", indent=0)

    document = of(make(one, two))
    assert texts(document)[1:] == [first + "，第三产业增加值增长4.6%，三次产业结构继续优化。", "注：地区生产总值按当年价格计算。"]


def test_turned_pages_are_read_upright() -> None:
    def draw(page: Page) -> None:
        page.canvas.translate(0, HEIGHT)
        page.canvas.rotate(-90)
        for row, line in enumerate(("全年新增专利授权量4382件。", "全年登记商标注册量1207件。")):
            page.canvas.setFont("STSong-Light", 12)
            page.canvas.drawString(114, 300 - 40 * row, line)

    data = make(draw, turned=90)
    document = of(data)
    assert texts(document) == ["全年新增专利授权量4382件。", "全年登记商标注册量1207件。"]
    start = document.text.index("1207件")
    [(page, *box)] = boxes(data, document, start, start + 5)
    assert "1207件" in pdfium.PdfDocument(data)[page - 1].get_textpage().get_text_bounded(*box)


def test_text_across_the_page_is_no_part_of_the_lines() -> None:
    def draw(page: Page) -> None:
        page.wrap(100, "全年新增专利授权量4382件，其中发明专利913件。")
        page.canvas.translate(150, 300)
        page.canvas.rotate(45)
        page.put(0, HEIGHT, "征求意见稿2025", 60)

    assert texts(of(make(draw))) == ["全年新增专利授权量4382件，其中发明专利913件。"]


def test_characters_of_fonts_that_are_nowhere_are_not_lost() -> None:
    def draw(page: Page) -> None:
        x = page.put(114, 100, "全年新增专利授权量")
        x = page.put(x, 100, "4382", font="Times-Roman")
        x = page.put(x, 100, "件")
        x = page.put(x, 100, "，")
        page.put(x, 100, "其中发明专利913件。")

    data = make(draw)
    document = of(data)
    assert texts(document) == ["全年新增专利授权量4382件，其中发明专利913件。"]
    start = document.text.index("4382件")
    [(_, x0, y0, x1, y1)] = boxes(data, document, start, start + 5)
    assert (round(x0), round(x1)) == (222, 258)
    assert y0 < HEIGHT - 100 < y1


def test_what_nobody_can_read_is_said_and_is_no_number(extractor: Extractor) -> None:
    def draw(page: Page) -> None:
        page.put(114, 100, "全年新增专利授权量(cid:52)(cid:51)件，商标注册量\ue0a14382件，登记版权1(cid:17)5件。")

    document = of(make(draw))
    assert len(document.warnings) == 1
    assert document.warnings[0].startswith("page 1: ")
    assert "cid" not in document.text
    values = [value for value, _ in claims(extractor, document)]
    assert not {"52", "51", "52.51", "1", "5", "15", "17", "43"} & set(values)


def test_a_font_without_meanings_is_reported() -> None:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Strange/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    descendant = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Strange/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 7 0 R>>"
    descriptor = b"<</Type/FontDescriptor/FontName/ABCDEF+Strange/Flags 4/FontBBox[0 0 1000 1000]/Ascent 800/Descent -200/CapHeight 700/ItalicAngle 0/StemV 80>>"
    content = b"BT /F 12 Tf 100 700 Td <003100320033003400350036> Tj ET BT /G 12 Tf 100 600 Td (GDP grew by 5.2% in 2024.) Tj ET"
    data = one_page(content, b"/Font<</F 5 0 R/G 8 0 R>>", font, descendant, descriptor, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    document = of(data)
    assert "123456" not in document.text
    assert len(document.warnings) == 1
