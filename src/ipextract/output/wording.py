"""A claim in words for a reader: value, relation, period."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from ipextract.models import Claim, Period, Region

_BOUNDS = {"exact": "", "approximate": "≈", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "range": ""}


def number(value: Decimal) -> str:
    """A number with its thousands parted: 17829000000 is 17,829,000,000."""
    return format(value, ",f")


def amount(claim: Claim) -> str:
    """The value with its bound, range, sign and unit: `>7 年`, `5–8 %`, `+17.64 %`, `#2`."""
    signed = claim.aspect in ("change", "gap")
    text = ("+" if signed and claim.value > 0 else "") + number(claim.value)
    if claim.upper is not None:
        text += "–" + number(claim.upper)
    if claim.kind == "rank" and not signed:
        text = f"#{text}"
    return _BOUNDS[claim.bound] + text + (f" {claim.unit}" if claim.unit else "")


def relation(claim: Claim) -> str:
    """What the number is related to: the basis of a change, the whole of a share, the scope of a rank."""
    if claim.change:
        return claim.change.text or claim.change.basis
    if claim.share:
        return f"of {claim.share.whole}" if claim.share.whole else ""
    if claim.gap:
        return f"than {claim.gap.than}" if claim.gap.than else ""
    if claim.rank:
        order = " in time" if claim.rank.order == "time" else ""
        streak = f", {claim.rank.streak} in a row" if claim.rank.streak else ""
        return f"in {claim.rank.scope}{order}{streak}" if claim.rank.scope else (order + streak).lstrip(", ")
    return ""


def dates(period: Period | None) -> str:
    """A period in the shortest ISO form: `2024`, `2024-06`, `2024-01-01/2024-06-30`, `@2024-12-31`."""
    if period is None or period.start is None or period.end is None:
        return period.text if period else ""
    start, end = period.start, period.end
    if start == end:
        return f"@{end}"
    if start.endswith("-01-01") and end.endswith("-12-31"):
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
    if start[:7] == end[:7] and start.endswith("-01"):
        return start[:7]
    return f"{start}/{end}"


def place(region: Region | None) -> str:
    """A region's name and code."""
    if region is None:
        return ""
    return f"{region.name} {region.code}" if region.code else region.name


def columns(rows: Sequence[tuple[str, ...]], *, right: tuple[int, ...] = ()) -> list[str]:
    """Rows of cells as lines with aligned columns; a Chinese character is two wide.

    Args:
        rows: cells, as many in each row.
        right: the columns that are aligned at their right end.
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    out = []
    for row in rows:
        cells = []
        for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
            blank = " " * (width - _width(cell))
            cells.append(blank + cell if index in right else cell + blank)
        out.append("  ".join(cells).rstrip())
    return out


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
