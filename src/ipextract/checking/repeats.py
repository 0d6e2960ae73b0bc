"""Two places that state the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ipextract.checking.book import Book, period_of, region_of
from ipextract.checking.names import folded
from ipextract.checking.rounding import Interval, Printed, judge, printed
from ipextract.models import Check, Claim

# A name of two or three characters (企业, 项目) is shared by things that have nothing to do with each other.
_SHORTEST = 4


def check_repeats(book: Book) -> Iterator[tuple[int, Check]]:
    """One check for all the places that state the same thing: title, heading, body, table."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, claim in enumerate(book.claims):
        if len(book.names[place]) >= _SHORTEST and claim.upper is None:
            groups[_sense(book, place)].append(place)
    for places in groups.values():
        if len(places) > 1:
            yield from _compare(book, places)


def _sense(book: Book, place: int) -> tuple[object, ...]:
    """What a claim states, but for its value."""
    claim = book.claims[place]
    return (
        claim.kind, claim.aspect, book.names[place], claim.unit, region_of(claim), period_of(claim), claim.status,
        claim.change and claim.change.basis, claim.share and folded(claim.share.whole or ""),
        claim.gap and claim.gap.than, claim.rank and (claim.rank.scope, claim.rank.order),
    )


def _compare(book: Book, places: list[int]) -> Iterator[tuple[int, Check]]:
    first = places[0]
    same = [first]
    for place in places[1:]:
        if book.sentences[place] == book.sentences[same[-1]]:
            continue
        if states(book.claims[first], book.claims[place]):
            same.append(place)
    if len(same) > 1:
        yield first, book.check("repeat", same, book.claims[first].value, book.claims[same[-1]].value, "agrees")


def states(one: Claim, two: Claim) -> bool:
    """Whether two numbers may be the same: equal, or one of them rounded or bounded (突破1.3万件 is 13087件)."""
    if one.bound == two.bound and one.value == two.value:
        return True
    if one.bound != "exact" and two.bound != "exact":
        return False
    rough, exact = (one, two) if one.bound != "exact" else (two, one)
    number = printed(exact)
    if number is None:
        return False
    if rough.bound != "exact":
        place = _place(rough)
        if place is None or not number.value:
            return False
        ahead = exact.value - rough.value
        if rough.bound in ("more_than", "at_least"):
            return 0 <= ahead < place
        if rough.bound in ("less_than", "at_most"):
            return 0 <= -ahead < place
        return abs(ahead) * 2 <= place
    other = printed(rough)
    if other is None:
        return False
    coarse, fine = (other, number) if other.place > number.place else (number, other)
    if coarse.place == fine.place:
        return False
    return judge(coarse, Interval(fine.value, fine.value, fine.value)) != "disagrees"


def _place(claim: Claim) -> Decimal | None:
    number: Printed | None = printed(claim.model_copy(update={"bound": "exact"}))
    return None if number is None else number.place
