"""So many of ten, halves and thirds, of which no verb says that they are shares: 个人数据不足一成, 其中企业过半."""

from __future__ import annotations

from ipextract.linking.frames import Draft
from ipextract.linking.walk import Walk

_TENTHS, _FRACTION = "number.tenths", "number.fraction"


def is_in_tenths(walk: Walk, draft: Draft) -> bool:
    """企业数据占九成，个人数据不足一成: whether behind a share so many tenths, or a half, are told of something that is no rate."""
    return walk.tokens[draft.token].rule in (_TENTHS, _FRACTION) and not walk.namer.is_level_rate(draft.indicator) and not walk.namer.has_measure(draft.indicator)


def tells_tenths(walk: Walk, draft: Draft) -> bool:
    """有专利申请的不到三成, 其中企业申请过半: whether so many of ten, or a half of what was told, are told of something that has no measure; 满意度达九成, 机械化水平超过八成 are levels."""
    is_part = walk.tokens[draft.token].rule == _TENTHS or _is_part(walk, draft)
    return is_part and not walk.namer.has_measure(draft.indicator) and not draft.indicator.endswith((*walk.vocabulary.rates, *walk.vocabulary.proportions, *walk.vocabulary.names.capacities))


def whole_of_tenths(walk: Walk, draft: Draft) -> str | None:
    """商标申请 of 商标申请5100件，其中企业过半: the level whose parts are told; None where none is."""
    parent = walk.parent if walk.parts_from is not None and walk.parts_from >= walk.row.clause_start(draft.token) else None
    if parent is None or parent.draft is None or parent.sentence != walk.sentence or parent.draft.aspect != "level" or parent.draft.kind == "percentage":
        return None
    return parent.name


def _is_part(walk: Walk, draft: Draft) -> bool:
    """Whether a half or a third is told right behind 其中; 任务过半 is how far it is done."""
    return walk.tokens[draft.token].rule == _FRACTION and whole_of_tenths(walk, draft) is not None
