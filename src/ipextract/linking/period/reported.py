"""What a document reports on: its period, and the years of its delivery and of its plans."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date

import regex

from ipextract.linking.period.delivered import is_of_its_end, is_on_own_year, is_only_intended, told_in_news, year_planned_in_news
from ipextract.linking.period.holidays import holiday_told
from ipextract.linking.period.issued import year_of_number
from ipextract.linking.period.most_named import most_named, opened_with
from ipextract.linking.period.parts_of_year import PART_OF_YEAR, part_span
from ipextract.linking.period.plans import census_before, census_year
from ipextract.linking.period.reporting import PERIOD_YEARS, ReportWords
from ipextract.linking.period.spans import Calendar, Span, year_span
from ipextract.patterns import compiled, lazily
from ipextract.reading.dates import close_up, plain_digits
from ipextract.reading.document import Document

# 知识产权白皮书（2018—2020年）: a report on several years.
_SEVERAL = lazily(compiled, r"(?<!\d)((?:19|20)\d{2})\s?年?\s?[-—–－~至]{1,2}\s?((?:19|20)\d{2})\s?年")
# 2014年11月至2024年10月, 2016年至2019年8月31日, 2003—2007年.
_MONTHS = lazily(
    compiled,
    r"(?<!\d)(?P<first>(?:19|20)\d{2})(?:\s?年(?:(?P<begin>1[0-2]|0?[1-9])月(?:1日)?)?)?\s?[-—–－~至]{1,2}\s?(?P<last>(?:19|20)\d{2})\s?年(?:(?P<end>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?)?",
)
_DAY = lazily(compiled, r"(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
# A release on part of a year says so in its title or with its first words.
_OPENING = 120
_AGAIN = 3
# A report delivered from January to April is on the year before; one of the last months is on its own.
_LAST_OF_DELIVERY = 4
# A month told of so many times as often as the months up to it is what a release is on.
_MORE_OFTEN = 3
# 每月经济运行简况（2020年3月）: a release on one month, or on the year up to it.
_MONTHLY = lazily(compiled, r"(?:19|20)\d{2}\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月(?!\s?\d|份?[至到—-]|日)")
_LAST_OF_SESSIONS = 10
# A page that shows a document of two years ago or more was made anew: its date is not the document's.
_STALE = 2


def find_period(document: Document, words: ReportWords) -> tuple[Calendar, Span | None]:
    """The period the document reports on, and the calendar that its words are read against.

    Args:
        document: the document.
        words: the words by which reports and plans are known.
    """
    published = document.published
    title = words.delivery.sub("", _plain(document.title or ""))
    body = _plain("\n".join(document.text[block.start : block.end] for block in document.blocks if block.kind not in ("metadata", "furniture", "title")))
    is_report = words.report.search(title) is not None or words.spoken.search(body[: 2 * _OPENING]) is not None
    whole = _of_census_or_school(title, body, words)
    if whole is not None:
        census = words.census.search(title) or words.census.search(body[:_OPENING])
        return Calendar(published, whole.start.year, whole, census_before=None if census is None else census_before(census.groupdict())), whole
    ahead = _years_ahead(title, published, words) or _year_laid_down(title, body, published, words) or year_planned_in_news(title, body, published, words)
    if ahead is not None:
        return Calendar(published, ahead.start.year - 1, ahead), ahead
    over = None if is_report or words.year.search(title) else _plan_that_is_over(body, published, words)
    if over is not None:
        return Calendar(published, over.end.year, over), over
    reviewed, planned = _years_of_headings(document, published, words)
    is_both = words.parts_told.search(title) is not None
    year = _title_year(title, published, reviewed if is_report or is_both else None, planned if is_report or is_both else None, words)
    if published is not None and year is not None and published.year >= year + _STALE and words.year.search(title):
        published = None
    if year is None and is_report:
        year = reviewed
        if year is None and published is not None and published.month <= _LAST_OF_DELIVERY:
            year = published.year - 1
    elif year is not None and is_report and published is None and reviewed is None and planned is None and is_on_own_year(year + 1, title, body, words):
        year = year + 1
    guessed = year is None and published is None
    if year is None:
        year, planned = _year_of_text(title, body, published, reviewed, planned, words)
    ahead_of = _planned_for(year, title, body, published, words, is_report=is_report and planned is None)
    if ahead_of is not None:
        year, planned = ahead_of - 1, ahead_of
    if year is None and planned is not None:
        # 三、2026年重点工作 and nothing before it: the year before is the last that may be reported.
        return Calendar(published, planned - 1, None, delivered=planned, planned=planned), None
    if year is None:
        return Calendar(published, None, None, delivered=None if published is not None else year_of_number(document)), None
    several = None if is_report else _several_years(title, body, published, year, words)
    if several is not None:
        return Calendar(published, several.end.year, several), several
    span = year_span(year)
    if not is_report:
        year, span = _part_reported(title, body, published, year, words)
    delivered = _delivered(title, body, published, span, is_report=is_report, planned=planned, words=words)
    if delivered is None and published is None and (numbered := year_of_number(document)) is not None and numbered > year:
        delivered = numbered
    planned = planned or (year + 1 if is_report else None)
    return Calendar(published, year, span, delivered=delivered, planned=planned, guessed=guessed and planned is None and delivered is None), span


def _year_of_text(title: str, body: str, published: date | None, reviewed: int | None, planned: int | None, words: ReportWords) -> tuple[int | None, int | None]:
    """The years that are reported on and planned for, of a text whose title and kind do not say them; `reviewed` and `planned` are those of its headings."""
    if published is None and (spoken := _year_spoken_in(body, words)) is not None:
        return spoken - 1, spoken
    if published is not None or planned is None:
        reviewed = most_named(body, published, words)
    if published is None and planned is None and reviewed is not None and is_only_intended(reviewed, body, words):
        return reviewed - 1, reviewed
    if published is not None:
        return reviewed or published.year, planned
    if planned is not None:
        return reviewed, planned
    held = words.year_of_meeting.search(body, 0, 2 * _OPENING)
    if held is not None and reviewed in (None, int(held[1]) - 1):
        return int(held[1]) - 1, int(held[1])
    plan = words.plans.quoted(title) if reviewed is None and not words.drawn_up.search(title) else None
    # “十三五”水利建设巡礼, and no year in the text
    return (plan.end.year, None) if plan is not None else (reviewed, None if reviewed is not None else _planned_alone(body, words))


def _of_census_or_school(title: str, body: str, words: ReportWords) -> Span | None:
    """The year of the census, or the school year, that a release is on."""
    census = words.census.search(title) or words.census.search(body[:_OPENING])
    if census is not None and (span := census_year(census.groupdict())) is not None:
        years = {int(year) for year in words.year.findall(title)}
        if years <= {span.end.year}:
            return span
    if any(word in title for word in words.census_names) and (taken := words.census_taken.search(body)) is not None:
        return year_span(int(taken["year"]))
    school = words.school_year.search(title)
    return _school_year(school) if school else None


def _year_spoken_in(body: str, words: ReportWords) -> int | None:
    """The year of a report's delivery, or of the meeting whose news tells of 去年: 从2019年全市知识产权工作会议获悉; None where the text names neither."""
    if (delivered_on := words.delivered_on.search(body)) is not None:
        return int(delivered_on[1])
    met = words.met_in.search(body)
    return int(met["year"]) if met is not None and words.told_of_last_year.search(body) is not None else None


