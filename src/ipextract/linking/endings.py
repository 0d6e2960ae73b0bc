"""Words taken from the ends of phrases."""

from __future__ import annotations


def without_end(phrase: str, endings: tuple[str, ...]) -> str:
    """消费 of 消费水平: `phrase` without the first of `endings` that it ends with."""
    return phrase.removesuffix(next(ending for ending in endings if phrase.endswith(ending))) if phrase.endswith(endings) else phrase


def without_head(phrase: str, heads: tuple[str, ...]) -> str:
    """行业 of 各行业: `phrase` without the first of `heads` that it begins with."""
    return phrase.removeprefix(next(head for head in heads if phrase.startswith(head))) if phrase.startswith(heads) else phrase
