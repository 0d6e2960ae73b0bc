"""The period of a claim."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from ipextract.linking.before_number import is_of_base_again
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.period.last_of_years import is_reached, is_state, is_summed
from ipextract.linking.period.other_times import is_of_one_number
from ipextract.linking.period.own_times import time_before, time_behind, time_in_bracket
from ipextract.linking.period.since_january import summed_since_january
from ipextract.linking.period.spans import Span, in_year, year_before, year_span
from ipextract.linking.period.standing import at_end, dated_in_clause, is_listed_behind_stock, stands
from ipextract.linking.walk import Walk
from ipextract.rules.readings import BESIDE_OTHERS
from ipextract.rules.tokens import Basis

_YEAR_END = (12, 31)
_LEVELS = ("level", "share")
_OPENINGS = ("（", "(")
_STATED = ("level", "change.reach")
# Over fewer years nothing is averaged.
_SEVERAL = 2
# How many claims back the years may be told that a paragraph goes through: 由2007年的12亿元增加到2012年的19亿元。…由32万元提高到51万元.
_FAR = 12
# How many claims back the clause before may stand.
_PAIRS = 4
# A level that changed and the one it came to.
_PAIR = 2
# 增加到36个，比上年增加: so far behind the level stands its change, in tokens.
_REACH = 4
# By how much a rate of rounded levels may be off, in points.
_ROUNDED = Decimal("0.5")


class _Flow(NamedTuple):
    """The time over which something ran; none where no one says."""

    period: Span | None


def date_draft(walk: Walk, draft: Draft, reading: Reading | None) -> None:
    """Set the period of `draft`, where it is from, and the period that a change is measured against.

    Args:
        walk: the walk.
        draft: the claim.
        reading: how its number was read, where a reading rule did.
    """
    draft.period, draft.origins["period"] = _period(walk, draft, reading)
    if walk.undated and draft.origins["period"] != "printed":
        # 自成立以来，受理案件820件: since nobody says when.
        draft.period = None
    if draft.basis is not None and draft.basis.basis == "average" and draft.period is not None and draft.period.ahead:
        draft.period = _years_to(walk, draft.period)
    elif draft.basis is not None and draft.basis.basis == "average" and draft.origins["period"] != "printed":
        draft.period = _years_between(walk, draft) or draft.period
    if draft.aspect == "change" and draft.basis is not None and draft.base is None:
        draft.base = walk.references.get(draft.basis.text) if draft.basis.basis == "since" else base_of(draft.basis.basis, draft.period)
        _date_beginning(walk, draft)


def _date_beginning(walk: Walk, draft: Draft) -> None:
    """由32个增加到36个，比上年增加4个: where the level reached differs by the change from the one before it, that one is of the time compared with."""
    first, last = walk.drafts[-_PAIR:] if len(walk.drafts) >= _PAIR else (None, None)
    if first is None or last is None or first.rule != "level.from" or last.rule != "change.reach" or first.period is not None or first.unit != last.unit:
        return
    if draft.indicator != last.indicator or "B" not in walk.row.letters(last.token, draft.token) or draft.token > last.token + _REACH:
        return
    rise = last.value - first.value
    if draft.unit == first.unit:
        agrees = rise == draft.value
    else:
        agrees = draft.kind == "percentage" and first.value > 0 and abs(rise * 100 / first.value - draft.value) < _ROUNDED
    if agrees:
        first.period, first.origins["period"] = draft.base, "inferred"


def base_of(basis: str, period: Span | None) -> Span | None:
    """What a change over `period` is measured against, where its basis alone says so.

    The year before for `yoy`; the end of the year before for `year_end`; the month or quarter before for `mom`.
    """
    if period is None:
        return None
    if basis == "yoy":
        return year_before(period)
    if basis == "year_end":
        last = date(period.end.year - 1, 12, 31)
        return Span("", last, last)
    months = period.end.month - period.start.month + 1
    if basis != "mom" or period.years > 1 or months not in (1, 3) or period.start.day != 1 or period.moment:
        return None
    last = period.start - timedelta(days=1)
    first = last.replace(day=1, month=last.month - months + 1)
    return Span("", first, last)


def date_bracket(walk: Walk, index: int) -> None:
    """比“十五”期间（申请量5145件、授权量2444件）增长: what stands in the bracket that `index` opens behind a basis was so at the time compared with."""
    before = walk.row.before(index)
    basis = before.value if before is not None and before.letter == "B" else None
    if isinstance(basis, Basis):
        base = walk.references.get(basis.text) if basis.basis == "since" else base_of(basis.basis, walk.period or walk.setting.period)
        walk.period = walk.period if base is None else base._replace(text=base.text or basis.reference or basis.text)


def _years_between(walk: Walk, draft: Draft) -> Span | None:
    """由2015年的102亿元增加到2020年的163亿元，年均增长9.8%: over the years behind the first up to the last; None where they are not told."""
    pair = [before for before in walk.drafts[-_PAIRS:] if before.token >= walk.sentence_start and before.indicator == draft.indicator]
    first, last = (next((before.period for before in reversed(pair) if before.rule == rule), None) for rule in ("level.from", "change.reach"))
    if first is None or last is None or first.years != 1 or last.years != 1 or last.end.year - first.end.year < _SEVERAL:
        return None
    return Span(f"{first.text}{last.text}", date(first.end.year + 1, 1, 1), date(last.end.year, 12, 31))


def _years_to(walk: Walk, last: Span) -> Span:
    """到2026年，年均增长8%: over the years that the section plans for."""
    years = walk.setting.period
    return years if years is not None and last.years == 1 and years.years > 1 and years.end.year == last.end.year else last


def date_among_plans(walk: Walk, draft: Draft) -> None:
    """现有公园32个 among the aims of a year is so already: its period is the one reported on, unless its clause says."""
    clock = walk.setting.clock
    if draft.period is not None and clock.year is not None and draft.period.end.year > clock.year and not draft.period.moment and not dated_in_clause(walk, draft.token):
        draft.period = clock.period


def date_aim(walk: Walk, draft: Draft) -> None:
    """预期目标是：生产总值增长9% in a report on the year before: an aim that no words date is of the year planned for."""
    clock = walk.setting.clock
    # 全年力争新开工项目72个: the words name no year.
    whole = walk.vocabulary.comparison.whole_years
    says_year = draft.origins["period"] != "inferred" and (draft.period is None or draft.period.text not in whole)
    if clock.year is None or draft.period is None or clock.period is None or says_year or (draft.period.start, draft.period.end) != (clock.period.start, clock.period.end):
        return
    listed = walk.year_of_aims(draft.token)
    if listed is not None and listed.start.year > clock.year:
        # 提出了2021年的指标安排，具体为：…
        set_aim(draft, listed)
        return
    if clock.planned is None or clock.planned <= clock.year:
        return
    named = [span for place, span in walk.spans.items() if walk.sentence_start <= place < draft.token and span.text not in whole]
    if not named or named[-1].start.year == clock.planned:
        # 省政府拟定了2005年的主要预期目标：…: the year stands before the aims, or nowhere.
        set_aim(draft, year_span(clock.planned))


def set_aim(draft: Draft, period: Span) -> None:
    """Make `period` that of an aim, and what it is measured against the time before."""
    draft.period = period
    if draft.basis is not None and draft.basis.basis != "since":
        draft.base = base_of(draft.basis.basis, period)


def _period(walk: Walk, draft: Draft, reading: Reading | None) -> tuple[Span | None, str]:
    printed = (time_in_bracket(walk, draft.token) if draft.rule in _STATED and walk.text[draft.end : draft.end + 1] in _OPENINGS else None) or _printed(walk, draft, reading)
    if printed is not None:
        return _same_part(walk, draft, printed) or printed, "printed"
    if (summed := summed_since_january(walk, draft)) is not None:
        # 出口当月9亿元，累计78亿元，增长7%: what follows a sum is said of it.
        walk.period = summed if draft.aspect == "level" else walk.period
        return summed, "inferred"
    if draft.rule == "level":
        behind = time_behind(walk, draft.token)
        if behind is not None:
            walk.period = behind
            return behind, "printed"
    begins = _begins(walk, draft)
    reaches = draft.rule == "change.reach" or (draft.aspect == "rank" and walk.row.letters(draft.token - 1, draft.token) == "Z")
    if (begins or reaches) and (parallel := _of_parallel(walk, draft)) is not None:
        # 2004年末企业由300个增加到9300个；产值由27亿元增加到120亿元: what is made is of the year.
        return (_year_of(walk, parallel) if parallel.moment and walk.namer.runs_over_time(draft.indicator) else parallel), "inferred"
    if (told := _since_base(walk, draft) or _all_years(walk, draft)) is not None:
        return told, "inferred"
    if not begins and (level := _of_level(walk, draft)) is not None:
        return level, "inferred"
    years = walk.period or walk.setting.period
    if (begins or reaches) and years is not None and years.years > 1:
        # 过去五年，人均GDP从24433元增加到36700元: from the year before the five to the last of them.
        # 从2012年至2022年，增加值从3.6万亿元增加到9万亿元: from the very year that is named.
        before = str(years.start.year) not in years.text
        return year_span(years.start.year - before if begins else years.end.year), "inferred"
    if years is not None and years.years > 1 and not years.ahead and (is_state(walk, draft) or is_reached(walk, draft)) and not is_summed(walk, draft):
        return year_span(years.end.year), "inferred"
    if begins:
        # 由12件提高到30件: when it was twelve, nobody says, unless the sentence compares with a time.
        return _compared_with(walk), "inferred"
    if walk.stood is not None and stands(walk, draft):
        return walk.stood, "inherited"
    if (end := at_end(walk, draft) or _of_whole_at_end(walk, draft)) is not None:
        return end, "inferred"
    if walk.period is not None:
        if _reaches_by_its_end(walk, draft):
            return year_span(walk.period.end.year)._replace(ahead=walk.period.ahead), "inherited"
        flow = _of_flow(walk, draft, walk.period) if walk.period.moment else None
        if flow is not None:
            return flow.period, "inferred"
        return walk.period, "inherited"
    return walk.setting.period, "inferred"


def _lasting_up_to(walk: Walk, moment: date) -> Span | None:
    """自2019年获批以来，…，截至去年底，累计办理案件820件: the time that the paragraph is of up to `moment`, where it goes on behind it; None where `moment` is not of it."""
    lasting = walk.lasting
    if lasting is None or lasting.moment or not lasting.start <= moment <= lasting.end:
        return None
    return lasting if lasting.years == 1 else lasting._replace(end=moment)


def _of_flow(walk: Walk, draft: Draft, moment: Span) -> _Flow | None:
    """年末户籍人口52万人，城镇新增就业1.2万人: what is added is of the year of the moment that holds; None where the claim is of the moment."""
    last = walk.drafts[-1] if walk.drafts else None
    if draft.aspect == "change" and last is not None and last.token >= walk.sentence_start and last.indicator == draft.indicator and last.origins["period"] == "inferred":
        # 截至2月10日，发送旅客186万人次，增长3.1%: of the time over which the level ran.
        return _Flow(last.period)
    if _is_of_day(walk, draft) or not (_runs_over_time(walk, draft) or _is_part_of_flow(walk, draft)):
        return None
    return _Flow(_lasting_up_to(walk, moment.end) or _year_of(walk, moment))


def _same_part(walk: Walk, draft: Draft, year: Span) -> Span | None:
    """从去年同期的20件增加到今年的33件: of the year reached the same part as that of the year it began with; None where that was a whole one."""
    last = walk.drafts[-1] if walk.drafts else None
    if draft.rule != "change.reach" or last is None or last.rule != "level.from" or last.period is None or last.period.moment or last.period.end.year >= year.end.year:
        return None
    if (year.start.month, year.end.month) != (1, 12) or (last.period.start.month, last.period.end.month) == (1, 12):
        return None
    same = in_year(last.period, year.end.year)
    return None if same is None else same._replace(text=year.text)


def _reaches_by_its_end(walk: Walk, draft: Draft) -> bool:
    """到2016年末，GDP达到830亿元: what is made in a year has no moment, and 到 its end says the year."""
    period = walk.period
    if period is None or not period.moment or (period.end.month, period.end.day) != _YEAR_END or not walk.namer.runs_over_time(draft.indicator):
        return False
    place = next((place for place in reversed(walk.spans) if walk.spans[place] is period), None)
    return place is not None and walk.text[: walk.tokens[place].start].endswith(tuple(walk.vocabulary.until)) and not is_summed(walk, draft)


def _of_level(walk: Walk, draft: Draft) -> Span | None:
    """财政总收入达到126亿元，是2011年的2.3倍、居全省第二: among several years what is compared with one of them, with others or ranked is the year's of which the level was."""
    since = draft.basis.text if draft.aspect == "change" and draft.basis is not None and draft.basis.basis == "since" else None
    beside = draft.aspect in ("gap", "rank") or (since is not None and any(span.text == since and span.years == 1 for span in walk.spans.values()))
    section = walk.period if beside and walk.period is not None and walk.period.years > 1 else walk.setting.period
    is_compared = beside or since is not None
    if section is None or section.years < _SEVERAL or not is_compared:
        return None
    levels = (before for before in reversed(walk.drafts[-_FAR:]) if before.token >= walk.sentence_start and before.indicator == draft.indicator and before.aspect in _LEVELS)
    level = next(levels, None)
    return level.period if level is not None and level.period is not None and level.period.years == 1 else None


