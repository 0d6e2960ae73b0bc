"""Who gave to the growth of something, and how much: 对工业增长的贡献率为67.1%."""

from __future__ import annotations

from ipextract.linking.frames import Frame
from ipextract.linking.indicator.ellipsis.label import Label
from ipextract.linking.indicator.ellipsis.summed import last_listed
from ipextract.linking.walk import Walk

PULL = "level.pull"


def gave_to_growth(label: Label) -> str | None:
    """装备制造业增加值增长15.2%，对工业增长的贡献率为67.1%，占…的40.3%: who gave to the growth of something, and what else is said of him."""
    draft, walk = label.frame.draft, label.walk
    if draft is None and label.in_same_sentence and label.is_level and label.text.startswith(label.vocabulary.giving) and label.text.endswith(label.vocabulary.pulls) and label.frame.parts.measure:
        # 工资性收入仍是增收的主动力，对全体居民收入增长的贡献率为56.6%: whom the clause before speaks of.
        return label.frame.name + label.text
    if draft is None or not label.in_same_sentence or label.aspect not in ("level", "share"):
        return None
    # 合计拉动工业增长3.6个百分点: of all that were listed.
    sums = label.vocabulary.names.summing
    summing = next(word for word in sums if label.text.startswith(word)) if label.text.startswith(sums) else ""
    begins = label.text.startswith(label.vocabulary.giving, len(summing)) and any(word in label.text for word in label.vocabulary.pulls)
    if begins and (whole := _given_to(label)):
        return label.frame.name + whole
    if not begins and (draft.rule != PULL or label.text):
        return None
    if not any(one is draft for one in reversed(walk.drafts)):
        # It was said in the paragraph before.
        return None
    if draft.token in walk.named:
        # A、B增加值分别增长15.8%、12.9%，拉动工业增长3.3个百分点: both gave.
        both = last_listed(label) if begins and draft is walk.drafts[-1] else ""
        return both + label.text[len(summing) :] if both else None
    if any(walk.row.words(place) in label.vocabulary.pushes for place in range(walk.window(draft.token), draft.token)):
        # 推动授权量增长28.8%，拉动工业增长3.3个百分点: who pushed gave.
        return None
    if draft.rule != PULL and not label.frame.name.endswith(label.vocabulary.pulls):
        gives = label.frame.parts.measure or label.namer.is_group(label.frame.name)
        return label.frame.name + label.text if gives and label.amount.kind == "percentage" else None
    # 增长贡献率 is one word, and no rule of its own.
    before = next((one for one in reversed(walk.drafts) if one.rule != PULL and not one.indicator.endswith(label.vocabulary.pulls)), None)
    if before is None or before.token < walk.sentence_start or not draft.indicator.startswith(before.indicator) or (not label.text and label.is_level):
        return None
    return before.indicator + label.text


def _given_to(label: Label) -> str:
    """对经济增长的贡献率, where the sentence said of another that it gave to that, and now says 贡献率 alone."""
    said = (draft.indicator for draft in reversed(label.walk.drafts) if draft.token >= label.walk.sentence_start and draft.indicator.endswith(label.text))
    heads = ((name, name.rfind(word)) for name in said for word in label.vocabulary.towards_growth)
    return next((name[place:] for name, place in heads if place > 0), "")


def measure_of_giver(label: Label) -> str | None:
    """通用设备制造业营业收入增长12.3%，对工业增长的贡献率为25.6%；纺织业增长15.6% → 纺织业营业收入: what grew of the one that gave, of the next in the sentence."""
    walk = label.walk
    given = label.frame.draft
    if given is None or not label.in_same_sentence or not label.is_rate_of_change:
        return None
    before = next((one for one in reversed(walk.drafts) if one.token >= walk.sentence_start and given.indicator.startswith(one.indicator) and one.indicator != given.indicator), None)
    parts = label.namer.take_apart(before.indicator) if before is not None else None
    return label.namer.compose(label.text, parts) if parts is not None and parts.measure else None


def frame_of_giver(walk: Walk) -> Frame | None:
    """汽车类零售额增长6.5%，拉动零售额增长5.1个百分点；通讯器材类、家电类分别增长25.6%、11.2%: what the sentence told before it said what that gave; else what was told last."""
    frame, pulls = walk.frame, walk.vocabulary.pulls
    if frame is None or frame.sentence != walk.sentence or not any(word in frame.name for word in pulls):
        return frame
    before = next((one for one in reversed(walk.drafts) if one.token >= walk.sentence_start and not any(word in one.indicator for word in pulls)), None)
    return frame if before is None else frame._replace(name=before.indicator, parts=walk.namer.take_apart(before.indicator))
