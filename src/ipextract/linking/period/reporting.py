"""The words by which a report, a plan and the parts of both are known."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.period.plans import Plans
from ipextract.linking.period.year_words import YEAR_DIGITS, YearWords
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

#: How many years 过去五年, 今后三年, 近5年 are.
PERIOD_YEARS = {"三": 3, "四": 4, "五": 5, "六": 6, "3": 3, "4": 4, "5": 5, "6": 6}
_COUNT = f"[{''.join(PERIOD_YEARS)}]"


class ReportWords(YearWords):
    """Patterns of the lists of `triggers.reports` by which reports, plans and their parts are known, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)

        def one_of(*keys: str) -> str:
            return either([word for key in keys for word in lexicon.words(f"triggers.reports.{key}")])

        aims, reached, pursuing, went = (either(lexicon.words(f"triggers.status.{key}")) for key in ("headings", "reached", "pursuing", "went"))
        self.aims_reached = compiled(rf"(?<!(?:{pursuing})[^，。；]{{0,12}})(?:{aims})[^，。；、]{{0,4}}?(?:{reached})(?:{went})?(?=$|[，。；！）)])")
        self.executed = compiled(rf"(?<!\d)((?:19|20)\d{{2}})\s?年(?:(?!\d{{4}}\s?年)[^，。；]){{0,30}}?(?:{one_of('executed')})")
        self.report = compiled(rf"{one_of('titles')}|(?:{one_of('carried_out_plans')}).{{0,30}}(?:{one_of('drafts')})")
        self.bulletin = compiled(one_of("bulletins"))
        # 今年以来, 今年拟安排: not of a year that is over.
        modal = either([word for key in ("modal", "target") for word in lexicon.words(f"triggers.status.{key}")])
        this, since, begun = (either(lexicon.words(f"triggers.time.{key}")) for key in ("this_year", "since_then", "since_begun"))
        self.year_goes_on = compiled(rf"(?:{this})(?:(?:{begun})?(?:{since})|[^，。；]{{0,16}}(?:{modal}))")
        self.spoken, self.report_made = compiled(one_of("titles", "spoken")), lazily(compiled, one_of("report_made"))
        self.at_session = compiled(rf"(?:{one_of('session_bodies')})(?:{one_of('titles')})")
        # 关于2020年度本级预算执行的审计工作报告, 县应急管理局2020年度工作报告: the year that such a report is on; that of a government may be when it was delivered.
        self.reported_year = compiled(rf"(?<!\d)((?:19|20)\d{{2}})\s?(?:{one_of('reported_years')})(?!.*(?:{one_of('session_bodies_alone')})(?:{one_of('titles')}))")
        self.of_own_year = compiled(rf"(?:{one_of('reporting_on_year')}).*(?:{one_of('titles')})")
        grounds, of_grounds = (either(lexicon.words(f"triggers.status.{key}")) for key in ("plan_grounds", "of_plan_grounds"))
        self.plan_grounds = lazily(compiled, rf"[\s#*]*(?:第[一二三四五六七八九十\d]+(?:章|节)|[（(]?[一二三四五六七八九十\d]+[、.．）)])?\s*(?:{of_grounds})*(?:{grounds})")
        self.drawn_up = compiled(one_of("drawn_up"))
        self.is_plan = compiled(rf"(?:{one_of('drawn_up')})[”\"」』》]?(?:[（(][^（）()]*[）)])?[”\"」』》]?(?:{one_of('behind_plans')})?$")
        self.laid_down = compiled(rf"(?:{one_of('laid_down')})(?:[（(][^（）()]*[）)])?$")
        self.carried_out = compiled(one_of("carried_out"))
        self.reviewed = compiled(rf"{one_of('reviewed')}|(?:{one_of('work')})$")
        self.year_reviewed = compiled(rf"(?<!\d)(?:19|20)\d{{2}}\s?年(?:{one_of('work_in_titles')})?(?:{one_of('reviewed')})")
        # 4月24日，市局召开新闻发布会，通报2022年全市知识产权保护状况: what is presented at a conference is on the year that its name has.
        self.presented = lazily(compiled, rf"(?:{one_of('presenting')})了?《?(?P<year>{YEAR_DIGITS})\s?年(?:度)?[^，。；\d]{{0,24}}(?:{one_of('presented')})")
        self.yearbook = compiled(one_of("yearbooks"))
        self.told_below = lexicon.words("triggers.reports.told_below")
        self.looks_back = compiled(one_of("looks_back"))
        self.ahead = compiled(one_of("ahead", "work"))
        past, terms, reviews = one_of("past"), one_of("terms"), one_of("term_reviews")
        self.past_years = compiled(rf"(?:{past})的?(?P<count>{_COUNT})年")
        # 过去5年, alone on its line: of the lines below it.
        self.only_past_years = compiled(rf"\W{{0,4}}(?:[一二三四五六七八九十]{{1,3}}[、.．])?(?:{past})的?(?P<count>{_COUNT})年(?:{one_of('years_since')})?\W{{0,3}}")
        self.several_years = compiled(
            rf"(?:{past}|{terms})(?:的)?(?P<count>{_COUNT})年|(?P<term>{terms})(?:{reviews})?(?:{one_of('looks_back')})"
            rf"|^[\s#*]*(?:[（(]?[一二三][、）)])?\s*(?P<alone>{_COUNT})年(?:{one_of('years_told')})|(?<!{one_of('coming')})的(?P<those>{_COUNT})年$"
        )
        # 自2019年1月1日设立以来，共受理案件2400件: what was done up to now is summed up.
        summed = either(lexicon.words("triggers.reports.summed_up_since"))
        self.summed_since = lazily(
            compiled,
            rf"(?P<time>(?:{one_of('since')})(?P<year>{YEAR_DIGITS})\s?年(?:(?P<month>1[0-2]|0?[1-9])月)?(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?[^，。；\d]{{0,16}}(?:{one_of('ever_since')}))，[^。；\d]{{0,24}}?(?:{summed})[^。；\d]{{1,16}}\d",
        )
        # 2022年，受理案件320件: a sentence that a year heads.
        self.year_heads = lazily(compiled, rf"(?:^|[。；\n])\s*(?:在|{one_of('up_to')})?{YEAR_DIGITS}\s?年(?!\s?\d{{1,2}}\s?月)")
        self.ever_since = lexicon.words("triggers.time.since_then")
        # 五年来, by how many years they are.
        self.years_since = {count: tuple(f"{name}年{word}" for name, years in PERIOD_YEARS.items() if years == count for word in lexicon.words("triggers.reports.years_since")) for count in PERIOD_YEARS.values()}
        # 40．新时代“银龄人才万人计划”：, 34.“十县百乡”示范引领工程（2024—2026年）：: a note on what is to be done.
        self.planned_term = compiled(rf"\s*(?:\d{{1,3}}[.、．])?[^：:，。；]{{2,40}}(?:{one_of('planned_terms')})[”\"」』]?(?:（[^（）]{{0,24}}）)?[：:]")
        # 我市将办好十件民生实事。1.加强供水保障…: what follows, item by item, is to be done.
        self.will = will = either(lexicon.words("triggers.planning.will"))
        # 今年工作打算, 今年计划实施审计项目50个: of a year that is to come.
        self.this_year_ahead = lazily(compiled, rf"(?:{this})[^，。；]{{0,16}}?(?:{will}|{one_of('ahead')}|{either(lexicon.words('triggers.status.target'))})")
        self.next_year = lexicon.words("triggers.time.next_year")
        # 2025年，区法院将坚持公正司法: what will be done in a year that a sentence begins with.
        self.intended = lazily(compiled, rf"(?:^|[。；\s])((?:19|20)\d{{2}})年，?[^，。；\d]{{0,12}}(?:{will}|{one_of('intending')})(?!\d)")
        self.things_announced = lexicon.words("triggers.reports.announced")
        self.announced = compiled(rf"(?:^|[，。；！\s年])[^，。；]{{0,12}}(?:{will}|{one_of('promised')})[^，。；]{{1,16}}(?:{one_of('announced')})[”\"」]?[。：:！]?\s*$")
        # 2018年要突出抓好以下工作：, 今年，我们将着力做好以下几方面工作：: what a report on the year before goes on with.
        self.work_ahead = compiled(rf"(?:^|[，。；！\s])(?:(?P<year>(?:19|20)\d\d)年|{either((*lexicon.words('triggers.time.this_year'), *lexicon.words('triggers.reports.new_year'), *lexicon.words('triggers.status.ahead_of_list')))})[^。；：]{{0,24}}(?:{one_of('announced')})[：:。]?\s*$")
        # 全省“十一五”经济社会发展的主要目标是：1.经济增长…
        self.going_on = lexicon.words("triggers.reports.going_on")
        self.announced_aims = lexicon.words("triggers.reports.announced_aims")
        # 2024年国庆假期旅游情况, “五一”小长假, and not 国庆假期前夕; 这个黄金周
        golden, not_in = one_of("golden_weeks"), one_of("before_holidays")
        self.holidays = {key: compiled(rf"(?:{either(names)})[”\"]?(?:{one_of('days_off')}|{golden})(?!{not_in})") for key, names in lexicon.table("triggers.reports.holidays").items()}
        self.golden_week = compiled(rf"(?:{golden})(?!{not_in})")
        self.plans = Plans(lexicon)
        self.coming_years = compiled(rf"(?:{one_of('coming')})(?P<count>{_COUNT})年")
