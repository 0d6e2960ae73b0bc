"""A paragraph longer than any that is written is read in stretches, so that no text takes longer a character.

What a number is said of may stand far before it, and every look back costs what lies between. In a paragraph that
ends that is nothing; in a file without any line break, or of one mark over and over, it would be all that went before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipextract.language.folding import Folded
from ipextract.patterns import lazily

#: The characters of a stretch at most. The longest paragraphs of real reports have some 1,400.
LONGEST = 2_000
# Where a stretch may end, the best first: a sentence, a clause, a pause or a blank, any place that no word of digits and
# letters goes across (2024-01-05, 1,234.5, PM2.5), any but within the digits of one number.
_ENDS = tuple(lazily(re.compile, ends) for ends in (r"[。！？]", r"；", r"，", r"[、 \n]", r"[^\w.,:/%~-]|[^\x00-\x7f]", r"\D"))
_NO_DIGIT = lazily(re.compile, r"\D|\Z")


def stretches(folded: Folded) -> Iterator[Folded]:
    """`folded` in parts, none much longer than `LONGEST`; itself where it is no longer."""
    text = folded.text
    start = 0
    while len(text) - start > LONGEST:
        end = _end(text, start)
        yield Folded(text[start:end], folded.origin[start:end])
        start = end
    if start < len(text):
        yield Folded(text[start:], folded.origin[start:]) if start else folded


def _end(text: str, start: int) -> int:
    """Where the stretch from `start` ends: as late as it may at the best kind of place, but not in its first half."""
    first, last = start + LONGEST // 2, start + LONGEST
    for ends in _ENDS:
        place = max((match.end() for match in ends.finditer(text, first, last)), default=0)
        if place:
            return place
    # One number of more digits than a stretch has characters is still one number.
    found = _NO_DIGIT.search(text, last)
    return found.start() if found is not None else len(text)
