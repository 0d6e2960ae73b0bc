"""A time that one number alone is of: 由上年的7.9%, 与2010年的491万人相比, 16家企业11日签约."""

from __future__ import annotations

from ipextract.linking.period.other_times import names_event
from ipextract.linking.period.spans import Span
from ipextract.linking.period.times import span_of
from ipextract.linking.row import CLAUSE_ENDS
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NUMBERS, Token


def time_before(walk: Walk, index: int) -> Span | None:
    """由上年的7.9%, 较2023年的3904件, 再到2012年的2.4%: a time right before a number that belongs to it alone."""
    for position in range(index - 1, index - 5, -1):
        if position in walk.spans and position and position >= walk.window(index) and (walk.tokens[position - 1].letter in "YCZ" or is_compared_with(walk, position, index)):
            return walk.spans[position]
    return walk.spans[index - 1] if index > 1 and index - 1 in walk.spans and walk.row.words(index - 1).endswith("的") and _begins_member(walk, index - 2) else None


def _begins_member(walk: Walk, before: int) -> bool:
    """Whether what stands at `before` begins the next of several times with their levels, 再到2012年的2.4% or a comma; 是2012年的2.4倍 compares."""
    return walk.tokens[before].letter in ",;/" or walk.row.words(before).strip() in walk.vocabulary.times.then_at


def is_compared_with(walk: Walk, time: int, index: int) -> bool:
    """与2010年的491万人相比: whether the number at `index` is the level at `time` that others are compared with."""
    preposition = walk.text[walk.tokens[time].start - 1 : walk.tokens[time].start]
    return preposition in walk.vocabulary.with_words and walk.text.startswith(walk.vocabulary.comparison.closing_words, walk.tokens[index].end)


def time_behind(walk: Walk, index: int) -> Span | None:
    """16家企业11日签约: the time stands behind the number, in its clause."""
    for position in range(index + 1, len(walk.tokens)):
        token = walk.tokens[position]
        if _ends_search(token):
            return None
        if token.letter == "T" and token.rule in ("time.dated", "time.day", "time.part") and position > index + 1:
            # 6家产品入选2017年品牌价值榜: the year is in a name.
            return None if names_event(walk, position) else span_of(walk, position)
    return None


def time_in_bracket(walk: Walk, index: int) -> Span | None:
    """3.57件（2023年底数据）, 1.2万件（截至6月底）: the time alone in a bracket right behind the number; None where it tells more."""
    first = index + 2
    if walk.row.letters(index + 1, first) != "(":
        return None
    letters = walk.row.letters(first, first + 3)
    size = letters.find(")")
    if letters[:size] not in ("T", "TX") or size < 1 or (size > 1 and walk.row.words(first + 1).strip() not in walk.vocabulary.times.of_figures):
        return None
    return span_of(walk, first)


def _ends_search(token: Token) -> bool:
    return token.letter in CLAUSE_ENDS or token.letter in NUMBERS or token.letter in "()/"
