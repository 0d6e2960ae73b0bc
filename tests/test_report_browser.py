"""The report in a browser: a number leads to its record, keys suffice, and what a document contains stays text."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import Browser, Keys, browser, installed, must_be_there
from report_making import ATTACKS, RELEASE, SEED, compared, hostile, long_text, years
from test_cli import run

import ipextract
from ipextract.commands.report import comparison_of
from ipextract.output.columns import NAMES

PHONE = (390, 844)
VIEWS = ("text", "claims", "checks")


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if installed() is None and not must_be_there():
        pytest.skip("no browser: chromium and chromedriver are not installed")
    with browser(tmp_path_factory.mktemp("browser")) as made:
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of the tests, each written once."""
    releases = years()
    made = {
        "release": ipextract.report(ipextract.extract(RELEASE)),
        "white paper": ipextract.report(ipextract.extract_file(SEED)),
        "several": ipextract.report(releases),
        "comparison": ipextract.report(releases, compared(releases)),
        "hostile": ipextract.report([hostile(), *releases], compared(releases)),
        "long": ipextract.report(ipextract.extract(long_text())),
        "empty": ipextract.report(ipextract.extract("没有数字。")),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, page in made.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def page(web: Browser, pages: dict[str, Path]) -> Iterator[Callable[..., Browser]]:
    """Opens one of the pages; at the end the script has complained of nothing."""

    def opened(name: str, fragment: str = "") -> Browser:
        web.open(pages[name], fragment)
        return web

    web.media()
    web.resize(1440, 900)
    yield opened
    assert web.complaints() == []


def record(web: Browser) -> str:
    return web.text("#record")


# A number and its record


def test_a_click_on_a_number_shows_its_record(page: Callable[..., Browser]) -> None:
    web = page("white paper")
    web.number("24.74%").click()
    shown = record(web)
    for part in ("发明专利授权量", "24.74 %", "占授权总量", "2024年", "承接前文", "无锡市 320200", "据全文推断", "企业专利授权量全省第二位", "share.of_whole", "占授权总量【24.74%】"):
        assert part in shown
    assert web.text("#record mark") == "24.74%"
    assert web.number("24.74%").get_attribute("aria-current") == "true"


def test_every_numeral_of_the_text_is_marked_once_and_says_what_it_is(page: Callable[..., Browser]) -> None:
    web = page("release")
    result = ipextract.extract(RELEASE)
    assert web.texts("#view-text .numeral") == [one.text for one in result.numerals]
    assert web.texts("#view-text [class*=kind-]") == [claim.evidence.text for claim in result.claims]
    web.number("2024年").click()
    assert "日期" in record(web)


def test_the_text_of_the_page_is_the_text_of_the_document(page: Callable[..., Browser]) -> None:
    web = page("release")
    shown = "".join(web.texts("#view-text"))
    assert "".join(shown.split()) == "".join(RELEASE.split())


def test_tables_are_tables(page: Callable[..., Browser]) -> None:
    web = page("release")
    assert web.texts("#view-text table thead th") == ["地区", "专利授权量", "发明专利授权量"]
    assert web.texts("#view-text table tbody td") == ["云龙区", "300", "120", "鼓楼区", "500", "180"]


def test_failed_checks_unresolved_numerals_and_targets_are_marked_by_more_than_colour(page: Callable[..., Browser]) -> None:
    web = page("release")
    signs = {"27%": "≠", "23": "？", "22000件": "目标"}
    for printed, sign in signs.items():
        assert sign in web.script("return getComputedStyle(arguments[0], '::after').content", web.number(printed))
    lines = [web.script("return getComputedStyle(arguments[0]).textDecoration", one) for one in web.all("#kinds .sample")]
    assert len({line.replace("rgb", "").split("(")[0] for line in lines}) >= 5


def test_links_lead_to_the_whole_the_parts_and_the_members_of_a_check(page: Callable[..., Browser]) -> None:
    web = page("release")
    web.number("27%").click()
    assert "5,000 ÷ 20,000 = 25" in record(web)
    assert "不符" in record(web)
    related = {one.text for one in web.all("#view-text .related")}
    assert {"5000件", "20000件"} <= {text.rstrip("≠") for text in related}
    web.all("#record .check .link")[0].click()
    assert web.text("#record h2") == "发明专利授权量"
    assert web.text("#record .amount") == "5,000 件"
    next(one for one in web.all("#record .link") if one.text.startswith("20000件")).click()
    assert web.text("#record .amount") == "20,000 件"
    assert "其中" in record(web)
    next(one for one in web.all("#record .link") if one.text.startswith("5000件")).click()
    assert web.text("#record .amount") == "5,000 件"
    assert "后文重复" in record(web)
    web.driver.back()
    assert web.text("#record .amount") == "20,000 件"


def test_an_address_with_an_id_opens_its_claim(page: Callable[..., Browser]) -> None:
    claim = ipextract.extract(RELEASE).claims[-1]
    web = page("release", f"#{claim.id}")
    assert web.text("#record .amount") == "22,000 件"
    assert "目标" in record(web)
    page("comparison", f"#{years()[1].claims[0].id}")
    assert web.text("#record .amount") == "22,000 件"
    page("release", "#none")
    assert not web.all("#record .claim")


def test_unresolved_and_failed_numerals_are_walked_through(page: Callable[..., Browser]) -> None:
    web = page("release")
    web.one(".walk.unresolved").click()
    assert "没有规则能解释" in record(web)
    web.one(".walk.failed").click()
    first = web.text("#view-text .current")
    web.one(".walk.failed").click()
    assert web.text("#view-text .current") != first


def test_lines_that_a_layout_broke_run_on(page: Callable[..., Browser]) -> None:
    web = page("release")
    broken = {"全市专\n利量": "全市专利量", "343.09亿\n元": "343.09亿元", "the first\nrelease": "the first release", "PCT\n国际": "PCT国际"}
    assert {text: web.script("return flowing(arguments[0])", text) for text in broken} == broken


def test_values_are_said_with_bound_sign_range_and_order(page: Callable[..., Browser]) -> None:
    web = page("release")
    said = {
        ("level", "quantity", "7", None, "more_than", "年"): "超过 7 年",
        ("change", "percentage", "17.64", None, "exact", "%"): "+17.64 %",
        ("change", "percentage", "-0.5", None, "exact", "%"): "−0.5 %",
        ("level", "percentage", "5", "8", "range", "%"): "5–8 %",
        ("rank", "rank", "2", None, "exact", None): "第 2",
        ("rank", "rank", "3", None, "at_most", None): "前 3",
        ("level", "money", "17829000000.25", None, "approximate", "元"): "约 17,829,000,000.25 元",
    }
    for (aspect, kind, value, upper, bound, unit), expected in said.items():
        claim = {"aspect": aspect, "kind": kind, "value": value, "upper": upper, "bound": bound, "unit": unit}
        assert web.script("return amount(arguments[0])", claim) == expected


def test_large_values_of_one_unit_share_a_scale_and_lose_no_digit(page: Callable[..., Browser]) -> None:
    web = page("release")
    cases = {
        ("1635532000000", "1690785000000"): ("亿", ["16,355.32", "16,907.85"]),
        ("1635532000000", "1"): ("", ["1,635,532,000,000", "1"]),
        ("-20000001.5", None): ("万", ["−2,000.00015", None]),
        ("0", "1234567"): ("万", ["0", "123.4567"]),
        ("0.05", None): ("", ["0.05", None]),
    }
    for values, (scale, numbers) in cases.items():
        assert web.script("return scaled(arguments[0])", list(values)) == {"scale": scale, "numbers": numbers}


def test_periods_are_said_shortly(page: Callable[..., Browser]) -> None:
    web = page("release")
    periods = {
        ("2024-01-01", "2024-12-31"): "2024", ("2021-01-01", "2025-12-31"): "2021–2025", ("2024-02-01", "2024-02-29"): "2024-02",
        ("2024-01-01", "2024-06-30"): "2024-01 至 2024-06", ("2024-12-31", "2024-12-31"): "截至 2024-12-31", ("2024-01-01", "2024-04-24"): "2024-01-01 至 2024-04-24",
    }
    assert {period: web.script("return dates(...arguments)", *period) for period in periods} == periods


# Keys


def test_keys_go_from_number_to_number_open_and_close(page: Callable[..., Browser]) -> None:
    web = page("release")
    stops = web.script("return document.querySelectorAll('#view-text [tabindex=\"0\"]').length")
    assert stops == 1
    web.one("#indicator").send_keys(Keys.TAB)
    assert web.focused() == "2024年"
    web.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER)
    assert web.focused().startswith("20000件")
    assert web.text("#record .amount") == "20,000 件"
    web.press(Keys.ARROW_RIGHT, Keys.SPACE)
    assert web.text("#record .amount") == "5,000 件"
    web.press(Keys.TAB)
    assert web.focused() == "关闭"
    web.press(Keys.TAB)
    assert web.focused().startswith("20000件")
    web.press(Keys.ENTER)
    assert web.text("#record .amount") == "20,000 件"
    web.press(Keys.ESCAPE)
    assert not web.all("#record .claim")
    assert web.focused().startswith("20000件")
    web.press(Keys.END)
    assert web.focused().startswith("22000件")


