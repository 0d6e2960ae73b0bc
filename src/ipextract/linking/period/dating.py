"""The period of a claim."""

from __future__ import annotations

from datetime import date, timedelta

from ipextract.linking.before_number import is_of_base_again, is_whole_of_plan
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.lists.members import levels_behind_stop
from ipextract.linking.period.flows import is_change_of_flow, is_flow, of_whole_at_end, reaches_by_its_end
from ipextract.linking.period.from_to import begins, compared_with, date_beginning, of_parallel, reached_later, same_part, since_base, years_between
from ipextract.linking.period.last_of_years import is_reached, is_state, is_summed, made_in_last
from ipextract.linking.period.own_times import time_before, time_behind, time_in_bracket
from ipextract.linking.period.since_january import summed_since_january
from ipextract.linking.period.spans import Span, base_of, year_before, year_span
from ipextract.linking.period.standing import at_end, dated_in_clause, stands
from ipextract.linking.walk import Walk
from ipextract.rules.readings import BESIDE_OTHERS
from ipextract.rules.tokens import Basis

_DAY = "日"
_YEAR_END = (12, 31)
_LEVELS = ("level", "share")
_OPENINGS = ("（", "(")
_STATED = ("level", "change.reach")
# From a number to the one behind the words that follow it.
_NEXT = 2
# Over fewer years nothing is averaged.
_SEVERAL = 2
# Tokens that name nothing: a basis, a verb, 分别, a number and what parts it from the next.
_NAMES_NOTHING = frozenset("BVEIJ,/;#%QM")
# How many claims back the years may be told that a paragraph goes through: 由2007年的12亿元增加到2012年的19亿元。…由32万元提高到51万元.
_FAR = 12
# 比上年同期|15852万元|（
_BACK = 2


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
        draft.period = years_between(walk, draft) or draft.period
    if draft.aspect == "change" and draft.basis is not None and draft.base is None:
        draft.base = walk.references.get(draft.basis.text) if draft.basis.basis == "since" else base_of(draft.basis.basis, draft.period)
        date_beginning(walk, draft)


def date_bracket(walk: Walk, index: int) -> None:
    """比“十五”期间（申请量5145件、授权量2444件）增长: what stands in the bracket that `index` opens behind a basis was so at the time compared with."""
    before = walk.row.before(index)
    if index > 1 and _departed_behind_bracket(walk, index - _BACK):
        before = walk.tokens[index - _BACK]
    basis = before.value if before is not None and before.letter == "B" else None
    if isinstance(basis, Basis):
        base = walk.references.get(basis.text) if basis.basis == "since" else base_of(basis.basis, walk.period or walk.setting.period)
        walk.period = walk.period if base is None else base._replace(text=base.text or basis.reference or basis.text)


def _years_to(walk: Walk, last: Span) -> Span:
    """到2026年，年均增长8%: over the years that the section plans for."""
    years = walk.setting.period
    return years if years is not None and last.years == 1 and years.years > 1 and years.end.year == last.end.year else last


def _period(walk: Walk, draft: Draft, reading: Reading | None) -> tuple[Span | None, str]:
    printed = (time_in_bracket(walk, draft.token) if draft.rule in _STATED and walk.text[draft.end : draft.end + 1] in _OPENINGS else None) or _printed(walk, draft, reading)
    if printed is not None:
        return same_part(walk, draft, printed) or printed, "printed"
    if (summed := summed_since_january(walk, draft)) is not None:
        # 出口当月9亿元，累计78亿元，增长7%: what follows a sum is said of it.
        walk.period = summed if draft.aspect == "level" else walk.period
        return summed, "inferred"
    if draft.rule == "level":
        behind = time_behind(walk, draft.token)
        if behind is not None:
            walk.period = behind
            return behind, "printed"
    if (planned := _of_plan(walk, draft)) is not None:
        return planned, "inferred"
    is_from = begins(walk, draft)
    reaches = draft.rule == "change.reach" or (draft.aspect == "rank" and walk.row.letters(draft.token - 1, draft.token) == "Z")
    if (is_from or reaches) and (parallel := of_parallel(walk, draft)) is not None:
        # 2004年末企业由300个增加到9300个；产值由27亿元增加到120亿元: what is made is of the year.
        return (_year_of(walk, parallel) if parallel.moment and walk.namer.runs_over_time(draft.indicator) else parallel), "inferred"
    if (told := since_base(walk, draft) or _all_years(walk, draft)) is not None:
        return told, "inferred"
    if not is_from and (level := _of_pace(walk, draft) or _of_level(walk, draft)) is not None:
        return level, "inferred"
    years = walk.period or walk.setting.period
    if (is_from or reaches) and years is not None and years.years > 1:
        # 过去五年，人均GDP从24433元增加到36700元: from the year before the five to the last of them.
        # 从2012年至2022年，增加值从3.6万亿元增加到9万亿元: from the very year that is named.
        before = str(years.start.year) not in years.text
        return year_span(years.start.year - before if is_from else years.end.year), "inferred"
    if years is not None and years.years > 1 and not years.ahead and not _is_by_days(years) and (is_state(walk, draft) or is_reached(walk, draft)) and not is_summed(walk, draft):
        return year_span(years.end.year), "inferred"
    if is_from:
        # 由12件提高到30件: the time that the sentence compares with, or else the year before; where a place in a row began, nobody says.
        return compared_with(walk) or _before_reported(walk, draft), "inferred"
    if walk.stood is not None and stands(walk, draft):
        return walk.stood, "inherited"
    if (told := _of_sentence_before(walk, draft)) is not None:
        return told, "inherited"
    if (end := at_end(walk, draft) or of_whole_at_end(walk, draft)) is not None:
        return end, "inferred"
    return _inherited(walk, draft, walk.period) if walk.period is not None else (walk.setting.period, "inferred")


