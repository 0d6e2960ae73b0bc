"""What a question about a number that may be no claim needs to be asked at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipextract.extractor import Extractor
from ipextract.linking import exclusions

if TYPE_CHECKING:
    import pytest

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))


def test_a_question_that_is_not_asked_would_have_had_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    extractor = Extractor()
    found = [extractor.extract_file(path) for path in FIXTURES]

    chain = exclusions._worth_asking
    monkeypatch.setattr(exclusions, "_worth_asking", lambda _: chain("CBWNUDK"))
    assert [extractor.extract_file(path) for path in FIXTURES] == found


def test_fewer_are_asked_where_less_is_so() -> None:
    asked = [len(exclusions._worth_asking(facts)) for facts in ("", "C", "CW", "CBW", "CBWNDK")]
    assert asked == sorted(set(asked))
