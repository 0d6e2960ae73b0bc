"""What a completion of a name needs to be asked at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipextract.extractor import Extractor
from ipextract.linking.indicator import filling

if TYPE_CHECKING:
    import pytest

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))


def test_a_completion_that_is_not_asked_would_have_had_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The letters beside the completions only spare questions."""
    extractor = Extractor()
    found = [extractor.extract_file(path) for path in FIXTURES]

    chain = filling._worth_asking
    monkeypatch.setattr(filling, "_worth_asking", lambda _, *, begun: chain("SsULlAGC#%YPMVmvTBOEKNHFWR", begun=begun))
    assert [extractor.extract_file(path) for path in FIXTURES] == found


def test_fewer_are_asked_where_less_is_so() -> None:
    asked = [len(filling._worth_asking(facts, begun=True)) for facts in ("mv", "Lmv", "SLmv", "SULmv", "SULPmv")]
    assert asked == sorted(set(asked))
    assert set(filling._worth_asking("SULGPMVTBOEKNH#FWR", begun=False)) < set(filling._worth_asking("SULGPMVTBOEKNH#FWR", begun=True))
