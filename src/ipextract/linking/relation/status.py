"""Whether a number was reached or is aimed at."""

from __future__ import annotations

from datetime import date, timedelta

from ipextract.linking.ahead import is_foreseen, is_to_come
from ipextract.linking.before_number import is_among_aims, is_set_as_aim, is_set_in_bracket, is_task_shared
from ipextract.linking.endings import without_head
from ipextract.linking.frames import Draft
from ipextract.linking.period.spans import Calendar, Span
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Amount

# From a number to the one behind the words that follow it.
_NEXT = 2
# A year is all but over so long before its end.
_ALL_BUT_OVER = timedelta(days=45)
# Up to this month a year has but begun.
_BEGUN = 4
# 今年我局已受理
_DONE = "已"
# How many characters back a word may still make a number an aim.
_BACK = 300


def status_of(walk: Walk, index: int) -> str:
    """`target` or `actual`; a plan holds from where it is named to the end of its sentence."""
    if walk.brackets and is_set_in_bracket(walk, index):
        # 增长3%（目标为4%），税收42亿元: an aim in a bracket ends with it.
        walk.reported_from = walk.tokens[index].end
        return "target"
    if is_set_as_aim(walk, index) or is_task_shared(walk, index) or is_among_aims(walk, index):
        return "target"
    if _is_left_behind(walk, index):
        return "actual"
    # In most paragraphs no word plans anything.
    may_plan = walk.names_plans or walk.names_modals or walk.setting.target or _is_behind_document(walk)
    clause = walk.label_text(walk.row.clause_start(index), index).strip("\n ，") if may_plan else ""
    # 并计划于年底完成2个: behind a conjunction, too.
    clause = without_head(clause, walk.vocabulary.ahead.and_then)
    plans = may_plan and clause.startswith(walk.vocabulary.modals) and not clause.startswith(walk.vocabulary.ahead.not_modals)
    if walk.names_plans and not walk.setting.target and _is_done(walk, index):
        walk.planned, walk.reported_from = False, walk.tokens[index].start
    elif (plans or (walk.names_plans and walk.vocabulary.ahead.planned.search(clause))) and not _disposes(walk, index, clause) and not _estimates(walk, index, clause):
        if _plans_an_outlay(walk, clause):
            return "target"
        walk.planned = True
    elif _is_arranged(walk, index, clause):
        walk.planned = True
    elif not walk.setting.target and ((walk.names_plans and clause.startswith(walk.vocabulary.ahead.done_already)) or ((walk.names_plans or walk.names_aims) and clause.endswith(walk.vocabulary.ahead.done_by_then)) or ((walk.names_plans or walk.names_aims) and _tells_of_now(walk, index, clause))):
        # 计划改造小区120个，已完成97个: what is done ends the plan.
        walk.planned, walk.reported_from = False, walk.tokens[index].start
    if walk.setting.target and not walk.planned and _reports(walk, index, clause):
        return "actual"
    if walk.period is None and walk.setting.period is not None and walk.setting.period.ahead:
        # 关于推进民生工程的实施意见: the year is that by which it lays down what is to be done.
        return "target"
    if walk.planned or walk.setting.target or _is_behind_publication(walk) or (walk.period is not None and (walk.period.ahead or _is_of_years_to_come(walk.period, walk.setting.clock))):
        return "target"
    if _is_of_time_to_come(walk, index) or _is_of_year_begun(walk, index, clause):
        return "target"
    if (walk.lists_aims(index) and not _is_done_by_then(walk, index)) or (walk.names_plans and is_to_come(walk, index)) or is_foreseen(walk, index):
        return "target"
    if not walk.names_aims:
        return "actual"
    stop = walk.tokens[index].start
    first = max(walk.tokens[walk.sentence_start].start, stop - _BACK, walk.reported_from)
    if walk.vocabulary.reached_targets.search(walk.text, first, stop):
        return "actual"
    return "target" if walk.vocabulary.targets.search(walk.text, first, stop) else "actual"


def _is_left_behind(walk: Walk, index: int) -> bool:
    """接通率从89%提高到95%: whether the number at `index` is the one from which an aim sets out, with no time of its own."""
    return index > 0 and walk.tokens[index - 1].letter == "Y" and walk.row.letters(index + 1, index + 2) == "Z"


