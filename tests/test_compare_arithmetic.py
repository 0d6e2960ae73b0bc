"""From one printed value to another: whatever rounding may do is no disagreement."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipextract.checking.points import Points
from ipextract.checking.rounding import Printed, to_place
from ipextract.extractor import Extractor
from ipextract.lexicon import load_lexicon
from ipextract.models import Claim
from ipextract.releases.arithmetic import agreement, computed, holds, implied, slipped, usual_way, way_of
from ipextract.releases.observations import Key, digits
from ipextract.releases.periods import base_end, own_period

POINTS = Points(load_lexicon())
LEVEL = Key("level", "320200", "元", "")
ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


def _changes(text: str) -> list[Claim]:
    return [claim for claim in Extractor().extract(f"无锡市2023年统计公报\n\n{text}\n").claims if claim.aspect == "change"]


RELATIVE, ABSOLUTE = (way_of(claim, LEVEL, POINTS) for claim in _changes("全年进出口总额641.8亿元，比上年增长5.6%，增加34.1亿元。"))


@given(
    then=st.decimals(min_value=50, max_value=100_000, places=6),
    factor=st.decimals(min_value=Decimal("0.5"), max_value=Decimal("1.45"), places=6),
    places=st.sampled_from([Decimal(1), Decimal("0.1"), Decimal("0.01")]),
    stated_places=st.sampled_from([Decimal("0.1"), Decimal("0.01")]),
    rounding=ROUNDINGS,
    stated_rounding=ROUNDINGS,
)
def test_what_rounding_may_do_is_no_disagreement(then: Decimal, factor: Decimal, places: Decimal, stated_places: Decimal, rounding: str, stated_rounding: str) -> None:
    now = then * factor
    printed_now, printed_then = (Printed(to_place(value, places, rounding), places, places) for value in (now, then))
    for way, unit in ((RELATIVE, stated_places), (ABSOLUTE, places)):
        stated = Printed(to_place(way.forward(now, then), unit, stated_rounding), unit, unit)
        found = computed(way, printed_now, printed_then)
        assert found is not None
        assert agreement(stated, found) != "disagrees"
        bounds = implied(way, printed_now, stated)
        assert bounds is not None
        assert holds(bounds, printed_then)


@given(then=st.integers(min_value=1000, max_value=1_000_000), revised=st.decimals(min_value=Decimal("1.03"), max_value=Decimal("1.4"), places=4))
def test_a_base_that_moved_by_more_than_rounding_disagrees_and_is_implied(then: int, revised: Decimal) -> None:
    base, now = to_place(then * revised, Decimal(1)), Decimal(then) * 2
    stated = Printed(to_place(RELATIVE.forward(now, base), Decimal("0.1")), Decimal("0.1"), Decimal("0.1"))
    exact_now, exact_then = (Printed(Decimal(value), Decimal(1), Decimal(0)) for value in (now, then))
    found, bounds = computed(RELATIVE, exact_now, exact_then), implied(RELATIVE, exact_now, stated)
    assert found is not None
    assert bounds is not None
    assert agreement(stated, found) == "disagrees"
    assert bounds.low <= base <= bounds.high
    assert not holds(bounds, exact_then)


@pytest.mark.parametrize(
    ("stated", "found", "verdict"),
    [("4.0", "4.04", "agrees"), ("4.1", "4.05", "agrees"), ("4.0", "4.05", "agrees"), ("4.0", "4.09", "agrees_truncated"), ("4.2", "4.09", "disagrees"), ("-7.2", "-7.21", "agrees"), ("7.2", "-7.2", "disagrees")],
)
def test_verdicts(stated: str, found: str, verdict: str) -> None:
    now, then = Printed(Decimal(10000) * (1 + Decimal(found) / 100), Decimal(1), Decimal(0)), Printed(Decimal(10000), Decimal(1), Decimal(0))
    interval = computed(RELATIVE, now, then)
    assert interval is not None
    assert agreement(Printed(Decimal(stated), Decimal("0.1"), Decimal("0.1")), interval) == verdict


@pytest.mark.parametrize(("now", "then"), [(0, 0), (5, 0), (5, -3), (-5, 3)])
def test_a_base_that_is_nothing_has_no_rate(now: int, then: int) -> None:
    assert computed(RELATIVE, Printed(Decimal(now), Decimal(1), Decimal(0)), Printed(Decimal(then), Decimal(1), Decimal(0))) is None


def test_a_fall_of_all_leads_back_to_nothing() -> None:
    assert implied(RELATIVE, Printed(Decimal(0), Decimal(1), Decimal(0)), Printed(Decimal(-100), Decimal(1), Decimal(0))) is None


def test_a_slip_between_wan_and_yi() -> None:
    now, then = Printed(Decimal(305000000), Decimal(1000000), Decimal(1000000)), Printed(Decimal(24300), Decimal(100), Decimal(100))
    assert slipped(RELATIVE, now, then, lambda moved: agreement(Printed(Decimal(25), Decimal(1), Decimal(1)), moved) == "agrees")
    assert not slipped(RELATIVE, now, then, lambda moved: agreement(Printed(Decimal(65), Decimal(1), Decimal(1)), moved) == "agrees")


@pytest.mark.parametrize(("value", "count"), [("0", 0), ("12000", 2), ("0.050", 1), ("13823", 5), ("1E+3", 1), ("-10.50", 3)])
def test_digits_that_say_something(value: str, count: int) -> None:
    assert digits(Decimal(value)) == count


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("专利授权量21480件，比上年增长2.0%。", "2022-12-31"),
        ("年末存款余额1330.4亿元，比上年末增长8.9%。", "2022-12-31"),
        ("年末存款余额1330.4亿元，比年初增加108.5亿元。", "2022-12-31"),
        ("专利授权量21480件，比2020年增长20.0%。", "2020-12-31"),
        ("专利授权量21480件，年均增长20.0%。", None),
    ],
)
def test_what_a_change_is_compared_with(text: str, end: str | None) -> None:
    extraction = Extractor().extract(f"无锡市2023年统计公报\n\n2023年，全市{text}\n")
    period = own_period(extraction)
    assert period is not None
    assert [base_end(claim, period) for claim in extraction.claims if claim.aspect == "change"] == [end]


def test_what_has_no_usual_change() -> None:
    claim = next(claim for claim in Extractor().extract("2023年，无锡市专利授权量是2010年的2.6倍。").claims if claim.kind == "multiple")
    assert usual_way(claim, Key("level", None, claim.unit, ""), POINTS) is None
