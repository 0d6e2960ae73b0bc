"""Shares: of what whole, which percentages are shares, and structures (三次产业结构为1.8:33.7:64.5)."""

from __future__ import annotations

import regex

from ipextract.linking.frames import Draft, Reading
from ipextract.linking.periods import year_span
from ipextract.linking.recording import settle
from ipextract.linking.walk import Walk
from ipextract.linking.wording import clean_label, words_behind
from ipextract.numbers.numerals import arabic, plain

# The indicator of a structure that nothing names.
_NAMELESS = "结构"


def set_whole(walk: Walk, draft: Draft, reading: Reading) -> None:
    """Set what `draft` is a share of: the printed whole, the topic, what 其中 follows, the last whole named."""
    asks = "whole" in reading.spans
    draft.whole = _printed_whole(walk, reading) or draft.whole
    if draft.whole is None:
        draft.whole = walk.topic
    if draft.whole is None and asks and walk.parts_from is not None and walk.parent is not None and walk.parent.name != draft.indicator:
        draft.whole = walk.parent.name
    if draft.whole is not None:
        walk.last_whole = draft.whole
    elif asks and walk.parts_from is None:
        draft.whole = walk.last_whole


def _printed_whole(walk: Walk, reading: Reading) -> str | None:
    """占规模以上工业增加值比重 → 规模以上工业增加值."""
    if not reading.says("whole"):
        return None
    first, last = reading.spans["whole"]
    text = walk.namer.clean(walk.label_text(first, last).replace("\n", "").replace("，", ""))
    for noun in walk.vocabulary.whole_ends:
        text = text.removesuffix(noun) or text
    text = text.removesuffix("的")
    if not text:
        text = "".join(walk.text[place.start : place.end] for place in walk.row.places(first, last))
    return walk.namer.clean(text) or text or None


def weigh_percentage(walk: Walk, draft: Draft, *, labelled: bool) -> None:
    """A percentage that reads as a level is a share where it is one of what came before.

    Args:
        walk: the walk.
        draft: a level in percent.
        labelled: whether words before the number name its indicator.
    """
    if not labelled and words_behind(walk, draft.token):
        # 其中41%免费: a percentage of what came before.
        draft.aspect = "share"
    last = walk.drafts[-1] if walk.drafts else None
    if not labelled and last is not None and last.aspect == "share" and last.indicator == draft.indicator and last.token >= walk.sentence_start:
        # 占比首次过半,达50.35%.
        draft.aspect, draft.whole = "share", last.whole
    elif walk.topic and not draft.indicator.endswith(walk.vocabulary.rates):
        # 民事案件中,著作权纠纷超一半.
        draft.aspect = "share"


def continue_share(walk: Walk, draft: Draft, reading: Reading) -> None:
    """占比由20%提高到25%: what a share reached is a share, of the same whole."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is not None and last.indicator != draft.indicator:
        last = None
    first, stop = reading.spans["label"]
    says_share = any(token.letter in "AW" for token in walk.tokens[first:stop])
    if says_share or (last is not None and last.aspect == "share" and first == stop):
        draft.aspect = "share"
        if last is not None:
            draft.whole = last.whole


def read_structure(walk: Walk, index: int) -> None:
    """三次产业结构为1.8:33.7:64.5: each part is a share, said of its member where the members are known."""
    token = walk.tokens[index]
    label = clean_label(walk, walk.window(index), index)
    text: str = token.value
    parts: list[str] = regex.split(r"\s?[:：]\s?", text)
    if len(parts) < 2 or (len(parts) == 2 and not label):
        token.role = "unresolved"
        return
    name = label or (walk.frame.name if walk.frame else _NAMELESS)
    members = next((names for key, names in walk.namer.members.items() if key in label), ())
    names = members if len(members) == len(parts) else [name] * len(parts)
    printed = next((walk.spans[place] for place in (index - 1, index - 2) if place in walk.spans), None)
    begin = walk.text.find(text, token.start)
    position = begin
    for part, one in zip(parts, names, strict=True):
        position = walk.text.find(part, position)
        end = position + len(part)
        draft = Draft("percentage", "share", one, plain(arabic(part.rstrip("%"))), position, end, "share.structure", unit="%", token=index)
        settle(walk, draft)
        if printed is not None:
            draft.period = printed
        elif walk.period is not None and walk.period.years > 1:
            # 过去五年，三次产业结构由15:61.9:23.1调整为14:57.5:28.5: from the year before to the last.
            begins = walk.text[token.start : begin].startswith(walk.vocabulary.from_words) or walk.text[:begin].endswith(walk.vocabulary.from_words)
            draft.period = year_span(walk.period.start.year - 1 if begins else walk.period.end.year)
        position = end
        walk.drafts.append(draft)
    token.role = "claim"
    token.start = begin if begin >= 0 else token.start
