"""What a PDF would cost, told from its bytes before a library unpacks them: streams that swell, forms within forms."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

_LARGEST_STREAM = 100_000_000
_MOST_DRAWN = 100_000
_HEADER = 4096
_STEP = 65_536
_SCANNED = 4_000_000
_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,10})\s+\d{1,5}\s+R")
_REFERENCE = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,10})\s+\d{1,5}\s+R")
_DRAW = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")


@dataclass(slots=True)
class _Form:
    """A form: how often it draws each name, and which objects names stand for."""

    draws: Counter[bytes] = field(default_factory=Counter)
    names: dict[bytes, int] = field(default_factory=dict)


def cost_too_high(data: bytes, unpacked: int) -> str | None:
    """Why a PDF is refused before it is opened, or None.

    Args:
        data: its bytes.
        unpacked: how many bytes its streams may unpack to, all in all; pictures are not unpacked.
    """
    total = 0
    forms: dict[int, _Form] = {}
    for number, header, start in _streams(data):
        if b"/Image" in header:
            continue
        is_form = b"/Form" in header
        size, text = _unpack(data, start, min(_LARGEST_STREAM, unpacked - total), keep=is_form) if _FLATE.search(header) else (0, data[start : start + _SCANNED])
        total += size
        if size > _LARGEST_STREAM or total > unpacked:
            return f"unpacked it has more than {min(_LARGEST_STREAM, unpacked)} bytes of drawing, far more than any text needs; save it anew with another program"
        if is_form:
            end = text.find(b"endstream")
            forms[number] = _Form(Counter(_DRAW.findall(text[:end] if end >= 0 else text)), _names(data, header))
    if any(_drawn(number, forms, {}, set()) > _MOST_DRAWN for number in forms):
        return f"its pages draw the same things more than {_MOST_DRAWN} times over; save it anew with another program"
    return None


def _streams(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Each stream: the number of its object, what stands before it, and where its bytes begin."""
    position = 0
    while (position := data.find(b"stream", position)) >= 0:
        start = position + 6
        if data[position - 3 : position] == b"end" or data[start : start + 1] not in {b"\r", b"\n"}:
            position = start
            continue
        before = data[max(0, position - _HEADER) : position]
        heads = list(_OBJECT.finditer(before))
        start += 2 if data[start : start + 2] == b"\r\n" else 1
        yield (int(heads[-1].group(1)), before[heads[-1].end() :], start) if heads else (-1, before, start)
        end = data.find(b"endstream", start)
        position = end + 9 if end >= 0 else len(data)


def _unpack(data: bytes, start: int, most: int, *, keep: bool) -> tuple[int, bytes]:
    """How large a packed stream is, counted to a little above `most`, and its beginning where it is to be kept."""
    size, kept = 0, bytearray()
    engine = zlib.decompressobj()
    try:
        while size <= most and not engine.eof and start < len(data):
            piece = data[start : start + _STEP]
            start += len(piece)
            while piece and size <= most and not engine.eof:
                out = engine.decompress(piece, 16 * _STEP)
                size += len(out)
                if keep and len(kept) < _SCANNED:
                    kept += out
                piece = engine.unconsumed_tail
    except zlib.error:
        pass  # broken or encrypted: the library that reads it says so
    return size, bytes(kept)


def _names(data: bytes, header: bytes) -> dict[bytes, int]:
    """The objects that a form's names stand for, in its own header or in the resources that it refers to."""
    found = {name: int(number) for name, number in _REFERENCE.findall(header)}
    reference = _RESOURCES.search(header)
    if reference:
        place = re.search(rb"(?<!\d)" + reference.group(1) + rb"\s+\d{1,5}\s+obj\b", data)
        if place:
            found |= {name: int(number) for name, number in _REFERENCE.findall(data[place.end() : place.end() + _HEADER])}
    return found


def _drawn(number: int, forms: dict[int, _Form], known: dict[int, int], above: set[int]) -> int:
    """How many forms are drawn where this one is."""
    if number not in forms or number in above or len(above) > 200:
        return 1
    if number not in known:
        form = forms[number]
        known[number] = 1 + sum(
            count * _drawn(form.names[name], forms, known, above | {number}) for name, count in form.draws.items() if form.names.get(name) in forms
        )
    return known[number]
