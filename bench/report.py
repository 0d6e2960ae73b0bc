"""How heavy and how quick the report's page is: `python bench/report.py [FILE...]`, one table, nothing written.

Each page is opened several times in headless Chromium; the table gives medians in milliseconds: from the
start of loading to the end, and from an action to the end of the layout that it brings about. Without FILE it
tries the white paper, 20 000 characters out of the fixtures, and all bulletins of ../shared/corpus together, where they are.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import Browser, browser  # noqa: E402
from report_making import SEED, long_text  # noqa: E402

import ipextract  # noqa: E402

ROUNDS = 7
CORPUS = ROOT.parent / "shared" / "corpus"
# From an action to what it shows: the layout is asked for, so that it is not put off beyond the clock.
_TIMED = "const begun = performance.now(); {action}; document.body.offsetHeight; return performance.now() - begun;"
ACTIONS = {
    "filter": "const box = document.getElementById('indicator'); box.value = '增加值'; box.dispatchEvent(new Event('input'))",
    "unfilter": "document.getElementById('reset').click()",
    "record": "document.querySelectorAll('#view-text .numeral')[20].click()",
    "table": "document.getElementById('tab-claims').click()",
    "sort": "document.querySelectorAll('#view-claims .sort')[4].click()",
}


def main() -> None:
    named = [Path(name) for name in sys.argv[1:]]
    bulletins = sorted(CORPUS.glob("bulletin-*.txt"))
    trials = {"FILE": [ipextract.extract_file(path) for path in named]} if named else {
        "white paper": [ipextract.extract_file(SEED)],
        "20 000 characters": [ipextract.extract(long_text())],
        "all bulletins": [ipextract.extract_file(path) for path in bulletins],
    }
    print(f"{'':20}{'claims':>8}{'kB':>8}{'load':>8}" + "".join(f"{name:>10}" for name in ACTIONS))
    with tempfile.TemporaryDirectory() as folder, browser(Path(folder)) as web:
        for name, extractions in trials.items():
            if extractions:
                page = Path(folder) / "report.html"
                page.write_text(ipextract.report(extractions), encoding="utf-8")
                claims = sum(len(one.claims) for one in extractions)
                times = [_times(web, page) for _ in range(ROUNDS)]
                medians = [statistics.median(column) for column in zip(*times, strict=True)]
                print(f"{name:20}{claims:>8}{page.stat().st_size / 1000:>8.0f}{medians[0]:>8.0f}" + "".join(f"{one:>10.1f}" for one in medians[1:]))


def _times(web: Browser, page: Path) -> list[float]:
    web.open(page)
    load = web.script("return performance.getEntriesByType('navigation')[0].loadEventEnd")
    return [load, *(web.script(_TIMED.format(action=action)) for action in ACTIONS.values())]


if __name__ == "__main__":
    main()
