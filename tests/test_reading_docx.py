"""Word files: the text as printed, whatever way the program keeps it; broken ones refused in one line."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from office import archive, is_read_or_refused, line, measured, relations, shown, word, word_parts

from ipextract import Extractor, InputError, Limits
from ipextract.reading import Document, read_bytes
from ipextract.reading.docx.styles import spell

FIXTURES = Path(__file__).parent.parent / "fixtures" / "formats"
TOP = line("2024年平湖市统计公报")
BODY = "全年授权专利4382件，其中发明专利913件。"


def read(body: str, **parts: str) -> Document:
    return read_bytes(word(body, **parts), "公报.docx")


def reason(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "公报.docx", limits)
    message = str(caught.value)
    assert message.startswith("公报.docx: ")
    assert "\n" not in message
    return message


def test_the_release_gives_the_claims_of_its_text() -> None:
    extractor = Extractor()

    def claims(name: str) -> list[tuple[object, ...]]:
        found = extractor.extract_file(FIXTURES / name).claims
        return [(claim.kind, claim.aspect, claim.value, claim.unit, claim.indicator, claim.period, claim.region) for claim in found]

    assert claims("release.docx") == claims("release.txt")
    assert len(claims("release.docx")) > 40


def test_the_release_keeps_furniture_out_and_its_printed_title() -> None:
    document = read_bytes((FIXTURES / "release.docx").read_bytes(), "release.docx")
    assert document.title == "2024年平湖市国民经济和社会发展统计公报"
    assert document.published_text == "2025-03-18"
    assert "第6期" not in document.text
    assert document.text.endswith("[1]地区生产总值为初步核算数，最终以年鉴为准。\n")
    assert [document.text[block.start : block.end] for block in document.blocks if block.kind == "heading" and block.level == 2] == ["一、综合", "二、工业和投资", "三、财政和知识产权"]


def test_a_number_in_many_runs_is_one_number() -> None:
    assert "授权专利4382件" in read(line("全年授权专利4|38|2|件。")).text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:ins><w:r><w:t>增长</w:t></w:r></w:ins><w:del><w:r><w:delText>下降</w:delText></w:r></w:del><w:r><w:t>3.2%</w:t></w:r>", "增长3.2%"),
        ("<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>", "新"),
        ("<w:r><w:t>共</w:t></w:r><w:hyperlink><w:r><w:t>586</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>家</w:t></w:r></w:smartTag>", "共586家"),
        ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>共12家</w:t></w:r></w:sdtContent></w:sdt>", "共12家"),
        ("<w:fldSimple w:instr='PAGE 7'><w:r><w:t>共3页</w:t></w:r></w:fldSimple>", "共3页"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> =SUM(1,2) </w:instrText></w:r><w:r><w:t>暗</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>件</w:t></w:r>",
            "3件",
        ),
        ("<w:r><w:t>GB</w:t><w:noBreakHyphen/><w:t>T</w:t></w:r>", "GB-T"),
        ("<w:r><w:t>13</w:t><w:softHyphen/><w:t>823件</w:t></w:r>", "13823件"),
        ("<w:r><w:t>误差</w:t><w:sym w:font='Symbol' w:char='F0B1'/><w:t>2</w:t><w:sym w:font='Wingdings' w:char='F04A'/></w:r>", "误差±2"),
        ("<w:r><w:t>面积3.2万km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>", "面积3.2万km²"),
        ("<w:r><w:t>用水5亿m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>3</w:t></w:r>", "用水5亿m³"),
        ("<w:r><w:t>收入98.5亿元</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>", "收入98.5亿元[12]"),
        ("<w:r><w:t>收入98.5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>", "收入98.5[2]"),
        ("<w:r><w:t>约3×10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>8</w:t></w:r>", "约3×10⁸"),
        ("<w:r><w:t>居住</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>[3]</w:t></w:r>", "居住[3]"),
        ("<w:r><w:t>PM</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr><w:t>2.5</w:t></w:r>", "PM2.5"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>明文</w:t></w:r>", "明文"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>píng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>平</w:t></w:r></w:rubyBase></w:ruby></w:r>", "平"),
        ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>", "1/3"),
        ("<w:r><w:t>前</w:t><w:br w:type='page'/><w:t>后</w:t></w:r>", "前后"),
    ],
)
def test_a_line_is_read_as_printed(inside: str, text: str) -> None:
    assert read(f"<w:p>{inside}</w:p>").text == text + "\n"


def test_a_deleted_end_joins_two_paragraphs() -> None:
    body = line("全年授权专利", "<w:rPr><w:del/></w:rPr>") + line("4382件。")
    assert shown(read(TOP + body))[1:] == ["paragraph: 全年授权专利4382件。"]


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + line("有效发明专利5176件。") + "</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    drawn += f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    assert shown(read(TOP + f"<w:p><w:r><w:t>{BODY}</w:t></w:r><w:r>{drawn}</w:r></w:p>"))[1:] == [f"paragraph: {BODY}", "paragraph: 有效发明专利5176件。"]
    only_old = f"<w:p><w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r></w:p>"
    assert read(only_old).text == "有效发明专利5176件。\n"


STYLES = """
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="小节"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>
<w:style w:type="paragraph" w:styleId="level"><w:name w:val="章"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="up"><w:name w:val="上标"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
"""


def test_headings_are_told_by_style_and_what_it_inherits() -> None:
    style = "<w:pStyle w:val='{}'/>".format
    body = line("工业，投资和消费", style("own")) + line("财政，金融", style("level")) + line("一、农业，林业", style("2")) + line("环，形", style("loop")) + line(BODY + BODY, style("2"))
    blocks = read(TOP + body, styles=STYLES).blocks
    assert [(block.kind, block.level) for block in blocks[1:]] == [("heading", 2), ("heading", 1), ("heading", 2), ("paragraph", 0), ("paragraph", 0)]


def test_contents_are_furniture_and_captions_are_captions() -> None:
    body = line("一、综合|3", "<w:pStyle w:val='T1'/>") + line("财政收支", "<w:pStyle w:val='cap'/>") + line(BODY)
    body = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>" + line("二、工业 12") + "</w:sdtContent></w:sdt>" + body
    assert [block.kind for block in read(TOP + body, styles=STYLES).blocks[1:]] == ["furniture", "furniture", "caption", "paragraph"]


def test_a_style_of_characters_raises_them() -> None:
    body = "<w:p><w:r><w:t>98.5亿元</w:t></w:r><w:r><w:rPr><w:rStyle w:val='up'/></w:rPr><w:t>1</w:t></w:r></w:p>"
    assert read(body, styles=STYLES).text == "98.5亿元[1]\n"


LISTS = """
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
"""


def _listed(text: str, depth: int, name: int = 5) -> str:
    return line(text, f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{name}'/></w:numPr>")


def test_automatic_numbers_are_counted_as_printed_and_never_glued() -> None:
    body = _listed("综合", 0) + _listed("2024年概况", 1) + _listed("2024年末户籍人口52万人。", 2) + _listed("2025年再增3万人。", 2) + _listed("物价", 1) + _listed("农业", 0) + _listed("渔业", 1)
    body += _listed("附注", 0, 6) + _listed("2024年回顾", 0, 7) + line("无号", "<w:numPr><w:numId w:val='0'/></w:numPr>")
    lines = read(body, numbering=LISTS).text.splitlines()
    assert lines == ["一、综合", "（一）2024年概况", "1. 2024年末户籍人口52万人。", "2. 2025年再增3万人。", "（二）物价", "二、农业", "（一）渔业", "附注", "四、2024年回顾", "无号"]


def test_a_number_of_a_list_is_no_part_of_a_claim() -> None:
    claims = Extractor().extract_document(read(_listed("2024年授权专利4382件。", 2), numbering=LISTS)).claims
    assert [(str(claim.value), claim.period and claim.period.start) for claim in claims] == [("4382", "2024-01-01")]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (19, "japaneseCounting", "十九"), (30, "chineseCountingThousand", "三十"),
        (105, "chineseCounting", "一百零五"), (3, "chineseLegalSimplified", "叁"), (12, "ideographDigital", "一二"), (2, "ideographTraditional", "乙"),
        (28, "lowerLetter", "bb"), (9, "upperRoman", "IX"), (7, "decimalFullWidth", "７"), (21, "decimalEnclosedCircle", "21"), (0, "chineseCounting", "0"), (7, "aiueo", "7"),
    ],
)  # fmt: skip
def test_list_numbers_are_spelled(number: int, form: str, text: str) -> None:
    assert spell(number, form) == text


def test_notes_are_marked_and_added_at_the_end() -> None:
    notes = "<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
    notes += "<w:footnote w:id='3'>" + line("本表为初步数。") + "</w:footnote><w:footnote w:id='2'>" + line("按可比价格计算。") + "</w:footnote>"
    mark = "<w:r><w:footnoteReference w:id='{}'/></w:r>".format
    body = f"<w:p><w:r><w:t>生产总值</w:t></w:r>{mark(2)}<w:r><w:t>1032.46亿元，增加值</w:t></w:r>{mark(3)}<w:r><w:t>18.27亿元。</w:t></w:r>{mark(9)}</w:p>"
    assert read(body, footnotes=notes).text.splitlines() == ["生产总值[1]1032.46亿元，增加值[2]18.27亿元。[3]", "[1]按可比价格计算。", "[2]本表为初步数。"]


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{line(text)}</w:tc>"


def _table(*rows: str) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_merged_cells_stand_in_every_place() -> None:
    goes_on = "<w:vMerge/>"
    table = _table(
        _cell("指标", "<w:vMerge w:val='restart'/>") + _cell("2024年", "<w:gridSpan w:val='2'/>"),
        _cell("", goes_on) + _cell("绝对数") + _cell("比上年增长（%）"),
        _cell("收入") + _cell("98.53") + _cell("3.4"),
        "<w:trPr><w:del/></w:trPr>" + _cell("旧") + _cell("1") + _cell("2"),
        "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + _cell("112.06") + _cell("-0.8"),
    )
    assert shown(read(line(BODY) + table))[1:] == ["指标 | 2024年 | 2024年", "指标 | 绝对数 | 比上年增长（%）", "收入 | 98.53 | 3.4", " | 112.06 | -0.8"]


def test_old_merges_and_rows_in_controls_are_read() -> None:
    row = _cell("甲", "<w:hMerge w:val='restart'/>") + _cell("", "<w:hMerge/>") + _cell("1")
    table = "<w:tbl><w:sdt><w:sdtContent><w:tr>" + row + "</w:tr></w:sdtContent></w:sdt><w:tr>" + _cell("乙") + "<w:sdt><w:sdtContent>" + _cell("丙") + "</w:sdtContent></w:sdt>" + _cell("2") + "</w:tr></w:tbl>"
    assert shown(read(table)) == ["甲 | 甲 | 1", "乙 | 丙 | 2"]


def test_caption_unit_and_notes_inside_a_table_stand_beside_it() -> None:
    whole = "<w:gridSpan w:val='2'/>"
    table = _table(_cell("表1 财政收支", whole), _cell("") + _cell("单位：亿元"), _cell("指标") + _cell("2024年"), _cell("收入") + _cell("98.53"), _cell("注：为初步数。", whole))
    assert shown(read(line(BODY) + table))[1:] == ["caption: 表1 财政收支", "caption: 单位：亿元", "指标 | 2024年", "收入 | 98.53", "paragraph: 注：为初步数。"]


def test_a_frame_is_no_table() -> None:
    inner = _table(_cell("指标") + _cell("数量（件）"), _cell("专利") + _cell("4382"))
    frame = f"<w:tbl><w:tr><w:tc>{line('一、综合')}{line(BODY)}{inner}</w:tc></w:tr></w:tbl>"
    assert shown(read(TOP + frame))[1:] == ["heading: 一、综合", f"paragraph: {BODY}", "指标 | 数量（件）", "专利 | 4382"]


def test_a_column_in_one_cell_is_taken_apart() -> None:
    values = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + line("42696\t530.5") + line("39961\t503.6") + "</w:tc>"
    table = _table(_cell("指标") + _cell("机构（个）") + _cell("床位（万张）"), "<w:tc>" + line("合计") + line("养老") + "</w:tc>" + values)
    assert shown(read(table)) == ["指标 | 机构（个） | 床位（万张）", "合计 | 42696 | 530.5", "养老 | 39961 | 503.6"]


def test_lines_that_run_several_rows_together_are_told_by_how_they_end() -> None:
    values = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + "".join(line(f"{number}0\t{number}") for number in range(1, 5)) + "</w:tc>"
    names = "<w:tc>" + line("合计") + line("省级部门登记市级部门登记县级部门登记") + "</w:tc>"
    table = _table(_cell("指标") + _cell("单位") + _cell("团体") + _cell("基金会"), names + _cell("万个万个万个万个") + values)
    assert shown(read(table))[1:] == ["合计 | 万个 | 10 | 1", "省级部门登记 | 万个 | 20 | 2", "市级部门登记 | 万个 | 30 | 3", "县级部门登记 | 万个 | 40 | 4"]


def test_lines_of_which_it_is_not_sure_which_runs_rows_together_are_left() -> None:
    values = "<w:tc>" + line("90") + line("12") + line("3") + "</w:tc>"
    table = _table(_cell("指标") + _cell("数量（个）"), "<w:tc>" + line("县级") + line("县级市自治县旗") + "</w:tc>" + values)
    assert shown(read(table))[1:] == ["县级县级市自治县旗 | 90 12 3"]


@pytest.mark.parametrize(
    ("part", "indent"),
    [
        ("<w:ind w:left='528'/>", 2),
        ("<w:ind w:leftChars='250' w:left='560'/>", 2),
        ("<w:ind w:left='108' w:firstLine='420'/>", 2),
        ("<w:ind w:left='738' w:hanging='210'/>", 2),
        ("<w:jc w:val='center'/><w:ind w:left='528'/>", 0),
        ("<w:ind w:left='108'/>", 0),
    ],
)
def test_a_heading_that_is_set_in_below_others_keeps_its_blanks(part: str, indent: int) -> None:
    heads = [("指标", "<w:ind w:left='1800'/>"), ("出口额", "<w:ind w:left='108'/>"), ("一般贸易", part), ("进口额", "<w:ind w:left='108'/>")]
    rows = [f"<w:tc>{line(name, look)}</w:tc>" + _cell(value) for (name, look), value in zip(heads, ("亿元", "402.6", "310.5", "120.3"), strict=True)]
    grid = read(_table(*rows)).blocks[-1].grid
    assert grid is not None
    assert [row[0].indent for row in grid[1:]] == [0, indent, 0]


def test_words_broken_in_a_cell_are_joined_and_numbers_are_not() -> None:
    table = _table(f"<w:tc>{line('比上年')}{line('增长（%）')}</w:tc>" + _cell("数量"), _cell("甲") + f"<w:tc>{line('1.2')}{line('3.4')}</w:tc>")
    assert shown(read(table)) == ["比上年增长（%） | 数量", "甲 | 1.2 3.4"]


def test_paragraphs_that_a_converter_broke_are_joined() -> None:
    body = line("年末全国参加工伤保险人数30174万人，比上年末增加", "<w:ind w:firstLine='640'/>") + line("1057万人。全国参保率99.6%。") + line("—3—") + line("全年享受待遇222万人。", "<w:ind w:firstLine='640'/>")
    assert shown(read(TOP + body))[1:] == ["paragraph: 年末全国参加工伤保险人数30174万人，比上年末增加\n1057万人。全国参保率99.6%。", "furniture: —3—", "paragraph: 全年享受待遇222万人。"]


def test_a_date_and_a_caption_behind_it_are_no_broken_paragraph() -> None:
    body = line("发布时间：2025-03-20") + line("表11 2024年主要指标") + line("全年参保单位和有关组织共有 9.2") + line("万户。")
    assert [text for text in shown(read(TOP + body))[1:] if "2025-03" in text or "表11" in text or "9.2" in text] == ["metadata: 发布时间：2025-03-20", "caption: 表11 2024年主要指标", "paragraph: 全年参保单位和有关组织共有 9.2万户。"]


def test_a_page_number_in_a_sentence_does_not_part_it() -> None:
    body = line("全国老年人口26736万人，其中65周岁及以上老年人") + line("—5—") + line("口20056万人，占总人口的14.2%。")
    assert [block.kind for block in read(TOP + body).blocks[1:]] == ["paragraph", "furniture"]


def test_the_strict_kind_and_odd_names_of_parts_are_read() -> None:
    parts = word_parts(line(BODY))
    strict = {"word/document2.xml" if name == "word/document.xml" else name: content for name, content in parts.items()}
    strict["_rels/.rels"] = relations(("officeDocument", "/word/document2.xml")).replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument")
    strict["word/document2.xml"] = str(parts["word/document.xml"]).replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
    assert read_bytes(archive(strict), "x.docx").text == BODY + "\n"


def test_missing_parts_are_no_matter_but_the_body_is() -> None:
    parts = word_parts(line(BODY, "<w:pStyle w:val='2'/><w:numPr><w:numId w:val='5'/></w:numPr>"))
    parts["word/_rels/document.xml.rels"] = relations(("styles", "styles.xml"), ("numbering", "../NULL"), ("footnotes", "footnotes.xml"))
    assert read_bytes(archive(parts), "x.docx").text == BODY + "\n"
    only = {"word/document.xml": parts["word/document.xml"]}
    assert read_bytes(archive(only), "x.docx").text == BODY + "\n"


def test_what_the_file_says_of_itself_is_metadata_and_no_more() -> None:
    parts = word_parts(line("2024年平湖市知识产权状况") + line(BODY))
    parts["_rels/.rels"] = relations(("officeDocument", "word/document.xml"), ("metadata/core-properties", "docProps/core.xml"))
    parts["docProps/core.xml"] = "<cp xmlns:dc='d'><dc:title>关于印发某办法的通知</dc:title><dc:creator>张三</dc:creator></cp>"
    document = read_bytes(archive(parts), "x.docx")
    assert document.title == "2024年平湖市知识产权状况"
    assert document.metadata == {"title": "关于印发某办法的通知", "creator": "张三"}
    assert document.published is None


def test_an_embedded_document_is_said_to_be_unread() -> None:
    assert read(line(BODY) + "<w:altChunk/>").warnings == ("a document that is embedded in this one is not read",)


def test_pictures_only_asks_for_ocr() -> None:
    assert "OCR" in reason(word("<w:p><w:r><w:drawing/></w:r></w:p>"))
    assert "no text" in reason(word("<w:p/>"))


@pytest.mark.parametrize(
    ("part", "content", "words"),
    [
        ("word/document.xml", "<w:document", "broken XML"),
        ("word/document.xml", b"\xff\xfe\x00", "broken XML"),
        ("word/document.xml", "", "broken XML"),
        ("word/styles.xml", "<a><b></a>", "broken XML"),
        ("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "document type"),
        ("word/styles.xml", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>", "document type"),
        ("word/document.xml", "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><a>&b;</a>".encode("utf-16"), "document type"),
        ("docProps/core.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a t='&x;'/>", "document type"),
        ("word/document.xml", "<w:body>" * 100_000, "broken XML"),
    ],
)
def test_broken_and_hostile_parts_are_refused(part: str, content: str | bytes, words: str) -> None:
    parts = word_parts(line(BODY), styles="")
    parts["_rels/.rels"] = relations(("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml"))
    parts[part] = content
    assert words in reason(archive(parts))


def test_nesting_to_any_depth_is_read_or_refused() -> None:
    for name, depth in (("w:ins", 240), ("w:tbl><w:tr><w:tc", 80)):
        tags = [f"</{tag.lstrip('</')}>" for tag in reversed(name.split("><"))]
        inside = "<w:p>{}</w:p>" if name == "w:ins" else "{}"
        deepest = "<w:r><w:t>深</w:t></w:r>" if name == "w:ins" else line("深")
        assert read(inside.format(f"<{name}>" * depth + deepest + "".join(tags) * depth)).text.startswith("深")


def test_an_archive_that_is_cut_off_or_encrypted_is_refused() -> None:
    data = word(line(BODY) * 50)
    assert "cut off" in reason(data[:-40])
    assert "cut off" in reason(data[: len(data) // 2])
    locked = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := locked.find(mark, place + 1)) >= 0:
            locked[place + offset] |= 1
    assert "encrypted" in reason(bytes(locked))


def test_an_encrypted_office_file_is_named_as_what_to_do() -> None:
    assert "save it as" in reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_other_ways_of_packing_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as made:
        for name, content in word_parts(line(BODY)).items():
            made.writestr(name, content)
    assert "packed" in reason(path.read_bytes())


_BOMBS = {
    "blanks": "(b'<w:p><w:r><w:t>' + b' ' * 1_000_000 + b'</w:t></w:r></w:p>' for _ in range(3000))",
    "digits": "(b'<w:p><w:r><w:t>' + b'9' * 1_000_000 + b'</w:t></w:r></w:p>' for _ in range(1000))",
    "empty paragraphs": "(b'<w:p/>' * 100_000 for _ in range(300))",
    "one paragraph": "(b'<w:p>' if not n else b'<w:r><w:t>1</w:t></w:r>' * 100_000 for n in range(200))",
    "one table": "(b'<w:tbl>' if not n else b'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 100_000 for n in range(200))",
}
_BOMB = """
import io, sys, zipfile
from ipextract import InputError
from ipextract.reading import read_bytes
out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made, made.open("word/document.xml", "w", force_zip64=True) as part:
    part.write(b'<w:document xmlns:w="w"><w:body>')
    for piece in {pieces}:
        part.write(piece)
    part.write(b'</w:body></w:document>')
