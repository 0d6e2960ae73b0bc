"""What `ipextract batch` costs on a corpus: two processes beside one, peak memory, and runs that are killed and go on.

    python bench/batch.py speed --documents 20000 --pairs 5
    python bench/batch.py kill --documents 2000 --kills 20
    python bench/batch.py skew

The corpus is made of the sentences of the fixtures in another order for each document, in a directory that is deleted
afterwards. `speed` cuts it into as many slices as there are pairs, and extracts each with one process and with two, by
turns first; `kill` compares a run that was killed at random moments with one that was not; `skew` has long documents.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def make_corpus(path: Path, documents: int, seed: int, length: int = 1) -> None:
    """JSON Lines of releases, each of one fixture's paragraphs in an order of its own, `length` times."""
    draw = random.Random(seed)
    releases = [one.read_text(encoding="utf-8").splitlines() for one in sorted((ROOT / "fixtures").glob("*.txt"))]
    with path.open("w", encoding="utf-8") as file:
        for number in range(documents):
            title, *lines = releases[number % len(releases)]
            body = [line for _ in range(length) for line in draw.sample(lines, len(lines))]
            file.write(json.dumps({"id": f"{seed}-{number}", "text": "\n".join([title, *body])}, ensure_ascii=False) + "\n")


def command(corpus: Path, out: Path, *options: str) -> list[str]:
    """The command that is measured."""
    return [sys.executable, "-m", "ipextract", "batch", str(corpus), "-o", str(out), "-q", *options]


def resident(process: int) -> int:
    """Bytes that a process and all below it hold, pages that they share counted in each."""
    total = 0
    waiting = [process]
    while waiting:
        one = waiting.pop()
        try:
            total += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            waiting += [int(child) for task in Path(f"/proc/{one}/task").iterdir() for child in (task / "children").read_text().split()]
        except (OSError, IndexError):
            continue
    return total


def busy() -> float:
    """Seconds that all processors have worked, for whomever."""
    user, nice, system = Path("/proc/stat").read_text().split()[1:4]
    return (int(user) + int(nice) + int(system)) / os.sysconf("SC_CLK_TCK")


def measure(arguments: list[str]) -> tuple[float, float, float]:
    """Seconds, megabytes at the peak of all processes together, and processors that others used meanwhile."""
    peak = 0
    before, ours_before = busy(), resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    process = subprocess.Popen(arguments)

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(0.2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - begin
    watcher.join()
    assert code == 0, code
    ours = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = ours.ru_utime + ours.ru_stime - ours_before.ru_utime - ours_before.ru_stime
    return seconds, peak / 1e6, max(busy() - before - own, 0) / seconds


def whole(out: Path) -> bytes:
    """All claims of a run, sorted."""
    return b"".join(sorted(line for part in out.glob("claims-*.jsonl") for line in part.read_bytes().splitlines(keepends=True)))


def speed(documents: int, pairs: int, root: Path) -> None:
    """One process and two over the same slice, pair by pair."""
    totals = {1: 0.0, 2: 0.0}
    ratios = []
    took: dict[int, float] = {}
    for pair in range(pairs):
        corpus = root / f"{pair}.jsonl"
        make_corpus(corpus, documents // pairs, pair)
        for jobs in (1, 2) if pair % 2 else (2, 1):
            seconds, megabytes, others = measure(command(corpus, root / f"out-{pair}-{jobs}", "-j", str(jobs)))
            took[jobs] = seconds
            totals[jobs] += seconds
            print(f"slice {pair + 1}, -j {jobs}: {seconds:.1f} s, {megabytes:.0f} MB at the peak, others used {others:.1f} processors", flush=True)
        ratios.append(took[1] / took[2])
        assert whole(root / f"out-{pair}-1") == whole(root / f"out-{pair}-2")
    print(f"{documents} documents: {totals[1]:.1f} s on one, {totals[2]:.1f} s on two, {totals[1] / totals[2]:.2f} times; pairs: {', '.join(f'{one:.2f}' for one in ratios)}, median {statistics.median(ratios):.2f}")


def kill(documents: int, kills: int, root: Path, form: str) -> None:
    """A run that is killed again and again, and one that is left alone."""
    corpus = root / "corpus.jsonl"
    make_corpus(corpus, documents, 0)
    options = ("-j", "2", "--part-rows", "2000", "--format", form)
    seconds, _, _ = measure(command(corpus, root / "whole", *options))
    draw = random.Random(int(time.time()))
    print(f"left alone: {seconds:.1f} s", flush=True)
    done = runs = 0
    while done < kills:  # a run that comes to its end between two kills is compared, and another begun
        out = root / f"killed-{runs}"
        process = subprocess.Popen(command(corpus, out, *options))
        time.sleep(draw.uniform(0.2, max(6, 3 * seconds / kills)))
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            done += 1
            process.wait()
            print(f"{done} killed: {len(list(out.glob('claims-*')))} parts are whole", flush=True)
            if done < kills:
                continue
            subprocess.run(command(corpus, out, *options), check=True)
        assert same(root / "whole", out), "the output differs"
        print(f"run {runs + 1} has come to its end, and every file of its output is the same, byte for byte", flush=True)
        runs += 1


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files."""
    return {path.name: path.read_bytes() for path in one.iterdir()} == {path.name: path.read_bytes() for path in other.iterdir()}


def skew(root: Path) -> None:
    """The same characters in short documents, and with some a hundred times as long."""
    for name, counts in (("even", ((2000, 1),)), ("a long one in a hundred", ((1000, 1), (10, 100)))):
        corpus = root / f"{name}.jsonl"
        corpus.write_bytes(b"")
        for documents, length in counts:
            make_corpus(root / "some", documents, length, length)
            with corpus.open("ab") as file:
                file.write((root / "some").read_bytes())
        size = corpus.stat().st_size
        seconds, megabytes, _ = measure(command(corpus, root / name, "-j", "2"))
        print(f"{name}: {size / 1e6:.1f} MB in {seconds:.1f} s, {size / seconds / 1e6:.2f} MB a second, {megabytes:.0f} MB at the peak", flush=True)


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "kill", "skew"])
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--format", default="jsonl", choices=["jsonl", "parquet"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        if given.what == "speed":
            speed(given.documents, given.pairs, Path(root))
        elif given.what == "kill":
            kill(given.documents, given.kills, Path(root), given.format)
        else:
            skew(Path(root))


if __name__ == "__main__":
    main()
