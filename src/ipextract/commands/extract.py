"""`ipextract extract`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ipextract.commands.shared import Lexicon, Run, Segmenter, make_extractor, output
from ipextract.reading.limits import Limits

if TYPE_CHECKING:
    from ipextract.models import Extraction

_LIMITS = Limits()
DEFAULT_MEGABYTES = _LIMITS.file_bytes // 1_000_000
Format = Literal["json", "jsonl", "table"]


def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Releases (text, Markdown, HTML, PDF, DOCX, XLSX, OFD), directories of them, or - for standard input.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write to this file instead of standard output.")] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="json (the default): one object, or an array for several documents; jsonl: one claim a line; table: to read."),
    ] = None,
    omit_text: Annotated[bool, typer.Option("--omit-text", help="Leave the document's text out of the JSON.")] = False,
    segmenter: Segmenter = "auto",
    lexicon: Lexicon = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Instead of data, show each claim in its sentence, with its rule and the origin of each field.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error, only errors.")] = False,
    max_megabytes: Annotated[int, typer.Option("--max-megabytes", min=1, max=1_000_000, help="Refuse a file that is larger.")] = DEFAULT_MEGABYTES,
    max_pages: Annotated[int, typer.Option("--max-pages", min=1, help="Refuse a document with more pages.")] = _LIMITS.pages,
) -> None:
    """Extract the claims of releases: every number as a typed record."""
    if explain and form is not None:
        raise typer.BadParameter("--explain shows claims to a reader and has no --format")
    if out is not None and any(Path(name).resolve() == out.resolve() for name in files):
        raise typer.BadParameter(f"{out} is also an input", param_hint="--out")
    size = max_megabytes * 1_000_000
    limits = Limits(file_bytes=size, unpacked_bytes=max(size * 4, _LIMITS.unpacked_bytes), pages=max_pages)
    run = Run(make_extractor(segmenter, lexicon, limits), quiet=quiet)
    with output(out) as write:
        for piece in _written(run.results(files), "explain" if explain else form or "json", array=_many(files), omit_text=omit_text):
            write(piece)
    raise typer.Exit(1 if run.failed else 0)


def _many(arguments: list[str]) -> bool:
    """Whether the output is an array: several arguments, or a directory however many documents it holds."""
    return len(arguments) > 1 or Path(arguments[0]).is_dir()


def _written(results: Iterator[Extraction], form: str, *, array: bool, omit_text: bool) -> Iterator[str]:
    """The output in pieces, each made when its document is done."""
    from ipextract.output.explain import explain
    from ipextract.output.lines import claim_lines
    from ipextract.output.table import table

    if form == "json":
        count = 0
        for count, extraction in enumerate(results, 1):
            yield ("[\n" if count == 1 else ",\n") * array + extraction.to_json(omit_text=omit_text)
        if count:  # where every input failed nothing was opened, and nothing is written
            yield "\n]\n" if array else "\n"
        return
    for extraction in results:
        if form == "jsonl":
            yield "".join(line + "\n" for line in claim_lines(extraction))
        else:
            yield table(extraction) if form == "table" else "".join(explain(extraction))
