"""The document's own arithmetic: shares, changes, sums, repeats."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from checks_making import JIANGYIN, YEAR, Page
from hypothesis import given
from hypothesis import strategies as st

from ipextract.checking.arithmetic import check_claims
from ipextract.checking.rounding import Interval, Printed, judge, printed
from ipextract.checking.vocabulary import built_in_words
from ipextract.extractor import Extractor
from ipextract.models import Change, Check, Claim, Share
from ipextract.models import Interval as Dates

ROOT = Path(__file__).parent.parent
NAMING = built_in_words().names


# -- the places that were printed ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "unit", "place", "slack"),
    [
        ("24.74%", "24.74", "%", "0.01", "0.01"),
        ("19.60%", "19.6", "%", "0.01", "0.01"),
        ("178.29亿元", "17829000000", "元", "1000000", "1000000"),
        ("13823件", "13823", "件", "1", "0"),
        ("13,823件", "13823", "件", "1", "0"),
        ("11 620件", "11620", "件", "1", "0"),
        ("１６０３７件", "16037", "件", "1", "0"),
        ("13\n823件", "13823", "件", "1", "0"),
        ("468.8万件", "4688000", "件", "1000", "1000"),
        ("百分之七点七", "7.7", "%", "0.1", "0.1"),
        ("四家", "4", "家", "1", "0"),
        ("三亿元", "300000000", "元", "100000000", "100000000"),
        ("8.4%", "-8.4", "%", "0.1", "0.1"),
        ("94天", "94", "天", "1", "1"),
    ],
)
def test_printed(text: str, value: str, unit: str, place: str, slack: str) -> None:
    page = Page()
    page.add(text, "某某指标", value, unit)
    assert printed(page.claims[0]) == Printed(Decimal(value), Decimal(place), Decimal(slack))


@pytest.mark.parametrize(
    ("text", "value"), [("2/3", "66.6666666667"), ("三分之二", "66.6666666667"), ("八成", "80"), ("一半", "50"), ("八成三", "83")]
)
def test_what_is_said_roughly_has_no_place(text: str, value: str) -> None:
    page = Page()
    page.add(text, "某某指标", value, "%")
    assert printed(page.claims[0]) is None


def test_bounded_numbers_are_no_operands() -> None:
    page = Page()
    page.add("超7年", "平均维持时间", "7", "天", bound="more_than")
    page.add("5%—8%", "某某指标", "5", "%", upper=Decimal(8), bound="range")
    assert [printed(claim) for claim in page.claims] == [None, None]


@pytest.mark.parametrize(
    ("stated", "place", "computed", "verdict"),
    [
        ("24.74", "0.01", "24.7489", "agrees_truncated"),
        ("24.75", "0.01", "24.7489", "agrees"),
        ("24.76", "0.01", "24.7489", "disagrees"),
        ("0.5", "0.1", "0.45", "agrees"),  # half up
        ("0.4", "0.1", "0.45", "agrees"),  # half to even
        ("-1.2", "0.1", "-1.29", "agrees_truncated"),
        ("12000000", "1000000", "12499999", "agrees"),
    ],
)
def test_judge(stated: str, place: str, computed: str, verdict: str) -> None:
    value = Decimal(computed)
    assert judge(Printed(Decimal(stated), Decimal(place), Decimal(0)), Interval(value, value, value)) == verdict


# -- names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("专利授权总量", "专利授权量"),
        ("全市专利授权总量", "专利授权量"),
        ("无锡市专利授权数", "专利授权"),
        ("无锡的专利授权量", "专利授权量"),
        ("全部进出口总额", "进出口额"),
        ("GDP", "地区生产总值"),
        ("同期收案数", "收案"),
    ],
)
def test_the_same_thing(one: str, two: str) -> None:
    assert NAMING.core(one, "无锡市") == NAMING.core(two, "无锡市")


@pytest.mark.parametrize(
    ("one", "two"),
    [("企业专利授权量", "专利授权量"), ("发明专利授权量", "发明专利拥有量"), ("工业增加值", "工业总产值"), ("其他专利", "专利")],
)
def test_another_thing(one: str, two: str) -> None:
    assert NAMING.core(one) != NAMING.core(two)


def test_bare_totals_point_back() -> None:
    assert NAMING.pointing("总量")
    assert NAMING.pointing("全部")
    assert NAMING.pointing("全市")
    assert not NAMING.pointing("授权总量")


# -- shares -------------------------------------------------------------------------------------------


def test_share_of_a_whole_named_by_its_end() -> None:
    page = Page()
    whole = page.add("55853件", "专利授权量", "55853", "件")
    part = page.add("13823件", "发明专利授权量", "13823", "件", part_of=whole)
    share = page.share("24.74%", "发明专利授权量", "24.74", "授权总量")
    (check,) = page.checks()
    assert check == Check(
        type="share", claims=(share, part, whole), stated=Decimal("24.74"), computed=Decimal("24.748894"), verdict="agrees_truncated",
        tolerance=Decimal("0.01"), allowance="last_place",
    )


def test_printed_whole_goes_before_the_parent() -> None:
    """其中企业发明专利授权量达11927件,占全市发明专利授权总量86.28%: not of the 企业专利授权量 that 其中 continues."""
    page = Page()
    whole = page.add("13823件", "发明专利授权量", "13823", "件")
    page.stop()
    parent = page.add("51967件", "企业专利授权量", "51967", "件")
    part = page.add("11927件", "企业发明专利授权量", "11927", "件", part_of=parent)
    share = page.share("86.28%", "企业发明专利授权量", "86.28", "发明专利授权总量")
    (check,) = page.checks()
    assert (check.claims, check.verdict) == ((share, part, whole), "agrees")


def misprinted(**part: Any) -> Page:
    """扣留货物468.8万件…。海运渠道413万件,占81.8%: it is 88.1%."""
    page = Page()
    whole = page.add("468.8万件", "扣留侵权嫌疑货物", "4688000", "件")
    page.stop()
    page.add("413万件", "海运渠道扣留侵权嫌疑货物", "4130000", "件", part_of=whole, **part)
    page.share("81.8%", "海运渠道扣留侵权嫌疑货物", "81.8", **part)
    return page


def test_a_misprinted_share() -> None:
    (check,) = misprinted().checks()
    assert (check.verdict, check.stated, check.computed) == ("disagrees", Decimal("81.8"), Decimal("88.09727"))


def test_no_share_without_a_whole() -> None:
    page = Page()
    page.add("13823件", "发明专利授权量", "13823", "件")
    page.share("24.74%", "发明专利授权量", "24.74", "授权总量")
    assert page.checks() == ()


def test_no_share_across_units_regions_or_years() -> None:
    for more in ({"unit": "家"}, {"region": JIANGYIN}, {"year": YEAR - 1}, {"status": "target"}):
        page = Page()
        unit = str(more.pop("unit", "件"))
        page.add(f"55853{unit}", "专利授权量", "55853", unit, **more)
        page.add("13823件", "发明专利授权量", "13823", "件")
        page.share("20.74%", "发明专利授权量", "20.74", "专利授权量")
        assert page.checks() == ()


def test_another_places_share_is_no_alarm() -> None:
    """江阴市…占全市…: the whole is the city's, which may not be printed."""
    page = Page()
    for number in range(3):
        page.add("1件", f"别的事情{number}", "1", "件")
    page.stop()
    whole = page.add("1000件", "专利授权量", "1000", "件", region=JIANGYIN)
    page.add("400件", "发明专利授权量", "400", "件", region=JIANGYIN, part_of=whole)
    page.share("30%", "发明专利授权量", "30", "专利授权总量", region=JIANGYIN)
    assert page.checks() == ()


