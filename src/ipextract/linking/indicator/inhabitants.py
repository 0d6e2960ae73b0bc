"""Households and heads that are told by their numbers alone: 辖12个行政村，共3200户、9800人."""

from __future__ import annotations

from ipextract.linking.frames import Draft
from ipextract.linking.walk import Walk

# 全镇, 该街道
_WHERE = 3
# Between the households and the heads: 3200户、9800人, 3200户9800人.
_BESIDE = frozenset(("##", "#/#", "#,#", "#,X#"))


def inhabitants(walk: Walk, index: int, first: int) -> str:
    """户数 of 全镇共有3200户, 人口 of 9800人 behind it: what the number alone counts of those who live in a place; empty where it counts others.

    Args:
        walk: the walk.
        index: the number's token, with no words of its own.
        first: the first token of the words before it.
    """
    names, unit = walk.vocabulary.names, walk.tokens[index].value.unit
    households, heads = names.households, names.inhabitants
    if unit not in (households[0], heads[0]):
        return ""
    last = walk.drafts[-1] if walk.drafts else None
    if unit == heads[0] and last is not None and last.indicator.endswith(households[1]) and last.aspect == "level" and walk.row.letters(last.token, index + 1) in _BESIDE:
        return _heads_of(walk, last.indicator)
    noun = households[1] if unit == households[0] else heads[1]
    if last is not None and last.token >= walk.sentence_start:
        reach = _places_told(walk, last)
        return reach + noun if reach is not None else ""
    # 发放补贴3200户。全镇共有9800人: of whoever was told of before.
    is_of_others = walk.frame is not None and walk.frame.unit in (households[0], *walk.vocabulary.people_units) and not walk.frame.name.endswith(names.inhabited)
    return noun if unit == households[0] and not is_of_others and _says_all(walk, index, first) else ""


def _heads_of(walk: Walk, told: str) -> str:
    """总人口 of 总户数; of 农户数, 农户人口."""
    names = walk.vocabulary.names
    whose = told.removesuffix(names.households[1])
    return (whose + names.households[0] if len(whose) == 1 and whose not in names.totals else whose) + names.inhabitants[1]


def _places_told(walk: Walk, last: Draft) -> str | None:
    """What is said with the places told right before of those who live there: nothing with 辖12个行政村, 涉及 with 涉及12个村; None where no such places were told, or something was done in them: 帮扶12个村."""
    names = walk.vocabulary.names
    if last.aspect != "level" or last.kind != "count" or not last.indicator.endswith(names.inhabited):
        return None
    place = max((noun for noun in names.inhabited if last.indicator.endswith(noun)), key=len)
    before = last.indicator.removesuffix(place)
    if before.startswith(names.reaching_places):
        return before if before in names.reaching_places else None
    # 该村村民小组, 全村下设村民小组
    return "" if not before or before.endswith((*names.administering, *names.settlements)) else None


def _says_all(walk: Walk, index: int, first: int) -> bool:
    """全镇共有: whether the words before the number say no more than that there are so many in the place told of."""
    names = walk.vocabulary.names
    said = walk.row.words_between(first, index).strip()
    having = max((word for word in names.all_of_them if said.endswith(word)), key=len, default="")
    where = said.removesuffix(having)
    return bool(having) and len(where) <= _WHERE and where.endswith(names.settlements)
