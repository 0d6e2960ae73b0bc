"""OFD (GB/T 33190), the official layout format."""

from ipextract.reading.ofd.reader import read

__all__ = ["read"]
