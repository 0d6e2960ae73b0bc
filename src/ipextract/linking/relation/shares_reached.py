"""What a share reached: 占比由20%提高到25%, 占比提高3个百分点，达到80.3%."""

from __future__ import annotations

from ipextract.linking.frames import Draft, Reading
from ipextract.linking.relation.shares import printed_whole
from ipextract.linking.walk import Walk


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


def is_share_reached(walk: Walk, draft: Draft, reading: Reading) -> bool:
    """税收占财政收入的比重比上年提高3个百分点，达到80.3%: whether behind the change of a share the clause says nothing but to how much it came; it is then the share of the same whole."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or draft.unit != "%" or last.indicator != draft.indicator or walk.tokens[last.token].letter != "Q" or walk.row.letters(last.token + 1, draft.token) != ",X":
        return False
    start = walk.row.clause_start(last.token)
    letters = walk.row.letters(start, last.token)
    share, noun = letters.find("A"), letters.find("W")
    if last.aspect != "change" or noun < 0 or walk.namer.clean(walk.label_text(*reading.spans["label"])):
        return False
    draft.aspect = "share"
    if 0 <= share < noun:
        draft.whole = printed_whole(walk, Reading(reading.rule, {"whole": (start + share + 1, start + noun)}))
    return True
