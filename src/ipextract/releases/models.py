"""The records of a comparison. Like those of an extraction they are frozen, and their numbers are exact decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from ipextract.models import Aspect, Bound, Evidence, Period, Record, Region, Verdict

MatchKind = Literal["exact", "given", "normalised", "similar"]
MovementKind = Literal["relative", "absolute"]
#: Why a stated change was not judged.
Why = Literal["other_base", "no_value", "inexact", "coarse", "constant_prices", "comparable_basis", "no_text", "another_rate", "definition", "unsure_match", "far_off"]


class Release(Record):
    """One of the releases compared; everything else calls it by its number, counted from 0 in the order of their periods.

    `claims` counts what it states, `compared` what of this stands among the indicators.
    """

    source: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    region: Region | None = None
    period: Period
    claims: int
    compared: int


class Match(Record):
    """How a value found its row: by the name itself, by the user's file, by a normalised name, or by likeness.

    A `score` goes with `similar` alone: 1 for names that are equal in their normalised form, 0 for names that share
    nothing. `confirmed` says that a change stated by the newer release leads from the one value to the other.
    """

    kind: MatchKind
    score: Decimal | None = None
    confirmed: bool = False


class Value(Record):
    """What one release states of an indicator: the claim's own words and number, and where they stand."""

    value: Decimal
    upper: Decimal | None = None
    bound: Bound = "exact"
    indicator: str
    period: Period | None = None
    claim: str
    evidence: Evidence
    match: Match | None = None


class Movement(Record):
    """A change of an indicator up to a release: computed from the values, stated by the release, or both.

    Attributes:
        release: the release it leads up to.
        against: the release it is compared with; None where that is none of those compared.
        kind: `relative` (in %, or as a factor: 增长1.2倍) or `absolute` (in the indicator's unit; for rates and shares
            in points; for a rank in places, forward positive).
        unit: of `computed` and `stated`.
        computed: from the two values, None where one is missing or not exact.
        stated: what the newer release says.
        verdict: whether the stated change is the computed one, within what rounding allows; None where it was not judged.
        why: why it was not judged.
        implied: the value of the base that the stated change leads back to.
        misplaced: the stated change and the two values fit but for a factor of a power of ten (亿 printed as 万).
        claim: the stated change.
        evidence: where it stands in the newer release.
    """

    release: int
    against: int | None
    kind: MovementKind
    unit: str | None
    computed: Decimal | None = None
    stated: Decimal | None = None
    verdict: Verdict | None = None
    why: Why | None = None
    implied: Decimal | None = None
    misplaced: bool = False
    claim: str | None = None
    evidence: Evidence | None = None


class Indicator(Record):
    """A row of the comparison: one indicator, region, aspect and unit.

    Attributes:
        indicator: the name in the newest release that has it.
        region, aspect, unit: as in the claims.
        relation: what else makes it what it is: the whole of a share, the scope of a rank, the place of a gap, the
            basis of a change.
        values: one a release, None where it states none.
        changes: in the order of the releases.
        match: the least sure of the matches that made the row; None where one release alone has it.
    """

    indicator: str
    region: Region | None = None
    aspect: Aspect
    unit: str | None = None
    relation: str | None = None
    values: tuple[Value | None, ...]
    changes: tuple[Movement, ...] = ()
    match: Match | None = None

    def stated_in(self) -> tuple[int, ...]:
        """The releases that state a value."""
        return tuple(number for number, value in enumerate(self.values) if value is not None)


class Revision(Record):
    """A value that a newer release gives otherwise than the older one printed it.

    Attributes:
        indicator: the number of the row in `Comparison.indicators`.
        release: the release whose value it is.
        by: the newer release.
        how: `implied` by a stated change, or `printed` anew.
        printed: what the older release printed.
        revised: what the newer one implies, in whole units of the place that the older one printed, or prints.
        claims: of the newer release: the change, or the value printed anew.
    """

    indicator: int
    release: int
    by: int
    how: Literal["implied", "printed"]
    printed: Decimal
    revised: Decimal
    claims: tuple[str, ...]


class Redefinition(Record):
    """An indicator that changed its unit, or of which two releases say otherwise what it takes in.

    Attributes:
        what: `unit` or `definition`.
        indicators: the numbers of the rows: two where the unit changed, one where the definition did.
        release: the newer release.
        against: the older one.
        before, after: the units, or the words that define it (in brackets behind the name, or in a note).
    """

    what: Literal["unit", "definition"]
    indicators: tuple[int, ...]
    release: int
    against: int
    before: str | None
    after: str | None


class Turnover(Record):
    """A row that begins with a later release than the first, or ends before the last.

    `release` is the first that has it where it is new, and the first that lacks it where it is gone.
    """

    indicator: int
    release: int


class Ambiguity(Record):
    """Claims of one release that state different values of what has one name: none of them was compared."""

    release: int
    indicator: str
    aspect: Aspect
    unit: str | None = None
    claims: tuple[str, ...]
    values: tuple[Decimal, ...]


class Candidate(Record):
    """Two rows whose names are alike, not alike enough to be laid together: material for a file of names."""

    indicators: tuple[int, int]
    score: Decimal


class Comparison(Record):
    """Releases laid beside each other.

    `warnings` says what a reader should know of the inputs; the command writes it to standard error.
    """

    releases: tuple[Release, ...]
    indicators: tuple[Indicator, ...]
    revisions: tuple[Revision, ...] = ()
    new: tuple[Turnover, ...] = ()
    gone: tuple[Turnover, ...] = ()
    changed: tuple[Redefinition, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    warnings: tuple[str, ...] = Field(default=(), exclude=True)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain dictionaries and lists; numbers stay `Decimal`."""
        out = self.model_dump(mode="python")
        for indicator in out["indicators"]:
            for one in (*indicator["values"], *indicator["changes"]):
                evidence = one and one["evidence"]
                if evidence and evidence["page"] is None:  # as in an extraction: a format without pages has none
                    del evidence["page"]
        return out

    def to_json(self, *, indent: int | None = 2) -> str:
        """The comparison as JSON (UTF-8 characters kept, decimals written digit for digit)."""
        from ipextract.output.json import dumps

        return dumps(self.to_dict(), indent=indent)

    def rows(self) -> list[dict[str, Any]]:
        """One flat row a value, for a data frame; the columns are those of `ipextract.releases.rows.COLUMNS`."""
        from ipextract.releases.rows import rows

        return rows(self)
