"""doccano: JSON Lines for a project of sequence labelling, a line a document.

Offsets count UTF-16 code units: doccano keeps what it is given, and its page takes it as an offset into a
JavaScript string. They differ from code points only behind characters beyond U+FFFF, such as 𠮷.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from ipextract.models import Extraction
from ipextract.output.exports.words import label
from ipextract.output.json import dumps


def lines(results: Iterable[Extraction]) -> Iterator[str]:
    """The lines; what is neither text nor label becomes metadata of the example."""
    for extraction in results:
        document = extraction.document
        text = document.text or ""
        units = utf16_offsets(text)
        spans = [[units(claim.evidence.start), units(claim.evidence.end), label(claim)] for claim in extraction.claims]
        yield dumps({"text": text, "label": spans, "source": document.source, "sha256": document.sha256}) + "\n"


def utf16_offsets(text: str) -> Callable[[int], int]:
    """A function from offsets in code points to offsets in UTF-16 code units."""
    wide = [index for index, char in enumerate(text) if char > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)