def _all_years(walk: Walk, draft: Draft) -> Span | None:
    """Among 过去五年 a sum or a yearly average is of all of them, though the sentence named the last: 2011年完成28亿元；投资年均增长27.3%，累计完成1293亿元."""
    section, period = walk.setting.period, walk.period
    told = _years_told(walk)
    if told is not None and not told.ahead and (is_summed(walk, draft) or walk.namer.is_flow(walk.namer.take_apart(draft.indicator).verb)) and not dated_in_clause(walk, draft.token):
        # 五年累计投入295亿元，…；累计完成投资4166亿元，新增公路里程2.5万公里
        # 自2019年获批以来，…，截至去年底，累计办理案件820件: up to the moment that is named last.
        return told._replace(end=period.end) if period is not None and period.moment and told.start < period.end < told.end else told
    if (section is None or section.years < _SEVERAL) and walk.lasting is not None:
        # 六年来，生产总值年均增长12.2%，2016年达到1156亿元；总产值年均增长19.2%: the years that the paragraph begins with.
        section = walk.lasting
    if section is None or section.ahead or section.years < _SEVERAL or period is None or period.years != 1 or period.end.year != section.end.year:
        return None
    is_average = draft.basis is not None and draft.basis.basis == "average"
    return section if (is_average or is_summed(walk, draft) or _is_deed_of_years(walk, draft)) and not dated_in_clause(walk, draft.token) else None


