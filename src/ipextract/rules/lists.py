r"""Patterns with word lists in them (`\L<unit>`), compiled in two ways.

`regex` knows word lists, looks back at words of any length and can say that a text might begin a match. `re` can do
neither, and is several times as fast where the words are spelled out; to compile a pattern for it takes longer, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ipextract.patterns import compiled, lazily

#: Words by the name of their list.
Lists = dict[str, list[str]]

_LIST = lazily(re.compile, r"\\L<(\w+)>")
_LOOKS_BACK = lazily(re.compile, r"\(\?<([=!])\\L<(\w+)>\)")
# What `re` reads otherwise, warns of, or got wrong before 3.11.5: sets in sets, inexact matches, possessive groups.
_READ_OTHERWISE = lazily(re.compile, r"\[\[|--|&&|\|\||~~|\{(?!\d)|\)(?:[+*?]|\{[\d,]+\})\+")


def with_lists(pattern: str, lists: Lists) -> Any:
    """`pattern`, compiled by `regex` with the word lists that it names."""
    named: dict[str, Any] = {name: words for name, words in lists.items() if f"\\L<{name}>" in pattern}
    return compiled(pattern, **named)


def spelled_out(pattern: str, lists: Lists) -> Any | None:
    """`pattern`, compiled by `re` with the words of its lists; None where `re` cannot find the same."""
    if _READ_OTHERWISE.search(pattern) or not all(lists[name] for name in _LIST.findall(pattern)):
        return None
    looking = _LOOKS_BACK.sub(lambda found: _behind(found[1], lists[found[2]]), pattern)
    spelled = _LIST.sub(lambda found: _either(lists[found[1]]), looking)
    try:
        return re.compile(spelled)
    except re.error:
        return None


def _behind(sign: str, words: Iterable[str]) -> str:
    """A look back at any of `words`: one for each length, as `re` wants them."""
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    looks = [f"(?<{sign}{_either(alike)})" for alike in by_length.values()]
    return "".join(looks) if sign == "!" else f"(?:{'|'.join(looks)})"


def _either(words: Iterable[str]) -> str:
    """A pattern of `words` that tries a longer one before a shorter, as `regex` does with a list: a tree by their characters."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for char in word:
            branch = branch.setdefault(char, {})
        branch[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(tree: dict[str, Any]) -> str:
    by_rest: dict[str, list[str]] = {}
    for char, rest in tree.items():
        if char:
            by_rest.setdefault(_branches(rest), []).append(re.escape(char))
    branches = [(chars[0] if len(chars) == 1 else f"[{''.join(chars)}]") + rest for rest, chars in by_rest.items()]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")
