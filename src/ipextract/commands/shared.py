"""What commands share: the options that several take, running over inputs, output and messages."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

from ipextract.commands.interruption import Interruption
from ipextract.errors import InputError, LexiconError, MissingExtraError
from ipextract.inputs import Input, extract_input, find_inputs, read_input
from ipextract.language.segmenter import EngineName
from ipextract.output.sink import Write, WriteFile, open_folder, open_sink
from ipextract.reading.limits import Limits

if TYPE_CHECKING:
    from ipextract.commands.progress import Bar
    from ipextract.extractor import Extractor
    from ipextract.models import Extraction

Lexicon = Annotated[Path | None, typer.Option("--lexicon", metavar="FILE", help="Lay this TOML file of units, words and regions over the built-in lexicon.")]
Segmenter = Annotated[EngineName, typer.Option("--segmenter", help="The engine that cuts words; auto takes rjieba where it is installed.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error and no bar, only errors.")]
SafeCells = Annotated[bool, typer.Option("--safe-cells", help="In CSV, an apostrophe before a text that a spreadsheet could run as a formula.")]
MaxMegabytes = Annotated[int, typer.Option("--max-megabytes", min=1, max=1_000_000, help="Refuse a file that is larger.")]
MaxPages = Annotated[int, typer.Option("--max-pages", min=1, help="Refuse a document with more pages.")]
_LIMITS = Limits()
DEFAULT_MEGABYTES = _LIMITS.file_bytes // 1_000_000
DEFAULT_PAGES = _LIMITS.pages


class Run:
    """The extraction of many inputs, one after the other: a failure is told and the rest goes on.

    As a context it also shows how far it is, and takes the first Ctrl-C as the end of the inputs.

    Args:
        extractor: does it.
        quiet: no notes and no bar, only errors.
        out: where the data goes; None for standard output. A terminal that shows the data shows no bar.

    Attributes:
        failed: whether an input failed, or something of its output had to be left out.
        interrupted: whether Ctrl-C ended it.
    """

    def __init__(self, extractor: Extractor, *, quiet: bool, out: Path | None = None) -> None:
        self._extractor = extractor
        self._quiet = quiet
        self._to_terminal = out is None and sys.stdout.isatty()
        self._interruption = Interruption()
        self._entered = False
        self._bar: Bar | None = None
        self.failed = False

    def __enter__(self) -> Self:
        self._interruption.__enter__()
        self._entered = True
        return self

    def __exit__(self, *_: object) -> None:
        self._close_bar()
        self._interruption.__exit__()

    @property
    def interrupted(self) -> bool:
        return self._interruption.asked

    @property
    def exit_code(self) -> int:
        """What the command ends with: 130 where it was interrupted, 1 where something failed."""
        return 130 if self.interrupted else 1 if self.failed else 0

    def results(self, arguments: list[str]) -> Iterator[Extraction]:
        """The extraction of each document."""
        return self._read(arguments, lambda one: [extract_input(one, self._extractor)])

    def releases(self, arguments: list[str]) -> Iterator[Extraction]:
        """The releases of each input, which may be an extraction already, or a document that holds several."""
        return self._read(arguments, lambda one: read_input(one, self._extractor))

    def _read(self, arguments: list[str], read: Callable[[Input], list[Extraction]]) -> Iterator[Extraction]:
        found = list(_found(arguments))
        done = 0
        if self._entered:
            self._bar = _bar(len(found), wanted=not self._quiet and not self._to_terminal)
        for one in found:
            extractions = self._extractions(one, read)
            if extractions is None:
                break
            if self._bar is not None:
                self._bar.advance(sum(len(extraction.claims) for extraction in extractions))
            done += bool(extractions)
            yield from extractions
        self._close_bar()
        if self.interrupted:
            complain(f"interrupted: {done} of {len(found)} documents done, and what is done is kept")

    def refuse(self, reason: str) -> None:
        """Say what could not be done; the rest goes on."""
        self.failed = True
        self._say(reason)

    def note(self, message: str) -> None:
        """A line on standard error, where notes are wanted."""
        if not self._quiet:
            self._say(message)

    def _extractions(self, one: Input | InputError, read: Callable[[Input], list[Extraction]]) -> list[Extraction] | None:
        """What is read of one input: nothing where it failed, which is told; None where Ctrl-C has been pressed."""
        if self.interrupted:
            return None
        try:
            if isinstance(one, InputError):
                raise one
            extractions = self._interruption.unless_asked(partial(read, one))
        except InputError as error:
            if self.interrupted:
                return None
            self.refuse(f"{one.name if isinstance(one, Input) else one.source}: {error.reason}")
            return []
        for extraction in extractions or ():
            unresolved = sum(numeral.role == "unresolved" for numeral in extraction.numerals)
            for warning in extraction.warnings:
                self.note(f"{one.name}: {warning}")
            self.note(f"{one.name}: {len(extraction.claims)} claims, {len(extraction.numerals)} numerals, {unresolved} unresolved")
        return extractions

    def _say(self, message: str) -> None:
        if self._bar is None:
            complain(message)
        else:
            self._bar.say(_line(message))

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _found(arguments: list[str]) -> Iterator[Input | InputError]:
    """The inputs that the arguments name, and in its place what is wrong with an argument that names none."""
    for argument in arguments:
        try:
            yield from find_inputs(argument)
        except InputError as error:
            yield error


def _bar(total: int, *, wanted: bool) -> Bar | None:
    """A bar, where there is a terminal to show it on and more than one file to wait for."""
    if not wanted or total < 2 or not sys.stderr.isatty():
        return None
    from ipextract.commands.progress import Bar

    return Bar(total)


def make_extractor(segmenter: EngineName, lexicon: Path | None, limits: Limits | None = None) -> Extractor:
    # Modules, vocabulary and patterns stay to the end: to look through them for garbage takes a sixth of a short command.
    gc.disable()
    from ipextract.extractor import Extractor

    try:
        return Extractor(segmenter=segmenter, lexicon=lexicon, limits=limits)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from None
    finally:
        gc.freeze()
        gc.enable()


def limits(megabytes: int, pages: int) -> Limits:
    """What a document may cost, by the options; an archive may hold four times as much unpacked."""
    size = megabytes * 1_000_000
    return Limits(file_bytes=size, unpacked_bytes=max(size * 4, _LIMITS.unpacked_bytes), pages=pages)


def not_an_input(out: Path | None, files: list[str]) -> None:
    """Wrong usage where the output would be written over an input."""
    if out is not None and any(Path(name).resolve() == out.resolve() for name in files):
        raise typer.BadParameter(f"{out} is also an input", param_hint="--out")


@contextmanager
def output(path: Path | None = None) -> Iterator[Write]:
    """`open_sink`, with its errors, and the want of a library, as messages and exit codes."""
    with _told(path), open_sink(path) as write:
        yield write


@contextmanager
def folder(path: Path) -> Iterator[WriteFile]:
    """`open_folder`, with its errors as messages and exit codes."""
    with _told(path), open_folder(path) as write:
        yield write


@contextmanager
def _told(path: Path | None) -> Iterator[None]:
    try:
        yield
    except MissingExtraError as error:
        complain(str(error))
        raise typer.Exit(1) from None
    except BrokenPipeError:
        # The reader has had enough (`| head`): what is left goes nowhere, and that is no failure.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
    except OSError as error:
        complain(f"{path or 'standard output'}: cannot be written: {error.strerror or error}")
        raise typer.Exit(1) from None


def complain(message: str) -> None:
    """One line on standard error."""
    typer.echo(_line(message), err=True)


def _line(message: str) -> str:
    return f"ipextract: {' '.join(message.split())}"