def _is_done(walk: Walk, index: int) -> bool:
    """计划新开工的126个项目已开工118个: whether behind what was planned the words right before the number say how much of it is done."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < walk.row.clause_start(index):
        return False
    said = walk.row.words_between(last.token + 1, index)
    return any(word in said for word in walk.vocabulary.ahead.done_already)


def _is_over_part(walk: Walk, told: Span, planned: Draft) -> bool:
    """今年目标新增就业1.2万人，1—6月新增0.7万人: whether a part of the year that was planned for is told of that was over when the text was written."""
    clock, aim = walk.setting.clock, planned.period
    today = clock.published or (clock.period.end if clock.period is not None else None)
    if aim is None or today is None or told.ahead or told.moment or aim.years != 1 or (aim.start.month, aim.end.month) != (1, 12):
        return False
    return aim.start <= told.start <= told.end <= min(aim.end, today) and (told.start, told.end) != (aim.start, aim.end)


def _is_done_by_then(walk: Walk, index: int) -> bool:
    """开工率达到60%以上；6月底，开工率已经完成100%: whether the words right before the number say that it is so, in a list that begins with aims."""
    return walk.text[: walk.tokens[index].start].rstrip().endswith(walk.vocabulary.ahead.done_by_then)


def _tells_of_now(walk: Walk, index: int, clause: str) -> bool:
    """计划建设公路1000公里，目前完工1216公里; 计划改造120个，截至10月底开工97个; 计划投资3亿元，累计完成3.4亿元: whether behind what was planned a time, or the `clause` itself, says what is so by now."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < walk.sentence_start or last.status != "target":
        return False
    times = walk.vocabulary.times
    clock = walk.setting.clock
    if clause.startswith(walk.vocabulary.ahead.summed_so_far) and (clock.year is not None or clock.published is not None) and not (walk.period is not None and walk.period.ahead):
        return True
    for place in range(last.token + 1, index):
        token = walk.tokens[place]
        if place in walk.spans and _is_over_part(walk, walk.spans[place], last):
            return True
        if token.rule == "time.now" and walk.row.words(place).endswith(times.up_to_now):
            return True
        if token.rule == "time.moment" and walk.row.words(place).startswith(times.counted_up_to) and not (place in walk.spans and walk.spans[place].ahead):
            return True
    return False


def _is_arranged(walk: Walk, index: int, clause: str) -> bool:
    """2025年收入安排62亿元 in a report on 2024, or 2024年，全市将聚焦专利培育，全年新增500件: whether a clause of the sentence before says what is to be gone on with, and no number stands between."""
    if _is_behind_document(walk) and clause.endswith(walk.vocabulary.ahead.arranged):
        return True
    if not walk.names_plans:
        return False
    first = max(walk.tokens[walk.sentence_start].start, walk.drafts[-1].end if walk.drafts else 0, walk.reported_from)
    return walk.vocabulary.ahead.goes_on.search(walk.text, first, walk.tokens[index].start) is not None


def _plans_an_outlay(walk: Walk, clause: str) -> bool:
    """新引进项目65个，计划总投资60亿元，其中外资项目23个: whether an amount alone is planned, and nothing behind it."""
    names = walk.vocabulary.names
    # 签约亿元以上项目312个、计划总投资2860亿元: so too behind a pause; 银川市（不含宁东）计划投资258亿元，完成52%: of whom, and what is left out, may stand before it.
    return any(clause.rpartition(word)[2] in names.outlays or any(clause.endswith(word + outlay) for outlay in names.outlays) for word in walk.vocabulary.ahead.plans if word in clause)


def _is_of_years_to_come(period: Span, clock: Calendar) -> bool:
    """“十二五”时期 in a plan for these years, or in a report on the year before them: whether several years begin behind the one reported on."""
    return clock.year is not None and not clock.guessed and period.years > 1 and period.start.year > clock.year and (clock.published is None or period.end > clock.published)


def _is_of_time_to_come(walk: Walk, index: int) -> bool:
    """全年突破330万标箱, in a release of April: whether the sentence names a part of the year, or all of it, that ends well behind the day of publication."""
    published, period = walk.setting.clock.published, walk.period
    if published is None or period is None or period.end <= published + _ALL_BUT_OVER or period.years > 1 or period.end.year > published.year:
        return False
    place = next((place for place in reversed(walk.spans) if walk.spans[place] is period), -1)
    if not walk.sentence_start <= place < index:
        return False
    token = walk.tokens[place]
    return token.rule == "time.part" or walk.row.words(place) in walk.vocabulary.comparison.whole_years