def _is_deed_of_years(walk: Walk, draft: Draft) -> bool:
    """2021年，城镇化率达到65%。新建学校12所: whether in a sentence that names no time something is told of that was done, and not what is so at the end of the years."""
    namer, name = walk.namer, draft.indicator
    done = draft.aspect == "level" and (namer.starts_with_verb(name) or namer.is_added(name) or (draft.kind != "money" and namer.ends_with_deed(name)))
    # 2007年审结案件885件。其中，审结民事案件609件: a part is of the time of its whole.
    is_part = walk.parts_from is not None and walk.parts_from >= walk.sentence_start
    return done and not is_part and walk.period is walk.lasting and not any(place in walk.spans for place in range(walk.sentence_start, draft.token))


def _since_base(walk: Walk, draft: Draft) -> Span | None:
    """产值比2000年增长2.5倍，平均每年增长13%: the years of which the average is, behind what was compared with a year of the same thing."""
    last = walk.drafts[-1] if walk.drafts else None
    # …，增长14.13%。年平均增长率为1.33%: also right behind a full stop.
    if last is None or last.indicator != draft.indicator or draft.basis is None or draft.basis.basis != "average" or (last.token < walk.sentence_start and not _goes_right_on(walk, last, draft)) or dated_in_clause(walk, draft.token):
        return None
    base = last.base if last.basis is not None and last.basis.basis == "since" else None
    if base is None or base != year_span(base.end.year)._replace(text=base.text) or last.period is None or last.period.end.year - base.end.year < _SEVERAL:
        return None
    return Span(last.period.text, date(base.end.year + 1, 1, 1), last.period.end)


