"""Patterns that wait for their first use."""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import regex

from ipextract import patterns
from ipextract.extractor import Extractor
from ipextract.language.folding import fold
from ipextract.patterns import compiled, lazily
from ipextract.rules.lists import spelled_out, with_lists
from ipextract.rules.openings import Openings

ROOT = Path(__file__).parents[1]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a store of the test's own may be written."""
    path = tmp_path / "patterns.pickle"
    monkeypatch.setattr(patterns, "STORE", path)
    patterns._stored.cache_clear()
    yield path
    patterns._stored.cache_clear()


def test_a_pattern_is_compiled_where_there_is_no_store(store: Path) -> None:
    assert not store.exists()
    found = compiled(r"\d+\L<unit>", unit=["件", "万件"]).search("共3万件")
    assert found is not None
    assert found.group() == "3万件"


def test_a_pattern_is_taken_from_the_store_by_all_that_it_is_made_of(store: Path) -> None:
    other = regex.compile("other")
    assert patterns.write_store({patterns.key(r"\L<unit>", {"unit": ["件"]}): other}) == store
    assert compiled(r"\L<unit>", unit=["件"]).pattern == "other"
    assert compiled(r"\L<unit>", unit=["项"]).pattern == r"\L<unit>"
    assert compiled(r"\L<unit>?", unit=["件"]).pattern == r"\L<unit>?"


def test_a_store_of_another_release_is_not_read(store: Path) -> None:
    with store.open("wb") as file:
        pickle.dump("1.0", file)
        file.write(b"no pickle at all")
    assert compiled("x").pattern == "x"


def test_the_store_that_the_build_writes_holds_what_a_release_needs(tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    for part in ("src", "scripts"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("patterns.pickle", "tables.json", "__pycache__"))
    subprocess.run([sys.executable, str(copy / "scripts" / "build_stores.py")], check=True, capture_output=True, cwd=tmp_path)
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


@cache
def openings() -> Openings:
    return Extractor()._scanner._openings


def test_the_rules_asked_about_a_character_are_all_that_can_begin_with_it() -> None:
    """To ask only those that name a character must give what it gives to ask all."""
    made = openings()
    for char in map(chr, range(0x4E00, 0xA000)):
        assert made[char] == tuple(trial for trial in made.trials if trial.beginning(char) is not None), char


@pytest.mark.parametrize("chinese", ["[一-龥]", r"[\u4e00-\u9fff]", r"\p{Han}"])
def test_a_rule_of_a_user_may_begin_with_any_chinese_character(tmp_path: Path, chinese: str) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text(f"[[names.guard]]\nrole = 'name'\npattern = '{chinese}{{2}}测字[0-9]台'\n", encoding="utf-8")
    text = "全市有蓝鲸测字3台设备，测字5台。"
    found = Extractor(lexicon=lexicon).extract(text)
    assert [(one.text, one.role) for one in found.numerals] == [("蓝鲸测字3台", "name"), ("5台", "claim")]


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt")), ids=lambda path: path.stem)
def test_a_rule_that_fits_is_tried_and_both_compilers_find_the_same(path: Path) -> None:
    made = openings()
    lists = made.trials[0]._lists
    patterns = [(trial, with_lists(trial.rule.pattern, lists), spelled_out(trial.rule.pattern, lists)) for trial in made.trials]
    assert sum(quick is not None for _, _, quick in patterns) > len(patterns) // 2
    for line in path.read_text("utf-8").splitlines():
        text = fold(line, 0, len(line)).text
        for position in range(len(text)):
            tried = made.narrowed(made[text[position : position + 2]], text, position)
            for trial, pattern, quick in patterns:
                found = pattern.match(text, position)
                assert found is None or trial in tried, (trial.rule.name, text[position:])
                if quick is not None:
                    same = quick.match(text, position)
                    assert (found and (found.span(), found.groupdict())) == (same and (same.span(), same.groupdict())), (trial.rule.name, text[position:])


def test_words_are_spelled_out_longest_first() -> None:
    lists = {"unit": ["件", "个", "个百分点", "个点", "a.b"]}
    for pattern in (r"\d\L<unit>", r"\d\L<unit>(?!百)", r"(?<=\L<unit>)\d", r"(?<!\L<unit>)\d", r"(?:\L<unit>|\d)+"):
        quick = spelled_out(pattern, lists)
        assert quick is not None
        for text in ("5个百分点", "5个百", "5个点", "5件6", "5a.b7", "5axb", "个6", "5"):
            assert [m.span() for m in quick.finditer(text)] == [m.span() for m in with_lists(pattern, lists).finditer(text)], (pattern, text)


@pytest.mark.parametrize("pattern", [r"(?<=一|二十)\d", r"[[:alpha:]]", r"(?:foo){e<=1}", r"(?:ab?c)++", r"(?P<a>1)|(?P<a>2)", r"\L<none>|\d"])
def test_what_re_would_read_otherwise_is_left_to_regex(pattern: str) -> None:
    assert spelled_out(pattern, {"none": []}) is None
