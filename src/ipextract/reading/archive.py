"""Archives (DOCX, XLSX and OFD are archives of XML parts), opened without trusting what they say of themselves."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator

from ipextract.errors import InputError
from ipextract.reading.limits import Limits

#: The parts that an archive may have at most: a report of a thousand pages has some thousands.
MOST_PARTS = 20_000
#: What one page, one part of styles or of notes may unpack to.
LARGEST_PART = 50_000_000
_ENTRY = b"PK\x01\x02"
_CHUNK = 1 << 16
_ENCRYPTED = 0x1
# Everything that the standard library raises on an archive that is cut off or mangled.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, IndexError, struct.error, NotImplementedError, RuntimeError)


class Archive:
    """The parts of an archive, by name without regard to case.

    Nothing is unpacked before it is asked for, and what is unpacked is counted byte by byte: a
    directory that gives false sizes changes nothing. Nothing is ever written, so names are only names.

    Args:
        data: the archive.
        source: the name the user gave.
        limits: `unpacked_bytes` is what all parts together may unpack to.

    Raises:
        InputError: it is no archive, broken, or has too many parts or two of one name.
    """

    def __init__(self, data: bytes, source: str, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._unpacked = 0
        self._archive = _open(data, source)
        if sum(info.file_size for info in self._archive.infolist()) > limits.unpacked_bytes:
            # What the directory admits is enough to refuse; what it hides is counted while it is unpacked.
            raise InputError(source, f"it unpacks to more than {limits.unpacked_bytes} bytes; raise the limit if it is to be trusted")
        self._parts = {_plain(info.filename): info for info in self._archive.infolist()}
        if len(self._parts) < len(self._archive.infolist()):
            # Two readers would read two different files.
            raise InputError(source, "two parts of the archive have one name: the file is damaged; save it anew")

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case and with `/`."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part that is held in memory as a whole.

        Raises:
            InputError: it is missing, encrypted or broken, or unpacks to more than the limit.
        """
        out = bytearray()
        for chunk in self.chunks(name):
            out += chunk
            if len(out) > LARGEST_PART:
                raise InputError(self._source, f"the part {name} unpacks to more than {LARGEST_PART} bytes, more than any page has: it is not read")
        return bytes(out)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece.

        Raises:
            InputError: it is missing, encrypted or broken, or unpacks to more than the limit.
        """
        info = self._parts.get(_plain(name))
        if info is None:
            raise InputError(self._source, f"the part {name} is missing: the file is damaged; fetch it again, or save it anew")
        if info.flag_bits & _ENCRYPTED:
            raise InputError(self._source, "it is encrypted: open it with its password and save it without one")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            # The other ways of packing blow up a few bytes to gigabytes at one step, and no office program uses them.
            raise InputError(self._source, f"the part {name} is packed in a way that no office program uses: save it anew")
        try:
            with self._archive.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._unpacked += len(chunk)
                    if self._unpacked > self._limits.unpacked_bytes:
                        raise InputError(self._source, f"it unpacks to more than {self._limits.unpacked_bytes} bytes; raise the limit if it is to be trusted")
                    yield chunk
        except _BROKEN:
            raise InputError(self._source, f"a broken archive (at {name}): it may be cut off; fetch it again") from None


def part_names(data: bytes, source: str) -> tuple[str, ...]:
    """The names of an archive's parts, in lower case and with `/`.

    Raises:
        InputError: it is no archive, broken, or has too many parts.
    """
    with _open(data, source) as archive:
        return tuple(_plain(name) for name in archive.namelist())


def inside(base: str, target: str) -> str:
    """The name of the part that the part `base` calls `target`: from its own folder, or with `/` from the top.

    >>> inside("Doc_0/Document.xml", "Pages/Page_0/Content.xml"), inside("word/document.xml", "/word/styles.xml")
    ('Doc_0/Pages/Page_0/Content.xml', 'word/styles.xml')
    """
    target = target.strip().replace("\\", "/")
    joined = target if target.startswith("/") else posixpath.join(posixpath.dirname(base), target)
    return posixpath.normpath("/" + joined).lstrip("/")


def _open(data: bytes, source: str) -> zipfile.ZipFile:
    # Counted before the directory is read: a million empty entries are a gigabyte of objects.
    if data.count(_ENTRY) > MOST_PARTS:
        raise InputError(source, f"an archive of more than {MOST_PARTS} parts: no document has so many")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise InputError(source, "a broken archive (.docx, .xlsx and .ofd are archives): it may be cut off; fetch it again") from None


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