def _goes_right_on(walk: Walk, last: Draft, draft: Draft) -> bool:
    """Whether the sentence before ended with `last`, and the one of `draft` names nothing else before it."""
    return last.token == walk.sentence_start - 2 and draft.token - walk.sentence_start <= _REACH


def _years_told(walk: Walk) -> Span | None:
    """The last time of several years that the sentence names, and not one compared with: 投资是“十二五”时期的1.8倍；新增就业2.3万人."""
    start = walk.sentence_start
    for place, span in reversed(walk.spans.items()):
        if place >= start and span.years >= _SEVERAL and place not in walk.beside and walk.tokens[place].letter != "B":
            return span
    return None


def _of_parallel(walk: Walk, draft: Draft) -> Span | None:
    """从业人员由1985年的3.8万人增加到1995年的7.3万人；产值由18亿元增加到389亿元: the years of the clause before, from and to."""
    pair = [before for before in walk.drafts[-_FAR:] if before.rule in ("level.from", "change.reach")][-_PAIRS:]
    # 总量由2012年的1.1万亿元增加到2021年的2.7万亿元，全国排位由第24位升至第18位: also of the same indicator, ranked.
    dated = [before for before in pair if (before.indicator != draft.indicator or draft.aspect == "rank") and before.period is not None]
    first, last = (next((before.period for before in reversed(dated) if before.rule == rule), None) for rule in ("level.from", "change.reach"))
    if first is None or last is None or first.end >= last.end or (dated[-1].token < walk.sentence_start and last.end.year - first.end.year < _SEVERAL):
        return None
    if any(dated[-1].token < place < draft.token for place in walk.spans):
        return None
    # 产值由18亿元增加到389亿元，占比由11.6%提高到13%
    return first if _begins(walk, draft) else last


