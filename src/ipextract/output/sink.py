"""Where data goes: standard output, or a file or folder that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

Write = Callable[[str | bytes], None]
WriteFile = Callable[[str, str], None]


@contextmanager
def open_sink(path: Path | None) -> Iterator[Write]:
    """A function that writes bytes, and text as UTF-8, to `path`, or to standard output where it is None.

    A file is written beside its final place and moved there at the end; when nothing was written, or
    an error ended it, what stood at `path` stays as it was.

    Raises:
        OSError: the place cannot be written to.
    """
    if path is None:
        yield _writer(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():  # a device or a pipe takes the data as it comes
        with path.open("wb") as device:
            yield _writer(device)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield _writer(file)
            empty = file.tell() == 0
        if not empty:
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def open_folder(path: Path) -> Iterator[WriteFile]:
    """A function that adds a text to a file of the new folder `path`, by the file's name within it.

    The folder is made beside its final place and moved there at the end; when nothing was written, or an
    error ended it, there is none.

    Raises:
        OSError: the place cannot be written to, or holds something already.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(errno.EEXIST, "it is there already and not empty; name a new folder")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.mkdir()

    def write(name: str, text: str) -> None:
        file = part / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as handle:
            handle.write(text.encode("utf-8"))

    try:
        yield write
        if any(part.iterdir()):
            if path.exists():
                path.rmdir()
            part.replace(path)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _writer(file: BinaryIO) -> Write:
    def write(piece: str | bytes) -> None:
        file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)

    return write