def _plain(text: str) -> str:
    """`text` with plain digits and no blanks beside them."""
    return close_up(plain_digits(text))


def _planned_for(year: int | None, title: str, body: str, published: date | None, words: ReportWords, *, is_report: bool) -> int | None:
    """The year that a text plans for, where its title or its words say so: 2023年重点民生事项 of December 2022, 2020年将办好15件大事, 2020年主要预期指标为; else None."""
    if year is None:
        return None
    if (published is not None and year > published.year) or regex.search(rf"{year}年[^，。]{{0,4}}(?:{words.will})", title):
        return year
    if not is_report or (published is not None and published.year != year):
        return None
    if published is None and words.aims_of_this_year.search(body) is not None and (first := words.year.search(body)) is not None and {int(first[1]), *map(int, words.year.findall(body))} == {year - 1, year} and int(first[1]) == year - 1:
        # 2023年生产总值增长4.8%。…今年主要预期目标是：…。2024年有这些目标: the later of two years that news of a report names.
        return year
    aims = regex.search(rf"(?<!的){year}年[^。；\d]{{0,16}}(?:{words.aims})(?P<told>{words.aims_follow})?", body)
    # In a report that was delivered in May the aims are of its own year; so they are in news of reports whose aims its title has the year of.
    is_of_aims = aims is not None and (not words.year.search(title) or (aims["told"] is not None and words.report.search(title) is None))
    return year if is_of_aims else None


