"""`ipextract extract`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from ipextract.commands.shared import (
    DEFAULT_MEGABYTES,
    DEFAULT_PAGES,
    Lexicon,
    MaxMegabytes,
    MaxPages,
    Quiet,
    Run,
    SafeCells,
    Segmenter,
    limits,
    make_extractor,
    not_an_input,
    output,
)

Format = Literal["json", "jsonl", "table", "csv", "parquet"]


def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Releases (text, Markdown, HTML, PDF, DOCX, XLSX, OFD), directories of them, or - for standard input.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write to this file instead of standard output.")] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="json (the default): one object, or an array for several documents; jsonl: one claim a line; table: to read; csv, parquet: one claim a row.",
        ),
    ] = None,
    omit_text: Annotated[bool, typer.Option("--omit-text", help="Leave the document's text out of the JSON.")] = False,
    flat: Annotated[bool, typer.Option("--flat", help="In JSON Lines, the columns of the CSV in place of nested fields.")] = False,
    bom: Annotated[bool, typer.Option("--bom", help="Begin the CSV with a byte-order mark, for spreadsheets.")] = False,
    safe_cells: SafeCells = False,
    segmenter: Segmenter = "auto",
    lexicon: Lexicon = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Instead of data, show each claim in its sentence, with its rule and the origin of each field.")
    ] = False,
    quiet: Quiet = False,
    max_megabytes: MaxMegabytes = DEFAULT_MEGABYTES,
    max_pages: MaxPages = DEFAULT_PAGES,
) -> None:
    """Extract the claims of releases: every number as a typed record."""
    from ipextract.output.forms import Options, pieces

    if explain and form is not None:
        raise typer.BadParameter("--explain shows claims to a reader and has no --format")
    for option, given, needed in (("--flat", flat, "jsonl"), ("--bom", bom, "csv"), ("--safe-cells", safe_cells, "csv")):
        if given and form != needed:
            raise typer.BadParameter(f"goes with --format {needed}", param_hint=option)
    if form == "parquet" and out is None:
        raise typer.BadParameter("parquet is no text: name a file with -o", param_hint="--format")
    not_an_input(out, files)
    options = Options(array=_many(files), omit_text=omit_text, flat=flat, bom=bom, safe=safe_cells)
    run = Run(make_extractor(segmenter, lexicon, limits(max_megabytes, max_pages)), quiet=quiet, out=out)
    with output(out) as write, run:
        for piece in pieces(run.results(files), "explain" if explain else form or "json", options, run.refuse):
            write(piece)
    raise typer.Exit(run.exit_code)


def _many(arguments: list[str]) -> bool:
    """Whether the output is an array: several arguments, or a directory however many documents it holds."""
    return len(arguments) > 1 or Path(arguments[0]).is_dir()
