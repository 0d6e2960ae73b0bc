"""`ipextract report`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ipextract.commands.shared import Lexicon, Run, Segmenter, make_extractor, output

if TYPE_CHECKING:
    from ipextract.models import Extraction


def report(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Releases, directories of them, or - for standard input.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write to this file instead of standard output.")] = None,
    segmenter: Segmenter = "auto",
    lexicon: Lexicon = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error, only errors.")] = False,
) -> None:
    """Write one HTML page to read releases on: the text with every number marked, the records, the checks."""
    from ipextract.output.report import report as report_page

    if out is not None and any(Path(name).resolve() == out.resolve() for name in files):
        raise typer.BadParameter(f"{out} is also an input", param_hint="--out")
    run = Run(make_extractor(segmenter, lexicon), quiet=quiet)
    with output(out) as write:
        extractions = list(run.releases(files))
        if extractions:  # where every input failed nothing is written
            write(report_page(extractions, comparison_of(extractions, lexicon)))
    raise typer.Exit(1 if run.failed else 0)


def comparison_of(extractions: Sequence[Extraction], lexicon: Path | None = None) -> dict[str, Any] | None:
    """How several releases compare, as the page shows it beside them; None where there is but one, or they are of no series."""
    if len(extractions) < 2:
        return None
    from ipextract.errors import ComparisonError
    from ipextract.lexicon import load_lexicon
    from ipextract.releases.comparison import compare_extractions

    try:
        return compare_extractions(extractions, lexicon=load_lexicon(lexicon)).to_dict()
    except ComparisonError:
        return None