def test_a_share_parallel_to_its_parents_is_no_alarm() -> None:
    """产品销售收入10116.3亿元,占19.1%;实现利润400.4亿元,占24.5%: both of a larger whole."""
    page = Page()
    parent = page.add("10116.3亿元", "产品销售收入", "1011630000000", "元")
    page.share("19.1%", "产品销售收入", "19.1")
    page.add("1400.4亿元", "实现利润", "140040000000", "元", part_of=parent)
    page.share("24.5%", "实现利润", "24.5")
    assert page.checks() == ()


@pytest.mark.parametrize(("whole", "found"), [(None, [("c4", "c3", "c2")]), ("工业企业资产", [])], ids=["unprinted", "filled in"])
def test_a_new_total_takes_over(whole: str | None, found: list[tuple[str, ...]]) -> None:
    """资产总计79233.9亿元,其中固定资产…;负债总计51751.1亿元,其中流动负债35630.4亿元,占68.8%: of the 负债."""
    page = Page()
    assets = page.add("79233.9亿元", "工业企业资产", "7923390000000", "元")
    page.add("38444.3亿元", "固定资产", "3844430000000", "元", part_of=assets)
    page.add("51751.1亿元", "负债", "5175110000000", "元", part_of=assets)
    page.add("35630.4亿元", "流动负债", "3563040000000", "元", part_of=assets)
    page.share("68.8%", "流动负债", "68.8", whole)
    assert [check.claims for check in page.checks()] == found


