"""Places in a row of which only the first says that it is one: 分列全省第二、三位, 见附表第2、3列."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.numbers.numerals import chinese
from ipextract.rules.tokens import Amount, Place, Token

# 第101
_LONGEST = 3


def find_next_places(row: Row, vocabulary: Vocabulary) -> None:
    """Make places of the numbers that go on behind the first: the 三位 of 第二、三位, and the 3 and 4位 of 第2、3、4位."""
    tokens = row.tokens
    for index, token in enumerate(tokens):
        if token.letter != "O":
            continue
        found: list[tuple[int, Decimal]] = []
        last = token.value.value if row.words(index)[-1] not in vocabulary.ranks.units else None
        place = index + 2
        while place < len(tokens) and (tokens[place - 1].letter == "/" or row.words(place - 1) in vocabulary.joins):
            value = _place(row, place, vocabulary, last)
            if value is None:
                break
            found.append((place, value))
            last = last and value
            place += 2
        if found and tokens[found[-1][0]].letter == "#":
            # Without 位 behind the last they are other numbers.
            for member, value in found:
                tokens[member] = replace(tokens[member], letter="O", value=Place(value), rule=token.rule)


def _place(row: Row, index: int, vocabulary: Vocabulary, last: Decimal | None) -> Decimal | None:
    """Which place the number at `index` may be, alone or with 位 or 名 behind it, or with another noun where it is the next behind `last`; None where it is something else."""
    token: Token = row.tokens[index]
    amount, words = token.value, row.words(index)
    if token.letter in "#U" and isinstance(amount, Amount):
        # 第2、3页, and not 居第一、3家企业入选.
        is_counted = amount.unit in (None, *vocabulary.ranks.units) or (last is not None and amount.kind == "count" and amount.value == last + 1)
        is_place = is_counted and amount.bound == "exact" and amount.upper is None and amount.value == amount.value.to_integral_value() and 0 < amount.value < 10**_LONGEST
        return amount.value if is_place else None
    number = chinese(words) if token.letter == "X" and len(words) <= _LONGEST else None
    return number or None
