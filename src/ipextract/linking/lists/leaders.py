"""Those that lead a row, each with its number: 申请量排前3位的省（市）依次为四川省（406件）、湖南省（196件）, 投资增长较快的行业有纺织业增长7%，汽车制造业增长5%."""

from __future__ import annotations

from dataclasses import replace

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS, Token

# A verb or a noun of change: 增长, 增速.
_GROWTH = frozenset("VE")
# 粮油、食品类增长12.3%
_GREW = lazily(compiled, r"X(?:/X)?V[%M]")


def part_leaders(row: Row, namer: Namer, vocabulary: Vocabulary) -> None:
    """投资增长较快的行业有|纺织业增长7%，…: what says by the growth of what those stand out that follow ends with a colon of no length, where none is printed."""
    for found in reversed(list(vocabulary.clauses.grown_most.finditer(row.text))):
        place = next((place for place, token in enumerate(row.tokens) if token.start < found.end() < token.end), None)
        if place is None or row.tokens[place].letter != "X" or _GREW.match(row.letters(place, place + 5)) is None:
            continue
        before = row.tokens[row.clause_start(place) : place]
        if not any(token.letter in _GROWTH for token in before) or any(token.letter in NUMBERS and token.letter != "O" for token in before):
            continue
        token, end = row.tokens[place], found.end()
        if not _parts_words(namer.words(row.words(place)), end - token.start):
            # 增长较快的有色金属行业
            continue
        row.tokens[place : place + 1] = [replace(token, end=end), Token(":", end, end), replace(token, start=end)]


def _parts_words(words: list[str], offset: int) -> bool:
    """Whether one of the words ends so far behind the begin of the first."""
    reached = 0
    for word in words:
        reached += len(word)
        if reached >= offset:
            break
    return reached == offset


def merge_leaders(row: Row, vocabulary: Vocabulary) -> list[Token]:
    """Make the words that say how many lead, up to the first place, one colon, or one 分别为 behind 涨幅.

    Returns:
        The ordinals among those words; they go to the ledger only.
    """
    ordinals: list[Token] = []
    for index in range(len(row.tokens) - 1, 0, -1):
        if row.tokens[index].letter != "K":
            continue
        found = vocabulary.clauses.leading.match(row.text, row.tokens[index].start)
        if found is None:
            continue
        stop = next((place for place in range(index + 1, len(row.tokens)) if row.tokens[place].start >= found.end()), index)
        if row.letters(stop, stop + 2) != "R(" or row.tokens[stop].start != found.end():
            continue
        numbers = [token for token in row.tokens[index:stop] if token.letter in NUMBERS or token.letter == "N"]
        for token in numbers:
            token.role = "ordinal"
        ordinals += numbers
        letter = "I" if row.letters(index - 1, index) == "E" else ":"
        row.tokens[index:stop] = [Token(letter, row.tokens[index].start, found.end(), rule="leaders")]
    return ordinals
