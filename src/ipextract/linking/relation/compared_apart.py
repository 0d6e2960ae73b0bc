"""Comparisons of which the words stand apart from the number: 与武汉市相比尚少1268个; 论增速，南山区最快，达18.2%."""

from __future__ import annotations

from ipextract.linking.frames import Reading
from ipextract.linking.state import Compared
from ipextract.linking.walk import Walk
from ipextract.rules.readings import ABOVE

# 与武汉市（5130个）相比: a place, and at most one number in a bracket behind it.
_BRACKET = "(#)"
# 与武汉市|相比|少
_LEAST = 3


def gap_beside(walk: Walk, index: int) -> tuple[str, Reading] | None:
    """与武汉市（5130个）相比尚少1268个: the name and the reading of a distance from the place with which the clause compares; None where it compares with none."""
    if not index or walk.tokens[index - 1].letter != "V":
        return None
    row, first = walk.row, walk.row.clause_start(index)
    if index - first < _LEAST or walk.vocabulary.comparison.compared_said.search(row.words_between(first, index)) is None:
        return None
    ends = walk.vocabulary.comparison.compared_ends
    behind = next((place for place in range(first + 1, index) if walk.tokens[place].letter == "X" and row.words(place).startswith(ends)), first)
    other = behind - 1 - (len(_BRACKET) if row.letters(behind - len(_BRACKET), behind) == _BRACKET else 0)
    if behind == first or other < first:
        return None
    told = _place_beside(walk, first, other)
    if told is None:
        return None
    head, walk.compared[index] = told
    if walk.region is not None and walk.region == walk.compared[index].region:
        # The place compared with is not the one that is told of.
        walk.region, walk.region_named = None, False
    name = walk.namer.clean(head) or (walk.frame.name if walk.frame is not None else "")
    return (name, Reading(ABOVE, {"than": (other, other + 1), "verb": (index - 1, index)})) if name else None


def _place_beside(walk: Walk, first: int, other: int) -> tuple[str, Compared] | None:
    """但 | 武汉市 of 但与武汉市: the words before the preposition, and the place behind it; None where there are no such."""
    row, beside = walk.row, walk.vocabulary.comparison.beside
    if walk.tokens[other].letter == "R" and other > first and (word := next((word for word in beside if row.words(other - 1).endswith(word)), "")):
        return row.words(other - 1).removesuffix(word), Compared(row.words(other), walk.tokens[other].value)
    if walk.tokens[other].letter != "X":
        return None
    words = row.words(other)
    for word in beside:
        head, found, than = words.rpartition(word)
        place = walk.gazetteer.at(than, 0, walk.setting.home) if found and than else None
        if place is not None and place[0] == len(than):
            return head, Compared(than, place[1])
    return None


def take_pace(walk: Walk, start: int, stop: int) -> bool:
    """论增速, 从增速看: whether the clause says but that rates of change are told next; the walk keeps the noun."""
    noun = next((place for place in range(start, stop) if walk.tokens[place].letter == "E"), None)
    if noun is None or walk.row.letters(start, stop).strip("X") != "E":
        return False
    ahead, tail = walk.row.words_between(start, noun).strip(), walk.row.words_between(noun + 1, stop).strip()
    if ahead not in walk.vocabulary.clauses.pace_openers or (tail and tail not in walk.vocabulary.clauses.pace_ends):
        return False
    walk.paced = walk.sentence, noun
    return True


def is_paced(walk: Walk, start: int, index: int) -> bool:
    """论增速，南山区最快，达18.2%: whether the rate at `index` says nothing of its own behind such a clause but whose it is."""
    if walk.tokens[index].letter != "%" or walk.paced[0] != walk.sentence or set(walk.row.letters(start, index)) - set("XRIT/"):
        return False
    return not walk.namer.clean("".join(walk.row.words(place) for place in range(start, index) if walk.tokens[place].letter == "X"))
