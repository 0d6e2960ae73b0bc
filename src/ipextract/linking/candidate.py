"""A number that may be no claim, with the words around it."""

from __future__ import annotations

from functools import cached_property

from ipextract.linking.between_numbers import split_between
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Amount, Token


class Candidate:
    """A number that may be no claim, with the words around it.

    Attributes:
        walk: the walk.
        index: the number's token.
        start: the first token of the words before it.
        token: the token itself.
        amount: the number.
        is_counted: whether it is an amount with a unit.
        is_bounded: 以上, a range, 超过: whether the number is no exact one.
        has_words_behind: whether words of its own follow at once.
        next_number: the next number of the clause.
    """

    def __init__(self, walk: Walk, index: int, start: int) -> None:
        self.walk, self.index, self.start = walk, index, start
        self.token: Token = walk.tokens[index]
        self.amount: Amount = self.token.value
        self.is_counted = self.token.letter == "#"
        self.is_bounded = self.amount.bounded_after or self.amount.upper is not None or self.amount.bounded_before
        self.has_words_behind = self._has_words_behind()
        self.next_number = walk.row.next_number(index)

    @property
    def facts(self) -> str:
        """What questions ask for first, by letters: Counted, Bounded, Words behind, a Number behind in its clause, Unitless; in a sentence that Defines, or in a bracKet."""
        return (
            f"{'C' if self.is_counted else ''}{'B' if self.is_bounded else ''}{'W' if self.has_words_behind else ''}{'N' if self.next_number is not None else ''}"
            f"{'U' if self.token.letter == 'U' else ''}{'D' if self.walk.defines else ''}{'K' if self.walk.brackets else ''}"
        )

    def _has_words_behind(self) -> bool:
        following = self.walk.row.after(self.index)
        if following is None or following.letter not in "XRNVEPWK" or following.end == following.start:
            return False
        return self.walk.row.words(self.index + 1) not in self.walk.vocabulary.after_numbers

    @cached_property
    def label(self) -> str:
        """The words before it."""
        return self.walk.label_text(self.start, self.index)

    @cached_property
    def split(self) -> tuple[str, str] | None:
        """The noun of this number and the label of the next, where a verb of having stands between them."""
        return None if self.next_number is None else split_between(self.walk, self.index, self.next_number)
