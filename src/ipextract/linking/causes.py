"""Why something changed, between what changed and how: 客运量受疫情影响下降35%."""

from __future__ import annotations

from dataclasses import replace

from ipextract.linking.vocabulary import Vocabulary
from ipextract.rules.tokens import NUMBERS, Token

# A change: its basis, its verb, or that there was none.
_CHANGES = frozenset("BVH")


def set_causes_apart(text: str, tokens: list[Token], vocabulary: Vocabulary) -> tuple[list[Token], list[Token]]:
    """The tokens without those that say why right in front of how something changed, and these: 受疫情影响|下降35%, 在新产品带动下|增长12%."""
    found = list(vocabulary.clauses.why_changed.finditer(text))
    begins = {token.start for token in tokens if token.letter in _CHANGES} if found else set()
    kept, apart = tokens, []
    for match in found:
        start, end = match.start(), match.end("why") if match.end("why") in begins else match.end()
        within = [token for token in kept if token.start < end and token.end > start]
        if end not in begins or not within or not NUMBERS.isdisjoint([token.letter for token in within]) or within[-1].end > end:
            continue
        first = within[0]
        head = [replace(first, end=start)] if first.start < start else []
        place = kept.index(first)
        apart += [replace(first, start=start), *within[1:]]
        kept = [*kept[:place], *head, *kept[place + len(within) :]]
    return kept, apart
