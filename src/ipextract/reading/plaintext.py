"""Plain text: bytes in UTF-8 (with or without mark) or GB18030, and text that is text already."""

from __future__ import annotations

import hashlib
import re

from ipextract.errors import InputError
from ipextract.patterns import lazily
from ipextract.reading.document import Document
from ipextract.reading.facts import find_facts
from ipextract.reading.front_matter import find_front_matter
from ipextract.reading.layout import lay_out
from ipextract.reading.left_marks import without_marks
from ipextract.reading.limits import Limits

_SURROGATE = lazily(re.compile, "[\ud800-\udfff]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# > 一、经济运行: a line that is quoted.
_QUOTED = lazily(re.compile, r"(?P<end>\A|\n)(?P<mark>(?:> ?)+)")
_FEWEST_QUOTED = 2
# Control characters that no text holds; a file with one is something else.
_BINARY = frozenset(range(0x09)) | frozenset(range(0x0E, 0x1B)) | {0x7F}


def read_plain(data: bytes, source: str, limits: Limits) -> Document:
    """Decode `data` and lay it out.

    Raises:
        InputError: binary, too long, or neither UTF-8 nor GB18030.
    """
    text = decode(data, source)
    if len(text) > limits.characters:
        raise InputError(source, f"its text is longer than {limits.characters} characters; split it, or raise the limit")
    return _document(text.replace("\r\n", "\n").replace("\r", "\n"), source, hashlib.sha256(data).hexdigest())


def read_text(text: str, source: str = "<text>") -> Document:
    r"""Lay out a text that is decoded already; `\r\n` counts as `\n`."""
    # Half of a surrogate pair is no character; the mark of a lost one keeps its place.
    plain = _SURROGATE.sub("\ufffd", text.removeprefix("\ufeff")).replace("\r\n", "\n").replace("\r", "\n")
    return _document(plain, source, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def decode(data: bytes, source: str) -> str:
    """Bytes in UTF-8, in UTF-16 with a mark, or in GB18030 as text.

    Raises:
        InputError: binary, or in none of these.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(source, f"its mark says {encoding}, but byte {error.start} does not fit") from error
    if any(byte in _BINARY for byte in data[:65536]):
        raise InputError(source, "this is a binary file, not text; plain text in UTF-8 or GB18030 is read")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(source, "neither UTF-8 nor GB18030: convert it to UTF-8 first")


def _without_quote_marks(text: str) -> str:
    """A text whose lines are marked as quoted (`> ` at their heads, as Markdown has it), with blanks in place of the marks, behind the lines before; each other character keeps its place."""
    marks = len(_QUOTED.findall(text)) if text.startswith(">") or "\n>" in text else 0
    if marks < _FEWEST_QUOTED:
        return text
    lines = sum(not line.isspace() for line in text.splitlines() if line)
    return _QUOTED.sub(lambda found: " " * len(found["mark"]) + found["end"], text) if marks * 2 >= lines else text


def _document(text: str, source: str, sha256: str) -> Document:
    given, text = text, without_marks(_without_quote_marks(text))
    front = find_front_matter(text)
    blocks = lay_out(text)
    if front.end:
        blocks = (*front.blocks, *(block for block in blocks if block.start >= front.end))
    facts = find_facts(text, blocks, front.stated)
    return Document(
        source=source,
        text=text,
        sha256=sha256,
        blocks=facts.blocks,
        title=facts.title,
        publisher=facts.publisher,
        published=facts.published,
        published_text=facts.published_text,
        metadata=facts.metadata,
        given=None if given == text else given,
    )
