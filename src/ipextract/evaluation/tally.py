"""Counts and rates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from ipextract.evaluation.matching import FIELDS, Finding

#: What is counted: annotated claims, those met, claims that met none, records wholly right, indicators alike, each field right.
COUNTS = ("gold", "met", "spurious", "record", "near", *FIELDS)

Tally = Counter[str]


def count(findings: Iterable[Finding]) -> Tally:
    """How many of each of `COUNTS`."""
    tally: Tally = Counter(dict.fromkeys(COUNTS, 0))
    for one in findings:
        tally["gold"] += one.gold is not None
        tally["met"] += one.outcome in ("right", "wrong")
        tally["spurious"] += one.outcome == "spurious"
        tally["record"] += one.outcome == "right"
        for name, right in one.fields.items():
            tally[name] += right
    return tally


def rate(tally: Tally, name: str) -> float:
    """A rate in percent: `recall`, `precision`, `record`, `near` or one of `FIELDS`; 100 where there was nothing to count.

    Fields and records are counted against all annotated claims, so that a missed claim has no field right.
    """
    if name == "precision":
        part, whole = tally["met"], tally["met"] + tally["spurious"]
    else:
        part, whole = tally["met" if name == "recall" else name], tally["gold"]
    return 100.0 * part / whole if whole else 100.0


def reached(tally: Tally, names: Iterable[str]) -> dict[str, float]:
    """The rates called `names`, rounded down to one decimal, so that what is reached is never overstated."""
    return {name: math.floor(rate(tally, name) * 10) / 10 for name in names}
