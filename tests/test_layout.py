"""Lines that are no text: tables of contents, the marks of an axis; and how long many short lines take."""

from __future__ import annotations

import sys
import time
from importlib.metadata import requires

import pytest

import ipextract
from ipextract.errors import InputError
from ipextract.reading import read_bytes, read_text
from ipextract.reading.layout import lay_out


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in lay_out(text)]


def test_a_table_of_contents_is_furniture() -> None:
    text = "一、环境质量\t3\n（二）环境执法……12\n第三章 环境信访.......18\n全年优良天数314天，比上年增加5天。"
    assert [kind for kind, _ in _kinds(text)] == ["furniture", "furniture", "furniture", "paragraph"]


def test_the_marks_of_an_axis_are_furniture() -> None:
    text = "图5 区域环境噪声\n67.0\n66.5\n66.0\n65.5\n图6 道路交通噪声"
    assert ("furniture", "67.0\n66.5\n66.0\n65.5") in _kinds(text)


@pytest.mark.parametrize("text", ["12\n15\n16\n30", "67.0\n66.5\n66.0", "3\n3\n3\n3\n3"])
def test_numbers_that_stand_unevenly_are_no_axis(text: str) -> None:
    assert not any(kind == "furniture" and "\n" in words for kind, words in _kinds(text))


@pytest.mark.parametrize("line", ["短行文字\n", "12\n", "水泥\n12\n", "水泥\n吨\n12\n3.4\n", "12.5\n13.0\n", "一、综合\t3\n"])
def test_time_grows_with_the_lines_and_no_faster(line: str) -> None:
    def seconds(count: int) -> float:
        text = line * count
        begin = time.perf_counter()
        lay_out(text)
        return time.perf_counter() - begin

    seconds(500)
    few = min(seconds(2_000) for _ in range(3))
    many = min(seconds(8_000) for _ in range(3))
    assert many < 12 * few + 0.05


@pytest.mark.parametrize(
    ("data", "module", "extra"),
    [
        (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "selectolax.lexbor", "html"),
        (b"%PDF-1.7\n", "pypdfium2", "pdf"),
    ],
)
def test_a_missing_library_is_named_with_the_extra_that_brings_it(data: bytes, module: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(f"ipextract.reading.{extra}")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"pip install 'ipextract\[{extra}\]'"):
        read_bytes(data, "release")


def test_every_extra_that_a_message_names_is_one() -> None:
    extras = {part.split("extra == ")[1].strip("\"' ") for part in requires("ipextract") or () if "extra == " in part}
    assert {"html", "pdf", "docx", "xlsx", "ofd", "formats"} <= extras


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("图片", "furniture"),
        ("[图片]", "furniture"),
        ("---", "furniture"),
        ("《德清县数字乡村建", "paragraph"),
        ("三年行动规划》和", "paragraph"),
        ("全年各级检查机构共走访用人单位", "paragraph"),
        ("2.深化流域治理。担任联盟主席，完成流域", "paragraph"),
        ("图片产业", "heading"),
        ("《规划》实施情况", "heading"),
        ("1）水环境质量", "heading"),
        ("年度工作", "heading"),
        ("2.深化流域治理", "heading"),
    ],
)
def test_what_heads_a_section(line: str, kind: str) -> None:
    assert [found for found, _ in _kinds(line)] == [kind]


def test_the_office_that_publishes_heads_no_section() -> None:
    result = ipextract.extract("2023年德清县文化发展统计公报\n德清县文化局\n发布时间：2024年8月30日\n全县图书馆12个。\n一、演出\n全年演出300场。")
    assert result.document.publisher == "德清县文化局"
    assert [claim.section for claim in result.claims] == [None, "一、演出"]


def test_a_title_is_no_sentence() -> None:
    text = "10月27日，记者从新闻通气会上获悉，前三季度经济平稳运行。\n前三季度地区生产总值686.36亿元，同比增长2.0%，经济运行活力不断恢复，就业民生较好保障。"
    assert read_text(text).title is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("（二）其他社会服务。", "heading"),
        ("一、社会救助。", "heading"),
        ("（二）全年救助12人。", "paragraph"),
        ("（二）救助，是社会服务。", "paragraph"),
        ("社会服务持续发展。", "paragraph"),
        ("（二）持续推进各级各类社会服务设施建设和人才培养工作。", "paragraph"),
    ],
)
def test_a_numbered_heading_may_end_in_a_full_stop(line: str, kind: str) -> None:
    assert _kinds(f"{line}\n全年社会服务机构52.6万个，比上年增长2.4%。")[0][0] == kind


