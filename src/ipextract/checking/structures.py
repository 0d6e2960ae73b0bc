"""Parts in per cent, which must make a hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ipextract.checking.book import Book
from ipextract.checking.names import folded
from ipextract.checking.rounding import Printed, compared, total
from ipextract.models import Check

_HUNDRED = Decimal(100)
# Fewer make a hundred by chance, and so do numbers that are rounded more roughly than this allows in all.
_FEWEST = 3
_ROUGHEST = Decimal(1)


def check_structures(book: Book) -> Iterator[tuple[int, Check]]:
    """三次产业结构为1.8:33.7:64.5: the parts of one ratio make a hundred, and so may the shares of one sentence."""
    run: list[int] = []
    for place, claim in enumerate(book.claims):
        member = claim.rule == "share.structure" and book.numbers[place] is not None
        # Between the parts of one ratio stands a colon, and nothing else but blanks.
        if run and not (member and claim.evidence.start - book.claims[run[-1]].evidence.end <= 3):
            yield from _ratio(book, run)
            run = []
        if member:
            run.append(place)
    yield from _ratio(book, run)
    yield from _enumerated(book)


def _ratio(book: Book, run: list[int]) -> Iterator[tuple[int, Check]]:
    if len(run) < 2:
        return
    made = total([book.number(place) for place in run])
    # 城乡居民收入比2.1:1 is no structure; a misprint in one makes it miss a hundred by little.
    if not Decimal(90) <= made.middle <= Decimal(110):
        return
    place = max(book.number(place).place for place in run)
    yield run[0], book.check("sum", run, _HUNDRED, made.middle, compared(Printed(_HUNDRED, place, Decimal(0)), made))


def _enumerated(book: Book) -> Iterator[tuple[int, Check]]:
    """医院占59.4%,基层医疗卫生机构占33.3%,…: shares that make a hundred are all of it; others need not be."""
    sentences: dict[object, list[int]] = defaultdict(list)
    for place, claim in enumerate(book.claims):
        if claim.aspect == "share" and claim.unit == "%" and claim.rule != "share.structure" and book.numbers[place] is not None:
            share = claim.share and folded(claim.share.whole or "")
            sentences[book.sentences[place], book.subjects[place][1:], share].append(place)
    for places in sentences.values():
        numbers = [book.number(place) for place in places]
        names = {book.subjects[place].name for place in places}
        if len(places) < _FEWEST or len(names) < len(places) or any(number.value <= 0 for number in numbers):
            continue
        made = total(numbers)
        slack = made.high - made.middle
        # 99.7 of three parts in tenths is not all of it: each may be off by half of its place.
        if slack <= _ROUGHEST and abs(made.middle - _HUNDRED) * 2 <= slack:
            finding = compared(Printed(_HUNDRED, max(number.place for number in numbers), Decimal(0)), made)
            yield places[0], book.check("sum", places, _HUNDRED, made.middle, finding)
