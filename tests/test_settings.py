"""Where and when a document stands, by its opening: title, publisher, day, region and period."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ipextract.extractor import Extractor

OPENINGS = tomllib.loads((Path(__file__).parent / "openings.toml").read_text(encoding="utf-8"))["opening"]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("opening", OPENINGS, ids=[opening["name"] for opening in OPENINGS])
def test_opening(opening: dict[str, Any], extractor: Extractor) -> None:
    document = extractor.extract(opening["text"].lstrip("\n")).document
    found = {
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "region": document.region and document.region.name,
        "period": document.period and f"{document.period.start}/{document.period.end}",
    }
    stated = {key: opening.get(key) for key in found}
    assert found == stated
