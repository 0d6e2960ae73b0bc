"""What is extracted does not depend on the order in which Python happens to keep its sets."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

_CASES = Path(__file__).parent / "cases"
# A process of its own, since a process keeps the seed of its hashes to its end.
_PROGRAM = """
import sys
from ipextract import Extractor
extractor = Extractor()
for text in sys.stdin.read().split("\\0"):
    print(repr([f"{c.evidence.text} {c.indicator} {c.aspect} {c.value} {c.period and c.period.text} {c.region and c.region.name}" for c in extractor.extract(text).claims]))
"""


def test_two_seeds_of_hashes_give_the_same_claims() -> None:
    texts = [case["text"] for path in sorted(_CASES.glob("*.toml")) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    said = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", _PROGRAM], input="\0".join(texts), capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
        said.append(done.stdout.split("\n"))
    assert len(said[0]) == len(texts) + 1
    different = [(text, first, second) for text, first, second in zip(texts, *(lines[:-1] for lines in said), strict=True) if first != second]
    assert different == []