try:
    read_bytes(out.getvalue(), "x.docx")
    print("read")
except InputError as error:
    print(error)
"""


@pytest.mark.parametrize("name", _BOMBS)
def test_a_small_file_with_gigabytes_inside_costs_little(name: str) -> None:
    said, megabytes = measured(_BOMB.format(pieces=_BOMBS[name]))
    assert said.startswith("x.docx: ")
    assert "\n" not in said
    assert megabytes < 700


def test_limits_are_kept() -> None:
    data = word(line(BODY) * 1000 + _table(*[_cell("甲") + _cell("1")] * 100))
    assert "unpacks to more" in reason(data, Limits(unpacked_bytes=5_000))
    assert "longer than" in reason(data, Limits(characters=500))
    assert "cells" in reason(data, Limits(cells=50))


def test_too_many_parts_are_refused() -> None:
    assert "parts" in reason(archive(word_parts(line(BODY)) | {f"a/{number}": b"" for number in range(20_001)}))


_MANY = """
import io, zipfile
from ipextract.reading import read_bytes
out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
    made.writestr("word/document.xml", "<w:document xmlns:w='w'><w:body>" + "<w:p><w:r><w:t>全年授权专利4382</w:t></w:r><w:r><w:t>件。</w:t></w:r></w:p>" * 200_000 + "</w:body></w:document>")
