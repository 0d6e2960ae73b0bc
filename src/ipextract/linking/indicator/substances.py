"""Of what a concentration is, and what the days are counted of that a rate of air is on."""

from __future__ import annotations

from ipextract.linking.vocabulary import Vocabulary


def air_of(name: str, text: str, vocabulary: Vocabulary) -> str:
    """城区空气质量 of 城区空气质量优良天数, where `text` is a rate of such days; empty where it is none."""
    names = vocabulary.names
    if text not in names.air_rates or not name.endswith(names.days):
        return ""
    return next((name[: name.index(word) + len(word)] for word in names.air if word in name), "")


def substance_of(name: str, vocabulary: Vocabulary) -> str:
    """臭氧 of 臭氧日最大8小时平均浓度: of what a concentration is; empty where the name is of none."""
    head = next((name.partition(word)[0] for word in vocabulary.names.concentrations if word in name), "")
    for word in vocabulary.names.averaged_over:
        head = head.partition(word)[0]
    return head


def substance_before(name: str, vocabulary: Vocabulary) -> str:
    """一氧化碳 of 一氧化碳年均浓度 or of 一氧化碳达标率; empty where the name is of none."""
    days = max((word for word in vocabulary.names.of_substances if name.endswith(word)), key=len, default="")
    return substance_of(name, vocabulary) or (name.removesuffix(days) if days else "")


def says_no_substance(text: str, vocabulary: Vocabulary) -> bool:
    """日均值范围, 年日均值第95百分位数浓度, and not 臭氧浓度: whether a concentration is told without what it is of."""
    names = vocabulary.names
    return text.startswith(names.averaged_over) and any(word in text for word in names.concentrations) and not substance_of(text, vocabulary)
