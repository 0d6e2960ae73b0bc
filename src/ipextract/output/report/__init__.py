"""A page to read releases on: one HTML file with text, claims, checks and comparison, complete in itself.

`data` says what the page knows, `page` puts it together with the parts in `assets`, which are written by
hand: the page, its style, and its script in a few pieces. The script alone builds what is shown, and sets
what came from a document only as text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ipextract.models import Extraction
from ipextract.output.report.data import page_data
from ipextract.output.report.page import write_page

__all__ = ["report"]


def report(extractions: Extraction | Sequence[Extraction], comparison: Mapping[str, Any] | None = None) -> str:
    """A page that shows every number of `extractions` where it stands: HTML that needs nothing beside itself.

    Whatever the documents contain, the page runs none of it and fetches nothing: what they say is embedded
    as data and set as text, and a Content-Security-Policy allows the page's own script and style alone.

    Args:
        extractions: what was found in one document or in several, in the order in which they are to be shown.
        comparison: how the releases compare, as plain dictionaries: `releases`, and `indicators` with `values` (one a
            release, None where it has none: a number, or `value` and the `claim` it stands in) and `changes` (the
            number of the `release` they lead up to and of the one they are measured `against`, `computed`, `stated`,
            `verdict`); where there are `revisions`, `new`, `gone` and `changed`, they name indicators by their numbers.
            None where nothing is compared.

    Raises:
        ValueError: there is no extraction.
    """
    shown = [extractions] if isinstance(extractions, Extraction) else list(extractions)
    if not shown:
        raise ValueError("a report needs at least one extraction")
    return write_page(_title(shown), page_data(shown, comparison))


def _title(extractions: Sequence[Extraction]) -> str:
    """What the window is called: the first document's title, and how many others there are."""
    document = extractions[0].document
    others = len(extractions) - 1
    return (document.title or document.source) + (f" 等{others + 1}份" if others else "")
