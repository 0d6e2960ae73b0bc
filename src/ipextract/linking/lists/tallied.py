"""By what something was counted or summed, said by that word alone: 质押登记320笔，金额56.2亿元，笔数和金额分别增长22%和31%."""

from __future__ import annotations

from collections.abc import Iterator

from ipextract.linking.frames import Draft
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.walk import Walk

# 成交额
_LONGEST_TALLY = 3


def changed_by_tally(label: Label) -> str | None:
    """查处案件 of 查处案件120起，涉案310人，起数增长3%: of which of the levels told a change is, by what it was counted in."""
    if len(label.text) > _LONGEST_TALLY:
        return None
    told = next(_told_by(label.walk, label.text), None)
    if told is None or told.indicator.endswith(tuple(label.vocabulary.names.whole_numbers)):
        # 信访总量2180人次，人次下降: by what all were counted, without the word for all.
        return None
    return told.indicator


def of_tally(walk: Walk, name: str) -> str:
    """质押登记笔数 of 笔数, 质押登记金额 of 金额: of what the sentence told so; empty where it told of nothing by that measure."""
    if name in walk.vocabulary.names.sums_of_deeds:
        return next((draft.indicator for draft in _told_by(walk, name) if draft.indicator.endswith(name)), "")
    return next((draft.indicator.removesuffix(name) + name for draft in _told_by(walk, name) if not walk.namer.has_measure(draft.indicator)), "")


def _told_by(walk: Walk, name: str) -> Iterator[Draft]:
    """What the sentence told by the tally `name`, the last first."""
    names = walk.vocabulary.names
    # 批次 of 98批 and of 98批次
    units = (name[:-1],) if name.endswith(names.tally_ends) else (name, name[:-1]) if name in names.tallies else ()
    is_sum = name in names.sums_of_deeds
    if not units and not is_sum and name not in names.tallies_of_any:
        return
    for draft in reversed(walk.drafts):
        if draft.token < walk.sentence_start or draft.aspect != "level":
            continue
        # 数量 behind 98批次、2.3万件: of the pieces, and not of what they came in.
        counted = draft.kind == "count" and (draft.unit in units if units else not (draft.unit or "").startswith(names.batch_units))
        if draft.kind == "money" if is_sum else counted:
            yield draft
