"""A stated share against its part and its whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ipextract.checking.book import Book
from ipextract.checking.names import cut_short
from ipextract.checking.rounding import Interval, Printed, compared, judge, near, shown, spread, tells
from ipextract.models import Check

_PER = {"%": Decimal(100), "‰": Decimal(1000)}
# How many claims the reader looks back over; more lie between a share and its part in no real sentence.
_REACH = 40
# 0.2% says too little of what it is a share of; 2.0% says enough.
_TELLING = 20


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
        if part is None:
            continue
        check = _check(book, place, part, alone=len(values[_statement(book, place)]) == 1)
        if check is not None:
            yield place, check


def _check(book: Book, place: int, part: int, *, alone: bool) -> Check | None:
    """The share by the whole that it is surely of, or by one that it comes out of."""
    stated, alarm = book.number(place), None
    sure = _whole(book, place, part)
    for whole in (*(() if sure is None else (sure,)), *_likely_wholes(book, place, part)):
        computed = _share(book.number(part), book.number(whole), _PER[book.claims[place].unit or ""])
        if computed is None or not tells(stated, computed):
            continue
        finding = compared(stated, computed)
        check = book.check("share", (place, part, whole), stated.value, shown(computed.middle, stated.place), finding)
        if finding.verdict != "disagrees" and (whole == sure or _telling(stated, computed)):
            return check
        # 占比由上年的7.9%提高到11.3%: where two shares are stated of one thing, one of them is of another time.
        if finding.verdict == "disagrees" and whole == sure and alone and _sure(book, place, part, whole, computed):
            alarm = check
    return alarm


def _telling(stated: Printed, computed: Interval) -> bool:
    """Whether a share comes out so exactly, in digits enough, that it would hardly do so of another whole."""
    exact = Interval(computed.middle, computed.middle, computed.middle)
    return stated.value >= _TELLING * stated.place and judge(stated, exact) != "disagrees"


def _share(part: Printed, whole: Printed, per: Decimal) -> Interval | None:
    if whole.value <= 0:
        return None
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
    return share is not None and bool(share.whole) and not book.words.names.pointing(share.whole or "")


def _whole(book: Book, place: int, part: int) -> int | None:
    """The level that is the share's whole, where that is sure."""
    claim, level = book.claims[place], book.claims[part]
    parent = book.parent(part)
    if parent is not None and not (parent < part and book.is_amount(parent) and book.comparable(part, parent)):
        parent = None
    if claim.share is None or not _names_whole(book, place):
        return parent
    names = book.words.names
    name = names.core(claim.share.whole or "", level.region.name if level.region else "")
    if parent is not None and names.continues(book.subjects[parent].name, name):
        return parent
    return book.level_before(book.subjects[part]._replace(name=name), level.unit, part)


def _likely_wholes(book: Book, place: int, part: int) -> Iterator[int]:
    """The levels that may be the share's whole, the nearest first; a share that comes out says that one of them is.

    A printed whole leaves out how its level was first named (占进出口总额 of 货物进出口总额); one that is not printed is
    what the part is a kind of (基层医疗卫生机构床位 of 医疗卫生机构床位).
    """
    names, share, level = book.words.names, book.claims[place].share, book.claims[part]
    own = book.subjects[part].name
    named = names.core(share.whole or "", level.region.name if level.region else "") if share is not None and _names_whole(book, place) else None
    for other in range(part - 1, max(-1, part - 1 - _REACH), -1):
        if not book.is_amount(other) or not book.comparable(part, other) or book.number(other).value <= book.number(part).value:
            continue
        name = book.subjects[other].name
        if name != own and (names.continues(name, named) if named is not None else names.continues(own, name)):
            yield other


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
    name = book.words.names.core(share.whole or "") if share is not None else ""
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
