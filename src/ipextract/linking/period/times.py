"""What a token of time does: it dates the numbers behind it, one number alone, or nothing."""

from __future__ import annotations

from datetime import date, timedelta

from ipextract.linking.period.averaged import rates_of_years
from ipextract.linking.period.other_times import is_of_figure_compared_with, is_said_of_something_else, is_streak, names_event, told_of_base
from ipextract.linking.period.periods import resolve
from ipextract.linking.period.spans import Span, month_end, year_span
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NUMBERS, Token

# How long a heading at the head of its paragraph may be.
_RUN_IN = 24
# ，全市|累计: how far behind a time the word may stand that says what is summed up.
_NEXT_WORDS = 6
# 3月1日|至
_BEGUN = 2
# News may count up to the end of its month or year before it is there.
_LAST_DAYS = timedelta(days=31)
# Of a time of several months that is no quarter, the groups of its pattern: 1—8月, 前8个月, 上半年, 前三季度.
_NEVER_IN_TURN = ("m1", "mn", "half", "q3")
# Days off, of which the calendar tells some.
_HOLIDAYS = ("time.holiday", "time.first_days")
#: 5月1日起: from when something is in force, which holds for what its clause tells and no sentence behind it.
FROM_ON = "起"
#: Forms that name their year.
_WITH_YEAR = ("time.dated", "time.moment", "time.years", "time.iso")


def take_time(walk: Walk, index: int) -> None:
    """The time at `index` becomes the walk's period, unless it is said of something else."""
    token = walk.tokens[index]
    if is_streak(token):
        return
    if walk.basis is not None and walk.basis.basis == "mom" and isinstance(token.value, dict) and any(map(token.value.get, _NEVER_IN_TURN)):
        # 8月份环比增长3.9%。1—8月，…增长31.4%: no such time is compared with one of its kind before it.
        walk.basis = None
    span = span_of(walk, index)
    if span is None:
        _take_unknown(walk, token)
        return
    if _looks_ahead(walk, index, span):
        span = span._replace(ahead=True)
    if (begun := _begun(walk, index)) is not None and begun.start < span.end:
        # 2022年11月10日至2022年底
        span = span._replace(text=f"{begun.text}{walk.row.words(index - 1)}{span.text}", start=begun.start)
    walk.spans[index] = span
    if is_of_figure_compared_with(walk, index):
        walk.timed[index + 1] = span
        return
    if walk.text[token.start - 1 : token.start] in walk.vocabulary.comparison.base_openings and (told := told_of_base(walk, index)) is not None:
        walk.timed.update(dict.fromkeys(told, span))
        return
    if is_said_of_something_else(walk, index) or names_event(walk, index):
        walk.beside.add(index)
        return
    of_years = rates_of_years(walk, index) or _summed_ahead(walk, index, span)
    if of_years:
        walk.timed.update(dict.fromkeys(of_years, span))
        walk.beside.add(index)
        return
    if token.rule in _WITH_YEAR and (token.value.get("year") or token.value.get("rel")):
        walk.dated = span
        if span.years == 1 and not walk.brackets:
            walk.year_named, walk.year_named_in = span, walk.sentence
    if walk.text.startswith(walk.vocabulary.times.briefings, token.end):
        # 在2019年第一季度例行新闻发布会上获悉: when news was told.
        return
    if span.day and token.rule != "time.moment" and (walk.vocabulary.times.speech.search(walk.row.clause(index)) or _is_of_release(walk, index)):
        return
    walk.period, walk.undated = span, False
    if _heads_paragraph(walk, index, span):
        walk.lasting = span
    if index and walk.tokens[index - 1].letter == ";":
        walk.parts_from = None


def _take_unknown(walk: Walk, token: Token) -> None:
    """A time that nobody can date: 自成立以来; 端午假期 behind 国庆期间 ends that."""
    walk.undated = walk.undated or token.rule == "time.founded"
    if token.rule in _HOLIDAYS and any(span is walk.period and walk.tokens[place].rule in _HOLIDAYS for place, span in walk.spans.items()):
        # 国庆期间接待游客32万人次。“五一”假期接待游客58万人次: of other days.
        walk.period = walk.setting.period


