"""The years of the five-year plans and of the national censuses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ipextract.lexicon import Lexicon
from ipextract.linking.period.spans import Span, year_span
from ipextract.linking.word_patterns import either
from ipextract.numbers.numerals import chinese
from ipextract.patterns import compiled, lazily

#: The years of the national censuses, from the first.
CENSUSES = {
    "人口": (1953, 1964, 1982, 1990, 2000, 2010, 2020),
    "经济": (2004, 2008, 2013, 2018, 2023),
    "农业": (1996, 2006, 2016),
}
# 十四五, 九五: plans are called by their number, a Chinese numeral.
_NUMBER = "十[一二三四五六七]?五|[六七八九]五"
# 一、十三五工作回顾: without its marks only what can be no other number.
_BARE = r"(?<![一二三四五六七八九十百\d第])十[一二三四六七]五"
# 第十四|个五年: the same number at full length.
_FULL = "第(?P<full>十[一二三四五六七]?|[六七八九])"


class Plans:
    """Finds the five-year plan that a text names.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        names, spans = (either(lexicon.words(f"triggers.reports.{key}")) for key in ("plan_names", "plan_times"))
        self._time = lexicon.words("triggers.reports.plan_times")[0]
        self._plan = lazily(compiled, rf"[“\"‘]?(?P<plan>{_NUMBER})[”\"’]?(?:{names})?(?:{spans})")
        tellers = either(lexicon.words("triggers.reports.tells_of_plan"))
        self._told = lazily(compiled, rf"(?:{tellers})[^，。；\d]{{0,8}}(?P<plan>[“\"‘]?(?:{_NUMBER})[”\"’]?(?:{spans}))")
        self._quoted = lazily(compiled, rf"[“\"](?:{_NUMBER})[”\"]|{_BARE}(?=[\u4e00-\u9fff])")
        self._full = lazily(compiled, rf"{_FULL}(?:{either(lexicon.words('triggers.reports.plans_in_full'))})(?:{names})")
        self._to_come = lazily(compiled, rf"[“\"‘]?(?P<plan>{_NUMBER})[”\"’]?(?:{spans})[^。；\d]{{0,10}}?(?:{either(lexicon.words('triggers.planning.will'))})")

    def years(self, text: str) -> Span | None:
        """The years of the five-year plan that `text` names: “十三五”时期的工作回顾."""
        full = self._full.search(text)
        match = full or self._plan.search(text)
        if match is None:
            return None
        first = plan_begins(number_of(full["full"] if full is not None else match["plan"][:-1]) or 0)
        return Span(match.group(), date(first, 1, 1), date(first + 4, 12, 31))

    def to_come(self, text: str) -> Span | None:
        """The years of a plan in which something will be done: “十五”期间将建设三大灌区工程."""
        found = self._to_come.search(text)
        years = self.years(found["plan"] + self._time) if found is not None else None
        return None if years is None else years._replace(ahead=True)

    def told_of(self, text: str) -> Span | None:
        """The years of the plan of which `text` says that it tells: 发布会介绍“十三五”时期工作成效."""
        found = self._told.search(text)
        return None if found is None else self.years(found["plan"])

    def opening(self, text: str) -> Span | None:
        """The years of the plan that `text` begins with: “十一五”时期，中央大幅度增加投入."""
        found = self._plan.match(text)
        return None if found is None else self.years(found.group())

    def quoted(self, text: str) -> Span | None:
        """The years of the plan that a title or a heading names: “十三五”发展成就, 十三五工作回顾."""
        found = self._quoted.search(text)
        return self.years(text) or (self.years(found.group() + self._time) if found else None)


def plan_begins(number: int) -> int:
    """The sixth five-year plan began in 1981, each next one five years later."""
    return 1951 + 5 * number


def census_year(groups: Mapping[str, Any]) -> Span | None:
    """第六次全国人口普查: the year of its reference day."""
    years = CENSUSES[groups["of"]]
    number = number_of(groups["census"]) or 0
    return year_span(years[number - 1]) if 0 < number <= len(years) else None


def census_before(groups: Mapping[str, Any]) -> int | None:
    """2010 for 第七次全国人口普查: the year of the census before, with which its bulletins compare."""
    years = CENSUSES[groups["of"]]
    number = number_of(groups["census"]) or 0
    return years[number - 2] if 1 < number <= len(years) else None


def number_of(text: str | None) -> int | None:
    """The number of digits or of Chinese numerals; None for anything else."""
    if not text:
        return None
    if text.isdigit():
        return int(text)
    value = chinese(text)
    return None if value is None else int(value)