def test_a_share_behind_another_amount_is_no_alarm() -> None:
    """中型企业16591个;从业人员3891.3万人,占全部工业从业人员的26.4%, where the share was named wrongly."""
    page = Page()
    whole = page.add("23007个", "大中型工业企业", "23007", "个")
    page.add("16591个", "中型企业", "16591", "个", part_of=whole)
    page.add("3891.3万人", "从业人员", "38913000", "人")
    page.share("66.4%", "中型企业", "66.4")
    assert page.checks() == ()


def test_last_years_share_is_no_alarm() -> None:
    """占比由上年的7.9%提高到11.3%, where the first kept this year's period."""
    page = Page()
    whole = page.add("168412件", "专利授权总量", "168412", "件")
    page.add("19075件", "发明专利", "19075", "件", part_of=whole)
    page.share("7.9%", "发明专利", "7.9")
    page.share("11.3%", "发明专利", "11.3")
    assert page.verdicts() == [("share", "agrees")]


def test_share_in_a_sentence_of_its_own() -> None:
    page = Page()
    page.add("1349084亿元", "国内生产总值", "134908400000000", "元")
    page.add("91414亿元", "第一产业增加值", "9141400000000", "元")
    page.stop()
    page.share("6.8%", "第一产业增加值", "6.8", "国内生产总值")
    assert page.verdicts() == [("share", "agrees")]


# -- ratios of parts ------------------------------------------------------------------------------------


def ratio(*parts: str) -> Page:
    page = Page()
    for number, part in enumerate(parts):
        claim_id = page.share(part, f"第{number}产业", part, rule="share.structure")
        claim = page.claims[-1]
        start = 6 * number
        evidence = claim.evidence.model_copy(update={"start": start, "end": start + 5})
        page.claims[-1] = claim.model_copy(update={"evidence": evidence, "id": claim_id})
    return page


@pytest.mark.parametrize(
    ("parts", "verdicts"),
    [
        (("1.8", "33.7", "64.5"), ["agrees"]),
        (("2.5", "36.7", "60.7"), ["agrees"]),  # 99.9 by rounding
        (("1.8", "37.3", "64.5"), ["disagrees"]),
        (("2.1", "1"), []),  # 城乡居民收入比 is no structure
        (("100",), []),
    ],
)
def test_ratio(parts: tuple[str, ...], verdicts: list[str]) -> None:
    assert [check.verdict for check in ratio(*parts).checks() if check.type == "sum"] == verdicts


# -- changes ----------------------------------------------------------------------------------------------


def test_from_to_and_difference() -> None:
    """由12件提高到30件,提高18件,增长150%."""
    page = Page()
    base = page.add("12件", "专利申请量", "12", "件", rule="level.from", year=None)
    level = page.add("30件", "专利申请量", "30", "件")
    more = page.change("18件", "专利申请量", "18", "件", words="")
    rate = page.change("150%", "专利申请量", "150", words="")
    checks = page.checks()
    assert [(check.claims, check.verdict) for check in checks] == [((more, level, base), "agrees"), ((rate, level, base), "agrees")]


