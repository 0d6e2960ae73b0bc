"""What befell people, told right before how many they were: 道路交通事故共造成12人死亡."""

from __future__ import annotations

from ipextract.linking.endings import without_end, without_head
from ipextract.linking.walk import Walk

# Among so many claims before it an event is told again.
_LAST = 4


def event_told(walk: Walk, index: int) -> str:
    """道路交通事故 of 因道路交通事故造成12人死亡: the event that the words right before the number at `index` name; empty where they name none, or say again what was counted (事故造成2人死亡)."""
    names = walk.vocabulary.names
    said = walk.label_text(walk.window(index), index).strip("\n ，")
    event = without_end(said, names.causing_harm)
    if event == said:
        return ""
    event = walk.namer.clean(without_head(event, names.because_of))
    if not event.endswith(names.events) or any(draft.indicator.endswith(event) for draft in walk.drafts[-_LAST:]):
        return ""
    # 生产安全事故 begins with a verb, and names what happens.
    return event if event in names.events or not walk.namer.starts_with_verb(event) else ""
