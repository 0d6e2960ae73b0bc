"""What the exports call a claim."""

from __future__ import annotations

from ipextract.models import Claim
from ipextract.output.wording import amount, dates, relation


def label(claim: Claim) -> str:
    """The kind and the aspect in one, for tools that know one label a span: `percentage share`; `rank` where both are."""
    return claim.kind if claim.kind == claim.aspect else f"{claim.kind} {claim.aspect}"


def summary(claim: Claim) -> str:
    """A claim in one line for a reviewer: `发明专利授权量: 24.74 %; share of 授权总量; 2024; 无锡市`."""
    said = " ".join(part for part in (claim.aspect if claim.aspect != "level" else "", relation(claim)) if part)
    parts = (amount(claim), said, "target" if claim.status == "target" else "", dates(claim.period), claim.region.name if claim.region else "")
    return " ".join(f"{claim.indicator}: {'; '.join(part for part in parts if part)}".split())
