"""The command: `ipextract extract | schema | rules | evaluate`.

Data goes to standard output, notes to standard error. Exit codes: 0, 1 where some input failed (the
others are still done), 2 for wrong usage. What only one command needs is imported by that command,
so that the others start fast.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ipextract import __version__
from ipextract.errors import InputError, IpextractError, LexiconError
from ipextract.inputs import Input, extract_input, find_inputs
from ipextract.language.segmenter import EngineName
from ipextract.output.sink import Write, open_sink
from ipextract.reading.limits import Limits

if TYPE_CHECKING:
    from ipextract.extractor import Extractor
    from ipextract.models import Extraction

_LIMITS = Limits()
DEFAULT_MEGABYTES = _LIMITS.file_bytes // 1_000_000
Format = Literal["json", "jsonl", "table"]

app = typer.Typer(
    name="ipextract",
    help="The numbers of Chinese government releases as typed records.",
    no_args_is_help=True,
    add_completion=False,
    # Plain help and plain tracebacks: loading rich would cost more time than the extraction of a release.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Lexicon = Annotated[Path | None, typer.Option("--lexicon", metavar="FILE", help="Lay this TOML file of units, words and regions over the built-in lexicon.")]
Segmenter = Annotated[EngineName, typer.Option("--segmenter", help="The engine that cuts words; auto takes rjieba where it is installed.")]


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


@app.command()
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
    run = _Run(_make_extractor(segmenter, lexicon, limits), quiet=quiet)
    with _output(out) as write:
        for piece in _written(run.results(files), "explain" if explain else form or "json", array=_many(files), omit_text=omit_text):
            write(piece)
    raise typer.Exit(1 if run.failed else 0)


@app.command()
def schema() -> None:
    """Print the JSON Schema of what `extract` writes."""
    from ipextract.output.json import dumps
    from ipextract.output.schema import json_schema

    with _output() as write:
        write(dumps(json_schema(), indent=2) + "\n")


@app.command()
def rules(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this rule, or those whose name begins so: share, change.verb.")] = None,
    lexicon: Lexicon = None,
) -> None:
    """List the rules: what each finds (in 【】), what it must not find, and its pattern."""
    from ipextract.catalogue import all_rules, describe, find_rules
    from ipextract.lexicon import load_lexicon

    try:
        words = load_lexicon(lexicon)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from None
    found = find_rules(name, words) if name else all_rules(words)
    if not found:
        raise typer.BadParameter(f"no rule is called {name}; `ipextract rules` lists them all", param_hint="NAME")
    with _output() as write:
        write("\n\n".join(describe(rule) for rule in found) + "\n")


@app.command()
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
    evaluation = Evaluation(_make_extractor(segmenter, lexicon))
    failed = False
    for argument in golds:
        try:
            for gold in find_golds(argument):
                evaluation.add(gold, document)
        except IpextractError as error:
            _complain(str(error))
            failed = True
    with _output() as write:
        if as_json:
            write(report_json(evaluation))
        elif evaluation.findings:
            write((report_errors(evaluation) if errors else "") + report(evaluation))
    raise typer.Exit(1 if failed else 0)


class _Run:
    """The extraction of many inputs, one after the other: a failure is told and the rest goes on."""

    def __init__(self, extractor: Extractor, *, quiet: bool) -> None:
        self._extractor = extractor
        self._quiet = quiet
        self.failed = False

    def results(self, arguments: list[str]) -> Iterator[Extraction]:
        for argument in arguments:
            try:
                inputs = list(find_inputs(argument))
            except InputError as error:
                self._fail(error.source, error.reason)
                continue
            for one in inputs:
                try:
                    extraction = extract_input(one, self._extractor)
                except InputError as error:
                    self._fail(one.name, error.reason)
                    continue
                self._note(one, extraction)
                yield extraction

    def _fail(self, name: str, reason: str) -> None:
        self.failed = True
        _complain(f"{name}: {reason}")

    def _note(self, one: Input, extraction: Extraction) -> None:
        if not self._quiet:
            unresolved = sum(numeral.role == "unresolved" for numeral in extraction.numerals)
            for warning in extraction.warnings:
                _complain(f"{one.name}: {warning}")
            _complain(f"{one.name}: {len(extraction.claims)} claims, {len(extraction.numerals)} numerals, {unresolved} unresolved")


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


def _make_extractor(segmenter: EngineName, lexicon: Path | None, limits: Limits | None = None) -> Extractor:
    from ipextract.extractor import Extractor

    try:
        return Extractor(segmenter=segmenter, lexicon=lexicon, limits=limits)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from None


@contextmanager
def _output(path: Path | None = None) -> Iterator[Write]:
    """`open_sink`, with its errors as messages and exit codes."""
    try:
        with open_sink(path) as write:
            yield write
    except BrokenPipeError:
        # The reader has had enough (`| head`): what is left goes nowhere, and that is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
    except OSError as error:
        _complain(f"{path or 'standard output'}: cannot be written: {error.strerror or error}")
        raise typer.Exit(1) from None


def _complain(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"ipextract: {' '.join(message.split())}", err=True)
