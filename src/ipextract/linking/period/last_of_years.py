"""What is so in the last of several years, beside what was done over all of them."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft
from ipextract.linking.period.spans import Span, year_span
from ipextract.linking.period.standing import dated_in_clause
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import Basis

# ，|年均|增长|8.7%
_AVERAGED = lazily(compiled, r",[XT]?(?P<basis>B)V%")
# 比|2007年|增长|2.1倍, 是|2007年|2.5倍
_COMPARED = lazily(compiled, r",X?(?P<year>[TB])(?:V[#%M]|V?M)")


def is_reached(walk: Walk, draft: Draft) -> bool:
    """过去五年，生产总值年均增长12.1%，达到3270亿元: the level to which the years of growth led is that of the last; 四年累计3847亿元, 累计完成3847亿元 are of all of them."""
    if draft.rule != "level" or dated_in_clause(walk, draft.token):
        return False
    last = walk.drafts[-1] if walk.drafts else None
    if last is not None and last.token == draft.token - 2 and {last.token, draft.token} <= walk.named.keys():
        # 分别达到28平方米和32平方米
        return last.rule == "level" and last.period is not None and last.period.years == 1
    words = walk.row.words_between(walk.window(draft.token), draft.token).strip()
    if _is_counted_beside(walk, draft):
        return False
    if _is_compared_with_year_before(walk, draft) and not is_summed(walk, draft):
        return True
    if draft.kind == "money" and without_end(words, tuple(walk.vocabulary.names.reached)).endswith(walk.vocabulary.names.summing) and not walk.namer.take_apart(draft.indicator).measure.endswith(walk.vocabulary.names.balances):
        # 民生支出累计达到268亿元: what was spent or taken in came together over the years.
        return False
    passes = walk.row.words(draft.token).startswith(walk.vocabulary.names.marks_passed) and not any(word in words for word in walk.vocabulary.names.summing)
    if (passes or words.endswith(tuple(walk.vocabulary.names.reached))) and not walk.namer.starts_with_verb(draft.indicator):
        # 五年来，人均生产总值达到46271元, 港口吞吐量达到2.7亿吨: the verb names the level at the end, and no sum over the years.
        return True
    if _grows_by_year(walk, draft, words):
        return True
    grown = (before for before in reversed(walk.drafts) if before.token >= walk.sentence_start and before.indicator == draft.indicator and before.aspect == "change")
    return any(before.basis is not None and before.basis.basis in ("average", "since") for before in grown)


def _grows_by_year(walk: Walk, draft: Draft, words: str) -> bool:
    """过去五年，财政收入完成17.6亿元，年均增长8.7%: whether what is told right behind is how an amount grew from year to year, and it is none that was put into something or came together over them."""
    names, namer = walk.vocabulary.names, walk.namer
    if draft.kind not in ("money", "quantity") or any(word in words for word in names.cumulated) or draft.indicator.endswith(tuple(names.outlays)):
        return False
    found = _AVERAGED.match(walk.row.letters(draft.token + 1, draft.token + 6))
    if found is None or namer.starts_with_verb(draft.indicator) or namer.is_added(draft.indicator):
        return False
    basis = walk.tokens[draft.token + 1 + found.start("basis")].value
    return isinstance(basis, Basis) and basis.basis == "average"


def _is_compared_with_year_before(walk: Walk, draft: Draft) -> bool:
    """过去五年，…完成增加值910亿元，是2007年的2.5倍: whether what is told is compared with that of the year in front of the years."""
    found = _COMPARED.match(walk.row.letters(draft.token + 1, draft.token + 8))
    years = walk.period or walk.setting.period
    if found is None or years is None:
        return False
    return str(years.start.year - 1) in walk.row.words(draft.token + 1 + found.start("year"))


def _is_counted_beside(walk: Walk, draft: Draft) -> bool:
    """“十一五”期间，申请量为11480件，授权量达6046件: whether what was counted right before, by the same measure, was of all the years."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or draft.kind != "count" or last.token < walk.sentence_start or last.aspect != "level" or last.unit != draft.unit or last.period != walk.period:
        return False
    ending = draft.indicator[-1:]
    return ending in walk.vocabulary.names.count_ends and last.indicator.endswith(ending)


