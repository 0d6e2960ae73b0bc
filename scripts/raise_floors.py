"""Raise the floors of the fixtures' scores to what is reached now.

python scripts/raise_floors.py

Each floor in tests/floors.toml is set to the rate reached, rounded down to one decimal, unless it
stands higher already: a floor never falls. What is below its floor is told on standard error, and
the exit code is 1.
"""

import sys
import tomllib
from pathlib import Path

from ipextract import Extractor
from ipextract.evaluation import FIELDS, Evaluation, Finding, count, find_golds, reached

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "floors.toml"
HEAD = """\
# The least that each fixture, and all together, must reach, in percent: written by `make floors`.
# A floor only rises.
"""
MEASURES = ("recall", "precision", "record")


def scores() -> dict[str, dict[str, float]]:
    """By fixture, and `all` with every field: the rates reached now."""
    evaluation = Evaluation(Extractor())
    for gold in find_golds(ROOT / "fixtures"):
        evaluation.add(gold)
    every: list[Finding] = [one for findings in evaluation.findings.values() for one in findings]
    each = {name: reached(count(findings), MEASURES) for name, findings in evaluation.findings.items()}
    return {**each, "all": reached(count(every), (*MEASURES, *FIELDS))}


def main() -> int:
    old = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    below = 0
    lines = [HEAD]
    for name, rates in scores().items():
        lines.append(f"[{name}]")
        for measure, value in rates.items():
            floor = old.get(name, {}).get(measure, 0.0)
            if value < floor:
                print(f"{name}: {measure} is {value}, below its floor {floor}", file=sys.stderr)
                below += 1
            lines.append(f"{measure} = {max(value, floor)}")
        lines.append("")
    FLOORS.write_text("\n".join(lines), encoding="utf-8")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
