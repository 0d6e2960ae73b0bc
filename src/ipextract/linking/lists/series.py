"""One deed done to several things, told one after the other: 圆满办结人大代表建议412件、政协提案356件."""

from __future__ import annotations

from collections.abc import Sequence

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.name_words import NameWords

# 清单化项目化改造: a deed has at most so many words, with those that say how it was done.
_LONGEST_DEED = 6
# 有效应对 is one word of the dictionary.
_VERB = 2


def deed_in_front(namer: Namer, names: NameWords, name: str) -> str:
    """圆满办结 of 圆满办结人大代表建议: the deed that a name begins with, and how it was done; empty where there is none."""
    words, head = namer.words(name), ""
    if words and words[0] in names.trades_of_bodies and name.endswith(names.owners) and "的" not in name:
        # 生产企业132家、小作坊215家: bodies by their trade.
        return ""
    for place, word in enumerate(words[: min(_LONGEST_DEED, len(words) - 1)]):
        head += word
        if words[place + 1] in names.of_kind:
            # 服务类投诉, 咨询类诉求: of what kind they are.
            return ""
        if _is_deed(namer, names, word) or head in names.series_deeds:
            # 巩固提升乡村学校, 组织制定职业标准: two deeds to one thing.
            following = words[place + 1]
            # 受理|审查起诉: what was taken on is to be examined.
            is_deed = following in names.series_deeds or following in names.examined or (word in names.leading and namer.is_verb(following))
            two = following if is_deed and place + 2 < len(words) else ""
            return head + two + _deeds_joined(namer, names, words[place + 2 if two else place + 1 :])
        if not (word in names.series_manners or word in names.made_by or words[place + 1] in names.made_by):
            return ""
    return ""


def _deeds_joined(namer: Namer, names: NameWords, words: Sequence[str]) -> str:
    """及维修改造 of 新建及维修改造幼儿园: the deeds that a conjunction joins to the first, up to the noun; empty where there are none."""
    joined = ""
    for place, word in enumerate(words[:-1]):
        is_join = word in namer.lists.conjunctions or word == "、"
        if (is_join and _is_deed(namer, names, words[place + 1]) and place + 2 < len(words)) or (_is_deed(namer, names, word) and (joined or words[place + 1] in namer.lists.conjunctions)):
            joined += word
        else:
            break
    return joined


def joined(namer: Namer, names: NameWords, told: list[str]) -> str:
    """盘活厂房、土地 of 盘活厂房 and 盘活土地: things told one after the other, as one name, the deed said once."""
    deed = deed_in_front(namer, names, told[0])
    return deed + "、".join(name.removeprefix(deed) for name in told)


def served(namer: Namer, names: NameWords, name: str) -> str:
    """人大代表建议 of 办理人大代表建议, 群众诉求 of 热线受理群众诉求: what was handled, whoever handled it; empty where no deed handled anything."""
    deed = deed_in_front(namer, names, name)
    if deed:
        # 改判、发回重审: one deed beside the other is done to nothing.
        return name[len(deed) :] if name[len(deed)] != "、" else ""
    _, rest = namer.before_deed(name) or ("", "")
    thing = rest[len(deed_in_front(namer, names, rest)) :]
    # 纳入企业数: how many there are is no thing; nor is what became of it, as in 侵权纠纷行政裁决结案.
    return thing if thing != rest and not thing.endswith(tuple(names.counts_only)) and not namer.is_deed(thing) else ""


def is_service_rate(namer: Namer, names: NameWords, label: str) -> bool:
    """满意率, 办结率和满意率: rates of what was handled, and nothing else."""
    pieces, words = [""], namer.words(label)
    for word in words:
        pieces = [*pieces, ""] if word == "、" or word in names.conjunctions else [*pieces[:-1], pieces[-1] + word]
    return all(piece in names.service_rates for piece in pieces)


def is_deed_alone(namer: Namer, names: NameWords, label: str) -> bool:
    """班列线路覆盖, 线下联动, 提质升级: whether what follows the words is what they are done to."""
    words, deeds = namer.words(label), names.series_deeds
    return _is_deed(namer, names, words[-1]) or label in deeds or "".join(words[-2:]) in deeds


def is_deed_only(namer: Namer, names: NameWords, label: str) -> bool:
    """改造, 重点养护, 供应分配: whether the words are deeds and how they were done, and nothing that they are done to."""
    *before, last = namer.words(label) if label else [""]
    if label in names.series_deeds:
        # 提质改造: the dictionary cuts 提|质|改造.
        return True
    if names.light_deeds.intersection(before):
        return False
    return _is_deed(namer, names, last) and all(word in names.series_manners or _is_deed(namer, names, word) for word in before)


def sender(namer: Namer, names: NameWords, name: str) -> str:
    """货运班列发送 of 货运班列发送旅客: who carries or draws what is counted, with the deed; empty where none does."""
    words, head = namer.words(name), ""
    for place, word in enumerate(words[:-1]):
        head += word
        if place and word in names.carrying:
            return head
    return ""


def _is_deed(namer: Namer, names: NameWords, word: str) -> bool:
    verb = word[_VERB:]
    return namer.is_verb(word) or word in names.series_deeds or (len(word) == _VERB * 2 and word[:_VERB] in names.series_manners and namer.is_verb(verb))