def _compared_with(walk: Walk) -> Span | None:
    """与2010年相比，文盲率由5.6%下降为3.1%: the time that the sentence, or the paragraph from its head on, is compared with."""
    basis = walk.basis if walk.basis_sentence == walk.sentence else walk.compared_years
    if basis is not None and basis.basis == "year_end":
        # 较二〇一八年末，由四家发展到7家: the end of the year before.
        return walk.references.get(basis.text) or base_of("year_end", walk.period or walk.setting.period)
    return walk.references.get(basis.text) if basis is not None and basis.basis == "since" else None


def _year_of(walk: Walk, moment: Span) -> Span | None:
    """The section's period; the year of a moment at the end of one before; among plans, where 目前 tells what is so already, the period reported on."""
    period = walk.setting.period
    if period is not None and moment.end < period.start and (moment.end.month, moment.end.day) == _YEAR_END:
        # 截至2023年底，产值3703亿元 in news of 2024
        return year_span(moment.end.year)
    if walk.setting.target and period is not None and moment.end < period.end:
        return walk.setting.clock.period
    if period is not None and _is_within_year(walk, moment, period):
        # 截至8月底，完成税收收入3.7亿元 in a text that says no other time: from January up to then.
        return Span(moment.text, period.start, moment.end)
    return period