def _planned_alone(body: str, words: ReportWords) -> int | None:
    """2018年是关键一年。今年发展的主要预期目标是：…: the one year that a text names before it tells the aims of 今年, where it looks back on nothing; else None."""
    told = words.aims_of_this_year.search(body)
    named = set(words.year.findall(body)) if told is not None else set()
    first = words.year.search(body)
    if told is None or first is None or len(named) > 1 or first.start() > told.start() or words.last_year.search(body) is not None:
        return None
    return int(first[1])


def _part_reported(title: str, body: str, published: date | None, year: int, words: ReportWords) -> tuple[int, Span]:
    """The year, and the part of it that a release is on: a month or the months up to it, a quarter; else the whole."""
    span = year_span(year)
    if PART_OF_YEAR.search(title) is None and (holiday := holiday_told(title, published, year, words)) is not None:
        return year, holiday
    monthly = _MONTHLY.search(title)
    if monthly is not None:
        month = int(monthly.group("month"))
        # 2023年5月经营情况, with 1—5月 or 前5个月 in it: the year up to the month.
        is_of_month = title[monthly.end() :].startswith(words.of_month)
        up_to = len(regex.findall(rf"(?<!\d)1\s?[-—–－~至]\s?{month}\s?月|前\s?{month}\s?个月", body))
        # 11月末余额…，11月份增加…: a text that tells of the month again and again, and once of those up to it, is on the month.
        alone = len(regex.findall(rf"(?<![\d年]\s?[-—–－~至]\s?)(?<!\d){month}\s?月(?!\s?[-—–－~至\d])", body))
        first = 1 if not is_of_month and up_to and alone <= _MORE_OFTEN * up_to else month
        return year, Span(monthly.group(), date(year, first, 1), date(year, month, monthrange(year, month)[1]))
    is_over = published is not None and year < published.year and opened_with(body, words) == year
    part = PART_OF_YEAR.search(title) or (None if is_over or words.year.search(title) else _part_at_opening(body, words) or _often(body))
    if part is None:
        return year, span
    named = int(part.group("year")) if part.group("year") else year
    if published is not None and not part.group("year") and not part.group("rel") and not words.year.search(title):
        # 一季度 in April is that of the same year, 四季度 in January that of the year before.
        year = named = published.year if part_span(part, published.year).end <= published else published.year - 1
    is_of_this = part.group("rel") is not None and part.group("rel") not in words.last_year_words
    if is_of_this and published is not None:
        year = published.year
    return year, part_span(part, year) if named == year or is_of_this else span