def _summed_ahead(walk: Walk, index: int, span: Span) -> list[int]:
    """到2015年生产总值突破2000亿元，投资五年累计突破5000亿元，财政收入突破350亿元: the numbers of the clause, where what comes together in it, and nothing behind it, is of all the years planned for; else none (五年累计投资5000亿元，培训30万人)."""
    if walk.row.clause_start(index) == index or not (span.ahead and took_years(walk.tokens[index]) and walk.period is not None and walk.period.ahead and walk.period.years == 1):
        return []
    stop = next((place for place in range(index, len(walk.tokens)) if walk.tokens[place].letter in CLAUSE_ENDS), len(walk.tokens))
    return [place for place in range(index, stop) if walk.tokens[place].letter in NUMBERS]


def _begun(walk: Walk, index: int) -> Span | None:
    """3月1日 of 3月1日至6月底: the day from which the time at `index` runs; None where nothing but 至 does not stand between."""
    if index < _BEGUN or walk.row.letters(index - _BEGUN, index) != "TX" or walk.row.words(index - 1) not in walk.vocabulary.through:
        return None
    begun = walk.spans.get(index - _BEGUN)
    return begun if begun is not None and begun.day else None


def _is_of_release(walk: Walk, index: int) -> bool:
    """4月24日，在世界知识产权日来临之际，全市发布2021年工作情况：: whether a release is spoken of between the day at `index` and the next time, with no number between; 1月10日，记者从发布会上获悉，…: or news in the next clause."""
    if walk.row.letters(index + 1, index + 3) == ",X" and any(word in walk.row.clause(index + 2) for word in walk.vocabulary.times.learned):
        return True
    stop = next((place for place in range(index + 1, len(walk.tokens)) if walk.tokens[place].letter in "#%QMU.;" or walk.tokens[place].rule in _WITH_YEAR), len(walk.tokens))
    if stop == len(walk.tokens) or walk.tokens[stop].letter != "T" or walk.row.letters(index + 1, index + 2) != ",":
        return False
    return walk.vocabulary.times.released.search(walk.text, walk.tokens[index].end, walk.tokens[stop].start) is not None


def _heads_paragraph(walk: Walk, index: int, span: Span) -> bool:
    """Whether the sentences behind this one are of the time too.

    2024年 or 上半年 at the head of a paragraph holds for it; 截至2022年底 at the head of a sentence holds
    for the ones that follow it; 年末 holds for its own sentence alone.
    """
    token = walk.tokens[index]
    if token.rule == "time.moment" and (token.value.get("year") or _sums_up(walk, index)):
        return not walk.row.has_claim(walk.sentence_start, index)
    if walk.row.words(index).endswith(walk.vocabulary.since_then) and not walk.row.number_in_sentence(index):
        # 去年以来，我市大力实施…。2018年，…: it sets the scene of its own sentence.
        return False
    if walk.text[: token.start].endswith(walk.vocabulary.from_words) and span.years == 1 and not _is_looked_at(walk, index):
        # 由上年第四位升至第二位: where it came from.
        return False
    if span.day or span.moment or took_years(token) or walk.row.words(index).endswith(FROM_ON):
        return False
    if "/T" in (walk.row.letters(index + 1, index + 3), walk.row.letters(max(0, index - 2), index)[::-1]):
        # 1—4月、5—9月、10—12月: one of several.
        return False
    section = walk.setting.period
    if section is not None and section.years > 1 and not walk.setting.target and span.years == 1 and span.end == section.end and not _is_part_of_year(span):
        # Among 过去四年 the last of the years, once a sentence begins with it, is that of the states behind it.
        return not walk.row.has_claim(walk.sentence_start, index)
    if section is not None and index > walk.sentence_start and _is_of_one_measure(walk, index, span, section):
        return False
    if section is not None and _gives_way(walk, index, span, section):
        return False
    if _narrows(walk, index) or _goes_on_to(walk, index, span):
        return True
    if _dates_so_far(walk, index, span):
        return True
    if _widens(walk, index, span):
        # 11月份指数为103.9。1-11月，…: the months from the first of the year on hold for what follows, too.
        return True
    if walk.lasting is not None and not (walk.lasting.years > 1 and span.years == 1 and walk.lasting.start <= span.start <= span.end <= walk.lasting.end):
        # “十二五”期间增长较快，尤其是2015年，受理12250件: the year takes over from years of which nothing was stated.
        return False
    return (walk.sentence == 0 or _is_first_statement(walk, index) or _looks_back(walk, index, span) or _begins_to_tell(walk, index)) and not walk.drafts