def _is_within_year(walk: Walk, moment: Span, period: Span) -> bool:
    """Whether the sentence names the end of a month before the last of the year `period`, or a day up to which something was done."""
    first, last = period.start, period.end
    if period.years != 1 or (first.month, last.month) != (1, 12) or not first <= moment.end < last:
        return False
    if any(before.period is not None and before.period.text == moment.text and (before.period.start, before.period.end) == (first, moment.end) for before in walk.drafts):
        # …。其中：财政收入5.2亿元: also behind a sentence that told what was done up to then.
        return True
    place = next((place for place, span in walk.spans.items() if span is moment and place >= walk.sentence_start), None)
    return place is not None and ((moment.end + timedelta(days=1)).day == 1 or walk.tokens[place].rule == "time.moment")


def _begins(walk: Walk, draft: Draft) -> bool:
    """Whether the number is where a change began: 由12件提高到30件, 占GDP比重从1.6%提高到1.9%."""
    if draft.aspect == "rank":
        # 从第9名提升至第2名, and no year said
        own = walk.window(draft.token)
        # The years of the clause before may be those of a level from and a level reached.
        paired = [before.token for before in walk.drafts[-_PAIRS:] if before.token >= walk.sentence_start and before.rule in ("level.from", "change.reach")]
        behind = max(paired, default=-1) if len(paired) > 1 else -1
        said = any(place in walk.spans and (place >= own or (walk.spans[place].years == 1 and not is_of_one_number(walk, place))) for place in range(max(walk.sentence_start, behind), draft.token))
        return not said and "Y" in walk.row.letters(walk.window(draft.token), draft.token) and walk.row.letters(draft.token + 1, draft.token + 2) == "Z"
    return draft.rule == "level.from" or ((draft.aspect == "share" or draft.rule == "change.rate") and draft.token > 0 and walk.tokens[draft.token - 1].letter == "Y")


def _is_of_day(walk: Walk, draft: Draft) -> bool:
    """10月1日，接待游客294万人次，门票收入4058万元: whether those who came on a day are told of, what else came of it, or a part of what was done; 7月31日 is no time of what a region made."""
    if walk.period is None or not walk.period.day:
        return False
    whole = walk.parent.draft if walk.parts_from is not None and walk.parent is not None else None
    if whole is not None and whole.token >= walk.sentence_start and whole.period is walk.period:
        return True
    units = walk.vocabulary.names.over_time_units
    return draft.unit in units or any(before.unit in units for before in walk.drafts if before.token >= walk.sentence_start)


def _runs_over_time(walk: Walk, draft: Draft) -> bool:
    """Whether the moment that holds is not that of the claim, which is of something done or added in the year."""
    is_done_often = draft.unit in walk.vocabulary.names.over_time_units and not draft.indicator.startswith(walk.vocabulary.names.being_in)
    if is_done_often or walk.namer.runs_over_time(draft.indicator):
        return (not dated_in_clause(walk, draft.token) or is_listed_behind_stock(walk, draft)) and not _is_told_since_year_end(walk, draft)
    # 截至年底，有效发明专利1.2万件。全市荣获中国专利奖2项.
    if any(place in walk.spans for place in range(walk.sentence_start, draft.token)):
        return False
    # 截至6月底，有效量332.4万件。专利复审结案2.84万件: also by what a name ends with.
    is_counted = draft.indicator.endswith(walk.vocabulary.names.done_in_time) or (draft.kind == "count" and walk.namer.ends_with_deed(draft.indicator))
    is_done = is_counted or draft.indicator.startswith(walk.vocabulary.deeds)
    words = walk.row.words_between(walk.row.clause_start(draft.token), draft.token) if is_done else ""
    return is_done and not any(word in words for word in walk.vocabulary.so_far)


def _is_part_of_flow(walk: Walk, draft: Draft) -> bool:
    """赔付支出31亿元，其中财产险赔付18亿元: whether the whole of which the claim is a part runs over a time, and has it."""
    whole = walk.parent.draft if walk.parts_from is not None and walk.parent is not None else None
    if whole is None or whole.unit != draft.unit or draft.aspect != "level" or whole.period is None or whole.period.moment:
        return False
    return whole.token >= walk.sentence_start and walk.namer.runs_over_time(whole.indicator) and not dated_in_clause(walk, draft.token)


