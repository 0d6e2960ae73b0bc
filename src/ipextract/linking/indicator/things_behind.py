"""What a measure or a deed alone in front of a number is of, where that stands behind it: 实施投资1.97亿元的二期工程 → 二期工程投资."""

from __future__ import annotations

from ipextract.linking.before_number import raw_label
from ipextract.linking.endings import end_of, without_end
from ipextract.linking.frames import Reading
from ipextract.linking.indicator.anatomy import join
from ipextract.linking.lists.series import is_deed_alone
from ipextract.linking.walk import Walk
from ipextract.linking.wording import splits_before_next, words_behind
from ipextract.linking.words_end import end_of_words_behind

# The thing that a measure is of: 投资5000万元的门诊楼.
_SHORTEST_THING = 2
# 省级
_GRADE = 2
# From a number past a noun and a pause to the next.
_TO_NEXT = 3


def reached(walk: Walk, index: int, reading: Reading) -> str:
    """投资领域 of 新设基金扩展至8个投资领域: what it is that there are so many of now, behind the number."""
    amount = walk.tokens[index].value
    if reading.rule.name != "change.reach" or walk.tokens[index].letter != "#" or amount.kind != "count" or walk.row.next_number(index) is not None:
        return ""
    behind = words_behind(walk, index)
    if not behind or walk.namer.starts_with_verb(behind) or walk.namer.is_milestone(behind):
        return ""
    walk.after_until = end_of_words_behind(walk, index)
    return behind


def thing_behind(walk: Walk, index: int, reading: Reading) -> str:
    """减少3个审批环节, 比上年增加2万个岗位: what there is less or more of stands behind the number, where nothing stands before it."""
    if reading.rule.name != "change.verb" or walk.tokens[index].letter != "#" or walk.row.next_number(index) is not None:
        return ""
    behind = words_behind(walk, index)
    if behind:
        walk.after_until = end_of_words_behind(walk, index)
    return behind


def of_thing(walk: Walk, index: int, label: str, behind: str) -> str:
    """实施投资1.97亿元的湿地治理、人工造林等二期工程 → 二期工程投资: a measure alone, of the thing behind 的."""
    if not walk.text.startswith("的", walk.tokens[index].end) or walk.tokens[index].value.unit is None or walk.tokens[index].value.kind not in ("money", "quantity"):
        return ""
    namer, parts = walk.namer, walk.namer.take_apart(label)
    # 首只规模3亿元的基金: that it is the first says nothing of what it is.
    names = walk.vocabulary.names
    is_laid_out = parts.topic not in names.laid_out and all(namer.is_verb(word) or word in (*names.laying_out, *names.laid_out) for word in namer.words(parts.topic))
    is_told = is_laid_out or namer.is_deed(parts.topic) or parts.topic in names.furthering or parts.topic in walk.vocabulary.ranks.firsts
    if not parts.measure or not is_told:
        return ""
    # 总投资8亿元的二期工程竣工: what became of it is no part of it.
    thing = without_end(namer.noun_phrase(namer.without_examples(behind)), names.finished)
    if len(thing) < _SHORTEST_THING or namer.starts_with_verb(thing) or namer.is_task(thing):
        return ""
    if walk.row.letters(index + 1, index + _TO_NEXT) != "X#" and not splits_before_next(walk, index):
        # 总投资10亿元的项目12个, 总投资12亿元的产业园引进企业216家: how many there are is told behind them.
        walk.after_until = end_of_words_behind(walk, index)
    return join((parts.verb if namer.is_flow(parts.verb) else "") + thing, parts.measure)


def of_next(walk: Walk, index: int, label: str) -> str:
    """总投资35亿元的80项城建工程: a measure alone, of the things that the next number counts."""
    tokens, parts = walk.tokens, walk.namer.take_apart(label)
    if index + 2 >= len(tokens) or walk.row.words(index + 1) != "的" or tokens[index + 2].letter != "#" or not parts.measure or parts.topic:
        return ""
    thing = words_behind(walk, index + 2)
    return thing + parts.measure if thing else ""


