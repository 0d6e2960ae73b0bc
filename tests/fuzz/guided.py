"""Inputs led by what they reach in the code: `python tests/fuzz/guided.py TARGET --seconds 600`. Needs atheris.

It starts from inputs of the grammar and of tampered files, keeps those that reach something new, and changes them. It ends at
the first finding, whose input it writes into the directory of `--keep` (by default one that is deleted at the end).
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

_LONGEST_TEXT, _LONGEST_FILE = 600, 60_000
_STARTS = 200


def main() -> None:
    """The command; libFuzzer ends it."""
    try:
        atheris: Any = importlib.import_module("atheris")
    except ImportError:
        sys.exit("this needs atheris (pip install atheris); python tests/fuzz does without")
    # What is loaded here is watched line by line; the libraries are not.
    with atheris.instrument_imports(include=["ipextract"]):
        watching = importlib.import_module("fuzz.watching")
    parser = argparse.ArgumentParser(description="Inputs led by what they reach.")
    parser.add_argument("target", choices=watching.TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    target, is_text = options.target, options.target == "extraction"

    def one(data: bytes) -> None:
        watching.try_input(target, data.decode("utf-8", "replace") if is_text else data)

    with tempfile.TemporaryDirectory() as made:
        keep = options.keep or Path(made) / "kept"
        corpus = Path(made) / "corpus"
        for folder in (keep, corpus):
            folder.mkdir(parents=True, exist_ok=True)
        for number in range(_STARTS):
            start = watching.make(target, options.seed, number)
            (corpus / str(number)).write_bytes(start.encode("utf-8", "ignore") if is_text else start)
        longest = _LONGEST_TEXT if is_text else _LONGEST_FILE
        flags = (f"-max_total_time={options.seconds}", f"-max_len={longest}", "-timeout=10", f"-artifact_prefix={keep}/", f"-seed={options.seed}")
        atheris.Setup([sys.argv[0], *flags, str(corpus)], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
