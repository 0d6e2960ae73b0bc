"""Extractions made by Hypothesis: whatever the models and the ways out must hold, likely or not."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from ipextract.models import (
    Aspect,
    Basis,
    Bound,
    Change,
    Claim,
    DocumentInfo,
    Evidence,
    Extraction,
    Gap,
    Interval,
    Kind,
    Order,
    Period,
    Rank,
    Region,
    Share,
    Span,
    Status,
)
from ipextract.output.columns import PRECISION, SCALE

# Texts that tables find hard: separators, quotes, breaks, formulas, what looks like a number or like nothing.
PIECES = ["件", "亿元", "授权量", "，", ",", '"', "'", "\n", "\r", "\t", " ", "=", "+", "-", "@", "＝", "|", "\\", ";", "NULL", "NA", "nan", "None", "0", "007", "1e5", "true", "2024-01-01", "😀", "𠮷", "\u2028", "a"]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
DATES = st.dates().map(lambda day: day.isoformat())
# What a typed column holds: twenty digits before the point, eighteen behind it.
DECIMALS = st.integers(-(10**PRECISION) + 1, 10**PRECISION - 1).map(lambda digits: Decimal(f"{digits}E-{SCALE}")) | st.decimals(-(10**6), 10**6, places=2)
# And what the extractor may find in a text all the same.
ANY_DECIMALS = DECIMALS | st.integers(10**20, 10**40).map(Decimal) | st.just(Decimal("1E-30"))


def _or_none(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


def claims(decimals: st.SearchStrategy[Decimal] = DECIMALS) -> st.SearchStrategy[Claim]:
    """Claims with every field filled or empty, whatever belongs together."""
    regions = st.builds(Region, name=TEXTS, code=_or_none(st.sampled_from(["320200", "100000", "010000"])))
    spans = st.tuples(st.integers(0, 10**6), st.integers(1, 99)).map(lambda pair: {"start": pair[0], "end": pair[0] + pair[1]})
    return st.builds(
        Claim,
        id=st.uuids().map(lambda made: made.hex[:12]),
        kind=st.sampled_from(get_args(Kind)),
        aspect=st.sampled_from(get_args(Aspect)),
        indicator=TEXTS,
        value=decimals,
        upper=_or_none(decimals),
        bound=st.sampled_from(get_args(Bound)),
        unit=_or_none(TEXTS),
        period=_or_none(st.builds(Period, text=TEXTS, start=_or_none(DATES), end=_or_none(DATES))),
        region=_or_none(regions),
        actor=_or_none(TEXTS),
        status=st.sampled_from(get_args(Status)),
        change=_or_none(
            st.builds(Change, basis=st.sampled_from(get_args(Basis)), base=_or_none(st.builds(Interval, start=_or_none(DATES), end=_or_none(DATES))), text=_or_none(TEXTS))
        ),
        share=_or_none(st.builds(Share, whole=_or_none(TEXTS))),
        gap=_or_none(st.builds(Gap, than=_or_none(TEXTS))),
        rank=_or_none(
            st.builds(Rank, scope=_or_none(TEXTS), region=_or_none(regions), order=st.sampled_from(get_args(Order)), streak=_or_none(st.integers(1, 99)))
        ),
        part_of=_or_none(TEXTS),
        repeats=_or_none(TEXTS),
        section=_or_none(TEXTS),
        evidence=st.builds(
            lambda span, sentence, text, page: Evidence(**span, text=text, sentence=Span(**sentence), page=page), spans, spans, TEXTS, _or_none(st.integers(1, 500))
        ),
        rule=TEXTS,
    )


def extractions(decimals: st.SearchStrategy[Decimal] = DECIMALS) -> st.SearchStrategy[Extraction]:
    """Documents without a text, of up to three claims."""
    return st.builds(
        lambda source, made: Extraction(document=DocumentInfo(source=source, sha256="0" * 64), claims=tuple(made), numerals=(), checks=()),
        TEXTS,
        st.lists(claims(decimals), max_size=3),
    )
