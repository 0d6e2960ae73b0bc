"""When two names mean the same thing, and what a name says of the arithmetic that can be done with its levels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import regex

from ipextract.lexicon import Lexicon
from ipextract.patterns import compiled, lazily

_MARKS = lazily(compiled, r"[\p{P}\p{S}\s的]++")
_LAST_DIGIT = lazily(compiled, r"\d\W*$")


def folded(name: str) -> str:
    """One spelling: width, case, marks and 的 make no difference."""
    spelled = unicodedata.normalize("NFKC", name)
    return (spelled if spelled.isalnum() and "的" not in spelled else _MARKS.sub("", spelled)).lower()


def cut_short(name: str) -> bool:
    """Whether a digit ends the name: 水利建设投资6 before 842.7亿元 is a number that was cut in two."""
    return _LAST_DIGIT.search(name) is not None


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))


class NameWords:
    """What the words of a name say (the data file checks.toml).

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        pointing, divisions, openers, its, others = (either(words(f"checks.names.{key}")) for key in ("pointing", "divisions", "openers", "its", "others"))
        self._openers = compiled(rf"^(?:(?:{pointing})(?:{divisions})|{openers}|(?:{its})(?!{others}))++")
        self._endings = compiled(rf"(?<=[\p{{Han}}]{{2}})(?:{either(words('checks.names.endings'))})$")
        self._same = {folded(other): folded(word) for word, others in lexicon.table("checks.names.same").items() for other in (word, *others)}
        self._totals = frozenset(("", *words("checks.names.totals")))
        self._total, self._opposed = words("checks.names.total"), words("checks.names.opposed")
        self._nested, self._means = compiled(either(words("checks.sums.nested"))), words("checks.sums.means")
        # It is asked of every amount.
        self._not_additive = compiled(either(words("checks.sums.not_additive")))
        self._real = tuple(word.lower() for word in words("checks.growth.real"))
        self._other_terms = words("checks.growth.other_terms")

    def core(self, name: str, place: str = "") -> str:
        """What is measured, without the words that only point or count.

        Args:
            name: an indicator, or a whole as it is printed.
            place: the name of the region that it is said of.

        >>> from ipextract.lexicon import load_lexicon
        >>> core = NameWords(load_lexicon()).core
        >>> core("全市专利授权总量"), core("无锡市专利授权量", "无锡市"), core("进出口总额")
        ('专利授权', '专利授权', '进出口')
        >>> core("国内生产总值") == core("GDP")
        True
        """
        text = folded(name)
        # 无锡市 and 无锡; most names begin with neither.
        for word in (place, place[:-1]) if place and text.startswith(place[:-1]) else ():
            if len(word) > 1 and text.startswith(word) and len(text) > len(word):
                text = text.removeprefix(word)
                break
        text = self._openers.sub("", text)
        same = self._same.get(text)
        return self._endings.sub("", text) if same is None else same

    def pointing(self, name: str) -> bool:
        """Whether the name is a bare word for a total (总量, 总数, 全部): it points to what was said before."""
        return self.core(name) in self._totals

    def continues(self, longer: str, name: str) -> bool:
        """占授权总量 under 专利授权量, 占总人口比重 under 常住人口: the whole repeats the end of its own name."""
        if name.startswith(self._total) and len(name) > 2:
            name = name[1:]
        # 出口 is no short form of 进出口, nor 税收收入 of 非税收入.
        return len(name) > 1 and longer.endswith(name) and not longer.removesuffix(name).endswith(self._opposed)

    def nested(self, name: str) -> bool:
        """Whether a level of this name may contain the one beside it: 省级以上14个, 市级以上（含省级）40个."""
        return self._nested.search(name) is not None

    def additive(self, name: str, *, of_means: bool = False) -> bool:
        """Whether parts add up to a total of this name.

        Args:
            name: of the total.
            of_means: whether a mean over all people is taken for a total, as it is of its sources.
        """
        for word in self._means if of_means else ():
            name = name.replace(word, "")
        return self._not_additive.search(name) is None

    def at_constant_prices(self, name: str) -> bool:
        """Whether growth of this is stated at constant prices, and its levels at current ones."""
        lower = name.lower()
        return any(word in lower for word in self._real)

    def at_other_terms(self, sentence: str) -> bool:
        """Whether a sentence speaks of growth at comparable prices or coverage: no rate in it need follow from its amounts.

        >>> from ipextract.lexicon import load_lexicon
        >>> words = NameWords(load_lexicon())
        >>> words.at_other_terms("增值税1200亿元，比上年增加80亿元，同口径增长9.1%"), words.at_other_terms("比上年增加80件，增长9.1%")
        (True, False)
        """
        return any(word in sentence for word in self._other_terms)
