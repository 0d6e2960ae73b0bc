"""A corpus from its inputs to its parts: the whole of `ipextract batch` but for the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ipextract.corpora.journal import Entry, Journal, Settings
from ipextract.corpora.parts import Parts
from ipextract.corpora.plan import Plan
from ipextract.corpora.pool import Pool
from ipextract.corpora.worker import Job


@dataclass(frozen=True, slots=True)
class Batch:
    """A corpus to extract.

    Attributes:
        plan: its documents.
        job: what is done with each.
        out: the folder of the parts and the journal.
        settings: what the output depends on; a run that goes on must have the same.
        workers: how many processes.
        timeout: how many seconds one document may take.
        rows: how many rows a part holds.
    """

    plan: Plan
    job: Job
    out: Path
    settings: Settings
    workers: int = 1
    timeout: float = 60
    rows: int = 50_000


def run(batch: Batch, stopped: Callable[[], bool], watch: Callable[[Entry], None]) -> tuple[Entry, Entry]:
    """Extract what has not been extracted yet; what stood in the journal before, and what stands there now.

    Args:
        batch: the corpus.
        stopped: is asked again and again whether to end; what has been done by then is kept.
        watch: is told after each document how far it is.

    Raises:
        InputError: the folder or the inputs are not those of the run that is to go on.
        OSError: the output cannot be written. What is noted in the journal stays, and the next run goes on behind it.
        IpextractError: the workers cannot be started.
    """
    with Journal(batch.out, batch.settings) as journal:
        before = now = journal.last
        parts = Parts(batch.out, batch.job.form, batch.rows)
        parts.clear(before.part)
        with parts, Pool(batch.job, batch.workers, batch.timeout) as pool:
            for place, extracted in pool.results(batch.plan.documents(before.place), stopped):
                parts.add(extracted)
                errors = dict(now.errors)
                for failure in extracted.failures:
                    errors[failure.error] = errors.get(failure.error, 0) + 1
                now = Entry(journal.last.part + 1, place, now.documents + 1, now.claims + extracted.claims, errors)
                watch(now)
                if parts.full:
                    parts.finish(now.part)
                    journal.note(now)
            if now is not journal.last:
                parts.finish(now.part)
                journal.note(now)
        return before, journal.last
