"""What an expression of time means, read against the document's own dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ipextract.linking.period.holidays import national_days
from ipextract.linking.period.plans import census_year, number_of, plan_begins
from ipextract.linking.period.spans import Calendar, Span, back_a_year, in_year, month_end, year_span

# 2023年底, 期末: the last character of what ends a stretch of time.
_ENDS = frozenset(("末", "底"))
# News of a month.
_MONTH_BEFORE = timedelta(days=31)
# The year before the first of a century, by its number.
_AROUND_OCTOBER = (9, 10, 11)
_CENTURIES = {"20": 1900, "二十": 1900, "21": 2000, "二十一": 2000}
# January to June.
_END_OF_HALF = (6, 30)
_HALF = 5
# 25年6月, and from which number on such a year is of the last century.
_SHORT = 2
_LAST_CENTURY = 50
# 30年代 is of the last century.
_FIRST_TENS = 30


def _year(text: str | None) -> int | None:
    value = number_of(text)
    if value is not None and text is not None and len(text) == _SHORT:
        value += 2000 if value < _LAST_CENTURY else 1900
    return value if value and 1900 <= value <= 2100 else None


def resolve(groups: dict[str, Any], form: str, text: str, clock: Calendar, current: Span | None) -> Span | None:
    """The span that a time token means, or None where it means none that can be dated.

    Args:
        groups: the named groups of the form's pattern (`ipextract.rules.times`).
        form: the form's name, as `dated`.
        text: the words.
        clock: the document's dates.
        current: the period that the sentence or paragraph speaks of.
    """
    reader = _FORMS.get(form)
    if reader is None:
        return None
    try:
        found = reader(groups, clock, current)
    except ValueError:  # 2月30日: no such day
        return None
    return None if found is None else found._replace(text=text)


def _context_year(clock: Calendar, current: Span | None) -> int | None:
    return current.end.year if current else clock.year or clock.this_year


def _iso(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    year, month, day = (int(part) for part in groups["iso"].replace("/", "-").replace(".", "-").split("-"))
    moment = date(year, month, day)
    return Span("", moment, moment, day=True)


def _days(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    year = _year(groups["fy"]) or _context_year(clock, current)
    first, second = number_of(groups["fm"]), number_of(groups["tm"]) or number_of(groups["fm"])
    if not year or not first or not second:
        return None
    start = date(year, first, int(groups["fd"]))
    return Span("", start, date(_year(groups["ty"]) or year, second, int(groups["td"])))


def _relative_year(words: str | None, clock: Calendar) -> int | None:
    """The year of 今年, 去年."""
    return clock.this_year + {"今": 0, "本": 0, "去": -1, "上": -1}[words[0]] if words and clock.this_year else None


def _tens(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """3月下旬至5月中旬, 8月15日至9月上旬, 4月下旬."""
    year = _year(groups["fy"]) or _context_year(clock, current)
    first = number_of(groups["fm"])
    second = number_of(groups["tm"]) or first
    if not year or not first or not second:
        return None
    start, _ = _third(year, first, groups["fp"])
    _, end = _third(year, second, groups["tp"] or (None if groups["tm"] else groups["fp"]))
    return Span("", start, end) if end >= start else None


def _third(year: int, month: int, part: str | None) -> tuple[date, date]:
    """The first and the last day of a third of a month (中旬), of one of its days, or of all of it."""
    if part is None:
        return date(year, month, 1), month_end(year, month)
    if part[-1] == "日":
        day = date(year, month, int(part[:-1]))
        return day, day
    begun = {"上": 1, "中": 11, "下": 21}[part[0]]
    return date(year, month, begun), date(year, month, begun + 9) if begun < 21 else month_end(year, month)


def _since(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    year = _year(groups["sy"])
    if groups.get("sr") and clock.this_year:
        # 自去年挂牌成立以来
        year = clock.this_year - {"今": 0, "去": 1, "上": 1, "前": 2}[groups["sr"][0]]
    if year is None:
        return None
    start = date(year, number_of(groups["sm"]) or 1, int(groups["sd"] or 1))
    end = clock.period.end if clock.period else clock.published
    if clock.published and clock.period and clock.published < clock.period.end:
        end = clock.published
    return Span("", start, end) if end and end >= start else None


def _founded(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """知识产权法庭成立以来, over a text that tells of the time since a day that it names."""
    own = clock.period
    return own if own is not None and own.years > 1 and own.end == clock.published and own.text.endswith("以来") else None


def _school(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """2022-2023学年: from September to August."""
    first = _year(groups["sa"])
    return Span("", date(first, 9, 1), date(first + 1, 8, 31)) if first else None


def _census(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    return census_year(groups)


def _ago(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """3年前, seen from the year reported on."""
    count, year = number_of(groups["ago"]), _context_year(clock, current)
    return Span("", date(year - count, 1, 1), date(year - count, 12, 31)) if count and year else None


def _decade(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """20世纪80年代: ten years; 20年代 without its century is one of the next, as nothing was counted in the one before."""
    first = number_of(groups["tens"])
    if first is None:
        return None
    first += _CENTURIES[groups["century"]] if groups["century"] else 1900 if first >= _FIRST_TENS else 2000
    return Span("", date(first, 1, 1), date(first + 9, 12, 31))


def _years(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    first = _year(groups["ya"])
    last = number_of(groups["yb"])
    if first is None or last is None:
        return None
    if last < 100:
        last += first // 100 * 100
    return Span("", date(first, 1, 1), date(last, 12, 31)) if last >= first else None


# The last month of 上半年 and of 前三季度.
_HALVES = {"上": 6, "前": 9}


def _months(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """2023年1月至2025年3月, 2016年至2019年8月31日, 去年8月至今年7月."""
    first, last = (_year(groups[year]) or _relative_year(groups[relative], clock) for year, relative in (("ya", "ra"), ("yb", "rb")))
    begin, end = number_of(groups["ma"]) or 1, number_of(groups["mb"])
    if groups["pb"] and last is not None:
        # 2015年至2024年上半年, 2021年至2024年前三季度
        part = groups["pb"].removeprefix("第")
        end = _HALVES.get(part[0]) or 3 * (number_of(part[0]) or 4)
    if first is None or last is None or end is None or (first, begin) > (last, end):
        return None
    return Span("", date(first, begin, 1), date(last, end, int(groups["db"])) if groups["db"] else month_end(last, end))


def _plan(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    number = number_of(groups["plan"][:-1])
    if number is None or number < 6:
        return None
    first = plan_begins(number)
    part = groups["plan_part"] or ""
    last = first + 4
    if part in ("末", "末期", "期末", "时期末", "时期末期", "收官之年"):
        return Span("", date(last, 12, 31), date(last, 12, 31))
    if part == "以来" and clock.year:
        # “十三五”以来 in a release on 2023 is up to that year.
        last = max(first, clock.year)
    if len(part) > 1 and part[-1] == "年":
        last = first + (number_of(part[1:-1]) or 5) - 1
    return Span("", date(first, 1, 1), date(last, 12, 31))


def _running(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    ahead = number_of(groups.get("n3"))
    # 今后五年 in an account of the years up to 2020 begins in 2021.
    is_dated = clock.delivered is not None or clock.published is not None
    first = clock.planned or (clock.this_year if is_dated or clock.year is None else clock.year + 1)
    if ahead and first:
        return Span("", date(first, 1, 1), date(first + ahead - 1, 12, 31), ahead=True)
    count = number_of(groups["n"] or groups["n2"])
    year = clock.year or clock.this_year
    if not count or not year or (groups.get("unit") or "年")[0] != "年" or count > 80:
        return None
    return Span("", date(year - count + 1, 1, 1), date(year, 12, 31))


def _term_before(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """是前五年的2.7倍: the five years before those spoken of."""
    first = current.start.year if current is not None and current.years == 5 else None
    return Span("", date(first - 5, 1, 1), date(first - 1, 12, 31)) if first else None


def _now(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    words = groups["now"]
    if words.endswith("以来"):
        year = clock.this_year
        if year is None:
            return None
        end = clock.published or (clock.period.end if clock.period and clock.period.end.year == year else date(year, 12, 31))
        start = date(year - 1 if words[0] == "去" else year, 1, 1)
        return Span("", start, end) if end >= start else None
    if words == "年内":
        return None
    if clock.published:
        return Span("", clock.published, clock.published)
    if current is not None and clock.period is not None and current.end.year < clock.period.end.year and not clock.guessed:
        # 2016年仅有4个，如今已有46个 in a summary of 2023 that says not when it was written: by the end of what it reports on.
        return Span("", clock.period.end, clock.period.end)
    if current is not None and clock.period is not None and current.end < clock.period.end and current.start >= clock.period.start and clock.period.years == 1 and not current.moment:
        # 今年5月，公安机关部署专项行动，截至目前，破案240起 in news that says not when it was written: beyond the month that was told of.
        return clock.period
    return None


def _dated(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    year = _year(groups.get("year"))
    relative = groups.get("rel")
    base = _context_year(clock, current)
    if relative:
        anchor = clock.this_year
        if relative[0] == "新":
            return _new_year(clock)
        if relative[0] == "上":
            year = base - 1 if base else None
        elif relative[0] in ("过", "刚", "一"):
            # 过去一年 in a report delivered at the turn of the year is the year reported on.
            year = clock.year or (anchor - 1 if anchor else None)
        elif relative[0] in ("当", "同", "是") or (relative[0] == "本" and clock.planned is None):
            # 本年新注册汽车2.8万辆 in a bulletin of March is of the year that it reports on.
            year = base
        elif anchor:
            year = anchor + {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1}[relative[0]]
    span = _part(groups, clock, current, year or _year_of_publication(groups, clock, current) or base)
    if groups.get("up") and year and span is not None and groups.get("edge") != "同期":
        # 今年以来, 今年年初以来, 去年底以来
        end = clock.published or (clock.period.end if clock.period else date(year, 12, 31))
        return Span("", span.start, end) if end >= span.start else None
    if groups.get("until") and span:
        return Span("", span.end, span.end)
    return span


def _listed(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    year = _year(groups.get("year"))
    return year_span(year) if year else None


def _new_year(clock: Calendar) -> Span | None:
    """新的一年，力争…, at the end of a report: the year behind the one reported on."""
    year = clock.planned or (clock.year + 1 if clock.year else clock.this_year)
    return year_span(year)._replace(ahead=True) if year else None


def _year_of_publication(groups: dict[str, Any], clock: Calendar, current: Span | None) -> int | None:
    """截至4月底 in news of May 2018 that tells of 2017: what is so by the end of a month just over is of the year of the news."""
    month = number_of(groups["m"]) if groups.get("until") and groups.get("m") else None
    if month is None or clock.published is None or clock.year is None or clock.published.year != clock.year + 1 or month >= clock.published.month:
        return None
    return clock.published.year if current is None or current == clock.period else None


def _is_day_before(groups: dict[str, Any], clock: Calendar) -> bool:
    """Whether the day of no year that is named lies within the month before the publication."""
    month, day, published = number_of(groups["m"]) if groups.get("m") else None, groups.get("d"), clock.published
    if month is None or not day or published is None:
        return False
    try:
        return timedelta(0) <= published - date(published.year, month, number_of(day) or 1) <= _MONTH_BEFORE
    except ValueError:
        return False


def _part(groups: dict[str, Any], clock: Calendar, current: Span | None, year: int | None = None) -> Span | None:
    if year is None and clock.published is not None and current in (None, clock.period) and _is_day_before(groups, clock):
        # 4月23日 in news of the day after, which tells of the year before.
        year = clock.published.year
    year = year or _context_year(clock, current)
    if year is None:
        return None
    edge = groups.get("edge") or groups.get("alone") or ""
    span = year_span(year)
    day = False
    if groups.get("m1"):
        first, last = number_of(groups["m1"]) or 1, number_of(groups["m2"]) or 12
        span = Span("", date(year, first, 1), month_end(year, last)) if first <= last else span
    elif groups.get("mn"):
        span = Span("", date(year, 1, 1), month_end(year, number_of(groups["mn"]) or 12))
    elif groups.get("half"):
        upper = groups["half"][0] != "下"
        span = Span("", date(year, 1 if upper else 7, 1), month_end(year, 6 if upper else 12))
    elif groups.get("q3"):
        span = Span("", date(year, 1, 1), date(year, 9, 30))
    elif groups.get("quarter"):
        quarter = number_of(groups["quarter"].replace("第", "").replace("季度", "").replace("季", "")) or 1
        span = Span("", date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter))
    elif groups.get("m"):
        month = number_of(groups["m"]) or 1
        if groups.get("d"):
            moment = date(year, month, number_of(groups["d"]) or 1)
            span, day = Span("", moment, moment), True
        else:
            span = Span("", date(year, month, 1), month_end(year, month))
    if edge == "同期":
        base = current or clock.period
        return (in_year(base, year) if base else None) or span
    if edge and edge[-1] == "初":
        return Span("", span.start, span.start)
    if edge and edge[-1] in _ENDS:
        return Span("", span.end, span.end)
    if groups.get("since"):
        # 6月以来: up to the end of what is reported on, or to the day of publication before it.
        until = [day for day in (clock.published, clock.period.end if clock.period else None) if day is not None and day > span.end]
        return Span("", span.start, min(until)) if until else span
    return span._replace(day=day)


def _half_year(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """一季度收案1206件，二季度收案2113件；半年共收案3319件: the half of a year that is reported on."""
    span = clock.period
    if span is None or span.years != 1:
        return None
    if (span.end.month, span.end.day) == _END_OF_HALF:
        # 6月，…；半年累计完成8.7亿元: in a release on its last month, too.
        return Span("", date(span.end.year, 1, 1), span.end)
    return span if span.end.month - span.start.month == _HALF else None


def _edge(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    words = groups["alone"]
    base = _context_year(clock, current)
    if base is None:
        return None
    if words in ("年末", "年底"):
        # In a half-year release 年末 is still the end of the year before it unless it says which.
        return Span("", date(base, 12, 31), date(base, 12, 31))
    if words == "年初":
        return Span("", date(base, 1, 1), date(base, 1, 1))
    if words in ("去年末", "去年底") and clock.this_year:
        return Span("", date(clock.this_year - 1, 12, 31), date(clock.this_year - 1, 12, 31))
    if words in ("上年末", "上年底"):
        return Span("", date(base - 1, 12, 31), date(base - 1, 12, 31))
    if words in ("上年同期", "去年同期", "同期"):
        span = current or clock.period
        if span is None or (span.start.month, span.start.day) == (2, 29):
            return None
        if words == "同期":
            return None
        return Span("", span.start.replace(year=span.start.year - 1), back_a_year(span.end))
    if words == "上半年末":
        return Span("", date(base, 6, 30), date(base, 6, 30))
    if words in ("当月", "本月"):
        span = current or clock.period
        return Span("", span.end.replace(day=1), span.end) if span else None
    if words[0] == "上" and words[-1] == "月":
        # 由上月下降3.1%收窄至下降1.6%
        span = current or clock.period
        last = span.end.replace(day=1) - timedelta(days=1) if span and span.years == 1 else None
        return Span("", last.replace(day=1), last) if last else None
    if words[1:] == "季度":
        # 前三季度…。本季度求职人数12万人: the last of its quarters.
        span = current or clock.period
        return Span("", span.end.replace(month=(span.end.month - 1) // 3 * 3 + 1, day=1), span.end) if span and span.end.month % 3 == 0 else None
    if words[-1] in _ENDS:
        span = current or clock.period
        return Span("", span.end, span.end) if span else None
    return None


def _holiday(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """国庆黄金周: the days off around the first of October; of other holidays no calendar without a moon tells the days."""
    year = _context_year(clock, current)
    if clock.published is not None and clock.published.month in _AROUND_OCTOBER and current in (None, clock.period):
        # News of these days.
        year = clock.published.year
    days_off = national_days(year) if year is not None and groups.get("national") is not None else None
    if days_off is None:
        return None
    (begun, last), is_day = days_off, groups.get("first_day") is not None
    if days := number_of(groups.get("first_days")):
        return Span("", begun, begun + timedelta(days - 1))
    return Span("", begun, begun if is_day else last, day=is_day)


def _day(groups: dict[str, Any], clock: Calendar, current: Span | None) -> Span | None:
    """11日 alone is a day of the month of publication."""
    if clock.published is None:
        return None
    moment = clock.published.replace(day=int(groups["day"]))
    return Span("", moment, moment, day=True)


_FORMS = {
    "iso": _iso,
    "tens": _tens,
    "days": _days,
    "since": _since,
    "founded": _founded,
    "school": _school,
    "census": _census,
    "ago": _ago,
    "decade": _decade,
    "months": _months,
    "years": _years,
    "plan": _plan,
    "running": _running,
    "term_before": _term_before,
    "now": _now,
    "moment": _dated,
    "listed": _listed,
    "dated": _dated,
    "part": _part,
    "half_year": _half_year,
    "edge": _edge,
    "holiday": _holiday,
    "day": _day,
}
