"""Releases from files: of any format that is read, or extractions that `ipextract extract` wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ipextract.errors import InputError
from ipextract.models import Claim, Extraction
from ipextract.patterns import lazily
from ipextract.reading.formats import read_file
from ipextract.releases.compilation import take_apart
from ipextract.releases.periods import own_period

if TYPE_CHECKING:
    from ipextract.extractor import Extractor

_OPENINGS = (b"{", b"[")
_MARK = b"\xef\xbb\xbf"
_DAY = lazily(re.compile, r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
# No release prints a number of so many digits; written out, it would fill the memory.
_MOST_DIGITS = 1000


def read_releases(data: bytes, source: str, extractor: Extractor) -> list[Extraction]:
    """The releases that a file holds: one, the several of a compilation, or those of an array that `extract` wrote.

    Args:
        data: the file's bytes.
        source: the name that messages and the record call it by.
        extractor: reads what is no extraction yet.

    Raises:
        InputError: it cannot be read, is JSON that `extract` did not write, or holds a release without a period.
    """
    found = read_saved(data, source)
    if found is None:
        found = [extractor.extract_bytes(data, source)]
    releases = [release for extraction in found for release in take_apart(extraction, extractor.compilations)]
    if any(own_period(release) is None for release in releases):
        raise InputError(source, "it says no period that it reports on, so it cannot be put in order with other releases")
    return releases


def all_releases(given: Iterable[Extraction | str | Path], extractor: Extractor) -> Iterator[Extraction]:
    """The releases of extractions and of files at paths, those of one that holds several each by itself.

    Raises:
        InputError: a file cannot be read.
    """
    for one in given:
        if isinstance(one, Extraction):
            yield from take_apart(one, extractor.compilations)
        else:
            yield from read_releases(read_file(one, extractor.limits), Path(one).name, extractor)


def read_saved(data: bytes, source: str) -> list[Extraction] | None:
    """The extractions of a file that `ipextract extract` wrote as JSON, None where it is no JSON.

    Raises:
        InputError: it is JSON, and no extraction.
    """
    if not data.removeprefix(_MARK).lstrip().startswith(_OPENINGS):
        return None
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        if source.endswith(".json"):
            raise InputError(source, f"this is broken JSON: {error}") from None
        return None
    several = content if isinstance(content, list) else [content]
    if not several:
        raise InputError(source, "this is JSON without an extraction")
    return [_extraction(one, source) for one in several]


def _extraction(content: Any, source: str) -> Extraction:
    try:
        extraction = Extraction.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(source, f"this is JSON, but no extraction that `ipextract extract` wrote: {where + ': ' if where else ''}{first['msg']}") from None
    for claim in extraction.claims:
        _check(claim, source)
    period = extraction.document.period
    if period is not None:
        _check_days((period.start, period.end), source)
    return extraction


def _check(claim: Claim, source: str) -> None:
    """What the records promise of a claim and their types do not say."""
    base = claim.change.base if claim.change else None
    _check_days((day for span in (claim.period, base) if span is not None for day in (span.start, span.end)), source)
    for value in (claim.value, claim.upper):
        if value is not None and (not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS):
            raise InputError(source, f"this is JSON, but claim {claim.id} has a value that no release states")


def _check_days(days: Any, source: str) -> None:
    for day in days:
        if day is not None and not _DAY.fullmatch(day):
            raise InputError(source, f"this is JSON, but {day[:20]!r} is no ISO date")


def _refuse(word: str) -> Iterator[None]:
    raise ValueError(f"{word} is no number")
