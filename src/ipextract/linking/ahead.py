"""What is to come of those counted, and what is foreseen: 12个项目将建成投产, 预计今年产量达到50万吨."""

from __future__ import annotations

from datetime import date, timedelta

from ipextract.linking.endings import without_end
from ipextract.linking.walk import Walk

# A year is all but over so long before its end.
_ALL_BUT_OVER = timedelta(days=45)
_DECEMBER = 12


def is_to_come(walk: Walk, index: int) -> bool:
    """12个项目将建成投产: whether the words behind the number at `index` say that what is counted is still to do something; 20家企业将产品销往海外 do it."""
    return walk.vocabulary.ahead.will_behind.match(walk.text, walk.tokens[index].end) is not None


def without_will(walk: Walk, behind: str) -> str:
    """项目建成投产 of 项目将建成投产: the words behind a number without the one that only says that it is to come."""
    found = walk.vocabulary.ahead.will_behind.match(behind)
    if found is not None:
        return found["who"] + behind[found.end("will") :]
    # 水库将 of 水库将全部完工, of which how it is done was left out.
    return without_end(behind, walk.vocabulary.ahead.wills)


def is_foreseen(walk: Walk, index: int) -> bool:
    """预计今年产量达到50万吨, 据预测，今年需求量为79亿立方米: whether the sentence foresees the number at `index`, of a time that is not all but over."""
    period = walk.period
    clock = walk.setting.clock
    if period is not None and clock.published is None and clock.period is not None and clock.period.end.month < _DECEMBER and clock.period.end == period.end:
        # 预计实现收入12.8亿元 in a report on the first half of the year: it is over, or all but over.
        return False
    told = clock.published or _told_up_to(walk, index)
    if told is None or period is None or period.end <= told or (period.years >= 1 and told + _ALL_BUT_OVER >= period.end):
        return False
    start = walk.tokens[walk.sentence_start].start
    return any(walk.text.find(word, start, walk.tokens[index].start) >= 0 for word in walk.vocabulary.ahead.foretelling)


def _told_up_to(walk: Walk, index: int) -> date | None:
    """1—9月完成投资2.1亿元，预计年底完成3.4亿元, where no day of publication is known: the last day of that year up to which the paragraph has told of anything, well before its end."""
    period = walk.period
    if period is None:
        return None
    told = [draft.period.end for draft in walk.drafts if draft.token < index and draft.period is not None and draft.status == "actual"]
    # 去冬以来至10月底，全县完成蓄水…: also by a moment that the sentence names, up to which something came about.
    named = [span.end for place, span in walk.spans.items() if walk.sentence_start <= place < index and span.end < period.end and place not in walk.beside]
    return max((end for end in (*told, *named) if end.year == period.end.year and end + _ALL_BUT_OVER < period.end), default=_foreseen_from(walk))


def _foreseen_from(walk: Walk) -> date | None:
    """预计年底完成3.4亿元。…，预计年底解决2万人饮水: where the paragraph foresaw something of the same time already, the day before that began; None where it did not."""
    period = walk.period
    return period.start - timedelta(days=_ALL_BUT_OVER.days + 1) if period is not None and any(draft.status == "target" and draft.period == period for draft in walk.drafts) else None
