"""A stated share against its part and its whole, and parts that must make a hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ipextract.checking.book import Book
from ipextract.checking.names import core, cut_short, pointing
from ipextract.checking.rounding import Interval, Printed, judge, near, shown, spread, tells, total
from ipextract.models import Check

_HUNDRED = Decimal(100)
_PER = {"%": Decimal(100), "‰": Decimal(1000)}
# How many claims the reader looks back over; more lie between a share and its part in no real sentence.
_REACH = 40


def check_shares(book: Book) -> Iterator[tuple[int, Check]]:
    """发明专利授权量13823件,占授权总量24.74%: the part by the whole is the share."""
    shares = [
        place
        for place, claim in enumerate(book.claims)
        if claim.aspect == "share" and claim.unit in _PER and claim.rule != "share.structure" and book.numbers[place] is not None
    ]
    values: dict[object, set[Decimal]] = defaultdict(set)
    for place in shares:
        values[_statement(book, place)].add(book.claims[place].value)
    for place in shares:
        part = _part(book, place)
        whole = None if part is None else _whole(book, place, part)
        if part is None or whole is None or book.number(whole).value <= 0:
            continue
        stated = book.number(place)
        computed = _share(book.number(part), book.number(whole), _PER[book.claims[place].unit or ""])
        if computed is None or not tells(stated, computed):
            continue
        verdict = judge(stated, computed)
        # 占比由上年的7.9%提高到11.3%: where two shares are stated of one thing, one of them is of another time.
        if verdict == "disagrees" and (len(values[_statement(book, place)]) > 1 or not _sure(book, place, part, whole, computed)):
            continue
        yield place, book.check("share", (place, part, whole), stated.value, shown(computed.middle, stated.place), verdict)


def _share(part: Printed, whole: Printed, per: Decimal) -> Interval | None:
    return spread(lambda one, all_of: one / all_of * per, (part, whole))


def _statement(book: Book, place: int) -> object:
    return book.subjects[place], book.claims[place].unit, book.sentences[place]


def _part(book: Book, place: int) -> int | None:
    """The level that the share speaks of: before it in its sentence, else right behind it, else further back."""
    subject = book.subjects[place]
    before = book.amount_before(subject, place)
    if before is not None and book.sentences[before] == book.sentences[place]:
        return before
    behind = place + 1
    if behind < len(book.claims) and book.is_amount(behind) and book.subjects[behind] == subject:
        # 占授权总量24.74%,达到13823件
        return behind if book.sentences[behind] == book.sentences[place] else None
    # 第一产业增加值91414亿元…。第一产业增加值占国内生产总值比重为6.8%: named in full, in a sentence of its own.
    return before if _names_whole(book, place) else None


def _names_whole(book: Book, place: int) -> bool:
    share = book.claims[place].share
    return share is not None and bool(share.whole) and not pointing(share.whole or "")


def _whole(book: Book, place: int, part: int) -> int | None:
    """The level that is the share's whole, where that is sure."""
    claim, level = book.claims[place], book.claims[part]
    parent = book.parent(part)
    if parent is not None and not (parent < part and book.is_amount(parent) and book.comparable(part, parent)):
        parent = None
    if claim.share is None or not _names_whole(book, place):
        return parent
    name = core(claim.share.whole or "", level.region.name if level.region else "")
    if parent is not None and _continues(book.subjects[parent].name, name):
        return parent
    return book.level_before(book.subjects[part]._replace(name=name), level.unit, part)


def _continues(parent: str, name: str) -> bool:
    """占授权总量 under 专利授权量, 占总人口比重 under 常住人口: the whole repeats the end of its own name."""
    if name.startswith("总") and len(name) > 2:
        name = name[1:]
    return len(name) > 1 and parent.endswith(name)


def _sure(book: Book, place: int, part: int, whole: int, computed: Interval) -> bool:
    """Whether a difference would be the document's own, and not one of reading.

    A part of another place (江阴市发明专利1000件,占全市授权总量的8%) may have a whole that is not printed;
    a part larger than its whole was not read right; and a misprint misses by little.
    """
    claims = book.claims
    if book.subjects[part].region != book.home or claims[place].status != "actual" or not near(book.number(place), computed):
        return False
    if not 0 < book.number(part).value < book.number(whole).value or any(cut_short(claims[one].indicator) for one in (part, whole)):
        return False
    # A whole in the very words of the parent may have been filled in from it.
    share = claims[place].share
    name = core(share.whole or "") if share is not None else ""
    if not _names_whole(book, place) or (book.parent(part) == whole and name == book.subjects[whole].name):
        return _undisturbed(book, part, whole) and _adjacent(book, part, place)
    if book.sentences[part] == book.sentences[place]:
        return _adjacent(book, part, place)
    return book.only_value(book.levels(book.subjects[part], claims[part].unit))


def _adjacent(book: Book, part: int, place: int) -> bool:
    """No other amount between a part and its share: 16591个;从业人员3891.3万人,占全部从业人员的26.4%."""
    first, last = sorted((part, place))
    return last - first <= _REACH and not any(book.claims[other].aspect == "level" for other in range(first + 1, last))


def _undisturbed(book: Book, part: int, whole: int) -> bool:
    """Whether nothing between the whole and the part could be the whole instead.

    产品销售收入10116.3亿元,占19.1%;实现利润400.4亿元,占24.5%: what has a share itself has a larger whole,
    and so have its neighbours. 资产总计79233.9亿元,其中…;负债总计51751.1亿元,其中流动负债35630.4亿元,占68.8%:
    a new total takes over.
    """
    if part - whole > _REACH:
        return False
    one = book.claims[whole]
    taken = book.number(part).value
    for other in range(whole + 1, part):
        claim = book.claims[other]
        if claim.aspect == "share" and claim.indicator == one.indicator:
            return False
        if claim.aspect == "level" and claim.unit == one.unit:
            if claim.part_of != one.id:
                return False
            taken += abs(claim.value)
    # Parts that together are more than the whole are not all parts of it.
    return taken <= book.number(whole).value


def check_structures(book: Book) -> Iterator[tuple[int, Check]]:
    """三次产业结构为1.8:33.7:64.5: the parts of one ratio make a hundred."""
    run: list[int] = []
    for place, claim in enumerate(book.claims):
        member = claim.rule == "share.structure" and book.numbers[place] is not None
        # Between the parts of one ratio stands a colon, and nothing else but blanks.
        if run and not (member and claim.evidence.start - book.claims[run[-1]].evidence.end <= 3):
            yield from _structure(book, run)
            run = []
        if member:
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
    yield run[0], book.check("sum", run, _HUNDRED, made.middle, judge(Printed(_HUNDRED, place, Decimal(0)), made))
