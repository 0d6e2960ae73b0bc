"""ipextract: the numbers of Chinese government releases as typed records."""

from __future__ import annotations

__version__ = "0.1.0"
