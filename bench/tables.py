"""The results as Markdown: docs/benchmarks.md, and what the command prints."""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from figures import STAGES, Record, aims, command, found, growth, parts, per_character, per_thing, seconds, size, stages, text
from subjects import SUBJECTS

PICTURES = {
    "white-paper.svg": "Seconds for the white paper, by library",
    "growth.svg": "Time per character by length of text",
    "stages.svg": "The stages of one extraction",
    "memory.svg": "Peak memory, by library",
}


def page(record: Record, pictures: str = "") -> list[str]:
    """The whole page.

    Args:
        record: of a run.
        pictures: the folder that the page finds its pictures in; without one it shows none.
    """
    shown = {name: [f"![{words}]({pictures}/{name})", ""] if pictures else [] for name, words in PICTURES.items()}
    paper = text(record, "white paper")
    corpus = text(record, "corpus")
    lines = ["# Benchmarks", "", *_head(record), "", "## Aims", "", *_aims(record), "", "## The command", "", *_cold(record), ""]
    if paper:
        lines += ["## The white paper", "", f"{paper['characters'][0]:,} characters, everything loaded.", "", *shown["white-paper.svg"], *_beside(paper), ""]
        lines += _parts(paper)
    lines += [*shown["stages.svg"], *_stages(record)]
    if corpus:
        count = len(corpus.get("documents", [[]])[0])
        lines += ["## Real releases", "", f"{count} of them, {corpus['characters'][0]:,} characters.", "", *_beside(corpus), "", *_spread(corpus)]
    lines += ["## Growth with length", "", "Microseconds a character of invented notices, new ones in every round.", ""]
    lines += [*shown["growth.svg"], *_growth(record), ""]
    lines += [
        "## Starting and memory",
        "",
        "The most memory of a process after building, and after each text; the longer come after the shorter.",
        "",
        *shown["memory.svg"],
        *_memory(record),
        "",
    ]
    return lines


def section(record: Record) -> list[str]:
    """The section of the README: the white paper beside the peers, the command, growth and memory."""
    machine, paper = record["machine"], text(record, "white paper")
    lines = ["## How fast", "", f"The white paper, medians of one run on {record['date']} ({_machine(machine)}):", ""]
    if paper is None or "ipextract" not in paper["subjects"]:
        return lines
    own = seconds(paper, "ipextract")
    taken = {SUBJECTS[key].title: seconds(paper, key) for key in paper["subjects"] if key != "stages"}
    lines += _table(("everything loaded", "time", "beside ipextract"), ((title, _ms(took), f"{took / own:.2f}") for title, took in taken.items()))
    lines += ["", *_table(("the command", "time"), ((f"`{record['cold'][key]['typed']}`", _ms(command(record, key))) for key in ("jieba", "extract"))), ""]
    said = [f"The process holds {_mb(record['starts']['ipextract']['peak_white_paper'])}"]
    if each := per_thing(paper, "ipextract"):
        said.append(f"a claim takes {1e6 * each:.0f} µs")
    if longer := growth(record):
        said.append(f"a character in {longer[1]} takes {longer[2]:.2f} times the time of one in {longer[0]}")
    lines.append("; ".join(said) + ". They do different work: all figures, and what each does, are in [docs/benchmarks.md](docs/benchmarks.md).")
    return lines


def _machine(machine: Record) -> str:
    memory = f", {size(machine['memory'] // 10**9 * 10**9)}" if machine["memory"] else ""
    return f"{machine['processors']} processors {machine['processor']}{memory}, {machine['system']}, Python {machine['python']}"


def _head(record: Record) -> list[str]:
    machine = record["machine"]
    versions = {name: version for start in record["starts"].values() for name, version in start["versions"].items() if name != "ipextract"}
    named = ", ".join(f"{name} {version}" for name, version in versions.items()) or "none"
    measured = f"Measured on {record['date']} at commit {record['commit']}: {_machine(machine)}; beside {named}. Load before {_load(record['load_before'])}, after {_load(record['load_after'])}."
    explained = (
        "All libraries take turns in one run, each in a process of its own, built once; the figures are medians of the rounds, in seconds of the processor"
        f" (the clock showed {record['clock'] / record['worked']:.2f} times as many); only the commands are taken by the clock, and a peer whose turn takes over ten seconds is measured once. They do different work:"
        " jieba and rjieba cut words, JioNLP finds sums of money and times, Recognizers-Text finds numbers with their units, dates and times;"
        " ipextract gives whole records with indicator, period, place, status and checks. `python bench/run.py` measures it anew."
    )
    return [measured, "", explained, *(f"\nLeft out: {SUBJECTS[key].title}, {word}." for key, word in record["left_out"].items())]


def _load(load: list[float] | None) -> str:
    return "unknown" if load is None else str(load[0])


