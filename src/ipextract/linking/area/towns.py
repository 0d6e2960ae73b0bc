"""Towns, which the table of divisions has not: a document of one is of its name, within the county that it lies in."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.home_words import HomeWords

_LEVEL = "town"
# How far from the beginning a text says what town it is of.
_OPENING = 120


def town_in_title(title: str, place: Division | None, words: HomeWords) -> Division | None:
    """桥头镇 of 永嘉县桥头镇2020年工作总结, 墩岙村 of 象山县泗洲头镇墩岙村: the town, or the village behind it, that stands in the title right behind the division that it lies in, or at its head; None where there is none."""
    ends = [title.find(name) + len(name) for name in (place.name, *place.short) if name in title] if place is not None else [0]
    found = next((match for end in ends if (match := words.town_within.search(title[end:].lstrip())) is not None), None)
    return None if found is None else _town(found["village"] or found["town"], place)


def town_introduced(body: str, place: Division | None, words: HomeWords) -> Division | None:
    """院桥镇 of 院桥镇位于黄岩区南部: the town whose place the first words of a text tell; None where they tell of none."""
    found = words.town_introduced.search(body, 0, _OPENING)
    return None if found is None else _town(found["name"], place)


def town_named(name: str, place: Division | None, words: HomeWords) -> Division | None:
    """滨湖新区 within `place`, if `name` ends as those of towns and districts do; else None."""
    return _town(name, place) if name.endswith(words.ends_of_places) else None


def _town(name: str, place: Division | None) -> Division:
    return Division("", name, COUNTRY if place is None else place.code, _LEVEL, (), common=False)
