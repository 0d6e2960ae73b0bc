"""Stated changes against the levels that the document itself gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from ipextract.checking.book import AMOUNTS, Book
from ipextract.checking.names import cut_short
from ipextract.checking.rounding import Interval, compared, near, shown, spread, tells
from ipextract.models import Check

_RATES = ("%", "‰")
# The steps between a change and the level that it speaks of: 1200件,比上年增加90件,增长8.1%,居全省第二.
_REACH = 4
# How many sentences off a base level may stand and still be the one compared with.
_NEARBY = 2


def check_changes(book: Book) -> Iterator[tuple[int, Check]]:
    """Each change against a from-to, a twin (比上年增加30件,增长8.1%) or a base level; one check a change."""
    agreeing: set[object] = set()
    doubtful: list[tuple[int, Check]] = []
    for place, claim in enumerate(book.claims):
        if claim.aspect != "change" or claim.kind == "rank" or claim.status != "actual" or book.numbers[place] is None:
            continue
        if claim.change is None or claim.change.basis == "average":
            continue
        for check, sure in _checks_of(book, place):
            if check.verdict != "disagrees":
                agreeing.add(_statement(book, place))
                yield place, check
                break
            if sure:
                doubtful.append((place, check))
                break
    for place, check in doubtful:
        # 增长8.2%,扣除价格因素实际增长6.9%: one of two rates follows from the levels, the other cannot.
        if _statement(book, place) not in agreeing:
            yield place, check


def _statement(book: Book, place: int) -> object:
    claim = book.claims[place]
    return book.subjects[place], claim.unit, claim.change and claim.change.basis, book.sentences[place]


def _checks_of(book: Book, place: int) -> Iterator[tuple[Check, bool]]:
    """The checks that can be made of a change, surest first, and whether a difference would be the document's."""
    level = _level_of(book, place)
    if level is None:
        return
    base = _from(book, place, level)
    if base is not None:
        yield from _against(book, place, level, base, sure=True)
        return
    twin = _twin(book, place, level)
    if twin is not None:
        yield from _against_twin(book, place, level, twin)
    base = _base(book, place, level)
    if base is not None:
        yield from _against(book, place, level, base, sure=_must_follow(book, level, base))


def _must_follow(book: Book, level: int, base: int) -> bool:
    """Whether a rate must follow from two levels printed apart from each other.

    That of an amount need not: it may be at constant prices or on a changed coverage, without a word
    of it in the sentence (地区生产总值…增长5.0%; 一般公共预算收入…按可比口径增长). Nor need one whose base stands
    far away, as in several years' bulletins in one file: last year's number may have been revised since.
    """
    claim = book.claims[level]
    close = abs(book.sentences[level] - book.sentences[base]) <= _NEARBY
    return close and claim.kind == "count" and not book.words.names.at_constant_prices(claim.indicator)


def _level_of(book: Book, place: int) -> int | None:
    """The level that the change speaks of: the last before it in its sentence, else the next one."""
    for other in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if book.sentences[other] != book.sentences[place]:
            break
        if _speaks_of(book, place, other):
            return other
    # 同比增长5.2%,达到1200件; 提高3件,由9件提高到12件
    behind = place + 1
    if behind + 1 < len(book.claims) and ".from" in book.claims[behind].rule:
        behind += 1
    if behind < len(book.claims) and book.sentences[behind] == book.sentences[place] and _speaks_of(book, place, behind):
        return behind
    return None


def _speaks_of(book: Book, place: int, other: int) -> bool:
    one, two = book.claims[place], book.claims[other]
    if book.numbers[other] is None or book.subjects[place] != book.subjects[other]:
        return False
    rate = book.words.points.of(one.unit)
    if rate is not None:
        return two.aspect in ("level", "share") and two.unit == rate
    return two.aspect == "level" and two.kind in AMOUNTS and (one.unit == "%" or one.kind == "multiple" or one.unit == two.unit)


