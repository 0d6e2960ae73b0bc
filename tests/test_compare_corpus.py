"""Four bulletins of one city, from the corpus of real releases where it is at hand, laid beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest

import ipextract

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
YEARS = (2021, 2022, 2023, 2024)
FILES = [CORPUS / f"bulletin-nanjing-{year}.txt" for year in YEARS]
#: The claims of stated changes that disagree with the values, each of them read: the document's doing, not the program's.
REVIEWED = Path(__file__).parent / "reviewed_disagreements.txt"

pytestmark = pytest.mark.skipif(not all(path.exists() for path in FILES), reason="the corpus of real releases is not beside this checkout")


@pytest.fixture(scope="module")
def comparison() -> ipextract.Comparison:
    return ipextract.compare(*FILES)


def test_indicators_are_aligned_over_three_years(comparison: ipextract.Comparison) -> None:
    assert [one.period.end for one in comparison.releases] == [f"{year}-12-31" for year in YEARS]
    levels = [one for one in comparison.indicators if one.aspect == "level" and len(one.stated_in()) >= 3]
    assert len(levels) >= 140
    assert sum(len(one.stated_in()) == 4 for one in levels) >= 85


def test_stated_changes_are_checked_where_the_base_is_known(comparison: ipextract.Comparison) -> None:
    known = [
        change
        for one in comparison.indicators
        if one.aspect != "change"
        for change in one.changes
        if change.against is not None and change.stated is not None and one.values[change.release] is not None and one.values[change.against] is not None
    ]
    judged = [change for change in known if change.verdict is not None]
    assert len(known) >= 340
    assert len(judged) >= 0.85 * len(known)
    assert sum(change.verdict != "disagrees" for change in judged) >= 0.75 * len(judged)


def test_every_disagreement_was_read(comparison: ipextract.Comparison) -> None:
    reviewed = {line.split()[0] for line in REVIEWED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    for one in comparison.indicators:
        for change in one.changes:
            if change.verdict == "disagrees":
                told = f"{comparison.releases[change.release].source}: {one.indicator} stated {change.stated}, computed {change.computed}"
                assert change.claim in reviewed, f"{told}: read it, and where the document is at fault add {change.claim} to {REVIEWED.name}"


def test_revised_values_are_named(comparison: ipextract.Comparison) -> None:
    revised = {(comparison.indicators[one.indicator].indicator, YEARS[one.release], YEARS[one.by]) for one in comparison.revisions}
    assert {("货物进出口总额", 2022, 2023), ("机动车保有量（不包含拖拉机）", 2021, 2022), ("发生生产安全事故", 2023, 2024), ("第二产业", 2022, 2023)} <= revised
    assert not any(comparison.indicators[one.indicator].indicator.endswith(("生产总值", "增加值")) for one in comparison.revisions)


def test_the_same_four_in_one_file(comparison: ipextract.Comparison) -> None:
    together = CORPUS / "bulletin-nanjing-2021-2024.docx"
    if not together.exists():
        pytest.skip("the compilation is not in the corpus")
    found = ipextract.compare(together)

    def series(of: ipextract.Comparison) -> set[object]:
        return {(one.indicator, one.unit, tuple(value and value.value for value in one.values)) for one in of.indicators if one.aspect == "level" and len(one.stated_in()) >= 3}

    assert len(series(found) & series(comparison)) >= 0.95 * len(series(comparison))
