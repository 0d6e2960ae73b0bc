"""Several places, each with its own in the row: 苏州市、无锡市专利授权量分列全国第一和第五位."""

from __future__ import annotations

from ipextract.lexicon import Division
from ipextract.linking.before_number import clean_label
from ipextract.linking.lists.members import is_joint
from ipextract.linking.walk import Walk


def ranked_places(walk: Walk, first: int, stop: int, count: int) -> tuple[list[Division], str]:
    """The places named together in `tokens[first:stop]`, one for each of `count` ranks, and what is ranked; none where they are not as many.

    专利授权量居全省第三，德清县、安吉县分列第一、第二: what was ranked before, where the words say no more.
    """
    tokens, joins = walk.tokens, walk.vocabulary.joins
    places = [place for place in range(first, stop) if tokens[place].letter == "R"]
    # 德清县、长兴县授权量分列第二、三位，分别为1805件、1220件: those named together are one token.
    named = [division for place in places for division in walk.together.get(place, (tokens[place].value,))]
    if count < 2 or len(named) != count or not all(tokens[place].letter in "R/" or is_joint(walk.row, place, joins) for place in range(places[0], places[-1])):
        return [], ""
    name = clean_label(walk, places[-1] + 1, stop) or clean_label(walk, first, places[0])
    if not name:
        last = walk.last_rank if walk.last_rank is not None and walk.last_rank.token >= walk.sentence_start else None
        name = last.indicator if last is not None else walk.frame.name if walk.frame is not None else ""
    return (named, name) if name else ([], "")


def places_before(walk: Walk, count: int) -> list[Division]:
    """宁波市以62件、温州市以57件分列第二、第三位: the places of the last numbers of the sentence, one for each place in the row; empty where they are no others."""
    places = [draft.region for draft in walk.drafts[-count:] if draft.token >= walk.sentence_start and draft.aspect == "level" and draft.region is not None and draft.origins.get("region") == "printed"]
    return places if len({place.code for place in places}) == count else []


def names_before(walk: Walk, count: int) -> list[str] | None:
    """授权量…，拥有量…，分别居第四位和第三位: the last indicators of the sentence, one for each place."""
    said = dict.fromkeys(draft.indicator for draft in walk.drafts if draft.token >= walk.sentence_start and draft.kind != "rank")
    return list(said)[-count:] if len(said) >= count else None
