"""Worker processes that extract documents: each is given a few at a time and answers one by one.

A worker that takes too long over a document is killed, one that dies is replaced, and one that has done enough leaves,
with whatever memory it has come to hold. What comes out stands in the order of the documents, whichever worker was
first, so that the output does not depend on how many there are. How much waits for an earlier document is bounded.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import connection
from multiprocessing.connection import Connection
from typing import Any, Final, Self

from ipextract.corpora.plan import Document, Place
from ipextract.corpora.worker import Extracted, Job, work
from ipextract.errors import IpextractError

Numbered = tuple[int, Document]

_CHUNK_DOCUMENTS: Final = 32  # what a worker is given at a time: enough that it seldom waits,
_CHUNK_BYTES: Final = 256_000  # and little enough that long documents are spread over all
_AHEAD_DOCUMENTS: Final = 4_096  # how many may be read before the earliest that is still at work is done,
_AHEAD_BYTES: Final = 64_000_000  # and how much of what they gave may wait for it
_WORKER_DOCUMENTS: Final = 5_000  # after so many documents
_WORKER_BYTES: Final = 50_000_000  # or so much input a worker is replaced
_LOOK: Final = 0.2  # seconds between two looks at the clock
_FALSE_STARTS: Final = 3


class Pool:
    """As a context: worker processes, all of which have ended when it is left.

    Args:
        job: what they do.
        workers: how many.
        timeout: how many seconds one document may take.
    """

    def __init__(self, job: Job, workers: int, timeout: float) -> None:
        self._job = job
        self._timeout = timeout
        self._context = multiprocessing.get_context("spawn")
        self._count = workers
        self._workers: list[_Worker] = []
        self._leaving: list[_Worker] = []
        self._again: deque[list[Numbered]] = deque()
        self._died: set[int] = set()  # numbers of the documents that a worker has died over once
        self._false_starts = 0
        self._done: dict[int, tuple[Place, Extracted]] = {}
        self._held = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in (*self._workers, *self._leaving):
            worker.kill()

    def results(self, documents: Iterator[Document], stopped: Callable[[], bool]) -> Iterator[tuple[Place, Extracted]]:
        """What was found in each document, with the place behind it, in the order of the documents.

        Args:
            documents: are read as they are needed.
            stopped: is asked again and again; what is at hand when it says so is given up.

        Raises:
            IpextractError: the workers do not even start.
        """
        chunks = _chunks(enumerate(documents))
        upcoming = next(chunks, None)
        if upcoming is not None:
            self._workers = [_Worker(self._context, self._job) for _ in range(self._count)]
        written = 0
        while not stopped() and (upcoming or self._again or any(worker.chunk for worker in self._workers)):
            for worker in self._workers:
                if not worker.idle:
                    continue
                if self._again:
                    worker.give(self._again.popleft())
                elif upcoming and upcoming[0][0] - written < _AHEAD_DOCUMENTS and self._held < _AHEAD_BYTES:
                    worker.give(upcoming)
                    upcoming = next(chunks, None)
            self._listen()
            while (done := self._done.pop(written, None)) is not None:
                self._held -= len(done[1].data)
                self._died.discard(written)
                written += 1
                yield done

    def _listen(self) -> None:
        """Take what the workers have to say, and look at the clock."""
        ready = connection.wait([worker.pipe for worker in self._workers], _LOOK)
        now = time.monotonic()
        for place, worker in enumerate(self._workers):
            alive = self._take(worker, now) if worker.pipe in ready else True
            late = alive and bool(worker.chunk) and worker.ready and now - worker.since > self._timeout
            if late:
                self._finish(worker, worker.chunk.popleft(), Extracted.failed("timeout", f"it took more than {self._timeout:g} seconds"))
            elif not alive:
                self._bury(worker)
            elif worker.chunk or (worker.documents < _WORKER_DOCUMENTS and worker.bytes < _WORKER_BYTES):
                continue
            if late or not alive:
                worker.kill()
                if worker.chunk:
                    self._again.append(list(worker.chunk))
            else:
                worker.pipe.close()  # which tells it to leave
                self._leaving = [one for one in self._leaving if one.process.is_alive()] + [worker]
            self._workers[place] = _Worker(self._context, self._job)

    def _take(self, worker: _Worker, now: float) -> bool:
        """Take all that a worker has said; False where it has died."""
        try:
            while worker.pipe.poll():
                extracted = worker.pipe.recv()
                worker.since = now
                if not worker.ready:
                    worker.ready = True
                    self._false_starts = 0
                else:
                    self._finish(worker, worker.chunk.popleft(), extracted)
        except (EOFError, OSError):
            return False
        return True

    def _finish(self, worker: _Worker, document: Numbered, extracted: Extracted) -> None:
        number, one = document
        worker.documents += 1
        worker.bytes += one.size
        self._held += len(extracted.data)
        failures = tuple(failure._replace(source=one.source) for failure in extracted.failures)
        self._done[number] = (one.place, extracted._replace(failures=failures))

    def _bury(self, worker: _Worker) -> None:
        """A worker has died: what it was at is tried once more, for it may have been the work of another."""
        worker.process.join()
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts > _FALSE_STARTS:
                raise IpextractError(f"worker processes cannot be started (they end with {worker.process.exitcode})")
        elif worker.chunk:
            number = worker.chunk[0][0]
            if number in self._died:
                code = worker.process.exitcode
                self._finish(worker, worker.chunk.popleft(), Extracted.failed("crash", f"the process that read it died twice (exit code {code}); perhaps memory was short"))
            self._died.add(number)


class _Worker:
    """A worker process as the pool sees it.

    Attributes:
        process: the process.
        pipe: to and from it.
        chunk: what it has been given and not yet answered; it is at work on the first.
        ready: whether it has said that it is.
        since: when it began with the first.
        documents, bytes: what it has done.
    """

    def __init__(self, context: Any, job: Job) -> None:
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, job), daemon=True)
        self.chunk: deque[Numbered] = deque()
        self.ready = False
        self.since = 0.0
        self.documents = self.bytes = 0
        with _no_interruption():
            self.process.start()
        theirs.close()

    @property
    def idle(self) -> bool:
        return self.ready and not self.chunk

    def give(self, chunk: list[Numbered]) -> None:
        """Send documents to a worker that waits for them; where it has died, the next look shows it."""
        self.chunk.extend(chunk)
        self.since = time.monotonic()
        try:
            self.pipe.send([document for _, document in chunk])
        except OSError:
            self.process.kill()

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


def _chunks(documents: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    chunk: list[Numbered] = []
    size = 0
    for number, document in documents:
        if chunk and (len(chunk) >= _CHUNK_DOCUMENTS or size + document.size > _CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append((number, document))
        size += document.size
    if chunk:
        yield chunk


@contextmanager
def _no_interruption() -> Iterator[None]:
    """A process that is started here knows no Ctrl-C, from its first moment: it is for the run to end its workers."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # it would lift the mask in starting
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
