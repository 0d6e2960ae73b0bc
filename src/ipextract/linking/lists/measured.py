"""Lists of a measure alone, of those that the words before it name: 授权量前三位分别是电机、测量和光学，授权量分别为…."""

from __future__ import annotations

from ipextract.linking.indicator.anatomy import join
from ipextract.linking.lists.listed import Listed
from ipextract.linking.lists.names import distribute
from ipextract.linking.lists.series import deed_in_front
from ipextract.rules.tokens import Amount


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
    before = walk.drafts[-listed.count :]
    amount = walk.tokens[listed.members[0]].value
    if not namer.is_bare(listed.printed) or len(before) < listed.count or not isinstance(amount, Amount) or amount.kind != "money":
        return None
    is_list = all(draft.token in walk.named and draft.token >= walk.sentence_start and draft.aspect == "level" and draft.kind == "count" for draft in before)
    things = [draft.indicator[len(deed_in_front(namer, names, draft.indicator)) :] for draft in before]
    if not is_list or len(set(things)) < listed.count or any(map(namer.has_measure, things)):
        return None
    return [join(thing, listed.printed) for thing in things]