def _sums_up(walk: Walk, index: int) -> bool:
    """截至6月底，累计完成供应量56.3万吨。节约电力405万度: whether a paragraph begins with what was done up to the end of a month, of which what follows is too."""
    end = walk.tokens[index].end
    return walk.sentence == 0 and bool(walk.tokens[index].value.get("m")) and any(word in walk.text[end : end + _NEXT_WORDS] for word in walk.vocabulary.names.cumulated)


def _is_of_one_measure(walk: Walk, index: int, span: Span, section: Span) -> bool:
    """运用方面，2020年产业增加值达到12亿元。融资额达3亿元, in news on 2021: whether a year before the one reported on stands right before what is of it, behind what the paragraph is about."""
    is_before = section.years == span.years == 1 and span.end < section.start and not _is_part_of_year(span) and not walk.setting.clock.guessed
    return is_before and walk.row.letters(index - 1, index + 2) == ",TX" and walk.text.endswith(walk.vocabulary.clauses.regards, 0, walk.tokens[index - 1].start)


def _gives_way(walk: Walk, index: int, span: Span, section: Span) -> bool:
    """生产总值2019年首次站上千亿台阶，2020年下降3.5%。市场主体突破35万户: whether the sentence goes on, at the head of a clause, from a year before to the last that is told of."""
    if span.years > 1 or span.end >= section.end or walk.setting.clock.guessed:
        return False
    for place in range(index + 1, len(walk.tokens)):
        token = walk.tokens[place]
        if token.letter == ".":
            return False
        if token.rule in _WITH_YEAR and walk.row.clause_start(place) == place and (later := span_of(walk, place)) is not None and later.years == 1 and later.end == section.end:
            return True
    return False


def _goes_on_to(walk: Walk, index: int, span: Span) -> bool:
    """2012年，新建学校12所。2015年，新建学校36所。学前三年毛入园率达36%: whether a sentence begins with a whole year behind the one that held."""
    last, named = walk.lasting, walk.tokens[index].value
    if index != walk.sentence_start or walk.row.letters(index + 1, index + 2) != ",":
        return False
    if any(map(named.get, _NEVER_IN_TURN)) and (named.get("rel") or (last is not None and named.get("year"))) and span.years == 1 and not span.ahead:
        # 2023年二季度开业率为69.3%。今年上半年，新登记企业887户。新设个体户580户: months up to one behind what held, too, or behind what had no time.
        return last is None or (last.years == 1 and span.start > last.end)
    if last is None or _is_part_of_year(span) or _is_part_of_year(last):
        return False
    return bool(named.get("year")) and span.years == last.years == 1 and span.start > last.start and not span.ahead


def _dates_so_far(walk: Walk, index: int, span: Span) -> bool:
    """今年以来，用电量平缓增长，上半年完成3008亿千瓦时: whether nothing was stated of the year so far, or of the year that the sentence before named, and the part of the year says how far that goes."""
    last = walk.lasting
    place = next((place for place in walk.spans if walk.spans[place] is last), None) if last is not None and not walk.drafts else None
    if place is None or last is None or not _is_part_of_year(span) or span.moment or (last.start.year, last.end.year) != (span.start.year, span.end.year):
        return False
    return walk.tokens[place].rule == "time.now" or (place < walk.sentence_start == index and walk.tokens[place].rule == "time.dated")


