"""What the sentence leaves out of an indicator's name is taken from what it continues.

总数达10130户 takes up 国家高新技术企业; 采矿业增长8.1% is the 采矿业增加值 of 规模以上工业增加值.
"""

from __future__ import annotations

from collections.abc import Callable

from ipextract.linking.ellipsis import carried, deeds, measures, parts
from ipextract.linking.ellipsis.label import Label
from ipextract.linking.frames import NOTHING_SAID
from ipextract.linking.walk import Walk
from ipextract.linking.wording import end_of_words_behind, splits_before_next
from ipextract.rules.tokens import Amount

# 其中41%免费: a noun of what came before, of at most so many characters.
_SHORT = 3
# 受理…件，办结…: a noun behind the number that is a deed alone.
_DEED = 8


def fill(walk: Walk, index: int, label: str, behind: str, amount: Amount, aspect: str) -> str:
    """The whole name of an indicator.

    Args:
        walk: the walk; it keeps how far the words behind the number reach.
        index: the number's token.
        label: the words before the number, cleaned.
        behind: the noun behind it, cleaned.
        amount: the number.
        aspect: what it states.

    Returns:
        The name; empty where neither the words nor the walk give one.
    """
    label = walk.namer.summed(label)
    if behind and not splits_before_next(walk, index):
        walk.after_until = end_of_words_behind(walk, index)
    if behind and not walk.namer.is_milestone(behind):
        if not label:
            return _governed(walk, index, behind) or _named_behind(walk, behind, percent=amount.kind == "percentage")
        if _lacks_noun(walk, label, behind):
            walk.governing = (walk.after_until, label) if walk.namer.ends_with_verb(label) else (-1, "")
            return label + behind
    own = Label(walk, index, label, amount, aspect, walk.frame or NOTHING_SAID)
    for complete in _COMPLETIONS if walk.frame is not None else _BEFORE_ANY:
        name = complete(own)
        if name is not None:
            return name
    return own.text


def _governed(walk: Walk, index: int, behind: str) -> str:
    """覆盖20个国家、156个站点城市: the words before the first number govern the noun behind the second too."""
    end, label = walk.governing
    joined = all(token.letter == "/" or walk.row.words(place) in walk.vocabulary.joins for place, token in enumerate(walk.tokens[end:index], end))
    if not label or not end <= index <= end + 1 or not joined or walk.namer.starts_with_verb(behind):
        return ""
    walk.governing = walk.after_until, label
    return label + behind


def _named_behind(walk: Walk, behind: str, *, percent: bool) -> str:
    """72家企业投保知识产权类保险 by itself; 受理案件109件，109件办结 with the thing before."""
    frame = walk.frame
    if percent and frame is not None and frame.level and len(behind) <= _SHORT:
        # 其中41%免费: of what came before.
        return behind + frame.parts.object
    if frame is not None and frame.level and frame.sentence == walk.sentence and walk.namer.starts_with_verb(behind) and len(behind) <= _DEED:
        walk.kept = frame.parts
        return frame.parts.object + behind
    return behind


def _lacks_noun(walk: Walk, label: str, behind: str) -> bool:
    """新增12家企业: whether the words before the number need the noun behind it."""
    if not walk.namer.has_measure(label):
        return True
    return walk.namer.is_bare(label) and not walk.namer.starts_with_verb(behind)


# What clauses without a number say, also before the first number.
_OF_CLAUSES: tuple[Callable[[Label], str | None], ...] = (carried.example, carried.substance, carried.left_out_noun, carried.holder, carried.award_of_scene)
_BEFORE_ANY: tuple[Callable[[Label], str | None], ...] = (carried.in_order, *_OF_CLAUSES)
# Tried in this order; the first name given is taken, and the words themselves where none is.
_COMPLETIONS: tuple[Callable[[Label], str | None], ...] = (
    carried.in_order,
    parts.next_bound,
    measures.gave_to_growth,
    measures.taken_up,
    carried.award,
    *_OF_CLAUSES,
    carried.body_among_places,
    measures.mean_of_same,
    measures.ratio_to_frame,
    measures.per_head,
    measures.bare_measure,
    parts.prize,
    parts.modifier,
    parts.next_modifier,
    carried.alike,
    deeds.fulfilled,
    parts.member,
    deeds.prosecuted,
    deeds.outcome,
    deeds.handed_over,
    deeds.casualties,
    measures.rate_of_measure,
    measures.rate_of_deed,
    measures.mean_of_members,
    parts.group_of_topic,
    deeds.deed_of_whole,
    deeds.deed_of_series,
    parts.people_of_group,
    parts.measure_of_topic,
    parts.traded_item,
    parts.group_of_breakdown,
    parts.group_of_deed,
    parts.measure_of_frame,
    parts.narrower_thing,
    parts.next_part,
    carried.counterpart,
    carried.further_down,
    parts.narrower_object,
    parts.achieved,
    parts.item_of_measure,
)
