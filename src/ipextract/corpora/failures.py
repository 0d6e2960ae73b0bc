"""What is said of a document that failed: a row of its own, and never the end of the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple, TypeVar, get_args

from ipextract.errors import InputError
from ipextract.models import Extraction

#: unreadable: an input that is no document; timeout: it took too long; crash: the process that read it died twice;
#: failure: an error of ours; incomplete: a number that the form cannot hold; warning: what a reader could not read.
Error = Literal["unreadable", "timeout", "crash", "failure", "incomplete", "warning"]
ERRORS: Final[tuple[Error, ...]] = get_args(Error)
T = TypeVar("T")


class Failure(NamedTuple):
    """A row of the errors.

    Attributes:
        source: the document.
        error: what kind of failure.
        reason: what is wrong, in words.
    """

    source: str
    error: Error
    reason: str


def attempt(source: str, work: Callable[[], T]) -> T | Failure:
    """What `work` returns, or whatever went wrong with the document `source` as a row."""
    try:
        return work()
    except InputError as error:
        return Failure(source, "unreadable", error.reason)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one document, the others are done
        return Failure(source, "failure", f"{type(error).__name__}: {error}".rstrip(": "))


def warnings(extraction: Extraction) -> list[Failure]:
    """A row for each thing that the reader could not read."""
    return [Failure(extraction.document.source, "warning", words) for words in extraction.warnings]
