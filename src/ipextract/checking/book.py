"""The claims of a document, arranged to be looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ipextract.checking.rounding import Finding, Printed, plain, printed
from ipextract.checking.vocabulary import CheckWords
from ipextract.models import Check, CheckType, Claim, made

#: The kinds of number that a share or a sum can be made of.
AMOUNTS = ("count", "money", "quantity")


_TABLE = "table."


class Subject(NamedTuple):
    """Of what, where, when, and whether as a fact or an aim a number is said."""

    name: str
    region: str | None
    start: str | None
    end: str | None
    status: str


class Numbers(dict[int, Printed | None]):
    """Each claim's value and last printed place, by the claim's place, found out when it is asked for; None where it has none.

    Args:
        claims: the claims.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        super().__init__()
        self._claims = claims

    def __missing__(self, place: int) -> Printed | None:
        found = self[place] = printed(self._claims[place])
        return found


@dataclass(slots=True)
class Book:
    """Claims in the order of the text, with the levels by their subject.

    A claim is spoken of by its place in that order.

    Attributes:
        claims: in the order of the text.
        words: what names are made of.
        at: the place of a claim, by its id.
        numbers: each claim's value and last printed place, None where it has none.
        subjects: what each claim is said of, the name without what only points or counts.
        sentences: the number of each claim's sentence, counted over sentences that hold claims.
        home: the region that most claims are said of.
        level_names: the names of the levels that arithmetic can be done with.
        text: the document's text, which the claims' offsets point into.
    """

    claims: tuple[Claim, ...]
    words: CheckWords
    text: str = ""
    at: dict[str, int] = field(default_factory=dict)
    numbers: Numbers = field(init=False)
    subjects: list[Subject] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    home: str | None = None
    _levels: dict[tuple[Subject, str | None], list[int]] = field(default_factory=lambda: defaultdict(list))
    _amounts: dict[Subject, list[int]] = field(default_factory=lambda: defaultdict(list))
    level_names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.numbers = Numbers(self.claims)

    @classmethod
    def of(cls, claims: Sequence[Claim], words: CheckWords, text: str = "") -> Book:
        """The book of a document's claims."""
        book = cls(tuple(sorted(claims, key=lambda one: (one.evidence.start, one.evidence.end))), words, text)
        core = words.names.core
        regions: dict[str | None, int] = defaultdict(int)
        sentences: dict[int, int] = {}
        # Few names and places are said of many claims.
        cores: dict[tuple[str, str], str] = {}
        for place, claim in enumerate(book.claims):
            region = None if claim.region is None else claim.region.code or claim.region.name
            start, end = (None, None) if claim.period is None else (claim.period.start, claim.period.end)
            named = claim.indicator, claim.region.name if claim.region else ""
            name = cores.get(named)
            if name is None:
                name = cores[named] = core(*named)
            subject = Subject(name, region, start, end, claim.status)
            book.at.setdefault(claim.id, place)
            book.subjects.append(subject)
            book.sentences.append(sentences.setdefault(claim.evidence.sentence.start, len(sentences)))
            regions[region] += 1
            if book.is_amount(place):
                book._levels[subject, claim.unit].append(place)
                book._amounts[subject].append(place)
                book.level_names.add(name)
        if regions:
            book.home = max(regions, key=lambda one: regions[one])
        return book

    def is_amount(self, place: int) -> bool:
        """Whether the claim is a level that arithmetic can be done with."""
        claim = self.claims[place]
        return claim.aspect == "level" and claim.kind in AMOUNTS and self.numbers[place] is not None

    def levels(self, subject: Subject, unit: str | None) -> Sequence[int]:
        """The levels of a subject in a unit, in the order of the text."""
        return self._levels.get((subject, unit), ())

    def levels_named(self, name: str, place: int) -> Sequence[int]:
        """The levels of another name that are otherwise said of the same as the claim at `place`, in its unit."""
        if name not in self.level_names:  # most names that are asked for stand nowhere in the document
            return ()
        return self.levels(self.subjects[place]._replace(name=name), self.claims[place].unit)

    def level_before(self, subject: Subject, unit: str | None, place: int) -> int | None:
        """The nearest level of a subject before `place`."""
        return _before(self.levels(subject, unit), place)

    def amount_before(self, subject: Subject, place: int) -> int | None:
        """The nearest level of a subject before `place`, whatever its unit."""
        return _before(self._amounts.get(subject, ()), place)

    def only_value(self, places: Sequence[int]) -> bool:
        """Whether all these claims state one value."""
        return bool(places) and all(self.claims[place].value == self.claims[places[0]].value for place in places)

    def alike(self, one: int, two: int) -> bool:
        """Whether two levels are said of the same region, time and status, in the same unit."""
        first, second = self.claims[one], self.claims[two]
        return first.unit == second.unit and first.kind == second.kind and self.subjects[one][1:] == self.subjects[two][1:]

    def comparable(self, one: int, two: int) -> bool:
        """Whether two levels can be part and whole: alike, or rows of a table, where the parts may be places."""
        first, second = self.claims[one], self.claims[two]
        if not (first.rule.startswith(_TABLE) and second.rule.startswith(_TABLE)):
            return self.alike(one, two)
        return first.unit == second.unit and first.kind == second.kind and self.subjects[one][2:] == self.subjects[two][2:]

    def parent(self, place: int) -> int | None:
        """The claim that this one is part of."""
        above = self.claims[place].part_of
        return self.at.get(above) if above else None

    def number(self, place: int) -> Printed:
        """The printed number of a claim that is known to have one."""
        number = self.numbers[place]
        if number is None:
            message = f"claim {self.claims[place].id} has no exact value"
            raise LookupError(message)
        return number

    def check(self, kind: CheckType, places: Sequence[int], stated: Decimal, computed: Decimal, finding: Finding) -> Check:
        """The record of a check."""
        return made(
            Check,
            type=kind,
            claims=tuple(self.claims[place].id for place in places),
            stated=plain(stated),
            computed=plain(computed),
            verdict=finding.verdict,
            tolerance=finding.tolerance,
            allowance=finding.allowance,
        )

    def sentence(self, place: int) -> str:
        """The words of the claim's sentence; empty where the text is not at hand."""
        span = self.claims[place].evidence.sentence
        return self.text[span.start : span.end]


def _before(found: Sequence[int], place: int) -> int | None:
    position = bisect_left(found, place)
    return found[position - 1] if position else None
