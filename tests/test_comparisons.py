"""Releases laid beside each other: tables of cases (tests/comparisons), each with what must and what must not come out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ipextract.extractor import Extractor
from ipextract.releases.comparison import compare_extractions
from ipextract.releases.models import Comparison, Indicator
from ipextract.releases.overrules import Overrules, read_overrules

DIRECTORY = Path(__file__).parent / "comparisons"
CASES: list[dict[str, Any]] = [case for path in sorted(DIRECTORY.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
EXTRACTOR = Extractor()
KEYS = {"name", "texts", "years", "titles", "same", "different", "rows", "apart", "changes", "unchanged", "revisions", "no_revisions", "changed", "ambiguous"}


def _compared(case: dict[str, Any], tmp_path: Path) -> Comparison:
    years = case.get("years") or range(2022, 2022 + len(case["texts"]))
    titles = case.get("titles") or [f"无锡市{year}年国民经济和社会发展统计公报" for year in years]
    releases = [EXTRACTOR.extract(f"{title}\n\n{text}\n") for title, text in zip(titles, case["texts"], strict=True)]
    overrules = Overrules()
    if "same" in case or "different" in case:
        path = tmp_path / "names.toml"
        path.write_text("".join(f"{key} = {case[key]!r}\n" for key in ("same", "different") if key in case), encoding="utf-8")
        overrules = read_overrules(path)
    return compare_extractions(releases, overrules)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split(" | "))


def _row(one: Indicator) -> tuple[str, ...]:
    values = (f"{value.value:f}" if value is not None else "-" for value in one.values)
    return (one.indicator, one.aspect, *values, one.match.kind if one.match else "-")


def _year(comparison: Comparison, release: int) -> str:
    return str(comparison.releases[release].period.end)[:4]


def _changes(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for one in comparison.indicators:
        for change in one.changes:
            numbers = ("-" if value is None else f"{value:f}" for value in (change.computed, change.stated))
            yield (one.indicator, _year(comparison, change.release), change.kind, *numbers, change.verdict or change.why or "-")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    assert case.keys() <= KEYS
    comparison = _compared(case, tmp_path)
    names = {place: one.indicator for place, one in enumerate(comparison.indicators)}
    rows = [_row(one) for one in comparison.indicators]
    for line in case.get("rows", ()):
        assert _cells(line) in rows
    for line in case.get("apart", ()):
        older, newer = _cells(line)
        together = [{value.indicator for value in one.values if value is not None} for one in comparison.indicators]
        assert any(older in found for found in together)
        assert any(newer in found for found in together)
        assert not any({older, newer} <= found for found in together)
    changes = list(_changes(comparison))
    for line in case.get("changes", ()):
        assert _cells(line) in changes
    if case.get("unchanged"):
        assert changes == []
    revisions = [
        (names[one.indicator], _year(comparison, one.release), _year(comparison, one.by), one.how, f"{one.printed:f}", f"{one.revised:f}") for one in comparison.revisions
    ]
    for line in case.get("revisions", ()):
        assert _cells(line) in revisions
    if case.get("no_revisions"):
        assert revisions == []
    changed = [(names[one.indicators[-1]], one.what, one.before or "-", one.after or "-") for one in comparison.changed]
    for line in case.get("changed", ()):
        assert _cells(line) in changed
    ambiguous = [(one.indicator, _year(comparison, one.release), *(f"{value:f}" for value in one.values)) for one in comparison.ambiguous]
    for line in case.get("ambiguous", ()):
        assert _cells(line) in ambiguous


def test_the_names_of_cases_are_unique() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES)


def test_a_case_asserts_something() -> None:
    assert all(case.keys() - {"name", "texts", "years", "titles", "same", "different"} for case in CASES)


@pytest.mark.parametrize("case", CASES[:12], ids=[case["name"] for case in CASES[:12]])
def test_order_of_the_inputs_makes_no_difference(case: dict[str, Any], tmp_path: Path) -> None:
    turned = {**case, "texts": case["texts"][::-1], "years": list(case.get("years") or range(2022, 2022 + len(case["texts"])))[::-1]}
    assert _compared(turned, tmp_path).indicators == _compared(case, tmp_path).indicators


def test_every_value_is_that_of_a_claim_of_its_release() -> None:
    releases = [EXTRACTOR.extract_file(path) for path in sorted((DIRECTORY.parents[1] / "fixtures" / "series").glob("pinghu-*.txt"))]
    comparison = compare_extractions(releases)
    assert [one.sha256 for one in comparison.releases] == [one.document.sha256 for one in releases]
    claims = [{claim.id: claim for claim in release.claims} for release in releases]
    for one in comparison.indicators:
        for number, value in enumerate(one.values):
            if value is not None:
                claim = claims[number][value.claim]
                assert (claim.value, claim.evidence, claim.aspect, claim.unit) == (value.value, value.evidence, one.aspect, one.unit)
