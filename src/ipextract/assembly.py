"""Drafts to records: spans of the source, ids, and links between claims."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from ipextract.language.folding import Folded
from ipextract.lexicon import Division
from ipextract.linking.frames import Draft
from ipextract.linking.period.spans import Span
from ipextract.models import Change, Claim, DocumentInfo, Evidence, Gap, Interval, Period, Rank, Region, Share, made
from ipextract.models import Span as TextSpan
from ipextract.reading import Block, Document

T = TypeVar("T")
R = TypeVar("R")


def info_of(document: Document, home: Division | None, period: Span | None) -> DocumentInfo:
    """The record of the document itself, with its region and its period."""
    return made(
        DocumentInfo,
        source=document.source,
        sha256=document.sha256,
        title=document.title,
        publisher=document.publisher,
        published=document.published_text,
        region=_region(home),
        period=_period(period),
        metadata=document.metadata,
        text=document.printed,
    )


def claims_of(document: Document, drafts: list[tuple[Draft, Folded, Block, str | None]]) -> tuple[list[Claim], dict[str, dict[str, Any]]]:
    """The records of drafts, and for each id where its fields came from.

    Args:
        document: where they were read.
        drafts: each with its folded text, its block and the heading above it.
    """
    ids: dict[int, str] = {}
    claims: list[Claim] = []
    origins: dict[str, dict[str, Any]] = {}
    seen: dict[tuple[Any, ...], str] = {}
    spans: set[tuple[int, int]] = set()
    # Few periods, places, bases and sentences are said of many claims: their records are made once.
    period_of, region_of, change_of, sentence_of = _once(_period), _once(_region), cache(_change), cache(_sentence)
    for draft, folded, block, section in drafts:
        start, end = folded.span(draft.start, draft.end)
        if (start, end) in spans:
            continue
        spans.add((start, end))
        first, last = folded.span(draft.sentence[0], max(draft.sentence[1], draft.sentence[0] + 1))
        identity = hashlib.sha256(f"{document.sha256}:{start}:{end}:{draft.aspect}".encode()).hexdigest()[:12]
        ids[id(draft)] = identity
        key = (draft.kind, draft.aspect, draft.indicator, draft.value, draft.upper, draft.unit, draft.period and (draft.period.start, draft.period.end), draft.region and draft.region.code, draft.basis and draft.basis.basis, draft.scope)
        first_so = seen.setdefault(key, identity)
        claims.append(
            made(
                Claim,
                id=identity,
                kind=draft.kind,  # type: ignore[arg-type]
                aspect=draft.aspect,  # type: ignore[arg-type]
                indicator=draft.indicator,
                value=draft.value,
                upper=draft.upper,
                bound=draft.bound,  # type: ignore[arg-type]
                unit=draft.unit,
                period=period_of(draft.period),
                region=region_of(draft.region),
                actor=draft.actor,
                status=draft.status,  # type: ignore[arg-type]
                change=None if draft.basis is None else change_of(draft.basis.basis, draft.basis.text, draft.base and (draft.base.start, draft.base.end)),
                share=made(Share, whole=draft.whole) if draft.aspect == "share" else None,
                gap=made(Gap, than=draft.than) if draft.aspect == "gap" else None,
                rank=made(Rank, scope=draft.scope, region=region_of(draft.scope_region), order=draft.order, streak=draft.streak)  # type: ignore[arg-type]
                if draft.aspect == "rank"
                else None,
                part_of=ids.get(id(draft.parent)) if draft.parent is not None else None,
                repeats=first_so if first_so != identity else None,
                section=section,
                evidence=made(
                    Evidence,
                    start=start, end=end, text=document.printed[start:end], sentence=sentence_of(first, last), page=_page(document, block, start) if document.places else block.page
                ),
                rule=draft.rule,
            )
        )
        origins[identity] = draft.origins
    return claims, origins


def _region(division: Division | None) -> Region | None:
    return None if division is None else made(Region, name=division.name, code=division.code if division.code.isdigit() else None)


def _period(span: Span | None) -> Period | None:
    return None if span is None else made(Period, text=span.text, start=span.start.isoformat(), end=span.end.isoformat())


def _change(basis: str, text: str, base: tuple[date, date] | None) -> Change:
    interval = None if base is None else made(Interval, start=base[0].isoformat(), end=base[1].isoformat())
    return made(Change, basis=basis, base=interval, text=text or None)  # type: ignore[arg-type]


def _sentence(start: int, end: int) -> TextSpan:
    return made(TextSpan, start=start, end=end)


def _once(make: Callable[[T], R]) -> Callable[[T], R]:
    """`make`, which makes one thing of one and the same; what it is asked about outlives it."""
    known: dict[int, R] = {}

    def of(one: T) -> R:
        key = id(one)
        if key not in known:
            known[key] = make(one)
        return known[key]

    return of


def _page(document: Document, block: Block, start: int) -> int | None:
    """The page that the character at `start` stands on; a block may go on from one page to the next."""
    place = bisect_right(document.places, start, key=lambda place: place.start) - 1
    if place >= 0 and start < document.places[place].end:
        return document.places[place].page
    return block.page
