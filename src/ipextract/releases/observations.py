"""A release as observations: one value an indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ipextract.checking.names import folded
from ipextract.checking.repeats import states
from ipextract.models import Claim, Extraction, Period
from ipextract.releases.names import Form, Names
from ipextract.releases.periods import base_end, is_own


class Key(NamedTuple):
    """What two claims must share beside the name to be said of one thing."""

    aspect: str
    region: str | None
    unit: str | None
    relation: str


@dataclass(frozen=True, slots=True)
class Observation:
    """What one release states of one indicator.

    Attributes:
        claim: the statement, the first of the most exact ones.
        key: its region, aspect, unit and relation.
        forms: of the names under which the release states it, that of the claim first.
        single: whether no other observation of the release has the same normalised name and key.
    """

    claim: Claim
    key: Key
    forms: tuple[Form, ...]
    single: bool = True

    @property
    def form(self) -> Form:
        return self.forms[0]

    @property
    def exact(self) -> tuple[str, ...]:
        return tuple(form.exact for form in self.forms)


@dataclass(frozen=True, slots=True)
class Observed:
    """A release taken apart.

    Attributes:
        extraction: the release.
        period: what it reports on.
        observations: in the order of the text.
        earlier: what it states of earlier periods, by key and exact name.
        changes: the changes that it states of its own period, by region and exact name.
        ambiguous: claims that have one name and key, and different values.
    """

    extraction: Extraction
    period: Period
    observations: tuple[Observation, ...]
    earlier: dict[tuple[Key, str], list[Claim]] = field(default_factory=dict)
    changes: dict[tuple[str | None, str], list[Claim]] = field(default_factory=dict)
    ambiguous: tuple[tuple[Claim, ...], ...] = ()


def observe(extraction: Extraction, period: Period, names: Names) -> Observed:
    """The observations of a release.

    Targets are left out: they are no values. Of several claims of one name and key the first of the most exact
    ones stands for all (进出口总额6292.13亿元, in a table 6292.1); where they contradict each other, none does.
    """
    groups: dict[tuple[Key, str], list[Claim]] = defaultdict(list)
    earlier: dict[tuple[Key, str], list[Claim]] = defaultdict(list)
    changes: dict[tuple[str | None, str], list[Claim]] = defaultdict(list)
    for claim in sorted((one for one in extraction.claims if one.status == "actual"), key=lambda one: one.evidence.start):
        where = key_of(claim, period, names), _form(names, claim).exact
        if is_own(claim.period, period):
            groups[where].append(claim)
            if claim.aspect == "change":
                changes[where[0].region, where[1]].append(claim)
        elif claim.period is not None and (claim.period.end or "") < (period.end or ""):
            earlier[where].append(claim)
    found: list[Observation] = []
    ambiguous: list[tuple[Claim, ...]] = []
    for (key, _), claims in groups.items():
        chosen = _chosen(claims)
        if chosen is None:
            ambiguous.append(tuple(claims))
        else:
            found.append(Observation(chosen, key, (_form(names, chosen),)))
    return Observed(extraction, period, tuple(_joined(found)), dict(earlier), dict(changes), tuple(ambiguous))


def key_of(claim: Claim, release: Period, names: Names) -> Key:
    """The key of a claim of a release that reports on `release`."""
    region = None if claim.region is None else claim.region.code or claim.region.name
    return Key(claim.aspect, region, claim.unit, relation_of(claim, release, names))


def relation_of(claim: Claim, release: Period, names: Names) -> str:
    """What a share is part of, a gap is measured from, a rank is held in, a change is compared with; else nothing.

    比上年 and 比上年末 are one relation where the release is of a year.
    """
    if claim.aspect == "share":
        return names.core(claim.share.whole) if claim.share is not None and claim.share.whole else ""
    if claim.aspect == "gap":
        return folded(claim.gap.than) if claim.gap is not None and claim.gap.than else ""
    if claim.aspect == "rank" and claim.rank is not None:
        return " ".join((claim.rank.order, folded(claim.rank.scope or ""), claim.rank.region.name if claim.rank.region else "")).strip()
    if claim.aspect == "change" and claim.change is not None:
        end, own = base_end(claim, release), release.end or ""
        if end is not None and end[5:7] == own[5:7] and int(end[:4]) == int(own[:4]) - 1:
            return "yoy"
        # 比2020年: the same year is meant in every release; 比上月, 比年初: another one each time.
        return f"since {end[:7]}" if claim.change.basis == "since" and end is not None else claim.change.basis
    return ""


def _form(names: Names, claim: Claim) -> Form:
    return names.form(claim.indicator, claim.region.name if claim.region else "")


def _chosen(claims: Sequence[Claim]) -> Claim | None:
    """The claim that stands for all, None where two of them contradict each other."""
    exact = [claim for claim in claims if claim.bound == "exact"] or claims
    finest = max(exact, key=lambda claim: digits(claim.value))
    if not all(claim is finest or states(claim, finest) for claim in claims):
        return None
    return next(claim for claim in exact if claim.value == finest.value and claim.upper == finest.upper)


def digits(value: Decimal) -> int:
    """How many digits a value has that say something: 12000 has two."""
    return len("".join(map(str, value.as_tuple().digits)).strip("0"))


def _joined(found: Iterable[Observation]) -> list[Observation]:
    """The observations, those put together that differ by wording alone: 出口 in the text, 出口额 in a table."""
    by_name: dict[tuple[Key, str], list[Observation]] = defaultdict(list)
    for one in found:
        by_name[one.key, one.form.normal].append(one)
    out: list[Observation] = []
    for same in by_name.values():
        chosen = _chosen([one.claim for one in same])
        if chosen is None or len({one.form.terms for one in same}) > 1:
            out += [Observation(one.claim, one.key, one.forms, single=len(same) == 1) for one in same]
            continue
        first = next(one for one in same if one.claim is chosen)
        out.append(Observation(chosen, first.key, (first.form, *(one.form for one in same if one is not first))))
    return sorted(out, key=lambda one: one.claim.evidence.start)
