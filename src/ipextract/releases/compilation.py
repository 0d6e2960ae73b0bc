"""One file with several releases, taken apart: each of its years is a release of its own."""

from __future__ import annotations

from itertools import pairwise

from ipextract.lexicon import load_lexicon
from ipextract.linking.period.compilation import Compilations
from ipextract.models import Extraction, Period
from ipextract.reading import read_text


def take_apart(extraction: Extraction, compilations: Compilations | None = None) -> tuple[Extraction, ...]:
    """The releases that a document holds, each with its year as its period; the extraction itself where it holds one.

    Offsets stay those of the document: in the text of each release the others are blanks. An extraction whose text
    was left out counts as one release.

    Args:
        extraction: the extraction.
        compilations: knows the documents that hold several; by the built-in words by default.
    """
    text = extraction.document.text
    if text is None:
        return (extraction,)
    document = read_text(text)
    years = (compilations or Compilations(load_lexicon())).find_years(document)
    if not years:
        return (extraction,)
    edges = [0, *[document.blocks[index].start for index in years][1:], len(text)]  # what stands before the first belongs to it
    return tuple(_part(extraction, start, end, year) for (start, end), year in zip(pairwise(edges), years.values(), strict=True))


def _part(extraction: Extraction, start: int, end: int, year: int) -> Extraction:
    claims = tuple(claim for claim in extraction.claims if start <= claim.evidence.start < end)
    ids = {claim.id for claim in claims}
    text = extraction.document.text or ""
    document = extraction.document.model_copy(
        update={
            "title": text[start:end].strip().partition("\n")[0].strip("#* \t"),
            "period": Period(text=f"{year}年", start=f"{year}-01-01", end=f"{year}-12-31"),
            "text": " " * start + text[start:end],
        }
    )
    return extraction.model_copy(
        update={
            "document": document,
            "claims": claims,
            "numerals": tuple(one for one in extraction.numerals if start <= one.start < end),
            "checks": tuple(check for check in extraction.checks if ids.issuperset(check.claims)),
        }
    )
