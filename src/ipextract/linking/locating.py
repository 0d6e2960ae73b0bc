"""What a place does, and the region of a claim."""

from __future__ import annotations

from ipextract.linking.frames import Draft
from ipextract.linking.walk import Walk
from ipextract.rules.readings import BRACKETED
from ipextract.rules.tokens import NUMBERS


def take_place(walk: Walk, index: int) -> None:
    """A place at the head of a clause is whom the next numbers are said of."""
    start = index
    while start and walk.tokens[start - 1].letter in "TRDI":
        start -= 1
    if not _begins_clause(walk, start) or _is_part_of_something(walk, index):
        return
    walk.region, walk.region_named, walk.region_token = walk.tokens[index].value, True, index
    if start and walk.tokens[start - 1].letter == ";":
        walk.parts_from = None


def _begins_clause(walk: Walk, start: int) -> bool:
    previous = walk.row.before(start)
    if previous is None or previous.letter in ",;.:(" or previous.letter in NUMBERS:
        return True
    return previous.letter == "/" and walk.row.stands_behind_number(start - 1)


def _is_part_of_something(walk: Walk, index: int) -> bool:
    """全国第三位, 全国首单, 江苏省统计局: the place is the scope of a rank or part of a body's name."""
    following = walk.row.after(index)
    return following is not None and (following.letter in "OF" or (following.letter == "X" and _names_agency(walk, index + 1)))


def _names_agency(walk: Walk, index: int) -> bool:
    """江苏省统计局, 佛山市国星光电股份有限公司: the words at `index` make the place before them a body."""
    joined = ""
    for word in walk.namer.words(walk.row.words(index)[:16]):
        joined += word
        if joined.endswith(walk.vocabulary.agencies) and len(joined) > 1:
            return True
        if walk.namer.is_verb(word):
            return False
    return False


def locate_draft(walk: Walk, draft: Draft) -> None:
    """Set the region of `draft` and where it is from."""
    if draft.token in walk.placed:
        draft.region = walk.placed[draft.token]
        draft.origins["region"] = "printed"
        return
    region = walk.region
    if (region is None or walk.region_token < walk.row.clause_start(draft.token)) and _is_national(walk, draft.indicator):
        region = walk.gazetteer.country()
    if draft.rule == BRACKETED.name and walk.than_region is not None:
        region = walk.than_region
    draft.region = region or walk.setting.home
    draft.origins["region"] = "printed" if walk.region_named else "inferred"


def _is_national(walk: Walk, indicator: str) -> bool:
    """国内生产总值 in a province's release is the nation's."""
    home = walk.setting.home
    return home is not None and home.level != "country" and any(word in indicator for word in walk.vocabulary.national)
