"""What a number relates to: the basis of a change, the whole of a share, the plan it is a part of."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft, Reading
from ipextract.linking.relation.bases import basis_of, basis_of_fold
from ipextract.linking.relation.changes import set_change
from ipextract.linking.relation.gaps import set_gap
from ipextract.linking.relation.rates_before import noun_of_rate, rate_at_base, rate_at_next_time, rate_before_bracket, rate_it_left, same_in_other_unit
from ipextract.linking.relation.shares import set_whole
from ipextract.linking.relation.shares_reached import continue_share, is_share_reached
from ipextract.linking.walk import Walk
from ipextract.linking.wording import added_behind_base, is_net_change


def relate(walk: Walk, draft: Draft, reading: Reading) -> None:
    """Set what a change, a share or a distance needs; a level may turn out to be one."""
    is_level = draft.aspect == "level"
    if is_level and draft.rule in ("level.from", "change.reach") and (noun := noun_of_rate(walk, draft)):
        draft.aspect, draft.basis, draft.indicator = "change", basis_of(walk, draft.token), without_end(draft.indicator, (noun,))
        if noun in walk.vocabulary.fall_nouns:
            draft.negate()
        return
    if is_level and draft.rule in ("level", "change.reach") and rate_at_next_time(walk, draft):
        return
    if is_level and draft.rule == "level" and (rate := rate_at_base(walk, draft) or rate_before_bracket(walk, draft)) is not None:
        draft.aspect, draft.basis = "change", rate.basis
        return
    if is_level and draft.rule == "level" and draft.value < 0 and draft.kind == "percentage" and not walk.namer.is_level_rate(draft.indicator):
        # 税收4.3亿元，-2.1%: below nothing is how something changed, unless it is a rate itself.
        draft.aspect, draft.basis = "change", basis_of(walk, draft.token)
        return
    if is_level and walk.tokens[draft.token].rule == "number.fold":
        # 翻一番: twice as much as before is a change.
        draft.aspect, draft.basis = "change", basis_of_fold(walk, draft.token)
    if is_level and draft.rule == "change.reach":
        continue_share(walk, draft, reading)
        if (rate := rate_it_left(walk, draft, reading)) is not None:
            draft.aspect, draft.basis = "change", rate.basis
            if rate.value < 0 < walk.tokens[rate.token].value.value and draft.value > 0:
                # 降幅由4.2%收窄至1.6%
                draft.negate()
            return
    if draft.aspect == "share":
        _set_share(walk, draft, reading)
    elif draft.aspect == "gap":
        set_gap(walk, draft, reading)
    elif not is_level:
        set_change(walk, draft, reading)
    elif draft.rule == "level" and (last := None if is_share_reached(walk, draft, reading) else same_in_other_unit(walk, draft)) is not None:
        # 减少3.8公斤/公顷（0.3公斤/亩）: the same change in another unit.
        draft.aspect, draft.basis, draft.base = "change", last.basis, last.base
        if last.value < 0:
            draft.negate()
    elif draft.rule == "level" and (_is_gain(walk, draft) or is_net_change(walk, draft.token)):
        draft.aspect, draft.basis = "change", basis_of(walk, draft.token)
        draft.indicator = draft.indicator.removesuffix(added_behind_base(walk, draft.token)) or draft.indicator


def _is_gain(walk: Walk, draft: Draft) -> bool:
    """户均增收2000元: by so much more than before."""
    return draft.kind == "money" and draft.indicator.endswith(walk.vocabulary.names.gains)


def _set_share(walk: Walk, draft: Draft, reading: Reading) -> None:
    """Set what `draft` is a share of; of a plan it is none, but how far that is fulfilled: 占年度计划的112%."""
    if _is_of_plan_alone(walk, reading):
        draft.aspect = "level"
        return
    _without_share_noun(walk, draft, reading)
    set_whole(walk, draft, reading)
    if draft.whole is not None and _is_plan(walk, draft.whole):
        draft.aspect, draft.whole = "level", None


def _is_of_plan_alone(walk: Walk, reading: Reading) -> bool:
    """完成投资2.1亿元，占计划的88%: whether the printed whole is a bare word of a plan, which no name is left of."""
    return reading.says("whole") and walk.namer.is_task(walk.label_text(*reading.spans["whole"]).strip().removesuffix("的"))


def _is_plan(walk: Walk, whole: str) -> bool:
    """目标任务, 省定目标任务: whether what is taken a share of is a plan, whoever set it, and nothing that is measured."""
    words, ahead = walk.namer.words(whole), walk.vocabulary.ahead
    if without_end(whole, ahead.tasks) in ahead.set_by:
        # 省下达任务, which the dictionary cuts otherwise.
        return True
    return walk.namer.is_task(whole) or (walk.namer.is_task(words[-1]) and not walk.namer.has_measure(whole.removesuffix(words[-1])))


def _without_share_noun(walk: Walk, draft: Draft, reading: Reading) -> None:
    """加工贸易出口比重提高，占出口的65.8% → 加工贸易出口: what has the share, not the share."""
    if reading.rule.name == "share.of_whole":
        draft.indicator = without_end(draft.indicator, walk.vocabulary.share_nouns) or draft.indicator
