"""From what the user names to documents, in an order that is the same at every run.

An input is walked file by file (a shard), and a table row by row; nothing but the names of one directory is held.
A `Place` says how far that has come, so that a later run goes on behind it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from glob import has_magic, iglob
from pathlib import Path
from typing import Literal

from ipextract.corpora.tables import TABLE_SUFFIXES, Columns, read_rows
from ipextract.errors import InputError
from ipextract.inputs import DOCUMENT_SUFFIXES, STANDARD_INPUT, spelled


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of the corpus.

    Attributes:
        source: what the record calls it: its name, or its path within the directory or before the pattern's first mark.
        path: where it is.
        size: its bytes; 0 where it is missing.
        form: one document, or a table with a document a row.
        problem: why there is no file at all.
    """

    source: str
    path: Path
    size: int
    form: Literal["document", "jsonl", "parquet"] = "document"
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """How far a run has come.

    Attributes:
        shard: the number of the shard, 0 the first.
        row: how many of its rows are done; 1 for a document.
        inputs: a digest of the names and sizes of all shards up to this one.
        offset: bytes of input up to here.
    """

    shard: int
    row: int
    inputs: str
    offset: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document to extract.

    Attributes:
        source: what the record calls it.
        size: its bytes, about.
        place: the place behind it.
        path: the file to read, or else
        text: the text, or else
        problem: why there is none.
    """

    source: str
    size: int
    place: Place
    path: Path | None = None
    text: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents of a corpus.

    Attributes:
        arguments: files, directories and patterns.
        columns: how the columns of tables are called.
        out: a directory that is no input, wherever it lies.
        longest: how many bytes a line of a table may have.
    """

    arguments: tuple[str, ...]
    columns: Columns
    out: Path
    longest: int

    def shards(self) -> Iterator[Shard]:
        """The files, in the order of the arguments and of their paths."""
        for argument in self.arguments:
            yield from self._shards(argument)

    def documents(self, after: Place | None = None) -> Iterator[Document]:
        """The documents behind a place, or all.

        Raises:
            InputError: the files before that place are not those of the run that came there.
        """
        digest = hashlib.sha256()
        offset = 0
        number = -1
        for number, shard in enumerate(self.shards()):
            digest.update(f"{shard.source}\0{shard.size}\0".encode())
            if after is None or number > after.shard:
                yield from self._documents(shard, Place(number, 0, digest.hexdigest(), offset))
            elif number == after.shard:
                if digest.hexdigest() != after.inputs:
                    raise self._changed()
                yield from self._documents(shard, after)
            offset += shard.size
        if after is not None and number < after.shard:
            raise self._changed()

    def _documents(self, shard: Shard, place: Place) -> Iterator[Document]:
        """The documents of a shard behind `place`, which lies in it."""
        if shard.form == "document":
            if place.row == 0:
                behind = Place(place.shard, 1, place.inputs, place.offset + shard.size)
                yield Document(shard.source, shard.size, behind, path=None if shard.problem else shard.path, problem=shard.problem)
            return
        offset = place.offset
        for row in read_rows(shard.path, shard.source, shard.form, self.columns, place.row, self.longest):
            offset += row.size
            yield Document(row.source, row.size, Place(place.shard, row.number, place.inputs, offset), text=row.text, problem=row.problem)

    def _changed(self) -> InputError:
        return InputError(str(self.out), "the inputs before the place where the journal stands have changed (other names, sizes or order): name a new directory")

    def _shards(self, argument: str) -> Iterator[Shard]:
        path = Path(argument)
        found = 0
        if argument in ("", STANDARD_INPUT):
            yield Shard(argument, path, 0, problem="a corpus is read from files: name files, directories or patterns")
        elif path.is_dir():
            for one in self._walk(path):
                found += 1
                yield _shard(one, one.relative_to(path).as_posix())
            if not found:
                yield Shard(argument, path, 0, problem="no documents in this directory")
        elif has_magic(argument) and not path.exists():
            root = _fixed(path)
            for one in map(Path, sorted(iglob(argument, recursive=True))):  # noqa: PTH207 - the pattern may be absolute
                if one.is_file() and not self._is_out(one):
                    found += 1
                    yield _shard(one, one.relative_to(root).as_posix())
            if not found:
                yield Shard(argument, path, 0, problem="no file fits this")
        else:
            yield _shard(path, path.name)

    def _walk(self, directory: Path) -> Iterator[Path]:
        """All documents and tables below, in order of their paths; nothing hidden, and not the output."""
        for entry in sorted(os.scandir(directory), key=lambda one: one.name):
            path = directory / entry.name
            if entry.name.startswith(".") or self._is_out(path):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(path)
            elif path.suffix.lower() in (*DOCUMENT_SUFFIXES, *TABLE_SUFFIXES) and entry.is_file():
                yield path

    def _is_out(self, path: Path) -> bool:
        return path.absolute().is_relative_to(self.out.absolute())


def _shard(path: Path, source: str) -> Shard:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading it says what is wrong
    return Shard(spelled(source), path, size, TABLE_SUFFIXES.get(path.suffix.lower(), "document"))


def _fixed(pattern: Path) -> Path:
    """What stands before the first mark of a pattern: `releases` of `releases/*/2024*.txt`."""
    parts = list(pattern.parts)
    return Path(*parts[: next(number for number, part in enumerate(parts) if has_magic(part))])