def test_keys_choose_views_search_and_rows(page: Callable[..., Browser]) -> None:
    web = page("release")
    web.one("#tab-text").send_keys(Keys.ARROW_RIGHT)
    assert web.focused() == "数据表"
    assert web.one("#view-claims").is_displayed()
    web.press("/")
    web.press("商标")
    assert len(rows(web)) == 2
    first = web.one("#view-claims tbody [tabindex='0']")
    assert first.is_displayed()
    first.send_keys(Keys.ENTER)
    assert web.text("#record h2") == "商标注册量"
    web.script("arguments[0].focus()", first)
    web.press(Keys.ARROW_DOWN, Keys.ENTER)
    assert web.text("#record .amount") == "第 2"


# Filters


def rows(web: Browser) -> list[str]:
    """The numbers of the rows that the table shows, in order."""
    return [one.text for one in web.all("#view-claims tbody tr:not([hidden]) .open")]


def test_filters_by_kind_section_and_indicator(page: Callable[..., Browser]) -> None:
    web = page("release")
    lit = "return [...document.querySelectorAll('#view-text .numeral:not(.dim)')].map((one) => one.textContent)"
    web.one("[data-kind=money]").click()
    assert web.script(lit) == ["178.29亿元", "12.5亿元"]
    assert web.text("#count") == "2 / 15 条"
    web.one("[data-kind=rank]").click()
    assert web.script(lit) == ["第二位", "178.29亿元", "12.5亿元"]
    web.one("#reset").click()
    assert len(web.script(lit)) == len(ipextract.extract(RELEASE).numerals)
    web.one("#section option[value='三、2025年目标']").click()
    assert web.script(lit) == ["22000件"]
    web.one("#reset").click()
    web.one("#indicator").send_keys("发明专利授权")
    assert web.script(lit) == ["5000件", "27%", "10.5%", "5000件", "120", "180"]
    web.one("#tab-claims").click()
    assert rows(web) == ["5000件", "27%", "10.5%", "5000件", "120", "180"]
    web.one("#tab-checks").click()
    assert len(web.all("#view-checks tbody tr:not([hidden])")) == 1
    web.one("#indicator").send_keys("没有这个")
    assert "没有符合筛选的行" in web.text("#view-checks")


