"""Rates in brackets behind those who stand out by them: 增速较快的区有越秀区（10.5%）、天河区（9.8%）; 占比较高的有越秀区（22%）."""

from __future__ import annotations

from collections.abc import Iterator

from ipextract.lexicon import Division
from ipextract.linking.before_number import clean_label
from ipextract.linking.frames import Reading
from ipextract.linking.walk import Walk
from ipextract.rules.readings import BRACKETED, OF_WHOLE
from ipextract.rules.tokens import NUMBERS

# How many tokens before its bracket a rate may be named.
_FAR = 60
# 较快的行业有: a noun of the things that are listed has at most so many characters.
_KIND = 4
# A noun or a verb of change, or one of a share: 增速, 增长, 占比.
_SAID = "EVW"


def take_listed_rate(walk: Walk, start: int, index: int) -> Reading | None:
    """How the rate in the bracket before `start` is read where it is that of one of a list: 增速较快的区有越秀区（10.5%）、产量增幅较大的有汽车（增长8.8%）; None where it is none.

    The walk then speaks of whose rates they are, and keeps the place that the bracket stands behind.
    """
    said = _said(walk, start) if start > 1 and walk.tokens[start - 1].letter == "(" else None
    if said is None:
        return None
    item = walk.tokens[start - 2]
    place = item.value if item.letter == "R" else _place_before(walk, start - 2)
    label = clean_label(walk, walk.row.clause_start(said), said) or _told_of(walk, said, in_place=place is not None)
    if not label:
        return None
    walk.than_period, walk.than_region = None, place
    if item.letter == "X" and place is None:
        words = walk.row.words(start - 2)
        thing = _joined(walk, words) if walk.tokens[start - 3].letter in "/:)" else _introduced(walk, words)
        if thing and (walk.namer.is_group(thing) or walk.namer.is_measure(label)):
            label = walk.namer.compose(walk.namer.clean(thing), walk.namer.take_apart(label))
    walk.speak_of(label)
    if walk.tokens[said].letter == "W":
        if place is not None:
            walk.placed[index] = place
        return Reading(OF_WHOLE, {})
    own = walk.tokens[index - 1].letter == "V" and start < index
    return Reading(BRACKETED, {"verb": (index - 1, index) if own else (said, said + 1)})


def _said(walk: Walk, start: int) -> int | None:
    """The word by whose rate those stand out who are listed up to the bracket before `start`; None where none are."""
    place = next((place for place in _outside_brackets(walk, start - 2, max(walk.sentence_start, start - _FAR)) if walk.tokens[place].letter in _SAID), None)
    if place is None or set(walk.row.letters(place, start)) & set(";.") or _outside(walk, place, start - 1):
        return None
    # 增速较高的地区（县、市）有越城区（12%）: up to the first bracket with a rate.
    opening = next(behind for behind in range(place, start) if walk.tokens[behind].letter == "(" and walk.row.has_number(behind, walk.row.closing(behind) or start + 1))
    words = walk.row.words_between(place + 1, opening)
    if "B" in walk.row.letters(place, opening) or not any(word in words for word in walk.vocabulary.introduces):
        return None
    # 增长较快的有: a verb says so only with how much, and a noun also with how many: 增速前三位的是.
    return place if walk.tokens[place].letter == "E" or words.startswith(walk.vocabulary.clauses.foremost_heads) else None


def _place_before(walk: Walk, item: int) -> Division | None:
    """The place at the end of the words at `item`; None where none stands there."""
    found = walk.gazetteer.before(walk.text, walk.tokens[item].end, walk.setting.home) if walk.tokens[item].letter == "X" else None
    return found[1] if found is not None else None


def _joined(walk: Walk, words: str) -> str:
    """汽车 of 和汽车."""
    return words.removeprefix(next((word for word in walk.vocabulary.conjunctions if words.startswith(word)), ""))


def _introduced(walk: Walk, words: str) -> str:
    """汽车 of 较大的产品有汽车: what stands behind the words that introduce a list; empty where none do."""
    tail = words.rpartition("的")[2]
    ends = (tail.find(word) + len(word) for word in walk.vocabulary.introduces if 0 <= tail.find(word) <= _KIND)
    return tail[min(ends, default=len(tail)) :]


def _told_of(walk: Walk, said: int, *, in_place: bool) -> str:
    """What was spoken of, which a place has as well; of a thing, by what those told of before were measured: 产量 of 产量增长产品45种，其中增幅较大的有…."""
    last = walk.drafts[-1] if walk.drafts else None
    # Between two of the list the words in front of a bracket may have been spoken of.
    name = last.indicator if last is not None and last.token > said else walk.frame.name if walk.frame is not None else ""
    if in_place or not name:
        return name
    return walk.namer.take_apart(name).measure or next((word for word in walk.namer.words(name) if walk.namer.is_measure(word)), "")


def _outside(walk: Walk, first: int, stop: int) -> bool:
    """Whether a number stands outside brackets between the two tokens."""
    return any(walk.tokens[place].letter in NUMBERS for place in _outside_brackets(walk, stop - 1, first))


def _outside_brackets(walk: Walk, last: int, first: int) -> Iterator[int]:
    """The tokens outside brackets from `last` back to `first`."""
    depth = 0
    for place in range(last, first - 1, -1):
        letter = walk.tokens[place].letter
        depth += (letter == ")") - (letter == "(")
        if not depth:
            yield place
