"""Tables in PDF: closed by rules, half open, with rules from left to right alone, with none; charts."""

from __future__ import annotations

from collections.abc import Callable

from pdf_making import Page, make

from ipextract.reading import Document, Limits
from ipextract.reading.pdf.reader import read

TEXT = "全年规模以上工业增加值增长8.4%，其中装备制造业增长9.1%，高技术制造业增长12.6%，占规模以上工业增加值的比重为31.5%。"
ROWS = [["产品名称", "单位", "产量"], ["服装", "万件", "10235.7"], ["化学纤维", "万吨", "214.6"], ["数控机床", "台", "3418"]]
XS = [90.0, 230.0, 340.0, 505.0]


def of(data: bytes) -> Document:
    return read(data, "test.pdf", Limits())


def grids(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in block.grid] for block in document.blocks if block.grid is not None]


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


def put_rows(page: Page, rows: list[list[str]], top: float, height: float = 20, xs: list[float] = XS) -> None:
    for number, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            page.put(x + 6, top + number * height + 14, text, 10)


def lying(page: Page, *ys: float, xs: list[float] = XS) -> None:
    for y in ys:
        page.rule(xs[0], y, xs[-1], y)


def test_a_closed_grid_between_paragraphs() -> None:
    def draw(page: Page) -> None:
        page.wrap(80, TEXT)
        page.put(220, 150, "表1 工业主要产品产量")
        put_rows(page, ROWS, 160)
        lying(page, 160, 180, 200, 220, 240)
        for x in XS:
            page.rule(x, 160, x, 240)
        page.wrap(270, TEXT)

    document = of(make(draw))
    assert grids(document) == [ROWS]
    assert kinds(document) == ["paragraph", "caption", "table", "paragraph"]
    assert [document.text[cell.start : cell.end] for row in document.blocks[2].grid or () for cell in row] == [text for row in ROWS for text in row]


def test_open_sides_and_a_body_without_rules() -> None:
    def draw(page: Page) -> None:
        put_rows(page, ROWS, 160)
        lying(page, 160, 180, 240)
        for x in XS[1:-1]:
            page.rule(x, 160, x, 240)

    assert grids(of(make(draw))) == [ROWS]


def test_rules_from_left_to_right_alone() -> None:
    def draw(page: Page) -> None:
        page.rule(XS[0], 60, XS[-1], 60)
        page.wrap(80, TEXT)
        put_rows(page, ROWS, 160)
        lying(page, 160, 180, 240)
        page.wrap(270, TEXT)

    document = of(make(draw))
    assert grids(document) == [ROWS]
    assert kinds(document) == ["paragraph", "table", "paragraph"]


def test_no_rules_at_all() -> None:
    def draw(page: Page) -> None:
        page.wrap(80, TEXT)
        put_rows(page, ROWS, 160)
        page.wrap(270, TEXT)

    document = of(make(draw))
    assert grids(document) == [ROWS]
    assert kinds(document) == ["paragraph", "table", "paragraph"]


def test_merged_cells_stand_in_every_place() -> None:
    def draw(page: Page) -> None:
        lying(page, 160, 200, 220, 240)
        page.rule(230, 180, 505, 180)
        for x in (90, 230, 505):
            page.rule(x, 160, x, 240)
        page.rule(340, 180, 340, 240)
        page.put(96, 184, "指标", 10)
        page.put(330, 174, "2024年", 10)
        page.put(236, 194, "绝对数", 10)
        page.put(346, 194, "比上年增长（%）", 10)
        put_rows(page, [["一般公共预算收入", "98.53", "3.4"], ["一般公共预算支出", "112.06", "-0.8"]], 200)

    assert grids(of(make(draw))) == [
        [["指标", "2024年", "2024年"], ["指标", "绝对数", "比上年增长（%）"], ["一般公共预算收入", "98.53", "3.4"], ["一般公共预算支出", "112.06", "-0.8"]]
    ]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    def draw(page: Page) -> None:
        lying(page, 160, 200, 220, 240)
        for x in XS:
            page.rule(x, 160, x, 240)
        page.put(96, 184, "指标", 10)
        page.put(236, 174, "比上年增", 10)
        page.put(236, 190, "长（%）", 10)
        page.put(346, 184, "位次", 10)
        put_rows(page, [["第一产业", "2.9", "4"], ["第二产业", "7.3", "1"]], 200)

    assert grids(of(make(draw)))[0][0] == ["指标", "比上年增长（%）", "位次"]


def test_a_table_that_goes_on_keeps_one_heading() -> None:
    more = [["集成电路", "亿块", "1.27"], ["塑料制品", "万吨", "9.4"]]

    def part(rows: list[list[str]], top: float, number: int) -> Callable[[Page], None]:
        def draw(page: Page) -> None:
            put_rows(page, rows, top)
            lying(page, *(top + 20 * line for line in range(len(rows) + 1)))
            for x in XS:
                page.rule(x, top, x, top + 20 * len(rows))
            page.put(280, 800, f"— {number} —", 9)

        return draw

    repeated = of(make(part(ROWS, 640, 1), part([ROWS[0], *more], 80, 2)))
    assert grids(repeated) == [ROWS + more]
    plain = of(make(part(ROWS, 640, 1), part(more, 80, 2)))
    assert grids(plain) == [ROWS + more]


def test_a_caption_stays_with_its_table_over_a_page_break() -> None:
    def one(page: Page) -> None:
        page.wrap(80, TEXT)
        page.put(220, 760, "表1 工业主要产品产量")
        page.put(280, 800, "— 1 —", 9)

    def two(page: Page) -> None:
        put_rows(page, ROWS, 80)
        lying(page, 80, 100, 160)
        page.put(280, 800, "— 2 —", 9)

    assert kinds(of(make(one, two))) == ["furniture", "paragraph", "furniture", "caption", "table"]


def test_the_labels_of_a_chart_are_no_claims() -> None:
    def draw(page: Page) -> None:
        page.wrap(80, TEXT)
        page.put(200, 150, "图1 2020—2024年地区生产总值及其增长速度")
        page.put(100, 170, "亿元", 8)
        page.put(480, 170, "%", 8)
        for row, label in enumerate(("1200", "900", "600", "300", "0")):
            page.put(100, 185 + 25 * row, label, 8)
            page.put(480, 185 + 25 * row, f"{12 - 3 * row}.0", 8)
        for column in range(5):
            page.put(150 + 65 * column, 192 + 9 * column, f"{1032.4 - column * 41:.1f}", 8)
            page.put(150 + 65 * column, 300, str(2020 + column), 8)
        page.put(220, 315, "地区生产总值", 8)
        page.put(320, 315, "增长速度", 8)
        page.wrap(350, TEXT)

    document = of(make(draw))
    assert [kind for kind in kinds(document) if kind != "furniture"] == ["paragraph", "caption", "paragraph"]


def test_a_frame_around_a_paragraph_is_no_table() -> None:
    def draw(page: Page) -> None:
        page.wrap(80, TEXT)
        for y in (60, 140):
            page.rule(80, y, 515, y)
        for x in (80, 515):
            page.rule(x, 60, x, 140)

    document = of(make(draw))
    assert kinds(document) == ["paragraph"]


def test_a_single_upright_through_text_is_no_table() -> None:
    """It ended the reading with an IndexError: without lines from left to right there is nothing to part rows by."""

    def draw(page: Page) -> None:
        for number in range(4):
            page.put(200, 160 + 20 * number, "专利5件", 10)
        page.rule(212, 140, 212, 240)

    document = of(make(draw))
    assert grids(document) == []
    assert document.text.count("专利5件") == 4