def _before_reported(walk: Walk, draft: Draft) -> Span | None:
    """The year before the one reported on, which a release compares with where it names no time; None for plans, and where some other time or several years are told of."""
    current = walk.period or walk.setting.period
    if draft.aspect == "rank" or current is None or current.years != 1 or current.ahead or walk.setting.target or walk.setting.term:
        return None
    said = walk.row.words_between(walk.window(draft.token), draft.token)
    if current[1:3] != (walk.setting.period or current)[1:3] or any(word in said for word in walk.vocabulary.first_states):
        # 9月核查低保对象，由1200户减少到1130户; 由以往的6个月缩短到1个月
        return None
    census = walk.setting.clock.census_before
    # 每10万人中具有大学文化程度的由3016人上升为7284人, in the bulletin of a census.
    return year_before(current) if census is None else year_span(census)


def _is_by_days(years: Span) -> bool:
    """2015年1月1日至2016年12月31日，法人占87%: whether a time of several years is told by its days, over all of which was counted."""
    return _DAY in years.text


def _inherited(walk: Walk, draft: Draft, period: Span) -> tuple[Span | None, str]:
    """The period that holds, as far as it is that of the claim, and where it is from: 年末户籍人口52万人，城镇新增就业1.2万人 was not added at the end."""
    if (later := reached_later(walk, draft, period)) is not None:
        walk.period = later
        return later, "inherited"
    if reaches_by_its_end(walk, draft):
        return year_span(period.end.year)._replace(ahead=period.ahead), "inherited"
    if period.moment and is_change_of_flow(walk, draft):
        return walk.drafts[-1].period, "inferred"
    if period.moment and is_flow(walk, draft):
        return made_in_last(walk, draft, period) or _lasting_up_to(walk, period.end) or _year_of(walk, period), "inferred"
    return period, "inherited"


def _of_sentence_before(walk: Walk, draft: Draft) -> Span | None:
    """6月份，出口额3亿元。同比增长5%: what a sentence that names nothing but how something changed tells of is of the time of the level that the one before stated."""
    if draft.aspect != "change" or set(walk.row.letters(walk.sentence_start, draft.token)) - _NAMES_NOTHING:
        return None
    levels = levels_behind_stop(walk)
    level = next((before for before in reversed(levels) if before.indicator == draft.indicator), None)
    return level.period if level is not None and level.origins.get("period") in ("printed", "inherited") else None


def _of_plan(walk: Walk, draft: Draft) -> Span | None:
    """上半年，…，完成全年20亿元计划的60%: the year for which so much is planned, where the clause says that it is planned for one and the walk is in a part of it."""
    period = walk.period or walk.setting.period
    if draft.rule != "level" or period is None or period.years != 1 or not is_whole_of_plan(walk, draft.token):
        return None
    said = walk.row.words_between(walk.row.clause_start(draft.token), draft.token + _NEXT)
    return year_span(period.end.year) if any(word in said for word in walk.vocabulary.ahead.yearly_words) else None


