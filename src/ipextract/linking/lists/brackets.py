"""Rates in brackets behind each of a row of places or branches, which the words behind the row say are rates: 德清县（9.1%）和安吉县（7.4%）工业增加值增速居前两位."""

from __future__ import annotations

from ipextract.linking.before_number import clean_label
from ipextract.linking.frames import Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.relation.rank_scopes import scope_of
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.state import Ranking
from ipextract.linking.walk import Walk
from ipextract.rules.readings import RATE

# 德清县|（|9.1%
_BEFORE = 2
# ）|、|安吉县|（|7.4%, ）|和|安吉县|（|7.4%; a branch is in one stretch with its conjunction: ）|和医药制造业|（|7.1%
_NEXT = {")/R(%": 5, ")/X(%": 5, ")XR(%": 5, ")X(%": 4}
# ）|规模以上|工业增加值|增速
_LABEL = 3


def name_brackets(walk: Walk, index: int) -> None:
    """Name the rate in its bracket at `index`, and those of the places or branches that stand in a row behind it, where the row ends with a noun of rate."""
    row = walk.row
    if index < _BEFORE or row.letters(index - _BEFORE, index + 2) not in ("R(%)", "X(%)"):
        return
    members = [index]
    while (following := _following(walk, members[-1])) is not None:
        members.append(following)
    last = members[-1] + 1
    noun = next((place for place in range(last + 1, last + _LABEL + 1) if row.letters(place, place + 1) == "E"), None)
    if len(members) == 1 or noun is None or row.letters(last, last + 1) != ")" or set(row.letters(last + 1, noun)) - set("X"):
        return
    names = _names(walk, members, clean_label(walk, last + 1, noun))
    if all(names):
        for member, name in zip(members, names, strict=True):
            _put(walk, member, member)
            walk.named[member] = name, Reading(RATE, {"noun": (noun, noun + 1)})
        _rank_each(walk, members, names, noun)


def _following(walk: Walk, member: int) -> int | None:
    """The next number of the row behind the one at `member`, a pause or a conjunction between; None where there is none."""
    step = next((step for letters, step in _NEXT.items() if walk.row.letters(member + 1, member + step + 1) == letters), None)
    if step is None:
        return None
    between = walk.row.words(member + _BEFORE)
    joined = walk.tokens[member + _BEFORE].letter == "/" or between in walk.vocabulary.joins or (step < max(_NEXT.values()) and between[:1] in walk.vocabulary.joins)
    return member + step if joined else None


def _names(walk: Walk, members: list[int], label: str) -> list[str]:
    """The measure behind the row, or that spoken of before, of each: alone for a place; empty where there is none."""
    parts = walk.frame.parts if walk.frame is not None else None
    told = walk.frame.name if walk.frame is not None and walk.namer.has_measure(walk.frame.name) else ""
    names = []
    for member in members:
        item = member - _BEFORE
        if walk.tokens[item].letter == "R":
            names.append(label or told)
            continue
        thing = walk.namer.clean(walk.row.words(item).lstrip("".join(walk.vocabulary.joins)))
        names.append(join(thing, label) if label else walk.namer.compose(thing, parts) if told and parts is not None else thing)
    return names


def _put(walk: Walk, token: int, member: int) -> None:
    """The number at `token` is of the place in front of the bracket around `member`, if one stands there."""
    item = walk.tokens[member - _BEFORE]
    if item.letter == "R":
        walk.placed[token] = item.value


def _rank_each(walk: Walk, members: list[int], names: list[str], noun: int) -> None:
    """增速分别位列第2位和第6位: the places in a row behind the noun are shared out among them."""
    row = walk.row
    stop = next((place for place in range(noun, len(walk.tokens)) if walk.tokens[place].letter in CLAUSE_ENDS), len(walk.tokens))
    ranks = [place for place in range(noun, stop) if walk.tokens[place].letter == "O"]
    if row.letters(noun + 1, noun + _BEFORE + 1) != "IK" or len(ranks) != len(members):
        return
    scope, region = scope_of(walk, noun + _BEFORE + 1, ranks[0], ahead=True)
    for rank, member, name in zip(ranks, members, names, strict=True):
        _put(walk, rank, member)
        walk.ranked[rank] = Ranking(name, scope, region)
