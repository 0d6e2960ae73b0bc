"""What a worker process does: it takes documents and answers each with what it found, as bytes ready to be written."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import NamedTuple

from ipextract.corpora.failures import Error, Failure, attempt, warnings
from ipextract.corpora.forms import FormName, encode
from ipextract.corpora.plan import Document
from ipextract.errors import InputError
from ipextract.extractor import Extractor
from ipextract.inputs import Input, extract_input
from ipextract.models import Extraction
from ipextract.reading import read_text


@dataclass(frozen=True, slots=True)
class Job:
    """What is done with each document.

    Attributes:
        extractor: extracts it; what is pickled of it is how to make it.
        form: how its claims are written.
    """

    extractor: Extractor
    form: FormName


class Extracted(NamedTuple):
    """What was found in a document.

    Attributes:
        data: the claims as rows, encoded.
        claims: how many they are.
        failures: what went wrong.
    """

    data: bytes
    claims: int
    failures: tuple[Failure, ...] = ()

    @classmethod
    def failed(cls, error: Error, reason: str) -> Extracted:
        """Nothing, and why; the document is filled in by whoever knows it."""
        return cls(b"", 0, (Failure("", error, reason),))


def work(pipe: Connection, job: Job) -> None:
    """Answer documents until the other end is closed.

    The first answer, None, says that the worker is ready.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        pipe.send(None)
        while True:
            for document in pipe.recv():
                pipe.send(extract(document, job))
    except (EOFError, OSError):  # there is nobody to work for any more
        return


def extract(document: Document, job: Job) -> Extracted:
    """What there is in one document; whatever goes wrong with it is a row."""
    found = attempt(document.source, lambda: _encoded(_read(document, job.extractor), job.form))
    return Extracted(b"", 0, (found,)) if isinstance(found, Failure) else found


def _read(document: Document, extractor: Extractor) -> Extraction:
    if document.problem is not None:
        raise InputError(document.source, document.problem)
    if document.path is not None:
        return extract_input(Input(document.source, document.source, document.path), extractor)
    return extract_text(document.text or "", document.source, extractor)


def _encoded(found: Extraction, form: FormName) -> Extracted:
    failures = warnings(found)
    data = encode(found, form, lambda reason: failures.append(Failure(found.document.source, "incomplete", reason)))
    return Extracted(data, len(found.claims), tuple(failures))


def extract_text(text: str, source: str, extractor: Extractor) -> Extraction:
    """The extraction of a text that is decoded already.

    Raises:
        InputError: it is longer than the limit.
    """
    if len(text) > extractor.limits.characters:
        raise InputError(source, f"its text is longer than {extractor.limits.characters} characters; split it, or raise the limit")
    return extractor.extract_document(read_text(text, source))


def _end_with_parent() -> None:
    """End at once when the run has been killed: a document that never ends must not outlive it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
