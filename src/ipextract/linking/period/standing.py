"""What there is at the end of a time, beside what was done over it."""

from __future__ import annotations

from datetime import date

from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import without_bracket
from ipextract.linking.period.spans import Span
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Basis

# 28家|、|9家
_NEXT = 2


def stands(walk: Walk, draft: Draft) -> bool:
    """年末汽车保有量210万辆。轿车保有量150万辆: whether a claim of a sentence without a time is of what was so at the end of the period, as the sentence before said."""
    period, stood = walk.setting.period, walk.stood
    if period is None or stood is None or not _holds_on(stood, period, draft, walk) or "T" in walk.row.letters(walk.sentence_start, draft.token):
        return False
    if draft.aspect == "change" and draft.basis is not None:
        base = walk.references.get(draft.basis.text) if draft.basis.basis == "since" else None
        counted = {draft.unit, walk.frame.unit if walk.frame is not None and draft.unit == "%" else None}
        if draft.basis.basis == "year_end" or (base is not None and base.moment and counted & walk.vocabulary.names.body_units):
            # 比2018年末增加4.9万个: from one moment to the other.
            return True
    last = walk.drafts[-1] if walk.drafts else None
    if draft.aspect == "change" and last is not None and last.token >= walk.sentence_start and last.indicator == draft.indicator and last.period is stood:
        return True
    if draft.aspect == "change" and any(before.indicator == draft.indicator and before.period is stood and before.aspect == "level" and before.unit == draft.unit for before in walk.drafts):
        # 年末国有博物馆310个。与上年比较，国有博物馆增加5个
        return True
    if draft.aspect == "share" and last is not None and last.token >= walk.sentence_start and last.indicator == draft.indicator and last.aspect == "level" and last.period is stood:
        # 制造业1.56万个，占18.1%
        return True
    name, names = without_bracket(draft.indicator), walk.vocabulary.names
    if draft.aspect not in ("level", "change") or walk.namer.runs_over_time(name) or name.endswith(names.done_in_time):
        return False
    if name.endswith(names.at_moments) or name.startswith(names.standing) or _is_in_force(walk, draft, name) or _is_compared_with_year_end(walk, draft):
        return True
    if name.startswith(names.being_in) and name.endswith(names.schemes) and draft.unit in walk.vocabulary.people_units:
        # 年末参加职工基本养老保险人数52万人。参加失业保险31万人
        return True
    # 商标有效注册量12.8万件，驰名商标21件: what is counted like what there is in the same sentence.
    units = {before.unit for before in walk.drafts if before.token >= walk.sentence_start and (before.kind, before.aspect) == ("count", "level") and before.period is stood}
    if draft.aspect == "change" or draft.unit not in names.body_units | units or name.endswith(walk.namer.branches):
        return False
    # 创出驰名商标6个，著名商标43个: what is done to the first is done to those behind it.
    beside = (before.indicator for before in walk.drafts if before.token >= walk.sentence_start)
    if any(walk.namer.starts_with_verb(one) for one in (*beside, name)) or walk.namer.ends_with_deed(name):
        return False
    # 37个大类行业有29个保持增长: how they moved over the year; 运动员在45项赛事中获得冠军: what was done somewhere.
    words = walk.namer.words(name)
    return words[-1] not in walk.vocabulary.clauses.predicates and ("的" in words or not any(word in names.located for word in words[1:-1]))


def _holds_on(stood: Span, period: Span, draft: Draft, walk: Walk) -> bool:
    """8月末，存款余额5237亿元。贷款余额4813亿元 in a text on the year: whether the moment is the end of the period, or both are what is so at moments alone."""
    if stood.end == period.end:
        return True
    told = next((before for before in walk.drafts if before.period is stood), None)
    return told is not None and period.start < stood.end < period.end and all(name.endswith(walk.vocabulary.names.flowing_stocks) for name in (draft.indicator, told.indicator))


def _is_compared_with_year_end(walk: Walk, draft: Draft) -> bool:
    """民用汽车294万辆，比上年末增长4.9%；私人汽车223万辆，增长3.2%: whether the next clause compares the level with the end of the year before."""
    following = draft.token + 2
    letters = walk.row.letters(draft.token + 1, following + 1)
    if draft.aspect != "level" or letters not in (",B", ",V"):
        return False
    basis = walk.tokens[following].value if letters == ",B" else walk.basis
    if not isinstance(basis, Basis) or basis.basis != "year_end":
        return False
    # 有效发明专利320件，比上年末增长12%。授权专利620件，增长5%: what is done in a year has no end of one to be compared with.
    return letters == ",B" or not walk.namer.starts_with_verb(draft.indicator) or draft.indicator.startswith(walk.vocabulary.names.being_in)


def dated_in_clause(walk: Walk, index: int) -> bool:
    """Whether the clause of the number at `index` names a time; what it is compared with, 比2000年, is none of its own."""
    if not walk.spans:
        return False
    first = walk.row.clause_start(index)
    return any(first <= place < index and walk.tokens[place].letter != "B" for place in walk.spans)


