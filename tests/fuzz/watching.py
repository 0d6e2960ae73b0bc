"""One input after the other under a watch: what raises, what takes too long, what ends the process.

Each input is made anew from the target, the seed and its number, so that these three say all about a finding.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from random import Random
from typing import Any, NamedTuple

from fuzz.checking import check_file, check_text
from fuzz.files import FORMATS, file
from fuzz.notices import notice

TARGETS = ("extraction", *FORMATS)
#: Seconds of a processor that one input may take: some, and some more for each character or byte of a kilobyte.
SECONDS, SECONDS_A_THOUSAND = 2.0, 0.4
# Code that is not Python's cannot be interrupted: after so many times the limit its process is ended.
_PATIENCE = 5
_LOOK = 0.5


class Finding(NamedTuple):
    """What is wrong with an input.

    Attributes:
        number: which it is.
        what: the kind of it, in a word.
        where: the last line of ours or of a library's, and the error.
    """

    number: int
    what: str
    where: str


class _TooLongError(Exception):
    """An input has had its time."""


def make(target: str, seed: int, number: int) -> str | bytes:
    """The input: a text for the extraction, the bytes of a file for a reader."""
    random = Random(f"{target} {seed} {number}")
    return notice(random) if target == "extraction" else file(target, random)


def try_input(target: str, made: str | bytes) -> bool:
    """What must hold of an input, or else there is an exception; whether it was read, and not refused."""
    if isinstance(made, str):
        check_text(made)
        return True
    return check_file(made, f"fuzzed.{target}")


def limit(made: str | bytes) -> float:
    """The seconds that an input may take."""
    return SECONDS + SECONDS_A_THOUSAND * len(made) / 1000


def tried(target: str, number: int, made: str | bytes) -> Finding | bool:
    """What is wrong with one input; where nothing is, whether it was read."""

    def end(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, limit(made))
    try:
        return try_input(target, made)
    except _TooLongError as error:
        return Finding(number, "slow", _place(error))
    except AssertionError as error:
        return Finding(number, "untrue", _place(error))
    except (Exception, RecursionError, MemoryError) as error:  # noqa: BLE001 - whatever it is, it is a finding
        return Finding(number, "raises", _place(error))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def watch(target: str, seed: int, numbers: range, *, until: float, tell: Callable[[Finding], None]) -> tuple[int, int]:
    """Try inputs in a process of their own, which is begun again where one of them ends it.

    Args:
        target: what is tried.
        seed, numbers: which inputs.
        until: when to stop, by `time.monotonic`.
        tell: is given each finding.

    Returns:
        How many inputs were tried, and how many of them were read and not refused.
    """
    context = multiprocessing.get_context("fork")
    done, stop, read = numbers.start, numbers.stop, 0
    while done < stop and time.monotonic() < until:
        ours, theirs = context.Pipe()
        at: Any = context.Array("q", [done, 0], lock=False)  # the input at hand, and how many were read
        process = context.Process(target=_work, args=(theirs, at, target, seed, range(done, stop), until))
        process.start()
        theirs.close()
        since, last = time.monotonic(), done
        while process.is_alive():
            _drain(ours, tell)
            now, place = time.monotonic(), at[0]
            if place != last:
                since, last = now, place
            elif now - since > _PATIENCE * limit(make(target, seed, place)) + 30:
                process.kill()
            process.join(_LOOK)
        _drain(ours, tell)
        done, read = at[0], read + at[1]
        if process.exitcode:
            tell(Finding(done, "dies", f"the process ended with {process.exitcode}"))
            done += 1
    return done - numbers.start, read


def _work(pipe: Connection, at: Any, target: str, seed: int, numbers: range, until: float) -> None:
    for number in numbers:
        at[0] = number
        if time.monotonic() >= until:
            return
        found = tried(target, number, make(target, seed, number))
        if isinstance(found, Finding):
            pipe.send(found)
        else:
            at[1] += found
    at[0] = numbers.stop


def _drain(pipe: Connection, tell: Callable[[Finding], None]) -> None:
    with suppress(EOFError, OSError):
        while pipe.poll():
            tell(pipe.recv())


def _place(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/fuzz/watching" not in frame.filename]
    ours = [frame for frame in frames if "/ipextract/" in frame.filename or "/fuzz/" in frame.filename] or frames
    last = f"{'/'.join(ours[-1].filename.split('/')[-3:])}:{ours[-1].lineno}" if ours else "?"
    return f"{last}: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
