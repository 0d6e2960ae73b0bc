"""The members of a list that are bodies: 法院和检察院分别受理案件412件和86件, 深圳、杭州海关分别为80万件、60万件."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.lists.in_places import keep_one_name
from ipextract.linking.lists.listed import Listed
from ipextract.linking.lists.names import distribute
from ipextract.linking.walk import Walk

_PAUSE = "、"
# 呼和浩特海关
_LONGEST_SEAT = 4


def name_by_bodies(listed: Listed) -> bool:
    """法院和检察院分别受理案件412件和86件: bodies that act, one indicator; behind what another did (宁波海关扣留货物120万件) 深圳、杭州海关分别为80万件、60万件 did the same."""
    walk = listed.walk
    name = listed.middle or _done_before(walk)
    items = distribute(listed.printed, listed.count, walk.namer) if listed.printed and name else None
    called = walk.vocabulary.agencies if listed.middle else walk.vocabulary.offices_of_places
    if items is not None and all(item.endswith(called) for item in items):
        keep_one_name(listed, name, [])
        return True
    seats = _seats(listed) if name else []
    if not seats:
        return False
    keep_one_name(listed, name, _places(walk, seats))
    walk.region, walk.region_named = None, False
    return True


def _done_before(walk: Walk) -> str:
    """扣留货物 of 宁波海关扣留货物120万件: what the sentence told of another body, without the body; empty where it told nothing."""
    frame = walk.frame
    if frame is None or not frame.level or frame.sentence != walk.sentence:
        return ""
    office = next((word for word in walk.vocabulary.offices_of_places if word in frame.name), "")
    rest = frame.name.partition(office)[2] if office else ""
    return rest if walk.namer.has_measure(rest) else frame.name


def _seats(listed: Listed) -> list[str]:
    """深圳, 杭州 and 黄埔 of 深圳、杭州、黄埔海关: where the bodies sit that stand in front of 分别, as many as numbers, where what they are called stands behind the last; none where anything else stands there."""
    walk = listed.walk
    printed = walk.row.words_between(listed.first, listed.stop).strip()
    for join in walk.vocabulary.joins:
        printed = printed.replace(join, _PAUSE)
    *seats, last = printed.split(_PAUSE)
    office = max((word for word in walk.vocabulary.offices_of_places if last.endswith(word)), key=len, default="")
    seats.append(last.removesuffix(office))
    return seats if office and len(seats) == listed.count and all(0 < len(seat) <= _LONGEST_SEAT for seat in seats) else []


def _places(walk: Walk, seats: list[str]) -> list[Division]:
    """Of the courts of a city each is of its county; where one is no place, and in a text of the nation, whose customs are of no province, all are of home."""
    home = walk.setting.home
    if home is None:
        return []
    found = [walk.gazetteer.at(seat, 0, home) for seat in seats]
    places = [hit[1] for hit, seat in zip(found, seats, strict=True) if hit is not None and hit[0] == len(seat)]
    return places if len(places) == len(seats) and home.code != COUNTRY else [home] * len(seats)