# The table


def test_the_table_sorts_numbers_as_numbers_both_ways(page: Callable[..., Browser]) -> None:
    web = page("release")
    web.one("#tab-claims").click()
    assert rows(web) == [claim.evidence.text for claim in ipextract.extract(RELEASE).claims]
    head = next(one for one in web.all("#view-claims .sort") if one.text.startswith("数值"))
    head.click()
    values = sorted(ipextract.extract(RELEASE).claims, key=lambda claim: claim.value)
    assert rows(web) == [claim.evidence.text for claim in values]
    assert web.one("#view-claims th[aria-sort]").get_attribute("aria-sort") == "ascending"
    head.click()
    assert rows(web)[0] == "178.29亿元"
    assert web.one("#view-claims th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_the_csv_has_the_rows_that_are_shown_with_all_their_columns(page: Callable[..., Browser]) -> None:
    web = page("release")
    web.one("#indicator").send_keys("发明专利授权")
    web.one("#tab-claims").click()
    saved = download(web, "#view-claims .save")
    assert saved.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(saved[1:], newline="")))
    expected = [row for row in ipextract.extract(RELEASE).rows() if "发明专利授权" in row["indicator"]]
    assert table == [{name: "" if value is None else str(value) for name, value in row.items()} for row in expected]
    assert list(table[0]) == list(NAMES)


