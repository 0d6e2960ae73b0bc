"""Places within one that count themselves: 辖1区6县."""

from __future__ import annotations

from dataclasses import replace

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary


def count_settlements(row: Row, vocabulary: Vocabulary) -> None:
    """1区 of 1区6县, 2市 of 2市5旗: beside a number of places, a word for one is the unit of the number right before it."""
    for index in range(len(row.tokens) - 3, -1, -1):
        if row.tokens[index].letter == "U" and (_counts_places(row, index + 2, vocabulary) or _names_places(row, index + 2, vocabulary)):
            _take_unit(row, index, vocabulary)
    index = 0
    while (index := index + 1) < len(row.tokens):
        if row.tokens[index].letter == "U" and _counts_places(row, index - 1, vocabulary):
            _take_unit(row, index, vocabulary)


def count_places_beyond(row: Row, vocabulary: Vocabulary, namer: Namer) -> None:
    """4市 of 4市生产总值超过5000亿元, 4市的申请量过万件: a word for places is the unit of the number right before it, where the next number is a bound that each is beyond."""
    for index in range(len(row.tokens) - 3, -1, -1):
        token, noun, bound = row.tokens[index : index + 3]
        if row.letters(index, index + 3) != "UX#" or token.end != noun.start or not bound.value.bounded_before or not row.text[token.start : token.end].isdigit():
            continue
        said = row.words(index + 1)
        unit = next((word for word in vocabulary.names.settlement_units if said.startswith(word) and namer.words(said)[0] == word), "")
        # 4市软件业务收入合计超过1310亿元 is of all together.
        together = any(word in said for word in (*vocabulary.places_summed, *vocabulary.places_summed_alone))
        if unit and not together and namer.has_measure(namer.clean(said[len(unit) :].removeprefix("的"))):
            token.letter, token.value = "#", token.value._replace(kind="count", unit=unit)
            token.end = noun.start + len(unit)
            row.tokens[index + 1] = replace(noun, start=token.end)


def _counts_places(row: Row, index: int, vocabulary: Vocabulary) -> bool:
    return row.letters(index, index + 1) == "#" and row.tokens[index].value.unit in vocabulary.names.settlement_units


def _names_places(row: Row, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a bare number at `index` has nothing but a word for places right behind it."""
    return row.letters(index, index + 2) == "UX" and row.words(index + 1) in vocabulary.names.settlement_units and row.tokens[index].end == row.tokens[index + 1].start


def _take_unit(row: Row, index: int, vocabulary: Vocabulary) -> None:
    """Make the word behind the bare number at `index` its unit, where it is one for places."""
    if not _names_places(row, index, vocabulary):
        return
    token = row.tokens[index]
    token.letter, token.value = "#", token.value._replace(kind="count", unit=row.words(index + 1))
    token.end = row.tokens[index + 1].end
    del row.tokens[index + 1]
