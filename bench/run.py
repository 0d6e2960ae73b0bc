"""How long ipextract takes beside its peers, in one run: `python bench/run.py`, a table, nothing written unless told.

Every measurement is repeated in rounds, all of them once a round, so that a slow moment of the machine falls on all
alike; the table gives medians and their ratios, of seconds of the processor. Each library works in a process of its own, built once; JioNLP and
Recognizers-Text live in an environment of their own, which `python bench/peers.py` makes, and are left out without it.

    python bench/run.py                  the table
    python bench/run.py -o docs          docs/benchmarks.md, its pictures, and the figures as JSON
    python bench/run.py --only lcut ipextract --sizes 10000 100000
    python bench/run.py --from docs/benchmarks/results.json -o docs     written anew, nothing measured
    python bench/run.py --quick          a few seconds, to see that it runs
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import machine
import peers
import pictures
import tables
import texts
from figures import Record, size
from processes import Worker, WorkerError, commands
from subjects import SUBJECTS

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
# A turn over short texts goes on until it can be timed well; of a size, as many texts as fill it, all new in every round.
LEAST_SECONDS, LEAST_BYTES = 0.1, 100_000
# By its time per character so far: a peer whose turn would take so many seconds is measured once, or not at all.
SLOW, TOO_SLOW = 10.0, 150.0
# What one release takes by stages is known before 10 MB.
LARGEST_BY_STAGES = 1_000_000


@dataclass(frozen=True)
class Text:
    """What one turn is about.

    Attributes:
        name: in the results.
        rounds: how many turns there are.
        size: bytes of the generated text, or None for what is always the same.
        fixed: the documents, where they are always the same.
        fill: bytes that the generated texts of a turn come to, at least.
    """

    name: str
    rounds: int
    size: int | None = None
    fixed: tuple[str, ...] = ()
    fill: int = LEAST_BYTES

    def documents(self, number: int) -> list[str]:
        """The documents of a round; generated ones differ from round to round."""
        if self.size is None:
            return list(self.fixed)
        return [texts.notices(self.size, 1000 * number + one) for one in range(max(1, self.fill // self.size))]


class Bench:
    """The subjects, their workers, and what was measured.

    Args:
        keys: of the subjects.
        home: the environment of the peers.
        least: the seconds that each part works in a turn over the white paper.

    Attributes:
        starts: what building and the first text took, by subject.
        left_out: why a subject is not measured, or no longer.
        worked: the seconds of all turns.
        clock: those that passed meanwhile.
    """

    def __init__(self, keys: Iterable[str], home: Path, least: float) -> None:
        self.keys, self.least, self._home = list(keys), least, home
        self.starts: Record = {}
        self.left_out: dict[str, str] = {}
        self._workers: dict[str, Worker] = {}
        self._pace: dict[str, float] = {}
        self.worked = self.clock = 0.0

    def begin(self) -> None:
        """Start every worker and let it read the white paper for the first time."""
        paper = texts.white_paper()
        for key in self.keys:
            try:
                worker = Worker(key, self._home)
                first = worker.turn([paper], least=0, most=2 * TOO_SLOW)
            except WorkerError as error:
                self.left_out[key] = str(error)
                _say(f"{SUBJECTS[key].title}: {error}")
                continue
            self._workers[key] = worker
            self._pace[key] = _total(first) / len(paper)
            self.starts[key] = {**worker.start, "first": _total(first), "peak_white_paper": first["peak"]}

    def measure(self, text: Text) -> Record:
        """Every subject once a round over `text`; the order turns about from round to round."""
        _say(text.name)
        out: Record = {"name": text.name, "bytes": text.size, "characters": [], "subjects": {}, "left_out": {}}
        for number in range(text.rounds):
            documents = text.documents(number)
            characters = sum(map(len, documents))
            out["characters"].append(characters)
            for key in list(self._workers)[:: 1 if number % 2 == 0 else -1]:
                if (word := self._refusal(key, text, characters, number)) is None:
                    self._turn(key, text, documents, out)
                elif number == 0:
                    out["left_out"][key] = word
        return out

    def end(self) -> None:
        for worker in self._workers.values():
            worker.close()

    def _refusal(self, key: str, text: Text, characters: int, number: int) -> str | None:
        """Why the subject is not measured, or not once more; an empty word where it has been often enough."""
        if key == "stages" and (text.size or 0) > LARGEST_BY_STAGES:
            return ""
        expected = self._pace[key] * characters
        if number == 0 and key != "ipextract":
            return f"would take {expected:.0f} s" if expected > TOO_SLOW else None
        return "" if expected > SLOW and key != "ipextract" else None

    def _turn(self, key: str, text: Text, documents: list[str], out: Record) -> None:
        try:
            answer = self._workers[key].turn(documents, least=0 if text.size else self.least, most=4 * TOO_SLOW)
        except WorkerError as error:
            self._workers.pop(key).close()
            out["left_out"][key] = self.left_out[key] = f"{error} ({text.name})"
            return
        self.worked, self.clock = self.worked + answer["worked"], self.clock + answer["clock"]
        self._pace[key] = _total(answer) / sum(map(len, documents))
        kept = out["subjects"].setdefault(key, {"rounds": [], "found": {}})
        kept["rounds"].append({part: sum(seconds) for part, seconds in answer["seconds"].items()})
        kept["peak"] = answer["peak"]
        kept["found"] = {part: sum(counts) for part, counts in answer["found"].items()}
        if text.name == "corpus" and key == "ipextract":
            out.setdefault("documents", []).append(answer["seconds"]["extract"])


def _total(answer: Record) -> float:
    return sum(map(sum, answer["seconds"].values()))


def cold(rounds: int) -> Record:
    """The commands, interleaved, by the clock; each once before any is timed, as their files are in memory for a user's second command."""
    _say("commands")
    typed = commands()
    for _, run in typed.values() if rounds > 1 else ():
        run()
    seconds: dict[str, list[float]] = {key: [] for key in typed}
    for number in range(rounds):
        for key in list(typed)[:: 1 if number % 2 == 0 else -1]:
            seconds[key].append(typed[key][1]())
    return {key: {"typed": words, "seconds": seconds[key]} for key, (words, _) in typed.items()}


