"""Web pages as portals publish them."""

from ipextract.reading.html.reader import read

__all__ = ["read"]