def behind_next(walk: Walk, index: int, label: str) -> str:
    """建成9个、培育7个体验地: the noun behind the next number, where each has but a verb before it."""
    tokens = walk.tokens
    following = index + 2
    alone = not label and walk.row.letters(index, following) == "##"
    if alone and tokens[index].value.unit != tokens[index + 1].value.unit and tokens[index].value.unit in walk.vocabulary.names.units_of_served:
        # 3.2万户11.6万名贫困人口全部脱贫: the same, by households and by heads.
        return words_behind(walk, index + 1)
    if label and walk.row.letters(index, following) == "##" and is_deed_alone(walk.namer, walk.vocabulary.names, label):
        # 公布7批72部作品: in how many parts, and how many in all.
        return words_behind(walk, index + 1)
    if following >= len(tokens) or tokens[index + 1].letter != "/":
        return ""
    if not label and tokens[following].letter == "#" and tokens[index].value.unit in walk.vocabulary.names.units_of_served and tokens[following].value.unit in walk.vocabulary.people_units:
        # 81万户、172.5万人从事苹果种植: the same, by households and by heads.
        return words_behind(walk, following)
    if tokens[following].letter == "#" and tokens[following].value.unit != tokens[index].value.unit and label and is_deed_alone(walk.namer, walk.vocabulary.names, label):
        # 修复7个、约549亩地块: how many and how much of the same.
        return words_behind(walk, following)
    if not walk.namer.is_deed(label):
        return ""
    while following < len(tokens) - 1 and tokens[following].letter == "X":
        following += 1
    is_alike = tokens[following].letter == "#" and tokens[following].value.unit == tokens[index].value.unit
    return words_behind(walk, following) if is_alike and walk.namer.is_deed(raw_label(walk, index + 2, following)) else ""


def with_noun_of_next(walk: Walk, index: int, behind: str) -> str:
    """国家级现代农业产业园 of 8个国家级、80个省级现代农业产业园: a grade alone has the noun of the next, of which there are as many again; else the words as they are."""
    following = index + _TO_NEXT
    if walk.row.letters(index + 1, following + 1) != "X/#" or walk.tokens[following].value.unit != walk.tokens[index].value.unit or not walk.namer.is_modifier(behind):
        return behind
    noun = words_behind(walk, following)
    return behind + next((noun[size:] for size in range(_GRADE, len(noun)) if walk.namer.is_modifier(noun[:size])), "")


def done_to_same(walk: Walk, index: int, behind: str) -> str:
    """修复地块 of 修复7个、约549亩地块: what the number right before is of, where it is how much of the same; empty where it is of something else."""
    last = walk.drafts[-1] if walk.drafts else None
    is_beside = last is not None and walk.row.letters(last.token, index + 1) in ("#/#", "##")
    if last is None or not is_beside or last.aspect != "level" or not last.indicator.endswith(behind) or last.indicator == behind:
        return ""
    walk.after_until = end_of_words_behind(walk, index)
    return last.indicator


def reached_by(walk: Walk, label: str, behind: str) -> str:
    """服务网络覆盖街道 of 建成覆盖15个街道的服务网络: the number is of what the thing behind 的 reaches; empty where no verb of reaching governs it."""
    noun, narrows, thing = behind.rpartition("的")
    if not narrows or not noun or "的" in noun or not label.endswith(walk.vocabulary.names.covering):
        return ""
    verb = next(word for word in walk.vocabulary.names.covering if label.endswith(word))
    return thing + verb + noun if len(thing) >= _SHORTEST_THING and not walk.namer.starts_with_verb(thing) else ""


def come_from(walk: Walk, first: int, index: int, label: str, behind: str) -> tuple[str, str]:
    """来自国家 of 保护了来自8个国家的19个权利人, 游客来自省份 of 游客来自20个省份: from how many places they come, and not what is done to those places."""
    printed = walk.label_text(first, index).strip()
    way = end_of(printed, walk.vocabulary.names.whence)
    if not way or not walk.text.endswith(way, 0, walk.tokens[index].start):
        return _reached_lands(walk, index, behind) or (label, behind)
    who = walk.namer.clean(printed.removesuffix(way))
    is_deed = not who or is_deed_alone(walk.namer, walk.vocabulary.names, who)
    place, _, things = behind.partition("的")
    if things and (following := walk.row.next_number(index)) is not None and following == end_of_words_behind(walk, index):
        # 受理来自12个国家的申请320件: the words are the next number's.
        return label, behind
    return ("", way + place) if is_deed else (who + way, place)


def _reached_lands(walk: Walk, index: int, behind: str) -> tuple[str, str] | None:
    """产品远销国家 of 产品远销德国、法国等15个国家: how many places something reaches, some of which were named; None where none were."""
    names = walk.vocabulary.names
    if not behind.startswith(names.lands) or not all(word in names.lands or word in walk.vocabulary.joins for word in walk.namer.words(behind)) or not walk.text.endswith(names.and_others, 0, walk.tokens[index].start):
        return None
    said = walk.row.words_between(walk.row.clause_start(index), index)
    way, at = max(((word, said.rfind(word)) for word in names.reaching_lands), key=lambda found: found[1] + len(found[0]) if found[1] >= 0 else -1)
    who = walk.namer.clean(said[:at]) if at > 0 else ""
    # 在德国设厂、法国办展等: what is done in each is told.
    is_row_of_places = at >= 0 and not any(walk.namer.is_verb(word) for word in walk.namer.words(said[at + len(way) :]))
    if not is_row_of_places:
        return None
    walk.after_until = end_of_words_behind(walk, index)
    # 企业分布在浙江、江苏等8个省市: the preposition is of the places.
    return who + (way[:-1] if way in names.spread_in else way) + behind, ""
