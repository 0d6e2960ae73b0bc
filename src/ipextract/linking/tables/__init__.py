"""Tables: row and column headings, the caption and its unit make a claim of a cell."""

from ipextract.linking.tables.reader import TableReader

__all__ = ["TableReader"]
