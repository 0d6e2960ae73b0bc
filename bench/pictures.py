"""The results as SVG, drawn by hand: bars, and lines over logarithmic axes."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape

from figures import STAGES, Record, per_character, seconds, size, stages, text
from subjects import SUBJECTS

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 760, 270, 90, 46, 30
_OWN, _OTHERS = "#b3261e", ("#3c6997", "#6a994e", "#8d6b94", "#bc8034", "#4f5d75", "#2a9d8f")


def draw(record: Record) -> dict[str, str]:
    """The pictures by the names of their files; what was not measured has none."""
    out: dict[str, str] = {}
    paper = text(record, "white paper")
    if paper:
        taken = {key: seconds(paper, key) for key in paper["subjects"] if key != "stages"}
        out["white-paper.svg"] = bars("The white paper, everything loaded (ms)", _named(taken, 1000))
        if "stages" in paper["subjects"]:
            out["stages.svg"] = bars("The white paper, stage by stage (ms)", [(STAGES[name], 1000 * took, True) for name, took in stages(paper).items()])
    generated = [one for one in record["texts"] if one["bytes"]]
    keys = [key for key in record["starts"] if key != "stages"]
    if len(generated) > 1:
        series = {key: [(one["bytes"], 1e6 * per_character(one, key)) for one in generated if key in one["subjects"]] for key in keys}
        out["growth.svg"] = lines("Microseconds a character, by length of text", {key: points for key, points in series.items() if points})
    peaks = {key: record["starts"][key]["peak_white_paper"] for key in keys}
    out["memory.svg"] = bars("Peak memory of a process that reads the white paper (MB)", _named(peaks, 1e-6))
    return out


def _named(values: dict[str, float], times: float) -> list[tuple[str, float, bool]]:
    return [(SUBJECTS[key].title, times * value, key == "ipextract") for key, value in values.items()]


def bars(title: str, rows: list[tuple[str, float, bool]]) -> str:
    """A bar for each row of name, value, and whether it is our own."""
    room = _WIDTH - _LEFT - _RIGHT
    largest = max(value for _, value, _ in rows)
    parts = []
    for number, (name, value, own) in enumerate(rows):
        top = _TOP + number * _ROW
        length = max(1, room * value / largest)
        parts += [
            f'<text x="{_LEFT - 10}" y="{top + 18}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{_LEFT}" y="{top + 5}" width="{length:.1f}" height="{_ROW - 12}" fill="{_OWN if own else _OTHERS[0]}"/>',
            f'<text x="{_LEFT + length + 8:.1f}" y="{top + 18}">{_figure(value)}</text>',
        ]
    return _svg(title, parts, _TOP + len(rows) * _ROW + 12)


def lines(title: str, series: dict[str, list[tuple[int, float]]]) -> str:
    """A line for each subject over lengths in bytes; both axes logarithmic."""
    left, bottom, height = 60, 330, 280
    room = _WIDTH - left - 260
    lengths = sorted({length for points in series.values() for length, _ in points})
    values = [value for points in series.values() for _, value in points]
    across = _logarithmic(lengths[0], lengths[-1], room)
    low, high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
    up = _logarithmic(low, high, height)
    parts = [f'<line x1="{left}" y1="{bottom}" x2="{left + room}" y2="{bottom}" stroke="#999"/>']
    parts += [f'<text x="{left + across(length):.1f}" y="{bottom + 20}" text-anchor="middle">{size(length)}</text>' for length in lengths]
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        y = bottom - up(10**power)
        parts += [
            f'<line x1="{left}" y1="{y:.1f}" x2="{left + room}" y2="{y:.1f}" stroke="#ddd"/>',
            f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>',
        ]
    colours = iter(_OTHERS * 2)
    labelled: list[tuple[float, str]] = []
    for key, points in series.items():
        colour = _OWN if key == "ipextract" else next(colours)
        drawn = [(left + across(length), bottom - up(value)) for length, value in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in drawn)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{3 if key == "ipextract" else 1.5}"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in drawn]
        labelled.append((drawn[-1][1], f'<text x="{left + room + 14}" y="{{y:.1f}}" fill="{colour}">{escape(SUBJECTS[key].title)}</text>'))
    # Names at the ends of the lines, moved down where they would lie on each other.
    before = 0.0
    for y, label in sorted(labelled):
        before = max(y + 4, before + 16)
        parts.append(label.format(y=before))
    return _svg(title, parts, bottom + 40)


def _logarithmic(low: float, high: float, room: float) -> Callable[[float], float]:
    return lambda value: room * math.log(value / low) / (math.log(high / low) or 1)


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def _svg(title: str, parts: list[str], height: float) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" font-family="sans-serif" font-size="13" fill="#222">'
    name = f'<rect width="100%" height="100%" fill="#fff"/><text x="16" y="26" font-size="15" font-weight="bold">{escape(title)}</text>'
    return "\n".join([head, f"<title>{escape(title)}</title>", name, *parts, "</svg>"]) + "\n"
