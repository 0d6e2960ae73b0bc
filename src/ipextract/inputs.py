"""What a user names on the command line, as documents to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ipextract.errors import InputError
from ipextract.reading.formats import read_file, read_limited
from ipextract.reading.limits import Limits

if TYPE_CHECKING:
    from ipextract.extractor import Extractor
    from ipextract.models import Extraction

#: How the names of documents end that are looked for in a directory.
DOCUMENT_SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".xlsx", ".ofd")
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read.

    Attributes:
        name: what messages call it, as the user wrote it.
        source: what the record calls it: the file's name, or the path within the directory given.
        path: where it is; None for standard input.
    """

    name: str
    source: str
    path: Path | None


def find_inputs(argument: str) -> Iterator[Input]:
    """The documents that one argument names: a file, `-`, or all documents of a directory in order of their paths.

    A missing file is passed on: reading it says what is wrong.

    Raises:
        InputError: a directory without documents.
    """
    if argument == STANDARD_INPUT:
        yield Input(argument, argument, None)
        return
    if not argument:
        raise InputError(argument, "an empty name; name a file or a directory")
    path = Path(argument)
    if not path.is_dir():
        yield Input(argument, spelled(path.name), path)
        return
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in DOCUMENT_SUFFIXES and _plain_file(one, path))
    if not found:
        raise InputError(argument, f"no documents in this directory ({', '.join('*' + suffix for suffix in DOCUMENT_SUFFIXES)})")
    for one in found:
        yield Input(str(one), spelled(one.relative_to(path).as_posix()), one)


def extract_input(one: Input, extractor: Extractor) -> Extraction:
    """The extraction of one input.

    Raises:
        InputError: it cannot be read; its `reason` says why.
    """
    return extractor.extract_bytes(_bytes(one, extractor.limits), one.source)


def read_input(one: Input, extractor: Extractor) -> list[Extraction]:
    """The releases of one input: an extraction that was written before, or a document that holds one release or several.

    Raises:
        InputError: it cannot be read; its `reason` says why.
    """
    from ipextract.releases.saved import read_releases

    return read_releases(_bytes(one, extractor.limits), one.source, extractor)


def _bytes(one: Input, limits: Limits) -> bytes:
    if one.path is not None:
        return read_file(one.path, limits)
    if sys.stdin is None:
        raise InputError(one.name, "standard input is closed")
    return read_limited(sys.stdin.buffer, one.name, limits)


def spelled(name: str) -> str:
    """A name as UTF-8 has it, also where the locale is another or the name's bytes are no text at all."""
    return os.fsencode(name).decode("utf-8", "replace")


def _plain_file(path: Path, root: Path) -> bool:
    """A file that is not hidden, and stands in no hidden directory below `root`."""
    return path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
