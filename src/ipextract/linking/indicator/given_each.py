"""What those counted are given, so much each: 342名困难职工享受到市级每人1000元的救助."""

from __future__ import annotations

from ipextract.linking.endings import without_end, without_head
from ipextract.linking.walk import Walk
from ipextract.linking.wording import words_behind
from ipextract.linking.words_end import end_of_words_behind

# From how many there are to how much each is given.
_TO_SUM = 2
_SHORTEST = 2


def given_each(walk: Walk, index: int) -> str:
    """享受到市级救助的困难职工 at 342名, and 市级救助 at 1000元, of 342名困难职工享受到市级每人1000元的救助; empty where nothing such is told."""
    kind = walk.tokens[index].value.kind
    if kind not in ("count", "money"):
        return ""
    count = index if kind == "count" else index - _TO_SUM
    money, names = count + _TO_SUM, walk.vocabulary.names
    if count < 0 or walk.row.letters(count, money + 1) != "#X#" or walk.tokens[money].value.kind != "money" or walk.tokens[count].value.kind != "count":
        return ""
    words = walk.row.words(count + 1).strip()
    if not words.endswith(names.spread_over) or not walk.text.startswith(walk.vocabulary.those.particle, walk.tokens[money].end):
        return ""
    told = without_end(words, names.spread_over)
    place, verb = min(((at, word) for word in names.being_given if (at := told.find(word, _SHORTEST)) > 0), default=(0, ""))
    gift = words_behind(walk, money) if verb else ""
    if not gift:
        return ""
    giver = without_head(told[place + len(verb) :], names.given_marks)
    walk.after_until = end_of_words_behind(walk, money if index == money else index)
    return giver + gift if index == money else f"{told[place : len(told) - len(giver)]}{giver}{gift}{walk.vocabulary.those.particle}{told[:place]}"
