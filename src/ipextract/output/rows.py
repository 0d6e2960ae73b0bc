"""Flat rows, one a claim, in a stable order of columns."""

from __future__ import annotations

from typing import Any

from ipextract.models import Extraction

COLUMNS = (
    "source", "id", "kind", "aspect", "indicator", "value", "upper", "bound", "unit", "period_text", "period_start", "period_end",
    "region", "region_code", "actor", "status", "basis", "base_start", "base_end", "whole", "than", "scope", "order", "streak",
    "part_of", "repeats", "section", "start", "end", "text", "rule", "page",
)


def rows(extraction: Extraction) -> list[dict[str, Any]]:
    """One dictionary a claim with the keys of `COLUMNS`; absent values are None, numbers are `Decimal`."""
    out = []
    for claim in extraction.claims:
        period, region, change, rank = claim.period, claim.region, claim.change, claim.rank
        base = change.base if change else None
        out.append(
            dict(
                zip(
                    COLUMNS,
                    (
                        extraction.document.source, claim.id, claim.kind, claim.aspect, claim.indicator, claim.value, claim.upper, claim.bound, claim.unit,
                        period.text if period else None, period.start if period else None, period.end if period else None,
                        region.name if region else None, region.code if region else None, claim.actor, claim.status,
                        change.basis if change else None, base.start if base else None, base.end if base else None,
                        claim.share.whole if claim.share else None, claim.gap.than if claim.gap else None,
                        rank.scope if rank else None, rank.order if rank else None, rank.streak if rank else None,
                        claim.part_of, claim.repeats, claim.section, claim.evidence.start, claim.evidence.end, claim.evidence.text, claim.rule, claim.evidence.page,
                    ),
                    strict=True,
                )
            )
        )
    return out
