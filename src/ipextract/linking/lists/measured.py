"""Lists of a measure alone, of those that the words before it name: 授权量前三位分别是电机、测量和光学，授权量分别为…."""

from __future__ import annotations

from itertools import takewhile

from ipextract.lexicon import Division
from ipextract.linking.endings import without_end
from ipextract.linking.frames import Draft
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.lists.listed import Listed
from ipextract.linking.lists.names import distribute
from ipextract.linking.lists.series import deed_in_front
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import NOTHING, Amount

# 8件|，: back from the first token of a clause to the number before it.
_PAIR = 2


def front_before(listed: Listed) -> list[str] | None:
    """授权量前三位分别是柯桥区、高新区和测量业，授权量分别为…: who come first by the measure that the list has, as the clause before names them."""
    walk, first, mark = listed.walk, listed.first, listed.walk.vocabulary.clauses.front_mark
    if not walk.namer.is_bare(listed.printed) or first <= walk.sentence_start or walk.tokens[first - 1].letter != "," or mark not in walk.text:
        return None
    said = walk.row.words_between(walk.row.clause_start(first - 1), first - 1)
    found = walk.vocabulary.clauses.front.match(said) if mark in said else None
    things = distribute(said[found.start("thing") :], listed.count, walk.namer) if found is not None else None
    if found is None or things is None:
        return None
    told = walk.namer.clean(found["measure"])
    measure = told if told.endswith(listed.printed) else listed.printed
    for place, (member, thing) in enumerate(zip(listed.members, things, strict=True)):
        at = walk.gazetteer.at(thing, 0, walk.setting.home)
        if at is not None and at[0] == len(thing):
            walk.placed[member] = at[1]
            things[place] = ""
    return [join(thing, measure) for thing in things]


def bodies_shared(listed: Listed, names: list[str]) -> list[str]:
    """装备制造企业, 生物医药企业 of 装备制造、生物医药企业分别为86家和52家: the names with the bodies that the last names for all whose kind is told; 高校、企业 are each whole."""
    namer, words = listed.walk.namer, listed.walk.vocabulary.names
    noun = next((noun for noun in words.bodies_listed if names[-1].endswith(noun) and names[-1] != noun), "")
    amounts = [listed.walk.tokens[member].value for member in listed.members]
    if not noun or listed.reading.rule.aspect != "level" or any(not isinstance(amount, Amount) or amount.unit not in words.bodies_listed_in for amount in amounts):
        return names
    whole = (*words.owners, *words.having_bodies, *words.whole_beside_bodies)
    # 新增机器人、集成电路企业12家、8家
    done = [namer.starts_with_verb(name) and not name.startswith(tuple(namer.flows)) for name in names]
    return [name if is_done or name.endswith(whole) or namer.has_measure(name) else name + noun for name, is_done in zip(names, done, strict=True)]


def measured_again(listed: Listed) -> list[str] | None:
    """商标、专利案件分别为12件和8件，罚款分别为3万元和2万元 → 商标案件罚款, 专利案件罚款: a measure alone, of each that the list right before counted."""
    walk, namer, names = listed.walk, listed.walk.namer, listed.walk.vocabulary.names
    told = told_again(walk, listed.members, listed.printed)
    if told is not None:
        walk.placed.update(zip(listed.members, _places_of(walk, _list_before(walk, listed.members)), strict=False))
        return told
    before = walk.drafts[-listed.count :]
    amount = walk.tokens[listed.members[0]].value
    if not namer.is_bare(listed.printed) or len(before) < listed.count or not isinstance(amount, Amount) or amount.kind != "money":
        return None
    is_list = all(draft.token in walk.named and draft.token >= walk.sentence_start and draft.aspect == "level" and draft.kind == "count" for draft in before)
    things = [draft.indicator[len(deed_in_front(namer, names, draft.indicator)) :] for draft in before]
    if not is_list or len(set(things)) < listed.count or any(map(namer.has_measure, things)):
        return None
    return [join(thing, listed.printed) for thing in things]


def told_again(walk: Walk, members: list[int], printed: str) -> list[str] | None:
    """商标、专利案件分别受理12件、8件，办结10件、7件，罚款3万元、2万元 → 办结商标案件, 办结专利案件, 商标案件罚款, 专利案件罚款.

    A deed or a measure alone, without 分别, of each that the list with which the clauses before begin counted; None where there are not as many, or something else went between.
    """
    namer = walk.namer
    is_result = namer.is_result(printed) or namer.is_deed(printed) or printed in walk.vocabulary.names.deed_nouns
    if not printed or not (is_result or namer.is_bare(printed) or namer.is_measure(printed)) or set(walk.row.letters(members[0], members[-1] + 1)) - set("#U/"):
        return None
    counted = _list_before(walk, members)
    things = [_thing_counted(walk, draft.indicator) for draft in counted]
    # 城东区、城西区分别签约项目12个、8个: one thing of several places.
    if not all(things) or any(map(namer.has_measure, things)) or (len(set(things)) < len(members) and not _places_of(walk, counted)):
        return None
    return [printed + thing if is_result else join(thing, printed) for thing in things] or None


def _list_before(walk: Walk, members: list[int]) -> list[Draft]:
    """What the list counted, of as many as `members`, with which the clauses right before begin; empty where something else stands between."""
    count = len(members)
    run = [*takewhile(lambda draft: draft.token >= walk.sentence_start and draft.token in walk.named, reversed(walk.drafts))][::-1]
    counted = run[:count]
    if not run or len(run) % count or run[-1].token < walk.row.clause_start(members[0]) - _PAIR:
        return []
    return counted if all(draft.aspect == "level" and draft.kind == "count" and draft.unit == counted[0].unit for draft in counted) else []


def _places_of(walk: Walk, counted: list[Draft]) -> list[Division]:
    """The places of which a list counted something, one for each; empty where they are not as many."""
    places = [walk.placed[draft.token] for draft in counted if draft.token in walk.placed]
    return places if len({place.code for place in places}) == len(counted) else []


def _thing_counted(walk: Walk, name: str) -> str:
    """商标案件 of 商标案件立案 and of 受理商标案件: what was counted, whatever was done to it."""
    names = walk.vocabulary.names
    thing = walk.namer.without_deeds(name[len(deed_in_front(walk.namer, names, name)) :])
    return without_end(thing, tuple(names.deed_nouns)) or thing


def counted_by_deed(listed: Listed, name: str) -> str:
    """开发合同登记 of 开发、咨询合同成交额领先，分别登记96项、21项: things by what was done to them, where the clause before tells of their money; empty where it is not so."""
    names, amount = listed.walk.vocabulary.names, listed.walk.tokens[listed.members[0]].value or NOTHING
    things = without_end(name, names.sums_of_deeds)
    return things + listed.middle if amount.kind == "count" and listed.middle in names.deed_nouns and things != name else ""
