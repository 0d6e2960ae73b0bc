"""What `ipextract extract` writes in each form, in pieces that are made as the documents are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ipextract.models import Extraction

Form = Literal["json", "jsonl", "table", "csv", "parquet", "explain"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a form can be asked for.

    Attributes:
        array: JSON: an array, also of one document.
        omit_text: JSON: without the document's text.
        flat: JSON Lines: the columns of a table in place of nested fields.
        bom: CSV: begin with a byte-order mark.
        safe: CSV: no text that a spreadsheet could run.
    """

    array: bool = False
    omit_text: bool = False
    flat: bool = False
    bom: bool = False
    safe: bool = False


def pieces(results: Iterable[Extraction], form: Form, options: Options, refuse: Callable[[str], None]) -> Iterator[str | bytes]:
    """The output, one piece after the other; nothing where there is no document.

    Args:
        results: the documents, each taken when the one before has been written.
        form: how they are written.
        options: of the form.
        refuse: is told in one line what the form cannot hold.

    Raises:
        MissingExtraError: the libraries of the form are not installed.
    """
    match form:
        case "json":
            return _json(results, options)
        case "jsonl":
            from ipextract.output.lines import claim_lines

            return ("".join(line + "\n" for line in claim_lines(one, flat=options.flat)) for one in results)
        case "csv":
            from ipextract.output.csv import csv_pieces

            return csv_pieces(results, bom=options.bom, safe=options.safe)
        case "parquet":
            from ipextract.output.parquet import parquet_pieces

            return parquet_pieces(results, refuse)
        case "table":
            from ipextract.output.table import table

            return map(table, results)
        case "explain":
            from ipextract.output.explain import explain

            return ("".join(explain(one)) for one in results)


def _json(results: Iterable[Extraction], options: Options) -> Iterator[str]:
    count = 0
    for count, extraction in enumerate(results, 1):
        yield ("[\n" if count == 1 else ",\n") * options.array + extraction.to_json(omit_text=options.omit_text)
    if count:  # where every input failed nothing was opened, and nothing is written
        yield "\n]\n" if options.array else "\n"