def test_from_to_that_does_not_add_up() -> None:
    page = Page()
    page.add("98.5天", "平均审理天数", "98.5", "天", rule="level.from", year=YEAR - 1)
    page.add("83.2天", "平均审理天数", "83.2", "天")
    page.change("13.5天", "平均审理天数", "-13.5", "天", words="")
    (check,) = page.checks()
    assert (check.verdict, check.computed) == ("disagrees", Decimal("-15.3"))


def test_from_to_in_points() -> None:
    page = Page()
    page.share("12.1%", "发明专利占比", "12.1", rule="share.from", year=YEAR - 1)
    page.share("15.3%", "发明专利占比", "15.3")
    page.change("3.2个百分点", "发明专利占比", "3.2", "个百分点", words="")
    assert page.verdicts() == [("change", "agrees")]


def test_a_rate_with_a_base_of_its_own() -> None:
    """由2020年的12件提高到2024年的30件,同比增长10%."""
    page = Page()
    page.add("12件", "专利申请量", "12", "件", rule="level.from", year=2020)
    page.add("30件", "专利申请量", "30", "件")
    page.change("10%", "专利申请量", "10")
    assert page.checks() == ()


def test_yearly_average_is_no_change_from_to() -> None:
    page = Page()
    page.add("12件", "专利申请量", "12", "件", rule="level.from", year=2020)
    page.add("30件", "专利申请量", "30", "件")
    page.change("25.7%", "专利申请量", "25.7", basis="average", base=None)
    assert page.checks() == ()


@pytest.mark.parametrize(
    ("rate", "verdicts"),
    [("8.1", ["agrees"]), ("8.2", ["agrees"]), ("8.3", ["disagrees"]), ("7.5", []), ("81", [])],
    ids=["right", "within one unit", "wrong", "of the level", "far off"],
)
def test_absolute_and_relative(rate: str, verdicts: list[str]) -> None:
    """400件,比上年增加30件,增长8.1%: 30/370. Of 400 it would be 7.5%: then 400 is the base."""
    page = Page()
    page.add("400件", "专利申请量", "400", "件")
    page.change("30件", "专利申请量", "30", "件")
    page.change(f"{rate}%", "专利申请量", rate)
    assert [check.verdict for check in page.checks()] == verdicts


def test_the_slack_of_rounded_amounts() -> None:
    """101.5亿人次,比上年增加6.0亿人次(增长6.2%): 6.28% from the printed numbers, but they are rounded."""
    page = Page()
    page.add("101.5亿", "总诊疗人次", "10150000000", "人")
    page.change("6.0亿", "总诊疗人次", "600000000", "人")
    page.change("6.2%", "总诊疗人次", "6.2")
    assert page.verdicts() == [("change", "agrees")]


def test_a_fall() -> None:
    page = Page()
    page.add("9,214件", "软件著作权登记", "9214", "件")
    page.change("105件", "软件著作权登记", "-105", "件")
    page.change("1.1%", "软件著作权登记", "-1.1")
    assert page.verdicts() == [("change", "agrees")]


def test_levels_of_two_years() -> None:
    page = Page()
    base = page.add("370件", "专利申请量", "370", "件", year=YEAR - 1)
    page.stop()
    level = page.add("400件", "专利申请量", "400", "件")
    rate = page.change("8.1%", "专利申请量", "8.1")
    (check,) = page.checks()
    assert (check.claims, check.verdict) == ((rate, level, base), "agrees")


@pytest.mark.parametrize(
    ("unit", "indicator", "verdicts"), [("件", "专利申请量", ["disagrees"]), ("元", "地区生产总值", []), ("元", "财政收入", [])]
)
def test_growth_at_constant_prices_is_no_alarm(unit: str, indicator: str, verdicts: list[str]) -> None:
    page = Page()
    page.add(f"370{unit}", indicator, "370", unit, year=YEAR - 1)
    page.stop()
    page.add(f"400{unit}", indicator, "400", unit)
    page.change("7.0%", indicator, "7.0")
    assert [check.verdict for check in page.checks()] == verdicts