print(len(read_bytes(out.getvalue(), "x.docx").blocks))
"""


def test_two_hundred_thousand_paragraphs_are_read() -> None:
    said, megabytes = measured(_MANY)
    assert said == "200000"
    assert megabytes < 500


def test_mangled_files_raise_nothing_else() -> None:
    data = (FIXTURES / "release.docx").read_bytes()
    chance = random.Random(4)  # noqa: S311
    for _ in range(150):
        mangled = bytearray(data[: chance.choice((len(data), chance.randrange(len(data))))])
        for _ in range(chance.randrange(12)):
            if mangled:
                mangled[chance.randrange(len(mangled))] = chance.randrange(256)
        assert is_read_or_refused(bytes(mangled), "x.docx")


def test_mangled_parts_raise_nothing_else() -> None:
    parts = {name: zipfile.ZipFile(FIXTURES / "release.docx").read(name) for name in zipfile.ZipFile(FIXTURES / "release.docx").namelist()}
    chance = random.Random(5)  # noqa: S311
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml")] + ["word/_rels/document.xml.rels"]
    for _ in range(200):
        name = chance.choice(names)
        text = parts[name].decode("utf-8")
        start = chance.randrange(len(text))
        # Attributes and names change places, so that most stay well-formed.
        mangled = text.replace(*chance.choice((("w:val=", "w:x="), ("w:p>", "w:tbl>"), ("w:tc>", "w:tr>"), ('"1"', '"-7"'), ('"0"', '"99999999999"'), (text[start : start + 6], ""))))
        assert is_read_or_refused(archive(parts | {name: mangled}), "x.docx")