WRAPPED = """今年全市上下同心协力攻坚克难经济社会事业取得了新的可喜进展和可喜成
绩,农业农村面貌焕然一新,工业经济效益持续好转,城镇建设步伐明显加快
"""


@pytest.mark.parametrize(
    ("heading", "following", "parted"),
    [
        ("一、去年经济社会保持旺盛活力,实现了本届政府任期的良好开局", "全市财政收入完成12亿元,比上年增长8%,", True),
        ("二、经济结构不断优化", "第三产业占比继续提高,服务业成为主引擎,", True),
        ("一、去年经济社会保持旺盛活力,实现了本届政府任期的良好开局和", "新的突破,财政收入完成12亿元,", False),
        ("(一)去年经济社会保持旺盛活力,着力改善民生,建成保障住房,", "全市新增住房1200套,比上年增长8%,", False),
    ],
)
def test_the_heading_of_a_section_ends_with_its_line_in_a_wrapped_text(heading: str, following: str, *, parted: bool) -> None:
    text = WRAPPED * 6 + "。\n\n" + heading + "\n" + following + "\n增长势头良好。\n" + WRAPPED * 6
    assert (heading in [words for _, words in _kinds(text)]) is parted


_REPORT = (
    "2023年，全市上下齐心协力、攻坚克难，经济运行总体平稳。初步核算，全年地区生产总值1815.6亿元，比上年增长5.8%。其中，第一产业增加值132.1亿元，增长"
    "4.1%；第二产业增加值788.0亿元，增长6.9%；第三产业增加值895.5亿元，增长5.2%。全年城镇新增就业3.2万人，失业人员再就业1.1万人，城镇登记失业率为2.1%。"
    "全年专利授权量6201件，其中发明专利1320件，比上年增长12.3%，有效发明专利拥有量7890件，增长23.4%，每万人口发明专利拥有量达到23.5件，位居全省第四。"
)


def _wrapped(text: str, width: float) -> list[str]:
    """`text` in lines of `width` Chinese characters, of which two Latin ones make one."""
    lines = [""]
    for char in text:
        if sum(1 if one > "\u2000" else 0.5 for one in lines[-1]) >= width:
            lines.append("")
        lines[-1] += char
    return lines


def test_blank_lines_behind_every_line_of_a_wrapped_text_part_nothing() -> None:
    single, double = (lay_out(mark.join(_wrapped(_REPORT, 20))) for mark in ("\n", "\n\n"))
    assert len(single) == len(double) == 1
    claims = [[(claim.indicator, claim.value) for claim in ipextract.extract(mark.join(_wrapped(_REPORT, 20))).claims] for mark in ("\n", "\n\n")]
    assert claims[0] == claims[1]


def test_blank_lines_between_paragraphs_part_them() -> None:
    lines = [f"{year}年全市专利授权量{year - 1000}件，比上年增长3.2%。" for year in range(2010, 2022)]
    assert len(lay_out("\n\n".join(lines))) == len(lines)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("全年专利授权量6201件，其中发明专利1320件；", "商标注册量7200件，增长3.4%。", True),
        ("上半年，货物进出口总值达到历史同期最高的8.", "33万亿元，比上年同期增长12.2%。", True),
        ("全年专利授权量6201件，其中发明专利1320件；", "- 商标注册量7200件，增长3.4%。", False),
        ("全年专利授权量6201件，其中发明专利1320件；", "2.商标注册量7200件，增长3.4%。", False),
        ("全年专利授权量6201件，其中发明专利1320件；", "商标注册量：7200件，增长3.4%。", False),
        ("全年专利授权量6201件，其中发明专利1320件。", "商标注册量7200件，增长3.4%。", False),
        ("本节内容见统计年鉴的第8.", "附录，其他说明见后。", False),
    ],
)
def test_a_sentence_goes_on_in_the_next_line(first: str, second: str, *, joined: bool) -> None:
    assert (len(lay_out(f"{first}\n{second}")) == 1) is joined