def test_a_base_from_afar_is_no_alarm() -> None:
    """Several years' bulletins in one file: last year's number may have been revised since."""
    page = Page()
    page.add("82件", "生产安全事故", "82", "件", year=YEAR - 1)
    for number in range(5):
        page.stop()
        page.add("1件", f"别的事情{number}", "1", "件")
    page.add("73件", "生产安全事故", "73", "件")
    page.change("12%", "生产安全事故", "-12")
    assert page.checks() == ()


def test_a_multiple() -> None:
    page = Page()
    page.add("10件", "专利申请量", "10", "件", year=YEAR - 1)
    page.add("22件", "专利申请量", "22", "件")
    page.change("1.2倍", "专利申请量", "1.2", "倍", kind="multiple")
    assert page.verdicts() == [("change", "agrees")]


def test_a_number_cut_in_two_is_no_alarm() -> None:
    """水利建设投资[2]6 842.7亿元 read as 842.7亿元 of 水利建设投资6."""
    page = Page()
    page.add("842.7亿元", "水利建设投资6", "84270000000", "元")
    page.change("112.5亿元", "水利建设投资6", "11250000000", "元")
    page.change("10.8%", "水利建设投资6", "10.8")
    assert page.checks() == ()


# -- sums -------------------------------------------------------------------------------------------------


def family(total: str, *parts: tuple[str, str]) -> Page:
    page = Page()
    whole = page.add(f"{total}件", "专利授权量", total, "件")
    for name, value in parts:
        page.add(f"{value}件", name, value, "件", part_of=whole)
    return page


def test_parts_of_one_enumeration() -> None:
    page = family("168412", ("发明专利", "19075"), ("实用新型专利", "132486"), ("外观设计专利", "16851"))
    (check,) = page.checks()
    assert check == Check(type="sum", claims=("c0", "c1", "c2", "c3"), stated=Decimal(168412), computed=Decimal(168412), verdict="agrees", tolerance=Decimal(0), allowance="exact")


def test_an_incomplete_enumeration_says_nothing() -> None:
    assert family("168412", ("发明专利", "19075"), ("实用新型专利", "132486")).checks() == ()


def test_overlapping_parts_are_not_summed() -> None:
    nested = (("国家级机构", "5"), ("省级以上(含国家级)机构", "14"), ("市级以上(含省级、国家级)机构", "40"))
    assert family("52", *nested).checks() == ()
    assert family("59", *nested).checks() == ()


def test_a_sum_too_rough_to_tell() -> None:
    """提供住宿的民政机构4.3万个,其中养老机构4.0万个,儿童福利和救助保护机构1045个: not all of them."""
    page = Page()
    whole = page.add("4.3万个", "民政机构", "43000", "个")
    page.add("4.0万个", "养老机构", "40000", "个", part_of=whole)
    page.add("1045个", "儿童福利机构", "1045", "个", part_of=whole)
    assert page.checks() == ()


def gdp(third: str) -> Page:
    page = Page()
    page.add("18500.81亿元", "地区生产总值", "1850081000000", "元")
    page.stop()
    for name, value in (("第一", "331.00"), ("第二", "5831.06"), ("第三", third)):
        page.add(f"{value}亿元", f"{name}产业增加值", str(int(Decimal(value) * 10**8)), "元")
    return page


@pytest.mark.parametrize(("third", "verdict"), [("12338.75", "agrees"), ("12338.76", "agrees"), ("12383.75", "disagrees")])
def test_three_industries(third: str, verdict: str) -> None:
    assert gdp(third).verdicts() == [("sum", verdict)]


def test_exports_and_imports() -> None:
    """货物进出口总额438468亿元,其中货物出口254545亿元,进口183923亿元."""
    for imports, verdicts in (("183923", ["agrees"]), ("193923", ["disagrees"])):
        page = Page()
        whole = page.add("438468亿元", "货物进出口总额", "43846800000000", "元")
        page.add("254545亿元", "货物出口", "25454500000000", "元", part_of=whole)
        page.add(f"{imports}亿元", "进口", f"{imports}00000000", "元", part_of=whole)
        assert [check.verdict for check in page.checks()] == verdicts


