"""Which stated changes can be compared with the values that are printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ipextract.lexicon import Lexicon
from ipextract.models import Claim
from ipextract.releases.models import Why
from ipextract.releases.observations import Observed

_STOPS = "。；！？\n"
_HEAD = 12


class Growth:
    """Whether a change is one of the values as they are printed.

    The growth of 增加值 is stated at constant prices, and a sentence may say that its base was made comparable:
    neither need follow from two printed values.

    Args:
        lexicon: the words that say so.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._real = tuple(word.upper() for word in lexicon.words("comparison.growth.real"))
        self._comparable = lexicon.words("comparison.growth.comparable")
        self._parts = lexicon.words("triggers.frame.parts")

    def reason(self, change: Claim, release: Observed, names: Iterable[str]) -> Why | None:
        """Why a difference between the change and the values would say nothing; None where it would.

        Args:
            change: the stated change.
            release: the release that states it.
            names: what the thing is called.
        """
        called = [unicodedata.normalize("NFKC", name).upper() for name in (*names, change.indicator)]
        if any(word in name for word in self._real for name in called):
            return "constant_prices"
        text = release.extraction.document.text
        if text is None:
            return "no_text"
        if any(word in self._sentence(change, text) for word in self._comparable):
            return "comparable_basis"
        return None

    def _sentence(self, change: Claim, text: str) -> str:
        """The sentence of a change, with the one before it where it only goes on with that: 其中，税收收入…."""
        start, end = change.evidence.sentence.start, change.evidence.sentence.end
        sentence = text[start:end]
        if sentence.lstrip()[:_HEAD].startswith(self._parts) and start:
            start = max(text.rfind(stop, 0, start - 1) for stop in _STOPS) + 1
        return "".join((text[start:end], change.change.text or "" if change.change else ""))
