"""The named cases of tests/cases: what must come out of a text, and what must not.

The judge below is small and stands by itself; it reads the claim syntax of a `.gold` file.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ipextract.extractor import Extractor
from ipextract.models import Claim, Extraction

CASES = Path(__file__).parent / "cases"
ROLES = frozenset({"date", "period", "reference", "name", "qualifier", "ordinal", "heading", "furniture"})
FREE = frozenset({"optional", "repeat"})
BOTH_ARE_TIMES = {"date": {"date", "period"}, "period": {"date", "period"}}


@dataclass(frozen=True)
class Case:
    """One text, what stands before it, and the lines that say what it holds."""

    name: str
    row: str
    text: str
    claims: tuple[str, ...]
    head: Mapping[str, str]
    xfail: str = ""

    @property
    def negative(self) -> bool:
        return all(line.startswith("~") for line in self.claims)

    @property
    def opening(self) -> str:
        """The lines of the document before the text."""
        lines = []
        if self.head.get("title"):
            lines.append(self.head["title"])
        if self.head.get("published"):
            lines.append(f"发布时间：{self.head['published']}")
        return "".join(line + "\n" for line in lines)


@dataclass(frozen=True)
class Line:
    """One line of `claims`: where its numeral stands and what it must be."""

    text: str
    start: int
    end: int
    role: str = ""
    kind: str = ""
    aspect: str = ""
    values: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    extras: Mapping[str, str] = field(default_factory=dict)


def load() -> Iterator[Case]:
    """Every case of every file, with the file's head under its own."""
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in table["case"]:
            unknown = set(row) - {"name", "row", "text", "claims", "head", "xfail"}
            assert not unknown, f"{path.name}: {row.get('name')}: {unknown}"
            head = {**table.get("head", {}), **row.get("head", {})}
            yield Case(row["name"], row["row"], row["text"], tuple(row["claims"]), head, row.get("xfail", ""))


def read_lines(case: Case, text: str) -> list[Line]:
    """The lines of a case, each found in `text` behind the one before."""
    out = []
    cursor = len(case.opening)
    for line in case.claims:
        cells = [cell.strip() for cell in line.lstrip("~").split("|")]
        start = text.find(cells[0], cursor)
        assert start >= 0, f"{case.name}: {cells[0]!r} does not stand in the text where its line has it"
        cursor = start + len(cells[0])
        if line.startswith("~"):
            assert set(cells[1].split(";")) <= ROLES | FREE, f"{case.name}: no role {cells[1]!r}"
            out.append(Line(cells[0], start, cursor, role=cells[1]))
            continue
        kind, _, aspect = cells[1].partition(" ")
        pairs = cells[5].split() if len(cells) > 5 else []
        extras = dict(pair.split("=", 1) for pair in pairs)
        values, units, names = (tuple(cell.split(";")) for cell in cells[2:5])
        out.append(Line(cells[0], start, cursor, "", kind, aspect or kind, values, units, names, extras))
    return out


def fold(text: str | None) -> str:
    """One spelling for the widths and marks that do not change what a name says."""
    return re.sub(r"[\s,，、。;；:：\"'“”‘’《》()（）\[\]【】〔〕·•\-—–的]", "", unicodedata.normalize("NFKC", text or "")).lower()


def same_number(given: Decimal, answers: tuple[str, ...]) -> bool:
    """Exactly equal; a fraction of the whole (2/3) to six figures, in percent."""
    for answer in answers:
        if answer == "*":
            return True
        if "/" in answer:
            part, whole = map(Decimal, answer.split("/"))
            if abs(given - 100 * part / whole) < Decimal("0.0001"):
                return True
        elif given == Decimal(answer):
            return True
    return False


def periods(claim: Claim) -> set[str]:
    """The ways in which the syntax writes a claim's period."""
    period = claim.period
    if period is None or period.start is None or period.end is None:
        return {""}
    start, end = period.start, period.end
    out = {f"{start}/{end}"}
    if start == end:
        out.add("@" + end)
    if start.endswith("-01-01") and end.endswith("-12-31"):
        out.add(start[:4] if start[:4] == end[:4] else f"{start[:4]}-{end[:4]}")
    if start[:7] == end[:7] and start.endswith("-01"):
        out.add(start[:7])
    return out


