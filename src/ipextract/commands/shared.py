"""What commands share: the options that several take, running over inputs, output and messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ipextract.errors import InputError, LexiconError
from ipextract.inputs import Input, extract_input, find_inputs, read_input
from ipextract.language.segmenter import EngineName
from ipextract.output.sink import Write, open_sink
from ipextract.reading.limits import Limits

if TYPE_CHECKING:
    from ipextract.extractor import Extractor
    from ipextract.models import Extraction

Lexicon = Annotated[Path | None, typer.Option("--lexicon", metavar="FILE", help="Lay this TOML file of units, words and regions over the built-in lexicon.")]
Segmenter = Annotated[EngineName, typer.Option("--segmenter", help="The engine that cuts words; auto takes rjieba where it is installed.")]


class Run:
    """The extraction of many inputs, one after the other: a failure is told and the rest goes on."""

    def __init__(self, extractor: Extractor, *, quiet: bool) -> None:
        self._extractor = extractor
        self._quiet = quiet
        self.failed = False

    def results(self, arguments: list[str]) -> Iterator[Extraction]:
        """The extraction of each document."""
        return self._read(arguments, lambda one: [extract_input(one, self._extractor)])

    def releases(self, arguments: list[str]) -> Iterator[Extraction]:
        """The releases of each input, which may be an extraction already, or a document that holds several."""
        return self._read(arguments, lambda one: read_input(one, self._extractor))

    def _read(self, arguments: list[str], read: Callable[[Input], list[Extraction]]) -> Iterator[Extraction]:
        for argument in arguments:
            try:
                inputs = list(find_inputs(argument))
            except InputError as error:
                self._fail(error.source, error.reason)
                continue
            for one in inputs:
                try:
                    found = read(one)
                except InputError as error:
                    self._fail(one.name, error.reason)
                    continue
                for extraction in found:
                    self._note(one, extraction)
                    yield extraction

    def _fail(self, name: str, reason: str) -> None:
        self.failed = True
        complain(f"{name}: {reason}")

    def _note(self, one: Input, extraction: Extraction) -> None:
        if not self._quiet:
            unresolved = sum(numeral.role == "unresolved" for numeral in extraction.numerals)
            for warning in extraction.warnings:
                complain(f"{one.name}: {warning}")
            complain(f"{one.name}: {len(extraction.claims)} claims, {len(extraction.numerals)} numerals, {unresolved} unresolved")


def make_extractor(segmenter: EngineName, lexicon: Path | None, limits: Limits | None = None) -> Extractor:
    from ipextract.extractor import Extractor

    try:
        return Extractor(segmenter=segmenter, lexicon=lexicon, limits=limits)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from None


@contextmanager
def output(path: Path | None = None) -> Iterator[Write]:
    """`open_sink`, with its errors as messages and exit codes."""
    try:
        with open_sink(path) as write:
            yield write
    except BrokenPipeError:
        # The reader has had enough (`| head`): what is left goes nowhere, and that is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
    except OSError as error:
        complain(f"{path or 'standard output'}: cannot be written: {error.strerror or error}")
        raise typer.Exit(1) from None


def complain(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"ipextract: {' '.join(message.split())}", err=True)
