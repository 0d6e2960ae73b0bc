"""The comparison: releases in order, observations in rows, rows worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Context, Decimal, localcontext

from ipextract.checking.names import folded
from ipextract.errors import ComparisonError
from ipextract.lexicon import Lexicon, load_lexicon
from ipextract.models import Extraction, Period
from ipextract.releases.alignment import Aligner
from ipextract.releases.definitions import redefinitions
from ipextract.releases.models import Ambiguity, Candidate, Comparison, Indicator, Match, MatchKind, Release, Turnover, Value
from ipextract.releases.movements import Mover, Step
from ipextract.releases.names import Names
from ipextract.releases.observations import Observed, observe
from ipextract.releases.overrules import Overrules
from ipextract.releases.periods import order, own_period
from ipextract.releases.revisions import find_revisions
from ipextract.releases.series import Row

_SURENESS: tuple[MatchKind, ...] = ("exact", "given", "normalised", "similar")
# The caller's context, which may round or trap, does not matter.
_CONTEXT = Context(prec=200)


def compare_extractions(extractions: Iterable[Extraction], overrules: Overrules | None = None, lexicon: Lexicon | None = None) -> Comparison:
    """Lay releases beside each other.

    Args:
        extractions: the releases, in any order; those of one period stay in the order given.
        overrules: the user's file of names.
        lexicon: the words of names and growth; the built-in ones by default.

    Raises:
        ComparisonError: there are fewer than two, or one says no period that it could be put in order by.
    """
    ordered = _in_order(extractions)
    with localcontext(_CONTEXT):
        return _compare(ordered, overrules or Overrules(), lexicon or load_lexicon())


def _compare(ordered: Sequence[tuple[Extraction, Period]], overrules: Overrules, lexicon: Lexicon) -> Comparison:
    names = Names(lexicon)
    releases = [observe(extraction, period, names) for extraction, period in ordered]
    mover = Mover(releases, lexicon)
    aligner = Aligner(names, overrules, mover.leads)
    for number, release in enumerate(releases):
        aligner.add(number, release.observations)
    # What the newest release states comes first, in the order of its text.
    rows = sorted(aligner.rows(), key=lambda row: (-row.last, row.newest.claim.evidence.start))
    places = {id(row): place for place, row in enumerate(rows)}
    steps = [mover.steps(row) for row in rows]
    changed = redefinitions(releases, rows)
    close = {(places[id(one)], places[id(two)]): score for one, two, score in aligner.close()}
    # A row that goes on in another unit is neither new nor gone.
    carried = {(place, one.release) for one in changed if one.what == "unit" for place in one.indicators}
    return Comparison(
        releases=tuple(_release(release) for release in releases),
        indicators=tuple(_indicator(row, found, len(releases)) for row, found in zip(rows, steps, strict=True)),
        revisions=find_revisions(releases, rows, steps),
        new=tuple(one for one in _new(rows) if (one.indicator, one.release) not in carried),
        gone=tuple(one for one in _gone(rows, len(releases)) if (one.indicator, one.release) not in carried),
        changed=changed,
        ambiguous=tuple(_ambiguous(releases)),
        candidates=tuple(Candidate(indicators=pair, score=score) for pair, score in sorted(close.items(), key=lambda item: (-item[1], item[0]))),
        warnings=tuple(f"the file of names has {word}, which no release states" for word in _unknown(overrules, releases)),
    )


def _in_order(extractions: Iterable[Extraction]) -> list[tuple[Extraction, Period]]:
    found: list[tuple[Extraction, Period]] = []
    for extraction in extractions:
        period = own_period(extraction)
        if period is None:
            raise ComparisonError(f"{extraction.document.source}: it says no period that it reports on, so it cannot be put in order with other releases")
        found.append((extraction, period))
    if len(found) < 2:
        raise ComparisonError("two releases or more are needed to compare")
    return sorted(found, key=lambda pair: order(pair[1]))


def _unknown(overrules: Overrules, releases: Sequence[Observed]) -> list[str]:
    """The names of the user's file that no release has; they may be misspelled."""
    known = {folded(claim.indicator) for release in releases for claim in release.extraction.claims}
    return [written for name, written in overrules.written.items() if name not in known]


def _release(release: Observed) -> Release:
    document = release.extraction.document
    return Release(
        source=document.source,
        sha256=document.sha256,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        region=document.region,
        period=release.period,
        claims=len(release.extraction.claims),
        compared=len(release.observations),
    )


def _indicator(row: Row, steps: Sequence[Step], releases: int) -> Indicator:
    claim = row.newest.claim
    return Indicator(
        indicator=claim.indicator,
        region=claim.region,
        aspect=claim.aspect,
        unit=claim.unit,
        relation=row.key.relation or None,
        values=tuple(_value(row, number) for number in range(releases)),
        changes=tuple(step.movement for step in steps),
        match=max(row.matches.values(), key=_doubt, default=None),
    )


def _value(row: Row, number: int) -> Value | None:
    if number not in row.members:
        return None
    claim = row.members[number].claim
    return Value(
        value=claim.value,
        upper=claim.upper,
        bound=claim.bound,
        indicator=claim.indicator,
        period=claim.period,
        claim=claim.id,
        evidence=claim.evidence,
        match=row.matches.get(number),
    )


def _doubt(match: Match) -> tuple[int, Decimal]:
    """The greater, the less sure a match is."""
    return _SURENESS.index(match.kind), -(match.score or Decimal(1))


def _new(rows: Sequence[Row]) -> Iterator[Turnover]:
    for place, row in enumerate(rows):
        if min(row.members):
            yield Turnover(indicator=place, release=min(row.members))


def _gone(rows: Sequence[Row], releases: int) -> Iterator[Turnover]:
    for place, row in enumerate(rows):
        if row.last + 1 < releases:
            yield Turnover(indicator=place, release=row.last + 1)


def _ambiguous(releases: Sequence[Observed]) -> Iterator[Ambiguity]:
    for number, release in enumerate(releases):
        for claims in release.ambiguous:
            first = claims[0]
            yield Ambiguity(
                release=number,
                indicator=first.indicator,
                aspect=first.aspect,
                unit=first.unit,
                claims=tuple(claim.id for claim in claims),
                values=tuple(claim.value for claim in claims),
            )