def is_state(walk: Walk, draft: Draft) -> bool:
    """五年来，服务业占比达到51%: a share is of the last of several years; 近四年占比保持在80%以上 and 年均支出占八成 are of all."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is not None and last.token >= walk.sentence_start and last.aspect == "level" and last.indicator == draft.indicator and last.period == walk.period:
        # 1999年至2017年，观赏植物897件，占66%: of all the years, as what it is the share of.
        return False
    whole = walk.parent.draft if walk.parent is not None and walk.parts_from is not None and walk.parts_from >= walk.sentence_start else None
    if whole is not None and whole.token >= walk.sentence_start and whole.kind == "count" and whole.period == walk.period and not walk.row.has_claim(walk.parts_from or 0, draft.token):
        # “十四五”期间，申请量11480件，其中发明专利申请占申请总量的40.1%: of those of all the years.
        return False
    if draft.aspect == "level" and draft.kind != "count" and draft.indicator.endswith(walk.vocabulary.names.states_at_end):
        # 五年来，空气优良天数比例95.3%，森林覆盖率76%
        words = walk.row.words_between(walk.row.clause_start(draft.token), draft.token)
        return not any(word in words for word in walk.vocabulary.names.kept_over_years) and not dated_in_clause(walk, draft.token)
    if draft.aspect != "share" or walk.namer.starts_with_verb(draft.indicator):
        # 五年来，判处罪犯418人。判处五年以上有期徒刑的占18%: of what was done in all of them.
        return False
    names = walk.vocabulary.names
    if any(without_end(name, names.counts).endswith((*names.cases, *names.offences)) for name in (draft.indicator, draft.whole or "")):
        # 五年来，案件数量年均增长24.6%。其中商标案件占全部案件的68.5%: cases are what was dealt with, and never how things stand.
        return False
    words = walk.row.words_between(walk.window(draft.token), draft.token)
    return bool(words) and not any(mean in words for mean in walk.vocabulary.names.means) and not dated_in_clause(walk, draft.token)


def made_in_last(walk: Walk, draft: Draft, moment: Span) -> Span | None:
    """“十三五”末，生产总值400亿元 among what was reached in all of its years: the year that ends there, for an amount that is made in a year and was not summed up; else None."""
    told = walk.lasting or walk.setting.period
    if told is None or told.years == 1 or walk.setting.target or not told.start < moment.end <= told.end or (moment.end.month, moment.end.day) != (told.end.month, told.end.day):
        return None
    is_deed = draft.kind == "count" or walk.namer.starts_with_verb(draft.indicator) or walk.namer.is_added(draft.indicator)
    return None if is_deed or is_summed(walk, draft) else year_span(moment.end.year)


def is_summed(walk: Walk, draft: Draft) -> bool:
    """累计完成3847亿元: of all the years."""
    words = walk.label_text(walk.window(draft.token), draft.token).strip("\n ，")
    return words.startswith(walk.vocabulary.names.summing) and not walk.namer.is_stock(words)


def summed_over_years(walk: Walk, index: int) -> Basis | None:
    """到2025年，能耗强度累计下降13.5%, in a plan of five years up to then: the change at `index` is over all of them; None for one that is not summed up by the last year."""
    years, last = walk.setting.period, walk.period
    if years is None or last is None or years.years == 1 or last.years > 1 or last.end != years.end or not (last.moment or last.start.month == 1):
        return None
    verb, cumulated = index - 1, walk.vocabulary.names.cumulated
    if walk.row.letters(verb, index) != "V":
        return None
    said = walk.row.words(verb).startswith(cumulated) or (walk.row.letters(verb - 1, verb) == "X" and walk.row.words(verb - 1).endswith(cumulated))
    return Basis("since", years.text) if said else None
