"""One deed done to several things, told one after the other: 圆满办结人大代表建议412件、政协提案356件."""

from __future__ import annotations

from ipextract.linking.walk import Walk

# 清单化项目化改造: a deed has at most so many words, with those that say how it was done.
_LONGEST_DEED = 6
# 有效应对 is one word of the dictionary.
_VERB = 2


def deed_in_front(walk: Walk, name: str) -> str:
    """圆满办结 of 圆满办结人大代表建议: the deed that a name begins with, and how it was done; empty where there is none."""
    words, head, names = walk.namer.words(name), "", walk.vocabulary.names
    for place, word in enumerate(words[: min(_LONGEST_DEED, len(words) - 1)]):
        head += word
        if _is_deed(walk, word) or head in names.series_deeds:
            # 巩固提升乡村学校: two deeds to one thing.
            following = words[place + 1]
            return head + (following if following in names.series_deeds and place + 2 < len(words) else "")
        if not (word in names.series_manners or word in names.made_by or words[place + 1] in names.made_by):
            return ""
    return ""


def is_deed_alone(walk: Walk, label: str) -> bool:
    """班列线路覆盖, 线下联动, 提质升级: whether what follows the words is what they are done to."""
    words, deeds = walk.namer.words(label), walk.vocabulary.names.series_deeds
    return _is_deed(walk, words[-1]) or label in deeds or "".join(words[-2:]) in deeds


def sender(walk: Walk, name: str) -> str:
    """货运班列发送 of 货运班列发送旅客: who carries or draws what is counted, with the deed; empty where none does."""
    words, head = walk.namer.words(name), ""
    for place, word in enumerate(words[:-1]):
        head += word
        if place and word in walk.vocabulary.names.carrying:
            return head
    return ""


def _is_deed(walk: Walk, word: str) -> bool:
    names, verb = walk.vocabulary.names, word[_VERB:]
    return walk.namer.is_verb(word) or word in names.series_deeds or (len(word) == _VERB * 2 and word[:_VERB] in names.series_manners and walk.namer.is_verb(verb))
