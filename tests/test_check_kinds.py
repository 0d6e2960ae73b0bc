"""Checks by kind, as tables: what is checked, what comes out, and what is left alone."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from checks_making import YEAR, Page
from hypothesis import assume, given
from hypothesis import strategies as st

from ipextract.checking.arithmetic import check_claims
from ipextract.checking.rounding import Interval, Printed, brief, compared, spread, total
from ipextract.checking.vocabulary import built_in_words
from ipextract.extractor import Extractor

ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


# -- the tolerance ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "place", "slack", "computed", "width", "expected"),
    [
        ("24.74", "0.01", "0.01", "24.7489", "0", ("agrees_truncated", "0.01", "last_place")),
        ("11.4", "0.1", "0.1", "11.3477", "0", ("agrees", "0.1", "last_place")),  # 11.35, and rounded again
        ("11.5", "0.1", "0.1", "11.3477", "0", ("disagrees", "0.1", "last_place")),
        ("11.5", "0.1", "0.1", "11.3477", "0.06", ("agrees", "0.16", "rounded_operands")),
        ("19", "1", "0", "19", "0", ("agrees", "0", "exact")),
        ("20", "1", "0", "19", "0", ("disagrees", "0", "exact")),  # whole counts are not rounded
        ("25", "1", "1", "24", "0", ("disagrees", "1", "last_place")),  # a whole unit off
        ("2000000", "1000000", "1000000", "2999999", "0", ("agrees_truncated", "1000000", "last_place")),
    ],
)
def test_how_far_off_a_value_may_be(stated: str, place: str, slack: str, computed: str, width: str, expected: tuple[str, str, str]) -> None:
    value, off = Decimal(computed), Decimal(width)
    found = compared(Printed(Decimal(stated), Decimal(place), Decimal(slack)), Interval(value - off, value, value + off))
    assert (found.verdict, str(found.tolerance), found.allowance) == expected


def test_every_check_says_how_far_off_its_value_may_be(extractor: Extractor) -> None:
    """And disagrees only where it is as far off."""
    checks = extractor.extract("全市专利授权量5000件，其中发明专利1200件，占专利授权量的24.0%；实用新型3000件，占60.5%；外观设计800件，占18.0%。").checks
    assert {check.verdict for check in checks} == {"agrees", "disagrees"}
    for check in checks:
        assert check.tolerance is not None
        assert check.allowance is not None
        assert (check.verdict == "disagrees") == (check.stated != check.computed and abs(check.stated - check.computed) >= check.tolerance)


# -- rounding alone never makes a disagreement --------------------------------------------------------


def _printed(value: Decimal, places: int, rounding: str) -> Printed:
    place = Decimal(1).scaleb(-places)
    return Printed(value.quantize(place, rounding=rounding), place, place)


amounts = st.decimals("0.5", "99999", places=6)


@given(amounts, amounts, st.integers(0, 3), st.integers(0, 3), ROUNDINGS, ROUNDINGS)
def test_rounding_a_share(part: Decimal, whole: Decimal, places: int, stated_places: int, one: str, two: str) -> None:
    operands = (_printed(part, places, one), _printed(whole, places, one))
    made = spread(lambda some, all_of: some / all_of * 100, operands)
    assume(made is not None and operands[1].value > operands[1].slack)
    assert made is not None
    assert compared(_printed(part / whole * 100, stated_places, two), made).verdict != "disagrees"


@given(amounts, amounts, st.integers(0, 3), st.integers(0, 3), ROUNDINGS, ROUNDINGS)
def test_rounding_a_change(now: Decimal, then: Decimal, places: int, stated_places: int, one: str, two: str) -> None:
    operands = (_printed(now, places, one), _printed(then, places, one))
    made = spread(lambda new, old: (new - old) / old * 100, operands)
    assume(made is not None and operands[1].value > operands[1].slack)
    assert made is not None
    assert compared(_printed((now - then) / then * 100, stated_places, two), made).verdict != "disagrees"


@given(st.lists(amounts, min_size=2, max_size=8), st.integers(0, 3), ROUNDINGS)
def test_rounding_a_sum(parts: list[Decimal], places: int, rounding: str) -> None:
    made = total([_printed(part, places, rounding) for part in parts])
    assert compared(_printed(sum(parts, Decimal(0)), places, rounding), made).verdict != "disagrees"


@given(amounts, st.integers(-5, 5))
def test_a_tolerance_is_never_shown_smaller_than_it_is(value: Decimal, exponent: int) -> None:
    width = value.scaleb(exponent)
    assert width <= brief(width) <= width * Decimal("1.01")


# -- shares -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whole", "printed", "part", "value", "share", "verdicts"),
    [
        ("货物进出口总额", "进出口总额", "民营企业进出口总额", "2276.5", "41.7", ["agrees"]),  # the whole leaves out 货物
        ("货物进出口总额", "进出口总额", "民营企业进出口总额", "2276.5", "47.1", []),  # which may be another
        ("货物进出口总额", "出口总额", "民营企业出口总额", "2276.5", "41.7", []),  # 出口 is no short form of 进出口
        ("进出口总额", None, "民营企业进出口总额", "2276.5", "41.7", ["agrees"]),  # a kind of its whole
        ("进出口总额", None, "民营企业进出口总额", "10.5", "0.2", []),  # says too little
        ("税收收入", None, "非税收入", "2276.5", "41.7", []),
    ],
)
def test_a_whole_by_another_name(whole: str, printed: str | None, part: str, value: str, share: str, verdicts: list[str]) -> None:
    page = Page()
    page.add("5459.2亿元", whole, "545920000000", "元")
    page.stop()
    page.add(f"{value}亿元", part, str(int(Decimal(value) * 10**8)), "元")
    page.share(f"{share}%", part, share, printed)
    assert [check.verdict for check in page.checks()] == verdicts


def test_exports_are_no_share_of_the_trade_that_they_stand_under() -> None:
    """民营企业进出口5.52万亿元。其中,出口3.57万亿元,占出口总值的47.5%: not of 民营企业进出口."""
    page = Page()
    parent = page.add("5.52万亿元", "民营企业进出口", "5520000000000", "元")
    page.stop()
    page.add("3.57万亿元", "民营企业出口", "3570000000000", "元", part_of=parent)
    page.share("47.5%", "民营企业出口", "47.5", "出口总值")
    assert page.checks() == ()


# -- parts in per cent ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shares", "verdicts"),
    [
        (("37.9", "54.7", "7.4"), ["agrees"]),
        (("19.3", "36.4", "44.2"), ["agrees"]),  # 99.9 by rounding
        (("93.6", "5.8", "0.3"), []),  # 99.7: a fourth is left out
        (("38", "55", "9"), []),
        (("60.0", "40.0"), []),  # two make a hundred by chance
        (("50", "30", "20"), []),  # and so do round numbers
    ],
)
def test_shares_of_one_sentence(shares: tuple[str, ...], verdicts: list[str]) -> None:
    page = Page()
    for name, share in zip("甲乙丙", shares, strict=False):
        page.share(f"{share}%", f"{name}类专利申请量", share)
    assert [check.verdict for check in page.checks() if check.type == "sum"] == verdicts


# -- from and to ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("change", "verdict"), [("18", "agrees"), ("17", "disagrees")])
def test_a_difference_before_its_from_and_to(change: str, verdict: str) -> None:
    """增加18件,由12件提高到30件."""
    page = Page()
    more = page.change(f"{change}件", "专利申请量", change, "件", words="")
    base = page.add("12件", "专利申请量", "12", "件", rule="level.from", year=YEAR - 1)
    level = page.add("30件", "专利申请量", "30", "件")
    (check,) = page.checks()
    assert (check.claims, check.verdict, check.allowance) == ((more, level, base), verdict, "exact")


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("2024年，全市发明专利授权量400件，比上年增加30件，增长9.1%。", ["disagrees"]),
        ("2024年，全市增值税收入400亿元，比上年增加30亿元，按可比口径增长9.1%。", []),
        ("2024年，全市增值税收入400亿元，比上年增加30亿元，扣除价格因素增长9.1%。", []),
        ("2024年，全市工业增加值400亿元，比上年增加30亿元，增长9.1%。", []),
    ],
)
def test_growth_at_other_terms_is_no_alarm(extractor: Extractor, sentence: str, verdicts: list[str]) -> None:
    assert [check.verdict for check in extractor.extract(sentence).checks if check.type == "change"] == verdicts


def test_words_of_other_terms() -> None:
    names = built_in_words().names
    assert names.at_other_terms("同口径增长9.1%")
    assert names.at_other_terms("扣除价格因素实际增长6.9%")
    assert not names.at_other_terms("实际使用外资30亿元，增长9.1%")


# -- sums -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("design", "verdicts"), [("16851", ["agrees"]), ("18651", ["disagrees"])])
def test_the_three_kinds_of_patents_are_all(design: str, verdicts: list[str]) -> None:
    page = Page()
    whole = page.add("168412件", "专利授权量", "168412", "件")
    for name, value in (("发明专利", "19075"), ("实用新型专利", "132486"), ("外观设计专利", design)):
        page.add(f"{value}件", name, value, "件", part_of=whole)
    assert [check.verdict for check in page.checks()] == verdicts


def test_applications_are_no_parts_of_grants() -> None:
    page = Page()
    whole = page.add("168412件", "专利授权量", "168412", "件")
    for name, value in (("发明专利申请量", "19075"), ("实用新型专利申请量", "132486"), ("外观设计专利申请量", "18651")):
        page.add(f"{value}件", name, value, "件", part_of=whole)
    assert page.checks() == ()


@pytest.mark.parametrize(
    ("surplus", "verdicts"), [("9013.2", ["agrees"]), ("9031.2", ["agrees"]), ("6013.2", ["disagrees"])], ids=["right", "within rounding", "wrong"]
)
def test_a_surplus(surplus: str, verdicts: list[str]) -> None:
    """出口7.51万亿元;进口6.61万亿元;贸易顺差9013.2亿元."""
    page = Page()
    page.add("7.51万亿元", "出口", "7510000000000", "元")
    page.add("6.61万亿元", "进口", "6610000000000", "元")
    page.add(f"{surplus}亿元", "贸易顺差", str(int(Decimal(surplus) * 10**8)), "元")
    assert [check.verdict for check in page.checks()] == verdicts


def test_a_surplus_with_another_partner_is_not_summed() -> None:
    page = Page()
    page.add("7.51万亿元", "对美国出口", "7510000000000", "元")
    page.add("2.61万亿元", "对美国进口", "2610000000000", "元")
    page.stop()
    page.add("9013.2亿元", "贸易顺差", "901320000000", "元")
    assert page.checks() == ()


def test_taxes_and_other_revenue() -> None:
    for other, verdicts in (("17447", ["agrees"]), ("14747", [])):  # nothing says of what these are parts
        page = Page()
        page.add("28583万元", "地方一般公共预算收入", "285830000", "元")
        page.add("11136万元", "税收收入", "111360000", "元")
        page.add(f"{other}万元", "非税收入", f"{other}0000", "元")
        assert [check.verdict for check in page.checks()] == verdicts


@pytest.mark.parametrize(("women", "verdicts"), [("54882", ["agrees"]), ("54828", [])], ids=["of those registered", "or of others"])
def test_people_by_sex(women: str, verdicts: list[str]) -> None:
    page = Page()
    page.add("112635人", "户籍人口", "112635", "人")
    page.add("57753人", "男性人口", "57753", "人")
    page.add(f"{women}人", "女性人口", women, "人")
    assert [check.verdict for check in page.checks()] == verdicts


def test_the_sources_of_an_income_per_head() -> None:
    page = Page()
    whole = page.add("52633元", "城镇居民人均可支配收入", "52633", "元")
    for name, value in (("工资性收入", "30974"), ("经营净收入", "5209"), ("财产净收入", "5407"), ("转移净收入", "11043")):
        page.add(f"{value}元", name, value, "元", part_of=whole)
    assert page.verdicts() == [("sum", "agrees")]


# -- per head ---------------------------------------------------------------------------------------------


def heads(figure: str, *, before: str | None = "2094.7", name: str = "人均地区生产总值", people: str = "常住人口") -> Page:
    page = Page()
    page.add("19917.0亿元", "地区生产总值", "1991700000000", "元")
    if before is not None:
        page.add(f"{before}万人", people, str(int(Decimal(before) * 10**4)), "人", year=YEAR - 1)
    page.add("2119.2万人", people, "21192000", "人")
    page.stop()
    page.add(f"{figure}元", name, figure, "元")
    return page


@pytest.mark.parametrize(
    ("figure", "before", "verdicts"),
    [
        ("94622", "2094.7", ["agrees"]),  # by the mean of the year
        ("93984", "2094.7", ["agrees"]),  # by its end
        ("96422", "2094.7", ["disagrees"]),
        ("294622", "2094.7", []),  # of something else
        ("94622", None, ["agrees"]),
        ("98622", None, []),  # nobody knows how many people there were at the beginning
    ],
)
def test_product_per_head(figure: str, before: str | None, verdicts: list[str]) -> None:
    checks = heads(figure, before=before).checks()
    assert [check.verdict for check in checks] == verdicts
    assert all((check.type, check.allowance) == ("share", "mean_population") for check in checks)


def test_whose_heads() -> None:
    """户籍人均生产总值 is not by 常住人口."""
    assert heads("94622", name="户籍人均地区生产总值").checks() == ()
    assert heads("94622", name="户籍人均地区生产总值", people="户籍人口").verdicts() == [("share", "agrees")]
    assert heads("94622", name="人均工业增加值").checks() == ()


@pytest.mark.parametrize(("figure", "verdicts"), [("7.31", ["agrees"]), ("73.1", [])])
def test_beds_by_the_thousand(figure: str, verdicts: list[str]) -> None:
    page = Page()
    page.add("140828万人", "全国人口", "1408280000", "人")
    page.add("1029.8万张", "医疗卫生机构床位", "10298000", "张", kind="count")
    page.add(f"{figure}张", "每千人口医疗卫生机构床位数", figure, "张", kind="count")
    assert [check.verdict for check in page.checks()] == verdicts


@pytest.mark.parametrize(
    ("rate", "towns", "verdicts"),
    [("92.83", "城镇常住人口", ["agrees"]), ("98.23", "城镇常住人口", ["disagrees"]), ("98.23", "城镇人口", []), ("98.23", "城镇户籍人口", [])],
)
def test_the_rate_of_towns(rate: str, towns: str, verdicts: list[str]) -> None:
    page = Page()
    page.add("1048.53万人", "常住人口", "10485300", "人")
    page.add("973.30万人", towns, "9733000", "人")
    page.add(f"{rate}%", "人口城镇化率", rate, "%")
    assert [check.verdict for check in page.checks()] == verdicts


def test_the_words_of_a_sentence_need_not_be_at_hand() -> None:
    page = Page()
    page.add("400件", "专利申请量", "400", "件")
    page.change("30件", "专利申请量", "30", "件")
    page.change("8.1%", "专利申请量", "8.1")
    assert check_claims(page.claims) == check_claims(page.claims, "短")
