"""The first few of a row, each with its number: 授权量前三名依次为甲公司120件、乙公司90件、丙公司80件."""

from __future__ import annotations

from ipextract.linking.frames import Reading
from ipextract.linking.walk import Walk
from ipextract.rules.readings import LEVEL

# What stands between two of the row.
_BETWEEN = frozenset("XRN/,")
_SHORTEST_ENDING = 2


def name_front(walk: Walk, index: int) -> None:
    """Where the words before the number at `index` say who comes first, the walk keeps a name for it and for those that follow."""
    clauses = walk.vocabulary.clauses
    if clauses.front_mark not in walk.text and clauses.place_mark not in walk.text:
        return
    row, tokens = walk.row, walk.tokens
    behind = index - (row.letters(index - 1, index) == "(")
    first = row.clause_start(behind)
    if first and tokens[first - 1].letter == ":":
        first = row.clause_start(first - 1)
    printed = row.words_between(first, behind)
    # 第3名至第5名分别为
    tells = clauses.front_mark in printed or printed.count(clauses.place_mark) > 1
    found = clauses.front.fullmatch(_words(walk, first, behind)) if tells else None
    measure = _measure(walk, index, found["measure"]) if found is not None else ""
    if found is None or not measure:
        if found is not None and not found["measure"] and (thing := walk.namer.clean(found["thing"])):
            # 受理案件中，位居前五位的案件分别是著作权案件2670件: by nothing that is said, the first is named by itself.
            walk.named[index] = thing, Reading(LEVEL, {})
        return
    things = [(index, walk.namer.clean(found["thing"]))]
    unit, member = tokens[index].value.unit, index
    while (following := _next(walk, member)) is not None and tokens[following].value.unit == unit:
        printed = row.words_between(member + 1, following).strip("、，（）")
        thing = walk.namer.clean(next((printed.removeprefix(word) for word in walk.vocabulary.conjunctions if printed.startswith(word)), printed))
        if not thing or walk.namer.starts_with_verb(thing) or walk.namer.has_measure(thing):
            break
        things.append((following, thing))
        member = following
    walk.fronted = measure
    reading = Reading(LEVEL, {})
    for place, thing in things:
        at = walk.gazetteer.at(thing, 0, walk.setting.home)
        if at is not None and at[0] == len(thing):
            walk.placed[place] = at[1]
            walk.named[place] = measure, reading
        else:
            walk.named[place] = thing if thing.endswith(measure[-_SHORTEST_ENDING:]) else thing + measure, reading


def _words(walk: Walk, first: int, stop: int) -> str:
    """The words of `tokens[first:stop]` as labels have them, and behind how many come first all of them: 前三名分别为华南理工大学."""
    letters = walk.row.letters(first, stop)
    many = next((first + place for place, letter in enumerate(letters) if letter in "NO"), stop)
    return (walk.label_text(first, many).replace("\n", "") + walk.row.words_between(many, stop)).strip()


def _measure(walk: Walk, index: int, printed: str) -> str:
    """By what they come first: 授权量 of 授权量前三名; of 大专院校前三名分别为甲大学（447件）, what the paragraph counted before in that unit."""
    measure = walk.namer.clean(printed)
    if walk.namer.has_measure(measure) or measure.endswith(walk.vocabulary.names.measure_endings):
        return walk.frame.name if walk.frame is not None and walk.says_again(measure) else measure
    frame, bracketed = walk.frame, walk.row.letters(index - 1, index) == "("
    if not bracketed or frame is None or walk.namer.starts_with_verb(measure):
        return ""
    unit = walk.tokens[index].value.unit
    if frame.unit == unit:
        return walk.fronted or frame.name
    # 职务发明8.2万件。甲公司（1.8万件）遥遥领先，第3名至第5名分别为丙公司（4092件）: where a bracket told of the one before, of what the sentence before counted.
    before = (draft.indicator for draft in reversed(walk.drafts) if draft.token < walk.sentence_start and draft.aspect == "level" and draft.unit == unit)
    return walk.fronted or next(before, "") if walk.drafts and walk.drafts[-1].unit == unit else ""


def _next(walk: Walk, member: int) -> int | None:
    """The next number of the row, with nothing but its own name before it, and where the first stands in a bracket, in one too."""
    after = member + 1
    bracketed = walk.row.letters(member - 1, member) == "("
    if bracketed and walk.row.letters(after, after + 1) != ")":
        return None
    after += bracketed
    stop = next((place for place in range(after, len(walk.tokens)) if walk.tokens[place].letter not in _BETWEEN), None)
    if stop is not None and bracketed:
        stop = stop + 1 if walk.tokens[stop].letter == "(" and stop + 1 < len(walk.tokens) else None
    return stop if stop is not None and walk.tokens[stop].letter == "#" else None
