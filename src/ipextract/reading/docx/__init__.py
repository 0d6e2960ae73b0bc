"""Word files."""

from ipextract.reading.docx.reader import read

__all__ = ["read"]
