"""The first few of a row, each with its number: 授权量前三名依次为甲公司120件、乙公司90件、丙公司80件."""

from __future__ import annotations

from ipextract.linking.frames import Reading
from ipextract.linking.walk import Walk
from ipextract.rules.readings import LEVEL

# What stands between two of the row.
_BETWEEN = frozenset("XR/,")
_SHORTEST_ENDING = 2


def name_front(walk: Walk, index: int) -> None:
    """Where the words before the number at `index` say who comes first, the walk keeps a name for it and for those that follow."""
    if walk.vocabulary.clauses.front_mark not in walk.text:
        return
    row, tokens = walk.row, walk.tokens
    first = row.clause_start(index)
    if first and tokens[first - 1].letter == ":":
        first = row.clause_start(first - 1)
    found = walk.vocabulary.clauses.front.fullmatch(walk.label_text(first, index).replace("\n", "").strip())
    measure = walk.namer.clean(found["measure"]) if found is not None else ""
    if found is None or not (walk.namer.has_measure(measure) or measure.endswith(walk.vocabulary.names.measure_endings)):
        return
    if walk.frame is not None and walk.says_again(measure):
        measure = walk.frame.name
    things = [(index, walk.namer.clean(found["thing"]))]
    unit, member = tokens[index].value.unit, index
    while (following := _next(walk, member)) is not None and tokens[following].value.unit == unit:
        printed = row.words_between(member + 1, following).lstrip("、，")
        thing = walk.namer.clean(next((printed.removeprefix(word) for word in walk.vocabulary.conjunctions if printed.startswith(word)), printed))
        if not thing or walk.namer.starts_with_verb(thing) or walk.namer.has_measure(thing):
            break
        things.append((following, thing))
        member = following
    reading = Reading(LEVEL, {})
    for place, thing in things:
        at = walk.gazetteer.at(thing, 0, walk.setting.home)
        if at is not None and at[0] == len(thing):
            walk.placed[place] = at[1]
            walk.named[place] = measure, reading
        else:
            walk.named[place] = thing if thing.endswith(measure[-_SHORTEST_ENDING:]) else thing + measure, reading


def _next(walk: Walk, member: int) -> int | None:
    """The next number of the row, with nothing but its own name before it."""
    stop = next((place for place in range(member + 1, len(walk.tokens)) if walk.tokens[place].letter not in _BETWEEN), None)
    return stop if stop is not None and walk.tokens[stop].letter == "#" else None
