"""`ipextract evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ipextract.commands.shared import Lexicon, Segmenter, complain, make_extractor, output
from ipextract.errors import IpextractError


def evaluate(
    golds: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Annotated releases (X.gold), or directories of them.")],
    document: Annotated[
        Path | None, typer.Option("--document", metavar="FILE", help="The release that the one GOLD annotates; X.txt or X.md beside it by default.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, spurious and wrong, with the rule that did it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the counts as JSON.")] = False,
    segmenter: Segmenter = "auto",
    lexicon: Lexicon = None,
) -> None:
    """Score extractions against annotated releases, field by field and kind by kind."""
    from ipextract.evaluation import Evaluation, find_golds, report, report_errors, report_json

    if document is not None and (len(golds) != 1 or golds[0].is_dir()):
        raise typer.BadParameter("goes with one GOLD", param_hint="--document")
    evaluation = Evaluation(make_extractor(segmenter, lexicon))
    failed = False
    for argument in golds:
        try:
            for gold in find_golds(argument):
                evaluation.add(gold, document)
        except IpextractError as error:
            complain(str(error))
            failed = True
    with output() as write:
        if as_json:
            write(report_json(evaluation))
        elif evaluation.findings:
            write((report_errors(evaluation) if errors else "") + report(evaluation))
    raise typer.Exit(1 if failed else 0)
