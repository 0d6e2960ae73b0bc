"""The days off of the public holidays: 国庆黄金周, and of those that move with the moon what was announced for each year.

Source: the State Council's yearly notices on the arrangement of holidays (国务院办公厅关于部分节假日安排的通知).
"""

from __future__ import annotations

from datetime import date, timedelta

from ipextract.linking.period.reporting import ReportWords
from ipextract.linking.period.spans import Span

# 国庆黄金周 was first in 1999, and is longer, or begins before, where a festival of the moon falls into it.
_FIRST_LONG_HOLIDAY = 1999
_LONG_HOLIDAYS = {2009: ((10, 1), (10, 8)), 2012: ((9, 30), (10, 7)), 2017: ((10, 1), (10, 8)), 2020: ((10, 1), (10, 8)), 2023: ((9, 29), (10, 6)), 2025: ((10, 1), (10, 8))}
_OCTOBER = 10
# By holiday and year, the first day off and how many there are. New year's may begin in the December before.
_DAYS_OFF = {
    "new_year": "2009-01-01+3 2010-01-01+3 2011-01-01+3 2012-01-01+3 2013-01-01+3 2014-01-01+1 2015-01-01+3 2016-01-01+3 2016-12-31+3 2017-12-30+3 2018-12-30+3 2020-01-01+1 2021-01-01+3 2022-01-01+3 2022-12-31+3 2023-12-30+3 2025-01-01+1 2026-01-01+3",
    "spring": "2008-02-06+7 2009-01-25+7 2010-02-13+7 2011-02-02+7 2012-01-22+7 2013-02-09+7 2014-01-31+7 2015-02-18+7 2016-02-07+7 2017-01-27+7 2018-02-15+7 2019-02-04+7 2020-01-24+10 2021-02-11+7 2022-01-31+7 2023-01-21+7 2024-02-10+8 2025-01-28+8 2026-02-15+9",
    "qingming": "2008-04-04+3 2009-04-04+3 2010-04-03+3 2011-04-03+3 2012-04-02+3 2013-04-04+3 2014-04-05+3 2015-04-04+3 2016-04-02+3 2017-04-02+3 2018-04-05+3 2019-04-05+3 2020-04-04+3 2021-04-03+3 2022-04-03+3 2023-04-05+1 2024-04-04+3 2025-04-04+3 2026-04-04+3",
    "labour": "2008-05-01+3 2009-05-01+3 2010-05-01+3 2011-04-30+3 2012-04-29+3 2013-04-29+3 2014-05-01+3 2015-05-01+3 2016-04-30+3 2017-04-29+3 2018-04-29+3 2019-05-01+4 2020-05-01+5 2021-05-01+5 2022-04-30+5 2023-04-29+5 2024-05-01+5 2025-05-01+5 2026-05-01+5",
    "dragon_boat": "2008-06-07+3 2009-05-28+3 2010-06-14+3 2011-06-04+3 2012-06-22+3 2013-06-10+3 2014-05-31+3 2015-06-20+3 2016-06-09+3 2017-05-28+3 2018-06-16+3 2019-06-07+3 2020-06-25+3 2021-06-12+3 2022-06-03+3 2023-06-22+3 2024-06-08+3 2025-05-31+3 2026-06-19+3",
    "mid_autumn": "2008-09-13+3 2010-09-22+3 2011-09-10+3 2013-09-19+3 2014-09-06+3 2016-09-15+3 2018-09-22+3 2019-09-13+3 2021-09-19+3 2022-09-10+3 2024-09-15+3 2026-09-25+3",
}
_NEW_YEAR, _DECEMBER = "new_year", 12


def national_days(year: int) -> tuple[date, date] | None:
    """The first and the last day off around the first of October; None where there was but one."""
    if year < _FIRST_LONG_HOLIDAY:
        return None
    first, last = _LONG_HOLIDAYS.get(year, ((10, 1), (10, 7)))
    return date(year, *first), date(year, *last)


def holiday_told(title: str, published: date | None, year: int, words: ReportWords) -> Span | None:
    """The days of which a release tells whose title has them: 2024年国庆假期旅游情况, “五一”小长假接待游客情况; this 黄金周, in news of October; None where it has none."""
    told = next(((key, found) for key, name in words.holidays.items() if (found := name.search(title)) is not None), None)
    if told is None and published is not None and published.month == _OCTOBER and published.year == year:
        told = ("national", found) if (found := words.golden_week.search(title)) is not None else None
    days = _days_off(told[0], year) if told is not None else None
    return None if told is None or days is None else Span(told[1].group(), *days)


def _days_off(holiday: str, year: int) -> tuple[date, date] | None:
    """The first and the last day off of a holiday; None where they are not known, or a longer holiday took it in."""
    if holiday not in _DAYS_OFF:
        return national_days(year)
    for told in _DAYS_OFF[holiday].split():
        day, _, count = told.partition("+")
        first = date.fromisoformat(day)
        if first.year + (holiday == _NEW_YEAR and first.month == _DECEMBER) == year:
            return first, first + timedelta(int(count) - 1)
    return None
