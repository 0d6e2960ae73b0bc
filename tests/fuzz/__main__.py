"""Tries many made inputs: `python tests/fuzz TARGET`, for extraction or one of the readers.

    python tests/fuzz extraction -n 200000            in some minutes
    python tests/fuzz pdf -n 20000 --seed 7           other inputs
    python tests/fuzz docx --seconds 600              as many as there are in ten minutes
    python tests/fuzz xlsx --seed 7 --only 4711       one input again, with its traceback
    python tests/fuzz/guided.py html --seconds 600    led by what they reach (needs atheris)

A finding is a line: which input, what is wrong, and where. `--keep DIR` writes the inputs there. It ends with 1 where there
was one. A finding becomes a test with an input of our own, as small as it can be (test_fuzz.py).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.watching import TARGETS, Finding, make, try_input, watch


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python tests/fuzz", description="Tries many made inputs.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("-n", "--number", type=int, default=1000, help="how many inputs (1000)")
    parser.add_argument("--start", type=int, default=0, help="the number of the first (0)")
    parser.add_argument("--seed", type=int, default=1, help="which inputs (1)")
    parser.add_argument("--seconds", type=float, default=None, help="stop after so long")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="one input, with its traceback")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write the inputs of findings there")
    options = parser.parse_args()
    if options.only is not None:
        made = make(options.target, options.seed, options.only)
        _keep(options.keep, options.target, options.only, made)
        print(repr(made) if isinstance(made, str) else f"{len(made)} bytes")
        try_input(options.target, made)
        return 0
    found: Counter[str] = Counter()

    def tell(finding: Finding) -> None:
        kind = f"{finding.what} {finding.where}"
        found[kind] += 1
        if found[kind] <= 3:
            print(f"{options.target} --seed {options.seed} --only {finding.number}: {kind}", flush=True)
            _keep(options.keep, options.target, finding.number, make(options.target, options.seed, finding.number))

    begun = time.monotonic()
    until = begun + options.seconds if options.seconds else float("inf")
    tried, read = watch(options.target, options.seed, range(options.start, options.start + options.number), until=until, tell=tell)
    print(f"{options.target}: {tried} inputs, {read} of them read, {sum(found.values())} findings of {len(found)} kinds, {time.monotonic() - begun:.0f} s")
    return 1 if found else 0


def _keep(folder: Path | None, target: str, number: int, made: str | bytes) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        data = made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made
        (folder / f"{target}-{number}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
