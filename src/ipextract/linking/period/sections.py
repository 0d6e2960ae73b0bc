"""The time of a section, and whether it states aims, by its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipextract.lexicon import Lexicon
from ipextract.linking.frames import Draft, Setting
from ipextract.linking.period.parts_of_year import part_of_year
from ipextract.linking.period.reporting import PERIOD_YEARS, ReportWords
from ipextract.linking.period.spans import Calendar, Span, year_span
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily
from ipextract.reading import Block
from ipextract.reading.dates import plain_digits

if TYPE_CHECKING:
    import regex

# “十
_QUOTED = 2
# What may stand before the first 是 or comma of a paragraph that says of which years the next ones are.
_OPENING = lazily(compiled, r"\W{0,3}(?P<time>[^，。是]{3,14})(?:，|是)")
# 全国文化事业费中：, over a list of its parts.
_OVER_PARTS = lazily(compiled, r"在?([^，。；：:\d]{2,24})中[:：]")
# 报告回顾了过去五年取得的成绩。: of some length at most, and without a number.
_FIRST_SENTENCE = lazily(compiled, r"[^。；\d]{6,60}。")
_COLONS = ("：", ":")
_LAST_MONTH = 12
# The first half's last month, and those in which one looks back at it.
_HALF = 6
_MIDYEAR = (6, 7, 8)
#: How deep a heading without a number is said to stand.
UNNUMBERED = 5
# So many aims are a list of them.
_LIST = 3
# How much of a paragraph's end may say so.
_END = 120
# What may stand behind the last word of an announcement: “百项民生工程”：.
_AROUND_END = '”"」。：:！'
_YEAR = lazily(compiled, r"(?<!\d)((?:19|20)\d{2})\s?年")

# 五、2013年打算。新建幼儿园9所: a heading that runs into its paragraph, by its mark the first or the second of its kind.
_RUN_IN = lazily(compiled, r"\s*(?:(?P<first>[一二三四五六七八九十]{1,3}、)|[（(][一二三四五六七八九十]{1,3}[）)])(?P<head>(?:[^，。；：:！？\d]|(?:19|20)\d{2}(?=年)){2,24})[。：:](?=\s*\S)")
# 2026年, alone on its line: of the lines below it.
_ONLY_YEAR = lazily(compiled, r"\W{0,4}(?:19|20)\d{2}\s?年度?\W{0,3}")
# （二）2019-2025年, 二、2016—2020年总体情况: of the years that a heading begins with, and no other.
_ONLY_YEARS = lazily(compiled, r"\W{0,4}(?:[一二三四五六七八九十]{1,3}\W{1,2})?(?P<years>(?P<first>(?:19|20)\d{2})\s?年?\s?[-—–－~至]{1,2}\s?(?P<last>(?:19|20)\d{2})\s?年)(?:[^\d《，。；]{0,20})")


class Sections:
    """What a heading, and a line that announces a list, say of what stands below.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
        words: the words by which reviews and plans are known.
    """

    def __init__(self, lexicon: Lexicon, words: ReportWords) -> None:
        self._words = words
        self._said = {name: lazily(compiled, either(lexicon.words(f"triggers.status.{name}"))) for name in ("aims", "review", "headings", "headings_behind_aims", "work")}
        self._notes = lexicon.words("triggers.status.notes")
        self._monthly, self._yearly = (lazily(compiled, either(lexicon.words(f"triggers.basis.words_{name}"))) for name in ("mom", "yoy"))
        # 附件2 名词解释: an annex may hold notes, or plans.
        self._annex = lazily(compiled, rf"(?:{either(lexicon.words('triggers.reports.annexes'))})\s?[一二三四五六七八九\d]{{0,2}}\s?[:：]?\s*")

    def enter(self, heading: str, level: int, setting: Setting, clock: Calendar, period: Span | None) -> Setting:
        """What holds below a heading, its year, whether it states aims, and by what it tells changes: 二、2025年目标任务和重点工作, 一、从环比看.

        Args:
            heading: the heading.
            level: how deep it stands, 1 the highest.
            setting: what held above it.
            clock: the document's dates.
            period: the document's own.
        """
        return replace(self._entered(heading, level, setting, clock, period), by_month=self._by_month(heading, level, setting.by_month))

    def _entered(self, heading: str, level: int, setting: Setting, clock: Calendar, period: Span | None) -> Setting:
        """What holds below a heading, but for how changes are told there."""
        span = section_span(heading, clock, self._words)
        if self.is_note(heading):
            # 名词解释: what the report's words mean, in its own year.
            return Setting(clock, setting.home, period)
        yearly = self._words.plan_of_year.search(heading.strip()) if clock.year is None else None
        if yearly is not None and not self._words.carried_out.search(heading):
            # 附件 2026年民生实事, behind the end of a report.
            return Setting(clock, setting.home, year_span(int(yearly["year"])), target=True)
        is_reached = self._words.aims_reached.search(heading.strip()) is not None
        if self._says(heading, "aims") and not is_reached:
            # 今年预期目标: aims, whatever the year.
            named = span if span is not None else None if "年" in heading else self._words.plans.quoted(heading)
            year = clock.planned or clock.this_year or clock.year
            own = period if period is not None and period.ahead else year_span(year) if year is not None else None
            return Setting(clock, setting.home, named or own, target=True)
        review, aims = is_reached or self._says(heading, "review"), not is_reached and (self._says(heading, "headings") or (setting.target and self._says(heading, "headings_behind_aims")))
        # 过去5年, alone on its line, is of the lines below it as 2024年 is.
        is_year = _ONLY_YEAR.fullmatch(heading) is not None or self._words.only_past_years.fullmatch(heading) is not None
        if span is not None and clock.published is not None and span.start.year > clock.published.year + 1 and not aims and not is_year:
            # 2030年我国综合实力进一步增强, over news of 2026: a headline that looks far ahead dates nothing below it.
            return setting
        if aims and level <= 3 and not is_year and self._words.rest_of_year.search(heading) and (over := _over_by_now(clock, period, setting.period)) is not None:
            # 二、下半年工作安排 of a report on the first half, or below a section on it.
            rest = Span(heading.strip("# *"), over + timedelta(days=1), date(over.year, _LAST_MONTH, 31), ahead=True)
            return Setting(clock, setting.home, rest, target=True)
        if span is not None and clock.year is not None and (level <= 3 or is_year or aims or review or self._says(heading, "work")):
            is_ahead = span.end.year > clock.year and not review
            return Setting(clock, setting.home, span, target=is_ahead, term=level == UNNUMBERED and span.years > 1 and not is_ahead)
        if level <= 3 and period is not None and period.ahead and clock.year is not None and (review or self._words.plan_grounds.match(heading) is not None):
            # 一、发展基础: what a plan starts from.
            return Setting(clock, setting.home, year_span(clock.year))
        if review and level <= 3:
            return setting if setting.term else Setting(clock, setting.home, period)
        ahead = clock.planned or (clock.published.year if clock.published else None)
        if aims and clock.year and ahead and ahead > clock.year and level != 4:
            # 二、“十五五”时期和今年的主要目标: a plan for the year of publication.
            return Setting(clock, setting.home, year_span(ahead), target=True)
        if aims and period is not None and clock.year is not None and period.start.year > clock.year:
            # 具体目标： in a plan for the years to come.
            return Setting(clock, setting.home, period, target=True)
        if level <= 2 and not setting.target and not setting.term:
            return Setting(clock, setting.home, period)
        return setting

    def of_block(self, block: Block, text: str, setting: Setting, clock: Calendar, period: Span | None) -> Setting:
        """What holds in and below a heading, or a paragraph that a numbered heading runs into: 五、2013年打算。新建幼儿园9所."""
        if block.kind == "heading":
            return self.enter(text, block.level, setting, clock, period)
        found = _RUN_IN.match(text) if block.kind == "paragraph" else None
        return setting if found is None else self.enter(found["head"], 2 if found["first"] else 3, setting, clock, period)

    def _by_month(self, heading: str, level: int, above: int) -> int:
        """How deep the heading stands that says of what is below it that it is told by the month before: 一、从环比看, and not 二、同比变动情况, nor a headline with a rate of its own; 0 where none does.

        Args:
            heading: the heading.
            level: how deep it stands, 1 the highest.
            above: how deep the last one stands that said so and still holds.
        """
        if level > 1 and self._monthly.search(heading) is not None and self._yearly.search(heading) is None and not any(map(str.isdigit, heading)):
            return level
        return 0 if level <= above or self._yearly.search(heading) is not None else above

    def announced(self, text: str, setting: Setting) -> Setting | None:
        """What holds for the items behind 我市将办好十件民生实事。, 全省“十一五”发展的主要目标是： and 全国文化事业费中：; None where nothing is announced."""
        said = text.rstrip()
        if said.endswith(_COLONS) and said[:-1].endswith(self._words.announced_aims):
            return replace(setting, target=True, period=self._words.plans.quoted(text) or setting.period)
        if (parted := _OVER_PARTS.fullmatch(text.strip("# *"))) is not None:
            return replace(setting, whole=parted[1])
        # What is announced stands at the end: few paragraphs are worth a search for who will do it.
        ends_so = said.rstrip(_AROUND_END).endswith(self._words.things_announced)
        return replace(setting, target=True) if ends_so and self._words.announced.search(text) else None

    def work_ahead(self, text: str, clock: Calendar) -> Span | None:
        """The year for which all behind 2018年要突出抓好以下工作： is planned, in a report on the year before; None where nothing is announced."""
        said = text.rstrip(_AROUND_END + "\n ")
        found = self._words.work_ahead.search(text) if clock.year is not None and said.endswith(self._words.things_announced) else None
        if found is None:
            return None
        year = int(found["year"]) if found["year"] else clock.planned
        return year_span(year) if year is not None and clock.year is not None and year > clock.year else None

    def aims_follow(self, title: str | None, paragraph: str, stated: Sequence[Draft], clock: Calendar) -> bool:
        """Whether what stands behind a paragraph is aimed at: it is a list of aims, or in news of a report it asks at its end for them (今年将怎么做，有哪些新目标？).

        Args:
            title: the document's title.
            paragraph: its text.
            stated: what it states.
            clock: the document's dates.
        """
        if clock.planned is None:
            return False
        is_report = title is not None and self._words.report.search(title) is not None
        told = None if is_report else self._words.aims_told.search(paragraph, max(0, len(paragraph) - _END))
        if told is not None and (f"{clock.planned}" in told.group() or any(word in told.group() for word in self._words.year_planned)):
            return True
        planned = year_span(clock.planned)
        return len(stated) >= _LIST and all(one.status == "target" and one.period is not None and one.period[1:3] == planned[1:3] for one in stated)

    def is_note(self, text: str) -> bool:
        """Whether a heading or a paragraph opens notes, which explain words and plan nothing: 名词解释, 注：."""
        return self._annex.sub("", text.lstrip("# *（【")).startswith(self._notes)

    def _says(self, heading: str, words: str) -> bool:
        """Whether `heading` has one of the words of a list of triggers.status."""
        return self._said[words].search(heading) is not None


def _over_by_now(clock: Calendar, *told: Span | None) -> date | None:
    """The last day of the part of the year that is told of, or of the half that was over when a report on its own year was given; None where neither is known."""
    part = next((one for one in told if one is not None and one.years == 1 and one.end.month < _LAST_MONTH), None)
    if part is not None:
        return part.end
    given = clock.published
    return date(given.year, _HALF, 30) if given is not None and given.year == clock.year and given.month in _MIDYEAR else None


def section_span(heading: str, clock: Calendar, words: ReportWords) -> Span | None:
    """The time that a heading names: 一、2024年工作回顾, “十三五”时期的工作回顾, 过去五年工作回顾.

    Args:
        heading: the heading.
        clock: the document's dates.
        words: the words by which reviews and plans are known.
    """
    if (alone := _ONLY_YEARS.fullmatch(plain_digits(heading))) is not None and clock.year is not None and int(alone["first"]) < int(alone["last"]):
        return Span(alone["years"], date(int(alone["first"]), 1, 1), date(int(alone["last"]), 12, 31), ahead=int(alone["last"]) > clock.year)
    years = _YEAR.findall(plain_digits(heading))
    plan = words.plans.quoted(heading) if words.reviewed.search(heading) else words.plans.years(heading)
    if plan is not None and years and not words.ahead.search(heading) and heading.find(plan.text[:_QUOTED]) < plain_digits(heading).find(years[0]):
        # “十二五”发展回顾和2015年工作情况: what names no time there is of the years named first.
        return plan
    several = words.several_years.search(heading)
    if len(years) == 1 and several is not None and several["count"] and several.start() < plain_digits(heading).find(years[0]) and not words.ahead.search(heading) and clock.year:
        # 一、过去五年工作回顾和2021年上半年工作情况: five years up to the last that is over.
        last = int(years[0]) - (part_of_year(plain_digits(heading)) is not None)
        return Span(several.group(), date(last - PERIOD_YEARS[several["count"]] + 1, 1, 1), date(last, 12, 31))
    if len(years) == 1:
        # 一、2012年一季度财政收支完成情况
        return part_of_year(plain_digits(heading)) or year_span(int(years[0]), years[0] + "年")
    if years:
        return None
    coming = words.coming_years.search(heading)
    if coming and (clock.planned or clock.this_year):
        first = clock.planned or clock.this_year or 0
        return Span(coming.group(), date(first, 1, 1), date(first + PERIOD_YEARS[coming["count"]] - 1, 12, 31), ahead=True)
    if plan is not None and not words.ahead.search(heading):
        return plan
    if several and clock.year and (several["those"] or words.reviewed.search(heading) or words.only_past_years.fullmatch(heading) is not None):
        # 本届政府工作回顾: a term of five years.
        count = PERIOD_YEARS[several["count"] or several["alone"] or several["those"] or "五"]
        return Span(several.group().strip("# *"), date(clock.year - count + 1, 1, 1), date(clock.year, 12, 31))
    return None


def scene_span(paragraph: str, clock: Calendar, words: ReportWords, *, states: bool = False) -> Span | None:
    """The years up to the last reported on that a paragraph without a number begins with: 过去的五年，是…的五年; None where it does not.

    Args:
        paragraph: its text.
        clock: the document's dates.
        words: the words by which reviews and plans are known.
        states: it states numbers; it then sets the scene for the next only where its first sentence says what is looked back on (报告回顾了过去五年的成绩).
    """
    if paragraph.rstrip().endswith(_COLONS) and paragraph.rstrip()[:-1].endswith(words.told_below):
        # 2025年上半年，商标注册稳步增长，具体数据如下：
        part = part_of_year(plain_digits(paragraph))
        return part if part is not None and part.end.year in (clock.year, clock.this_year) and len(_YEAR.findall(paragraph)) == 1 else None
    if states:
        first = _FIRST_SENTENCE.match(paragraph)
        several = words.past_years.search(first[0]) if first is not None and words.looks_back.search(first[0]) else None
        return _years_up_to(clock, several) if several is not None else None
    if clock.year is None and clock.published is None:
        # “十五”期间将建设三大灌区工程。: in a text without a date.
        return words.plans.to_come(paragraph)
    if (alone := words.only_past_years.fullmatch(paragraph)) is not None:
        return _years_up_to(clock, alone)
    opening = _OPENING.match(paragraph)
    if opening is None or clock.year is None:
        return None
    plan, several = words.plans.quoted(opening["time"]), words.past_years.search(opening["time"])
    if plan is not None:
        return plan if plan.end.year == clock.year else None
    return None if several is None else _years_up_to(clock, several)


def _years_up_to(clock: Calendar, several: regex.Match[str]) -> Span | None:
    """过去五年: as many years up to the last reported on."""
    last = clock.year
    return None if last is None else Span(several.group(), date(last - PERIOD_YEARS[several["count"]] + 1, 1, 1), date(last, 12, 31))
