"""Figures per head against the amount and the people, and the urban share of a population, where all of them stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ipextract.checking.book import Book, Subject
from ipextract.checking.names import cut_short
from ipextract.checking.rounding import Finding, Interval, Printed, compared, near, shown, spread, tells
from ipextract.models import Check
from ipextract.numbers.numerals import scale

if TYPE_CHECKING:
    import regex

# How far the people counted at the end of a year may be from the mean of the year, where the year before is not
# printed: half of a growth of four per cent, which is more than cities are expected to have. A judgement, no published bound.
_GROWTH = Decimal("0.02")
_HUNDRED = 100


def check_per_head(book: Book) -> Iterator[tuple[int, Check]]:
    """人均地区生产总值95749元: the product by the people, who are counted at the end of the year or on its mean."""
    words = book.words.per_head
    for place, claim in enumerate(book.claims):
        if claim.aspect != "level" or claim.status != "actual" or book.numbers[place] is None:
            continue
        urban = words.urban_rate.match(claim.indicator) if claim.unit == "%" else None
        found = words.figure.match(claim.indicator)
        check = None
        if urban:
            check = _urban(book, place, urban["whose"])
        elif found:
            check = _per_head(book, place, found)
        if check is not None:
            yield place, check


def _per_head(book: Book, place: int, found: regex.Match[str]) -> Check | None:
    people = _people(book, place, found["whose"])
    amount = _amount(book, place, found["what"])
    if people is None or amount is None:
        return None
    heads = scale(found["many"] or "")
    count = _over_the_year(book, people)
    stated = book.number(place)
    computed = spread(lambda all_of, them: all_of / them * heads, (book.number(amount), count))
    if computed is None or not tells(stated, computed):
        return None
    finding = compared(stated, computed)
    if count.slack != book.number(people).slack:
        finding = replace(finding, allowance="mean_population")
    if finding.verdict == "disagrees" and not (_beyond_growth(book, people, computed, stated) and _sure(book, (place, amount, people), stated, computed)):
        return None
    return book.check("share", (place, amount, people), stated.value, shown(computed.middle, stated.place), _untruncated(finding))


def _beyond_growth(book: Book, people: int, computed: Interval, stated: Printed) -> bool:
    """Whether a difference is the document's: the year before is known, and no revision of it after a census would do."""
    return _base(book, people) is not None and abs(stated.value - computed.middle) > computed.middle * _GROWTH


def _amount(book: Book, place: int, what: str) -> int | None:
    """The only value that the document gives for what is shared out, at the same time."""
    name = book.words.names.core(what)
    subject, unit = book.subjects[place], book.claims[place].unit
    for wanted in (subject._replace(name=name), subject._replace(name=name, start=subject.end), subject._replace(name=name, end=subject.end, start=_january(subject.start, subject.end))):
        levels = book.levels(wanted, unit)
        if len(name) > 1 and book.only_value(levels):
            return levels[0]
    return None


def _january(start: str | None, end: str | None) -> str | None:
    """The first day of the year that a moment ends."""
    return f"{end[:4]}-01-01" if end is not None and start == end else start


def _people(book: Book, place: int, whose: str | None) -> int | None:
    """The only number of people of the place at that time; residents go before those registered."""
    subject, words = book.subjects[place], book.words
    for name in words.per_head.whose[whose] if whose else words.per_head.people:
        for start in (subject.end, subject.start, _january(subject.start, subject.end)):
            levels = _counted(book, subject._replace(name=words.names.core(name), start=start))
            if book.only_value(levels):
                return levels[0]
    return None


def _counted(book: Book, subject: Subject) -> Sequence[int]:
    """The levels of a subject in a unit of people."""
    return next((levels for unit in book.words.per_head.units if (levels := book.levels(subject, unit))), ())


def _base(book: Book, people: int) -> Decimal | None:
    """The people a year before, from a level or from the stated change."""
    subject, now = book.subjects[people], book.number(people)
    if subject.end is None:
        return None
    before = str(int(subject.end[:4]) - 1)
    for start, end in ((subject.start, subject.end), (subject.end, subject.end), (f"{subject.end[:4]}-01-01", subject.end)):
        dates = [None if one is None else before + one[4:] for one in (start, end)]
        levels = _counted(book, subject._replace(start=dates[0], end=dates[1]))
        if book.only_value(levels):
            return book.claims[levels[0]].value
    for other in range(people + 1, min(len(book.claims), people + 4)):
        change = book.claims[other]
        if change.aspect == "change" and change.unit in book.words.per_head.units and book.subjects[other] == subject and book.sentences[other] == book.sentences[people]:
            return now.value - change.value
    return None


def _over_the_year(book: Book, people: int) -> Printed:
    """The people of a year: as many as at its end or at its beginning, or as lie between."""
    now, base = book.number(people), _base(book, people)
    away = abs(now.value - base) if base is not None else now.value * _GROWTH
    return now._replace(slack=max(now.slack, away))


def _urban(book: Book, place: int, whose: str | None) -> Check | None:
    """常住人口城镇化率79.5%: the people of the towns by all people."""
    whole = _people(book, place, whose)
    if whole is None:
        return None
    subject, words = book.subjects[whole], book.words.per_head
    named = tuple(town + subject.name for town in words.towns)
    found = (levels for name in (*named, *words.town_people) if (levels := _counted(book, subject._replace(name=name))))
    part = next((levels[0] for levels in found if book.only_value(levels)), None)
    if part is None:
        return None
    stated = book.number(place)
    computed = spread(lambda them, all_of: them / all_of * _HUNDRED, (book.number(part), book.number(whole)))
    if computed is None or not tells(stated, computed):
        return None
    finding = compared(stated, computed)
    # 城镇人口 may be the residents' or those registered: only the full name says.
    full = book.subjects[part].name in named and (whose is not None or subject.name not in words.registered)
    if finding.verdict == "disagrees" and not (full and _sure(book, (place, part, whole), stated, computed)):
        return None
    return book.check("share", (place, part, whole), stated.value, shown(computed.middle, stated.place), finding)


def _sure(book: Book, places: tuple[int, ...], stated: Printed, computed: Interval) -> bool:
    home = all(book.subjects[place].region == book.home for place in places)
    return home and near(stated, computed) and not any(cut_short(book.claims[place].indicator) for place in places)


def _untruncated(finding: Finding) -> Finding:
    """Between two numbers of people nobody can tell whether the quotient was cut off or rounded."""
    return replace(finding, verdict="agrees") if finding.verdict == "agrees_truncated" and finding.allowance == "mean_population" else finding