def test_a_cell_that_a_spreadsheet_would_run_is_text(page: Callable[..., Browser]) -> None:
    web = page("release")
    guarded = {"=1+1": "'=1+1", "@sum": "'@sum", "+cmd|x": "'+cmd|x", "-2+3": "'-2+3", "\tx": "'\tx", "＝1": "'＝1", "-5.2%": "-5.2%", "-3.5": "-3.5", "+12件": "+12件", "下降": "下降"}
    for text, expected in guarded.items():
        assert web.script("return csvCell(arguments[0])", text) == expected


def test_what_is_copied_is_the_table_as_shown(page: Callable[..., Browser]) -> None:
    web = page("release")
    web.protocol("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    web.one("#indicator").send_keys("商标")
    web.one("#tab-claims").click()
    web.one("#view-claims .copy").click()
    copied = web.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert [line.split("\t")[:5] for line in copied.splitlines()] == [
        ["原文", "指标", "种类", "方面", "数值"],
        ["翻一番", "商标注册量", "倍数", "变化", "+1"],
        ["第二位", "商标注册量", "位次", "位次", "第 2"],
    ]


def download(web: Browser, selector: str) -> str:
    """The text of the file that a click saves."""
    before = set(web.folder.iterdir())
    web.one(selector).click()
    for _ in range(200):
        made = [path for path in set(web.folder.iterdir()) - before if path.suffix == ".csv"]
        if made:
            return made[0].read_bytes().decode("utf-8")
        time.sleep(0.05)
    raise TimeoutError("nothing was saved")


# Several releases


def test_each_of_several_documents_has_a_tab(page: Callable[..., Browser]) -> None:
    web = page("several")
    assert [one.text.splitlines()[0] for one in web.all("#documents [role=tab]")] == ["徐州市2022年专利情况", "徐州市2023年专利情况", "徐州市2024年专利情况"]
    web.all("#documents [role=tab]")[1].click()
    assert web.text("#title") == "徐州市2023年专利情况"
    assert "22000件" in web.text("#view-text")
    web.press(Keys.ARROW_RIGHT)
    assert web.text("#title") == "徐州市2024年专利情况"


def test_the_comparison_shows_values_charts_and_verdicts(page: Callable[..., Browser]) -> None:
    web = page("comparison")
    assert web.text("#title") == "多期对比"
    heads = [one.text for one in web.all("#view-comparison thead th")]
    assert heads[4:7] == ["2022", "2023", "2024"]
    first, second, bare, third = web.all("#view-comparison tbody tr")
    assert first.text.split()[:7] == ["专利授权量", "徐州市", "水平", "件", "20,000", "22,000", "23,100"]
    assert "+5 %" in first.text
    assert "不符" in first.text
    assert second.text.split()[3:6] == ["亿元", "178.29", "190.5"]
    assert "−5.56 %" in third.text
    assert "+12.21 亿元" in second.text
    assert bare.text.split() == ["专利侵权赔偿", "水平", "0", "3"]
    assert [len(row.find_elements("css selector", "svg rect")) for row in (first, second, bare, third)] == [3, 2, 2, 2]
    second.find_element("css selector", ".open").click()
    assert "2022 → 2024 增减量 算得 +12.21 亿元" in web.text("#series")
    assert "名称相近，相似度 0.93" in web.text("#series")
    third.find_element("css selector", ".open").click()
    assert web.text("#series h2") == "商标注册量"
    chart = web.one("#series svg")
    assert chart.get_attribute("aria-label") == "商标注册量：2022 无，2023 900，2024 850"
    heights = [float(one.get_attribute("height") or 0) for one in web.all("#series svg rect")]
    assert heights[1] / heights[0] == pytest.approx(850 / 900, rel=0.01)


def test_a_value_of_the_comparison_leads_to_its_number_and_back(page: Callable[..., Browser]) -> None:
    web = page("comparison")
    assert "文中为 +7 %" in web.text("#series")
    assert "22,000 件，2024 的变化反推为 21,589 件" in web.text("#series")
    web.all("#series .values [data-claim]")[1].click()
    assert web.text("#title") == "徐州市2023年专利情况"
    assert web.text("#record .amount") == "22,000 件"
    assert web.text("#view-text .current") == "22000件"
    web.driver.back()
    assert web.text("#title") == "多期对比"
    web.all("#documents [role=tab]")[3].click()
    web.number("850件").click()
    web.all("#documents [role=tab]")[0].click()
    web.all("#series .values [data-claim]")[0].click()
    assert web.text("#record .amount") == "20,000 件"
    web.driver.back()
    assert web.text("#title") == "多期对比"


def test_the_comparison_is_filtered_and_saved(page: Callable[..., Browser]) -> None:
    web = page("comparison")
    choices = {one.get_attribute("value") for one in web.all("#choice option")}
    assert choices == {"all", "disagrees", "revised", "similar", "added"}
    web.one("#choice option[value=added]").click()
    assert [one.text for one in web.all("#view-comparison tbody tr:not([hidden]) .open")] == ["商标注册量"]
    web.one("#choice option[value=all]").click()
    web.one("#compared").send_keys("质押")
    table = list(csv.DictReader(io.StringIO(download(web, "#view-comparison .save")[1:], newline="")))
    assert [(row["indicator"], row["2022"], row["2023"], row["2024"]) for row in table] == [("专利质押融资登记金额", "17829000000", "", "19050000000")]


# Whatever a document contains


def test_a_hostile_document_runs_nothing_and_asks_for_nothing(page: Callable[..., Browser], pages: dict[str, Path]) -> None:
    web = page("hostile")
    first = web.all("#documents [role=tab]")[1]
    first.click()
    for number in range(len(web.all("#view-text .numeral"))):
        web.script("document.querySelectorAll('#view-text .numeral')[arguments[0]].click()", number)
    for view in VIEWS:
        web.one(f"#tab-{view}").click()
        web.script("document.querySelectorAll('.sort').forEach((one) => one.click())")
    web.script("document.querySelectorAll('summary').forEach((one) => one.click())")
    assert web.script("return window.ran ?? null") is None
    assert web.requests() == [pages["hostile"].as_uri()]
    assert web.script("return document.querySelectorAll('img, iframe, link, base, object, embed, form, a').length") == 0
    assert web.script("return document.querySelectorAll('script').length") == 2
    assert web.script("return [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on') || name === 'href' || name === 'src').length") == 0


def test_what_is_hostile_is_shown_as_it_is_written(page: Callable[..., Browser]) -> None:
    web = page("hostile")
    web.all("#documents [role=tab]")[1].click()
    web.number("55853件").click()
    for attack in ATTACKS:
        for place in ("title", "facts", "record", "section"):
            assert web.script("return document.getElementById(arguments[0]).textContent.includes(JSON.parse(arguments[1]))", place, json.dumps(attack)), (place, attack)
    assert web.script("return document.title").startswith(ATTACKS[0] + ATTACKS[1])


def test_what_is_hostile_is_saved_as_text(page: Callable[..., Browser]) -> None:
    web = page("hostile")
    web.all("#documents [role=tab]")[1].click()
    web.one("#tab-claims").click()
    table = list(csv.DictReader(io.StringIO(download(web, "#view-claims .save")[1:], newline="")))
    assert {ATTACKS[0] in row["indicator"] for row in table} == {True}


def test_the_policy_stops_what_would_be_put_in(page: Callable[..., Browser], web: Browser) -> None:
    page("release")
    web.script("""
        const inline = document.createElement("script");
        try { inline.text = "window.ran = 'inline'"; document.body.append(inline); } catch { window.refused = true; }
        try { document.body.innerHTML = "<img src=x onerror=\\"window.ran='markup'\\">"; } catch { window.refused = true; }
        fetch("http://192.0.2.1/").catch(() => {});
        """)
    assert web.script("return [window.ran ?? null, window.refused]") == [None, True]
    assert [one for one in web.requests() if one.startswith("http://192.0.2.1/")] == []
    web.complaints()  # the policy has said so


# Screens and paper


def test_nothing_is_cut_off_on_a_phone(page: Callable[..., Browser], web: Browser) -> None:
    for name in ("white paper", "release", "comparison", "long"):
        page(name)
        web.resize(*PHONE, mobile=True)
        web.driver.refresh()
        for view in VIEWS if name != "comparison" else ():
            web.one(f"#tab-{view}").click()
            assert web.script("return document.documentElement.scrollWidth") == PHONE[0], (name, view)
        assert web.script("return document.documentElement.scrollWidth") == PHONE[0], name
        web.resize(1440, 900)


def test_on_a_phone_the_record_is_a_sheet_that_leaves_the_number_in_sight(page: Callable[..., Browser], web: Browser) -> None:
    page("white paper")
    web.resize(*PHONE, mobile=True)
    web.driver.refresh()
    assert not web.one("#record").is_displayed()
    web.script("arguments[0].scrollIntoView({ block: 'start' }); arguments[0].click()", web.number("24.74%"))
    top = web.script("return document.querySelector('#record').getBoundingClientRect().top")
    number = web.script("return arguments[0].getBoundingClientRect().bottom", web.number("24.74%"))
    assert number < top < PHONE[1]
    web.one("#record .shut").click()
    assert not web.one("#record").is_displayed()


def test_paper_shows_text_table_and_checks_without_controls(page: Callable[..., Browser], web: Browser) -> None:
    page("release")
    web.number("27%").click()
    web.media("print")
    assert all(web.one(f"#view-{view}").is_displayed() for view in VIEWS)
    assert not any(one.is_displayed() for one in web.all(".tools, #record, #section, #views, .sort"))
    assert all(web.script("return getComputedStyle(arguments[0]).textDecorationLine", one) == "underline" for one in web.all("#view-text [class*=kind-]"))
    web.media()
    assert web.printed().startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(page: Callable[..., Browser], web: Browser, scheme: str) -> None:
    web.media(prefers_color_scheme=scheme)
    page("release")
    web.number("27%").click()
    faint = web.script(_CONTRASTS)
    assert faint == []
    assert web.script("return getComputedStyle(document.body).colorScheme || getComputedStyle(document.documentElement).colorScheme") == "light dark"


# The texts that are shown with a contrast to their ground below 4.5 (WCAG 2, level AA); what is disabled is exempt.
_CONTRASTS = """
const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
const over = ([r, g, b, a = 1], ground) => [r, g, b].map((value, place) => value * a + ground[place] * (1 - a));
const ground = (element) => {
  if (element === null) return [255, 255, 255];
  const colour = parse(getComputedStyle(element).backgroundColor);
  return colour[3] === undefined || colour[3] === 1 ? colour.slice(0, 3) : over(colour, ground(element.parentElement));
};
const light = (colour) => colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)).reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const faint = new Set();
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest(":disabled, script, svg")) continue;
  const behind = ground(element);
  const [one, two] = [light(over(parse(getComputedStyle(element).color), behind)), light(behind)];
  if ((Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05) < 4.5) faint.add(`${element.className}: ${walker.currentNode.data}`);
}
return [...faint];
"""


# Size


def test_a_bulletin_of_20_000_characters_is_usable(page: Callable[..., Browser], web: Browser) -> None:
    page("long")
    assert len(web.all("#view-text .numeral")) > 1_000
    web.one("#indicator").send_keys("专利")
    web.one("#tab-claims").click()
    shown = len(rows(web))
    assert web.text("#count") == f"{shown} / {len(web.texts('#view-claims tbody tr'))} 条"
    assert shown > 50


def test_a_document_without_numbers_has_a_page(page: Callable[..., Browser], web: Browser) -> None:
    page("empty")
    assert web.text("#view-text") == "没有数字。"
    web.one("#tab-checks").click()
    assert "没有可以相互核对的数字" in web.text("#view-checks")


CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
BULLETINS = [CORPUS / f"bulletin-nanjing-{year}.txt" for year in (2021, 2022, 2023, 2024)]


@pytest.mark.skipif(not all(path.exists() for path in BULLETINS), reason="the corpus of real releases is not beside this checkout")
def test_four_bulletins_are_laid_beside_each_other(web: Browser, tmp_path: Path) -> None:
    assert run("report", *map(str, BULLETINS), "-o", str(tmp_path / "four.html")).code == 0
    _a_value_leads_to_its_number(web, tmp_path / "four.html", rows=140)


def test_the_comparison_that_is_computed_is_the_one_that_is_shown(web: Browser, tmp_path: Path) -> None:
    releases = years()
    (tmp_path / "three.html").write_text(ipextract.report(releases, comparison_of(releases)), encoding="utf-8")
    _a_value_leads_to_its_number(web, tmp_path / "three.html", rows=2)


def _a_value_leads_to_its_number(web: Browser, file: Path, rows: int) -> None:
    web.resize(1440, 900)
    web.open(file, "")
    assert web.text("#title") == "多期对比"
    found = web.all("#view-comparison tbody tr")
    assert len(found) >= rows
    found[0].find_element("css selector", ".open").click()
    value = web.all("#series .values [data-claim]")[0]
    printed = value.text
    value.click()
    assert printed.split()[0].replace(",", "") in web.text("#view-text .current")
    assert web.text("#record .amount")
    assert web.complaints() == []
