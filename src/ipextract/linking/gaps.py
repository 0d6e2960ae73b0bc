"""Distances from another figure: 高于全国1.7个百分点, 快于全国水平（5.5%）."""

from __future__ import annotations

from ipextract.linking.frames import Draft, Reading
from ipextract.linking.walk import Walk
from ipextract.linking.wording import clean_label
from ipextract.rules.tokens import NUMBERS


def set_gap(walk: Walk, draft: Draft, reading: Reading) -> None:
    """Set what `draft` is a distance from, and its sign; the walk keeps the place compared with."""
    first, last = reading.spans["than"]
    verb = walk.row.words_between(*reading.spans["verb"])
    falling = walk.vocabulary.falling
    if verb in falling or verb.removesuffix("于") in falling:
        draft.negate()
    places = walk.row.places(first, last)
    walk.than_region = places[0].value if places else None
    than = walk.row.words_between(first, last).strip("的")
    for average in sorted(walk.vocabulary.averages, key=len, reverse=True):
        than = than.removesuffix("的").removesuffix(average) or than
    for noun in walk.vocabulary.rate_nouns:
        than = than.removesuffix(noun) or than
    draft.than = than


def stands_beside_comparison(walk: Walk, start: int) -> bool:
    """快于全国水平（5.5%）: whether the words from `start` on stand in brackets behind what was compared with."""
    if not start or walk.tokens[start - 1].letter != "(":
        return False
    if start > 1 and walk.tokens[start - 2].letter == "B":
        # 降幅较一季度（-19.3%）收窄: the rate of the time compared with.
        return start - 2 in walk.spans and walk.frame is not None
    clause = walk.row.letters(walk.row.clause_start(start - 1), start - 1)
    return "G" in clause and walk.tokens[start - 2].letter not in NUMBERS


def take_comparison(walk: Walk, start: int) -> None:
    """The walk keeps whom and when the bracket before `start` is about, and speaks of what is compared."""
    if walk.tokens[start - 2].letter == "B":
        walk.than_region, walk.than_period = None, walk.spans[start - 2]
        return
    first = walk.row.clause_start(start - 1)
    verb = next(place for place in range(first, start) if walk.tokens[place].letter == "G")
    label = clean_label(walk, first, verb)
    for noun in walk.vocabulary.rate_nouns:
        label = label.removesuffix(noun)
    places = walk.row.places(verb, start)
    walk.than_region = places[0].value if places else None
    walk.than_period = next((walk.spans[place] for place in range(verb, start) if place in walk.spans), None)
    if label:
        walk.speak_of(label)
