"""Where data goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

Write = Callable[[str | bytes], None]


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


def _writer(file: BinaryIO) -> Write:
    def write(piece: str | bytes) -> None:
        file.write(piece.encode("utf-8") if isinstance(piece, str) else piece)

    return write
