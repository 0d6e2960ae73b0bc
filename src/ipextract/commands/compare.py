"""`ipextract compare`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ipextract.commands.shared import Lexicon, Run, SafeCells, Segmenter, complain, make_extractor, output
from ipextract.errors import ComparisonError, NamesError

if TYPE_CHECKING:
    from ipextract.releases.models import Comparison

Format = Literal["table", "json", "csv"]


def compare(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Releases of different years: documents of any format, JSON that `ipextract extract` wrote, directories, or - for standard input."),
    ],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write to this file instead of standard output.")] = None,
    form: Annotated[Format, typer.Option("--format", help="table (the default): to read; json: all of it; csv: one row an indicator and release.")] = "table",
    names: Annotated[Path | None, typer.Option("--names", metavar="FILE", help="Which names mean the same and which do not (TOML, docs/compare.md).")] = None,
    safe_cells: SafeCells = False,
    segmenter: Segmenter = "auto",
    lexicon: Lexicon = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error, only errors.")] = False,
) -> None:
    """Lay releases of several years beside each other: what moved, and whether they agree on it."""
    from ipextract.lexicon import load_lexicon
    from ipextract.releases.comparison import compare_extractions
    from ipextract.releases.overrules import read_overrules

    if safe_cells and form != "csv":
        raise typer.BadParameter("goes with --format csv", param_hint="--safe-cells")
    if out is not None and any(Path(name).resolve() == out.resolve() for name in files):
        raise typer.BadParameter(f"{out} is also an input", param_hint="--out")
    try:
        overrules = read_overrules(names) if names is not None else None
    except NamesError as error:
        raise typer.BadParameter(str(error), param_hint="--names") from None
    run = Run(make_extractor(segmenter, lexicon), quiet=quiet)
    releases = list(run.releases(files))
    if len(releases) < 2 and not run.failed:
        raise typer.BadParameter("two releases or more are needed to compare", param_hint="FILE")
    try:
        comparison = compare_extractions(releases, overrules, load_lexicon(lexicon))
    except ComparisonError as error:
        complain(str(error))
        raise typer.Exit(1) from None
    if not quiet:
        for warning in comparison.warnings:
            complain(warning)
    with output(out) as write:
        write(_written(comparison, form, safe=safe_cells))
    raise typer.Exit(1 if run.failed else 0)


def _written(comparison: Comparison, form: Format, *, safe: bool) -> str:
    from ipextract.releases.rows import to_csv
    from ipextract.releases.table import table

    if form == "json":
        return comparison.to_json() + "\n"
    return to_csv(comparison, safe=safe) if form == "csv" else table(comparison)
