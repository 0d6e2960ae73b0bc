"""Which period a release reports on, which of its claims are said of that, and which period a change starts from."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

from ipextract.models import Claim, Extraction, Interval, Period
from ipextract.patterns import lazily

_MONTHS = 12
_YEAR = lazily(re.compile, r"(?:19|20)\d{2}(?=年)")


def own_period(extraction: Extraction) -> Period | None:
    """The period that a release reports on: its own word, else the one that most of its claims are said of."""
    stated = extraction.document.period
    if stated is not None and stated.start is not None and stated.end is not None:
        return stated
    spans = Counter((one.start, one.end) for claim in extraction.claims if (one := claim.period) is not None and one.start and one.end)
    if not spans:
        return None
    # Counter keeps the order of the text among equals.
    (start, end), _ = spans.most_common(1)[0]
    return next(claim.period for claim in extraction.claims if claim.period and (claim.period.start, claim.period.end) == (start, end))


def is_own(period: Period | None, release: Period) -> bool:
    """Whether a claim's period is its release's: the whole of it, or the moment at its end.

    A stock is said of a year or of its last day (年末常住人口, 全年专利授权量); a claim without a period is said of
    what the release is about.
    """
    if period is None or period.end is None:
        return True
    return period.end == release.end and period.start in (release.start, release.end)


def order(period: Period) -> tuple[str, str]:
    """What releases are sorted by: the end of what they report on, and its beginning."""
    return period.end or "", period.start or ""


def base_end(claim: Claim, release: Period) -> str | None:
    """The last day of the period that a change is compared with; None where it cannot be told.

    比上年末 and 比年初 say the same day, the last of the year before.
    """
    change = claim.change
    if change is None or change.basis == "average" or release.end is None:
        return None
    if change.base is not None and change.base.end is not None:
        return _last_day_before(change.base) if _is_new_year(change.base) else change.base.end
    if change.basis == "year_end":
        return f"{int(release.end[:4]) - 1}-12-31"
    year = _YEAR.search(change.text or "") if change.basis == "since" else None
    if year is not None:  # 比2020年, 比2019年同期
        return year.group() + release.end[4:]
    if change.basis == "yoy":
        return _months_before(release.end, _MONTHS)
    # 环比: of a month against the month before, of a quarter against the quarter before.
    return _months_before(release.end, _months(release)) if change.basis == "mom" and _months(release) else None


def leads_to(claim: Claim, release: Period, base: Period) -> bool:
    """Whether a change stated by one release is compared with the period of another.

    A half-year is compared with a half-year: where both have a length, it must be the same, unless the change is
    one of a stock since the end of a year.
    """
    end = base_end(claim, release)
    if end is None or base.end is None or end[:7] != base.end[:7]:
        return False
    at_moment = claim.period is not None and claim.period.start == claim.period.end
    return at_moment or (claim.change is not None and claim.change.basis == "year_end") or _months(release) == _months(base)


def same_length(one: Period, two: Period) -> bool:
    """Whether two releases report on equally long times, so that what happened in them can be compared."""
    return _months(one) == _months(two)


def _months(period: Period) -> int:
    """The length in months; 0 for a moment."""
    if period.start is None or period.end is None or period.start == period.end:
        return 0
    first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
    return (last.year - first.year) * _MONTHS + last.month - first.month + 1


def _months_before(day: str, months: int) -> str:
    """The last day of the month so many months before that of `day`."""
    year, month = int(day[:4]), int(day[5:7]) - months
    while month <= 0:
        year, month = year - 1, month + _MONTHS
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def _is_new_year(base: Interval) -> bool:
    """比年初, where the base is the first day of the year."""
    return base.start == base.end and base.end is not None and base.end.endswith("-01-01")


def _last_day_before(base: Interval) -> str:
    return f"{int((base.end or '')[:4]) - 1}-12-31"
