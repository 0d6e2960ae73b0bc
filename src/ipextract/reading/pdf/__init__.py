"""PDF: paragraphs, tables and pages."""

from ipextract.reading.pdf.reader import boxes, read

__all__ = ["boxes", "read"]
