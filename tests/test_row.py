"""A row of tokens remembers its letters and clauses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipextract.extractor import Extractor
from ipextract.linking.row import CLAUSE_ENDS, Row
from ipextract.rules.tokens import Token

if TYPE_CHECKING:
    import pytest

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))


def _row(letters: str) -> Row:
    return Row("x" * len(letters), [Token(letter, place, place + 1) for place, letter in enumerate(letters)])


def test_what_a_row_kept_is_what_it_would_find_out() -> None:
    letters = "X#,RX%;BV%.X(#,#)X"
    row, kept = _row(letters), _row(letters)
    kept.keep()
    places = range(len(letters) + 1)
    assert [kept.clause_start(place) for place in places] == [row.clause_start(place) for place in places]
    assert all(kept.letters(start, stop) == row.letters(start, stop) for start in places for stop in places)


def test_a_letter_changed_is_a_letter_kept() -> None:
    row = _row("XH,X")
    row.keep()
    row.reletter(1, "X")
    assert row.letters(0, 4) == "XX,X"
    assert row.tokens[1].letter == "X"


def test_reading_changes_no_letter_behind_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a walk has begun, each change of a letter goes through `Row.reletter`, and none is of a mark between clauses."""
    rows, keep = [], Row.keep

    def noted(row: Row) -> None:
        rows.append((row, [token.letter in CLAUSE_ENDS for token in row.tokens]))
        keep(row)

    monkeypatch.setattr(Row, "keep", noted)
    extractor = Extractor()
    for path in FIXTURES:
        extractor.extract_file(path)
    assert rows
    for row, ends in rows:
        assert row.letters(0, len(row.tokens)) == "".join(token.letter for token in row.tokens)
        assert ends == [token.letter in CLAUSE_ENDS for token in row.tokens]