def _begins_to_tell(walk: Walk, index: int) -> bool:
    """商贸业是全市的支柱产业，…。2018年，全市实现零售总额940亿元。住宿餐饮业零售额114亿元: whether behind sentences without a number one begins with a year, with months of several (2012年以来至2017年10月，), or with months of it up to one (上半年，…), apart from what it tells."""
    named = walk.tokens[index].value
    if index != walk.sentence_start or not (named.get("year") or named.get("mb") or any(map(named.get, _NEVER_IN_TURN))) or walk.row.letters(index + 1, index + 2) != ",":
        return False
    # 2016年，园区获批建设。目前入驻企业35家; 全年实现收入20亿元: the year is that of one thing of the past.
    rest = walk.text[walk.tokens[index].end :]
    return not any(word in rest for word in (*walk.vocabulary.comparison.whole_years, *walk.vocabulary.times.by_now))


def _looks_back(walk: Walk, index: int, span: Span) -> bool:
    """报告指出，过去的一年实现生产总值415亿元。财政收入21亿元: whether among plans the first number of a paragraph is of a year that is over."""
    year = walk.setting.clock.year
    return walk.setting.target and year is not None and span.years == 1 and span.end.year <= year and walk.row.number_in_clause(index)


def _narrows(walk: Walk, index: int) -> bool:
    """2024年全省上半年专利申请5件: whether nothing but a place stands between a year that heads the paragraph and its part."""
    year = index - 1 if walk.tokens[index].rule == "time.holiday" else index - 2
    # 今年国庆黄金周期间
    stands = walk.row.letters(year, index) == ("T" if year == index - 1 else "TR")
    return year >= 0 and stands and walk.spans.get(year) is not None and walk.spans[year] is walk.lasting


def _widens(walk: Walk, index: int, span: Span) -> bool:
    """Whether a sentence begins with the months up to the one that the paragraph began with, or up to one before, of which alone some figures are out yet; or with the year at whose end the paragraph began."""
    last = walk.lasting
    if walk.text.startswith(walk.vocabulary.times.mean, walk.tokens[index].end):
        # 10月份，价格下降0.2%。1-10月平均，价格上涨0.4%。食品价格下降1.9%: what is a mean over the months is told beside.
        return False
    if last is not None and last.moment and index == walk.sentence_start and not span.moment and span.end == last.end and span.years == 1 and walk.stood is last:
        # 截至2021年末，机构共2187家。2021年，营业收入112亿元。代理专利8.6万件: what is done goes on in the year, and what stands is so at its end.
        return True
    begins = index == walk.sentence_start or _is_looked_at(walk, index) or _follows_view(walk, index)
    return last is not None and not last.moment and begins and last.years == 1 and span.end <= last.end and (span.start.month, span.start.day) == (1, 1) and span.start < last.start


def _is_looked_at(walk: Walk, index: int) -> bool:
    """从1至5月累计看，收入61亿元: whether the sentence begins with a look at the time at `index`."""
    first, behind = walk.sentence_start, walk.row.letters(index + 1, index + 3)
    if walk.row.words_between(first, index) not in walk.vocabulary.from_words or behind != "X,":
        return False
    return walk.row.words(index + 1).endswith(walk.vocabulary.clauses.looking)


def _follows_view(walk: Walk, index: int) -> bool:
    """从累计看，1—5月收入61亿元: whether nothing but what is looked at stands before the time at `index` in its sentence."""
    first = walk.sentence_start
    return first < index and walk.row.letters(first, index) in ("X,", "YX,") and walk.row.words(index - 2).endswith(walk.vocabulary.clauses.looking)


def took_years(token: Token) -> bool:
    """五年发放补贴197亿元: over how many years one thing was done, and not 五年来, which holds for what follows too."""
    return token.rule == "time.running" and bool(token.value.get("n2")) and not token.value.get("throughout")


