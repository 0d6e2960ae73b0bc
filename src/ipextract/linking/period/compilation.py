"""Several releases in one document: where each begins, and the year it reports on."""

from __future__ import annotations

from collections import Counter

from ipextract.lexicon import Lexicon
from ipextract.linking.word_patterns import either
from ipextract.patterns import compiled, lazily
from ipextract.reading.document import Document

_FIRST = lazily(compiled, r"[#\s]*一、\s*(\S.*)")
_SECOND = lazily(compiled, r"[#\s]*二、")
_YEAR = lazily(compiled, r"(?<!\d)((?:19|20)\d{2})\s?年")
_LONGEST_TITLE = 60
# A release is longer than this; a list of titles is not.
_SHORTEST = 600
# 2022年是…: how many blocks before 一、综合 a release may begin.
_PREAMBLE = 8


class Compilations:
    """Knows the documents that hold several releases.

    Args:
        lexicon: the built-in vocabulary with the user's laid over it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        titles, self._reports, self._governments = (lexicon.words(f"triggers.reports.{key}") for key in ("titles_with_year", "delivered", "governments"))
        self._title = lazily(compiled, rf"[^。；，]{{0,30}}?((?:19|20)\d{{2}})\s?年(?:度)?[^。；，]{{0,30}}(?:{either(titles)})(?:[（(][^）)]{{1,12}}[)）])?")

    def find_years(self, document: Document) -> dict[int, int]:
        """The blocks with which the releases of a compilation begin, each with the year that it reports on; empty for a single release.

        A release begins with its title, or, where titles were left out, where the numbering of headings begins
        again with the same words (一、综合).
        """
        for starts in (self._titled(document), _numbered(document)):
            if len(set(starts.values())) > 1:
                return starts
        return {}

    def _titled(self, document: Document) -> dict[int, int]:
        found: list[tuple[int, int, int]] = []
        for index, block in enumerate(document.blocks):
            if block.grid is not None or block.kind in ("metadata", "furniture") or block.end - block.start > _LONGEST_TITLE:
                continue
            match = self._title.fullmatch("".join(document.text[block.start : block.end].strip("#* \n").split()))
            if match:
                title = match.group()
                report = any(word in title for word in self._reports) and any(word in title for word in self._governments)
                found.append((index, block.start, int(match.group(1)) - report))
        ends = [start for _, start, _ in found[1:]] + [len(document.text)]
        return {index: year for (index, start, year), end in zip(found, ends, strict=False) if end - start >= _SHORTEST}


def _numbered(document: Document) -> dict[int, int]:
    """Where headings begin again with 一、 and the words of the first 一、."""
    firsts: list[int] = []
    words = ""
    counted = True
    for index, block in enumerate(document.blocks):
        if block.grid is not None or block.end - block.start > _LONGEST_TITLE:
            continue
        text = document.text[block.start : block.end].strip()
        first = _FIRST.fullmatch(text)
        if first and counted and (not words or first.group(1) == words):
            words, counted = first.group(1), False
            firsts.append(index)
        counted = counted or _SECOND.match(text) is not None
    if len(firsts) < 2:
        return {}
    starts = [_with_preamble(document, index) for index in firsts]
    ends = [document.blocks[index].start for index in starts[1:]] + [len(document.text)]
    out = {}
    for index, end in zip(starts, ends, strict=True):
        votes = Counter(int(year) for year in _YEAR.findall(document.text, document.blocks[index].start, end))
        if votes:
            out[index] = votes.most_common(1)[0][0]
    return out


def _with_preamble(document: Document, first: int) -> int:
    """The paragraph before 一、 that a release opens with: 2022年，全市…."""
    for index in range(first - 1, max(-1, first - _PREAMBLE), -1):
        block = document.blocks[index]
        if block.grid is not None:
            break
        if _YEAR.match(document.text[block.start : block.end].lstrip()):
            return index
    return first
