"""How patterns are made of lists of words."""

from __future__ import annotations

from collections.abc import Sequence

import regex


def either(words: Sequence[str]) -> str:
    """The alternatives of a pattern, longest first, so that 全国同类城市 is found before 全国."""
    return in_order(sorted(words, key=len, reverse=True))


def in_order(words: Sequence[str]) -> str:
    """The alternatives of a pattern in the order of the list."""
    # Chinese words need no escaping, and to ask costs less than to escape.
    return "|".join([word if word.isalnum() else regex.escape(word) for word in words])


def but_not(words: Sequence[str]) -> str:
    """What keeps a pattern from going on with one of `words`; nothing where there are none."""
    return f"(?!{either(words)})" if words else ""
