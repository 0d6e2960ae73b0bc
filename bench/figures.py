"""What the measurements come to: medians, times per character and per thing found, stages, and the aims."""

from __future__ import annotations

import statistics
from typing import Any, NamedTuple

Record = dict[str, Any]
STAGES = {
    "read": "read: lines, headings, tables, notes",
    "fold": "fold: one spelling",
    "scan": "scan: numbers, dates, units",
    "link": "link: names, places, periods, records",
    "check": "check: the sums",
    "json": "JSON",
}


class Aim(NamedTuple):
    """What the project has set itself, what was measured, and whether that reaches it."""

    words: str
    goal: str
    measured: str
    met: bool


def size(count: int) -> str:
    """Bytes as people say them: 10 KB, 1 MB."""
    return next((f"{count / unit:g} {name}" for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "KB")) if count >= unit), f"{count} B")


def text(record: Record, name: str) -> Record | None:
    return next((one for one in record["texts"] if one["name"] == name), None)


def seconds(one: Record, subject: str) -> float:
    """The median of the rounds over a text, all parts together."""
    return statistics.median(sum(parts.values()) for parts in one["subjects"][subject]["rounds"])


def parts(one: Record, subject: str) -> dict[str, float]:
    """The median of each part."""
    rounds = one["subjects"][subject]["rounds"]
    return {name: statistics.median(turn[name] for turn in rounds) for name in rounds[0]}


def per_character(one: Record, subject: str) -> float:
    """Seconds a character; the texts of the rounds differ in length."""
    rounds = one["subjects"][subject]["rounds"]
    return statistics.median(sum(turn.values()) / length for turn, length in zip(rounds, one["characters"], strict=False))


def found(one: Record, subject: str) -> int:
    """How many things the last round found."""
    return sum(one["subjects"][subject]["found"].values())


def per_thing(one: Record, subject: str) -> float | None:
    """Seconds a thing found, or None where none was."""
    length = one["characters"][len(one["subjects"][subject]["rounds"]) - 1]
    count = found(one, subject)
    return per_character(one, subject) * length / count if count else None


def stages(one: Record) -> dict[str, float]:
    """The median of each stage; linking, and closing the ledger, is what the others leave of the whole of a round."""
    rounds = one["subjects"]["stages"]["rounds"]
    linked = [{**turn, "link": turn["whole"] - turn["read"] - turn["fold"] - turn["scan"] - turn["check"]} for turn in rounds]
    return {name: statistics.median(turn[name] for turn in linked) for name in STAGES}


def command(record: Record, key: str) -> float:
    return statistics.median(record["cold"][key]["seconds"])


def growth(record: Record) -> tuple[str, str, float] | None:
    """The shortest and the longest of the generated texts, and how many times the time a character of the longest takes ipextract."""
    generated = [one for one in record["texts"] if one["bytes"] and "ipextract" in one["subjects"]]
    if len(generated) < 2:
        return None
    shortest, longest = generated[0], generated[-1]
    return size(shortest["bytes"]), size(longest["bytes"]), per_character(longest, "ipextract") / per_character(shortest, "ipextract")


def aims(record: Record) -> list[Aim]:
    """The aims whose measurements are there."""
    out = []
    paper = text(record, "white paper")
    if paper is not None and "ipextract" in paper["subjects"]:
        own = seconds(paper, "ipextract")
        if "lcut" in paper["subjects"]:
            ratio = own / seconds(paper, "lcut")
            out.append(Aim("the white paper, beside jieba.lcut", "at most its time", f"{ratio:.2f} of its time", ratio <= 1))
        for subject, name, goal in (("posseg", "jieba.posseg.lcut", 4), ("jionlp", "JioNLP", 5), ("recognizers", "Recognizers-Text", 80)):
            if subject in paper["subjects"]:
                times = seconds(paper, subject) / own
                out.append(Aim(f"the white paper, beside {name}", f"at least {goal} times as fast", f"{times:.1f} times as fast", times >= goal))
    share = command(record, "extract") / command(record, "jieba")
    out.append(Aim("the command, beside importing jieba", "at most half its time", f"{share:.2f} of its time", share <= 0.5))
    import_time = command(record, "import") - command(record, "python")
    out.append(Aim("import ipextract, over a bare interpreter", "at most 120 ms", f"{1000 * import_time:.0f} ms", import_time <= 0.12))
    if (longer := growth(record)) is not None:
        shortest, longest, ratio = longer
        out.append(Aim(f"a character of {longest}, beside one of {shortest}", "at most 1.3 times", f"{ratio:.2f} times", ratio <= 1.3))
    return out
