"""Disjoint parts against their total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ipextract.checking.book import Book
from ipextract.checking.names import cut_short
from ipextract.checking.partitions import balance, partitions, patents
from ipextract.checking.rounding import compared, near, total
from ipextract.models import Check

# Two means lie about the mean of all; three that add up to it are its sources (工资性收入, 经营净收入, 财产净收入).
_SOURCES = 3


def check_sums(book: Book) -> Iterator[tuple[int, Check]]:
    """Parts that are sure to be all of their total, and parts of one enumeration that come out."""
    done: set[int] = set()
    for place in range(len(book.claims)):
        if not book.is_amount(place):
            continue
        for partition in partitions(book, place):
            check = _known(book, place, partition.parts, whole=partition.whole)
            if check is not None:
                done.add(place)
                yield place, check
                break
        sides = balance(book, place)
        check = None if sides is None else _known(book, place, sides, whole=True)
        if check is not None:
            yield place, check
    for place, parts in _families(book):
        if place in done:
            continue
        check = _known(book, place, parts, whole=True) if patents(book, place, parts) else _found(book, place, parts)
        if check is not None:
            yield place, check


def _known(book: Book, place: int, parts: tuple[int, ...], *, whole: bool) -> Check | None:
    """Three industries and their GDP: a difference beyond rounding is the document's, where the parts are surely all."""
    stated = book.number(place)
    made = total([book.number(part) for part in parts])
    finding = compared(stated, made)
    if finding.verdict == "disagrees":
        cut = any(cut_short(book.claims[one].indicator) for one in (place, *parts))
        if not whole or cut or not near(stated, made) or book.claims[place].status != "actual":
            return None
    return book.check("sum", (place, *parts), stated.value, made.middle, finding)


def _families(book: Book) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Levels that are part of the same level, alike in unit, period, region and status."""
    words = book.words.names
    children: dict[int, list[int]] = defaultdict(list)
    for place in range(len(book.claims)):
        parent = book.parent(place)
        if parent is not None and book.is_amount(place) and book.is_amount(parent) and book.comparable(place, parent):
            children[parent].append(place)
    for parent, parts in children.items():
        names = {(book.subjects[part].name, book.subjects[part].region) for part in parts}
        if len(parts) < 2 or len(names) < len(parts) or not words.additive(book.claims[parent].indicator, of_means=len(parts) >= _SOURCES):
            continue
        # 国家级5个,省级以上14个,市级以上40个 overlap: no sum of them means anything.
        if any(words.nested(book.claims[part].indicator) or part in children for part in parts):
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
    return book.check("sum", (whole, *parts), stated.value, made.middle, compared(stated, made))
