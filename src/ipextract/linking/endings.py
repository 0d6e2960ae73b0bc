"""Words taken from the ends of phrases."""

from __future__ import annotations

# So short a heading may be said again without being one.
_SHORTEST_TITLE = 4
# 市级, 市本级: whose it is, between a heading and the same words again.
_WHOSE = 3


def without_end(phrase: str, endings: tuple[str, ...]) -> str:
    """消费 of 消费水平: `phrase` without the first of `endings` that it ends with."""
    return phrase.removesuffix(next(ending for ending in endings if phrase.endswith(ending))) if phrase.endswith(endings) else phrase


def without_head(phrase: str, heads: tuple[str, ...]) -> str:
    """行业 of 各行业: `phrase` without the first of `heads` that it begins with."""
    return phrase.removeprefix(next(head for head in heads if phrase.startswith(head))) if phrase.startswith(heads) else phrase


def end_of(phrase: str, endings: tuple[str, ...]) -> str:
    """水平 of 消费水平: the first of `endings` that `phrase` ends with; empty where it ends with none, as most do."""
    return next(ending for ending in endings if phrase.endswith(ending)) if phrase.endswith(endings) else ""


def head_of(phrase: str, heads: tuple[str, ...]) -> str:
    """各 of 各行业: the first of `heads` that `phrase` begins with; empty where it begins with none."""
    return next(head for head in heads if phrase.startswith(head)) if phrase.startswith(heads) else ""


def said_again(words: str) -> int:
    """Of how many characters 国有资本经营预算 is, which 国有资本经营预算市级国有资本经营预算收入 begins with and says again behind whose it is; 0 where nothing is said twice."""
    sizes = range(len(words) // 2, _SHORTEST_TITLE - 1, -1)
    return next((size for size in sizes if 0 < words.find(words[:size], size) - size <= _WHOSE), 0)
