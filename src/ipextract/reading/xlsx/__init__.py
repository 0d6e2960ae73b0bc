"""Workbooks."""

from ipextract.reading.xlsx.reader import read

__all__ = ["read"]
