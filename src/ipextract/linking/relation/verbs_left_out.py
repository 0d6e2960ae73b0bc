"""What grew as the thing before did, where the verb is not said again: 第一产业增长3.1%，第二产业5.2%，第三产业6.1%."""

from __future__ import annotations

from ipextract.linking.frames import Draft, Reading
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.rules.readings import CHANGED
from ipextract.rules.tokens import NUMBERS

# Names, ordinals and places may stand among the words for what grew, and 其中 before them.
_NAMING = frozenset("XNRD")
_RATES = "%Q"
# 平均水平的|一半
_OF = "的"
# 税比, 存贷比
_RATIO = "比"


def grown_beside(walk: Walk, index: int, start: int) -> Reading | None:
    """How much what stands before the number at `index` grew, by the verb of the number right before; None where it has a verb of its own or tells no change.

    Args:
        walk: the walk.
        index: the number's token.
        start: the first token of the words before it.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.rule != CHANGED.name or (walk.tokens[index].letter == "%" and last.indicator.endswith(walk.vocabulary.rates)) or last.token < walk.sentence_start or not _is_alike(walk, index, start, last):
        return None
    if not _tells_what_grew(walk, index, start):
        return None
    verb = _verb_of(walk, last)
    return None if verb is None else Reading(CHANGED, {"label": (start, index), "basis": (index, index), "adverb": (index, index), "verb": (verb, verb + 1)})


def _is_alike(walk: Walk, index: int, start: int, last: Draft) -> bool:
    """Whether nothing but a comma, the words for what grew and a rate in the same unit stand behind the last rate, and the clause ends with it."""
    row, letter = walk.row, walk.tokens[index].letter
    if letter not in _RATES or letter != walk.tokens[last.token].letter or start != last.token + 2 or row.letters(start - 1, start) not in (",", "/"):
        return False
    behind = row.letters(index + 1, index + 2)
    return start < index and set(row.letters(start, index)) <= _NAMING and (not behind or behind in CLAUSE_ENDS or behind == "/")


def _tells_what_grew(walk: Walk, index: int, start: int) -> bool:
    """Whether the words before the number name a thing or an amount: 第二产业, 服务, and no rate (失业率), nor a deed (完成年度计划)."""
    namer, vocabulary = walk.namer, walk.vocabulary
    label = walk.label_text(start, index).replace("\n", "")
    name = namer.clean(label)
    if not name:
        # 生产总值增长5.2%，柯桥区6.1%: a place has its own.
        return not label and "R" in walk.row.letters(start, index)
    words = namer.words(label.strip())
    if label.endswith(_OF) or namer.is_anaphor(name) or namer.starts_with_verb(name) or not name.startswith(words[0]):
        return False
    ends = (*vocabulary.rates, *vocabulary.share_nouns, *vocabulary.rate_nouns, *vocabulary.names.rate_ends, _RATIO)
    return walk.tokens[index].letter == "Q" or not name.endswith(ends)


def _verb_of(walk: Walk, last: Draft) -> int | None:
    """The token of the verb of `last`, or of the first of the row of rates that leave it out."""
    first = walk.row.clause_start(last.token)
    verb = next((place for place in range(last.token - 1, first - 1, -1) if walk.tokens[place].letter == "V"), None)
    if verb is not None:
        return verb
    before = next((draft for draft in reversed(walk.drafts) if draft.token < last.token and walk.tokens[draft.token].letter in NUMBERS), None)
    return _verb_of(walk, before) if before is not None and before.rule == CHANGED.name and before.token >= walk.sentence_start else None
