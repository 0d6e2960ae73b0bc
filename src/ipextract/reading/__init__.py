"""Bytes to a `Document`: text, blocks, headings and what the document says of itself."""

from ipextract.reading.document import Block, Document
from ipextract.reading.formats import read_bytes
from ipextract.reading.limits import Limits
from ipextract.reading.plaintext import read_text

__all__ = ["Block", "Document", "Limits", "read_bytes", "read_text"]
