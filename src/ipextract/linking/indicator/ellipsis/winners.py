"""Who won a place with so many, of what the one told before had: 城西公司授权专利812件，位居第一，城东公司以645件位居第二."""

from __future__ import annotations

from ipextract.linking.indicator.anatomy import join
from ipextract.linking.walk import Walk


def won_by(walk: Walk, who: str, unit: str | None) -> str:
    """城东公司授权专利 of 城东公司以645件位居第二: what is counted so of the one that a number wins a place for; `who` itself where nothing was told that it could have."""
    frame, namer = walk.frame, walk.namer
    if not who or frame is None or frame.sentence != walk.sentence or frame.unit not in (unit, "%") or namer.has_measure(who):
        return who
    if unit in walk.vocabulary.names.units_of_holdings:
        held = _titles(walk, frame.name)
        return who if any(word in who for word in walk.vocabulary.names.titles) else join(who, held)
    return join(who, frame.parts.measure) if frame.unit == unit else who


def _titles(walk: Walk, name: str) -> str:
    """发明专利授权量 of 城西公司发明专利授权量, 申请专利 of 前十位的企业申请专利: the titles in a name, without those who have them; empty where it has none."""
    names = walk.vocabulary.names
    behind = walk.namer.behind_longest_group(name)
    if any(title in behind for title in names.titles):
        return behind
    first = min((place for word in (*names.standing, *names.kinds_of_patents, *names.kinds_of_filings, *names.titles) if (place := name.find(word)) >= 0), default=-1)
    # 城西公司申请专利: with what was done to them.
    deed = next((word for word in names.deeds_to_titles if first > 0 and name.endswith(word, 0, first)), "")
    return name[first - len(deed) :] if first >= 0 else ""
