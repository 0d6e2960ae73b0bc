"""Bytes to a `Document`: text, blocks, headings and what the document says of itself."""

from ipextract.reading.document import Block, Document
from ipextract.reading.plaintext import read_bytes, read_text

__all__ = ["Block", "Document", "read_bytes", "read_text"]
