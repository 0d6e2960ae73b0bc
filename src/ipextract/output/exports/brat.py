"""brat standoff: for each document a text and a file of annotations, and one configuration for the folder.

Offsets count code points. brat is read line by line: a span that a line break parts is written as fragments, and
its text with a blank between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final, get_args

from ipextract.models import Aspect, Bound, Claim, Evidence, Extraction, Kind, Status
from ipextract.output.exports.words import summary
from ipextract.patterns import lazily

_CONFIGURATION: Final = f"""\
[entities]
{chr(10).join(get_args(Kind))}

[relations]
part_of\tArg1:<ENTITY>, Arg2:<ENTITY>
repeats\tArg1:<ENTITY>, Arg2:<ENTITY>

[events]

[attributes]
aspect\tArg:<ENTITY>, Value:{"|".join(get_args(Aspect))}
bound\tArg:<ENTITY>, Value:{"|".join(get_args(Bound))}
status\tArg:<ENTITY>, Value:{"|".join(get_args(Status))}
"""
# What some reader of lines takes for the end of one, and the tab, which parts the fields of a line.
_BREAKS: Final = lazily(re.compile, "[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def standoff(results: Iterable[Extraction]) -> Iterator[tuple[str, str]]:
    """The files of a folder for brat, as pairs of a name and its text; nothing where there is no document."""
    taken: set[str] = set()
    for extraction in results:
        if not taken:
            yield "annotation.conf", _CONFIGURATION
        name = _free_name(extraction.document.source, taken)
        text = extraction.document.text or ""
        yield f"{name}.txt", text
        yield f"{name}.ann", "".join(line + "\n" for line in _lines(extraction.claims, text))


def _free_name(source: str, taken: set[str]) -> str:
    """The document's name without .txt, within the folder whatever it is, and different from the others'."""
    parts = [part for part in PurePosixPath(source).parts if part not in ("/", "..")] or ["document"]
    name = "/".join(parts).removesuffix(".txt")
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _lines(claims: Iterable[Claim], text: str) -> Iterator[str]:
    numbers: dict[str, int] = {}
    relations: list[tuple[str, str, str]] = []
    attribute = 0
    for number, claim in enumerate(claims, 1):
        numbers[claim.id] = number
        spans = list(_fragments(claim.evidence, text))
        yield f"T{number}\t{claim.kind} {';'.join(f'{start} {end}' for start, end in spans)}\t{' '.join(text[start:end] for start, end in spans)}"
        for name, value in (("aspect", claim.aspect), ("bound", claim.bound), ("status", claim.status)):
            attribute += 1
            yield f"A{attribute}\t{name} T{number} {value}"
        yield f"#{number}\tAnnotatorNotes T{number}\t{_BREAKS.sub(' ', summary(claim))}"
        relations += [(name, claim.id, other) for name, other in (("part_of", claim.part_of), ("repeats", claim.repeats)) if other is not None]
    known = [(name, one, other) for name, one, other in relations if other in numbers]
    for number, (name, one, other) in enumerate(known, 1):
        yield f"R{number}\t{name} Arg1:T{numbers[one]} Arg2:T{numbers[other]}\t"


def _fragments(evidence: Evidence, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the number that no line break parts."""
    start = evidence.start
    for found in _BREAKS.finditer(text, evidence.start, evidence.end):
        if start < found.start():
            yield start, found.start()
        start = found.end()
    if start < evidence.end:
        yield start, evidence.end
