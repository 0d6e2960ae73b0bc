"""The claims of a document, arranged to be looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ipextract.checking.names import core
from ipextract.checking.rounding import Printed, plain, printed
from ipextract.models import Check, CheckType, Claim, Verdict

Key = tuple[str, str | None, str | None, tuple[str | None, str | None], str]


@dataclass(slots=True)
class Book:
    """Claims in the order of the text, with the levels by what they state.

    Attributes:
        claims: in the order of the text.
        at: the place of a claim in `claims`, by id.
        numbers: each claim's value and last printed place, None where it has none.
        names: each claim's indicator without what only points or counts.
        sentences: the number of each claim's sentence, counted over sentences that hold claims.
        home: the region that most claims are said of.
    """

    claims: tuple[Claim, ...]
    at: dict[str, int] = field(default_factory=dict)
    numbers: list[Printed | None] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    home: str | None = None
    _levels: dict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))
    _members: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Book:
        """The book of a document's claims."""
        book = cls(tuple(sorted(claims, key=lambda one: (one.evidence.start, one.evidence.end))))
        regions: dict[str | None, int] = defaultdict(int)
        numbers: dict[int, int] = {}
        for place, claim in enumerate(book.claims):
            book.at.setdefault(claim.id, place)
            book.numbers.append(printed(claim))
            book.names.append(core(claim.indicator, claim.region.name if claim.region else ""))
            sentence = numbers.setdefault(claim.evidence.sentence.start, len(numbers))
            book.sentences.append(sentence)
            book._members[sentence].append(place)
            regions[region_of(claim)] += 1
            if claim.aspect == "level" and book.numbers[-1] is not None and claim.kind in ("count", "money", "quantity"):
                book._levels[book.key(place)].append(place)
        if regions:
            book.home = max(regions, key=lambda region: regions[region])
        return book

    def key(self, place: int) -> Key:
        """What a level states: its name, unit, region, period and status."""
        claim = self.claims[place]
        return self.names[place], claim.unit, region_of(claim), period_of(claim), claim.status

    def levels(self, key: Key) -> Sequence[int]:
        """The levels that state `key`, in the order of the text."""
        return self._levels.get(key, ())

    def level_before(self, key: Key, place: int) -> int | None:
        """The nearest level before `place` that states `key`."""
        found = self.levels(key)
        position = bisect_left(found, place)
        return found[position - 1] if position else None

    def sentence_of(self, place: int) -> Sequence[int]:
        """The claims of the sentence that holds `place`."""
        return self._members[self.sentences[place]]

    def number(self, place: int) -> Printed:
        """The printed number of a claim that is known to have one."""
        number = self.numbers[place]
        assert number is not None
        return number

    def check(self, kind: CheckType, places: Sequence[int], stated: Decimal, computed: Decimal, verdict: Verdict) -> Check:
        """The record of a check."""
        ids = tuple(self.claims[place].id for place in places)
        return Check(type=kind, claims=ids, stated=plain(stated), computed=plain(computed), verdict=verdict)


def region_of(claim: Claim) -> str | None:
    """The region's code, or its name where it has none."""
    return None if claim.region is None else claim.region.code or claim.region.name


def period_of(claim: Claim) -> tuple[str | None, str | None]:
    """The ISO dates between which the claim holds."""
    return (None, None) if claim.period is None else (claim.period.start, claim.period.end)
