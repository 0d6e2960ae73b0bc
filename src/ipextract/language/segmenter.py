"""Words: one small interface, two engines of the same algorithm and dictionary.

`rjieba` is jieba in Rust; `jieba` is the original. Both run without the hidden Markov model, so that
the words are those of the dictionary and equal from engine to engine. Numbers never come here: the
rules take them out first (jieba cuts 13,823 apart, rjieba keeps 2024-2026 whole).
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import threading
from collections.abc import Iterable
from typing import Any, Literal, Protocol

from ipextract.language.dictionary import find_dictionary

EngineName = Literal["auto", "rjieba", "jieba"]


class Segmenter(Protocol):
    """Anything that cuts a phrase into words."""

    name: str

    def words(self, phrase: str) -> list[str]:
        """The words of `phrase`, in order; joined they are the phrase again."""
        ...


class RjiebaSegmenter:
    """jieba's dictionary and algorithm in Rust; the dictionary is loaded at the first call."""

    name = "rjieba"

    def __init__(self) -> None:
        self._cut: Any = None
        self._seen: dict[str, list[str]] = {}

    def words(self, phrase: str) -> list[str]:
        found = self._seen.get(phrase)
        if found is None:
            if self._cut is None:
                self._cut = importlib.import_module("rjieba").cut
            found = [word for piece in _pieces(phrase) for word in self._cut(piece, False)]
            _remember(self._seen, phrase, found)
        return found

    def __reduce__(self) -> tuple[type[RjiebaSegmenter], tuple[()]]:
        return (RjiebaSegmenter, ())


class JiebaSegmenter:
    """The original jieba as a tokenizer of our own: silent, without a cache file, without shared state.

    jieba's `initialize()` would read a marshal file from the shared temporary directory, whose name
    anyone can guess, and log four lines; filling the prefix dictionary directly does neither.
    """

    name = "jieba"

    def __init__(self) -> None:
        self._tokenizer: Any = None
        self._seen: dict[str, list[str]] = {}
        self._lock = threading.Lock()

    def words(self, phrase: str) -> list[str]:
        found = self._seen.get(phrase)
        if found is None:
            if self._tokenizer is None:
                with self._lock:
                    if self._tokenizer is None:
                        self._tokenizer = _own_tokenizer()
            found = [word for piece in _pieces(phrase) for word in self._tokenizer.cut(piece, HMM=False)]
            _remember(self._seen, phrase, found)
        return found

    def __reduce__(self) -> tuple[type[JiebaSegmenter], tuple[()]]:
        return (JiebaSegmenter, ())


# The characters of a dozen notices: as many cost as much to look up as the engine to load.
_LOOKED_UP = 10_000


class PatientSegmenter:
    """The words of an engine that is loaded when it pays: those of a first short text are looked up in the dictionary's file.

    Args:
        engine: what cuts the rest.
    """

    def __init__(self, engine: Segmenter) -> None:
        self.name = engine.name
        self._engine = engine
        self._seen: dict[str, list[str]] = {}
        self._dictionary = find_dictionary()
        self._left = _LOOKED_UP

    def words(self, phrase: str) -> list[str]:
        found = self._seen.get(phrase)
        if found is not None:
            return found
        self._left -= len(phrase)
        if self._left >= 0 and self._dictionary is not None and len(phrase) <= _LONGEST:
            found = self._dictionary.words(phrase)
        if found is None:
            return self._engine.words(phrase)
        self._seen[phrase] = found
        return found

    def __reduce__(self) -> tuple[type[PatientSegmenter], tuple[Segmenter]]:
        return (PatientSegmenter, (self._engine,))


class OwnWords:
    """The words of another segmenter, with words of our own that its dictionary cuts: 约谈, not 约 and 谈.

    A quotation and the title of a book are one word, and so is a fixed expression: nothing is taken off the
    head of “三年全面提升”, and 继续教育 is neither 继续 nor 教育.

    Args:
        segmenter: the engine.
        own: words that are whole; only ones that the engine cuts to single characters are joined again.
        fixed: expressions that are one word wherever they stand.
        apart: words of one character that are words of their own in front of one of `own`, where the engine has both as one (共出动).
    """

    def __init__(self, segmenter: Segmenter, own: frozenset[str], fixed: Iterable[str] = (), apart: frozenset[str] = frozenset()) -> None:
        self._segmenter = segmenter
        self._own, self._apart = own, apart
        self._whole = re.compile("|".join((r"(“[^“”]*”|《[^《》]*》", *map(re.escape, sorted(fixed, key=len, reverse=True)))) + ")")
        self._seen: dict[str, list[str]] = {}

    def words(self, phrase: str) -> list[str]:
        try:
            return self._seen[phrase]
        except KeyError:
            found: list[str] = []
            for number, piece in enumerate(self._whole.split(phrase)):
                found += [piece] if number % 2 else self._joined(self._segmenter.words(piece)) if piece else []
            _remember(self._seen, phrase, found)
            return found

    def _joined(self, words: list[str]) -> list[str]:
        out: list[str] = []
        for word in words:
            if out and len(word) == 1 and len(out[-1]) == 1 and out[-1] + word in self._own:
                out[-1] += word
            elif word[0] in self._apart and word[1:] in self._own:
                out += word[0], word[1:]
            else:
                out.append(word)
        return out


# No name is longer; a dictionary's graph of one character ten thousand times over takes gigabytes.
_LONGEST = 256


def _pieces(phrase: str) -> list[str]:
    """`phrase` in pieces that an engine cuts in time that grows with their length alone."""
    return [phrase[start : start + _LONGEST] for start in range(0, len(phrase), _LONGEST)] if len(phrase) > _LONGEST else [phrase]


# Labels repeat within a release; the memory of them is bounded so that a corpus does not grow it.
_REMEMBERED = 8192


def _remember(seen: dict[str, list[str]], phrase: str, words: list[str]) -> None:
    if len(phrase) > _LONGEST:
        return
    if len(seen) >= _REMEMBERED:
        seen.clear()
    seen[phrase] = words


def _own_tokenizer() -> Any:
    import logging
    import warnings

    logger = logging.getLogger("jieba")
    handlers, level = list(logger.handlers), logger.level
    with warnings.catch_warnings():
        # Older setuptools warn that pkg_resources, which jieba imports, is deprecated: not the user's concern.
        warnings.simplefilter("ignore")
        jieba = importlib.import_module("jieba")
    # jieba adds a stream handler and sets DEBUG on import; both are put back as they were.
    logger.handlers[:] = handlers
    logger.setLevel(level)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def make_segmenter(name: EngineName = "auto") -> Segmenter:
    """The segmenter called `name`; `auto` takes rjieba where it is installed, else jieba, and neither for a first short text.

    Raises:
        ValueError: for a name that is none of auto, rjieba, jieba.
    """
    if name == "auto":
        return PatientSegmenter(make_segmenter("rjieba" if importlib.util.find_spec("rjieba") else "jieba"))
    if name == "rjieba":
        if not importlib.util.find_spec("rjieba"):
            raise ValueError("the segmenter rjieba is not installed: pip install rjieba, or choose jieba")
        return RjiebaSegmenter()
    if name == "jieba":
        return JiebaSegmenter()
    raise ValueError(f"no segmenter called {name!r}: choose auto, rjieba or jieba")