def _is_of_year_begun(walk: Walk, index: int, clause: str) -> bool:
    """2013年，全市立案要保持在1400件以上, in a report of January 2013 on 2012: whether the sentence names the whole of the year that had but begun when the year before was reported on, and says further on what has to be."""
    published, period = walk.setting.clock.published, walk.period
    if not walk.names_modals or published is None or period is None or not _is_behind_document(walk):
        return False
    if published.month > _BEGUN or (period.start, period.end) != (date(published.year, 1, 1), date(published.year, 12, 31)):
        return False
    said = walk.row.words_between(walk.sentence_start, index)
    is_named = any(span is period and walk.sentence_start <= place < index for place, span in walk.spans.items())
    is_so = walk.vocabulary.ahead.already.match(clause) is not None or any(word in said for word in (_DONE, *walk.vocabulary.ahead.done_already))
    return is_named and not is_so and not set(walk.vocabulary.modals).isdisjoint(walk.namer.words(said))


def _is_behind_document(walk: Walk) -> bool:
    """2025年收入安排62亿元, in a report on 2024: whether what is told is of a year behind the one reported on."""
    year, period = walk.setting.clock.year, walk.period
    return year is not None and period is not None and period.start.year > year


def _is_behind_publication(walk: Walk) -> bool:
    """到2020年将实现, in a headline of 2016: whether the document itself is of years that begin behind its own date."""
    period, published = walk.setting.period, walk.setting.clock.published
    return period is not None and published is not None and period.start.year > published.year and (walk.period is None or walk.period.start.year > published.year)


def _estimates(walk: Walk, index: int, clause: str) -> bool:
    """全年预计可实现税收15亿元, in a report on that year: what is reckoned of a time that is all but over is no aim."""
    clock = walk.setting.clock
    if clock.period is None or not any(word in clause for word in walk.vocabulary.ahead.estimating) or (clock.published is not None and clock.published + _ALL_BUT_OVER < clock.period.end):
        return False
    return any((span.start, span.end) == (clock.period.start, clock.period.end) for place, span in walk.spans.items() if walk.row.clause_start(index) <= place < index)


def _reports(walk: Walk, index: int, clause: str) -> bool:
    """Among plans, what is so already: 目前全县已有省级园区3个, 2024年全市已建成5座, 这些是我们的底气所在 behind 常住人口1亿左右."""
    period, clock = walk.period, walk.setting.clock
    if period is not None and not period.ahead and clock.year is not None:
        today = clock.published or date(clock.this_year or clock.year, 1, 1)
        if period.end <= today and period.end.year <= today.year and (period.moment or period.end.year <= clock.year):
            return True
    return walk.vocabulary.ahead.already.match(clause) is not None or walk.vocabulary.ahead.summed_up.match(walk.text, walk.tokens[index].end) is not None


def _disposes(walk: Walk, index: int, clause: str) -> bool:
    """将2.8万亿元资金纳入直达范围, 将原有12个窗口整合为3个, 将标准提高到1000元: 将 as 把, which does something to a thing, and no future."""
    disposing, amount = walk.vocabulary.ahead.disposing, walk.tokens[index].value
    if clause.endswith(disposing) and isinstance(amount, Amount) and not amount.bounded_before:
        # 全省将12个产业作为重点, and not 装机将超过1500万千瓦: right in front of those counted.
        return True
    if not clause.startswith(disposing) or any(clause.startswith(word, 1) for word in walk.vocabulary.ahead.taking_up):
        # 将把转化率提到25%: behind it another word does so, and it is of the future.
        return False
    start = walk.row.clause_start(index)
    if _made_into(walk, start, index):
        return True
    counted = walk.row.words(start).strip() in walk.vocabulary.ahead.disposing and walk.row.has_number(start + 1, start + 2)
    return counted or len(clause) == 1 or bool(set("YZ") & set(walk.row.letters(start, index)))


def _made_into(walk: Walk, start: int, index: int) -> bool:
    """将原有96个网格细分为761个: whether the clause from `start` tells how many were made of how many, of which one stands at `index`."""
    first, last = walk.row.next_number(start - 1), index
    if first is None:
        return False
    if first == index:
        last = walk.row.next_number(index) or index
    same = walk.tokens[first].letter == walk.tokens[last].letter == "#" and walk.tokens[first].value.unit == walk.tokens[last].value.unit
    return same and first < last and last - first <= _NEXT and walk.row.words_between(first + 1, last).strip().endswith(walk.vocabulary.ahead.made_into)
