"""How far some of those counted are done: 民生实事30项，其中17项超额完成; 61座水库已完工41座，正在实施20座."""

from __future__ import annotations

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.anatomy import Parts
from ipextract.linking.walk import Walk
from ipextract.linking.words_end import end_of_words_behind
from ipextract.rules.tokens import Amount

# 城镇老旧小区综合整治
_LONGEST_WORKS = 16


def done_so(walk: Walk, index: int, amount: Amount) -> str:
    """超额完成民生实事 of 民生实事30项，其中17项超额完成: what the words beside the number at `index` say alone, with what the sentence counted in the same unit before; empty where they say more, or nothing was.

    Args:
        walk: the walk.
        index: the number's token.
        amount: the number.
    """
    if amount.kind != "count" or walk.frame is None or walk.frame.sentence != walk.sentence:
        return ""
    way = _way(walk, index)
    ways = walk.vocabulary.names.ways_done
    counted = (draft for draft in walk.drafts if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.unit == amount.unit)
    whole = next((draft for draft in counted if not draft.indicator.startswith(ways)), None) if way else None
    if whole is None or whole.value < amount.value:
        return ""
    walk.kept = Parts(way, whole.indicator, "")
    return way + whole.indicator


def _way(walk: Walk, index: int) -> str:
    """超额完成 of 17项超额完成, 正在实施 of 正在实施20座: the words of the list that stand alone behind the number or in front of it; empty where others do."""
    ways, row = walk.vocabulary.names.ways_done, walk.row
    stop = end_of_words_behind(walk, index)
    behind = row.words_between(index + 1, stop).strip() if stop > index + 1 else ""
    before = row.words_between(row.clause_start(index), index).strip()
    if behind:
        return behind if behind in ways else ""
    return before if before in ways else ""


def done_to_works(walk: Walk, index: int, label: str, amount: Amount) -> str:
    """新开工棚户区改造 of 加快棚户区改造，新开工3.5万套: a deed alone with the works that the clause before sets going; empty where either says more.

    Args:
        walk: the walk.
        index: the number's token.
        label: the words before the number, cleaned.
        amount: the number.
    """
    names = walk.vocabulary.names
    is_done = not label and walk.row.words_between(walk.row.clause_start(index), index).strip() in names.completing
    if (label not in names.works_done and not is_done) or amount.kind not in ("count", "quantity") or (walk.frame is not None and walk.frame.sentence == walk.sentence):
        return ""
    start = walk.row.clause_start(index)
    before = walk.row.clause_start(start - 1) if walk.row.letters(start - 1, start) == "," else start
    said = walk.label_text(before, start - 1).replace("\n", "").strip() if walk.row.letters(before, start) in ("X,", "VX,") else ""
    works = without_head(said, names.setting_going)
    return label + works if works != said and works.endswith(names.works) and len(works) <= _LONGEST_WORKS else ""
