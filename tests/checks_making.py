"""Documents for the tests of checks: claims as an extractor would make them, without a text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ipextract.checking.arithmetic import check_claims
from ipextract.models import Change, Check, Claim, Evidence, Period, Rank, Region, Share, Span
from ipextract.models import Interval as Dates

YEAR = 2024
UNITS = {"件": "count", "家": "count", "人": "count", "个": "count", "元": "money", "天": "quantity", "吨": "quantity", "%": "percentage"}
WUXI = Region(name="无锡市", code="320200")
JIANGYIN = Region(name="江阴市", code="320281")


class Page:
    """A document in the making: each call adds a claim behind the last one."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.sentence = 0

    def stop(self) -> None:
        """End the sentence."""
        self.sentence += 1

    def add(self, text: str, indicator: str, value: str, unit: str | None, **more: Any) -> str:
        """Add a claim; a year stands for its period, a claim's id for what it is part of."""
        start = 20 * len(self.claims)
        year = more.pop("year", YEAR)
        kind: Any = more.pop("kind", None) or UNITS.get(unit or "", "percentage")
        claim = Claim(
            id=f"c{len(self.claims)}",
            kind=kind,
            aspect=more.pop("aspect", "level"),
            indicator=indicator,
            value=Decimal(value),
            unit=unit,
            period=None if year is None else Period(text=f"{year}年", start=f"{year}-01-01", end=f"{year}-12-31"),
            region=more.pop("region", WUXI),
            evidence=Evidence(
                start=start, end=start + len(text), text=text, sentence=Span(start=10000 * self.sentence, end=10000 * self.sentence + 9999)
            ),
            rule=more.pop("rule", "level"),
            **more,
        )
        self.claims.append(claim)
        return claim.id

    def share(self, text: str, indicator: str, value: str, whole: str | None = None, **more: Any) -> str:
        return self.add(
            text, indicator, value, "%", aspect="share", rule=more.pop("rule", "share.of_whole"), share=Share(whole=whole), **more
        )

    def change(self, text: str, indicator: str, value: str, unit: str = "%", base: int | None = YEAR - 1, **more: Any) -> str:
        dates = None if base is None else Dates(start=f"{base}-01-01", end=f"{base}-12-31")
        change = Change(basis=more.pop("basis", "yoy"), base=dates, text=more.pop("words", "比上年"))
        return self.add(text, indicator, value, unit, aspect="change", rule="change.verb", change=change, **more)

    def place(self, text: str, indicator: str, value: str, **more: Any) -> str:
        rank = Rank(scope=more.pop("scope", "全省"))
        return self.add(text, indicator, value, None, kind="rank", aspect="rank", rank=rank, rule="rank.place", **more)

    def checks(self) -> tuple[Check, ...]:
        return check_claims(self.claims)

    def verdicts(self) -> list[tuple[str, str]]:
        return [(check.type, check.verdict) for check in self.checks()]
