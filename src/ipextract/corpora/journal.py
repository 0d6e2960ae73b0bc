"""The journal: a line for each part that is whole, so that an ended run goes on behind the last.

A part is first there and then noted: a part that is not noted is done again, and one that is noted is never touched.
The first line holds the settings that the output depends on. A line counts when its line end is there: what a power
cut or a full disk has left of the last one is cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from ipextract.corpora.parts import sync_folder
from ipextract.corpora.plan import Place
from ipextract.errors import InputError

NAME = "journal.jsonl"
Settings = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the corpus stands when a part is whole; all counts are from the beginning.

    Attributes:
        part: how many parts there are.
        place: the place in the inputs behind it.
        documents: how many were read.
        claims: how many were found in them.
        errors: how many rows of errors, by what went wrong.
    """

    part: int = 0
    place: Place | None = None
    documents: int = 0
    claims: int = 0
    errors: dict[str, int] = field(default_factory=dict)


class Journal:
    """As a context: the journal of a folder, which one run at a time may write.

    Args:
        folder: the folder of the output; it is made where there is none.
        settings: what the output depends on.

    Attributes:
        last: the entry of the last part; one that stands for nothing in a new folder.

    Raises:
        InputError: the folder holds something else, was begun with other settings, or another run is writing it.
        OSError: it cannot be written.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        path = folder / NAME
        if folder.is_dir() and not path.exists() and any(folder.iterdir()):
            raise InputError(str(folder), "it holds something else; name a new directory")
        folder.mkdir(parents=True, exist_ok=True)
        self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b", buffering=0)
        try:
            _lock(self._file.fileno(), folder)
            lines, length = _whole_lines(self._file.read())
            self.last = _last(lines, settings, folder)
            self._file.truncate(length)
            self._file.seek(length)
            if not lines:
                self._write(dict(settings))
                sync_folder(folder)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def note(self, entry: Entry) -> None:
        """A part is whole."""
        self._write(asdict(entry))
        self.last = entry

    def _write(self, line: dict[str, Any]) -> None:
        data = (json.dumps(line, ensure_ascii=False) + "\n").encode()
        if self._file.write(data) != len(data):
            raise OSError(28, "no space left on the device")
        os.fsync(self._file.fileno())


def _whole_lines(data: bytes) -> tuple[list[dict[str, Any]], int]:
    """The lines that are whole, up to the first that is not, and how many bytes they have."""
    lines, length = [], 0
    for line in data.splitlines(keepends=True):
        try:
            found = json.loads(line)
        except ValueError:
            break
        if not line.endswith(b"\n") or not isinstance(found, dict):
            break
        lines.append(found)
        length += len(line)
    return lines, length


def _last(lines: list[dict[str, Any]], settings: Settings, folder: Path) -> Entry:
    if not lines:
        return Entry()
    begun, *entries = lines
    other = [name for name in {**begun, **settings} if begun.get(name) != settings.get(name)]
    if other:
        name = other[0]
        raise InputError(str(folder), f"it was begun with another {name} ({begun.get(name)}, now {settings.get(name)}); go on with the same, or name a new directory")
    if not entries:
        return Entry()
    last = entries[-1]
    try:
        return Entry(**{**last, "place": Place(**last["place"])})
    except (KeyError, TypeError):
        raise InputError(str(folder), f"its {NAME} is none that this version has written; name a new directory") from None


def _lock(handle: int, folder: Path) -> None:
    """Held until the process ends, however it ends; where the system has no such locks there is none."""
    try:
        import fcntl
    except ModuleNotFoundError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InputError(str(folder), "another run is writing it") from None
