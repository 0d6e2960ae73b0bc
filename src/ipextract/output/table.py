"""A table to read on a terminal: one line a claim, then one a check."""

from __future__ import annotations

from ipextract.models import Claim, Extraction
from ipextract.output.wording import amount, columns, dates, number, relation

_CLAIMS = ("printed", "value", "aspect", "relation", "period", "region", "indicator")
_CHECKS = ("stated", "computed", "check", "verdict", "indicator")


def table(extraction: Extraction) -> str:
    """The claims as aligned columns under the document's title, and the checks under them; a target is marked with `→`."""
    indicators = {claim.id: claim.indicator for claim in extraction.claims}
    claims = [_CLAIMS, *map(_claim_row, extraction.claims)]
    checks = [_CHECKS, *((number(one.stated), number(one.computed), one.type, one.verdict, indicators[one.claims[0]]) for one in extraction.checks)]
    lines = [extraction.document.title or extraction.document.source, "", *columns(claims, right=(0, 1))]
    if extraction.checks:
        lines += ["", *columns(checks, right=(0, 1))]
    return "\n".join(lines) + "\n"


def _claim_row(claim: Claim) -> tuple[str, ...]:
    aim = "→ " if claim.status == "target" else ""
    region = claim.region.name if claim.region else ""
    return ("".join(claim.evidence.text.split()), aim + amount(claim), claim.aspect, relation(claim), dates(claim.period), region, claim.indicator)
