"""Things of several places, told one after the other: 义乌小商品城、东阳影视城等3个市场."""

from __future__ import annotations

from ipextract.linking.row import CLAUSE_ENDS, Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.rules.tokens import NUMBERS

# What such a list is made of.
_LISTED = frozenset("RX/")
_TWO = 2


def name_things(row: Row, vocabulary: Vocabulary) -> None:
    """义乌小商品城、东阳影视城等3个市场: where a list of things counts its own, or tells of them without a number, the place that each begins with is a part of its name, and what follows is of none of them."""
    tokens = row.tokens
    first = 0
    for index in range(len(tokens) + 1):
        letter = tokens[index].letter if index < len(tokens) else "."
        if letter in CLAUSE_ENDS or letter in NUMBERS:
            if index - first > _TWO and _lists_things(row, first, index, vocabulary):
                for token in tokens[first:index]:
                    if token.letter == "R":
                        token.letter, token.value = "X", None
            first = index + 1


def _lists_things(row: Row, first: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Whether the words between two marks or numbers list things of places."""
    letters = row.letters(first, stop)
    while letters[:1] in ("T", "D") and letters:
        first, letters = first + 1, letters[1:]
    if "R" not in letters or "/" not in letters or set(letters) - _LISTED or not letters.endswith("X"):
        return False
    items = letters.split("/")
    # 我省与柬埔寨、老挝等5个国家: home alone in front is whose list it is.
    others = sum(item.startswith("R") for item in items[1:])
    if not all(item in ("X", "RX") for item in items[1:]) or items[0] not in ("X", "RX", "XRX"):
        return False
    number = row.tokens[stop] if stop < len(row.tokens) else None
    if number is None or number.letter not in NUMBERS:
        return others > 0 and items[0].startswith("R")
    if number.letter != "#" or number.value.kind != "count":
        return False
    if not others and letters.startswith("RX") and row.words(first + 1).startswith(vocabulary.names.summing):
        # 江苏省共没收服装、皮具等3.2万件: what was done there.
        return False
    return row.words(stop - 1).endswith(vocabulary.names.and_others) or (others > 0 and number.value.value == len(items))
