"""The process that a subject is measured in: `python bench/worker.py SUBJECT`, lines of JSON in, lines of JSON out.

The first line it writes says how long building took. Then for each request {"texts": […], "least": SECONDS} it runs
every part over the texts, over and over until `least` has passed, and answers with the seconds of one run.

The seconds are those that the processor worked for this process, so that others on the machine count for little; what
the clock showed meanwhile is told beside them.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from subjects import SUBJECTS, Parts

# Short, and with a number, a time and a sum of money: what is loaded at the first call is loaded by it.
OPENING = "2024年，无锡市备案金额178.29亿元，同比增长17.64%，位列全省第二。"


def main() -> None:
    # Libraries greet on standard output, which belongs to the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    subject = SUBJECTS[sys.argv[1]]
    begun = time.process_time()
    parts = subject.build()
    for make in parts.values():
        make(OPENING)()
    _answer(answers, {"seconds": time.process_time() - begun, "peak": peak(), "versions": {name: version(name) for name in subject.packages}})
    for line in sys.stdin:
        request = json.loads(line)
        _answer(answers, turn(parts, request["texts"], request["least"]))


def turn(parts: Parts, texts: list[str], least: float) -> dict[str, Any]:
    """The seconds of each part for each text and how much it found; all seconds, also by the clock; the most memory held so far."""
    seconds: dict[str, list[float]] = {}
    found: dict[str, list[int]] = {}
    worked = clock = 0.0
    for name, make in parts.items():
        calls = [make(text) for text in texts]
        spent, counts, rounds = [0.0] * len(calls), [0] * len(calls), 0
        while not rounds or sum(spent) < least:
            for number, call in enumerate(calls):
                took, by_clock, counts[number] = timed(call)
                spent[number] += took
                clock += by_clock
            rounds += 1
        worked += sum(spent)
        seconds[name], found[name] = [one / rounds for one in spent], counts
    return {"seconds": seconds, "found": found, "worked": worked, "clock": clock, "peak": peak()}


def timed(call: Callable[[], Any]) -> tuple[float, float, int]:
    """The seconds of one call, those of the clock, and the number of things it found."""
    clock, begun = time.perf_counter(), time.process_time()
    result = call()
    took, by_clock = time.process_time() - begun, time.perf_counter() - clock
    things = getattr(result, "claims", result)
    return took, by_clock, len(things) if hasattr(things, "__len__") else 0


def peak() -> int:
    """The most memory that this process has held, in bytes; not that of the one it was started from, which `ru_maxrss` may give."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


def _answer(answers: Any, record: dict[str, Any]) -> None:
    answers.write(json.dumps(record) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