def measure(options: argparse.Namespace) -> Record:
    """The whole run."""
    record: Record = {"date": datetime.now(UTC).date().isoformat(), **machine.describe(), "load_before": machine.load()}
    share = 10 if options.quick else 1
    record["cold"] = cold(15 // share)
    bench = Bench(options.only, options.peers, 0 if options.quick else LEAST_SECONDS)
    bench.begin()
    record["starts"] = bench.starts
    record["texts"] = [bench.measure(text) for text in _texts(options, share)]
    bench.end()
    return {**record, "left_out": bench.left_out, "worked": bench.worked, "clock": bench.clock, "load_after": machine.load()}


def _texts(options: argparse.Namespace, share: int) -> Iterator[Text]:
    yield Text("white paper", max(2, 21 // share), fixed=(texts.white_paper(),))
    releases = {} if options.quick else texts.releases(options.corpus)
    if releases:
        yield Text("corpus", 3, fixed=tuple(releases.values()))
    for length, rounds in zip(options.sizes, (5, *[3] * len(options.sizes)), strict=False):
        yield Text(f"generated, {size(length)}", max(1, rounds // share), size=length, fill=0 if options.quick else LEAST_BYTES)


def write(record: Record, folder: Path) -> None:
    """The page into `folder`, its pictures and the figures into `folder`/benchmarks."""
    beside = folder / "benchmarks"
    beside.mkdir(parents=True, exist_ok=True)
    (beside / "results.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for name, drawn in pictures.draw(record).items():
        (beside / name).write_text(drawn, encoding="utf-8")
    (folder / "benchmarks.md").write_text("\n".join(tables.page(record, beside.name)).rstrip() + "\n", encoding="utf-8")


def _say(words: str) -> None:
    print(f"measuring: {words}", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="How long ipextract takes beside its peers.")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="write benchmarks.md there, and its pictures and JSON into DIR/benchmarks")
    parser.add_argument("--json", action="store_true", help="the figures as JSON on standard output instead of the table")
    parser.add_argument("--section", action="store_true", help="the section of the README instead of the whole page")
    parser.add_argument("--from", type=Path, dest="source", metavar="FILE", help="figures of an earlier run instead of measuring")
    parser.add_argument("--only", nargs="+", choices=SUBJECTS, default=list(SUBJECTS), metavar="SUBJECT", help=f"of {', '.join(SUBJECTS)}")
    parser.add_argument("--sizes", nargs="*", type=int, metavar="BYTES", help="of the generated texts")
    parser.add_argument("--peers", type=Path, default=peers.HOME, metavar="DIR", help="the environment that bench/peers.py made")
    parser.add_argument("--corpus", type=Path, default=texts.CORPUS, metavar="DIR", help="real releases, where there are any")
    parser.add_argument("--quick", action="store_true", help="a few rounds on short texts")
    options = parser.parse_args()
    if options.sizes is None:
        options.sizes = [2_000, 4_000] if options.quick else list(SIZES)
    record = json.loads(options.source.read_text(encoding="utf-8")) if options.source else measure(options)
    if options.output:
        write(record, options.output)
    if options.json:
        print(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        print("\n".join(tables.section(record) if options.section else tables.page(record)))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(texts.ROOT / "src"))
    sys.exit(main())
