"""What the document's own arithmetic says of its claims."""

from __future__ import annotations

from collections.abc import Sequence

from ipextract.models import Check, Claim


def check_claims(claims: Sequence[Claim]) -> tuple[Check, ...]:
    """The checks of one document."""
    return ()
