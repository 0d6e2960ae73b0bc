"""Which format the bytes of a file are in, told by their content, and the reader of that format."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.archive import part_names
from ipextract.reading.document import Document
from ipextract.reading.limits import Limits
from ipextract.reading.plaintext import read_plain

Reader = Callable[[bytes, str, Limits], Document]

# Format: the module that reads it (its `read`), and the extra that brings the libraries it needs.
_READERS: dict[str, tuple[str, str]] = {
    "html": ("ipextract.reading.html", "html"),
    "pdf": ("ipextract.reading.pdf", "pdf"),
    "docx": ("ipextract.reading.docx", "docx"),
    "xlsx": ("ipextract.reading.xlsx", "xlsx"),
    "ofd": ("ipextract.reading.ofd", "ofd"),
}

# How a part is named that only archives of this format hold; some programs write word/document2.xml.
_ARCHIVES = (("word/document", "docx"), ("xl/workbook.xml", "xlsx"), ("ofd.xml", "ofd"))

_SAVE_AS = "open it in an office program and save it as {}, then read that"
# Formats that are known and not read, by how their bytes begin, with what to do.
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "this is a legacy office file (.doc, .wps, .xls): " + _SAVE_AS.format(".docx or .xlsx")),
    (b"{\\rtf", "this is a rich-text file (.rtf): " + _SAVE_AS.format(".docx")),
    (b"\x89PNG", "this is an image: recognise its text first (OCR), then read that"),
    (b"\xff\xd8\xff", "this is an image: recognise its text first (OCR), then read that"),
    (b"GIF8", "this is an image: recognise its text first (OCR), then read that"),
    (b"II*\x00", "this is an image: recognise its text first (OCR), then read that"),
    (b"MM\x00*", "this is an image: recognise its text first (OCR), then read that"),
    (b"Rar!", "this is an archive: unpack it, then read what it holds"),
    (b"7z\xbc\xaf", "this is an archive: unpack it, then read what it holds"),
    (b"\x1f\x8b", "this is an archive: unpack it, then read what it holds"),
)
# Where a PDF may have bytes before its header, and where a page says that it is one.
_PDF_HEAD = 1024
_PIECE = 1 << 20
_HTML_HEAD = 4096
_HTML = lazily(re.compile, rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|tbody|tr|p|span|h[1-6]|ul|ol|dl|section|article|main|center|font)[\s>/]", re.IGNORECASE)


def read_bytes(data: bytes, source: str, limits: Limits | None = None) -> Document:
    """Read a file of any format that has a reader.

    Args:
        data: the file's bytes.
        source: its name, for messages and the record.
        limits: what it may cost; by default those of `Limits`.

    Raises:
        InputError: it is empty, broken, too large, or in a format that is not read; or the libraries
            that its format needs are not installed. The reason says what to do.
    """
    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise too_large(source, len(data), limits)
    if not data.strip():
        raise InputError(source, "the file is empty")
    form = detect(data, source)
    return read_plain(data, source, limits) if form == "text" else _reader(form, source)(data, source, limits)


def read_file(path: str | Path, limits: Limits) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        InputError: it is missing, a directory, cannot be read, or is larger than `limits.file_bytes`.
    """
    source = Path(path)
    try:
        size = source.stat().st_size
        if size > limits.file_bytes:
            raise too_large(str(path), size, limits)
        with source.open("rb") as handle:
            return read_limited(handle, str(path), limits)
    except FileNotFoundError:
        raise InputError(str(path), "no such file") from None
    except IsADirectoryError:
        raise InputError(str(path), "this is a directory; name the files in it") from None
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from None


def read_limited(handle: BinaryIO, source: str, limits: Limits) -> bytes:
    """What a file, a pipe or a device gives, which may never end.

    Raises:
        InputError: it gives more than `limits.file_bytes`.
    """
    pieces: list[bytes] = []
    size = 0
    while piece := handle.read(_PIECE):
        size += len(piece)
        if size > limits.file_bytes:
            raise InputError(source, f"it has more bytes than the limit of {limits.file_bytes}; split it, or raise the limit")
        pieces.append(piece)
    return b"".join(pieces)


def too_large(source: str, size: int, limits: Limits) -> InputError:
    """The error for a file of `size` bytes."""
    return InputError(source, f"the file has {size} bytes, more than the limit of {limits.file_bytes}; split it, or raise the limit")


def detect(data: bytes, source: str) -> str:
    """`text`, or the format that has a reader of its own.

    Raises:
        InputError: the format is known and not read.
    """
    for start, reason in _REFUSED:
        if data.startswith(start):
            raise InputError(source, reason)
    if b"%PDF-" in data[:_PDF_HEAD]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _archive(data, source)
    head = data[:_HTML_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\x00", b"")
    match = _HTML.search(head)
    return "html" if match and (head[: match.start()].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n") == b"" or b"<html" in head.lower() or b"<!doctype" in head.lower() or b"<!--" in head) else "text"


def _archive(data: bytes, source: str) -> str:
    names = part_names(data, source)
    for start, form in _ARCHIVES:
        if any(name.startswith(start) and name.endswith(".xml") for name in names):
            return form
    if "xl/workbook.bin" in names:
        raise InputError(source, "this is a binary workbook (.xlsb): " + _SAVE_AS.format(".xlsx"))
    raise InputError(source, "an archive that is no .docx, .xlsx or .ofd: unpack it, then read what it holds")


def _reader(form: str, source: str) -> Reader:
    module, extra = _READERS[form]
    try:
        return import_module(module).read  # type: ignore[no-any-return]
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("ipextract"):
            raise
        raise InputError(source, f"reading .{form} needs more libraries: pip install 'ipextract[{extra}]'") from None
