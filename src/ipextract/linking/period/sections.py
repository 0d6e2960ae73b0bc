"""The time of a section, by its heading."""

from __future__ import annotations

from datetime import date

from ipextract.linking.period.periods import Calendar, Span, plan_quoted, plan_years, year_span
from ipextract.linking.period.reporting import PERIOD_YEARS, ReportWords
from ipextract.patterns import compiled, lazily
from ipextract.reading.dates import plain_digits

# “十
_QUOTED = 2
# What may stand before the first 是 or comma of a paragraph that says of which years the next ones are.
_OPENING = lazily(compiled, r"\W{0,3}(?P<time>[^，。是]{3,14})(?:，|是)")
_YEAR = lazily(compiled, r"(?<!\d)((?:19|20)\d{2})\s?年")


def section_span(heading: str, clock: Calendar, words: ReportWords) -> Span | None:
    """The time that a heading names: 一、2024年工作回顾, “十三五”时期的工作回顾, 过去五年工作回顾.

    Args:
        heading: the heading.
        clock: the document's dates.
        words: the words by which reviews and plans are known.
    """
    years = _YEAR.findall(plain_digits(heading))
    plan = plan_quoted(heading) if words.reviewed.search(heading) else plan_years(heading)
    if plan is not None and years and not words.ahead.search(heading) and heading.find(plan.text[:_QUOTED]) < plain_digits(heading).find(years[0]):
        # “十二五”发展回顾和2015年工作情况: what names no time there is of the years named first.
        return plan
    if len(years) == 1:
        return year_span(int(years[0]), years[0] + "年")
    if years:
        return None
    coming = words.coming_years.search(heading)
    if coming and (clock.planned or clock.this_year):
        first = clock.planned or clock.this_year or 0
        return Span(coming.group(), date(first, 1, 1), date(first + PERIOD_YEARS[coming["count"]] - 1, 12, 31), ahead=True)
    if plan is not None and not words.ahead.search(heading):
        return plan
    several = words.several_years.search(heading)
    if several and clock.year and (several["those"] or words.reviewed.search(heading)):
        # 本届政府工作回顾: a term of five years.
        count = PERIOD_YEARS[several["count"] or several["alone"] or several["those"] or "五"]
        return Span(several.group().strip("# *"), date(clock.year - count + 1, 1, 1), date(clock.year, 12, 31))
    return None


def scene_span(paragraph: str, clock: Calendar, words: ReportWords) -> Span | None:
    """The years up to the last reported on that a paragraph without a number begins with: 过去的五年，是…的五年; None where it does not.

    Args:
        paragraph: its text.
        clock: the document's dates.
        words: the words by which reviews and plans are known.
    """
    opening = _OPENING.match(paragraph)
    if opening is None or clock.year is None:
        return None
    plan, several = plan_quoted(opening["time"]), words.past_years.search(opening["time"])
    if plan is not None:
        return plan if plan.end.year == clock.year else None
    if several is None:
        return None
    return Span(several.group(), date(clock.year - PERIOD_YEARS[several["count"]] + 1, 1, 1), date(clock.year, 12, 31))