def _of_whole_at_end(walk: Walk, draft: Draft) -> Span | None:
    """商标申请量1860件，累计有效注册商标8912件，其中驰名商标8件: when there were as many as the whole says, so many were a part of them; None where the whole is of no moment."""
    whole = walk.parent.draft if walk.parts_from is not None and walk.parent is not None else None
    if whole is None or whole.period is None or not whole.period.moment or draft.rule != "level" or draft.kind != "count" or whole.unit != draft.unit or whole.token < walk.sentence_start:
        return None
    # 企业120家，其中新增12家, 其中当年注册12家: what was done is of the time over which it was.
    done = walk.namer.starts_with_verb(draft.indicator) or walk.namer.runs_over_time(draft.indicator) or walk.namer.ends_with_deed(draft.indicator)
    return None if done or dated_in_clause(walk, draft.token) else whole.period


def _is_told_since_year_end(walk: Walk, draft: Draft) -> bool:
    """2022年末，缴存总额212亿元，比上年末增加14%: whether the words themselves compare a sum of all years with the end of the year before."""
    following = draft.token + 2
    is_next = draft.aspect == "level" and walk.row.letters(draft.token + 1, following + 1) == ",B"
    basis = walk.tokens[following].value if is_next else draft.basis
    return isinstance(basis, Basis) and basis.basis == "year_end"


def _stands_bracketed(walk: Walk, draft: Draft) -> bool:
    """Whether the number is the first in a bracket behind a basis."""
    return draft.token > 1 and walk.tokens[draft.token - 1].letter == "(" and walk.tokens[draft.token - 2].letter == "B"


def _of_base(walk: Walk, draft: Draft) -> Span | None:
    """比上年（36.9%）下降0.1个百分点: alone in a bracket behind a basis stands what was so at that time."""
    opening = draft.token - 1
    if "B" not in walk.row.letters(max(0, opening - 1), draft.token):
        # As with most numbers.
        return None
    basis = walk.tokens[opening - 1].value if _stands_bracketed(walk, draft) else None
    if draft.rule == "level" and opening >= 0 and walk.row.letters(opening, opening + 4) in ("B#V%", "BUV%"):
        # 比上年同期19.7亿元增长13.4%: what was so at that time.
        basis = walk.tokens[opening].value
    elif draft.rule == "level" and is_of_base_again(walk, draft.token):
        basis = walk.tokens[draft.token - 2].value
    if not isinstance(basis, Basis):
        return None
    if basis.basis == "since":
        return walk.references.get(basis.text)
    # What holds in a bracket behind a basis is that time already.
    current = walk.brackets[-1].period if walk.brackets and _stands_bracketed(walk, draft) else walk.period
    base = base_of(basis.basis, current or walk.setting.period)
    return base and base._replace(text=base.text or basis.reference or basis.text)


def _printed(walk: Walk, draft: Draft, reading: Reading | None) -> Span | None:
    """The time printed for this number alone."""
    if draft.token in walk.timed:
        return walk.timed[draft.token]
    if draft.rule in BESIDE_OTHERS:
        return walk.than_period
    if (base := _of_base(walk, draft)) is not None:
        return base
    if draft.token - 2 in walk.spans and _stands_bracketed(walk, draft):
        # 较2019年底（1858万户）增长9.9%
        return walk.spans[draft.token - 2]
    if reading is not None and reading.says("when") and draft.rule != "change.above":
        printed = walk.spans.get(reading.spans["when"][0])
    else:
        printed = time_before(walk, draft.token)
    if printed is None and draft.rule == "level.from" and reading is not None:
        label_end = reading.spans["label"][1] if "label" in reading.spans else draft.token
        return next((walk.spans[place] for place in reversed(range(label_end, draft.token)) if place in walk.spans), None)
    return printed
