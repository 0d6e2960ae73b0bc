"""How long ipextract takes beside jieba: `python bench/run.py`, one table, nothing written unless told.

Every measurement is repeated in rounds, all of them once a round, so that a slow moment of the machine
falls on all alike; the table gives medians and the ratio of each to what it is compared with.

    python bench/run.py                  the table
    python bench/run.py --json           the same numbers as JSON on standard output
    python bench/run.py -o FILE          JSON into FILE beside the table
    python bench/run.py --quick          fewer rounds, to try it out
"""

from __future__ import annotations

import argparse
import importlib
import json
import logging
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "wuxi-ip-2024.txt"
CORPUS = ROOT.parent / "shared" / "corpus"
PROCESS_ROUNDS, WARM_ROUNDS, CORPUS_ROUNDS = 15, 40, 5


@dataclass
class Measurement:
    """One thing that is timed.

    Attributes:
        key: its name in the JSON.
        label: its name in the table.
        run: does it once.
        against: the key of what it is compared with.
        seconds: the time of each round.
    """

    key: str
    label: str
    run: Callable[[], object]
    against: str | None = None
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def command(*arguments: str) -> Callable[[], object]:
    """A process of its own, its output thrown away."""
    environment = dict(os.environ)
    paths = [str(ROOT / "src"), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)

    def run() -> None:
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    return run


def processes() -> list[Measurement]:
    """Cold: what a user waits for who types a command."""
    return [
        Measurement("python", "python -c pass", command("-c", "pass")),
        Measurement("import", "python -c 'import ipextract'", command("-c", "import ipextract"), "python"),
        Measurement("jieba_cold", "python -c \"import jieba; jieba.lcut('知识产权')\"", command("-c", "import jieba; jieba.lcut('知识产权')")),
        Measurement(
            "extract_cold",
            "python -m ipextract extract seeds/wuxi-ip-2024.txt",
            command("-m", "ipextract", "extract", str(SEED)),
            "jieba_cold",
        ),
    ]


def warm() -> list[Measurement]:
    """In one process, everything loaded: the extraction itself beside jieba on the same text."""
    jieba = importlib.import_module("jieba")
    posseg = importlib.import_module("jieba.posseg")

    from ipextract.extractor import Extractor

    jieba.setLogLevel(logging.ERROR)
    text = SEED.read_text(encoding="utf-8")
    extractor = Extractor()
    measurements = [
        Measurement("lcut", "jieba.lcut of the white paper", partial(jieba.lcut, text)),
        Measurement("posseg", "jieba.posseg.lcut of the white paper", partial(posseg.lcut, text)),
        Measurement("extract", "Extractor.extract of the white paper", partial(extractor.extract, text), "posseg"),
    ]
    for one in measurements:
        one.run()
    return measurements


def corpus() -> list[Measurement]:
    """Whole releases, where the corpus lies beside the project."""
    from ipextract.extractor import Extractor

    extractor = Extractor()
    texts = {path.stem: path.read_text(encoding="utf-8-sig", errors="replace") for path in sorted(CORPUS.glob("*.txt"))}
    texts["wuxi-ip-2024"] = SEED.read_text(encoding="utf-8")
    return [Measurement(name, f"{name} ({len(text)} characters)", partial(extractor.extract, text)) for name, text in texts.items()]


def measure(measurements: list[Measurement], rounds: int) -> None:
    """Every measurement once a round; the order turns about from round to round."""
    for number in range(rounds):
        for one in measurements if number % 2 == 0 else reversed(measurements):
            begun = time.perf_counter()
            one.run()
            one.seconds.append(time.perf_counter() - begun)


def table(title: str, measurements: list[Measurement]) -> list[str]:
    """The medians, with the ratio to what each is compared with."""
    by_key = {one.key: one for one in measurements}
    lines = [title, f"  {'median':>10}  {'fastest':>10}  {'ratio':>7}"]
    for one in measurements:
        ratio = f"{one.median / by_key[one.against].median:7.2f}" if one.against else " " * 7
        of = f"  of {by_key[one.against].label}" if one.against else ""
        lines.append(f"  {1000 * one.median:7.1f} ms  {1000 * min(one.seconds):7.1f} ms  {ratio}  {one.label}{of}")
    return [*lines, ""]


def corpus_table(measurements: list[Measurement]) -> list[str]:
    """Microseconds per character of each release."""
    lines = ["Per character, warm", f"  {'median':>10}  {'per char.':>10}"]
    lines += [f"  {1000 * one.median:7.1f} ms  {1e6 * one.median / characters(one):7.2f} µs  {one.label}" for one in measurements]
    total = sum(one.median for one in measurements)
    count = sum(characters(one) for one in measurements)
    return [*lines, f"  {1000 * total:7.1f} ms  {1e6 * total / count:7.2f} µs  all ({count} characters)", ""]


def characters(one: Measurement) -> int:
    return int(one.label.rpartition("(")[2].split(" ", 1)[0])


def as_json(cold: list[Measurement], hot: list[Measurement], texts: list[Measurement]) -> str:
    """Medians in seconds, and the ratios."""
    compared = [*cold, *hot]
    medians = {one.key: one.median for one in compared}
    total, count = sum(one.median for one in texts), sum(characters(one) for one in texts)
    record = {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "seconds": {key: round(seconds, 6) for key, seconds in medians.items()},
        "ratios": {
            "import_to_python": round(medians["import"] / medians["python"], 3),
            "extract_cold_to_jieba_cold": round(medians["extract_cold"] / medians["jieba_cold"], 3),
            "extract_to_lcut": round(medians["extract"] / medians["lcut"], 3),
            "extract_to_posseg": round(medians["extract"] / medians["posseg"], 3),
        },
        "microseconds_per_character": {
            **{one.key: round(1e6 * one.median / characters(one), 3) for one in texts},
            "all": round(1e6 * total / count, 3),
        },
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def main() -> int:
    parser = argparse.ArgumentParser(description="How long ipextract takes beside jieba.")
    parser.add_argument("--json", action="store_true", help="JSON on standard output instead of the table")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the JSON into FILE as well")
    parser.add_argument("--quick", action="store_true", help="a third of the rounds")
    options = parser.parse_args()
    share = 3 if options.quick else 1
    sys.path.insert(0, str(ROOT / "src"))
    cold, hot, texts = processes(), warm(), corpus()
    # Each process once before any is timed: the files of both are in memory, as they are for a user's second command.
    for one in cold:
        one.run()
    measure(cold, PROCESS_ROUNDS // share)
    measure(hot, WARM_ROUNDS // share)
    measure(texts, max(3, CORPUS_ROUNDS // share))
    if options.output:
        options.output.write_text(as_json(cold, hot, texts) + "\n", encoding="utf-8")
    if options.json:
        print(as_json(cold, hot, texts))
        return 0
    lines = [f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors", ""]
    lines += table("Cold, a process each", cold)
    lines += table("Warm, in one process", hot)
    extract, lcut = (next(one for one in hot if one.key == key) for key in ("extract", "lcut"))
    lines += [f"  extraction takes {extract.median / lcut.median:.2f} of the time of jieba.lcut", ""]
    lines += corpus_table(texts)
    print("\n".join(lines).rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
