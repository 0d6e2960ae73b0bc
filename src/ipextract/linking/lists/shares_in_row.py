"""Shares in brackets behind each of a row of things: 投诉主要集中在食品（占20%）、服装（占15%）."""

from __future__ import annotations

from ipextract.linking.endings import without_end
from ipextract.linking.frames import Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.indicator.filling import fill
from ipextract.linking.walk import Walk
from ipextract.rules.readings import NAMED_SHARE, OF_WHOLE
from ipextract.rules.tokens import Amount

# Between 占 and the share: of what.
_WHOLE = frozenset("XRT")
# What may stand in its clause before a thing alone with its share.
_TOLD = frozenset("XRTDW")
# （|占|全市|总量的|20%
_LONGEST = 5


def name_shares_in_row(walk: Walk, index: int) -> None:
    """Name the share in its bracket at `index`, and those of the things that stand in a row behind it: each is of the thing in front of its bracket."""
    members = [index]
    opening = _opening(walk, index)
    if opening is None or walk.row.letters(opening - 1, opening) != "X":
        return
    openings = [opening]
    while (following := _following(walk, members[-1])) is not None:
        openings.append(following[0])
        members.append(following[1])
    if len(members) == 1 and not _tells_of(walk, opening, index):
        return
    things = [_thing(walk, opening) for opening in openings]
    if not all(things):
        return
    held = _held(walk, openings[0])
    things = [join(thing, held) for thing in things] if held and not any(map(walk.namer.has_measure, things)) else things
    frame, whole = walk.frame, (opening + 2, index)
    for opening, member, thing in zip(openings, members, things, strict=True):
        if walk.tokens[opening + 1].letter == "A":
            # 个体户（占经营主体总数的80%）、企业（占17%）: of the same whole.
            whole = (opening + 2, member) if opening + 2 < member else whole
            reading = Reading(OF_WHOLE, {"whole": whole})
        else:
            reading = Reading(NAMED_SHARE, {})
        amount: Amount = walk.tokens[member].value
        walk.named[member] = fill(walk, member, thing, "", amount, "share"), reading
        walk.frame = frame
        if frame is None and whole[0] == whole[1]:
            # 男性（占62%）、女性（占38%）: the one is no part of the other.
            walk.shared[member] = None


def _opening(walk: Walk, index: int) -> int | None:
    """Where the bracket opens that holds nothing but 占 or 占比, of what, and the share at `index`; None where it holds more."""
    first = max(index - _LONGEST, 0)
    held = walk.row.letters(first, index).rpartition("(")[2]
    opening = index - len(held) - 1
    if opening < max(first, 1) or walk.row.letters(index + 1, index + 2) != ")":
        return None
    return opening if held == "W" or (held[:1] == "A" and set(held[1:]) <= _WHOLE) else None


def _tells_of(walk: Walk, opening: int, index: int) -> bool:
    """民营企业（占60%）增长5%: whether the clause has told nothing else than of what the one bracket at `opening` holds the share at `index`; 企业（占70%）的专利 is of another."""
    before = walk.row.letters(walk.row.clause_start(opening), opening)
    return not set(before) - _TOLD and not walk.row.words(index + 2).startswith("的")


def _following(walk: Walk, member: int) -> tuple[int, int] | None:
    """The next bracket and share of the row behind the share at `member`, a pause or a conjunction between; None where there is none."""
    row = walk.row
    if row.letters(member + 1, member + 5) == ")/X(":
        opening = member + 4
    elif row.letters(member + 1, member + 4) == ")X(" and row.words(member + 2)[:1] in walk.vocabulary.joins:
        opening = member + 3
    else:
        return None
    share = row.next_number(opening)
    return (opening, share) if share is not None and walk.tokens[share].letter == "%" and _opening(walk, share) == opening else None


def _held(walk: Walk, opening: int) -> str:
    """有效发明专利 of 有效发明专利主要集中在电子信息（占35%）: the titles that lie mostly in the things of the row; empty where the clause names none."""
    words = walk.namer.words(walk.row.words(opening - 1).strip())
    link = next((place for place in range(1, len(words)) if words[place] in walk.namer.lists.gathering and words[place - 1] in walk.namer.lists.gathered), 0)
    held = walk.namer.clean("".join(word for word in words[:link] if word not in walk.namer.lists.gathered))
    return held if held.endswith(walk.vocabulary.names.titles) else ""


def _thing(walk: Walk, opening: int) -> str:
    """食品 of 主要集中在食品, 服装 of 和服装: what the share in the bracket is of, behind the words that only say that it is among the foremost."""
    words = list(walk.namer.words(walk.row.words(opening - 1).strip()))
    if words and words[0] in walk.vocabulary.joins:
        words = words[1:]
    start = next((place + 1 for place in range(len(words) - 2, -1, -1) if words[place] in walk.namer.lists.gathering), 0)
    # 以民营企业为主（占60%）
    return walk.namer.clean(without_end("".join(words[start:]), walk.namer.lists.is_most))
