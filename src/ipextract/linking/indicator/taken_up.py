"""A paragraph that goes on with what one before it began with: 分地区看，…; 其中，…."""

from __future__ import annotations

from ipextract.linking.frames import Frame
from ipextract.linking.period.spans import Span
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.patterns import compiled, lazily
from ipextract.rules.tokens import NUMBERS

# How much of a paragraph's beginning may say that it breaks down what came before.
_HEAD = 16
# （一）, 1.: in front of an item.
_MARK = lazily(compiled, r"\s*(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.．、](?!\d))\s*")


def continues_paragraph(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a paragraph takes up what the one before began with: 其中，…; 分地区看，…; （一）从产业看，…."""
    mark = _MARK.match(text)
    start = mark.end() if mark is not None else 0
    if text.startswith(vocabulary.parts, start):
        return True
    head = text[start : start + _HEAD]
    return head.startswith(vocabulary.clauses.openers) and any(word in head for word in vocabulary.clauses.grouped)


def take_up(walk: Walk, frame: Frame) -> None:
    """Begin the walk with the indicator that the paragraph before began with, and with its time."""
    frame = _told_of_all(walk, frame)
    if frame.draft is not None and frame.draft.period is not None:
        walk.period = walk.lasting = frame.draft.period
    walk.frame = walk.parent = walk.sentence_first = frame._replace(sentence=0)


def _told_of_all(walk: Walk, aside: Frame) -> Frame:
    """1—9月，申请6742件。 / 9月当月申请1018件。 / 分地区看，…: what was told of all the time before a paragraph on the last part of it, where that is an aside; `aside` itself where it is none."""
    told = aside.draft
    if told is None or told.period is None or told.period.moment:
        return aside
    part = told.period
    wider = next((one for one in walk.told_before[1:] if one.draft is not None and one.draft.period is not None and _holds(one.draft.period, part)), None)
    if wider is None or not (aside.name in wider.name or wider.name in aside.name):
        return aside
    if part.text.endswith(walk.vocabulary.times.one_part):
        return wider
    first = next((token for token in walk.tokens if token.letter in NUMBERS), None)
    is_more = first is not None and first.letter == "#" and told.aspect == "level" and first.value.unit == told.unit and first.value.value > told.value
    return wider if is_more else aside


def _holds(time: Span, part: Span) -> bool:
    """Whether `part` is some of the one year's `time`, and not all of it."""
    return time.years == 1 and not time.moment and time[1:3] != part[1:3] and time.start <= part.start <= part.end <= time.end
