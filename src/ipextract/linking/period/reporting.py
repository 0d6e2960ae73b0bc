"""The words by which a report, a plan and the parts of both are known."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ipextract.lexicon import Lexicon
from ipextract.patterns import compiled

#: How many years 过去五年, 今后三年 are.
PERIOD_YEARS = {"三": 3, "四": 4, "五": 5, "六": 6}
_COUNT = f"[{''.join(PERIOD_YEARS)}]"


class ReportWords:
    """Patterns of the lists of `triggers.reports`, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        def either(*keys: str) -> str:
            return _either([word for key in keys for word in lexicon.words(f"triggers.reports.{key}")])

        aims, reached, pursuing = (_either(lexicon.words(f"triggers.status.{key}")) for key in ("headings", "reached", "pursuing"))
        self.aims_reached = compiled(rf"(?<!(?:{pursuing})[^，。；]{{0,12}})(?:{aims})[^，。；、]{{0,4}}?(?:{reached})(?=$|[，。；！）)])")
        self.executed = compiled(rf"(?<!\d)((?:19|20)\d{{2}})\s?年(?:(?!\d{{4}}\s?年)[^，。；]){{0,30}}?(?:{either('executed')})")
        self.report = compiled(rf"{either('titles')}|(?:{either('carried_out_plans')}).{{0,30}}(?:{either('drafts')})")
        self.bulletin = compiled(either("bulletins"))
        # 今年以来, 今年拟安排: not of a year that is over.
        modal = _either([word for key in ("modal", "target") for word in lexicon.words(f"triggers.status.{key}")])
        self.year_goes_on = compiled(rf"今年(?:以来|[^，。；]{{0,16}}(?:{modal}))")
        self.spoken = compiled(either("titles", "spoken"))
        self.at_session = compiled(rf"(?:{either('session_bodies')})(?:{either('titles')})")
        self.drawn_up = compiled(either("drawn_up"))
        self.carried_out = compiled(either("carried_out"))
        self.reviewed = compiled(rf"{either('reviewed')}|(?:{either('work')})$")
        self.ahead = compiled(either("ahead", "work"))
        past, terms, reviews = either("past"), either("terms"), either("term_reviews")
        self.past_years = compiled(rf"(?:{past})的?(?P<count>{_COUNT})年")
        self.several_years = compiled(
            rf"(?:{past}|{terms})(?:的)?(?P<count>{_COUNT})年|(?P<term>{terms})(?:{reviews})?回顾"
            rf"|^[\s#*]*(?:[（(]?[一二三][、）)])?\s*(?P<alone>{_COUNT})年(?:来|工作)|(?<!{either('coming')})的(?P<those>{_COUNT})年$"
        )
        # 40．新时代“银龄人才万人计划”：, 34.“十县百乡”示范引领工程（2024—2026年）：: a note on what is to be done.
        self.planned_term = compiled(rf"\s*(?:\d{{1,3}}[.、．])?[^：:，。；]{{2,40}}(?:{either('planned_terms')})[”\"」』]?(?:（[^（）]{{0,24}}）)?[：:]")
        # 我市将办好十件民生实事。1.加强供水保障…: what follows, item by item, is to be done.
        self.will = will = _either(lexicon.words("triggers.planning.will"))
        self.things_announced = lexicon.words("triggers.reports.announced")
        self.announced = compiled(rf"(?:^|[，。；！\s年])[^，。；]{{0,12}}(?:{will}|{either('promised')})[^，。；]{{1,16}}(?:{either('announced')})[”\"」]?[。：:！]?\s*$")
        # 全省“十一五”经济社会发展的主要目标是：1.经济增长…
        self.announced_aims = lexicon.words("triggers.reports.announced_aims")
        self.coming_years = compiled(rf"(?:{either('coming')})(?P<count>{_COUNT})年")


def _either(words: Sequence[str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))
