"""One release of our own writing, as parts that each format writes in its own way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading of a section; level 1 is 一、, level 2 is （一）."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body."""

    text: str


@dataclass(frozen=True)
class Cell:
    """A cell with the columns and rows that it covers."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A caption, the line with the unit (or none), and rows that each list the cells that begin in them."""

    caption: str
    unit: str
    rows: tuple[tuple[Cell, ...], ...]


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text) for text in texts)


TITLE = "2024年平湖市国民经济和社会发展统计公报"
PUBLISHER = "平湖市统计局"
PUBLISHED = "2025年3月18日"

BODY: tuple[Heading | Paragraph | Table, ...] = (
    Heading("一、综合"),
    Paragraph(
        "初步核算，全年地区生产总值1032.46亿元，按可比价格计算，比上年增长6.1%。其中，第一产业增加值18.27亿元，增长2.9%；第二产业增加值604.15亿元，"
        "增长7.3%；第三产业增加值410.04亿元，增长4.6%。三次产业结构为1.8:58.5:39.7。年末户籍人口52.36万人，城镇新增就业1.24万人。"
    ),
    Paragraph("全年居民消费价格比上年上涨0.3%，其中食品烟酒类价格下降0.6%。城镇调查失业率平均值为4.9%，比上年下降0.2个百分点。"),
    Heading("二、工业和投资"),
    Paragraph(
        "全年规模以上工业增加值同比增长8.4%，高于全省1.1个百分点；规模以上工业企业实现利润总额96.82亿元，下降3.5%。固定资产投资增长5.7%，"
        "其中民间投资下降2.2%。新增高新技术企业87家，年末有效期内高新技术企业达586家。"
    ),
    Table(
        "表1 2024年规模以上工业主要产品产量",
        "",
        (
            _row("产品名称", "单位", "产量", "比上年增长（%）"),
            _row("化学纤维", "万吨", "214.6", "9.8"),
            _row("服装", "万件", "10235.7", "-4.3"),
            _row("数控机床", "台", "3 418", "27.5"),
            _row("集成电路", "亿块", "1.27", "—"),
        ),
    ),
    Heading("三、财政和知识产权"),
    Table(
        "表2 2024年财政收支情况",
        "单位：亿元",
        (
            (Cell("指标", rows=2), Cell("2024年", columns=2)),
            _row("绝对数", "比上年增长（%）"),
            _row("一般公共预算收入", "98.53", "3.4"),
            _row("其中：税收收入", "85.17", "1.9"),
            _row("一般公共预算支出", "112.06", "-0.8"),
        ),
    ),
    Paragraph(
        "全年授权专利4382件，其中发明专利913件，占授权总量的20.8%。截至年末，有效发明专利拥有量5176件，同比增长19.7%；每万人口高价值发明专利拥有量28.6件，"
        "居全省县（市）第4位。知识产权质押融资登记金额突破40亿元，惠及企业200余家。"
    ),
)
