"""Parts: files of bounded size that are there whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal, Self

from ipextract.corpora.forms import FormName, PartFile, encode_failures, open_part
from ipextract.corpora.worker import Extracted
from ipextract.patterns import lazily

What = Literal["claims", "errors"]
_NAME: Final = lazily(re.compile, r"(?:claims|errors)-(\d{6,})\.(?:jsonl|parquet)|\.(?:claims|errors)\.part")


class Parts:
    """As a context: the part that is being written, and the next when that is done; one that is not finished at the end is gone.

    Args:
        folder: where the parts lie.
        form: how they are written.
        rows: how many rows a part holds, and those of one document more; and how many documents it may stand for.
    """

    def __init__(self, folder: Path, form: FormName, rows: int) -> None:
        self._folder = folder
        self._form = form
        self._most = rows
        self._files: dict[What, PartFile] = {}
        self._rows = self._documents = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._abandon()

    @property
    def full(self) -> bool:
        return max(self._rows, self._documents) >= self._most

    def add(self, extracted: Extracted) -> None:
        """The rows of one more document."""
        self._documents += 1
        self._rows += extracted.claims + len(extracted.failures)
        if extracted.claims:
            self._file("claims").add(extracted.data)
        if extracted.failures:
            self._file("errors").add(encode_failures(extracted.failures, self._form))

    def finish(self, number: int) -> None:
        """Let the part appear under its number, down to the disk, and begin another."""
        for what, file in self._files.items():
            file.close()
            self._working(what).replace(self._folder / f"{what}-{number:06}.{self._form}")
        if self._files:
            sync_folder(self._folder)
        self._files = {}
        self._rows = self._documents = 0

    def _abandon(self) -> None:
        """Give up the part that is being written."""
        for what, file in self._files.items():
            with suppress(OSError, ValueError):  # the disk is full, or closing it has failed once already
                file.close()
            self._working(what).unlink(missing_ok=True)
        self._files = {}

    def clear(self, done: int) -> None:
        """Take away what a run has left behind that was ended: all parts above the number `done`."""
        for path in self._folder.iterdir():
            name = _NAME.fullmatch(path.name)
            if name and int(name[1] or done + 1) > done:
                path.unlink()

    def _file(self, what: What) -> PartFile:
        if what not in self._files:
            self._files[what] = open_part(self._working(what), self._form, what)
        return self._files[what]

    def _working(self, what: What) -> Path:
        return self._folder / f".{what}.part"


def sync_folder(folder: Path) -> None:
    """Have the names in a folder outlive a power cut, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
