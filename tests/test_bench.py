"""The bench runs, and its invented notices are what it says they are."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from ipextract.extractor import Extractor

ROOT = Path(__file__).parents[1]
NOTICES = runpy.run_path(str(ROOT / "bench" / "texts.py"))["notices"]


def test_a_quick_run_writes_its_page_its_pictures_and_its_figures(tmp_path: Path) -> None:
    arguments = ["--quick", "--only", "ipextract", "stages", "--peers", str(tmp_path / "none"), "-o", str(tmp_path)]
    subprocess.run([sys.executable, str(ROOT / "bench" / "run.py"), *arguments], check=True, capture_output=True)
    record = json.loads((tmp_path / "benchmarks" / "results.json").read_text(encoding="utf-8"))
    page = (tmp_path / "benchmarks.md").read_text(encoding="utf-8")
    assert [text["name"] for text in record["texts"]] == ["white paper", "generated, 2 KB", "generated, 4 KB"]
    assert all(sum(turn.values()) > 0 for text in record["texts"] for turn in text["subjects"]["ipextract"]["rounds"])
    assert all(f"benchmarks/{picture.name}" in page for picture in (tmp_path / "benchmarks").glob("*.svg"))
    assert {"## Aims", "## The white paper", "## Growth with length"} <= set(page.splitlines())


def test_peers_that_are_not_installed_are_left_out_with_a_word(tmp_path: Path) -> None:
    program = f"import sys; sys.path.insert(0, {str(ROOT / 'bench')!r}); import pathlib, processes; processes.Worker('jionlp', pathlib.Path({str(tmp_path)!r}))"
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert "WorkerError: not installed (python bench/peers.py)" in ended.stderr


@pytest.mark.parametrize("size", [2_000, 50_000])
def test_invented_notices_have_the_size_asked_for_and_vary_by_seed(size: int) -> None:
    text = NOTICES(size, 1)
    assert size <= len(text.encode()) < size + 2_000
    assert text == NOTICES(size, 1)
    assert text != NOTICES(size, 2)
    paragraphs = [line for line in text.splitlines() if line.startswith("　　")]
    assert len(set(paragraphs)) == len(paragraphs)


def test_invented_notices_are_as_dense_as_releases_and_are_read() -> None:
    text = NOTICES(50_000, 1)
    extraction = Extractor().extract(text)
    assert 25 <= 1000 * len(extraction.claims) / len(text) <= 50
    assert all(numeral.role != "unresolved" for numeral in extraction.numerals)
