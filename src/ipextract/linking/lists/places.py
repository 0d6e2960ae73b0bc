"""Of which places and of what the numbers of a list are, where others of the same were told right before."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.substances import air_of, substance_of
from ipextract.linking.lists.listed import Listed
from ipextract.linking.walk import Walk

# 经济技术开发区
_LONGEST_ZONE = 10
# 大柴旦县
_LONGEST_COUNTY = 5
_PAUSE = "、"


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


def name_places_and_zones(listed: Listed) -> bool:
    """吴江区、工业园区发明专利拥有量分别为…, 昆山市、高新区和吴江区专利授权量分别增长…: places and zones in one list, each with what all have; whether the list is one of both.

    A zone of its own has no code, and so it stands in the name; the measure is named behind the last, or by the indicator before.
    """
    walk = listed.walk
    named, rest = _places_and_zones(walk.row.words_between(listed.first, listed.stop), walk)
    if len(named) != listed.count or all(place is None for place, _ in named) or all(place is not None for place, _ in named):
        return False
    name = walk.namer.clean(rest) or walk.namer.clean(listed.middle)
    if not name and walk.frame is not None and walk.frame.sentence >= walk.sentence - 1:
        name = walk.namer.without_zone(walk.frame.name)
    if not name:
        return False
    walk.named.update((member, (zone + name, listed.reading)) for member, (_, zone) in zip(listed.members, named, strict=True))
    placed = ((member, place or walk.setting.home) for member, (place, _) in zip(listed.members, named, strict=True))
    walk.placed.update((member, place) for member, place in placed if place is not None)
    return True


def _places_and_zones(text: str, walk: Walk) -> tuple[list[tuple[Division | None, str]], str]:
    """昆山市, 高新区 and 吴江区 of 昆山市、高新区和吴江区专利授权量, each a place or the words of a zone, and what stands behind the last; none where another name is among them."""
    named: list[tuple[Division | None, str]] = []
    while True:
        at = walk.gazetteer.at(text, 0, walk.setting.home)
        zone = _zone_at_head(text, walk)
        if at is not None and (at[0] >= len(zone) or text[at[0] : at[0] + 1] in (_PAUSE, *walk.vocabulary.joins)):
            named.append((at[1], ""))
            text = text[at[0] :]
        elif zone:
            named.append((None, zone))
            text = text.removeprefix(zone)
        else:
            return [], ""
        joint = next((join for join in (_PAUSE, *walk.vocabulary.joins) if text.startswith(join)), "")
        if not joint:
            return named, text
        text = text.removeprefix(joint)


def _zone_at_head(text: str, walk: Walk) -> str:
    """工业园区 of 工业园区发明专利拥有量; empty where no zone, and nothing that is called like a county, stands at the head."""
    ends = [text.find(zone) + len(zone) for zone in (*walk.namer.zones, *walk.vocabulary.names.zones) if zone in text[:_LONGEST_ZONE]]
    zone = text[: max(ends, default=0)]
    if not zone:
        # 松滋市、云台县: a county that is in no list, too.
        zone = text[: next((place + 1 for place in range(1, _LONGEST_COUNTY) if text[place : place + 1] in walk.vocabulary.names.place_ends), 0)]
    return "" if any(join in zone for join in (_PAUSE, *walk.vocabulary.joins)) else zone
