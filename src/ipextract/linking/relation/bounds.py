"""Bounds and rates that stand apart from their number: 至少办结30件, 超每千人6.5批次."""

from __future__ import annotations

from ipextract.linking.frames import Draft
from ipextract.linking.walk import Walk


def is_about(walk: Walk, index: int) -> bool:
    """全市约有餐饮经营户4.2万户: whether the words before the number make it about right."""
    return walk.label_text(walk.window(index), index).lstrip("\n").startswith(walk.vocabulary.about_heads)


def bound_apart(walk: Walk, index: int) -> str | None:
    """至少办结30件: the bound at the head of the words before a number; 2000人（含重点产业1000人）左右: behind the bracket that it has."""
    place = _behind_bracket(walk, index)
    if place is not None and (found := walk.vocabulary.qualifiers.bounds_behind.get(walk.row.words_between(place, place + 1).strip())) is not None:
        return found
    text = walk.label_text(walk.window(index), index).strip()
    if not text.startswith(walk.vocabulary.qualifiers.heads_apart):
        return None
    return next(bound for word, bound in walk.vocabulary.qualifiers.bounds_apart.items() if text.startswith(word))


def is_aim_kept(walk: Walk, draft: Draft) -> bool:
    """失业率3.1%，低于4%的控制目标: whether the bound tells how what was reached compares with an aim, which itself is set exactly."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < walk.sentence_start or last.unit != draft.unit or last.indicator != draft.indicator:
        return False
    return last.status == "actual" and walk.vocabulary.ahead.aim_behind.match(walk.text, draft.end) is not None


def _behind_bracket(walk: Walk, index: int) -> int | None:
    """The token behind the bracket that the number has, which may have gone to the ledger: 1700亿元（人民币，下同）以上; None where it has none."""
    if index + 1 >= len(walk.tokens):
        return None
    place = index + 1
    if walk.tokens[place].letter == "(":
        closing = walk.row.closing(place)
        place = len(walk.tokens) if closing is None else closing + 1
    elif walk.tokens[place].start == walk.tokens[index].end:
        return None
    return place if place < len(walk.tokens) else None


def per_head(walk: Walk, index: int) -> int | None:
    """The token of 每万人口 right before the number at `index`, where words stand before it: 发明专利拥有量达到每万人口18.3件."""
    # 床位每千人口达7.2张: a light verb may stand between.
    place = index - 2 if index > 1 and walk.tokens[index - 1].letter == "X" else index - 1
    token = walk.tokens[place] if place > 0 else None
    if token is None or token.letter != "N" or token.role != "qualifier" or place <= walk.window(index) or walk.namer.clean(walk.row.words_between(place + 1, index)):
        return None
    return place if walk.row.words(place).startswith(walk.vocabulary.qualifiers.each) else None


def separate_bound(walk: Walk, index: int) -> str | None:
    """不低于低保标准的1.3倍, 超每千人6.5批次: the bound in front of what the number is measured by."""
    place = per_head(walk, index)
    if place is not None:
        before, bounds = walk.row.words_between(walk.window(index), place), walk.vocabulary.qualifiers.bounds
        return next((bounds[word] for word in bounds if before.endswith(word)), None)
    match = walk.vocabulary.measured_by.search(walk.label_text(walk.window(index), index).replace("\n", ""))
    # 维持年限超过10年的比例为15.2%: beyond what another number says.
    is_own = match is not None and not any(char.isdigit() for char in match.string[match.start("verb") :])
    return walk.vocabulary.bounds_before.get(match.group("verb")) if match is not None and is_own else None
