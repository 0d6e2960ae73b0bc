"""A number's own words, beside what they may continue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ipextract.linking.cleaning import Parts
from ipextract.linking.frames import Frame
from ipextract.linking.labels import Namer
from ipextract.linking.vocabulary import Vocabulary
from ipextract.linking.walk import Walk
from ipextract.rules.tokens import Amount


@dataclass(frozen=True)
class Label:
    """A number's own words, and what they may continue.

    Attributes:
        walk: the walk.
        index: the number's token.
        text: the words.
        amount: the number.
        aspect: what it states.
        frame: the indicator before.
    """

    walk: Walk
    index: int
    text: str
    amount: Amount
    aspect: str
    frame: Frame

    @property
    def namer(self) -> Namer:
        return self.walk.namer

    @property
    def vocabulary(self) -> Vocabulary:
        return self.walk.vocabulary

    @property
    def is_level(self) -> bool:
        return self.aspect == "level"

    @property
    def is_rate_of_change(self) -> bool:
        return self.aspect == "change" and self.amount.kind == "percentage"

    @property
    def in_same_sentence(self) -> bool:
        return self.frame.sentence == self.walk.sentence

    @property
    def has_same_unit(self) -> bool:
        return self.amount.unit == self.frame.unit

    @cached_property
    def parts(self) -> Parts:
        """The words taken apart."""
        return self.namer.take_apart(self.text)
