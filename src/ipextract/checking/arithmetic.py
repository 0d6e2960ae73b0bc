"""What the document's own arithmetic says of its claims.

Every check is exact: decimals throughout, compared to the places that were printed, with the slack that
the rounding of the printed operands allows. A check is made only where it is sure what is compared with
what: a missed check costs less than a false alarm. The claims of a check stand in this order:

| type | claims |
|---|---|
| `share` | the share, the part, the whole; for a figure per head, the figure, the amount, the people |
| `change` | the change, the level, the base level or the absolute change |
| `sum` | the total, its parts; for parts in per cent (1.8:33.7:64.5), the parts, which make 100; for a surplus, the exports, the imports and the surplus |
| `repeat` | the places, in the order of the text |
"""

from __future__ import annotations

from collections.abc import Sequence

from ipextract.checking.book import Book
from ipextract.checking.changes import check_changes
from ipextract.checking.per_head import check_per_head
from ipextract.checking.repeats import check_repeats
from ipextract.checking.shares import check_shares
from ipextract.checking.structures import check_structures
from ipextract.checking.sums import check_sums
from ipextract.checking.vocabulary import CheckWords, built_in_words
from ipextract.models import Check, Claim

_KINDS = (check_shares, check_per_head, check_structures, check_changes, check_sums, check_repeats)


def check_claims(claims: Sequence[Claim], text: str = "", words: CheckWords | None = None) -> tuple[Check, ...]:
    """The checks of one document, in the order of the claims that they start from.

    Args:
        claims: all claims of the document.
        text: the document's text, which says where growth is at comparable prices or coverage (按可比口径).
        words: what names are made of; by default those of the built-in lexicon.
    """
    book = Book.of(claims, words or built_in_words(), text)
    found = [pair for kind in _KINDS for pair in kind(book)]
    return tuple(check for _, check in sorted(found, key=lambda pair: pair[0]))
