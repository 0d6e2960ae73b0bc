"""Stretches of time, and the dates of a document."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of days, both ends included; a moment where they are equal.

    Attributes:
        text: the words of the document.
        day: whether the words name a single day, which dates an event rather than a statistic.
        ahead: whether the words look to the future of the document (到2027年).
    """

    text: str
    start: date
    end: date
    day: bool = False
    ahead: bool = False

    @property
    def years(self) -> int:
        """How many calendar years the span touches."""
        return self.end.year - self.start.year + 1

    @property
    def moment(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates that words like 今年, 上半年, 年末 are read against.

    Attributes:
        published: the day the document was published, where it says so.
        year: the year the document reports on.
        period: the period the document reports on.
        delivered: the year of delivery, or of what was written, where only the kind of document tells it: a work report looks back on
            the year before, and 今年 in a bulletin that never says 去年 is the year it reports on.
        planned: the year that a work report plans for.
        census_before: the year of the census before the one that a bulletin is on.
        guessed: whether nothing but how often years are named tells the one reported on; a later one then is not ahead of it.
    """

    published: date | None = None
    year: int | None = None
    period: Span | None = None
    delivered: int | None = None
    planned: int | None = None
    census_before: int | None = None
    guessed: bool = False

    @property
    def this_year(self) -> int | None:
        """The year that 今年 means: that of publication or delivery, else the one reported on."""
        return self.delivered or (self.published.year if self.published else self.year)


def year_span(year: int, text: str = "") -> Span:
    """The whole year."""
    return Span(text or f"{year}年", date(year, 1, 1), date(year, 12, 31))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def is_month_before(span: Span, other: Span) -> bool:
    """1月, before 2月 of the same year: whether both are whole months, one right behind the other."""
    are_months = all(one.start.day == 1 and one.end == month_end(one.start.year, one.start.month) for one in (span, other))
    return are_months and span.end + timedelta(days=1) == other.start


def in_year(base: Span, year: int) -> Span | None:
    """The stretch of `year` that `base` is of its own; None where it begins on a leap day."""
    if (base.start.month, base.start.day) == (2, 29):
        return None
    last = month_end(year, base.end.month)
    whole_month = base.end == month_end(base.end.year, base.end.month)
    return Span(base.text, base.start.replace(year=year), last if whole_month else date(year, base.end.month, min(base.end.day, last.day)))


def back_a_year(day: date) -> date:
    """The same day of the year before; the 28th for a leap day."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def year_before(span: Span) -> Span:
    """The same stretch one year earlier: the base of a year-on-year change."""
    start = back_a_year(span.start)
    end = back_a_year(span.end)
    if span.end.month == 2 and span.end.day >= 28:
        end = month_end(end.year, 2)
    return Span("", start, end)


def base_of(basis: str, period: Span | None) -> Span | None:
    """What a change over `period` is measured against, where its basis alone says so.

    The year before for `yoy`; the end of the year before for `year_end`; the month or quarter before for `mom`.
    """
    if period is None:
        return None
    if basis == "yoy":
        return year_before(period)
    if basis == "year_end":
        last = date(period.end.year - 1, 12, 31)
        return Span("", last, last)
    months = period.end.month - period.start.month + 1
    if basis != "mom" or period.years > 1 or months not in (1, 3) or period.start.day != 1 or period.moment:
        return None
    last = period.start - timedelta(days=1)
    first = last.replace(day=1, month=last.month - months + 1)
    return Span("", first, last)
