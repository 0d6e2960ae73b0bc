"""A stated share against its part and its whole, and parts that must make a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ipextract.checking.book import Book, period_of, region_of
from ipextract.checking.names import core, pointing
from ipextract.checking.rounding import Printed, judge, plain, shown, spread, tells, total
from ipextract.models import Check

_HUNDRED = Decimal(100)
_PER_UNIT = {"%": Decimal(100), "‰": Decimal(1000)}


def check_shares(book: Book) -> Iterator[tuple[int, Check]]:
    """发明专利授权量13823件,占授权总量24.74%: the part by the whole is the share."""
    for place, claim in enumerate(book.claims):
        factor = _PER_UNIT.get(claim.unit or "")
        if claim.aspect != "share" or factor is None or book.numbers[place] is None or claim.rule == "share.structure":
            continue
        part = _part(book, place)
        whole = None if part is None else _whole(book, place, part)
        if part is None or whole is None:
            continue
        stated, below, above = book.number(place), book.number(part), book.number(whole)
        computed = spread(lambda one, all_of, by=factor: one / all_of * by, (below, above))  # type: ignore[misc]
        if above.value <= 0 or computed is None or not tells(stated, computed):
            continue
        verdict = judge(stated, computed)
        if verdict == "disagrees" and not _sure(book, place, part, whole):
            continue
        yield place, book.check("share", (place, part, whole), stated.value, shown(computed.middle, stated.place), verdict)


def _part(book: Book, place: int) -> int | None:
    """The level that the share speaks of: the nearest before it in its sentence, else the nearest behind."""
    claim = book.claims[place]
    same = [other for other in book.sentence_of(place) if other != place and _same_thing(book, place, other)]
    before = [other for other in same if other < place]
    if before:
        return before[-1]
    # 占授权总量24.74%,达到13823件
    behind = [other for other in same if other == place + 1]
    return behind[0] if behind and claim.share is not None and claim.share.whole else None


def _same_thing(book: Book, place: int, other: int) -> bool:
    one, two = book.claims[place], book.claims[other]
    return (
        two.aspect == "level"
        and two.kind in ("count", "money", "quantity")
        and book.numbers[other] is not None
        and book.names[place] == book.names[other]
        and region_of(one) == region_of(two)
        and period_of(one) == period_of(two)
        and one.status == two.status
    )


def _whole(book: Book, place: int, part: int) -> int | None:
    """The level that is the share's whole, where that is sure."""
    claim, level = book.claims[place], book.claims[part]
    words = claim.share.whole if claim.share is not None else None
    parent = book.at.get(level.part_of) if level.part_of else None
    if parent is not None and (parent >= part or not _comparable(book, part, parent)):
        parent = None
    if not words or pointing(words):
        return parent
    name = core(words, level.region.name if level.region else "")
    if parent is not None and _continues(book.names[parent], name):
        return parent
    return book.level_before((name, level.unit, region_of(level), period_of(level), level.status), part)


def _continues(parent: str, name: str) -> bool:
    """占授权总量 under 专利授权量: the whole repeats the end of its own name."""
    return parent == name or (len(name) >= 2 and parent.endswith(name)) or (name.startswith("总") and len(name) >= 3 and parent.endswith(name[1:]))


def _comparable(book: Book, part: int, whole: int) -> bool:
    one, two = book.claims[part], book.claims[whole]
    return (
        two.aspect == "level"
        and book.numbers[whole] is not None
        and one.unit == two.unit
        and one.kind == two.kind
        and region_of(one) == region_of(two)
        and period_of(one) == period_of(two)
        and one.status == two.status
    )


def _sure(book: Book, place: int, part: int, whole: int) -> bool:
    """Whether a difference would be the document's own.

    A part of another place (江阴市发明专利1000件,占全市授权总量的8%) may be compared with a whole that the
    document does not print; and a part that is larger than its whole was not read right.
    """
    claim = book.claims[part]
    return region_of(claim) == book.home and 0 < book.number(part).value < book.number(whole).value and book.claims[place].status == "actual"


def check_structures(book: Book) -> Iterator[tuple[int, Check]]:
    """三次产业结构为1.8:33.7:64.5: the parts of one ratio make a hundred."""
    run: list[int] = []
    for place, claim in enumerate(book.claims):
        if claim.rule != "share.structure" or book.numbers[place] is None:
            yield from _structure(book, run)
            run = []
            continue
        # Between the parts of one ratio stands a colon, and nothing else but blanks.
        if run and claim.evidence.start - book.claims[run[-1]].evidence.end > 3:
            yield from _structure(book, run)
            run = []
        run.append(place)
    yield from _structure(book, run)


def _structure(book: Book, run: list[int]) -> Iterator[tuple[int, Check]]:
    if len(run) < 2:
        return
    made = total([book.number(place) for place in run])
    # 城乡居民收入比2.1:1 is no structure; a misprint in one makes it miss a hundred by little.
    if not Decimal(90) <= made.middle <= Decimal(110):
        return
    place = max(book.number(place).place for place in run)
    verdict = judge(Printed(_HUNDRED, place, Decimal(0)), made)
    yield run[0], book.check("sum", run, _HUNDRED, plain(made.middle), verdict)