def _from(book: Book, place: int, level: int) -> int | None:
    """The level before the level: 由2020年的12件提高到30件,提高18件."""
    base = level - 1
    if not 0 <= base < level or base == place or book.sentences[base] != book.sentences[level] or book.numbers[base] is None:
        return None
    now, then, change = book.claims[level], book.claims[base], book.claims[place].change
    if then.aspect != now.aspect or then.unit != now.unit or change is None:
        return None
    one, two = book.subjects[level], book.subjects[base]
    if one[:2] != two[:2] or one[2:4] == two[2:4]:
        return None
    known = change.base.end if change.base is not None else None
    if ".from" not in then.rule and (known is None or known != two.end):
        return None
    # 由2020年的12件提高到2024年的30件,同比增长10%: the rate has a base of its own.
    if known is not None and two.end is not None:
        return base if known[:4] == two.end[:4] else None
    return None if change.text and change.basis in ("yoy", "mom", "year_end") and two.end is None else base


def _base(book: Book, place: int, level: int) -> int | None:
    """The level of the period compared with, wherever the document states it, where it states but one."""
    change, claim = book.claims[place].change, book.claims[level]
    if change is None or change.base is None or change.base.end is None or not book.is_amount(level):
        return None
    subject = book.subjects[level]._replace(start=change.base.start, end=change.base.end)
    if subject == book.subjects[level]:
        return None
    found = book.levels(subject, claim.unit)
    return found[0] if book.only_value(found[:_REACH]) and len(found) <= _REACH else None


def _against(book: Book, place: int, level: int, base: int, *, sure: bool) -> Iterator[tuple[Check, bool]]:
    claim, unit = book.claims[place], book.claims[level].unit
    operation: Callable[..., Decimal] | None = None
    if claim.unit == "%" and unit not in _RATES:
        operation = lambda now, then: (now - then) / then * 100  # noqa: E731
    elif claim.kind == "multiple":
        operation = lambda now, then: now / then - 1  # noqa: E731
    elif claim.unit == unit or book.words.points.of(claim.unit) == unit:
        operation = lambda now, then: now - then  # noqa: E731
    if operation is None or book.number(base).value <= 0:
        return
    yield from _check(book, (place, level, base), spread(operation, (book.number(level), book.number(base))), sure=sure)


def _twin(book: Book, place: int, level: int) -> int | None:
    """The absolute change next to a relative one: 比上年增加30件,增长8.1%."""
    claim = book.claims[place]
    if claim.unit != "%" or book.claims[level].unit in _RATES or claim.change is None:
        return None
    for other in (place - 1, place + 1):
        if not 0 <= other < len(book.claims) or book.sentences[other] != book.sentences[place] or book.numbers[other] is None:
            continue
        twin = book.claims[other]
        if twin.aspect != "change" or twin.kind == "rank" or twin.unit != book.claims[level].unit or twin.change is None:
            continue
        if book.subjects[other] == book.subjects[place] and twin.change.basis == claim.change.basis:
            return other
    return None


def _against_twin(book: Book, place: int, level: int, twin: int) -> Iterator[tuple[Check, bool]]:
    now, added, stated = book.number(level), book.number(twin), book.number(place)
    if now.value <= 0 or now.value <= added.value:
        return
    # 较2023年的3904件增加972件,增幅24.9%: the level is the base itself, whatever it was taken for.
    as_base = spread(lambda whole, part: part / whole * 100, (now, added))
    sure = as_base is not None and compared(stated, as_base).verdict == "disagrees" and not book.words.names.at_constant_prices(book.claims[level].indicator)
    yield from _check(book, (place, level, twin), spread(lambda whole, part: part / (whole - part) * 100, (now, added)), sure=sure)


def _check(book: Book, places: tuple[int, int, int], computed: Interval | None, *, sure: bool) -> Iterator[tuple[Check, bool]]:
    stated = book.number(places[0])
    if computed is None or not tells(stated, computed):
        return
    sure = sure and near(stated, computed) and not any(cut_short(book.claims[place].indicator) for place in places)
    # Of an amount that grew at comparable prices the difference is none: 由80亿元增加到90亿元,按可比口径增长10.2%.
    sure = sure and not (book.claims[places[0]].unit == "%" and book.words.names.at_other_terms(book.sentence(places[0])))
    yield book.check("change", places, stated.value, shown(computed.middle, stated.place), compared(stated, computed)), sure
