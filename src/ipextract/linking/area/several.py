"""A text of several places, one paragraph after the other, and of which place each paragraph is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ipextract.lexicon import Division
from ipextract.lexicon.regions import COUNTRY
from ipextract.linking.area.places import Gazetteer
from ipextract.reading.document import Document

# Of fewer places nothing is told one after the other.
_SEVERAL = 2


def find_homes(document: Document, home: Division | None, gazetteer: Gazetteer) -> Mapping[int, Division]:
    """The blocks that are of a place of their own, by number, each with its place; empty for a text of one place.

    南京市一季度…。全市…; 浙江：…。全省…: paragraphs that open with a place each are of these, where the places are of one level. One
    that goes on to tell of another of them is not.

    Args:
        document: the document.
        home: its own region.
        gazetteer: knows places.
    """
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
