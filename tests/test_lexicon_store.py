"""The lexicon's files as they were read when the package was built."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ipextract.lexicon import kept, load_lexicon, loader

TEXT = '[change]\nup = ["增长", "提高"]\nmay = ["可"]\n'


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a store of the test's own may be written."""
    path = tmp_path / "tables.json"
    monkeypatch.setattr(kept, "STORE", path)
    return path


def test_without_a_store_a_file_is_read() -> None:
    assert kept.read_table(TEXT, "triggers", kept.stored()) == tomllib.loads(TEXT)


def test_a_table_is_taken_from_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    kept.store({"triggers": TEXT})
    monkeypatch.setattr(tomllib, "loads", None)
    assert kept.read_table(TEXT, "triggers", kept.stored()) == {"change": {"up": ["增长", "提高"], "may": ["可"]}}


def test_a_file_that_was_changed_since_is_read() -> None:
    kept.store({"triggers": TEXT})
    changed = TEXT.replace("提高", "上涨")
    assert kept.read_table(changed, "triggers", kept.stored()) == tomllib.loads(changed)


@pytest.mark.parametrize("name", loader.FILES)
def test_a_built_in_file_is_the_same_from_the_store(name: str) -> None:
    text = loader.text_of(name)
    kept.store({name: text})
    assert kept.read_table(text, name, kept.stored()) == tomllib.loads(text)


def test_words_of_a_user_stay_with_his_lexicon(tmp_path: Path) -> None:
    kept.store({name: loader.text_of(name) for name in loader.FILES})
    own = tmp_path / "own.toml"
    own.write_text('[triggers.change]\nup = ["蹿升"]\n', encoding="utf-8")
    assert "蹿升" in load_lexicon(own).words("triggers.change.up")
    assert "蹿升" not in load_lexicon().words("triggers.change.up")
