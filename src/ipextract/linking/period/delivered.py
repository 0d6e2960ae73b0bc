"""Which year a report is on that names none in its headings, by what its text and the news of it say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipextract.linking.period.reporting import ReportWords
from ipextract.linking.period.spans import Span, year_span

if TYPE_CHECKING:
    import regex

# Sessions are held in January and February.
_OF_SESSIONS = 2
# News tells at its beginning of what it tells.
_HEAD = 300


def told_in_news(text: str, words: ReportWords) -> regex.Match[str] | None:
    """报告回顾了2018年的工作，…；对2019年工作作了安排。: the years of a report that news of it tells, where the second follows the first; else None."""
    told = words.report_told.search(text)
    return told if told is not None and int(told["planned"]) == int(told["reviewed"]) + 1 else None


def is_on_own_year(year: int, title: str, body: str, words: ReportWords) -> bool:
    """Whether an undated report looks back on the `year` of its title: 2019年我们奋力拼搏，…。一年来，…, and nothing of the year before."""
    if str(year) not in words.year.findall(title):
        return False
    named = words.year.findall(body)
    return bool(named) and named[0] == str(year) and str(year - 1) not in named and words.year_gone.search(body) is not None


def is_of_its_end(year: int, body: str, words: ReportWords) -> bool:
    """2012年工作总结及2013年工作打算, …。今年参加高考4236人: whether a summary of `year` with what the next is to bring was written before its end, so that 今年 is that year.

    It says 明年 of the next, or 今年 before it comes to the next, and not of what is to be done; and 去年 of nothing but what it compares with.
    """
    end = body.find(f"{year + 1}年")
    reviewed = body if end < 0 else body[:end]
    first = min((place for word in words.this_year if (place := reviewed.find(word)) >= 0), default=-1)
    if words.last_year.search(reviewed) is not None:
        return False
    return any(word in body for word in words.next_year) or (first >= 0 and words.this_year_ahead.match(body, first) is None)


def is_only_intended(year: int, body: str, words: ReportWords) -> bool:
    """2024年，受理案件2289件。2025年，区法院将坚持…: whether an undated text that names the year before says of `year` but what will be done in it."""
    named = words.year.findall(body)
    if not {str(year), str(year - 1)} <= set(named) or any(word in body for word in words.this_year):
        # 今年以来，…；2019年预计全年将减征23.9亿元: the year is going on.
        return False
    return named.count(str(year)) == sum(int(found) == year for found in words.intended.findall(body))


def year_planned_in_news(title: str, body: str, published: date | None, words: ReportWords) -> Span | None:
    """The year of a title over news of its first two months that tells of a government's report, and of no year before: 2019年民生“红包”发不停, …，市长作政府工作报告。2019年，新增就业20万人; else None."""
    named = set(words.year.findall(title))
    if published is None or published.month > _OF_SESSIONS or named != {str(published.year)} or words.report.search(title) is not None:
        return None
    told = set(words.year.findall(body))
    is_plan = words.report_made.search(body, 0, _HEAD) is not None and told <= named and words.last_year.search(body) is None
    return year_span(published.year)._replace(ahead=True) if is_plan else None
