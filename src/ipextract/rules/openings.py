"""Which rules are tried at a place of a text: those whose expressions can begin with what stands there.

Two characters tell most of it. Where several rules can begin with them, a third is looked at; of a number all its
digits, and what follows them. A partial match of a pattern says whether it can begin so, and is asked once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import compress, count
from typing import Any

from ipextract.patterns import lazily
from ipextract.rules.lists import Lists, spelled_out, with_lists
from ipextract.rules.rule import ExpressionRule

# A character that no pattern and no word names, and that is in every range of Chinese characters as people write them: [一-龥] ends one behind it.
_UNNAMED = "\u9fa4"
_DIGITS = frozenset("0123456789")
_ANY_DIGIT = str.maketrans(dict.fromkeys("123456789", "0"))
# From how many trials on a rule is compiled for speed. Measured, `re` tries most patterns two to six times as fast, and takes some
# milliseconds to compile one with a list of units: one with few lists gains less than that of all amounts, which has many.
_OFTEN, _VERY_OFTEN = 1000, 4000
_FEW_LISTS = range(1, 8)
# A number as it opens an expression, with what follows it.
_NUMBER = lazily(re.compile, r"[0-9]{1,8}(?:\.[0-9]{1,4})?%?.?", re.DOTALL)
# A pattern of one character, or of one of a set.
_ONE = lazily(re.compile, r"[^\\.^$|?*+()\[{]|\[(?:[^\]\\^]|\\[\[\]])+\]")
# What has digits in a pattern that are none of the text.
_NO_TEXT = lazily(re.compile, r"\\u[0-9a-fA-F]{4}|\{\d+(?:,\d*)?\}|0-9|\?P<\w+>|\\L<\w+>")


class Trial:
    """A rule as it is tried at a place.

    Args:
        rule: the rule.
        lists: the word lists that patterns name.
        characters: of each list the characters that its words begin with, and all in them.

    Attributes:
        rule: the rule.
        match: what its pattern finds at a place of a text.
        is_plain: whether its token is the words and no more, and whatever its pattern finds is one.
        is_mark: whether its pattern is one of some characters, which needs no trial where it can begin.
    """

    __slots__ = ("_lists", "_names", "_often", "_opening", "_pattern", "_tried", "heads", "is_mark", "is_plain", "match", "of_digits", "rule")

    def __init__(self, rule: ExpressionRule, lists: Lists, characters: Mapping[str, tuple[frozenset[str], frozenset[str]]]) -> None:
        self.rule = rule
        self._lists = lists
        self._pattern = pattern = with_lists(rule.pattern, lists)
        self._tried = 0
        self._often = _VERY_OFTEN if rule.pattern.count(r"\L<") in _FEW_LISTS else _OFTEN
        self.is_plain = rule.letter not in "TB" and not rule.name.startswith(("number.", "plain.")) and not rule.whole and "(?P<pre>" not in rule.pattern
        self.is_mark = self.is_plain and _ONE.fullmatch(rule.pattern) is not None
        self.match: Callable[[str, int], Any] = self._match
        # A pattern that looks back says itself with what it begins, because nothing stands in front of an opening.
        asked = rule.starts or rule.pattern
        self._opening = with_lists(asked, lists) if rule.starts else pattern
        in_lists = [found for name, found in characters.items() if f"\\L<{name}>" in asked]
        named = frozenset(_NO_TEXT.sub("", asked))
        self.heads = named.union(*(heads for heads, _ in in_lists))
        self._names = named.union(*(all_of_them for _, all_of_them in in_lists))
        # Whether one digit is not like any other to it: 2024年 is a year, 2400年 is none.
        self.of_digits = not _DIGITS.isdisjoint(self.heads)

    def _match(self, text: str, position: int) -> Any:
        """What the pattern finds at `position`; one that is tried often is worth to be compiled once more."""
        self._tried += 1
        if self._tried == self._often:
            self.match = (spelled_out(self.rule.pattern, self._lists) or self._pattern).match
        return self._pattern.match(text, position)

    def beginning(self, opening: str) -> Any | None:
        """What shows that an expression of the rule can begin with `opening`: a match of all or of a part of it; None where none can."""
        return self._opening.match(opening, partial=True)

    def names(self, char: str) -> bool:
        """Whether its pattern or a word in it has `char`; to one that has not, one Chinese character is like any other."""
        return char in self._names


#: Trials in order of priority.
Trials = tuple[Trial, ...]


class Openings(dict[str, Trials]):
    """The rules that can begin with an opening of one or more characters, found out at the first asking.

    Args:
        rules: the rules in order of priority.
        lists: the word lists that their patterns name.
    """

    def __init__(self, rules: Iterable[ExpressionRule], lists: Lists) -> None:
        characters = {name: (frozenset(word[0] for word in words), frozenset("".join(words))) for name, words in lists.items()}
        self.trials = [Trial(rule, lists, characters) for rule in rules]
        self._by_head: dict[str, set[Trial]] = {}
        for trial in self.trials:
            for char in trial.heads:
                self._by_head.setdefault(char, set()).add(trial)
        # The rules that need no more than an opening: what follows it is theirs, too.
        self._content: dict[str, set[Trial]] = {}
        self._of_numbers: dict[tuple[str, str], Trials] = {}
        self._opens = _Opens(self)

    def places(self, text: str) -> Iterator[int]:
        """The places of `text` where a rule can begin by the character that stands there."""
        return compress(count(), map(self._opens.__getitem__, text))

    def __missing__(self, opening: str) -> Trials:
        found = self[opening] = tuple(self._beginning_with(opening))
        return found

    def _beginning_with(self, opening: str) -> Iterable[Trial]:
        before, last = opening[:-1], opening[-1]
        if "0" < last <= "9":
            alike = self[before + "0"]
            return (trial for trial in self._beginning(before) if (self._can_begin(trial, opening) if trial.of_digits else trial in alike))
        if not "\u4e00" <= last < _UNNAMED:
            return (trial for trial in self._beginning(before) if self._can_begin(trial, opening))
        alike = self[before + _UNNAMED]
        if before:
            return (trial for trial in self[before] if (self._can_begin(trial, opening) if trial.names(last) else trial in alike))
        named = self._by_head.get(last)
        return alike if named is None else (trial for trial in self.trials if (self._can_begin(trial, opening) if trial in named else trial in alike))

    def _beginning(self, opening: str) -> Iterable[Trial]:
        return self[opening] if opening else self.trials

    def _can_begin(self, trial: Trial, opening: str) -> bool:
        """Whether the rule is worth a trial where `opening` stands: one in doubt is."""
        if trial in self._content.get(opening[:-1], ()):
            found = True
        else:
            match = trial.beginning(opening)
            found = match is not None and not match.partial
            if not found:
                return match is not None
        self._content.setdefault(opening, set()).add(trial)
        return found

    def narrowed(self, trials: Trials, text: str, position: int) -> Trials:
        """Those of `trials`, which can begin with the two characters at `position` of `text`, that can begin with more of it."""
        if text[position] not in _DIGITS:
            return self[text[position : position + 3]]
        number = _NUMBER.match(text, position).group()  # type: ignore[union-attr]
        # The many numbers of texts have few shapes; a rule that names digits is asked about the first as they are.
        first, shape = number[:2] if number[2:3] in _DIGITS else number[:3], number.translate(_ANY_DIGIT)
        found = self._of_numbers.get((first, shape))
        if found is None:
            exactly, alike = self[first], self[shape]
            found = self._of_numbers[first, shape] = tuple(trial for trial in trials if trial in (exactly if trial.of_digits else alike))
        return found


class _Opens(dict[str, bool]):
    """Whether any rule can begin with a character."""

    def __init__(self, openings: Openings) -> None:
        self._openings = openings

    def __missing__(self, char: str) -> bool:
        found = self[char] = bool(self._openings[char])
        return found
