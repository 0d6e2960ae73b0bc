"""Parts of a sum of money, where those whom it reached stand between: 资助奖励1.07亿元，惠及1932家单位，其中标准类2140万元."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.ellipsis.label import Label


def class_of_sum(label: Label) -> str | None:
    """标准类资助奖励 of 标准类2140万元: money of one class is a part of the money told last in the sentence; of nothing where none was."""
    walk, names = label.walk, label.vocabulary.names
    if not label.text.endswith(names.of_kind) or label.parts.verb or (walk.parent is not None and walk.parent.unit == label.amount.unit):
        return None
    begun = walk.parts_from if walk.parts_from is not None else walk.sentence_start
    told = next((draft for draft in reversed(walk.drafts) if walk.sentence_start <= draft.token < begun and draft.unit == label.amount.unit and draft.aspect == "level"), None)
    if told is None:
        return None
    # 资助奖励兑现: that it was paid is no part of what was paid.
    return join(label.text, without_end(told.indicator, names.paid_out) or told.indicator)