def _is_first_statement(walk: Walk, index: int) -> bool:
    """Whether but a heading stands before the sentence: ——经济实力增强。2006年，…."""
    return walk.sentence == 1 and walk.tokens[walk.sentence_start].start <= _RUN_IN and not walk.row.has_number(0, index)


def span_of(walk: Walk, index: int) -> Span | None:
    """上半年, 年末 are of the year that this sentence names; else of the section's or document's."""
    token = walk.tokens[index]
    form = token.rule.removeprefix("time.")
    if form == "during":
        # 自9月1日至11月30日开展行动，…在行动期间查获4起: the days named last.
        return next((walk.spans[place] for place in reversed(walk.spans) if walk.tokens[place].rule == "time.days"), None)
    if form == "same_day":
        # 2月24日开行列车8342列。某局当日发送旅客87万人次: the day named last.
        return next((span for span in reversed(walk.spans.values()) if span.day), None)
    current = walk.dated if walk.dated is not None else walk.setting.period
    if walk.dated is None and walk.lasting is not None and walk.lasting.years == 1 and walk.row.words(index) in walk.vocabulary.comparison.whole_years:
        # 2016年是开局之年。全年新增就业3000人: of the year that the paragraph begins with.
        # 去年授权300件。上半年融资2亿元，全年预计4亿元: of the year of which the sentence told a part.
        part = walk.period
        told = part is not None and part is not walk.lasting and part.years == 1 and not part.moment and _is_part_of_year(part)
        current = part if told else walk.lasting
    says_same = form == "edge" or token.value.get("rel") is not None
    if says_same and walk.dated is None and walk.period is not None and walk.period.ahead and walk.period is walk.lasting:
        # 2024年，收入预计13亿元。社会保险基金收入6.8亿元，…，年末滚存结余8.3亿元: of the year that the paragraph plans for.
        current = walk.period
    if walk.dated is None and walk.year_named is not None and _is_same_year(walk, token.value.get("rel")):
        # 1959年，市科委制定规划。同年，购置仪器5台: of the year that was named last.
        current = walk.year_named
    if form == "edge" and token.value["alone"] not in walk.vocabulary.year_ends:
        current = walk.period or current
    elif form == "now":
        current = walk.period
    span = resolve(token.value, form, walk.row.words(index), walk.setting.clock, current)
    if form == "running" and span is not None and token.value.get("n2"):
        span = _years_planned(walk, span) or _years_named(walk, span) or span
    elif span is not None and current is not None and current.ahead and span.end.year == current.end.year:
        # 全年 of 今年，我们要…: ahead as the year is.
        span = span._replace(ahead=True)
    return _between_named_years(walk, index, span) if span is not None and walk.row.words(index).endswith(walk.vocabulary.within) else span


def _is_same_year(walk: Walk, said: str | None) -> bool:
    """同年, 是年, and 当年 behind the sentence that names the year: whether the words mean the year that the paragraph named last."""
    times = walk.vocabulary.times
    return said is not None and (said in times.same_year or (said in times.same_year_next and walk.year_named_in == walk.sentence - 1))


def _years_planned(walk: Walk, span: Span) -> Span | None:
    """到2020年，生产总值达到140亿元；五年累计投资600亿元: as many years up to the last of those that are planned for; None where the sentence and the section plan for none."""
    planned, clock = walk.period or walk.setting.period, walk.setting.clock
    if planned is None or clock.year is None or planned.end.year <= clock.year or not (planned.ahead or walk.setting.target or planned.start.year > clock.year):
        return None
    # 2016年重点工作…三年新建学校12所: from the first year on where the section names no last one.
    is_first = planned.years == 1 and (not planned.ahead or planned.end.year == clock.planned)
    first = planned.start.year if is_first else planned.end.year - span.years + 1
    return Span(span.text, date(first, 1, 1), date(first + span.years - 1, 12, 31), ahead=True)


def _years_named(walk: Walk, span: Span) -> Span | None:
    """2003—2007年间进入高峰期，五年累计完成投资730亿元: as many years as the paragraph named from their first to their last; None where it named none so."""
    named = (told for told in reversed(walk.spans.values()) if told.years == span.years > 1 and str(told.start.year) in told.text)
    return next(named, None)