def _several_years(title: str, body: str, published: date | None, year: int, words: ReportWords) -> Span | None:
    """The years that a title names: 知识产权白皮书（2018—2020年）, “十三五”以来…综述; those of a plan up to the last that the text tells of."""
    found, plan = _SEVERAL.search(title), words.plans.quoted(title)
    if words.drawn_up.search(title):
        return None
    if found is not None:
        return _from_to(found, published)
    past = words.past_years.search(title)
    if past is not None and not words.year.search(title):
        told = (_from_to(match, published) for match in _SEVERAL.finditer(body[: 3 * _OPENING]))
        return next((span for span in told if span is not None and span.years == PERIOD_YEARS[past["count"]]), None)
    if plan is None or words.year.search(title):
        return None if words.year.search(title) else _only_time(body, published, words) or _since_founded(title, body, published, words)
    named = [int(one) for one in words.year.findall(body) if plan.start.year <= int(one) <= plan.end.year]
    last = plan.end.year if published is not None and published.year > plan.end.year else max(named, default=plan.end.year)
    if published is not None and published.year <= plan.end.year:
        last = max(plan.start.year, min(last, year))
    return Span(plan.text, plan.start, date(last, 12, 31))


def _only_time(body: str, published: date | None, words: ReportWords) -> Span | None:
    """2016年至2019年8月，受理案件775件: what a text tells of that names no other year, but those of days, of what it compares with, and single ones where it speaks of 五年来 or 2016年以来; else None."""
    told = _MONTHS.search(body, 0, 3 * _OPENING)
    if told is None or body.rfind("《", 0, told.start()) > body.rfind("》", 0, told.start()):
        # 实施《教育改革和发展规划纲要（2010—2020年）》: the years of a plan.
        return None
    first, last = (int(told[key]) for key in ("first", "last"))
    rest = _DAY.sub("", words.compared.sub("", _MONTHS.sub("", body)))
    named = {int(year) for year in (*words.year.findall(rest), *words.campaign_name.findall(rest))}
    # 2015年1月1日至2016年12月31日, said again and again, is what the text is on.
    spoken_of = body.count(told.group()) >= _AGAIN or any(since in body for since in words.years_since.get(last - first + 1, ())) or any(f"{first}年{since}" in body for since in words.ever_since)
    if named and not (spoken_of and first <= min(named) and max(named) <= last):
        return None
    month = int(told["end"] or 12)
    ends = date(last, month, min(int(told["day"] or 31), monthrange(last, month)[1]))
    return Span(told.group(), date(first, int(told["begin"] or 1), 1), ends) if first < last and (published is None or ends <= published) else None


def _since_founded(title: str, body: str, published: date | None, words: ReportWords) -> Span | None:
    """自2019年1月1日设立以来，共受理案件2400件: the time up to its own day that news begins with, where no other year heads a sentence and none of its parts is told of; else None."""
    told = words.summed_since.search(body, 0, 3 * _OPENING)
    if told is None or published is None:
        return None
    begun = date(int(told["year"]), int(told["month"] or 1), int(told["day"] or 1))
    if begun.year >= published.year or PART_OF_YEAR.search(f"{title}\n{body}") or words.last_year.search(body) or words.told_of_this_year.search(body):
        return None
    if words.year_heads.search(body) is not None or not all(begun.year <= int(year) <= published.year for year in words.year.findall(body)):
        return None
    return Span(told["time"], begun, published)


def _from_to(found: regex.Match[str], published: date | None) -> Span | None:
    """2018—2020年, as far as they had begun and ended."""
    first, last = int(found[1]), int(found[2])
    return Span(found.group(), date(first, 1, 1), date(last, 12, 31)) if first < last and (published is None or last <= published.year) else None


def _plan_that_is_over(body: str, published: date | None, words: ReportWords) -> Span | None:
    """The years of a plan that news looks back on: 发布会介绍“十三五”时期工作成效, or begins with and names no other years beside: “十一五”时期，总投入约7000亿元; else None."""
    told = words.plans.told_of(body[: 2 * _OPENING])
    if told is None:
        told = None if words.year.search(body) else words.plans.opening(body.lstrip())
    return told if told is not None and (published is None or published.year >= told.end.year) else None


