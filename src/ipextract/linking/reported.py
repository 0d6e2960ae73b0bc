"""What a document reports on: its period, the year of its delivery, the periods of its sections."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date

import regex

from ipextract.linking.periods import Calendar, Span, plan_years, year_span
from ipextract.patterns import lazily
from ipextract.reading.dates import plain_digits
from ipextract.reading.document import Document

_YEAR = lazily(regex.compile, r"(?<!\d)((?:19|20)\d{2})\s?年")
# 2023-2024学年度: a school year.
_SCHOOL_YEAR = lazily(regex.compile, r"(?<!\d)(?P<first>(?:19|20)\d{2})\s?[-—–－~至]{1,2}\s?(?P<last>(?:(?:19|20)\d{2}|\d{2}))\s?学年")
# 2022年预算执行情况和2023年预算草案, 2022年工作总结和2023年工作计划: the first is what is reported, the second what is planned.
_EXECUTED = lazily(regex.compile, r"(?<!\d)((?:19|20)\d{2})\s?年(?:(?!\d{4}\s?年)[^，。；]){0,30}?(?:(?:执行|完成|落实)情况|工作总结)")
# 比2016年全年: the year before the one reported on.
_COMPARED = lazily(regex.compile, r"(?:比|较)((?:19|20)\d{2})\s?年(?!底|末|以来)")
# 从2016年的18537件上升到今年9月的38777件: where something began.
_BEGUN = lazily(regex.compile, r"(?:从|由)(?:19|20)\d{2}\s?年(?:末|底)?的")
_REPORT = lazily(regex.compile, r"工作报告|执行情况.{0,30}(?:草案|安排)")
# 现在，我代表国务院，向大会报告政府工作: a report, whatever its title.
_REPORT_SPOKEN = lazily(regex.compile, r"工作报告|向(?:大会|会议)(?:作|报告)|报告(?:政府)?工作")
_PART = lazily(regex.compile,
    r"(?:(?P<year>(?:19|20)\d{2})\s?年|(?P<rel>今年|本年|去年))?(?P<part>上半年|前三季度|一季度|三季度|二季度|四季度|1\s?[-—–－至]\s?(?P<month>\d{1,2})\s?月|前\s?(?P<several>1[01]|[2-9]|[二三四五六七八九十两])个月|(?P<single>\d{1,2})\s?月份)"
)
# 一、2021年工作回顾; 二、2022年经济社会发展总体要求: headings of a report on one year and a plan for the next.
_REVIEWED = lazily(regex.compile, r"回顾|总结|执行情况|完成情况|工作情况|主要工作$")
_AHEAD = lazily(regex.compile, r"目标|任务|工作安排|总体要求|总体安排|工作思路|工作打算|重点工作|草案|工作部署|主要工作")
_FIVE_YEARS = lazily(regex.compile, r"(?:过去|近|这|本届政府|本届政府任期)(?:的)?(?P<count>[三四五])年|(?P<term>本届政府)(?:任期内?|工作|主要工作)?回顾|^[\s#*]*(?:[（(]?[一二三][、）)])?\s*(?P<alone>[三四五])年(?:来|工作)")
_COMING_YEARS = lazily(regex.compile, r"(?:今后|未来)(?P<count>[三四五])年")
# A release on part of a year says so in its title or with its first words.
_OPENING = 120
_AGAIN = 3
# A report delivered from January to April is on the year before; one of the last months is on its own.
_LAST_OF_DELIVERY = 4
# （2019年1月12日在市第八届人民代表大会第四次会议上）: where a report was delivered, taken for its title.
_DELIVERY = lazily(regex.compile, r"^\s*[（(]?\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日在[^，。]{4,40}(?:会议|大会)上\s*[）)]?\s*$")
# 每月经济运行简况（2020年3月）: a release on one month, or on the year up to it.
_MONTHLY = lazily(regex.compile, r"(?:19|20)\d{2}\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月(?!\s?\d|份?[至到—-]|日)")
# Reports that are delivered at a session, by which year their titles mostly call them.
_SESSION_REPORT = lazily(regex.compile, r"(?:政府|法院|检察院|委员会)工作报告")
_LAST_OF_SESSIONS = 10
# A page that shows a document of two years ago or more was made anew: its date is not the document's.
_STALE = 2
# 去年新增授权6753件 in an undated text is said of the year that it reports on; 比去年增长 is a comparison.
_LAST_YEAR = lazily(regex.compile, r"(?<![比较与同到于超过])去年(?!同期|同月|同季|[末底])")
_COUNTS = {"三": 3, "四": 4, "五": 5}


def find_period(document: Document) -> tuple[Calendar, Span | None]:
    """The period the document reports on, and the calendar that its words are read against."""
    published = document.published
    title = _DELIVERY.sub("", plain_digits(document.title or ""))
    body = plain_digits("\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind not in ("metadata", "furniture", "title")))
    is_report = _REPORT.search(title) is not None or _REPORT_SPOKEN.search(body[: 2 * _OPENING]) is not None
    school = _SCHOOL_YEAR.search(title)
    if school:
        span = _school_year(school)
        return Calendar(published, span.start.year, span), span
    reviewed, planned = _years_of_headings(document)
    year = _title_year(title, published, reviewed if is_report else None)
    if published is not None and year is not None and published.year >= year + _STALE and _YEAR.search(title):
        published = None
    if year is None and is_report:
        year = reviewed
        if year is None and published is not None and published.month <= _LAST_OF_DELIVERY:
            year = published.year - 1
    if year is None:
        year = reviewed if published is None and planned is not None else _most_named(body, published)
    if year is None and published is not None:
        year = published.year
    if year is None and planned is not None:
        # 三、2026年重点工作 and nothing before it: the year before is the last that may be reported.
        return Calendar(published, planned - 1, None, delivered=planned, planned=planned), None
    if year is None:
        return Calendar(published, None, None), None
    span = year_span(year)
    monthly = _MONTHLY.search(title)
    if monthly is not None and not is_report:
        month = int(monthly.group("month"))
        first = 1 if regex.search(rf"(?<!\d)1\s?[-—–－~至]\s?{month}\s?月", body) else month
        span = Span(monthly.group(), date(year, first, 1), date(year, month, monthrange(year, month)[1]))
        return Calendar(published, year, span), span
    part = _PART.search(title) or (None if _YEAR.search(title) else _PART.search(body[:_OPENING]) or _often(body))
    if part is not None and not is_report:
        named = int(part.group("year")) if part.group("year") else year
        if published is not None and not part.group("year") and not part.group("rel") and not _YEAR.search(title):
            # 一季度 in April is that of the same year, 四季度 in January that of the year before.
            year = named = published.year if _part_span(part, published.year).end <= published else published.year - 1
        if named == year or part.group("rel") in ("今年", "本年"):
            span = _part_span(part, year)
    delivered = None
    if published is None and (is_report or planned is not None):
        delivered = planned if planned is not None and planned > year else year + 1
    elif published is None and span == year_span(year) and _is_written_after(body, year):
        delivered = year + 1
    return Calendar(published, year, span, delivered=delivered, planned=planned or (year + 1 if is_report else None)), span


def _years_of_headings(document: Document) -> tuple[int | None, int | None]:
    """The years that the headings of a report look back on and ahead to."""
    reviewed = planned = None
    for block in document.blocks:
        if block.kind != "heading":
            continue
        heading = plain_digits(document.text[block.start : block.end])
        years = [int(found) for found in _YEAR.findall(heading)]
        if not years:
            continue
        if reviewed is None and _REVIEWED.search(heading):
            reviewed = years[-1]
        elif planned is None and _AHEAD.search(heading):
            planned = years[-1]
    return reviewed, planned if planned is not None and (reviewed is None or planned == reviewed + 1) else None


def _school_year(match: regex.Match[str]) -> Span:
    """A school year begins in September."""
    first = int(match["first"])
    return Span(match.group(), date(first, 9, 1), date(first + 1, 8, 31))


def _often(body: str) -> regex.Match[str] | None:
    """The part of a year that a release names again and again, where it does."""
    found = list(_PART.finditer(body))
    counts = Counter(match.group("part") for match in found)
    if not counts or counts.most_common(1)[0][1] < _AGAIN:
        return None
    best = counts.most_common(1)[0][0]
    return next(match for match in found if match.group("part") == best)


def _is_written_after(body: str, year: int) -> bool:
    """Whether an undated text looks back on `year` from the next: 去年新增授权6753件 beside 2020年."""
    return _LAST_YEAR.search(body) is not None and "今年" not in body and str(year + 1) not in body


def _title_year(title: str, published: date | None, reviewed: int | None) -> int | None:
    """The year that the title says is reported on; `reviewed` is the one that the headings of a work report look back on."""
    executed = _EXECUTED.search(title)
    if executed:
        return int(executed.group(1))
    years = [int(found) for found in _YEAR.findall(title)] or [int(found) for found in regex.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", title)]
    if not years:
        return None
    year = years[-1]
    if not _REPORT.search(title):
        return year
    if reviewed in (year - 1, year):
        return reviewed
    return year - 1 if _is_of_delivery(year, title, published) else year


def _is_of_delivery(year: int, title: str, published: date | None) -> bool:
    """Whether the year of a work report's title is that of its delivery, and it reports on the one before.

    2025年政府工作报告 does, unless it was published in the last months of the year or the first of the next.
    """
    if published is None or published.year < year:
        return True
    session = _SESSION_REPORT.search(title) is not None
    if published.year == year:
        return published.month <= (_LAST_OF_SESSIONS if session else _LAST_OF_DELIVERY)
    return session and (published.year > year + 1 or published.month > _LAST_OF_DELIVERY)


def _most_named(text: str, published: date | None) -> int | None:
    """The year that the body names most; 今年 names the year of publication."""
    votes = Counter(int(found) for found in _YEAR.findall(_BEGUN.sub("", _COMPARED.sub("", text))) if published is None or int(found) <= published.year)
    if published is not None or "今年" not in text:
        votes.update(int(found) + 1 for found in _COMPARED.findall(text))
    if published is None:
        return votes.most_common(1)[0][0] if votes else None
    this, last = published.year, published.year - 1
    votes[this] += len(regex.findall(r"今年|上半年|前三季度", text))
    votes[last] += len(regex.findall(r"(?<![比较与同])去年(?!同期)", text))
    return last if votes[last] > votes[this] else this


def section_span(heading: str, clock: Calendar) -> Span | None:
    """The time that a heading names: 一、2024年工作回顾, “十三五”时期的工作回顾, 过去五年工作回顾."""
    years = _YEAR.findall(plain_digits(heading))
    if len(years) == 1:
        return year_span(int(years[0]), years[0] + "年")
    if years:
        return None
    coming = _COMING_YEARS.search(heading)
    if coming and (clock.planned or clock.this_year):
        first = clock.planned or clock.this_year or 0
        return Span(coming.group(), date(first, 1, 1), date(first + _COUNTS[coming["count"]] - 1, 12, 31), ahead=True)
    plan = plan_years(heading)
    if plan is not None and not _AHEAD.search(heading):
        return plan
    several = _FIVE_YEARS.search(heading)
    if several and clock.year and _REVIEWED.search(heading):
        count = _COUNTS.get(several["count"] or several["alone"] or "五", 5)
        return Span(several.group().strip("# *"), date(clock.year - count + 1, 1, 1), date(clock.year, 12, 31))
    return None


def _number_of_months(words: str) -> int:
    """前11个月, 前两个月."""
    return int(words) if words.isdigit() else "一二三四五六七八九十".index(words.replace("两", "二")) + 1


def _part_span(part: regex.Match[str], year: int) -> Span:
    text = part.group("part")
    first, last = 1, 12
    if "上半年" in text:
        last = 6
    elif "前三季度" in text:
        last = 9
    elif "季度" in text:
        quarter = "一二三四".index(text[0]) + 1
        first, last = 3 * quarter - 2, 3 * quarter
    elif part.group("month"):
        last = min(12, max(1, int(part.group("month"))))
    elif part.group("several"):
        last = _number_of_months(part.group("several"))
    elif part.group("single"):
        first = last = min(12, max(1, int(part.group("single"))))
    return Span(part.group(0), date(year, first, 1), date(year, last, monthrange(year, last)[1]))
