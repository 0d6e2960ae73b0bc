"""Deeds compared with another time: 比去年同期多处置25.9亿元, 同比少支出3亿元."""

from __future__ import annotations

from ipextract.linking.endings import without_head
from ipextract.linking.indicator.labels import Namer
from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.patterns import compiled, lazily

#: The rule of a token that says how much more or less was done.
MORE_DONE = "word.more_done"
# 同比|多处置|25.9亿元
_PARTS = ("BX#", "BXU")
_DEED = 2
# 28件|，|多执结|36件, and from the comma to the verb before it.
_BESIDE = lazily(compiled, r"(?<=[XV]#)[,/]X[#U]")
_TO_VERB = 2


def find_more_done(row: Row, namer: Namer, vocabulary: Vocabulary) -> None:
    """Make 多处置 or 少支出 between a basis and an amount a verb of change: more was done than at the time compared with; 同比多死3人: more of what befalls people, too."""
    letters = row.letters(0, len(row.tokens))
    index = letters.find("BX")
    while index >= 0:
        done = deed_compared(row.words(index + 1).strip(), vocabulary) if letters[index : index + 3] in _PARTS else ""
        if done and (done in vocabulary.names.casualties or done.startswith(vocabulary.comparison.done_briefly) or _is_deed(done, namer)):
            row.tokens[index + 1].letter, row.tokens[index + 1].rule = "V", MORE_DONE
        index = letters.find("BX", index + 1)
    _find_more_beside(row, namer, vocabulary, letters)
    if "B" in letters:
        _find_more_befallen(row, vocabulary, letters)


def _find_more_beside(row: Row, namer: Namer, vocabulary: Vocabulary, letters: str) -> None:
    """比上年少收案28件，多执结36件: so too of another deed right behind one compared."""
    for found in _BESIDE.finditer(letters):
        index = found.start() + 1
        done = deed_compared(row.words(index).strip(), vocabulary)
        if row.tokens[found.start() - _TO_VERB].rule == MORE_DONE and done and (done.startswith(vocabulary.comparison.done_briefly) or _is_deed(done, namer)):
            row.tokens[index].letter, row.tokens[index].rule = "V", MORE_DONE


def _find_more_befallen(row: Row, vocabulary: Vocabulary, letters: str) -> None:
    """与去年同期比，损失上升12%，多死1人、少伤2人: so too behind other figures, of those whom nothing but that befell, where the sentence compares."""
    index = letters.find("X#")
    while index >= 0:
        if deed_compared(row.words(index).strip(), vocabulary) in vocabulary.names.casualties and "B" in letters[:index].rpartition(".")[2]:
            row.tokens[index].letter, row.tokens[index].rule = "V", MORE_DONE
        index = letters.find("X#", index + 1)


def deed_compared(words: str, vocabulary: Vocabulary) -> str:
    """处置 of 多处置, 每天多处置: what was done more or less of; empty where nothing says so."""
    words = without_head(words, vocabulary.comparison.done_over)
    return words[1:] if words[:1] in vocabulary.comparison.done_more or words[:1] in vocabulary.comparison.done_less else ""


def _is_deed(done: str, namer: Namer) -> bool:
    """处置, 发放贷款, 支出, and not 云日数: a verb first, a word that is no noun, or one that may be both."""
    first, *rest = namer.words(done)
    # 发放贷款: one word of the dictionary.
    return namer.starts_with_verb(done) or namer.is_verb(done[:_DEED]) or (len(first) > 1 and not namer.is_name(first) and (not rest or not namer.has_measure(first)))
