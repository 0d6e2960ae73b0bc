"""Places within one that count themselves: 辖1区6县."""

from __future__ import annotations

from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary


def count_settlements(row: Row, vocabulary: Vocabulary) -> None:
    """1区 of 1区6县, 2市 of 2市5旗: beside a number of places, a word for one is the unit of the number right before it."""
    for index in range(len(row.tokens) - 3, -1, -1):
        if _counts_places(row, index + 2, vocabulary) or _names_places(row, index + 2, vocabulary):
            _take_unit(row, index, vocabulary)
    index = 0
    while (index := index + 1) < len(row.tokens):
        if _counts_places(row, index - 1, vocabulary):
            _take_unit(row, index, vocabulary)


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
