"""What was done or added over a time, told behind a moment: 年末户籍人口52万人，城镇新增就业1.2万人."""

from __future__ import annotations

from ipextract.linking.frames import Draft
from ipextract.linking.period.last_of_years import is_summed
from ipextract.linking.period.spans import Span
from ipextract.linking.period.standing import dated_in_clause, is_listed_behind_stock
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Basis

_YEAR_END = (12, 31)


def is_change_of_flow(walk: Walk, draft: Draft) -> bool:
    """截至2月10日，发送旅客186万人次，增长3.1%: whether the rate is of the level before it, which ran over a time that is not printed."""
    last = walk.drafts[-1] if walk.drafts else None
    return draft.aspect == "change" and last is not None and last.token >= walk.sentence_start and last.indicator == draft.indicator and last.origins["period"] == "inferred"


def is_flow(walk: Walk, draft: Draft) -> bool:
    """年末户籍人口52万人，城镇新增就业1.2万人: whether behind a moment something is told of that was done or added over a time."""
    return not _is_of_day(walk, draft) and not _is_summed_beside(walk, draft) and (_runs_over_time(walk, draft) or _is_part_of_flow(walk, draft))


def reaches_by_its_end(walk: Walk, draft: Draft) -> bool:
    """到2016年末，GDP达到830亿元: what is made in a year has no moment, and 到 its end says the year."""
    period = walk.period
    if period is None or not period.moment or (period.end.month, period.end.day) != _YEAR_END or not walk.namer.runs_over_time(draft.indicator):
        return False
    section = walk.setting.period
    if section is not None and section.years > 1 and not walk.setting.target and period.end == section.end and walk.namer.is_added(draft.indicator):
        # 截至“十三五”末，新增企业500家, in a section on its years: over all of them.
        return False
    place = next((place for place in reversed(walk.spans) if walk.spans[place] is period), None)
    return place is not None and walk.text[: walk.tokens[place].start].endswith(tuple(walk.vocabulary.until)) and not is_summed(walk, draft)


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


def _is_summed_beside(walk: Walk, draft: Draft) -> bool:
    """截至2019年10月末，累计签发保单387份，保费收入1563万元: whether the sentence began to sum up, at the moment that holds, what was done until then; 累计拥有专利 sums up nothing."""
    first = next((before for before in walk.drafts if before.token >= walk.sentence_start), None)
    if first is None or first.period is not walk.period or first.aspect != "level" or dated_in_clause(walk, draft.token):
        return False
    words = walk.row.words_between(walk.row.clause_start(first.token), first.token)
    summed = next((words.partition(word)[2] for word in walk.vocabulary.names.cumulated if word in words), "")
    return bool(summed) and not summed.startswith(walk.vocabulary.there_is) and not walk.namer.is_stock(words)


def _is_part_of_flow(walk: Walk, draft: Draft) -> bool:
    """赔付支出31亿元，其中财产险赔付18亿元: whether the whole of which the claim is a part runs over a time, and has it."""
    whole = walk.parent.draft if walk.parts_from is not None and walk.parent is not None else None
    if whole is None or whole.unit != draft.unit or draft.aspect != "level" or whole.period is None or whole.period.moment:
        return False
    return whole.token >= walk.sentence_start and walk.namer.runs_over_time(whole.indicator) and not dated_in_clause(walk, draft.token)


def of_whole_at_end(walk: Walk, draft: Draft) -> Span | None:
    """商标申请量1860件，累计有效注册商标8912件，其中驰名商标8件: when there were as many as the whole says, so many were a part of them; None where the whole is of no moment."""
    whole = walk.parent.draft if walk.parts_from is not None and walk.parent is not None else None
    if whole is None or whole.period is None or not whole.period.moment or draft.rule != "level" or draft.kind != "count" or whole.unit != draft.unit or whole.token < walk.sentence_start:
        return None
    # 企业120家，其中新增12家, 其中当年注册12家: what was done is of the time over which it was.
    # 有效发明专利2.4万件。分镇街看，城东镇专利申请量1098件
    done = walk.namer.starts_with_verb(draft.indicator) or walk.namer.runs_over_time(draft.indicator) or walk.namer.ends_with_deed(draft.indicator) or draft.indicator.endswith(walk.vocabulary.names.done_in_time)
    return None if done or dated_in_clause(walk, draft.token) else whole.period


def _is_told_since_year_end(walk: Walk, draft: Draft) -> bool:
    """2022年末，缴存总额212亿元，比上年末增加14%: whether the words themselves compare a sum of all years with the end of the year before."""
    following = draft.token + 2
    is_next = draft.aspect == "level" and walk.row.letters(draft.token + 1, following + 1) == ",B"
    basis = walk.tokens[following].value if is_next else draft.basis
    return isinstance(basis, Basis) and basis.basis == "year_end"
