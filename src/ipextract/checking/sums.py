"""Disjoint parts against their total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ipextract.checking.book import Book, Key, period_of, region_of
from ipextract.checking.names import GDP, NESTED, NOT_ADDITIVE
from ipextract.checking.rounding import Interval, Printed, judge, plain, to_place, total
from ipextract.models import Check

# Groups that between them are all of it, whatever is measured. Source: the System of National Accounts
# of China (three industries), customs statistics (exports and imports), the census (sex, town and country).
_INDUSTRIES = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
_HALVES = (("城镇", "乡村"), ("城镇", "农村"), ("男性", "女性"))
_NEAR = 2


def check_sums(book: Book) -> Iterator[tuple[int, Check]]:
    """Parts of one enumeration, and the partitions that everybody knows."""
    told: set[tuple[int, ...]] = set()
    for whole, parts in (*_partitions(book), *_families(book)):
        if (whole, *sorted(parts)) in told:
            continue
        told.add((whole, *sorted(parts)))
        known = parts in book_partitions(book, whole)
        check = _check(book, whole, parts, known)
        if check is not None:
            yield whole, check


def book_partitions(book: Book, whole: int) -> list[tuple[int, ...]]:
    """The known partitions of one total, as the document states them near it."""
    return [parts for place, parts in _partitions_of(book, whole) if place == whole]


def _partitions(book: Book) -> Iterator[tuple[int, tuple[int, ...]]]:
    for place, claim in enumerate(book.claims):
        if claim.aspect == "level" and book.numbers[place] is not None:
            yield from _partitions_of(book, place)


def _partitions_of(book: Book, place: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The levels near a total that are named as its parts."""
    name, *rest = book.key(place)
    groups: list[Sequence[str]] = []
    if name == GDP:
        groups.append(_INDUSTRIES)
    if name.count("进出口") == 1:
        groups.append((name.replace("进出口", "出口"), name.replace("进出口", "进口")))
    if not NOT_ADDITIVE.search(name):
        groups += [(one + name, two + name) for one, two in _HALVES]
    for group in groups:
        parts = [_near(book, (part, *rest), place) for part in group]  # type: ignore[arg-type]
        if None not in parts:
            yield place, tuple(part for part in parts if part is not None)


def _near(book: Book, key: Key, place: int) -> int | None:
    """The one level of this name in the total's sentence or the two after it."""
    found = [other for other in book.levels(key) if other > place and book.sentences[other] - book.sentences[place] <= _NEAR]
    return found[0] if found and len({book.number(other).value for other in found}) == 1 else None


def _families(book: Book) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Levels that are part of the same level, in the same unit, period and region."""
    children: dict[int, list[int]] = defaultdict(list)
    for place, claim in enumerate(book.claims):
        parent = book.at.get(claim.part_of) if claim.part_of else None
        if parent is None or claim.aspect != "level" or book.numbers[place] is None or book.numbers[parent] is None:
            continue
        one = book.claims[parent]
        if one.aspect == "level" and one.unit == claim.unit and one.kind == claim.kind and one.status == claim.status:
            if region_of(one) == region_of(claim) and period_of(one) == period_of(claim):
                children[parent].append(place)
    for parent, parts in children.items():
        names = {book.names[part] for part in parts}
        if len(parts) < 2 or len(names) < len(parts) or NOT_ADDITIVE.search(book.claims[parent].indicator):
            continue
        if any(NESTED.search(book.claims[part].indicator) for part in parts) or any(part in children for part in parts):
            # 国家级5个,省级以上14个,市级以上40个 overlap: no sum of them means anything.
            continue
        yield parent, tuple(parts)


def _check(book: Book, whole: int, parts: tuple[int, ...], known: bool) -> Check | None:
    """A sum that comes out is worth saying; one that does not is, only where the parts must be all."""
    stated = book.number(whole)
    made = total([book.number(part) for part in parts])
    # The total is rounded like its parts: it may be off by its own last place too.
    reach = Interval(made.low - stated.slack, made.middle, made.high + stated.slack)
    verdict = judge(stated, reach)
    if verdict == "disagrees" and not known:
        return None
    if verdict == "agrees_truncated" and stated.place == 1:
        return None
    if made.high - made.low > abs(stated.value) / 20:
        return None
    if any(book.number(part).value < 0 for part in parts):
        return None
    return book.check("sum", (whole, *parts), stated.value, plain(made.middle), verdict)


__all__ = ["Decimal", "Printed", "check_sums", "to_place"]
