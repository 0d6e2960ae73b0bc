"""Whether a field of a claim is one of the right answers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal, InvalidOperation

from ipextract.evaluation.gold import Answers, GoldClaim
from ipextract.models import Claim, Period
from ipextract.patterns import lazily

FIELDS = ("kind", "value", "unit", "indicator", "period", "region", "relation", "status")
_ANYTHING = ("*",)
_IGNORED = lazily(re.compile, r"[\s,，、。;；:：\"'“”‘’《》()（）\[\]【】〔〕·•\-—–的]")
# Fractions (2/3) are compared to six figures, as a part of 1 or of 100.
_PRECISION = 10**6
_NEAR = 0.75


def judge(gold: GoldClaim, claim: Claim) -> dict[str, bool]:
    """For each of `FIELDS` whether it is right, and `near`: whether the indicator is at least alike."""
    extras = gold.extras
    indicator = _any(gold.indicators, fold(claim.indicator), folded=True)
    return {
        "kind": (claim.kind, claim.aspect) == (gold.kind, gold.aspect),
        "value": _same_number(claim.value, gold.values)
        and _any(extras.get("bound", ("exact",)), claim.bound)
        and ("upper" not in extras or (claim.upper is not None and _same_number(claim.upper, extras["upper"]))),
        "unit": _any(gold.units, fold(claim.unit or ""), folded=True) or (gold.kind == "rank" and claim.unit in (None, "", "位", "名")),
        "indicator": indicator,
        "period": _period_right(claim.period, extras.get("period", _ANYTHING)),
        "region": _any(extras.get("region", _ANYTHING), claim.region.name if claim.region else ""),
        "relation": _relation_right(gold, claim),
        "status": _any(extras.get("status", ("actual",)), claim.status),
        "near": indicator or max(_likeness(fold(name), fold(claim.indicator)) for name in gold.indicators) >= _NEAR,
    }


def fold(text: str) -> str:
    """One spelling for the widths and marks that do not change what a name says."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).lower()


def _any(answers: Answers, given: str, *, folded: bool = False) -> bool:
    return "*" in answers or given in ([fold(answer) for answer in answers] if folded else answers)


def _same_number(given: Decimal, answers: Answers) -> bool:
    return "*" in answers or any(_equal(given, answer) for answer in answers if answer)


def _equal(given: Decimal, answer: str) -> bool:
    part, slash, whole = answer.partition("/")
    try:
        if not slash:
            return given == Decimal(part)
        exact = Decimal(part) / Decimal(whole)
    except InvalidOperation:
        return False
    return any(abs(given - exact * scale) <= exact * scale / _PRECISION for scale in (1, 100))


def _period_right(period: Period | None, answers: Answers) -> bool:
    return "*" in answers or not spellings(period).isdisjoint(answers)


def spellings(period: Period | None) -> set[str]:
    """Every way in which a gold file may write a period: `2024`, `2024-06`, `2024-01-01/2024-06-30`, `@2024-12-31`."""
    start, end = (period.start, period.end) if period else (None, None)
    if not start:
        return {f"@{end}"} if end else {""}
    if not end:
        return {f"{start}/"}
    out = {f"{start}/{end}"}
    if start == end:
        out.add(f"@{end}")
    if start.endswith("-01-01") and end.endswith("-12-31"):
        out.add(start[:4] if start[:4] == end[:4] else f"{start[:4]}-{end[:4]}")
    if start[:7] == end[:7] and start.endswith("-01"):
        out.add(start[:7])
    return out


def _relation_right(gold: GoldClaim, claim: Claim) -> bool:
    """The basis of a change, the whole of a share, what a gap is from, the scope and order of a rank."""
    if gold.aspect == "change":
        return _any(gold.extras.get("basis", _ANYTHING), claim.change.basis if claim.change else "")
    if gold.aspect == "share":
        return _any(gold.extras.get("whole", _ANYTHING), fold((claim.share and claim.share.whole) or ""), folded=True)
    if gold.aspect == "gap":
        return _any(gold.extras.get("than", _ANYTHING), fold((claim.gap and claim.gap.than) or ""), folded=True)
    if gold.aspect == "rank":
        scope = _any(gold.extras.get("scope", _ANYTHING), fold((claim.rank and claim.rank.scope) or ""), folded=True)
        return scope and (claim.rank.order if claim.rank else "magnitude") in gold.extras.get("order", ("magnitude",))
    return True


def _likeness(one: str, other: str) -> float:
    """F1 of the characters that two names share."""
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other)) if shared else 0.0
