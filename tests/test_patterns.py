"""Patterns that wait for their first use."""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex

from ipextract import patterns
from ipextract.extractor import Extractor
from ipextract.patterns import compiled, lazily
from ipextract.rules import scanner

ROOT = Path(__file__).parents[1]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a store of the test's own may be written."""
    path = tmp_path / "patterns.pickle"
    monkeypatch.setattr(patterns, "STORE", path)
    patterns._stored.cache_clear()
    yield path
    patterns._stored.cache_clear()


def write(store: Path, version: str, held: dict[patterns.Key, Any]) -> None:
    with store.open("wb") as file:
        pickle.dump(version, file)
        pickle.dump(held, file)


def test_a_pattern_is_compiled_where_there_is_no_store(store: Path) -> None:
    assert not store.exists()
    found = compiled(r"\d+\L<unit>", unit=["件", "万件"]).search("共3万件")
    assert found is not None
    assert found.group() == "3万件"


def test_a_pattern_is_taken_from_the_store_by_all_that_it_is_made_of(store: Path) -> None:
    other = regex.compile("other")
    write(store, patterns.version(), {patterns.key(r"\L<unit>", {"unit": ["件"]}): other})
    assert compiled(r"\L<unit>", unit=["件"]).pattern == "other"
    assert compiled(r"\L<unit>", unit=["项"]).pattern == r"\L<unit>"
    assert compiled(r"\L<unit>?", unit=["件"]).pattern == r"\L<unit>?"


def test_a_store_of_another_release_is_not_read(store: Path) -> None:
    write(store, "1.0", {patterns.key("x", {}): regex.compile("other")})
    with store.open("ab") as file:
        file.write(b"no pickle at all")
    assert compiled("x").pattern == "x"


def test_the_store_that_the_build_writes_holds_what_a_release_needs(tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    for part in ("src", "scripts"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("*.pickle", "__pycache__"))
    subprocess.run([sys.executable, str(copy / "scripts" / "build_patterns.py")], check=True, capture_output=True, cwd=tmp_path)
    told = (
        "import regex, sys\n"
        "compile = regex.compile\n"
        "def told(*a, **k):\n"
        "    print(a[0], file=sys.stderr)\n"
        "    return compile(*a, **k)\n"
        "regex.compile = told\n"
        "from ipextract.extractor import Extractor\n"
        "print(Extractor().extract_file(sys.argv[1]).to_json())\n"
    )
    seed = ROOT / "seeds" / "wuxi-ip-2024.txt"
    ended = subprocess.run([sys.executable, "-c", told, str(seed)], check=True, capture_output=True, text=True, encoding="utf-8", env={"PYTHONPATH": str(copy / "src"), "PYTHONUTF8": "1"})
    assert ended.stdout.strip() == Extractor().extract_file(seed).to_json()
    # What is asked of `regex` outside the packages of the rules is little.
    assert len(ended.stderr.splitlines()) <= 5


def test_a_lazy_pattern_does_what_the_compiled_one_does() -> None:
    pattern = lazily(re.compile, r"(?P<n>\d+)件", re.ASCII)
    assert [match["n"] for match in pattern.finditer("5件、12件、７件")] == ["5", "12"]
    assert pattern.sub("", "共5件") == "共"
    assert pattern.search("无") is None
    assert pattern.pattern == r"(?P<n>\d+)件"


def test_a_wrong_pattern_is_an_error_where_it_is_first_used() -> None:
    pattern = lazily(re.compile, "(")
    try:
        pattern.search("")
    except re.error:
        return
    raise AssertionError("a pattern that does not compile was used")


def test_to_import_the_extractor_compiles_no_pattern_of_ours() -> None:
    told = (
        "import re, regex, sys\n"
        "found = []\n"
        "for module in (re, regex):\n"
        "    true = module.compile\n"
        "    def told(*a, true=true, **k):\n"
        "        if 'ipextract' in sys._getframe(1).f_code.co_filename: found.append(a[0])\n"
        "        return true(*a, **k)\n"
        "    module.compile = told\n"
        "import ipextract.extractor\n"
        "print(found)\n"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_rules_asked_about_a_character_are_all_that_can_begin_with_it() -> None:
    """To ask only those that name a character must give what it gives to ask all."""
    made = Extractor()._scanner
    for char in map(chr, range(0x4E00, 0xA000)):
        assert made._rules_for(char) == scanner._that_begin_with(char, made._patterns), char
