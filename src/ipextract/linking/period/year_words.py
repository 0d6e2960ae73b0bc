"""The words around the years that a text names: what is reported on, compared with, planned for, or when a report was delivered."""

from __future__ import annotations

from ipextract.lexicon import Lexicon
from ipextract.linking.period.plans import CENSUSES
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily

#: Four digits of a year.
YEAR_DIGITS = _YEAR = r"(?:19|20)\d{2}"
_TO = "[-—–－~至]{1,2}"


class YearWords:
    """Patterns of the lists of `triggers.reports`, `triggers.census` and `triggers.time`, each explained where it stands in the data file.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        def one_of(*keys: str) -> str:
            return either([word for key in keys for word in lexicon.words(f"triggers.reports.{key}")])

        self.year = lazily(compiled, rf"(?<!\d)({_YEAR})(?:\s?年|(?={one_of('reviews')}))")
        # 质押融资达2012.5亿元, 授权专利2012件: a number that counts something is no year in a headline.
        self.bare_year = lazily(compiled, rf"(?<!\d)({_YEAR})(?!\d|[\d.,]*\s?(?:{one_of('counted_behind')}))")
        self.school_year = lazily(compiled, rf"(?<!\d)(?P<first>{_YEAR})\s?{_TO}\s?(?P<last>(?:{_YEAR}|\d{{2}}))\s?(?:{one_of('school_years')})")
        census, told, moment, links = (either(lexicon.words(f"triggers.census.{key}")) for key in ("names", "told", "moments", "links"))
        self.census_names = lexicon.words("triggers.census.names")
        self.census = lazily(
            compiled, rf"第(?P<census>[一二三四五六七八九])次(?:{either(lexicon.words('triggers.census.of_all'))})(?P<of>{either(tuple(CENSUSES))})(?:{census})(?:{told})"
        )
        self.census_taken = lazily(compiled, rf"(?:{census})[^。]{{0,12}}(?:{moment})(?:{links})?(?P<year>{_YEAR})年")
        comparing = [*(word for word in lexicon.words("triggers.comparison.prepositions") if word not in lexicon.words("triggers.comparison.paired")), *lexicon.words("triggers.comparison.compounds")]
        # 与2017年相比, 与2010年的3.1万人相比: with the word that ends it; 与2010年基本持平, and not 与2017年计划目标持平.
        paired, completed, level = (either(lexicon.words(f"triggers.comparison.{key}")) for key in ("paired", "compared_ends", "completed"))
        with_end = rf"(?:{paired})(?=\s?(?:{_YEAR})\s?年(?:（[^（）。]{{0,40}}）)?(?:[^，。；]{{0,30}}?(?:{completed})|[^，。；]{{0,2}}(?:{level})))"
        self.compared = lazily(compiled, rf"(?:{either(comparing)}|{with_end})\s?({_YEAR})\s?年(?:[到至]\s?{_YEAR}\s?年)?(?!{one_of('no_whole_year')})")
        # 与2010年（第六次全国人口普查）相比: the years of a census that something is compared with.
        self.compared_census = lazily(compiled, rf"(?:{either(comparing)}|{with_end})\s?({_YEAR})\s?年[（\s]{{0,2}}第?[^，。；）]{{0,10}}(?:{census})")
        # 比2019年末净增98家: of what was then nothing is told but that.
        self.compared_ends = lazily(compiled, rf"(?:{either(comparing)})({_YEAR})\s?年(?:{one_of('year_ends')})")
        self.until = lazily(compiled, rf"(?:{one_of('up_to')})\s?({_YEAR})\s?年")
        # 3月25日，项目开工, and not 5月14日，记者从自治区林业厅获悉: a day of no year that something is told of.
        self.day_alone = lazily(compiled, rf"(?<![年\d])(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?日(?![^。；]{{0,30}}(?:{one_of('learned')}))")
        # 截至6月底: of the year of publication, where the month is over.
        self.until_month = lazily(compiled, rf"(?:{one_of('up_to')})\s?(\d{{1,2}})\s?月")
        meetings, held = one_of("meetings"), one_of("held")
        ends = one_of("year_ends")
        # 2016年全省交通运输工作会议: of the year in which a meeting looks back on the one before.
        yearly = rf"(?:度)?(?:(?!{one_of('no_yearly_meetings')})[^。；，\d]){{2,24}}?(?:{one_of('yearly_meetings')})"
        self.year_of_meeting = lazily(compiled, rf"(?<!\d)({_YEAR})\s?年{yearly}")
        # 恢复至2019年的86%, 恢复到2019年同期水平: by what something is measured.
        measured_by = either(lexicon.words("triggers.measured_by.verbs"))
        self.not_reported = lazily(
            compiled,
            rf"{_YEAR}\s?年(?:{ends})?的(?=\s?\d[\d.]*倍)|(?:{measured_by})\s?{_YEAR}\s?年|{_YEAR}\s?年(?={yearly})|[（(]{_YEAR}\s?年(?:{one_of('revised')})[）)]|{_YEAR}\s?年(?=(?:{one_of('quarters')})?(?:{one_of('briefings')}))"
            rf"|{_YEAR}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?[^。；]{{2,30}}?(?:{meetings})(?:上|[^。；]{{0,16}}?(?:{held}))",
        )
        # 2020年1月17日，海关对外发布，2019年…; 2020年，计划再提高一成, 同意2020年工作安排: when it was told, and what is to come, beside the year told of.
        planning = either(lexicon.words("triggers.planning.will"))
        self.beside_told = lazily(
            compiled,
            rf"{_YEAR}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日[^。；\d]{{0,24}}?(?:{either(lexicon.words('triggers.time.released'))}|{one_of('learned')}|{one_of('briefings')})|{_YEAR}\s?年，?(?:{planning})|{_YEAR}\s?年(?=度?(?:{one_of('works_ahead')}))",
        )
        # 从2016年的18537件上升, 2021年1月以来, 自2013年8月成立以来
        month = r"(?:\s?\d{1,2}\s?月)?"
        # 到2020年努力跟上全省现代化步伐: by when something is to be so; 增加到2020年的30件 was reached.
        self.by = lazily(compiled, rf"(?<![截\d年月—\-])到{_YEAR}\s?年(?!的|{ends})")
        self.begun = lazily(
            compiled,
            rf"(?:{either(lexicon.words('triggers.frame.from_words'))}){_YEAR}\s?年(?:{ends})?的|{_YEAR}\s?年{month}(?:{one_of('running_on')})"
            rf"|(?:{one_of('since')}){_YEAR}\s?年{month}[^，。；\d]{{2,12}}(?:{one_of('ever_since')})|(?:{one_of('founded')}){_YEAR}\s?年",
        )
        # 刚刚过去的2022年，是极不平凡的一年: what a text begins with.
        self.opened = lazily(compiled, rf"\s*(?:在|{one_of('gone_by')})?({_YEAR})\s?年(?!\s?\d|{ends}|{one_of('running_on')})")
        # 2024年知识产权工作要点, 甲县2024年民生实事项目清单: the title of what is to be done in a year.
        self.plan_of_year = lazily(
            compiled, rf"(?<!\d)(?P<year>{_YEAR})\s?年(?:度)?(?:(?!{one_of('no_plans')})[^。；]){{0,24}}?(?:{one_of('plans_of_year')})(?:{one_of('behind_plans')}|[（(][^（）()]*[）)]|[”》」])*$"
        )
        # （2019年1月12日在市第八届人民代表大会第四次会议上）, and who spoke.
        self.delivery = lazily(
            compiled,
            rf"^\s*[（(—–―-]*\s*{_YEAR}年\d{{1,2}}月\d{{1,2}}日"
            rf"(?:在[^，。]{{2,40}}?(?:(?:{meetings})上(?:[\s）)]*[\u4e00-\u9fff]{{0,8}}\s+[\u4e00-\u9fff\s]{{2,5}})?|第[一二三四五六七八九十]{{1,3}}届)|\s*[\u4e00-\u9fff\s]{{0,5}})[\s）)]*$",
        )
        self.delivered_on = lazily(compiled, rf"(?<!\d)({_YEAR})年[1-4]月\d{{1,2}}日[^。；，]{{0,14}}(?:{one_of('government_reports')})")
        # 从日前举行的2019年全市知识产权工作会议获悉: the year of a meeting is that in which its news was written.
        met = rf"(?P<year>{_YEAR})\s?年[^。；，\d]{{0,20}}(?:{meetings})"
        self.met_in = lazily(compiled, rf"(?:{held})的(?<!\d){met}|(?<!\d){met}上?(?:{one_of('learned')})")
        # 从2012中国商标年会上获悉: its year, without 年.
        self.meeting_name = lazily(compiled, rf"(?<!\d)({_YEAR})(?![\d年])[^。；，\d]{{2,20}}(?:{meetings})上?(?:{one_of('learned')})")
        self.parts_told = lazily(
            compiled,
            rf"(?<!\d)(?P<reviewed>{_YEAR})年(?:的)?(?:{one_of('governments')})?(?:{one_of('reviews')})[^。\d]{{1,12}}(?P<planned>{_YEAR})年[^。；，]{{0,6}}(?:{one_of('planned_parts')})",
        )
        # 报告回顾了2018年的工作，…；对2019年工作作了安排。: news of a report.
        self.report_told = lazily(
            compiled, rf"(?:{one_of('looks_back', 'looked_back')})了?[^。；\d]{{0,24}}(?P<reviewed>{_YEAR})年[\s\S]{{1,400}}?(?P<planned>{_YEAR})年[^。；，\d]{{0,10}}(?:{one_of('planned_parts')})"
        )
        # 审查2022年…计划执行情况与2023年…计划草案的报告: of what a session examines.
        self.session_told = lazily(
            compiled, rf"(?<!\d)(?P<reviewed>{_YEAR})年[^。；\d]{{2,24}}(?:{one_of('executed')})[^。；\d]{{1,4}}(?P<planned>{_YEAR})年[^。；\d]{{2,24}}(?:{one_of('drafts')})"
        )
        self.aims, self.aims_follow = one_of("aims_of_year"), one_of("aims_follow")
        # 今年将怎么做，有哪些新目标？
        self.year_planned = (*lexicon.words("triggers.time.this_year"), *lexicon.words("triggers.reports.new_year"))
        self.aims_of_this_year = lazily(compiled, rf"(?:{either(self.year_planned)})[^。；\d]{{0,16}}(?:{self.aims})[^。；\d]{{0,4}}(?:{self.aims_follow})")
        self.rest_of_year = lazily(compiled, one_of("rest_of_year"))
        self.looking_back = lazily(compiled, one_of("looking_back"))
        self.aims_told = lazily(compiled, rf"(?:{either(self.year_planned)}|{_YEAR}年)[^。！？\d]{{0,40}}(?:{one_of('aims_told')})")
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
        self.year_gone = lazily(compiled, one_of("year_gone"))
        # 2025年“知识产权服务万里行”活动
        self.campaign = lazily(compiled, rf"(?<!\d)({_YEAR})\s?年(?:度)?[“《]?[^，。；\d]{{0,20}}(?:{one_of('campaigns')})")
        # “护苗2021”专项行动, and not “制造强国2025”行动纲要
        self.campaign_name = lazily(compiled, rf"[“\"「][^“”，。；\d]{{1,8}}({_YEAR})[”\"」][^“”，。；\d]{{0,8}}(?:{one_of('campaigns')})(?!{one_of('drawn_up')})")
        # 2019年预计全年将减征23.9亿元; 2017年累计到位资金544亿元，完成全年目标的97%: the year is going on.
        going_on = rf"(?:{one_of('foreseeing')})(?:{one_of('all_year')})|(?:{either(lexicon.words('measures.naming.cumulated'))})[^。；]{{0,30}}(?:{one_of('all_year')})(?:{either(lexicon.words('triggers.time.plans'))})"
        self.year_going_on = lazily(compiled, rf"(?<!\d)({_YEAR})\s?年(?:{going_on})")
        # 截至12月8日，2021年全省共登记…: of the year in which it was told.
        self.year_so_far = lazily(compiled, rf"(?:{one_of('up_to')})\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日|底|末)?，({_YEAR})\s?年(?!\s?\d)")
        self.running_on, self.briefings, self.of_month = (lexicon.words(f"triggers.reports.{key}") for key in ("running_on", "briefings", "of_month"))
