"""The XML of Word files, parsed so that nothing outside the file is ever fetched and nothing inside it grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError
from lxml import etree

from ipextract.errors import InputError

#: An element of lxml, which is not typed.
Element = Any

# What may stand in the body beside paragraphs and tables; nested ones are told apart by their parent.
_BODY = tuple("{*}" + name for name in ("p", "tbl", "sdt", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "pict", "altChunk", "sectPr"))
# How much of a document may be in memory at once (about half a gigabyte), counted in the marks of tags: the
# largest table of an annual has some hundred thousand.
_MOST_TAGS = 4_000_000
#: Paragraphs and tables in a document: an encyclopaedia has fewer.
_MOST_BLOCKS = 300_000
_HARDENED = {"resolve_entities": False, "load_dtd": False, "no_network": True, "huge_tree": False, "remove_comments": True, "remove_pis": True}


@cache
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: Element) -> str:
    """The name of an element without its namespace: the strict and the transitional kind of a file differ in nothing else."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute `name` of an element, in whatever namespace; None where there is no such element or attribute."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if _local(key) == name:
            return str(text)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of a path of names; None where a step is missing."""
    for name in path:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `<w:vanish/>` is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off")


def parse(data: bytes, source: str, part: str) -> Element:
    """The root of a part.

    Raises:
        InputError: it is broken, declares a document type (and with it entities), or is nested too deep.
    """
    for _ in _guarded(iter((data,)), source, part):
        if data.count(b"<") > _MOST_TAGS:
            raise _too_large(source, part)
    try:
        return etree.fromstring(data, etree.XMLParser(**_HARDENED))
    except (etree.LxmlError, ValueError):
        raise _broken(source, part) from None


def stream_body(chunks: Iterator[bytes], source: str, part: str) -> Iterator[Element]:
    """What stands in the body of a document, one element at a time; each is gone when the next is asked for.

    Raises:
        InputError: the part is broken, declares a document type, or is nested too deep.
    """
    parser = etree.XMLPullParser(events=("end",), tag=_BODY, **_HARDENED)
    tags = blocks = 0
    try:
        for chunk in _guarded(chunks, source, part):
            tags += chunk.count(b"<")
            parser.feed(chunk)
            for element in _body_elements(parser):
                tags = 0
                blocks += 1
                yield element
            if tags > _MOST_TAGS or blocks > _MOST_BLOCKS:
                raise _too_large(source, part)
        parser.close()
        yield from _body_elements(parser)
    except (etree.LxmlError, ValueError):
        raise _broken(source, part) from None


def _body_elements(parser: Any) -> Iterator[Element]:
    for _event, element in parser.read_events():
        body = element.getparent()
        if body is None or local(body) != "body":
            continue
        yield element
        element.clear()
        while element.getprevious() is not None:
            del body[0]


class _FirstElementError(Exception):
    """The prolog is over: nothing of it was refused."""


class _Prolog:
    """Takes the events of a parser up to the first element."""

    def start(self, _tag: str, _attributes: object) -> None:
        raise _FirstElementError

    def end(self, _tag: str) -> None:
        """Nothing ends before the first element."""

    def data(self, _data: str) -> None:
        """Nothing is said before the first element."""

    def close(self) -> None:
        """There may be no element at all."""


def _guarded(chunks: Iterable[bytes], source: str, part: str) -> Iterator[bytes]:
    """The chunks of a part, after its prolog is known to declare nothing: only there can a document type stand."""
    prolog: Any = DefusedXMLParser(target=_Prolog(), forbid_dtd=True)
    looking = True
    for chunk in chunks:
        if looking:
            try:
                prolog.feed(chunk)
            except _FirstElementError:
                looking = False
            except DefusedXmlException:
                raise InputError(source, f"the part {part} declares a document type or entities, which no office program writes: it is not read") from None
            except (ParseError, ValueError, LookupError):
                raise _broken(source, part) from None
        yield chunk


def _too_large(source: str, part: str) -> InputError:
    return InputError(source, f"the part {part} has more elements than any document: it is not read; split it")


def _broken(source: str, part: str) -> InputError:
    return InputError(source, f"the part {part} is broken XML: the file is damaged; fetch it again, or save it anew")
