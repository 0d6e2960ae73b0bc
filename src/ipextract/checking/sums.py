"""Disjoint parts against their total."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ipextract.checking.book import Book
from ipextract.checking.names import GDP, NESTED, NOT_ADDITIVE, cut_short
from ipextract.checking.rounding import Interval, judge, near, total
from ipextract.models import Check

# Groups that between them are all of it, whatever is measured. Source: the System of National Accounts
# of China (three industries), customs statistics (exports and imports), the census (sex, town and country).
_INDUSTRIES = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
_TRADE = ("出口", "进口")
_HALVES = (("城镇", "乡村"), ("城镇", "农村"), ("男性", "女性"))
# The parts of a known partition follow their total in its sentence or in the two behind it.
_NEAR = 2


def check_sums(book: Book) -> Iterator[tuple[int, Check]]:
    """Parts that are sure to be all of their total, and parts of one enumeration that come out."""
    done: set[int] = set()
    for place in range(len(book.claims)):
        if not book.is_amount(place):
            continue
        for parts in _partitions(book, place):
            check = _known(book, place, parts)
            if check is not None:
                done.add(place)
                yield place, check
                break
    for place, parts in _families(book):
        check = None if place in done else _found(book, place, parts)
        if check is not None:
            yield place, check


def _partitions(book: Book, place: int) -> Iterator[tuple[int, ...]]:
    """The levels near a total that are named as its parts."""
    name = book.subjects[place].name
    groups: list[Sequence[tuple[str, ...]]] = []
    if name == GDP:
        groups.append([(part,) for part in _INDUSTRIES])
    if name.count("进出口") == 1:
        # 货物进出口总额438468亿元。其中,货物出口254545亿元,进口183923亿元: a part carries the name or leaves it out.
        groups.append([(name.replace("进出口", half), half) for half in _TRADE])
    if not NOT_ADDITIVE.search(name):
        groups += [[(half + name,) for half in halves] for halves in _HALVES]
    for group in groups:
        parts = [next((near for word in words if (near := _near(book, word, place)) is not None), None) for words in group]
        found = tuple(part for part in parts if part is not None)
        if len(found) == len(group):
            yield found


def _near(book: Book, name: str, place: int) -> int | None:
    """The next level of this name, in the total's sentence or the two behind it."""
    found = book.levels(book.subjects[place]._replace(name=name), book.claims[place].unit)
    position = bisect_right(found, place)
    if position == len(found) or book.sentences[found[position]] - book.sentences[place] > _NEAR:
        return None
    return found[position]


def _known(book: Book, whole: int, parts: tuple[int, ...]) -> Check | None:
    """Three industries and their GDP: a difference beyond rounding is the document's."""
    stated = book.number(whole)
    made = total([book.number(part) for part in parts])
    # The total is rounded as its parts are: it may be off by its own last place.
    made = Interval(made.low - stated.slack, made.middle, made.high + stated.slack)
    verdict = judge(stated, made)
    if verdict == "disagrees":
        # 进口 that stands alone may be that of another total, but not under 其中.
        named = all(book.parent(part) == whole or book.subjects[part].name not in _TRADE for part in parts)
        if not named or not near(stated, made) or any(cut_short(book.claims[one].indicator) for one in (whole, *parts)):
            return None
    return book.check("sum", (whole, *parts), stated.value, made.middle, verdict)


def _families(book: Book) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Levels that are part of the same level, alike in unit, period, region and status."""
    children: dict[int, list[int]] = defaultdict(list)
    for place in range(len(book.claims)):
        parent = book.parent(place)
        if parent is not None and book.is_amount(place) and book.is_amount(parent) and book.comparable(place, parent):
            children[parent].append(place)
    for parent, parts in children.items():
        names = {(book.subjects[part].name, book.subjects[part].region) for part in parts}
        if len(parts) < 2 or len(names) < len(parts) or NOT_ADDITIVE.search(book.claims[parent].indicator):
            continue
        # 国家级5个,省级以上14个,市级以上40个 overlap: no sum of them means anything.
        if any(NESTED.search(book.claims[part].indicator) or part in children for part in parts):
            continue
        yield parent, tuple(parts)


def _found(book: Book, whole: int, parts: tuple[int, ...]) -> Check | None:
    """An enumeration need not be complete: a sum that comes out is worth saying, another says nothing."""
    stated = book.number(whole)
    numbers = [book.number(part) for part in parts]
    made = total(numbers)
    half = (made.high - made.middle + stated.slack) / 2
    if any(number.value < 0 for number in numbers) or half * 50 > abs(stated.value) or abs(made.middle - stated.value) > half:
        return None
    return book.check("sum", (whole, *parts), stated.value, made.middle, "agrees")
