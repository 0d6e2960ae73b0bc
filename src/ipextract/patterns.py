"""Patterns: compiled when they are first asked, and where the package was built with its store, not even then.

To compile the patterns of one notice takes longer than to read ten notices with them. The store holds
them as `regex` itself pickles a compiled pattern; `scripts/build_stores.py` writes it when the package
is built or installed. It is a shortcut and nothing else: a pattern that is not in it, because a rule or a
user's lexicon has changed since, or all of them, because another `regex` is installed, are compiled.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import regex

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")

#: Beside this module, written when the package is built.
STORE = Path(__file__).with_name("patterns.pickle")

#: A pattern's text and the word lists that it names.
Key = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]

P = ParamSpec("P")
T = TypeVar("T")


class Lazy:
    """Takes the methods of a compiled pattern for its own at the first use; from then on it is as fast as that."""

    __slots__ = ("_compile", *_METHODS)

    def __init__(self, compiler: Callable[[], Any]) -> None:
        self._compile = compiler

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # Reached as long as the slots are empty, and for what has none, as groupindex.
        pattern = self._compile()
        self._compile = lambda: pattern
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazily(compiler: Callable[P, T], *arguments: P.args, **options: P.kwargs) -> T:
    """What `compiler(*arguments, **options)` gives, compiled at its first use.

    Args:
        compiler: `re.compile` or `compiled`.
        arguments: its arguments.
        options: its arguments by name.

    Returns:
        Something with the methods of a compiled pattern.
    """
    return cast("T", Lazy(lambda: compiler(*arguments, **options)))


def compiled(pattern: str, **lists: Collection[str]) -> regex.Pattern[str]:
    r"""The pattern, from the store or by `regex.compile`.

    Args:
        pattern: its text.
        lists: the word lists that it names as `\L<name>`.
    """
    store, asked = _stored(), key(pattern, lists)
    found = store.get(asked)
    if found is None:
        return regex.compile(pattern, **cast("Any", lists))
    if isinstance(found, bytes):
        found = store[asked] = cast("regex.Pattern[str]", pickle.loads(found))  # noqa: S301 - of a file of the package, like its modules
    return found


def key(pattern: str, lists: dict[str, Collection[str]]) -> Key:
    """What a pattern is stored under: all that it is compiled from."""
    return pattern, tuple((name, tuple(words)) for name, words in sorted(lists.items()))


def version() -> str:
    """Whose patterns a store holds: of another release of `regex` none is taken."""
    return str(regex.__version__)


def write_store(patterns: Mapping[Key, regex.Pattern[str]]) -> Path:
    """Writes the store of `patterns`, each pickled by itself, for one notice needs a part of them; returns the file written."""
    # Whole or not at all: somebody may be starting the command now.
    beside = STORE.with_suffix(".new")
    with beside.open("wb") as file:
        pickle.dump(version(), file)
        pickle.dump({key: pickle.dumps(pattern) for key, pattern in patterns.items()}, file)
    return beside.replace(STORE)


@cache
def _stored() -> dict[Key, bytes | regex.Pattern[str]]:
    """Each pattern as it was pickled, until it is asked for."""
    if not STORE.is_file():
        return {}
    with STORE.open("rb") as file:
        # Two pickles: the second, of patterns that only the same release can read, is not touched without it.
        if pickle.load(file) != version():  # noqa: S301 - a file of the package, like its modules
            return {}
        return cast("dict[Key, bytes | regex.Pattern[str]]", pickle.load(file))  # noqa: S301
