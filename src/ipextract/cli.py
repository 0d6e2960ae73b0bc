"""The command: `ipextract COMMAND`, put together from the modules of `ipextract.commands`.

Data goes to standard output, notes to standard error. Exit codes: 0, 1 where some input failed (the
others are still done), 2 for wrong usage.
"""

from __future__ import annotations

from typing import Annotated

import typer

from ipextract import __version__
from ipextract.commands.batch import batch
from ipextract.commands.compare import compare
from ipextract.commands.describe import rules, schema
from ipextract.commands.evaluate import evaluate
from ipextract.commands.export import export
from ipextract.commands.extract import extract
from ipextract.commands.report import report
from ipextract.commands.series import series

app = typer.Typer(
    name="ipextract",
    help="The numbers of Chinese government releases as typed records.",
    no_args_is_help=True,
    add_completion=False,
    # Plain help and plain tracebacks: loading rich would cost more time than the extraction of a release.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command and exit."""
    app(prog_name="ipextract")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"ipextract {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    pass


for command in (extract, batch, compare, report, series, export, schema, rules, evaluate):
    app.command()(command)
