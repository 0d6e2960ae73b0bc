"""Stated changes against the levels that the document itself gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from ipextract.checking.book import Book, period_of, region_of
from ipextract.checking.names import REAL_TERMS
from ipextract.checking.rounding import Interval, judge, shown, spread, tells
from ipextract.models import Check

_POINTS = {"个百分点": "%", "百分点": "%", "个千分点": "‰", "千分点": "‰"}
_LEVELS = ("count", "money", "quantity")
# The step of a claim within its sentence over which a change still speaks of a level.
_REACH = 4


def check_changes(book: Book) -> Iterator[tuple[int, Check]]:
    """Each change against a from–to, a base level, or its twin (比上年增加30件,增长8.1%)."""
    found: dict[int, list[Check]] = {}
    agreeing: set[tuple[object, ...]] = set()
    doubtful: list[tuple[int, Check]] = []
    for place, claim in enumerate(book.claims):
        if claim.aspect != "change" or book.numbers[place] is None or claim.change is None or claim.change.basis == "average":
            continue
        if claim.kind == "rank" or claim.status != "actual":
            continue
        for check, sure in _checks_of(book, place):
            if check.verdict != "disagrees":
                agreeing.add(_statement(book, place))
                found.setdefault(place, []).append(check)
                break
            if sure:
                doubtful.append((place, check))
                break
    for place, checks in found.items():
        yield place, checks[0]
    for place, check in doubtful:
        # 名义增长8.2%,实际增长6.9%: one of two rates follows from the levels, the other cannot.
        if _statement(book, place) not in agreeing:
            yield place, check


def _statement(book: Book, place: int) -> tuple[object, ...]:
    claim = book.claims[place]
    assert claim.change is not None
    return book.names[place], claim.unit, region_of(claim), period_of(claim), claim.change.basis


def _checks_of(book: Book, place: int) -> Iterator[tuple[Check, bool]]:
    level = _level_of(book, place)
    if level is None:
        return
    base = _from(book, place, level)
    if base is not None:
        check = _against(book, place, level, base)
        if check is not None:
            yield check, True
            return
    twin = _twin(book, place, level)
    if twin is not None:
        check = _against_twin(book, place, level, twin)
        if check is not None:
            yield check, True
    base = _base(book, place, level)
    if base is not None:
        check = _against(book, place, level, base)
        if check is not None:
            yield check, _nominal(book, place, level)


def _nominal(book: Book, place: int, level: int) -> bool:
    """Whether a rate must follow from two printed levels.

    That of an amount need not: it may be at constant prices or on a changed coverage, without a word
    of it in the sentence (地区生产总值…增长5.0%, 按可比口径增长).
    """
    claim = book.claims[level]
    return claim.kind == "count" and not REAL_TERMS.search(claim.indicator)


def _level_of(book: Book, place: int) -> int | None:
    """The level that the change speaks of: the last before it in its sentence, else the next one."""
    sentence = book.sentence_of(place)
    same = [other for other in sentence if other != place and _speaks_of(book, place, other)]
    before = [other for other in same if other < place]
    if before:
        return before[-1] if place - before[-1] <= _REACH else None
    behind = [other for other in same if other > place]
    # 同比增长5.2%,达到1200件
    return behind[0] if behind and behind[0] - place == 1 else None


def _speaks_of(book: Book, place: int, other: int) -> bool:
    one, two = book.claims[place], book.claims[other]
    if book.numbers[other] is None or book.names[place] != book.names[other] or region_of(one) != region_of(two):
        return False
    if period_of(one) != period_of(two) or one.status != two.status:
        return False
    if one.unit in _POINTS:
        return two.aspect in ("level", "share") and two.unit == _POINTS[one.unit]
    return two.aspect == "level" and two.kind in _LEVELS and (one.unit in ("%", "倍", None) or one.unit == two.unit)


def _from(book: Book, place: int, level: int) -> int | None:
    """The level before the level: 由12件提高到30件,提高18件."""
    if not 0 < level < place or book.sentences[level - 1] != book.sentences[level]:
        return None
    base = level - 1
    one, two = book.claims[level], book.claims[base]
    if two.aspect != one.aspect or book.numbers[base] is None or two.unit != one.unit or region_of(one) != region_of(two):
        return None
    if book.names[base] != book.names[level] or period_of(one) == period_of(two) or any(
        book.claims[other].aspect in ("level", "share") for other in range(level + 1, place)
    ):
        return None
    change = book.claims[place].change
    start, end = period_of(two)
    known = change.base if change is not None else None
    if ".from" not in two.rule and (end is None or known is None or known.end != end):
        return None
    # 由2020年的12件提高到2024年的30件,同比增长10%: the rate has a base of its own.
    if known is not None and end is not None and known.end is not None and known.end[:4] != end[:4]:
        return None
    if change is not None and change.basis in ("yoy", "mom", "year_end") and change.text and start is None and two.period is None:
        return None
    return base


def _base(book: Book, place: int, level: int) -> int | None:
    """The level of the period compared with, wherever the document states it, where it states but one."""
    change = book.claims[place].change
    if change is None or change.base is None or change.base.end is None:
        return None
    claim = book.claims[level]
    if claim.aspect != "level" or claim.kind not in _LEVELS:
        return None
    name, unit, region, _, status = book.key(level)
    found = book.levels((name, unit, region, (change.base.start, change.base.end), status))
    return found[0] if found and len({book.number(other).value for other in found}) == 1 else None


def _against(book: Book, place: int, level: int, base: int) -> Check | None:
    operation = _operation(book.claims[place].unit, book.claims[place].kind, book.claims[level].unit)
    if operation is None or book.number(base).value <= 0:
        return None
    computed = spread(operation, (book.number(level), book.number(base)))
    return _check(book, (place, level, base), computed)


def _operation(unit: str | None, kind: str, level_unit: str | None) -> Callable[[Decimal, Decimal], Decimal] | None:
    if unit == "%" and level_unit not in ("%", "‰"):
        return lambda now, then: (now - then) / then * 100
    if kind == "multiple":
        return lambda now, then: now / then - 1
    if unit == level_unit or _POINTS.get(unit or "") == level_unit:
        return lambda now, then: now - then
    return None


def _twin(book: Book, place: int, level: int) -> int | None:
    """The absolute change next to a relative one: 比上年增加30件,增长8.1%."""
    claim = book.claims[place]
    if claim.unit != "%" or book.claims[level].unit in ("%", "‰"):
        return None
    for other in (place - 1, place + 1):
        if not 0 <= other < len(book.claims) or book.sentences[other] != book.sentences[place] or book.numbers[other] is None:
            continue
        twin = book.claims[other]
        if twin.aspect != "change" or twin.unit != book.claims[level].unit or twin.change is None or claim.change is None:
            continue
        if _statement(book, other)[0] != book.names[place] or twin.change.basis != claim.change.basis:
            continue
        if region_of(twin) == region_of(claim) and period_of(twin) == period_of(claim):
            return other
    return None


def _against_twin(book: Book, place: int, level: int, twin: int) -> Check | None:
    now, added = book.number(level), book.number(twin)
    if now.value - added.value <= 0:
        return None
    computed = spread(lambda whole, part: part / (whole - part) * 100, (now, added))
    return _check(book, (place, level, twin), computed)


def _check(book: Book, places: tuple[int, int, int], computed: Interval | None) -> Check | None:
    stated = book.number(places[0])
    if computed is None or not tells(stated, computed):
        return None
    return book.check("change", places, stated.value, shown(computed.middle, stated.place), judge(stated, computed))
