"""`ipextract export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from ipextract import __version__
from ipextract.commands.shared import (
    DEFAULT_MEGABYTES,
    DEFAULT_PAGES,
    Lexicon,
    MaxMegabytes,
    MaxPages,
    Quiet,
    Run,
    Segmenter,
    folder,
    limits,
    make_extractor,
    not_an_input,
    output,
)

Target = Literal["webannotation", "labelstudio", "doccano", "brat", "datacommons"]


def export(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Releases, as for extract.")],
    to: Annotated[
        Target,
        typer.Option("--to", help="webannotation: W3C, JSON-LD; labelstudio: tasks; doccano: JSON Lines; brat: a folder of standoff; datacommons: a folder for an import."),
    ],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write to this file; for brat and datacommons to this new folder.")] = None,
    base_url: Annotated[str | None, typer.Option("--base-url", metavar="URL", help="webannotation: where the documents stand, before their names.")] = None,
    segmenter: Segmenter = "auto",
    lexicon: Lexicon = None,
    quiet: Quiet = False,
    max_megabytes: MaxMegabytes = DEFAULT_MEGABYTES,
    max_pages: MaxPages = DEFAULT_PAGES,
) -> None:
    """Extract releases for a tool that reviews or annotates, or for Data Commons."""
    from ipextract.output.exports import file_pieces, folder_pieces

    if base_url is not None and to != "webannotation":
        raise typer.BadParameter("goes with --to webannotation", param_hint="--base-url")
    not_an_input(out, files)
    run = Run(make_extractor(segmenter, lexicon, limits(max_megabytes, max_pages)), quiet=quiet, out=out)
    if to == "brat" or to == "datacommons":  # noqa: PLR1714 - a type checker follows this, and not a test of membership
        if out is None:
            raise typer.BadParameter(f"{to} is several files: name a folder with -o", param_hint="--to")
        with folder(out) as write_file, run:
            for name, text in folder_pieces(run.results(files), to, run.note):
                write_file(name, text)
    else:
        with output(out) as write, run:
            for piece in file_pieces(run.results(files), to, f"ipextract {__version__}", base_url):
                write(piece)
    raise typer.Exit(run.exit_code)
