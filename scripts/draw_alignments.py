"""Draw alignments at random, each value in the words around it, to be read by eye.

    python scripts/draw_alignments.py 2021.txt 2022.txt … [--count 100] [--seed 2026]

Prints how many indicators two, three and more releases state, then the drawn rows.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import ipextract
from ipextract.releases.comparison import compare_extractions
from ipextract.releases.models import Comparison, Indicator
from ipextract.releases.saved import all_releases

_AROUND = 28


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args()
    releases = list(all_releases(arguments.files, ipextract.Extractor()))
    comparison = compare_extractions(releases)
    texts = {(one.document.sha256, _period(one)): one.document.text or "" for one in releases}
    aligned = [one for one in comparison.indicators if len(one.stated_in()) > 1]
    counts = Counter((one.aspect, len(one.stated_in())) for one in aligned)
    print(*(f"{aspect}: {number} over {over} releases" for (aspect, over), number in sorted(counts.items())), sep="\n")
    for number, one in enumerate(random.Random(arguments.seed).sample(aligned, min(arguments.count, len(aligned))), 1):  # noqa: S311 - a draw, no secret
        print(f"\n{number}. {one.indicator} [{one.aspect} {one.unit} {one.relation or ''}] {one.match.kind if one.match else ''}")
        print(*_lines(comparison, one, texts), sep="\n")


def _period(extraction: ipextract.Extraction) -> str:
    return extraction.document.period.text if extraction.document.period else ""


def _lines(comparison: Comparison, one: Indicator, texts: dict[tuple[str, str], str]) -> list[str]:
    lines = []
    for release, value in zip(comparison.releases, one.values, strict=True):
        if value is not None:
            text, start, end = texts[release.sha256, release.period.text], value.evidence.start, value.evidence.end
            around = f"{text[max(0, start - _AROUND) : start]}【{text[start:end]}】{text[end : end + _AROUND // 2]}"
            lines.append(f"   {release.period.text} {value.value} {value.indicator}: {' '.join(around.split())}")
    return lines


if __name__ == "__main__":
    main()
