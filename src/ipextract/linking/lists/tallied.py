"""By what something was counted or summed, said by that word alone: 质押登记320笔，金额56.2亿元，笔数和金额分别增长22%和31%."""

from __future__ import annotations

from ipextract.linking.walk import Walk


def of_tally(walk: Walk, name: str) -> str:
    """质押登记笔数 of 笔数, 质押登记金额 of 金额: of what the sentence told so; empty where it told of nothing by that measure."""
    names = walk.vocabulary.names
    ends, sums = names.tally_ends, names.sums_of_deeds
    # 批次 of 98批 and of 98批次
    units = (name[:-1],) if name.endswith(ends) else (name, name[:-1]) if name in names.tallies else ()
    if not units and name not in sums and name not in names.tallies_of_any:
        return ""
    told = (draft for draft in reversed(walk.drafts) if draft.token >= walk.sentence_start and draft.aspect == "level")
    if name in sums:
        return next((draft.indicator for draft in told if draft.kind == "money" and draft.indicator.endswith(name)), "")
    # 数量 behind 98批次、2.3万件: of the pieces, and not of what they came in.
    counted = (draft for draft in told if draft.kind == "count" and (draft.unit in units if units else not (draft.unit or "").startswith(names.batch_units)))
    return next((draft.indicator.removesuffix(name) + name for draft in counted if not walk.namer.has_measure(draft.indicator)), "")
