"""Of which places and of what the numbers of a list are, where others of the same were told right before."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.substances import air_of, substance_of
from ipextract.linking.walk import Walk


def places_told(walk: Walk, told: list[Draft], count: int) -> list[Division]:
    """德清县120件、安吉县90件，分别增长5%、6%: the place of each of the last numbers, where each names its own; empty where they do not."""
    places = [walk.placed.get(draft.token) or (draft.region if draft.origins.get("region") == "printed" else None) for draft in told]
    named = [place for place in places if place is not None]
    is_each = all(draft.token in walk.placed for draft in told) or len({place.code for place in named}) == count
    return named if len(named) == count and is_each else []


def substance_told(walk: Walk, label: str) -> str:
    """臭氧平均浓度分别为…，超标天数为10天、7天: of what the list before was, where this one is of days beyond a limit."""
    before = walk.drafts[-1].indicator if walk.drafts else ""
    if label in walk.vocabulary.names.of_substances:
        return substance_of(before, walk.vocabulary)
    # 优良天数分别为346天、354天，优良率分别为…: on how many of all days.
    return air_of(before, label, walk.vocabulary)