def _lasting_up_to(walk: Walk, moment: date) -> Span | None:
    """自2019年获批以来，…，截至去年底，累计办理案件820件: the time that the paragraph is of up to `moment`, where it goes on behind it; None where `moment` is not of it."""
    lasting = walk.lasting
    if lasting is None or lasting.moment or not lasting.start <= moment <= lasting.end:
        return None
    # 2025年，…。截至三季度末，完成投资11亿元: from January up to then.
    is_within = (lasting.start.month, lasting.end.month) == (1, 12) and moment < lasting.end and (moment + timedelta(days=1)).day == 1
    return lasting if lasting.years == 1 and not is_within else lasting._replace(end=moment)


def _of_level(walk: Walk, draft: Draft) -> Span | None:
    """财政总收入达到126亿元，是2011年的2.3倍、居全省第二: among several years what is compared with one of them, with others or ranked is the year's of which the level was."""
    since = draft.basis.text if draft.aspect == "change" and draft.basis is not None and draft.basis.basis == "since" else None
    beside = draft.aspect in ("gap", "rank") or (since is not None and any(span.text == since and span.years == 1 for span in walk.spans.values()))
    section = walk.period if beside and walk.period is not None and walk.period.years > 1 else walk.setting.period
    is_compared = beside or since is not None
    if section is None or section.years < _SEVERAL or not is_compared:
        return None
    levels = (before for before in reversed(walk.drafts[-_FAR:]) if before.token >= walk.sentence_start and before.indicator == draft.indicator and (before.aspect in _LEVELS or (beside and _is_of_named_year(walk, before))))
    level = next(levels, None)
    return level.period if level is not None and level.period is not None and level.period.years == 1 else None


def _of_pace(walk: Walk, draft: Draft) -> Span | None:
    """财政收入年均增长6%，高于全省0.5个百分点: the years of the mean rate right before that is told to be ahead."""
    last = walk.drafts[-1] if draft.aspect == "gap" and walk.drafts else None
    if last is None or last.token < walk.sentence_start or last.indicator != draft.indicator or last.basis is None or last.basis.basis != "average":
        return None
    return last.period if not dated_in_clause(walk, draft.token) else None


def _is_of_named_year(walk: Walk, change: Draft) -> bool:
    """2019年站上千亿台阶，2020年下降3.5%、好于全省1.5个百分点: whether a change is of a year that its clause names."""
    return change.aspect == "change" and change.period is not None and change.period.years == 1 and dated_in_clause(walk, change.token)


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


def _years_told(walk: Walk) -> Span | None:
    """The last time of several years that the sentence names, and not one compared with: 投资是“十二五”时期的1.8倍；新增就业2.3万人."""
    start = walk.sentence_start
    for place, span in reversed(walk.spans.items()):
        if place >= start and span.years >= _SEVERAL and place not in walk.beside and walk.tokens[place].letter != "B":
            return span
    return None


def _year_of(walk: Walk, moment: Span) -> Span | None:
    """The section's period; the year of a moment at the end of one before; among plans, where 目前 tells what is so already, the period reported on."""
    period = walk.setting.period
    if period is not None and moment.ahead and moment.end.year > period.end.year:
        # 并计划于2025年底完成2个停车场建设，新增车位400个, in a report on 2024: in that year.
        return year_span(moment.end.year)._replace(ahead=True)
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


def _stands_bracketed(walk: Walk, draft: Draft) -> bool:
    """Whether the number is the first in a bracket behind a basis, or behind the time compared with: 是2020年（31件）的3倍."""
    before = draft.token - 2
    return before >= 0 and walk.tokens[draft.token - 1].letter == "(" and (walk.tokens[before].letter == "B" or (before in walk.beside and walk.row.letters(before, before + 4) == "T(#)"))


def _of_base(walk: Walk, draft: Draft) -> Span | None:
    """比上年（36.9%）下降0.1个百分点: alone in a bracket behind a basis stands what was so at that time."""
    opening = draft.token - 1
    if "B" not in walk.row.letters(max(0, opening - 1), draft.token):
        # As with most numbers.
        return None
    basis = walk.tokens[opening - 1].value if _stands_bracketed(walk, draft) else None
    if draft.rule == "level" and opening >= 0 and (walk.row.letters(opening, opening + 4) in ("B#V%", "BUV%") or _departed_behind_bracket(walk, opening)):
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


def _departed_behind_bracket(walk: Walk, basis: int) -> bool:
    """比上年同期1.6亿元（含直解收入0.4亿元），下降6.6%: whether a bracket stands between what was so at the time compared with and how far that was departed from."""
    closing = walk.row.closing(basis + 2) if walk.row.letters(basis, basis + 3) == "B#(" else None
    return closing is not None and walk.row.letters(closing + 1, closing + 4) in (",V%", "V%,", "V%.", "V%;", "V%")


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
