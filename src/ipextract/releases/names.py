"""The forms of a name by which it is found again in another release."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from ipextract.checking.names import NameWords, folded
from ipextract.lexicon import Lexicon
from ipextract.patterns import compiled, lazily

_BRACKETS = lazily(compiled, r"[(（]([^()（）]*)[)）]")
# A name of one character tells nothing: what taking words away would make so short stays as it was.
_SHORTEST = 2
_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True)
class Form:
    """A name taken apart.

    Attributes:
        exact: the name in one spelling; width, case and marks make no difference.
        normal: without brackets and words that change nothing, every word in one wording.
        terms: what brackets say that the name takes in or leaves out, in one spelling.
    """

    exact: str
    normal: str
    terms: frozenset[str]


class Names:
    """Forms of names, and how like two of them are.

    Args:
        lexicon: whose words may be left out, stand for each other, or narrow a name.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        alike = [(folded(other), folded(word)) for word, others in lexicon.table("comparison.names.alike").items() for other in (*others, word)]
        self._alike = dict(sorted(alike, key=lambda pair: -len(pair[0])))
        self._wordings = _any_of(self._alike)
        self._fillers = _any_of(map(folded, lexicon.words("comparison.names.fillers")))
        self._openers = tuple(map(folded, lexicon.words("comparison.names.openers")))
        self._endings = tuple(sorted(map(folded, lexicon.words("comparison.names.endings")), key=len, reverse=True))
        self._brackets = lexicon.words("comparison.definitions.brackets")
        # A group or a grade put into a name makes another indicator of it (出口, 机电产品出口), as does a word that narrows.
        verbs = (word for path in ("verbs", "results") for word in lexicon.words(f"measures.{path}") if len(word) > 1)
        self._narrowing = tuple(map(folded, (*lexicon.words("comparison.names.narrowing"), *verbs)))
        # So does another measure behind the name (私营企业, 私营企业产值).
        self._kinds = tuple(map(folded, (word for path in ("groups", "modifiers", "measures") for word in lexicon.words(f"measures.{path}"))))
        self._light = frozenset(map(folded, (*lexicon.words("measures.light"), *lexicon.words("comparison.names.light"))))
        self.core = NameWords(lexicon).core
        self.form = lru_cache(_REMEMBERED)(self._form)

    def _form(self, name: str, place: str) -> Form:
        """The forms of `name`, which is said of the region called `place`."""
        plain, inside = unicodedata.normalize("NFKC", name), []
        while found := _BRACKETS.search(plain):  # from the inside out
            inside.append(found.group(1))
            plain = plain[: found.start()] + plain[found.end() :]
        terms = frozenset(folded(words) for words in inside if words.startswith(self._brackets))
        return Form(folded(name), self._normal(plain, place), terms)

    def _normal(self, plain: str, place: str) -> str:
        text = _shortened(folded(plain), self._cut)
        text = self._wordings.sub(lambda match: self._alike[match.group()], text)
        return _shortened(text, lambda word: self.core(word, place))

    def _cut(self, text: str) -> str:
        text = self._fillers.sub("", text)
        for opener in self._openers:
            text = text.removeprefix(opener) if len(text) - len(opener) >= _SHORTEST else text
        for ending in self._endings:
            if text.endswith(ending) and len(text) - len(ending) >= _SHORTEST:
                return text.removesuffix(ending)
        return text

    def likeness(self, one: str, two: str, least: float = 0) -> float:
        """How like two normal forms are: twice the characters they share in order, over all their characters.

        Names that cannot reach `least` are not looked at more closely: they count as 0.
        """
        matcher = SequenceMatcher(None, one, two, autojunk=False)
        return matcher.ratio() if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least else 0

    def narrowed(self, one: str, two: str) -> bool:
        """Whether what one of two normal forms has and the other lacks makes two things of them.

        One must be the other with words put in, none of which narrows: 意外险收入 and 意外伤害险收入 pass,
        公路货运量 and 水路货运量 do not, nor 专利授权 and 发明专利授权.
        """
        sides: set[str] = set()
        for kind, start, end, first, last in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
            if kind == "replace":
                return True
            piece = one[start:end] if kind == "delete" else two[first:last]
            if kind != "equal":
                sides.add(kind)
                if self._narrows(piece):
                    return True
        return len(sides) > 1

    def _narrows(self, piece: str) -> bool:
        """Whether a piece put into a name makes another of it; one character does, where it is no light word (小型, 小微型)."""
        if piece in self._light:
            return False
        return len(piece) == 1 or piece.endswith(self._kinds) or any(word in piece for word in self._narrowing)


def _any_of(words: Iterable[str]) -> regex.Pattern[str]:
    """A pattern of the words, the longest first; one that finds nothing where there are none."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return compiled("|".join(map(regex.escape, listed)) if listed else r"(?!)")


def _shortened(text: str, cut: Callable[[str], str]) -> str:
    shorter = cut(text)
    return shorter if len(shorter) >= _SHORTEST else text