def at_end(walk: Walk, draft: Draft) -> Span | None:
    """全年授权专利3200件，有效发明专利1.2万件; 新认定示范企业35家，累计达210家: the end of the time that was told of what was done, for what there was then; None for all else.

    By the end of a month more was done than in it: 5月份完成投资20亿元，累计完成投资80亿元 is of the months up to it.
    """
    if draft.rule != "level" and draft.aspect != "change":
        return None
    period = walk.period or walk.setting.period
    if walk.period is None and period is not None and (period.start.month, period.end.month) == (1, 12):
        # In a bulletin on a year the year is that of what there is, too.
        return None
    if period is None or period.moment or period.years != 1 or period.ahead or walk.setting.target:
        return None
    if draft.aspect == "change":
        level = walk.drafts[-1] if walk.drafts else None
        if level is None or level.token < walk.sentence_start or level.indicator != draft.indicator or level.period is None or not level.period.moment:
            return None
        return level.period if level.period == _end_of(period) and not dated_in_clause(walk, draft.token) else None
    if dated_in_clause(walk, draft.token):
        return None
    if _is_stock_of_list(walk, draft, period):
        return _end_of(period)
    words = walk.label_text(walk.window(draft.token), draft.token).strip("\n ，")
    if walk.period is not None and _runs(walk, period) and (words.startswith(walk.vocabulary.names.standing) or _is_of_moments(walk, draft)):
        return _end_of(period)
    if not _exceeds_what_was_done(walk, draft, period, words):
        return None
    if period.start.month > 1 and period.start.month == period.end.month:
        return Span(period.text, date(period.start.year, 1, 1), period.end)
    return _end_of(period)


def _is_stock_of_list(walk: Walk, draft: Draft, period: Span) -> bool:
    """新增优势企业5家、示范企业2家，累计分别达28家、9家: whether the number goes on with a list of what there is, of which the one before was so."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or draft.rule != "level" or last.token != draft.token - _NEXT or last.token not in walk.named or draft.token not in walk.named:
        return False
    # 年末户籍人口和出生人口分别为93.2万人和4512人: what runs over a time has no state at its end.
    return last.period == _end_of(period) and last.unit == draft.unit and not walk.namer.runs_over_time(draft.indicator)


def is_listed_behind_stock(walk: Walk, draft: Draft) -> bool:
    """年末户籍人口和出生人口分别为93.2万人和4512人: whether the moment before a list is that of its first, and not of what ran over the year."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token not in walk.named or draft.token not in walk.named or last.token < walk.sentence_start:
        return False
    return last.aspect == "level" and last.period is not None and last.period.moment and not walk.namer.runs_over_time(last.indicator)


def _end_of(period: Span) -> Span:
    return Span(period.text, period.end, period.end)


def _runs(walk: Walk, period: Span) -> bool:
    """全年, 1—9月, 一季度: whether a time is told of what goes on in it; 2023年 may be that of what there is, too."""
    return (period.start.month, period.end.month) != (1, 12) or period.text.endswith(walk.vocabulary.over_years)


def _is_of_moments(walk: Walk, draft: Draft) -> bool:
    """期末余额, 企业有效发明专利: whether the name is of what there is, and of nothing added or done."""
    name, names = without_bracket(draft.indicator), walk.vocabulary.names
    if walk.namer.runs_over_time(name) or walk.vocabulary.means_said.search(name):
        return False
    return _is_in_force(walk, draft, name) or (name.endswith(names.at_moments) and not walk.namer.starts_with_verb(name))


def _is_in_force(walk: Walk, draft: Draft, name: str) -> bool:
    """国外在华有效注册商标, and not 灌溉水有效利用系数, which counts nothing."""
    return draft.kind == "count" and any(word in walk.vocabulary.names.standing for word in walk.namer.words(name)[:-1])


def _exceeds_what_was_done(walk: Walk, draft: Draft, period: Span, words: str) -> bool:
    """新开工住房1.2万套，累计建成住房58万平方米: whether `words` sum up more than the sentence told before of the same thing."""
    if not words.startswith(walk.vocabulary.names.cumulated) and not walk.namer.is_stock(words):
        return False
    told = [one for one in walk.drafts if one.token >= walk.sentence_start and one.aspect == "level" and one.period == period]
    thing = _thing(walk, draft.indicator)
    same = [one for one in told if one.indicator != draft.indicator and (one.indicator.endswith(thing) or draft.indicator.endswith(_thing(walk, one.indicator)))]
    return bool(same) and draft.value > sum(one.value for one in told if one.kind == draft.kind)


def _thing(walk: Walk, indicator: str) -> str:
    """住房 of 新开工住房, and of 建成住房."""
    return walk.namer.take_apart(indicator).object or indicator
