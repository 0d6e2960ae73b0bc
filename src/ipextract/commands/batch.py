"""`ipextract batch`."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self

import typer

from ipextract import __version__
from ipextract.commands.interruption import Interruption
from ipextract.commands.shared import (
    DEFAULT_MEGABYTES,
    DEFAULT_PAGES,
    Lexicon,
    MaxMegabytes,
    MaxPages,
    Quiet,
    Segmenter,
    complain,
    limits,
    make_extractor,
)
from ipextract.errors import IpextractError

if TYPE_CHECKING:
    from ipextract.commands.progress import CorpusBar
    from ipextract.corpora.journal import Entry
    from ipextract.corpora.plan import Plan

Format = Literal["jsonl", "parquet"]
# What leaves a document without some or all of its claims.
_FAILED = ("unreadable", "timeout", "crash", "failure", "incomplete")


def batch(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Releases, directories of them, patterns ('2024/**/*.html'), JSON Lines or Parquet with a column of texts.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUTDIR", help="The directory of the parts and the journal; one that was begun is gone on with.")],
    form: Annotated[Format, typer.Option("--format", help="How the parts are written, one claim a row.")] = "jsonl",
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, max=1024, help="How many processes; by default one for each processor.")] = None,
    text_column: Annotated[str, typer.Option("--text-column", metavar="NAME", help="The column of the texts, in JSON Lines and Parquet.")] = "text",
    id_column: Annotated[
        str | None, typer.Option("--id-column", metavar="NAME", help="The column that names the documents; by default id, or else the row's number.")
    ] = None,
    part_rows: Annotated[int, typer.Option("--part-rows", metavar="N", min=1, help="How many rows a part holds; what an interruption costs at most is one part.")] = 50_000,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Give up a document that takes longer.")] = 60,
    segmenter: Segmenter = "auto",
    lexicon: Lexicon = None,
    quiet: Quiet = False,
    max_megabytes: MaxMegabytes = DEFAULT_MEGABYTES,
    max_pages: MaxPages = DEFAULT_PAGES,
) -> None:
    """Extract a corpus on several processors, into parts, and go on where an earlier run was interrupted."""
    from ipextract.corpora.plan import Plan
    from ipextract.corpora.run import Batch, run
    from ipextract.corpora.tables import Columns
    from ipextract.corpora.worker import Job
    from ipextract.output.arrow import libraries

    extractor = make_extractor(segmenter, lexicon, limits(max_megabytes, max_pages))
    plan = Plan(tuple(inputs), Columns(text_column, id_column), out, extractor.limits.file_bytes)
    settings = {
        "version of ipextract": __version__,
        "--format": form,
        "--text-column": text_column,
        "--id-column": id_column,
        "--lexicon": hashlib.sha256(lexicon.read_bytes()).hexdigest() if lexicon else None,
        "--segmenter": segmenter,
        "--max-megabytes": max_megabytes,
        "--max-pages": max_pages,
    }
    work = Batch(plan, Job(extractor, form), out, settings, jobs or _processors(), timeout, part_rows)
    begin = time.monotonic()
    try:
        if form == "parquet":
            libraries("writing Parquet")
        with Interruption() as interruption, _Watch(plan, quiet=quiet) as watch:
            before, now = run(work, lambda: interruption.asked, watch.show)
    except IpextractError as error:
        complain(str(error))
        raise typer.Exit(1) from None
    except OSError as error:
        complain(f"{error.filename or out}: {error.strerror or error}; what is whole is kept, and the same command goes on behind it")
        raise typer.Exit(1) from None
    if interruption.asked:
        complain(f"interrupted: {now.documents} documents done, and what is done is kept; the same command goes on behind them")
        raise typer.Exit(130)
    if not quiet:
        complain(_summary(before, now, time.monotonic() - begin, out))
    raise typer.Exit(1 if any(now.errors.get(error) for error in _FAILED) else 0)


class _Watch:
    """A bar, where there is a terminal to show it on; it first looks how large the corpus is."""

    def __init__(self, plan: Plan, *, quiet: bool) -> None:
        self._total = sum(shard.size for shard in plan.shards()) if not quiet and sys.stderr.isatty() else 0
        self._bar: CorpusBar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def show(self, now: Entry) -> None:
        if not self._total or now.place is None:
            return
        if self._bar is None:
            from ipextract.commands.progress import CorpusBar

            self._bar = CorpusBar(self._total, now.place.offset)
        self._bar.show(now.place.offset, now.documents, now.claims, _failed(now))


def _summary(before: Entry, now: Entry, seconds: float, out: Path) -> str:
    new = now.documents - before.documents
    pace = f"{new} of them now, {new / max(seconds, 0.001):.1f} a second" if new else "all of them before"
    errors = ", ".join(f"{number} {error}" for error, number in sorted(now.errors.items())) or "none"
    return f"{out}: {now.documents} documents ({pace}), {now.claims} claims, {now.part} parts; errors: {errors}"


def _failed(now: Entry) -> int:
    return sum(number for error, number in now.errors.items() if error in _FAILED)


def _processors() -> int:
    """Those that this process may use, where the system says it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