def each_year(span: Span | None, count: int) -> list[Span | None]:
    """The years of 2021—2023年, or the months of 1、2月份, where there are `count` of them: 分别为1.2万件、1.5万件、1.8万件."""
    if span is not None and span.years == 1 and count > 1 and not span.moment and (span.start.day, span.end.month - span.start.month) == (1, count - 1) and span.end == month_end(span.end.year, span.end.month):
        return [Span(span.text, date(span.start.year, month, 1), month_end(span.start.year, month)) for month in range(span.start.month, span.end.month + 1)]
    if span is None or span.years != count or count < 2 or (span.end.year - span.start.year, span.start.month, span.end.month) != (count - 1, 1, 12):
        return []
    return [year_span(year) for year in range(span.start.year, span.end.year + 1)]


def _between_named_years(walk: Walk, index: int, span: Span) -> Span:
    """由2017年的31.2%提高到2021年的42.6%，五年间提高…: the years between the two that the sentence names."""
    named = [walk.spans[place].end.year for place in walk.spans if walk.sentence_start <= place < index and walk.spans[place].years == 1]
    if len(named) < 2 or max(named) - min(named) not in (span.years - 1, span.years):
        return span
    return span._replace(start=date(min(named), 1, 1), end=date(max(named), 12, 31))


def _looks_ahead(walk: Walk, index: int, span: Span) -> bool:
    """到2027年, 预计2025年, and any year that had not begun: aims. In a work report the year planned for is ahead too."""
    token, clock = walk.tokens[index], walk.setting.clock
    before = walk.text[max(0, token.start - 4) : token.start]
    if before[-1:] in walk.vocabulary.until or before.endswith(walk.vocabulary.ahead.foreseeing):
        return _is_future(walk, span) or _follows_intention(walk)
    # “十三五”末，拥有量达到18件, in news of the first of its years
    ends_plan = isinstance(token.value, dict) and token.rule == "time.plan" and span.moment
    if not ends_plan and (not isinstance(token.value, dict) or not (token.value.get("year") or token.value.get("rel") or token.value.get("ya"))):
        return False
    if clock.planned is not None and span.start.year == clock.planned and span.years == 1 and not _is_part_of_year(span):
        # 2025年 in a report delivered in its first months: what is planned, unless the report was of that year's end.
        return clock.year is not None and clock.planned > clock.year and (clock.published is None or clock.published <= span.end)
    if clock.guessed:
        # 1985年抽检84件。1988年4月抽检133件: nobody knows when it was written, but that it was behind all that it tells.
        return False
    today = clock.published or (date(clock.this_year, 12, 31) if clock.this_year else None)
    if today is None or span.start <= today:
        return False
    # 截至2011年底，共有市场主体7.4万户 in news of the last days of that year: counted up to then.
    return not token.value.get("until") or span.end - today > _LAST_DAYS


def _follows_intention(walk: Walk) -> bool:
    """将落实智能制造意见。到2020年培育企业10家: whether in a text that dates nothing the sentences before say what will be done."""
    clock = walk.setting.clock
    said = walk.text[: walk.tokens[walk.sentence_start].start] if clock.published is None and clock.year is None and walk.names_plans else ""
    return any(word in said for word in walk.vocabulary.ahead.planning)


def _is_part_of_year(span: Span) -> bool:
    return (span.start.month, span.start.day, span.end.month, span.end.day) != (1, 1, 12, 31)


def _is_future(walk: Walk, span: Span) -> bool:
    clock = walk.setting.clock
    if clock.period is not None and clock.year is not None and span.years == 1 and clock.period == year_span(clock.year) and span.end <= clock.period.end:
        # 预计全年增长8% in a report on the year, delivered in its last days.
        return False
    if clock.published:
        return span.end.year >= clock.published.year and span.end > clock.published
    return bool(clock.year and span.end.year > clock.year)
