"""The annotated fixtures are extracted at least as well as their floors, which only rise (`make floors`)."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

import pytest

from ipextract import Extractor
from ipextract.evaluation import Evaluation, count, find_golds, rate

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
FLOORS: dict[str, dict[str, float]] = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    made = Evaluation(Extractor())
    for gold in find_golds(FIXTURES):
        made.add(gold)
    return made


def test_every_fixture_has_a_floor() -> None:
    assert {gold.stem for gold in FIXTURES.glob("*.gold")} | {"all"} == set(FLOORS)


@pytest.mark.parametrize("name", FLOORS)
def test_scores_are_not_below_their_floors(evaluation: Evaluation, name: str) -> None:
    findings = chain.from_iterable(evaluation.findings.values()) if name == "all" else evaluation.findings[name]
    tally = count(findings)
    below = {measure: (round(rate(tally, measure), 2), floor) for measure, floor in FLOORS[name].items() if rate(tally, measure) < floor}
    assert not below


def test_every_numeral_of_every_fixture_is_annotated(evaluation: Evaluation) -> None:
    assert not {name: gaps for name, gaps in evaluation.gaps.items() if gaps}
