"""Patterns that are compiled when they are first asked: to import a module that names some costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")

P = ParamSpec("P")
T = TypeVar("T")


class _Lazy:
    """Takes the methods of a compiled pattern for its own at the first use; from then on it is as fast as that."""

    __slots__ = ("_compile", *_METHODS)

    def __init__(self, compiler: Callable[[], Any]) -> None:
        self._compile = compiler

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        # Reached as long as the slots are empty.
        compiled = self._compile()
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(compiler: Callable[P, T], *arguments: P.args, **options: P.kwargs) -> T:
    """What `compiler(*arguments, **options)` gives, compiled at its first use.

    Args:
        compiler: `re.compile` or `regex.compile`.
        arguments: its arguments.
        options: its arguments by name.

    Returns:
        Something with the methods of a compiled pattern.
    """
    return cast("T", _Lazy(lambda: compiler(*arguments, **options)))
