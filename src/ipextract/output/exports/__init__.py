"""Ways out to tools that review and annotate, and to a knowledge graph: a module for each; docs/exports.md shows them.

Each takes documents one by one and gives what is to be written in pieces. A target that is one file gives texts;
one that is a folder of files gives pairs of a file's name in the folder and a text that is added to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from ipextract.models import Extraction

FileTarget = Literal["webannotation", "labelstudio", "doccano"]
FolderTarget = Literal["brat", "datacommons"]
Note = Callable[[str], None]


def file_pieces(results: Iterable[Extraction], target: FileTarget, program: str, base: str | None = None) -> Iterator[str]:
    """The one file of a target, in pieces; nothing where there is no document.

    Args:
        results: the documents, with their texts.
        target: what it is for.
        program: the name and version of what made it.
        base: Web Annotation: the address that the names of the documents are relative to.
    """
    match target:
        case "webannotation":
            from ipextract.output.exports.webannotation import annotation_collection

            return annotation_collection(results, program, base)
        case "labelstudio":
            from ipextract.output.exports.labelstudio import tasks

            return tasks(results, program)
        case "doccano":
            from ipextract.output.exports.doccano import lines

            return lines(results)


def folder_pieces(results: Iterable[Extraction], target: FolderTarget, note: Note) -> Iterator[tuple[str, str]]:
    """The files of a target: pairs of a name and a text that is added to that file; nothing where there is no document.

    Args:
        results: the documents, with their texts.
        target: what it is for.
        note: is told what the target cannot hold.
    """
    match target:
        case "brat":
            from ipextract.output.exports.brat import standoff

            return standoff(results)
        case "datacommons":
            from ipextract.output.exports.datacommons import observations

            return observations(results, note)