def _years_ahead(title: str, published: date | None, words: ReportWords) -> Span | None:
    """The years of the plan that a text draws up: “十四五”知识产权发展规划, 行动计划（2021—2023年）, 2024年工作要点; one that looks at what came of it is none."""
    yearly = words.plan_of_year.search(title) if len(set(words.year.findall(title))) == 1 else None
    if yearly is not None and not words.carried_out.search(title) and not words.report.search(title):
        return year_span(int(yearly["year"]))._replace(ahead=True)
    if not words.drawn_up.search(title) or words.carried_out.search(title) or words.report.search(title):
        return None
    found, plan = _SEVERAL.search(title), words.plans.quoted(title)
    if found is not None and int(found[1]) < int(found[2]):
        plan = Span(found.group(), date(int(found[1]), 1, 1), date(int(found[2]), 12, 31))
    # 专利转化计划（2021—2023年）三年成交12万次: news of a plan is not the plan.
    is_plan = plan is not None and words.is_plan.search(title) is not None and (published is None or published.year <= plan.end.year)
    return plan._replace(ahead=True) if plan is not None and is_plan else plan


def _year_laid_down(title: str, body: str, published: date | None, words: ReportWords) -> Span | None:
    """The year by which a plan lays down what is to be reached, where its title names none: 关于推进民生工程的实施意见, 到2015年，…; None for what is no plan."""
    if not words.laid_down.search(title) or words.year.search(title) or words.carried_out.search(title) or words.report.search(title):
        return None
    by = Counter(int(year) for told in words.by.findall(body) for year in words.year.findall(told))
    year = by.most_common(1)[0][0] if by else None
    return year_span(year)._replace(ahead=True) if year is not None and (published is None or published.year <= year) else None


def _part_at_opening(body: str, words: ReportWords) -> regex.Match[str] | None:
    """上半年 with the first words, unless the year before was spoken of first: 去年，…。今年1-2月，…."""
    part, before = _part_named(body[:_OPENING], words), words.last_year.search(body[:_OPENING])
    return None if part is not None and before is not None and before.start() < part.start() else part


def _part_named(text: str, words: ReportWords) -> regex.Match[str] | None:
    """The first part of a year that `text` tells of; 四季度以来 only says since when, and 一季度例行新闻发布会 when news was told."""
    return next((part for part in PART_OF_YEAR.finditer(text) if not text.startswith((*words.running_on, *words.briefings), part.end())), None)


def _years_of_headings(document: Document, published: date | None, words: ReportWords) -> tuple[int | None, int | None]:
    """The years that the headings of a report look back on and ahead to; 2017年主要工作 of a report of April 2017 looks ahead."""
    reviewed = planned = None
    if (told := words.parts_told.search(_plain(document.title or ""))) is not None:
        # 2013年工作总结及2014年工作打算
        return int(told["reviewed"]), int(told["planned"])
    for block in document.blocks:
        if block.kind != "heading":
            continue
        heading = _plain(document.text[block.start : block.end])
        years = [int(found) for found in words.year.findall(heading)]
        if not years:
            continue
        is_ahead = published is not None and years[-1] == published.year and published.month <= _LAST_OF_DELIVERY and words.ahead.search(heading) is not None
        if reviewed is None and not is_ahead and words.reviewed.search(heading):
            reviewed = years[-1]
        elif planned is None and words.ahead.search(heading):
            planned = years[-1]
    text = _plain(document.text) if reviewed is None and planned is None else ""
    if text and (told := words.parts_told.search(text) or words.session_told.search(text) or told_in_news(text, words)) is not None:
        reviewed, planned = int(told["reviewed"]), int(told["planned"])
    return reviewed, planned if planned is not None and (reviewed is None or planned == reviewed + 1) else None


def _school_year(match: regex.Match[str]) -> Span:
    """A school year begins in September."""
    first = int(match["first"])
    return Span(match.group(), date(first, 9, 1), date(first + 1, 8, 31))


def _often(body: str) -> regex.Match[str] | None:
    """The part of a year that a release names again and again, where it does."""
    found = list(PART_OF_YEAR.finditer(body))
    counts = Counter(match.group("part") for match in found)
    if not counts or counts.most_common(1)[0][1] < _AGAIN:
        return None
    best = counts.most_common(1)[0][0]
    return next(match for match in found if match.group("part") == best)


