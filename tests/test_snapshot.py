"""The white paper's whole JSON. `pytest --snapshot-update tests/test_snapshot.py` writes it anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ipextract.extractor import Extractor

if TYPE_CHECKING:
    from pytest_snapshot.plugin import Snapshot

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "wuxi-ip-2024.txt"


@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_white_paper(engine: str, snapshot: Snapshot) -> None:
    snapshot.snapshot_dir = ROOT / "tests" / "snapshots" / "white_paper"
    result = Extractor(segmenter=engine).extract_file(SEED)  # type: ignore[arg-type]
    snapshot.assert_match(result.to_json() + "\n", "wuxi-ip-2024.json")
