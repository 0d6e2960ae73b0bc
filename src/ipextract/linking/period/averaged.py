"""Over how many years a rate of growth is averaged: 生产总值709亿元，增长11%，五年平均增长10.1%。其中，农业增加值52亿元."""

from __future__ import annotations

from ipextract.linking.row import CLAUSE_ENDS, Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Basis

# Behind these marks something else begins; 其中 too.
_LIMITS = frozenset(".;:D")
# How something moved, with what it is compared, by how far it was ahead.
_MOVES = frozenset("VBGHZ")


def read_averages(row: Row, vocabulary: Vocabulary) -> None:
    """五年平均增长10.1%: behind how many years they were, the word for an average is the basis of the change."""
    if not any(word in row.text for word in vocabulary.comparison.average_of_years):
        return
    for index in range(1, len(row.tokens) - 1):
        token = row.tokens[index]
        if token.letter == "X" and row.letters(index - 1, index + 2) == "TXV" and row.tokens[index - 1].rule == "time.running" and row.words(index) in vocabulary.comparison.average_of_years:
            token.letter, token.value = "B", Basis("average", row.words(index), row.words(index))


def rates_of_years(walk: Walk, index: int) -> list[int]:
    """The changes that the years at `index` are told of, behind a claim of the sentence: 增长5%，过去五年年均增长8%、高于全省1个百分点; 财政收入3亿元，四年翻了一番; none where they are of levels too.

    What stands behind them in the sentence is of the time before: ；接待游客300万人次.
    """
    row = walk.row
    if walk.tokens[index].rule != "time.running" or row.letters(index + 1, index + 2) not in ("B", "V", "M") or not row.has_claim(walk.sentence_start, index):
        return []
    rates: list[int] = []
    clause: list[int] = []
    for place in range(index + 1, len(walk.tokens)):
        letter = walk.tokens[place].letter
        if letter in "%QM":
            if letter != "M" and _MOVES.isdisjoint(row.letters(row.clause_start(place), place)):
                # 三年年均增长7%，城镇化率51%: what is so by then is of no years.
                return rates
            clause.append(place)
        elif letter == "#" and row.letters(index + 1, place + 1) == "V#":
            # 粮食产量26万吨，五年增加3.2万吨，油料产量4.1万吨
            clause.append(place)
        elif letter in "#US" or letter == "T":
            return rates
        elif letter in CLAUSE_ENDS:
            rates += clause
            clause = []
            if letter in _LIMITS:
                break
    return rates + clause