def _is_written_after(body: str, year: int, words: ReportWords) -> bool:
    """Whether an undated text looks back on `year` from the next: 去年新增授权6753件 beside 2020年."""
    if words.last_year.search(body) is None or words.this_year_whole.search(body) is not None or str(year + 1) in body:
        return False
    # 日前举行2014年宣传周活动。去年，…: the year is that of what has just been done.
    held = words.campaign.findall(body[: 2 * _OPENING])
    return not held or words.year.findall(body) != held


def _delivered(title: str, body: str, published: date | None, span: Span, *, is_report: bool, planned: int | None, words: ReportWords) -> int | None:
    """The year that 今年 means, where neither the day of publication nor the period reported on says so."""
    year = span.end.year
    if not is_report and planned == year + 1 and (published is None or published.year == planned) and is_of_its_end(year, body, words):
        return year
    if published is None and (is_report or planned is not None):
        return planned if planned is not None and planned > year else year + 1
    if span != year_span(year):
        return None
    if published is None:
        return year + 1 if _is_written_after(f"{title}\n{body}", year, words) else None
    return year if published.year == year + 1 and _is_written_of(title, body, year, words) and not _tells_on(body, published, words) else None


def _tells_on(body: str, published: date, words: ReportWords) -> bool:
    """今年一季度，又受理案件353件, in a white paper of April: whether the text goes on to a part of the year of its publication that was over by then."""
    parts = (part for part in PART_OF_YEAR.finditer(body) if part.group("rel") and part.group("rel") not in words.last_year_words)
    return any(part_span(part, published.year).end <= published for part in parts)


def _is_written_of(title: str, body: str, year: int, words: ReportWords) -> bool:
    """Whether a bulletin on `year` means that by 今年, though it was published in the next: 今年总播种面积4585公顷, and 去年 and the next year nowhere."""
    if not any(word in body for word in words.this_year) or words.bulletin.search(title) is None or not words.year.search(title) or words.year_goes_on.search(body) is not None:
        return False
    # 2012年3月2日 is when it was published.
    return words.last_year.search(body) is None and regex.search(rf"{year + 1}\s?年(?!\s?\d{{1,2}}\s?月)", body) is None


def _title_year(title: str, published: date | None, reviewed: int | None, planned: int | None, words: ReportWords) -> int | None:
    """The year that the title says is reported on; the headings of a work report look back on `reviewed` and ahead to `planned`."""
    executed = words.executed.search(title)
    if executed:
        return int(executed.group(1))
    title = words.not_reported.sub("", words.compared.sub("", title))
    years = [int(found) for found in words.year.findall(title)] or [int(found) for found in words.bare_year.findall(title)]
    if not years:
        return None
    year = years[-1]
    if words.yearbook.search(title) is not None and len(set(years)) == 1:
        # 临沂年鉴（2011）: a yearbook tells of the year before the one that it is called by.
        return year - 1
    if not words.report.search(title):
        return reviewed if reviewed in years and planned == year == reviewed + 1 else year
    if reviewed in (year - 1, year):
        return reviewed
    if set(years) == {max(years), max(years) - 1} and words.year_reviewed.search(title) is not None:
        # 2018年政府工作报告（2017年工作回顾部分）
        return min(years)
    if planned in (year, year + 1):
        return planned - 1
    if (told := words.reported_year.search(title)) is not None and words.ahead.search(title) is None:
        return int(told[1])
    return year - 1 if _is_of_delivery(year, title, published, words) else year


def _is_of_delivery(year: int, title: str, published: date | None, words: ReportWords) -> bool:
    """Whether the year of a work report's title is that of its delivery, and it reports on the one before.

    2025年政府工作报告 does, unless it was published in the last months of the year or the first of the next.
    """
    if published is None or published.year < year:
        return words.of_own_year.search(title) is None
    session = words.at_session.search(title) is not None
    if published.year == year:
        return published.month <= (_LAST_OF_SESSIONS if session else _LAST_OF_DELIVERY)
    return session and (published.year > year + 1 or published.month > _LAST_OF_DELIVERY)
