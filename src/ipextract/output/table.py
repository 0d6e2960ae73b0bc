"""Tables to read on a terminal: the claims of a document and its checks, and an indicator over the years."""

from __future__ import annotations

from collections.abc import Sequence

from ipextract.models import Claim, Extraction
from ipextract.output.wording import amount, columns, dates, number, relation

_CLAIMS = ("printed", "value", "aspect", "relation", "period", "region", "indicator")
_SERIES = ("period", "value", "aspect", "relation", "region", "indicator", "source")
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
    region = claim.region.name if claim.region else ""
    return ("".join(claim.evidence.text.split()), _aim(claim) + amount(claim), claim.aspect, relation(claim), dates(claim.period), region, claim.indicator)


def series_table(observations: Sequence[tuple[str, Claim]]) -> str:
    """Claims of several documents as aligned columns, each with the name of its document; nothing where there are none."""
    if not observations:
        return ""
    return "\n".join(columns([_SERIES, *(_series_row(source, claim) for source, claim in observations)], right=(1,))) + "\n"


def _series_row(source: str, claim: Claim) -> tuple[str, ...]:
    return (dates(claim.period), _aim(claim) + amount(claim), claim.aspect, relation(claim), claim.region.name if claim.region else "", claim.indicator, source)


def _aim(claim: Claim) -> str:
    return "→ " if claim.status == "target" else ""
