"""The zone that a document is of: 武汉经开区新增发明专利授权2425件, in its own release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ipextract.linking.area.places import Gazetteer
from ipextract.linking.frames import Draft

# A document of its own speaks of it, and of no other, again and again.
_OFTEN = 3
_TWICE = 2
# Of a name at least so much is left.
_SHORTEST = 2
# Of so many characters is the name of the place that a zone is called after.
_NAMED_AFTER = (2, 3)


def without_own_zone(drafts: Sequence[Draft], opening: str, text: str, zones: Sequence[str], gazetteer: Gazetteer) -> None:
    """Take the zone that a document is of from the names of what it states, as its own region is no part of them.

    Args:
        drafts: what the document states.
        opening: its title and first words, which speak of the zone.
        text: all of it.
        zones: what zones are called (经开区).
        gazetteer: knows the places that give them their names.
    """
    counts = Counter(filter(None, (_zone(draft.indicator, zones) for draft in drafts)))
    zone, count = counts.most_common(1)[0] if len(counts) == 1 else ("", 0)
    if count < _TWICE or zone not in opening or text.count(zone) < _OFTEN or not any(gazetteer.of_account(zone[:size]) for size in _NAMED_AFTER):
        return
    for draft in drafts:
        if draft.indicator.startswith(zone) and len(draft.indicator) >= len(zone) + _SHORTEST:
            draft.indicator = draft.indicator.removeprefix(zone)


def _zone(name: str, zones: Sequence[str]) -> str:
    """武汉经开区 of 武汉经开区新增发明专利授权; empty where a name begins with none."""
    return next((name[: size + len(kind)] for size in _NAMED_AFTER for kind in zones if name.startswith(kind, size)), "")
