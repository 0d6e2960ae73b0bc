"""Time a character and memory, by the length of the text: `python bench/growth.py`.

Generated releases of 10 KB, 100 KB, 1 MB and 10 MB are extracted, each in a process of its own; the small ones so often that the
time is as long. The ratio is to 10 KB.

    python bench/growth.py --most 1000000     up to 1 MB
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
# Characters that are extracted in all for one measurement at least.
_WORK = 300_000
_PROGRAM = """
import json, random, re, resource, sys, time
from pathlib import Path
from ipextract.extractor import Extractor

size, work = int(sys.argv[1]), int(sys.argv[2])
lines = [line for path in sorted(Path("fixtures").glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 30]
chance, pieces, length = random.Random(5), [], 0
while length < size:
    # Other numbers, in years that stay: no two releases say the same.
    line = re.sub(r"[1-9](?!\\d*年)", lambda _: chance.choice("123456789"), chance.choice(lines))
    pieces.append(line)
    length += len(line.encode()) + 1
text = "\\n".join(pieces)
extractor = Extractor()
extractor.extract(text[:3000])
times = []
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(max(1, work // len(text))):
    begun = time.process_time()
    found = extractor.extract(text)
    times.append(time.process_time() - begun)
    claims = len(found.claims)
    del found
times.sort()
print(json.dumps({"characters": len(text), "claims": claims, "seconds": times[len(times) // 2], "before": before, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""


def measure(size: int) -> dict[str, float]:
    """What the extraction of a text of `size` bytes takes."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM, str(size), str(_WORK)], cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Time a character by length.")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="bytes of the longest text (10000000)")
    options = parser.parse_args()
    scale = 1 if sys.platform == "darwin" else 1024
    print("| bytes | characters | claims | seconds | µs a character | ratio | MB before | MB at the peak |\n|---|---|---|---|---|---|---|---|")
    first = 0.0
    for size in SIZES:
        if size > options.most:
            break
        found = measure(size)
        each = 1e6 * found["seconds"] / found["characters"]
        first = first or each
        memory = [f"{found[name] * scale / 1e6:.0f}" for name in ("before", "peak")]
        row = (size, int(found["characters"]), int(found["claims"]), f"{found['seconds']:.3f}", f"{each:.2f}", f"{each / first:.2f}", *memory)
        print("| " + " | ".join(map(str, row)) + " |", flush=True)


if __name__ == "__main__":
    main()
