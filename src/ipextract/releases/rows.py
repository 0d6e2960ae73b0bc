"""Flat rows of a comparison, one an indicator and release, in a stable order of columns; and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ipextract.output.csv import harmless
from ipextract.releases.models import Comparison, Indicator, Movement, MovementKind

#: `series` numbers the indicators, `release` and `against` the releases, both from 0. `relative_*` and `absolute_*` are
#: the changes up to the release; `revised` is what the release numbered `revised_by` makes of the value.
COLUMNS = (
    "series", "indicator", "region", "region_code", "aspect", "unit", "relation", "release", "source", "period_start", "period_end",
    "value", "upper", "bound", "printed_as", "match", "score", "confirmed",
    "against", "relative_computed", "relative_stated", "relative_unit", "relative_verdict", "relative_why",
    "absolute_computed", "absolute_stated", "absolute_unit", "absolute_verdict", "absolute_why", "implied", "misplaced",
    "revised", "revised_by", "claim", "start", "end", "text", "page",
)
_KINDS: tuple[MovementKind, ...] = ("relative", "absolute")


def rows(comparison: Comparison) -> list[dict[str, Any]]:
    """One dictionary an indicator and release that states a value or a change of it, with the keys of `COLUMNS`.

    Absent values are None, numbers are `Decimal`.
    """
    revised = {(one.indicator, one.release): (one.revised, one.by) for one in reversed(comparison.revisions)}
    out = []
    for series, indicator in enumerate(comparison.indicators):
        for release in range(len(comparison.releases)):
            moved = [one for one in indicator.changes if one.release == release]
            if indicator.values[release] is not None or moved:
                row = _row(comparison, series, indicator, release) | _changes(moved)
                row["revised"], row["revised_by"] = revised.get((series, release), (None, None))
                out.append({column: row.get(column) for column in COLUMNS})
    return out


def _row(comparison: Comparison, series: int, indicator: Indicator, release: int) -> dict[str, Any]:
    region, period, value = indicator.region, comparison.releases[release].period, indicator.values[release]
    row: dict[str, Any] = {
        "series": series,
        "indicator": indicator.indicator,
        "region": region.name if region else None,
        "region_code": region.code if region else None,
        "aspect": indicator.aspect,
        "unit": indicator.unit,
        "relation": indicator.relation,
        "release": release,
        "source": comparison.releases[release].source,
        "period_start": period.start,
        "period_end": period.end,
    }
    if value is None:
        return row
    match, evidence = value.match, value.evidence
    return row | {
        "value": value.value,
        "upper": value.upper,
        "bound": value.bound,
        "printed_as": value.indicator,
        "match": match.kind if match else None,
        "score": match.score if match else None,
        "confirmed": match.confirmed if match else None,
        "claim": value.claim,
        "start": evidence.start,
        "end": evidence.end,
        "text": evidence.text,
        "page": evidence.page,
    }


def _changes(moved: Sequence[Movement]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for kind in _KINDS:
        # Of two rates over one base the one that was judged.
        one = min((one for one in moved if one.kind == kind), key=lambda one: (one.verdict is None, one.against is None), default=None)
        if one is None:
            continue
        row |= {f"{kind}_{name}": getattr(one, name) for name in ("computed", "stated", "unit", "verdict", "why")}
        row["against"] = row["against"] if row.get("against") is not None else one.against
        row["implied"] = one.implied if one.implied is not None else row.get("implied")
        row["misplaced"] = bool(row.get("misplaced")) or one.misplaced
    return row


def to_csv(comparison: Comparison, *, safe: bool = False) -> str:
    """The rows as CSV with a line of column names; decimals digit for digit, absent values empty.

    Args:
        comparison: whose rows.
        safe: put an apostrophe before a text that a spreadsheet could run as a formula.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({column: _cell(harmless(value) if safe else value) for column, value in row.items()} for row in rows(comparison))
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, bool):
        return "true" if value else "false"
    return value
