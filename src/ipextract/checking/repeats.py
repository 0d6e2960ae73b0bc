"""Two places that state the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ipextract.checking.book import Book
from ipextract.checking.names import folded
from ipextract.checking.rounding import Finding, Interval, Printed, brief, judge, printed
from ipextract.models import Check, Claim

# A name of two or three characters (企业, 项目) is shared by things that have nothing to do with each other.
_SHORTEST = 4
_DIGITS = 4
# The title, and a first sentence that sums up: what they state is taken up again below.
_HEAD = 2


def check_repeats(book: Book) -> Iterator[tuple[int, Check]]:
    """One check for all the places that state the same thing: title, heading, body, table."""
    groups: dict[object, list[int]] = defaultdict(list)
    for place, claim in enumerate(book.claims):
        if len(book.subjects[place].name) >= _SHORTEST and claim.upper is None:
            groups[_sense(book, place)].append(place)
    for places in groups.values():
        if len(places) > 1:
            yield from _compare(book, places)


def _sense(book: Book, place: int) -> object:
    """What a claim states, but for its value."""
    claim = book.claims[place]
    parent = book.parent(place)
    return (
        claim.kind,
        claim.aspect,
        book.subjects[place],
        claim.unit,
        claim.actor,
        claim.change and claim.change.basis,
        claim.share and folded(claim.share.whole or ""),
        claim.gap and claim.gap.than,
        claim.rank and (claim.rank.scope, claim.rank.order),
        None if parent is None else book.subjects[parent].name,
    )


def _compare(book: Book, places: list[int]) -> Iterator[tuple[int, Check]]:
    first = places[0]
    one = book.claims[first]
    group, other = [first], None
    for place in places[1:]:
        if book.sentences[place] == book.sentences[group[-1]]:
            # 海沧区法院1873件和964件: two numbers of one name in one sentence were not told apart.
            return
        if states(one, book.claims[place]):
            group.append(place)
        elif other is None:
            other = place
        else:
            return
    if other is not None:
        # One name with several values is as a rule said of several things (次均住院费用 of three kinds of
        # hospital). Only a rank that the headline gives otherwise than the text is surely a contradiction.
        if len(group) == 1 and _contradicts(book, first, other):
            yield first, book.check("repeat", (first, other), one.value, book.claims[other].value, Finding("disagrees", Decimal(0), "exact"))
        return
    if len(group) > 1 and (one.kind == "rank" or book.sentences[first] < _HEAD or _telling(one)) and _exact_rank(one):
        yield first, book.check("repeat", group, one.value, book.claims[group[-1]].value, _finding(book, group))


def _finding(book: Book, group: list[int]) -> Finding:
    """Places that print one number are equal; else the roughest of them says how far apart they may be."""
    if book.only_value(group):
        return Finding("agrees", Decimal(0), "exact")
    numbers = [printed(book.claims[place].model_copy(update={"bound": "exact"})) for place in group]
    return Finding("agrees", brief(max(number.place for number in numbers if number is not None)), "last_place")


def _exact_rank(claim: Claim) -> bool:
    """居前5位的病种 names a group; 居第5位 is a place."""
    return claim.kind != "rank" or (claim.bound == "exact" and claim.aspect == "rank")


def _telling(claim: Claim) -> bool:
    """Whether the number has digits enough that two things would hardly share it by chance."""
    return len(claim.value.normalize().as_tuple().digits) >= _DIGITS


def _contradicts(book: Book, first: int, other: int) -> bool:
    one, two = book.claims[first], book.claims[other]
    return (
        one.aspect == two.aspect == "rank"
        and one.bound == two.bound == "exact"
        and one.rank is not None
        and one.rank.scope is not None
        and one.rank.order == "magnitude"
        and book.sentences[first] == 0
        and len(book.subjects[first].name) > _SHORTEST
    )


def states(one: Claim, two: Claim) -> bool:
    """Whether two numbers may be the same: equal, or one of them rounded or bounded (突破1.3万件 is 13087件)."""
    if one.bound == two.bound and one.value == two.value:
        return True
    if one.bound != "exact" and two.bound != "exact":
        return False
    rough, exact = (one, two) if one.bound != "exact" else (two, one)
    number, other = printed(exact), printed(rough.model_copy(update={"bound": "exact"}))
    if number is None or other is None:
        return False
    if rough.bound != "exact":
        return _within(rough, other, number.value)
    coarse, fine = (other, number) if other.place > number.place else (number, other)
    return coarse.place != fine.place and judge(coarse, Interval(fine.value, fine.value, fine.value)) == "agrees"


def _within(rough: Claim, number: Printed, exact: Decimal) -> bool:
    """超1.3万件 leaves room for less than another 0.1万; 近2000件 for as much below."""
    ahead = exact - number.value
    if rough.bound in ("more_than", "at_least"):
        return 0 <= ahead < number.place
    if rough.bound in ("less_than", "at_most"):
        return 0 <= -ahead < number.place
    return abs(ahead) * 2 <= number.place