def _aims(record: Record) -> list[str]:
    return _table(("what", "aim", "measured", ""), ((aim.words, aim.goal, aim.measured, "reached" if aim.met else "missed") for aim in aims(record)))


def _cold(record: Record) -> list[str]:
    jieba = command(record, "jieba")
    rows = ((f"`{one['typed']}`", _ms(command(record, key)), f"{command(record, key) / jieba:.2f}") for key, one in record["cold"].items())
    return _table(("a process from start to end", "median", "beside jieba's"), rows)


def _beside(one: Record) -> list[str]:
    """Every library over one text, with how many times the time of ipextract it takes."""
    own = seconds(one, "ipextract") if "ipextract" in one["subjects"] else None
    rows = []
    for key in (key for key in one["subjects"] if key != "stages"):
        took, each = seconds(one, key), per_thing(one, key)
        rows.append((SUBJECTS[key].title, _ms(took), f"{took / own:.2f}" if own else "", f"{found(one, key):,}", f"{1e6 * each:.0f} µs" if each else ""))
    return _table(("library", "median", "times ipextract", "found", "per thing found"), rows) + _left_out(one)


def _parts(one: Record) -> list[str]:
    """What the peers' parts take, so that anyone may add up those that they need."""
    lines = []
    for key in ("jionlp", "recognizers"):
        if key in one["subjects"]:
            counts = one["subjects"][key]["found"]
            lines.append(f"- {SUBJECTS[key].title}: " + ", ".join(f"{name} {_ms(took)} ({counts[name]} found)" for name, took in parts(one, key).items()))
    return [*lines, ""] if lines else []


def _stages(record: Record) -> list[str]:
    measured = [one for one in record["texts"] if "stages" in one["subjects"]]
    if not measured:
        return []
    by_text = [(stages(one), one["characters"][len(one["subjects"]["stages"]["rounds"]) - 1]) for one in measured]
    rows = [(words, *(f"{1e6 * taken[name] / length:.2f}" for taken, length in by_text)) for name, words in STAGES.items()]
    return ["Microseconds a character, stage by stage:", "", *_table(("stage", *(one["name"] for one in measured)), rows), ""]


def _spread(corpus: Record) -> list[str]:
    """How far the releases differ from each other."""
    medians = sorted(statistics.median(column) for column in zip(*corpus.get("documents", []), strict=True))
    return [f"A release takes ipextract {_ms(statistics.median(medians))} in the median, {_ms(medians[0])} to {_ms(medians[-1])}.", ""] if medians else []


def _growth(record: Record) -> list[str]:
    generated = [one for one in record["texts"] if one["bytes"]]
    keys = [key for key in record["starts"] if key != "stages" and any(key in one["subjects"] for one in generated)]
    rows = [
        (SUBJECTS[key].title, *(f"{1e6 * per_character(one, key):.2f}" if key in one["subjects"] else one["left_out"].get(key, "") for one in generated))
        for key in keys
    ]
    if "ipextract" in keys:
        each = [per_thing(one, "ipextract") if "ipextract" in one["subjects"] else None for one in generated]
        rows.append(("ipextract, a claim", *(f"{1e6 * took:.0f}" if took else "" for took in each)))
    return _table(("library", *(size(one["bytes"]) for one in generated)), rows)


def _memory(record: Record) -> list[str]:
    """Of a new process: building, the first text, and the most memory by text; the longer texts come after the shorter."""
    generated = [one for one in record["texts"] if one["bytes"]]
    rows = []
    for key in (key for key in record["starts"] if key != "stages"):
        start = record["starts"][key]
        peaks = (_mb(one["subjects"][key]["peak"]) if key in one["subjects"] else "" for one in generated)
        rows.append((SUBJECTS[key].title, _ms(start["seconds"]), _ms(start["first"]), _mb(start["peak"]), _mb(start["peak_white_paper"]), *peaks))
    return _table(("a new process", "building", "white paper, first", "built", "white paper", *(size(one["bytes"]) for one in generated)), rows)


def _left_out(one: Record) -> list[str]:
    return ["", *(f"{SUBJECTS[key].title}: {word}." for key, word in one["left_out"].items() if word)] if any(one["left_out"].values()) else []


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A Markdown table, its columns as wide as they must be, so that it can be read in a terminal too; figures to the right."""
    filled = [heads, *rows]
    widths = [max(len(row[column]) for row in filled) for column in range(len(heads))]
    lined = ["| " + " | ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) + " |" for row in filled]
    rule = "|" + "|".join("-" * (width + 2) if column == 0 else "-" * (width + 1) + ":" for column, width in enumerate(widths)) + "|"
    return [lined[0], rule, *lined[1:]]


def _ms(took: float) -> str:
    return f"{took:.1f} s" if took >= 10 else f"{1000 * took:.1f} ms" if took < 0.1 else f"{1000 * took:.0f} ms"


def _mb(count: int) -> str:
    return f"{count / 1e6:.0f} MB"
