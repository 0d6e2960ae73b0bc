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


#: The rule of a colon behind what the places that follow are ranked by.
LED = "leaders.head"


def merge_heads(row: Row, vocabulary: Vocabulary) -> list[Token]:
    """县（区）投资增速前三名：德清县…: make the words that say how many come first or last, in front of a colon and a place, one with the colon.

    Returns:
        The ordinals among those words.
    """
    ordinals: list[Token] = []
    for index in range(len(row.tokens) - 2, 0, -1):
        if row.letters(index, index + 2) != ":R":
            continue
        first = row.clause_start(index)
        words = row.words_between(first, index)
        if vocabulary.clauses.row_marks.isdisjoint(words) or (found := vocabulary.clauses.led.fullmatch(words)) is None:
            continue
        begin = row.tokens[first].start + found.start("how")
        stop = next(place for place in range(first, index + 1) if row.tokens[place].end > begin)
        if stop == first and row.tokens[stop].start >= begin:
            continue
        if row.tokens[stop].start < begin:
            # 投资后|两名: 后 stands at the end of the words before.
            row.tokens[stop] = replace(row.tokens[stop], end=begin)
            stop += 1
        numbers = [token for token in row.tokens[stop:index] if token.letter in NUMBERS or token.letter == "N"]
        for token in numbers:
            token.role = "ordinal"
        ordinals += numbers
        row.tokens[stop : index + 1] = [Token(":", begin, row.tokens[index].end, rule=LED)]
    return ordinals


def part_led_list(text: str, tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """授权量|居前三位的|杭州、宁波、温州三市分别…: make the words that say how those of a list stand out a colon behind what they are ranked by.

    Returns:
        The ordinals among those words.
    """
    ordinals: list[Token] = []
    for found in reversed(list(vocabulary.clauses.led_list.finditer(text))):
        begin, end = found.span("how")
        first = next((place for place, token in enumerate(tokens) if token.end > begin), len(tokens))
        last = next((place for place in range(first, len(tokens)) if tokens[place].end >= end), len(tokens))
        if last == len(tokens) or any(tokens[place].letter != "X" for place in (first, last) if not begin <= tokens[place].start <= tokens[place].end <= end):
            # 的 or 居 is a part of what is no plain word.
            continue
        numbers = [token for token in tokens[first : last + 1] if token.letter in NUMBERS or token.letter == "N"]
        for token in numbers:
            token.role = "ordinal"
        ordinals += numbers
        before = [replace(tokens[first], end=begin)] if tokens[first].start < begin else []
        behind = [replace(tokens[last], start=end)] if tokens[last].end > end else []
        tokens[first : last + 1] = [*before, Token(":", begin, end, rule=LED), *behind]
    return ordinals


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