def test_bare_imports_of_another_total_are_no_alarm() -> None:
    page = Page()
    page.add("5659.9亿元", "货物进出口总额", "565990000000", "元")
    page.add("3333.1亿元", "货物出口", "333310000000", "元")
    page.add("2000.0亿元", "进口", "200000000000", "元")
    assert page.checks() == ()


def test_town_and_country() -> None:
    page = Page()
    page.add("4408.12亿元", "消费品零售总额", "440812000000", "元")
    page.add("3967.62亿元", "城镇消费品零售总额", "396762000000", "元")
    page.add("440.49亿元", "乡村消费品零售总额", "44049000000", "元")
    assert page.verdicts() == [("sum", "agrees")]


def test_means_are_not_summed() -> None:
    page = Page()
    page.add("41314元", "人均可支配收入", "41314", "元")
    page.add("54188元", "城镇人均可支配收入", "54188", "元")
    page.add("23119元", "农村人均可支配收入", "23119", "元")
    assert page.checks() == ()


# -- repeats ------------------------------------------------------------------------------------------------


def test_a_rank_in_title_heading_and_body() -> None:
    page = Page()
    for text in ("第二", "第二位", "第二位"):
        page.place(text, "企业专利授权量", "2")
        page.stop()
    (check,) = page.checks()
    assert check == Check(type="repeat", claims=("c0", "c1", "c2"), stated=Decimal(2), computed=Decimal(2), verdict="agrees", tolerance=Decimal(0), allowance="exact")


def test_a_headline_that_contradicts_the_text() -> None:
    page = Page()
    page.place("第二", "企业专利授权量", "2")
    page.stop()
    page.place("第三", "企业专利授权量", "3")
    assert page.verdicts() == [("repeat", "disagrees")]
    page.stop()
    page.place("第四", "企业专利授权量", "4")
    assert page.checks() == (), "three places of one name are said of three things"


def test_ranks_among_others_are_not_the_same() -> None:
    page = Page()
    page.place("第二", "企业专利授权量", "2")
    page.stop()
    page.place("第五", "企业专利授权量", "5", scope="全国")
    assert page.checks() == ()


def test_the_same_number_rounded_or_bounded() -> None:
    """突破1.3万件 in the headline is 13087件 in the text, and so is 1.3万件."""
    for text, bound in (("突破1.3万件", "more_than"), ("1.3万件", "exact"), ("约1.3万件", "approximate")):
        page = Page()
        page.add(text, "专利申请量", "13000", "件", bound=bound)
        page.stop()
        page.add("13087件", "专利申请量", "13087", "件")
        (check,) = page.checks()
        assert (check.type, check.verdict, check.stated, check.computed) == ("repeat", "agrees", Decimal(13000), Decimal(13087))


def test_one_name_for_several_things_is_no_contradiction() -> None:
    """次均住院费用 of hospitals, health centres and clinics."""
    page = Page()
    for text in ("9870元", "3193元", "9870元"):
        page.add(text, "次均住院费用", text.removesuffix("元"), "元")
        page.stop()
    assert page.checks() == ()


def test_small_numbers_deep_in_the_text_may_be_the_same_by_chance() -> None:
    """具有高级职称人员0.8万人, of libraries and of cultural centres."""
    page = Page()
    for indicator in ("标题", "导语", "具有高级职称人员", "具有高级职称的人员"):
        page.add("0.8万人", indicator, "8000", "人")
        page.stop()
    assert page.checks() == ()