def judge(line: Line, claim: Claim, head: Mapping[str, str], ids: Mapping[int, str | None]) -> list[str]:
    """What is wrong with a claim; nothing where all its fields are right."""

    def answers(key: str, default: str) -> list[str]:
        return line.extras.get(key, default).split(";")

    def among(name: str | None, key: str) -> bool:
        wanted = answers(key, "*")
        return "*" in wanted or fold(name) in map(fold, wanted)

    wrong = []
    if (claim.kind, claim.aspect) != (line.kind, line.aspect):
        wrong.append(f"kind {claim.kind} {claim.aspect}")
    if not same_number(claim.value, line.values):
        wrong.append(f"value {claim.value}")
    if "upper" in line.extras and (claim.upper is None or not same_number(claim.upper, tuple(answers("upper", "")))):
        wrong.append(f"upper {claim.upper}")
    if not {"*", claim.bound} & set(answers("bound", "exact")):
        wrong.append(f"bound {claim.bound}")
    if "*" not in line.units and fold(claim.unit) not in map(fold, line.units):
        wrong.append(f"unit {claim.unit}")
    if "*" not in line.indicators and fold(claim.indicator) not in map(fold, line.indicators):
        wrong.append(f"indicator {claim.indicator}")
    if not ({"*"} | periods(claim)) & set(answers("period", head.get("period", "*"))):
        wrong.append(f"period {'/'.join(sorted(periods(claim)))}")
    region = claim.region.name if claim.region else ""
    if not {"*", region} & set(answers("region", head.get("region", "*"))):
        wrong.append(f"region {region or None}")
    if not {"*", claim.status} & set(answers("status", "actual")):
        wrong.append(f"status {claim.status}")
    if claim.change is not None and not {"*", claim.change.basis} & set(answers("basis", "*")):
        wrong.append(f"basis {claim.change.basis}")
    if claim.share is not None and not among(claim.share.whole, "whole"):
        wrong.append(f"whole {claim.share.whole}")
    if claim.gap is not None and not among(claim.gap.than, "than"):
        wrong.append(f"than {claim.gap.than}")
    if claim.rank is not None:
        if not among(claim.rank.scope, "scope"):
            wrong.append(f"scope {claim.rank.scope}")
        if claim.rank.order != line.extras.get("order", "magnitude"):
            wrong.append(f"order {claim.rank.order}")
        if "streak" in line.extras and claim.rank.streak != int(line.extras["streak"]):
            wrong.append(f"streak {claim.rank.streak}")
    if "part_of" in line.extras and claim.part_of != ids.get(int(line.extras["part_of"])):
        wrong.append(f"part_of {claim.part_of}")
    return wrong


def faults(case: Case, result: Extraction) -> list[str]:
    """Everything in which the result of a case is not what its lines say."""
    text = result.document.text or ""
    lines = read_lines(case, text)
    taken: set[str] = set()
    ids: dict[int, str | None] = {}
    out = []
    for number, line in enumerate(lines, 1):
        here = [claim for claim in result.claims if claim.evidence.start < line.end and line.start < claim.evidence.end and claim.id not in taken]
        if line.role in FREE:
            taken.update(claim.id for claim in here)
            continue
        if line.role:
            roles = {entry.role for entry in result.numerals if entry.start < line.end and line.start < entry.end}
            allowed = {other for role in line.role.split(";") for other in BOTH_ARE_TIMES.get(role, {role})}
            if not roles or roles - allowed:
                out.append(f"{line.text}: role {'/'.join(sorted(roles)) or None}, not {line.role}")
            continue
        if not here:
            roles = {entry.role for entry in result.numerals if entry.start < line.end and line.start < entry.end}
            out.append(f"{line.text}: missed ({'/'.join(sorted(roles)) or 'no entry'})")
            continue
        best = min(here, key=lambda claim: len(judge(line, claim, case.head, ids)))
        taken.add(best.id)
        ids[number] = best.id
        wrong = judge(line, best, case.head, ids)
        if wrong:
            out.append(f"{line.text}: {', '.join(wrong)} [{best.rule}]")
    out += [
        f"{claim.evidence.text}: extracted as {claim.kind} {claim.aspect} {claim.value} of {claim.indicator!r} [{claim.rule}]"
        for claim in result.claims
        if claim.id not in taken
    ]
    out += [f"{entry.text}: unresolved" for entry in result.numerals if entry.role == "unresolved"]
    return out


ALL = tuple(load())
PARAMETERS = [pytest.param(case, id=case.name, marks=[pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []) for case in ALL]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("case", PARAMETERS)
def test_case(case: Case, extractor: Extractor) -> None:
    assert faults(case, extractor.extract(case.opening + case.text)) == []


def test_names_are_unique() -> None:
    names = [case.name for case in ALL]
    assert sorted(names) == sorted(set(names))


def test_as_many_negatives_as_positives() -> None:
    negatives = sum(case.negative for case in ALL)
    assert negatives >= len(ALL) - negatives
    assert negatives >= 120
    assert len(ALL) - negatives >= 120


def test_lines_are_complete() -> None:
    """Every line of a claim has its five cells, a kind and an aspect of the contract."""
    kinds: Any = Claim.model_fields["kind"].annotation
    aspects: Any = Claim.model_fields["aspect"].annotation
    for case in ALL:
        for line in read_lines(case, case.opening + case.text):
            if not line.role:
                assert line.kind in kinds.__args__, case.name
                assert line.aspect in aspects.__args__, case.name
