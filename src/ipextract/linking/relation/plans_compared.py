"""A plan that something is compared with: 比年初预算增加2亿元, 比年初预计的27亿元多出21亿元."""

from __future__ import annotations

from dataclasses import replace

from ipextract.linking.row import Row
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Token


def set_plans_apart(row: Row, vocabulary: Vocabulary) -> None:
    """比年初预算增加2亿元: what was planned then is compared with, and not what there was then; so the words of the comparison are no basis, and the time goes with the plan."""
    words = vocabulary.comparison
    if not any(time in row.text for time in words.plan_times):
        return
    for index in range(len(row.tokens) - 2, -1, -1):
        token = row.tokens[index]
        if token.letter not in "BT" or not row.words(index).endswith(words.plan_times) or row.letters(index + 1, index + 2) != "X" or not row.words(index + 1).startswith(words.plan_heads):
            continue
        if token.letter == "T":
            # 比全年控制目标5.5%低0.4个百分点
            if row.letters(index - 1, index) == "C":
                row.tokens[index : index + 2] = [replace(row.tokens[index + 1], start=token.start)]
        elif row.words(index)[0] in words.prepositions:
            middle = token.start + 1
            row.tokens[index : index + 2] = [Token("C", token.start, middle, None, "word.compare"), replace(row.tokens[index + 1], start=middle)]


def is_plan_compared(walk: Walk, index: int, start: int) -> bool:
    """为企业减负48亿元，比年初预计的27亿元多出21亿元: whether the number is what was planned of what was spoken of, which comes to more or less."""
    if walk.frame is None or walk.row.letters(index, index + 3) != "#V#" or walk.row.letters(start, start + 1) != "C":
        return False
    words = walk.row.words_between(start + 1, index).strip()
    comparison = walk.vocabulary.comparison
    time = next((time for time in comparison.plan_times if words.startswith(time)), "")
    return words.removeprefix(time).startswith(comparison.plan_heads)
