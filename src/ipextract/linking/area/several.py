"""A text of several places, one paragraph or one section after the other, and of which place each paragraph is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from ipextract.lexicon import Division
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.home_words import HomeWords
from ipextract.linking.area.places import Gazetteer
from ipextract.linking.area.towns import town_named
from ipextract.patterns import lazily
from ipextract.reading.document import Document

# Of fewer places nothing is told one after the other.
_SEVERAL = 2
_HEADS = ("heading", "title")
# Fewer headings make no digest.
_ITEMS = 3
# Who begins with so many characters speaks.
_FIRST_WORDS = 14
# A headline of fewer Chinese characters tells nothing.
_TELLING = lazily(re.compile, r"(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){6}")


def find_homes(document: Document, home: Division | None, gazetteer: Gazetteer, words: HomeWords) -> Mapping[int, Division]:
    """The blocks that are of a place of their own, by number, each with its place; empty for a text of one place.

    南京市一季度…。全市…; 浙江：…。全省…: paragraphs that open with a place each are of these, where the places are of one level. One
    that goes on to tell of another of them is not. Below headings that are a place each (一、景县, 景县简介) the paragraphs are of it.

    Args:
        document: the document.
        home: its own region.
        gazetteer: knows places.
        words: the words by which a document tells of what place it is.
    """
    return {**_opened(document, home, gazetteer), **_items(document, home, gazetteer, words), **_headed(document, home, gazetteer, words)}


def _items(document: Document, home: Division | None, gazetteer: Gazetteer, words: HomeWords) -> dict[int, Division]:
    """The paragraphs of a digest of news, 江苏太仓：外资企业增资扩产 below 我国专利数量稳步提升: each is of whom its heading, or else its first paragraph, begins with."""
    heads = [block for block in document.blocks if block.kind in _HEADS]
    level, count = next(iter(Counter(block.level for block in heads).most_common(1)), (0, 0))
    # The first heading may have been taken for the title.
    title = "" if any(block.kind == "title" and block.level == level for block in heads) else document.title or ""
    if count < _ITEMS or any(gazetteer.at(title, position, None) is not None for position in range(len(title))):
        return {}
    homes: dict[int, Division] = {}
    place: Division | None = None
    begins = False
    for number, block in enumerate(document.blocks):
        if block.kind in _HEADS:
            begins, place = block.level == level, _begun_with(document.text, block.start, block.end, gazetteer, words) if block.level == level else None
            if place is not None:
                homes[number] = place
        elif block.kind == "paragraph":
            if begins:
                # ●福建重要的林区 over 龙岩是福建重要的林区: of whom the paragraph itself begins with.
                place = _begun_with(document.text, block.start, block.end, gazetteer, words) or place
            begins = False
            if place is not None:
                homes[number] = place
    places = {one.code for one in homes.values()}
    # 广西专利统计简报 over 据国家知识产权局统计，…全区…: of one place throughout, and of nobody's news.
    is_of_one = home is not None and places <= {home.code, COUNTRY}
    return homes if len(places) >= _SEVERAL and not is_of_one else {}


def _begun_with(text: str, start: int, end: int, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """The place, or the nation, that a heading or a paragraph begins with, behind who sends the news."""
    if _TELLING.match(text, start, end) is None:
        # 阳城县 70224 15.1: a row of a table that was taken for a heading.
        return None
    mark = words.before_news.match(text, start, end)
    first = mark.end() if mark is not None else start
    if words.national.match(text, first, end) is not None or gazetteer.is_national(text[first : min(end, first + _FIRST_WORDS)]):
        return gazetteer.country()
    return gazetteer.opening_place(text, first, end, None)


def _headed(document: Document, home: Division | None, gazetteer: Gazetteer, words: HomeWords) -> dict[int, Division]:
    """The paragraphs below headings that name a place and nothing more, where at least two do."""
    homes: dict[int, Division] = {}
    place: Division | None = None
    level = 0
    for number, block in enumerate(document.blocks):
        if block.kind in _HEADS:
            named = _named(document.text[block.start : block.end], home, gazetteer, words)
            if named is not None or block.level <= level:
                place, level = named, block.level
        elif place is not None:
            homes[number] = place
    return homes if len({one.name for one in homes.values()}) >= _SEVERAL else {}


def _named(heading: str, home: Division | None, gazetteer: Gazetteer, words: HomeWords) -> Division | None:
    """景县 of 二、景县 and of 景县简介; a zone that has no entry in the table of divisions by its name (滨湖新区简介)."""
    found = words.heads_section.fullmatch(heading.strip())
    if found is None:
        return None
    name = found["name"]
    hit = gazetteer.at(name, 0, home)
    # 景县, though 场景县 holds it too.
    bearers = (hit[1],) if hit is not None and hit[0] == len(name) else gazetteer.bearing(name)
    if bearers:
        ours = [one for one in bearers if one.level != "country" and (home is None or one.level == home.level or gazetteer.inside(one, home))]
        return ours[0] if len(ours) == 1 else None
    return town_named(name, home, words) if found["introduces"] else None


def _opened(document: Document, home: Division | None, gazetteer: Gazetteer) -> dict[int, Division]:
    """The paragraphs that open with a place, where at least two do, of one level."""
    opened = {
        number: place
        for number, block in enumerate(document.blocks)
        if block.kind == "paragraph" and (place := gazetteer.opening_place(document.text, block.start, block.end, home)) is not None
    }
    codes = {place.code: place for place in opened.values() if home is None or place.level == home.level or (gazetteer.inside(place, home) and place != home)}
    level, count = next(iter(Counter(place.level for place in codes.values()).most_common(1)), ("", 0))
    if count < _SEVERAL:
        return {}
    peers = {code: place for code, place in codes.items() if place.level == level}
    return {number: place for number, place in opened.items() if place.code in peers and not _tells_of_another(document, number, place, peers)}


def _tells_of_another(document: Document, number: int, place: Division, peers: Mapping[str, Division]) -> bool:
    block = document.blocks[number]
    return any(document.text.find(name, block.start, block.end) >= 0 for code, one in peers.items() if code not in (place.code, COUNTRY) for name in (one.name, *one.short))
