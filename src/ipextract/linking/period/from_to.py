"""The times of a level that changed: 由2015年的102亿元增加到2020年的163亿元."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ipextract.linking.frames import Draft
from ipextract.linking.period.other_times import is_of_one_number
from ipextract.linking.period.spans import Span, base_of, in_year, year_span
from ipextract.linking.period.standing import dated_in_clause
from ipextract.linking.walk import Walk

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


def date_beginning(walk: Walk, draft: Draft) -> None:
    """由32个增加到36个，比上年增加4个: where the level reached differs by the change from the one before it, that one is of the time compared with; where it does not, nobody says when it was."""
    first, last = walk.drafts[-_PAIR:] if len(walk.drafts) >= _PAIR else (None, None)
    if first is None or last is None or first.rule != "level.from" or last.rule != "change.reach" or (first.period is not None and first.period.text) or first.unit != last.unit:
        return
    if draft.indicator != last.indicator or "B" not in walk.row.letters(last.token, draft.token) or draft.token > last.token + _REACH:
        return
    rise = last.value - first.value
    if draft.unit == first.unit:
        agrees = rise == draft.value
    else:
        agrees = draft.kind == "percentage" and first.value > 0 and abs(rise * 100 / first.value - draft.value) < _ROUNDED
    first.period, first.origins["period"] = draft.base if agrees else None, "inferred"


def years_between(walk: Walk, draft: Draft) -> Span | None:
    """由2015年的102亿元增加到2020年的163亿元，年均增长9.8%: over the years behind the first up to the last; None where they are not told."""
    pair = [before for before in walk.drafts[-_PAIRS:] if before.token >= walk.sentence_start and before.indicator == draft.indicator]
    first, last = (next((before.period for before in reversed(pair) if before.rule == rule), None) for rule in ("level.from", "change.reach"))
    if first is None or last is None or first.years != 1 or last.years != 1 or last.end.year - first.end.year < _SEVERAL:
        return None
    return Span(f"{first.text}{last.text}", date(first.end.year + 1, 1, 1), date(last.end.year, 12, 31))


def same_part(walk: Walk, draft: Draft, year: Span) -> Span | None:
    """从去年同期的20件增加到今年的33件: of the year reached the same part as that of the year it began with; None where that was a whole one."""
    last = walk.drafts[-1] if walk.drafts else None
    if draft.rule != "change.reach" or last is None or last.rule != "level.from" or last.period is None or last.period.moment or last.period.end.year >= year.end.year:
        return None
    if (year.start.month, year.end.month) != (1, 12) or (last.period.start.month, last.period.end.month) == (1, 12):
        return None
    same = in_year(last.period, year.end.year)
    return None if same is None else same._replace(text=year.text)


def reached_later(walk: Walk, draft: Draft, period: Span) -> Span | None:
    """2022年，…，而上年占64.2%；纠纷由2021年的588件增至801件: what was reached is of the paragraph's time, or of the text's, where `period` is but the one departed from; None where it is not."""
    begun = walk.drafts[-1] if walk.drafts else None
    if draft.rule != "change.reach" or begun is None or begun.rule != "level.from" or begun.period is None or begun.period.end < period.end:
        return None
    return next((told for told in (walk.lasting, walk.setting.period) if told is not None and told.years == 1 and told.start > begun.period.end), None)


def since_base(walk: Walk, draft: Draft) -> Span | None:
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


def of_parallel(walk: Walk, draft: Draft) -> Span | None:
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
    return first if begins(walk, draft) else last


def compared_with(walk: Walk) -> Span | None:
    """与2010年相比，文盲率由5.6%下降为3.1%: the time that the sentence, or the paragraph from its head on, is compared with."""
    basis = walk.basis if walk.basis_sentence == walk.sentence else walk.compared_years
    if basis is not None and basis.basis == "year_end":
        # 较二〇一八年末，由四家发展到7家: the end of the year before.
        return walk.references.get(basis.text) or base_of("year_end", walk.period or walk.setting.period)
    return walk.references.get(basis.text) if basis is not None and basis.basis == "since" else None


def begins(walk: Walk, draft: Draft) -> bool:
    """Whether the number is where a change began: 由12件提高到30件, 占GDP比重从1.6%提高到1.9%."""
    if draft.aspect == "rank":
        # 从第9名提升至第2名, and no year said
        own = walk.window(draft.token)
        # The years of the clause before may be those of a level from and a level reached.
        paired = [before.token for before in walk.drafts[-_PAIRS:] if before.token >= walk.sentence_start and before.rule in ("level.from", "change.reach")]
        behind = max(paired, default=-1) if len(paired) > 1 else -1
        said = any(place in walk.spans and (place >= own or (walk.spans[place].years == 1 and not is_of_one_number(walk, place))) for place in range(max(walk.sentence_start, behind), draft.token))
        return not said and "Y" in walk.row.letters(walk.window(draft.token), draft.token) and walk.row.letters(draft.token + 1, draft.token + 2) == "Z"
    if draft.rule == "level.pull" and walk.tokens[draft.token - 1].letter == "Y":
        # 消费贡献率由54.9%提高到58.8%
        return walk.row.letters(draft.token + 1, draft.token + 2) == "Z"
    return draft.rule == "level.from" or ((draft.aspect == "share" or draft.rule == "change.rate") and draft.token > 0 and walk.tokens[draft.token - 1].letter == "Y")
