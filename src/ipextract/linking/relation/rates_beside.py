"""What a rate or a change is compared with, by the one that stands beside it."""

from __future__ import annotations

from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import Basis

# Right behind a change these begin the same as a rate: 较3月末增长270亿美元，增幅1.5%.
_AS_RATE = (",E", ",EX", "/E", "/EX", "(E", "(EX")
# 净增9878元，|年均|增长7.8%, and how far it reaches.
_AVERAGED_BEHIND = lazily(compiled, r"[,/]BV%")
_AS_FAR = 5


def said_as_rate(walk: Walk, index: int) -> Basis | None:
    """较3月末增长270亿美元，增幅1.5%: the same change once more, as a rate."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.aspect != "change" or last.unit == "%" or last.kind == "percentage" or last.basis is None:
        return None
    return last.basis if walk.row.letters(last.token + 1, index) in _AS_RATE else None


def beside_average(walk: Walk, index: int) -> Basis | None:
    """年均增速8.2%、9.3%: what averages the first rate averages the one beside it."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.basis is None or last.basis.basis != "average":
        return None
    return last.basis if walk.text[walk.tokens[last.token].end : walk.tokens[index].start] in ("、", *walk.vocabulary.conjunctions) else None


def is_next_pace(walk: Walk, index: int) -> bool:
    """投资增速较1-7月加快1.0个百分点，工业增速加快0.4个百分点: whether one pace beside another moved by points, and nothing else that changed stands between."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.token < walk.sentence_start or last.basis != walk.basis or walk.tokens[index].letter != "Q" or walk.tokens[last.token].letter != "Q":
        return False
    return all("E" in walk.row.letters(walk.row.clause_start(place), place) for place in (last.token, index))


def is_averaged_behind(walk: Walk, index: int) -> bool:
    """人均可支配收入达到31580元、净增9878元，年均增长7.8%: whether the number at `index` is an amount that grew, where nothing is compared, and right behind it stands how much that is a year."""
    if walk.basis is not None or walk.tokens[index].letter != "#" or _AVERAGED_BEHIND.match(walk.row.letters(index + 1, index + _AS_FAR)) is None:
        return False
    average = walk.tokens[index + 2].value
    return isinstance(average, Basis) and average.basis == "average"
