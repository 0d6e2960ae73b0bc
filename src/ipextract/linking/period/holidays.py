"""The days off around the first of October, which a calendar without a moon tells: 国庆黄金周."""

from __future__ import annotations

from datetime import date

from ipextract.linking.period.reporting import ReportWords
from ipextract.linking.period.spans import Span

# 国庆黄金周 was first in 1999, and is longer, or begins before, where a festival of the moon falls into it.
_FIRST_LONG_HOLIDAY = 1999
_LONG_HOLIDAYS = {2009: ((10, 1), (10, 8)), 2012: ((9, 30), (10, 7)), 2017: ((10, 1), (10, 8)), 2020: ((10, 1), (10, 8)), 2023: ((9, 29), (10, 6)), 2025: ((10, 1), (10, 8))}
_OCTOBER = 10


def national_days(year: int) -> tuple[date, date] | None:
    """The first and the last day off around the first of October; None where there was but one."""
    if year < _FIRST_LONG_HOLIDAY:
        return None
    first, last = _LONG_HOLIDAYS.get(year, ((10, 1), (10, 7)))
    return date(year, *first), date(year, *last)


def holiday_told(title: str, published: date | None, year: int, words: ReportWords) -> Span | None:
    """The days of which a release tells whose title has them: 2024年国庆假期旅游情况; 这个黄金周旅游收入近50亿元, in news of October; None where it has none."""
    told = words.national_holiday.search(title)
    if told is None and published is not None and published.month == _OCTOBER and published.year == year:
        told = words.golden_week.search(title)
    days = national_days(year) if told is not None else None
    return None if told is None or days is None else Span(told.group(), *days)