def test_marks_of_quotation_are_no_text() -> None:
    """`> ` at the heads of lines: what they quote is read as it would be without them, each character in its place."""
    text = "> 全市新增上市公司10家，“绍兴\n> 制造”企业627家。\n>\n> 三次产业协调发展，三产占比达52.3%。\n"
    found = ipextract.extract(text)
    assert [(claim.evidence.text, claim.indicator) for claim in found.claims] == [("10家", "新增上市公司"), ("627家", "“绍兴制造”企业"), ("52.3%", "三产")]
    assert [text[claim.evidence.start : claim.evidence.end] for claim in found.claims] == [claim.evidence.text for claim in found.claims]


@pytest.mark.parametrize(
    "text",
    [
        '<h2>科普工作情况</h2><p class="c12">2024年，举办讲座6场。</p><p>开放展馆3家。</p>',
        r"2024年，举办讲座6场。\n\n开放展馆3家。",
        "> 2024年，举办讲座6场。\n> 开放展馆3家。\n> 其余从略。\n",
    ],
)
def test_the_text_is_what_was_given_character_for_character_and_all_its_digits_are_accounted_for(text: str) -> None:
    result = ipextract.extract(text)
    assert result.document.text == text
    assert [claim.evidence.text for claim in result.claims] == ["6场", "3家"]
    assert all(text[entry.start : entry.end] == entry.text and entry.role != "unresolved" for entry in result.numerals)


def test_one_sign_of_order_is_no_mark_of_quotation() -> None:
    text = "全市新增上市公司10家。\n> 5%的占比3家。\n三产占比达52.3%。\n"
    assert read_text(text).text == text


def test_a_numbered_line_of_two_clauses_over_a_longer_one_is_a_heading() -> None:
    document = read_text("2017年工作总结\n一、工作回顾\n（四）精准发力抓脱贫，农村面貌有新变化\n落实产业扶持资金5214万元，退出贫困村9个，减贫1192户4007人。\n")
    assert [block.kind for block in document.blocks] == ["title", "heading", "heading", "paragraph"]


def test_a_numbered_line_that_the_next_goes_on_with_is_a_paragraph() -> None:
    document = read_text("2017年工作总结\n一、工作回顾\n（四）精准发力抓好脱贫攻坚各项工作，落实产业\n扶持资金5214万元，退出贫困村9个。\n")
    assert [block.kind for block in document.blocks] == ["title", "heading", "paragraph"]


def test_the_mark_of_a_page_in_a_wrapped_paragraph_is_no_part_of_it() -> None:
    lines = [
        "2016年全市专利申请总量达25668件，同比增长百分之十四点八，占全省申",
        "请总量的三分之一以上，居全省首位，在全国省会城市中也排名靠前。其中",
        "发明专利申请11364件，实用新型申请9951件，外观设计申请4353件，同比均",
        "有较大幅度的增长，结构进一步得到优化，企业主体地位更加突出，全市共",
        "- 1 -",
        "有7128件来自重点企业，其余来自高等院校和科研机构以及广大的个人申请",
        "人，这一结构与上年相比没有明显变化，有关部门将继续加强对重点企业的",
        "服务，引导创新主体由追求数量向追求质量转变，并按季度将有关情况报送",
        "上级主管部门，同时加大宣传力度，提高全社会的知识产权意识和能力水平。",
    ]
    text = "\n".join(lines) + "\n"
    result = ipextract.extract(text)
    assert result.document.text == text
    assert [block.kind for block in read_text(text).blocks] == ["paragraph", "furniture"]
    assert "7128件" in [claim.evidence.text for claim in result.claims]
    assert [entry.role for entry in result.numerals if entry.text == "- 1"] == ["furniture"]


def test_a_title_that_blanks_part_from_its_paragraph_names_nothing() -> None:
    text = "2012年商标工作总结\n★商标富农初显成效　涉农商标3128件，比上年增加402件。\n（二）专用权保护　查处案件214宗，增长5%。\n"
    assert [claim.indicator for claim in ipextract.extract(text).claims] == ["涉农商标", "涉农商标", "查处案件", "查处案件"]
    # A wide blank behind a whole sentence, and one between two cells, head nothing.
    assert [block.kind for block in read_text("2012年情况\n全市商标　3128件\n").blocks] == ["title", "heading"]
