"""What a PDF would cost, told from its bytes before a library unpacks them: streams that swell, forms within forms."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ipextract.patterns import lazily

_LARGEST_STREAM = 100_000_000
_MOST_DRAWN = 100_000
_HEADER = 4096
_STEP = 65_536
_SCANNED = 4_000_000
_MOST_LAYERS = 8
_OBJECT = lazily(re.compile, rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_FLATE = lazily(re.compile, rb"/(?:FlateDecode|Fl)\b")
_RESOURCES = lazily(re.compile, rb"/Resources\s+(\d{1,10})\s+\d{1,5}\s+R")
_REFERENCE = lazily(re.compile, rb"/([^\s/<>\[\]()]+)\s+(\d{1,10})\s+\d{1,5}\s+R")
_DRAW = lazily(re.compile, rb"/([^\s/<>\[\]()]+)\s+Do\b")


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
    headers: dict[int, bytes] = {}
    for number, header, start in _streams(data):
        if b"/Image" in header:
            continue
        is_form = b"/Form" in header
        layers = len(_FLATE.findall(header))
        size, text = _unpack(data, start, layers, min(_LARGEST_STREAM, unpacked - total), keep=is_form) if layers else (0, data[start : start + _SCANNED])
        total += size
        if size > _LARGEST_STREAM or total > unpacked:
            return f"unpacked it has more than {min(_LARGEST_STREAM, unpacked)} bytes of drawing, far more than any text needs; save it anew with another program"
        if is_form:
            end = text.find(b"endstream")
            forms[number] = _Form(Counter(_DRAW.findall(text[:end] if end >= 0 else text)))
            headers[number] = header
    _name(data, forms, headers)
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


def _unpack(data: bytes, start: int, layers: int, most: int, *, keep: bool) -> tuple[int, bytes]:
    """How large a packed stream is, counted to a little above `most`, and its beginning where it is to be kept."""
    size, kept = 0, bytearray()
    pieces: Iterator[bytes] = (data[place : place + _STEP] for place in range(start, len(data), _STEP))
    for _ in range(min(layers, _MOST_LAYERS)):
        pieces = _inflated(pieces)
    try:
        for piece in pieces:
            size += len(piece)
            if keep and len(kept) < _SCANNED:
                kept += piece
            if size > most:
                break
    except zlib.error:
        pass  # broken or encrypted: the library that reads it says so
    return size, bytes(kept)


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    engine = zlib.decompressobj()
    for packed in pieces:
        piece = packed
        while piece and not engine.eof:
            yield engine.decompress(piece, 16 * _STEP)
            piece = engine.unconsumed_tail
        if engine.eof:
            return


def _name(data: bytes, forms: dict[int, _Form], headers: dict[int, bytes]) -> None:
    """Find the objects that the names in each form stand for, in its own header or in the resources it refers to."""
    nested = [number for number, form in forms.items() if form.draws]
    references = {number: int(found.group(1)) for number in nested if (found := _RESOURCES.search(headers[number]))}
    wanted = set(references.values())
    places = {int(match.group(1)): match.end() for match in _OBJECT.finditer(data) if int(match.group(1)) in wanted} if wanted else {}
    for number in nested:
        place = places.get(references.get(number, -1))
        spelled = headers[number] + (data[place : place + _HEADER] if place is not None else b"")
        forms[number].names = {name: int(target) for name, target in _REFERENCE.findall(spelled)}


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
