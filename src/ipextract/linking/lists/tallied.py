"""By what something was counted or summed, said by that word alone: 质押登记320笔，金额56.2亿元，笔数和金额分别增长22%和31%."""

from __future__ import annotations

from ipextract.linking.walk import Walk


def of_tally(walk: Walk, name: str) -> str:
    """质押登记笔数 of 笔数, 质押登记金额 of 金额: of what the sentence told so; empty where it told of nothing by that measure."""
    tallies = walk.vocabulary.names.tally_ends
    unit = name[:-1] if name.endswith(tallies) else ""
    if not unit and name not in walk.vocabulary.names.sums_of_deeds:
        return ""
    told = (draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level")
    if unit:
        return next((draft.indicator.removesuffix(name) + name for draft in told if draft.kind == "count" and draft.unit == unit), "")
    return next((draft.indicator for draft in told if draft.kind == "money" and draft.indicator.endswith(name)), "")
