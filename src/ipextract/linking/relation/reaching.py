"""Verbs that lead from one number to another: 由320项精简到186项."""

from __future__ import annotations

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.rules.tokens import NUMBERS

# 由|320项|精简到|186项
_FROM_TO = 4
# 精简到, 逐步归并为
_LONGEST = 5


def find_reaching(row: Row, namer: Namer, vocabulary: Vocabulary) -> None:
    """Make a verb that ends with 到, 至 or 为 between two numbers of one unit, behind 由 or 从, one that reaches: 由320项精简到186项, 从12份归并为4份; whatever verb it is."""
    letters = row.letters(0, len(row.tokens))
    start = letters.find("Y#X#")
    while start >= 0:
        first, verb, second = row.tokens[start + 1 : start + _FROM_TO]
        words = row.words(start + 2).strip()
        if 1 < len(words) <= _LONGEST and words.endswith(vocabulary.become) and _is_verb(words[:-1], namer, vocabulary) and first.value.unit == second.value.unit and first.value.unit is not None:
            verb.letter = "Z"
        start = letters.find("Y#X#", start + 1)


# 增长|最快|，|为|20.6%
_MOST = 5


def reach_changes(row: Row) -> None:
    """由上月下降3.1%收窄至下降1.6%: a verb that reaches another between two changes says nothing of its own."""
    letters = row.letters(0, len(row.tokens))
    for place in range(len(letters) - 2, 0, -1):
        if letters[place : place + 2] == "ZV" and letters[place - 1] in NUMBERS and letters[place + 2 : place + 3] in NUMBERS:
            token = row.tokens[place]
            token.letter, token.value, token.end = "X", None, token.start


def join_most(row: Row, vocabulary: Vocabulary) -> None:
    """南京同比增长最快，为20.6%: that a change is the greatest stands between its verb and the number, and parts them no more."""
    letters = row.letters(0, len(row.tokens))
    for place in range(len(letters) - _MOST, -1, -1):
        if letters[place : place + _MOST - 1] != "VX,X" or letters[place + _MOST - 1] not in "%QM":
            continue
        most, link = row.words(place + 1).strip(), row.words(place + _MOST - 2).strip()
        if most in vocabulary.clauses.most and link in vocabulary.multiples_of:
            del row.tokens[place + 1 : place + _MOST - 1]


def _is_verb(words: str, namer: Namer, vocabulary: Vocabulary) -> bool:
    """精简, 逐步归并, and not 企业 or 部门抽调: one word that is no noun of bodies, behind words that say how."""
    *manners, verb = namer.words(words)
    return not namer.is_name(verb) and not namer.has_measure(verb) and all(word in vocabulary.clauses.predicates for word in manners)