# -- whole documents ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_the_white_paper(extractor: Extractor) -> None:
    extraction = extractor.extract_file(ROOT / "seeds" / "wuxi-ip-2024.txt")
    texts = {claim.id: claim.evidence.text for claim in extraction.claims}
    shown = [(check.type, tuple(texts[one] for one in check.claims), check.verdict) for check in extraction.checks]
    assert shown == [
        ("repeat", ("第二", "第二位", "第二位"), "agrees"),
        ("share", ("24.74%", "13823件", "55853件"), "agrees_truncated"),
        ("share", ("93.04%", "51967件", "55853件"), "agrees"),
        ("share", ("86.28%", "11927件", "13823件"), "agrees"),
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures").glob("*.txt")), ids=lambda path: path.stem)
def test_no_false_alarm(extractor: Extractor, path: Path) -> None:
    """The fixtures' arithmetic holds but for one share, misprinted on purpose (fixtures/README.md)."""
    extraction = extractor.extract_file(path)
    texts = {claim.id: claim.evidence.text for claim in extraction.claims}
    alarms = {texts[check.claims[0]] for check in extraction.checks if check.verdict == "disagrees"}
    assert alarms <= ({"81.8%"} if path.stem == "ip-xiamen-2025" else set())


# -- whatever the claims are ----------------------------------------------------------------------------------

NAMES = [
    "专利授权量",
    "发明专利授权量",
    "地区生产总值",
    "第一产业增加值",
    "第二产业增加值",
    "第三产业增加值",
    "进出口总额",
    "出口",
    "进口",
    "",
    "的",
]
VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e40"), max_value=Decimal("1e40"), places=None)


@st.composite
def documents(draw: st.DrawFn) -> list[Claim]:
    page = Page()
    for _ in range(draw(st.integers(0, 12))):
        value = draw(st.one_of(VALUES, st.integers(-3, 3).map(Decimal)))
        text = draw(
            st.one_of(st.just(f"{abs(value):f}"[:60]), st.text(max_size=8), st.sampled_from(["三分之二", "两亿", "百分之五", "1/0"]))
        )
        unit = draw(st.sampled_from(["件", "元", "%", "个百分点", "倍", None]))
        aspect = draw(st.sampled_from(["level", "level", "change", "share", "rank"]))
        more: dict[str, Any] = {}
        if aspect == "share":
            more["share"] = Share(whole=draw(st.sampled_from([None, "总量", "专利授权总量", "GDP"])))
        elif aspect == "change":
            more["change"] = Change(basis="yoy", base=Dates(start="2023-01-01", end="2023-12-31"))
        parent = draw(st.sampled_from([None, "c0", "c1", "c5"]))
        rule = draw(st.sampled_from(["level", "level.from", "share.structure"]))
        kind = "multiple" if unit == "倍" else None
        year = draw(st.sampled_from([2023, 2024, None]))
        page.add(
            text, draw(st.sampled_from(NAMES)), str(value), unit, aspect=aspect, part_of=parent, rule=rule, kind=kind, year=year, **more
        )
        if draw(st.booleans()):
            page.stop()
    return page.claims


@given(documents())
def test_any_claims_can_be_checked(claims: list[Claim]) -> None:
    checks = check_claims(claims)
    known = {claim.id for claim in claims}
    assert all(set(check.claims) <= known and len(set(check.claims)) == len(check.claims) > 1 for check in checks)
    assert checks == check_claims(claims)
    assert checks == check_claims(claims[::-1]), "the order given does not matter"


TABLE = """绍兴市2024年知识产权统计

表1 2024年各区县专利授权情况
| 地区 | 发明专利授权量（件） | 占比（%） |
| --- | --- | --- |
| 合计 | 5000 | 100 |
| 越城区 | 2000 | 40.0 |
| 柯桥区 | 1800 | 36.0 |
| 上虞区 | 1200 | 24.0 |
"""


def test_a_table_is_checked_against_its_total() -> None:
    found = Extractor().extract(TABLE)
    assert [f"{check.type} {check.verdict} {check.stated}" for check in found.checks] == [
        "sum agrees 5000",
        "share agrees 40",
        "share agrees 36",
        "share agrees 24",
    ]


def test_a_table_that_does_not_add_up_is_not_said_to() -> None:
    found = Extractor().extract(TABLE.replace("2000", "2100").replace("40.0", "39.9"))
    assert ("sum", "agrees") not in {(check.type, check.verdict) for check in found.checks}
