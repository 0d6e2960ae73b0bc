"""The words by which a report, a plan and the parts of both are known."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.period.plans import CENSUSES, Plans
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

#: How many years 过去五年, 今后三年 are.
PERIOD_YEARS = {"三": 3, "四": 4, "五": 5, "六": 6}
_YEAR = r"(?:19|20)\d{2}"
_TO = "[-—–－~至]{1,2}"
_COUNT = f"[{''.join(PERIOD_YEARS)}]"


class ReportWords:
    """Patterns of the lists of `triggers.reports`, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        def one_of(*keys: str) -> str:
            return either([word for key in keys for word in lexicon.words(f"triggers.reports.{key}")])

        aims, reached, pursuing = (either(lexicon.words(f"triggers.status.{key}")) for key in ("headings", "reached", "pursuing"))
        self.aims_reached = compiled(rf"(?<!(?:{pursuing})[^，。；]{{0,12}})(?:{aims})[^，。；、]{{0,4}}?(?:{reached})(?=$|[，。；！）)])")
        self.executed = compiled(rf"(?<!\d)((?:19|20)\d{{2}})\s?年(?:(?!\d{{4}}\s?年)[^，。；]){{0,30}}?(?:{one_of('executed')})")
        self.report = compiled(rf"{one_of('titles')}|(?:{one_of('carried_out_plans')}).{{0,30}}(?:{one_of('drafts')})")
        self.bulletin = compiled(one_of("bulletins"))
        # 今年以来, 今年拟安排: not of a year that is over.
        modal = either([word for key in ("modal", "target") for word in lexicon.words(f"triggers.status.{key}")])
        this, since = (either(lexicon.words(f"triggers.time.{key}")) for key in ("this_year", "since_then"))
        self.year_goes_on = compiled(rf"(?:{this})(?:{since}|[^，。；]{{0,16}}(?:{modal}))")
        self.spoken = compiled(one_of("titles", "spoken"))
        self.at_session = compiled(rf"(?:{one_of('session_bodies')})(?:{one_of('titles')})")
        self.drawn_up = compiled(one_of("drawn_up"))
        self.carried_out = compiled(one_of("carried_out"))
        self.reviewed = compiled(rf"{one_of('reviewed')}|(?:{one_of('work')})$")
        self.ahead = compiled(one_of("ahead", "work"))
        past, terms, reviews = one_of("past"), one_of("terms"), one_of("term_reviews")
        self.past_years = compiled(rf"(?:{past})的?(?P<count>{_COUNT})年")
        self.several_years = compiled(
            rf"(?:{past}|{terms})(?:的)?(?P<count>{_COUNT})年|(?P<term>{terms})(?:{reviews})?(?:{one_of('looks_back')})"
            rf"|^[\s#*]*(?:[（(]?[一二三][、）)])?\s*(?P<alone>{_COUNT})年(?:{one_of('years_told')})|(?<!{one_of('coming')})的(?P<those>{_COUNT})年$"
        )
        # 40．新时代“银龄人才万人计划”：, 34.“十县百乡”示范引领工程（2024—2026年）：: a note on what is to be done.
        self.planned_term = compiled(rf"\s*(?:\d{{1,3}}[.、．])?[^：:，。；]{{2,40}}(?:{one_of('planned_terms')})[”\"」』]?(?:（[^（）]{{0,24}}）)?[：:]")
        # 我市将办好十件民生实事。1.加强供水保障…: what follows, item by item, is to be done.
        self.will = will = either(lexicon.words("triggers.planning.will"))
        self.things_announced = lexicon.words("triggers.reports.announced")
        self.announced = compiled(rf"(?:^|[，。；！\s年])[^，。；]{{0,12}}(?:{will}|{one_of('promised')})[^，。；]{{1,16}}(?:{one_of('announced')})[”\"」]?[。：:！]?\s*$")
        # 全省“十一五”经济社会发展的主要目标是：1.经济增长…
        self.announced_aims = lexicon.words("triggers.reports.announced_aims")
        self.plans = Plans(lexicon)
        self._note_times(lexicon)
        self.coming_years = compiled(rf"(?:{one_of('coming')})(?P<count>{_COUNT})年")

    def _note_times(self, lexicon: Lexicon) -> None:
        """The patterns of the years that are named, and of why they are."""

        def one_of(*keys: str) -> str:
            return either([word for key in keys for word in lexicon.words(f"triggers.reports.{key}")])

        self.year = lazily(compiled, rf"(?<!\d)({_YEAR})(?:\s?年|(?={one_of('reviews')}))")
        self.school_year = lazily(compiled, rf"(?<!\d)(?P<first>{_YEAR})\s?{_TO}\s?(?P<last>(?:{_YEAR}|\d{{2}}))\s?(?:{one_of('school_years')})")
        census, told, moment, links = (either(lexicon.words(f"triggers.census.{key}")) for key in ("names", "told", "moments", "links"))
        self.census_names = lexicon.words("triggers.census.names")
        self.census = lazily(
            compiled, rf"第(?P<census>[一二三四五六七八九])次(?:{either(lexicon.words('triggers.census.of_all'))})(?P<of>{either(tuple(CENSUSES))})(?:{census})(?:{told})"
        )
        self.census_taken = lazily(compiled, rf"(?:{census})[^。]{{0,12}}(?:{moment})(?:{links})?(?P<year>{_YEAR})年")
        comparing = [word for word in lexicon.words("triggers.comparison.prepositions") if word not in lexicon.words("triggers.comparison.paired")]
        self.compared = lazily(compiled, rf"(?:{either(comparing)})({_YEAR})\s?年(?!{one_of('no_whole_year')})")
        self.until = lazily(compiled, rf"(?:{one_of('up_to')})\s?({_YEAR})\s?年")
        # 截至6月底: of the year of publication, where the month is over.
        self.until_month = lazily(compiled, rf"(?:{one_of('up_to')})\s?(\d{{1,2}})\s?月")
        meetings, held = one_of("meetings"), one_of("held")
        ends = one_of("year_ends")
        self.not_reported = lazily(
            compiled,
            rf"{_YEAR}\s?年(?:{ends})?的(?=\s?\d[\d.]*倍)"
            rf"|{_YEAR}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?[^。；]{{2,30}}?(?:{meetings})(?:上|[^。；]{{0,16}}?(?:{held}))",
        )
        # 从2016年的18537件上升, 2021年1月以来, 自2013年8月成立以来
        month = r"(?:\s?\d{1,2}\s?月)?"
        # 到2020年努力跟上全省现代化步伐: by when something is to be so; 增加到2020年的30件 was reached.
        self.by = lazily(compiled, rf"(?<![截\d年月—\-])到{_YEAR}\s?年(?!的|{ends})")
        self.begun = lazily(
            compiled,
            rf"(?:{either(lexicon.words('triggers.frame.from_words'))}){_YEAR}\s?年(?:{ends})?的|{_YEAR}\s?年{month}(?:{one_of('running_on')})"
            rf"|(?:{one_of('since')}){_YEAR}\s?年{month}[^，。；\d]{{2,12}}(?:{one_of('ever_since')})",
        )
        # （2019年1月12日在市第八届人民代表大会第四次会议上）, and who spoke.
        self.delivery = lazily(
            compiled,
            rf"^\s*[（(—–―-]*\s*{_YEAR}年\d{{1,2}}月\d{{1,2}}日"
            rf"(?:在[^，。]{{2,40}}?(?:(?:{meetings})上(?:[\s）)]*[\u4e00-\u9fff]{{0,8}}\s+[\u4e00-\u9fff\s]{{2,5}})?|第[一二三四五六七八九十]{{1,3}}届)|\s*[\u4e00-\u9fff\s]{{0,5}})[\s）)]*$",
        )
        self.delivered_on = lazily(compiled, rf"(?<!\d)({_YEAR})年[1-4]月\d{{1,2}}日[^。；，]{{0,14}}(?:{one_of('government_reports')})")
        self.parts_told = lazily(
            compiled,
            rf"(?<!\d)(?P<reviewed>{_YEAR})年(?:{one_of('governments')})?(?:{one_of('reviews')})[^。\d]{{1,12}}(?P<planned>{_YEAR})年[^。；，]{{0,6}}(?:{one_of('planned_parts')})",
        )
        self.aims, self.aims_follow = one_of("aims_of_year"), one_of("aims_follow")
        parts, behind = one_of("parts_of_last_year"), one_of("compared_with_last_year")
        last = either(lexicon.words("triggers.time.last_year"))
        this = either(lexicon.words("triggers.time.this_year"))
        self.this_year, self.last_year_words = lexicon.words("triggers.time.this_year"), lexicon.words("triggers.time.last_year")
        self.last_year = lazily(compiled, rf"(?<!{behind})(?:{last})(?!{parts})")
        self.this_year_whole = lazily(
            compiled, rf"(?:{this})(?!{one_of('parts_of_this_year')}|前[一二两三四五六七八九十\d]+个月|\d{{1,2}}\s?[-—–至]\s?\d{{1,2}}月|\d{{1,2}}月)"
        )
        self.told_of_this_year = lazily(compiled, one_of("told_of_this_year"))
        self.told_of_last_year = lazily(compiled, rf"(?<!{one_of('comparing_briefly')})(?:{last})(?!{one_of('same_period')})")
        self.of_month = lexicon.words("triggers.reports.of_month")
