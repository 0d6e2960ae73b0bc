"""Tables in the manner of bulletins, of our own invention: the same claims from each in every format that holds tables."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import docx
import pytest

import ipextract
from ipextract.extractor import Extractor
from ipextract.models import Claim, Extraction

TITLE = "绍兴市2024年国民经济和社会发展统计公报"
#: A cell as its text, or with the columns and rows that it reaches over.
Cell = str | tuple[str, int, int]


@dataclass(frozen=True)
class Table:
    """A caption, the line with its unit, the cells that begin in each row, and what must come out, a claim a line."""

    caption: str
    unit: str
    rows: tuple[tuple[Cell, ...], ...]
    claims: str


TABLES = {
    "years as columns, parts behind 其中": Table(
        "表1 2023—2024年主要经济指标",
        "单位：亿元",
        (
            ("指标", "2023年", "2024年"),
            ("地区生产总值", "7791.0", "8369.0"),
            ("\u3000第二产业", "3707.5", "3900.4"),
            ("\u3000\u3000其中：工业", "3120.8", "3301.6"),
            ("\u3000第三产业", "3837.0", "4213.4"),
            ("一般公共预算收入", "584.3", "601.2"),
            ("\u3000其中：税收收入", "—", "482.7"),
        ),
        """
        7791.0 | money level | 779100000000 元 | 地区生产总值 | 2023 绍兴市
        8369.0 | money level | 836900000000 元 | 地区生产总值 | 2024 绍兴市
        3707.5 | money level | 370750000000 元 | 第二产业增加值 | 2023 绍兴市 | of 7791.0
        3900.4 | money level | 390040000000 元 | 第二产业增加值 | 2024 绍兴市 | of 8369.0
        3120.8 | money level | 312080000000 元 | 工业增加值 | 2023 绍兴市 | of 3707.5
        3301.6 | money level | 330160000000 元 | 工业增加值 | 2024 绍兴市 | of 3900.4
        3837.0 | money level | 383700000000 元 | 第三产业增加值 | 2023 绍兴市 | of 7791.0
        4213.4 | money level | 421340000000 元 | 第三产业增加值 | 2024 绍兴市 | of 8369.0
        584.3 | money level | 58430000000 元 | 一般公共预算收入 | 2023 绍兴市
        601.2 | money level | 60120000000 元 | 一般公共预算收入 | 2024 绍兴市
        482.7 | money level | 48270000000 元 | 税收收入 | 2024 绍兴市 | of 601.2
        """,
    ),
    "districts by indicators": Table(
        "表2 2024年各区、县（市）主要指标",
        "",
        (
            ("地区", "地区生产总值（亿元）", "增速（%）", "发明专利授权量（件）", "位次"),
            ("全市", "8369.0", "6.3", "5120", "…"),
            ("越城区", "1250.4", "6.5", "1204", "1"),
            ("新昌县", "602.1", "5.5", "719", "4"),
        ),
        """
        8369.0 | money level | 836900000000 元 | 地区生产总值 | 2024 绍兴市
        6.3 | percentage change | 6.3 % | 地区生产总值 | 2024 绍兴市
        5120 | count level | 5120 件 | 发明专利授权量 | 2024 绍兴市
        1250.4 | money level | 125040000000 元 | 地区生产总值 | 2024 越城区 | of 8369.0
        6.5 | percentage change | 6.5 % | 地区生产总值 | 2024 越城区
        1204 | count level | 1204 件 | 发明专利授权量 | 2024 越城区 | of 5120
        1 | rank rank | 1 None | 发明专利授权量 | 2024 越城区
        602.1 | money level | 60210000000 元 | 地区生产总值 | 2024 新昌县 | of 8369.0
        5.5 | percentage change | 5.5 % | 地区生产总值 | 2024 新昌县
        719 | count level | 719 件 | 发明专利授权量 | 2024 新昌县 | of 5120
        4 | rank rank | 4 None | 发明专利授权量 | 2024 新昌县
        """,
    ),
    "units of two kinds": Table(
        "表3 2024年主要工业产品产销情况",
        "",
        (
            ("产品名称", "单位", "产量", "比上年增长（%）", "单位", "产值", "比上年增长（%）"),
            ("黄酒", "万千升", "41.6", "2.3", "亿元", "52.3", "4.1"),
            ("印染布", "亿米", "190.5", "-1.2", "亿元", "402.7", "-"),
        ),
        """
        41.6 | quantity level | 416000 千升 | 黄酒产量 | 2024 绍兴市
        2.3 | percentage change | 2.3 % | 黄酒产量 | 2024 绍兴市
        52.3 | money level | 5230000000 元 | 黄酒产值 | 2024 绍兴市
        4.1 | percentage change | 4.1 % | 黄酒产值 | 2024 绍兴市
        190.5 | quantity level | 19050000000 米 | 印染布产量 | 2024 绍兴市
        -1.2 | percentage change | -1.2 % | 印染布产量 | 2024 绍兴市
        402.7 | money level | 40270000000 元 | 印染布产值 | 2024 绍兴市
        """,
    ),
    "headings over two rows": Table(
        "表4 2024年对外贸易情况",
        "",
        (
            (("指标", 1, 2), ("出口", 2, 1), ("进口", 2, 1)),
            ("绝对数（亿元）", "比上年增长（%）", "绝对数（亿元）", "比上年增长（%）"),
            ("总额", "3210.5", "8.2", "402.3", "-3.1"),
            ("其中：一般贸易", "2890.1", "7.9", "301.2", "-5.0"),
            ("\u3000\u3000\u3000加工贸易", "210.4", "—", "88.5", "1.4"),
            ("按企业性质分：", "", "", "", ""),
            ("民营企业", "2810.7", "9.6", "250.1", "-4.4"),
        ),
        """
        3210.5 | money level | 321050000000 元 | 出口 | 2024 绍兴市
        8.2 | percentage change | 8.2 % | 出口 | 2024 绍兴市
        402.3 | money level | 40230000000 元 | 进口 | 2024 绍兴市
        -3.1 | percentage change | -3.1 % | 进口 | 2024 绍兴市
        2890.1 | money level | 289010000000 元 | 一般贸易出口 | 2024 绍兴市 | of 3210.5
        7.9 | percentage change | 7.9 % | 一般贸易出口 | 2024 绍兴市
        301.2 | money level | 30120000000 元 | 一般贸易进口 | 2024 绍兴市 | of 402.3
        -5.0 | percentage change | -5.0 % | 一般贸易进口 | 2024 绍兴市
        210.4 | money level | 21040000000 元 | 加工贸易出口 | 2024 绍兴市 | of 3210.5
        88.5 | money level | 8850000000 元 | 加工贸易进口 | 2024 绍兴市 | of 402.3
        1.4 | percentage change | 1.4 % | 加工贸易进口 | 2024 绍兴市
        2810.7 | money level | 281070000000 元 | 民营企业出口 | 2024 绍兴市 | of 3210.5
        9.6 | percentage change | 9.6 % | 民营企业出口 | 2024 绍兴市
        250.1 | money level | 25010000000 元 | 民营企业进口 | 2024 绍兴市 | of 402.3
        -4.4 | percentage change | -4.4 % | 民营企业进口 | 2024 绍兴市
        """,
    ),
    "kinds below what they are kinds of": Table(
        "表5 2024年各区、县（市）专利授权情况",
        "单位：件",
        (
            (("地区", 1, 2), ("专利授权量", 3, 1), ("发明专利拥有量", 1, 2)),
            ("合计", "发明", "外观设计"),
            ("全市", "38210", "5120", "7990", "22300"),
            ("诸暨市", "8120", "1012", "1604", "3905"),
        ),
        """
        38210 | count level | 38210 件 | 专利授权量 | 2024 绍兴市
        5120 | count level | 5120 件 | 发明专利授权量 | 2024 绍兴市
        7990 | count level | 7990 件 | 外观设计专利授权量 | 2024 绍兴市
        22300 | count level | 22300 件 | 发明专利拥有量 | 2024 绍兴市
        8120 | count level | 8120 件 | 专利授权量 | 2024 诸暨市 | of 38210
        1012 | count level | 1012 件 | 发明专利授权量 | 2024 诸暨市 | of 5120
        1604 | count level | 1604 件 | 外观设计专利授权量 | 2024 诸暨市 | of 7990
        3905 | count level | 3905 件 | 发明专利拥有量 | 2024 诸暨市 | of 22300
        """,
    ),
    "places in a ranking": Table(
        "表6 2024年主要指标在全省的位次",
        "",
        (
            ("指标", "绝对数", "同比增长（%）", "总量位次", "增速位次"),
            ("规模以上工业增加值（亿元）", "2210.5", "8.2", "4", "3"),
            ("城镇居民人均可支配收入（元）", "83456", "4.5", "3", "/"),
        ),
        """
        2210.5 | money level | 221050000000 元 | 规模以上工业增加值 | 2024 绍兴市
        8.2 | percentage change | 8.2 % | 规模以上工业增加值 | 2024 绍兴市
        4 | rank rank | 4 None | 规模以上工业增加值 | 2024 绍兴市 | among 全省
        3 | rank rank | 3 None | 规模以上工业增加值增速 | 2024 绍兴市 | among 全省
        83456 | money level | 83456 元 | 城镇居民人均可支配收入 | 2024 绍兴市
        4.5 | percentage change | 4.5 % | 城镇居民人均可支配收入 | 2024 绍兴市
        3 | rank rank | 3 None | 城镇居民人均可支配收入 | 2024 绍兴市 | among 全省
        """,
    ),
    "shares of a named whole": Table(
        "表7 2024年货物出口主要国家和地区",
        "",
        (
            ("国家和地区", "出口额（亿元）", "比上年增长（%）", "占出口总额比重（%）"),
            ("合计", "3210.5", "8.2", "100.0"),
            ("美国", "420.6", "3.3", "13.1"),
            ("东盟", "610.0", "15.2", "19.0"),
        ),
        """
        3210.5 | money level | 321050000000 元 | 出口额 | 2024 绍兴市
        8.2 | percentage change | 8.2 % | 出口额 | 2024 绍兴市
        100.0 | percentage share | 100.0 % | 出口额 | 2024 绍兴市 | whole 出口总额
        420.6 | money level | 42060000000 元 | 美国出口额 | 2024 绍兴市 | of 3210.5
        3.3 | percentage change | 3.3 % | 美国出口额 | 2024 绍兴市
        13.1 | percentage share | 13.1 % | 美国出口额 | 2024 绍兴市 | of 3210.5 | whole 出口总额
        610.0 | money level | 61000000000 元 | 东盟出口额 | 2024 绍兴市 | of 3210.5
        15.2 | percentage change | 15.2 % | 东盟出口额 | 2024 绍兴市
        19.0 | percentage share | 19.0 % | 东盟出口额 | 2024 绍兴市 | of 3210.5 | whole 出口总额
        """,
    ),
}


def _spans(cell: Cell) -> tuple[str, int, int]:
    return (cell, 1, 1) if isinstance(cell, str) else cell


def _places(table: Table) -> list[list[str]]:
    """Every place of the table's grid, a merged cell's text at its first and the others empty."""
    taken: dict[tuple[int, int], str] = {}
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            text, across, down = _spans(cell)
            while (number, column) in taken:
                column += 1
            taken.update({(number + below, column + right): text if below == right == 0 else "" for below in range(down) for right in range(across)})
    width = max(column for _, column in taken) + 1
    return [[taken.get((number, column), "") for column in range(width)] for number in range(len(table.rows))]


def _lines(table: Table) -> list[str]:
    return [TITLE, "发布时间：2025-03-20", table.caption, *([table.unit] if table.unit else [])]


def markdown(table: Table) -> tuple[str, bytes]:
    head, *rows = ["|" + "|".join(row) + "|" for row in _places(table)]
    return "x.md", "\n\n".join([*_lines(table), "\n".join([head, "|---" * head.count("|") + "|", *rows])]).encode()


def tabs(table: Table) -> tuple[str, bytes]:
    return "x.txt", "\n".join([*_lines(table), *("\t".join(row) for row in _places(table))]).encode()


def one_a_line(table: Table) -> tuple[str, bytes]:
    return "x.txt", "\n".join([*_lines(table), *(text for row in _places(table) for text in row)]).encode()


def html(table: Table) -> tuple[str, bytes]:
    rows = "".join("<tr>" + "".join(f"<td colspan={across} rowspan={down}>{text}</td>" for text, across, down in map(_spans, row)) + "</tr>" for row in table.rows)
    lines = "".join(f"<p>{line}</p>" for line in _lines(table))
    return "x.html", f"<html><head><meta charset='utf-8'></head><body>{lines}<table>{rows}</table></body></html>".encode()


def word(table: Table) -> tuple[str, bytes]:
    made, buffer = docx.Document(), io.BytesIO()
    for line in _lines(table):
        made.add_paragraph(line)
    places = _places(table)
    grid = made.add_table(len(places), len(places[0]))
    for number, row in enumerate(places):
        for column, text in enumerate(row):
            grid.cell(number, column).text = text
    taken: set[tuple[int, int]] = set()
    for number, cells in enumerate(table.rows):
        column = 0
        for _, across, down in map(_spans, cells):
            while (number, column) in taken:
                column += 1
            taken.update((number + below, column + right) for below in range(down) for right in range(across))
            if across * down > 1:
                merged = grid.cell(number, column).merge(grid.cell(number + down - 1, column + across - 1))
                merged.text = merged.text.strip()
    made.save(buffer)
    return "x.docx", buffer.getvalue()


def shown(result: Extraction) -> list[str]:
    """Each claim as a line of `Table.claims`."""
    by_id = {claim.id: claim for claim in result.claims}

    def line(claim: Claim) -> str:
        period, region = claim.period, claim.region
        assert period is not None
        assert region is not None
        assert (period.start or "")[4:] == "-01-01"
        value = claim.evidence.text if claim.kind == "percentage" else f"{claim.value:f}"
        pieces = [claim.evidence.text, f"{claim.kind} {claim.aspect}", f"{value} {claim.unit}", claim.indicator, f"{(period.end or '')[:4]} {region.name}"]
        pieces += [f"of {by_id[claim.part_of].evidence.text}"] if claim.part_of else []
        pieces += [f"whole {claim.share.whole}"] if claim.share is not None else []
        pieces += [f"among {claim.rank.scope}"] if claim.rank is not None and claim.rank.scope else []
        return " | ".join(pieces)

    return [line(claim) for claim in result.claims]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


FILLED = [name for name, table in TABLES.items() if all(isinstance(cell, str) and cell for row in table.rows for cell in row)]
CASES = [(name, make) for name in TABLES for make in (markdown, tabs, html, word)] + [(name, one_a_line) for name in FILLED if name != "units of two kinds"]


@pytest.mark.parametrize(("name", "make"), CASES, ids=lambda each: each if isinstance(each, str) else each.__name__)
def test_cell_by_cell(extractor: Extractor, name: str, make: Callable[[Table], tuple[str, bytes]]) -> None:
    source, data = make(TABLES[name])
    result = extractor.extract_bytes(data, source)
    assert shown(result) == [line.strip() for line in TABLES[name].claims.strip().splitlines()]
    assert not [numeral for numeral in result.numerals if numeral.role == "unresolved"]
    assert not [check for check in result.checks if check.verdict == "disagrees"]


def test_towns_of_a_table_are_places_and_a_column_of_rates_names_what_grew() -> None:
    text = (
        "绍兴市2018年1-8月专利申请与授权情况简报\n\n附表　2018年1—8月部分镇区专利申请授权情况（单位：件，%）\n"
        "镇区\t申请量\t其中：发明\t申请量同比\t授权量\n柯岩街道\t5,802\t611\t31.2\t4,107\n安昌镇\t5,377\t98\t12.5\t4,966\n袍江开发区\t4,629\t1,870\t40.8\t2,385\n"
    )
    told = [(claim.evidence.text, claim.aspect, claim.unit, claim.indicator, claim.region and claim.region.name) for claim in ipextract.extract(text).claims]
    assert told[:4] == [
        ("5,802", "level", "件", "专利申请量", "柯岩街道"),
        ("611", "level", "件", "发明申请量", "柯岩街道"),
        ("31.2", "change", "%", "专利申请量", "柯岩街道"),
        ("4,107", "level", "件", "专利授权量", "柯岩街道"),
    ]
    assert told[8] == ("4,629", "level", "件", "袍江开发区专利申请量", "绍兴市")


def test_a_single_row_named_like_a_town_is_no_place() -> None:
    text = "绍兴市2018年情况\n\n表1 2018年专利授权情况（单位：件）\n类别\t授权量\n国家级强镇\t58\n企业\t61\n"
    assert {claim.region and claim.region.name for claim in ipextract.extract(text).claims} == {"绍兴市"}
