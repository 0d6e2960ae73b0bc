"""Engine code names no unit, place or trigger word: words stand in the lexicon's data files, and code makes its patterns of the lists."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from ipextract.extractor import Extractor
from ipextract.lexicon import Lexicon

LINKING = Path(__file__).parents[1] / "src" / "ipextract" / "linking"
DATA = LINKING.parent / "lexicon" / "data"
FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))
MODULES = sorted(LINKING.rglob("*.py"))

_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")
# Numerals, 第 in front of them, the marks of a date, and what stands between the ends of a range: the signs that numbers and dates are written with.
_SIGNS = re.compile(r"[〇零一二两三四五六七八九十百千万亿第年月日季至到]+")

# What a word of the calendar means is arithmetic, done here; the expressions themselves are found by `rules/times.py`.
# This list may only shrink: words of any other kind, and of other modules, go to the data files.
ALLOWED: dict[str, frozenset[str]] = {
    "area/places.py": frozenset(("年度",)),
    # The censuses, with the years in which they were taken.
    "period/plans.py": frozenset(("人口", "经济", "农业")),
    "period/parts_of_year.py": frozenset(("一季度", "三季度", "上半年", "个月", "二季度", "今年", "前三季度", "去年", "四季度", "季度", "月份", "本年")),
    "period/periods.py": frozenset(
        (
            "上半年末", "上年同期", "上年底", "上年末", "以来", "去年同期", "去年底", "去年末", "同期", "季度", "年内", "年初", "年底", "年末", "当月", "收官之年",
            "时期末", "时期末期", "末期", "期末", "本月",
        )
    ),
    "period/reported.py": frozenset(("个月",)),
    "period/sections.py": frozenset(("年度",)),
    "period/year_words.py": frozenset(("个月",)),
    "tables/headings.py": frozenset(("上下", "半年", "季度", "月份")),
    "tables/scopes.py": frozenset(("年度",)),
    "tables/shape.py": frozenset(("季度",)),
}


def _name(module: Path) -> str:
    return module.relative_to(LINKING).as_posix()


def _strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """The string literals of a module, also those between the braces of an f-string, without its docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node


def words_in(source: str) -> dict[str, int]:
    """The Chinese words in the string literals of `source`, each with a line on which it stands."""
    return {word: node.lineno for node in _strings(ast.parse(source)) for word in _WORD.findall(str(node.value)) if _SIGNS.fullmatch(word) is None}


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_words_stand_in_the_lexicon_and_not_in_code(module: Path) -> None:
    allowed = ALLOWED.get(_name(module), frozenset())
    found = words_in(module.read_text(encoding="utf-8"))
    assert {word: line for word, line in found.items() if word not in allowed} == {}, f"put these into src/ipextract/lexicon/data, with a comment that says what for: {_name(module)}"


@pytest.mark.parametrize("module", sorted(ALLOWED))
def test_what_was_moved_is_no_longer_allowed(module: str) -> None:
    found = words_in((LINKING / module).read_text(encoding="utf-8"))
    assert ALLOWED[module] - found.keys() == frozenset(), f"take these off the list: {module}"


def test_a_word_is_found_wherever_a_string_may_stand() -> None:
    source = '"""公报 is told here."""\nA = "比上年"\nB = rf"(?:{x})水平$"\nC = {"第一": ["平均", "率"]}\n\n\ndef f() -> str:\n    """增长."""\n    return a[f"{b}增速"]  # 回落\n'
    assert words_in(source) == {"比上年": 2, "水平": 3, "平均": 4, "增速": 9}


def test_numerals_and_dates_are_no_words() -> None:
    assert words_in('A = r"第[一二三四五六七八九十百千万亿]+|\\d{4}年\\d{1,2}月至"\nB = "的"\n') == {}


@pytest.fixture(scope="module")
def asked() -> Iterator[dict[str, bool]]:
    """The lists that extraction asks the lexicon for, and whether they hold anything."""
    found: dict[str, bool] = {}
    words, table = Lexicon.words, Lexicon.table

    def words_told(self: Lexicon, path: str) -> tuple[str, ...]:
        held = words(self, path)
        found[path] = bool(held)
        return held

    def table_told(self: Lexicon, path: str) -> dict[str, tuple[str, ...]]:
        held = table(self, path)
        found.update({path: bool(held)} | {f"{path}.{key}": bool(value) for key, value in held.items()})
        return held

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Lexicon, "words", words_told)
        patch.setattr(Lexicon, "table", table_told)
        extractor = Extractor()
        _ = extractor._tables
        for path in FIXTURES:
            extractor.extract_file(path)
        yield found


def _lists(table: Mapping[str, Any], path: str) -> Iterator[str]:
    for key, value in table.items():
        yield from _lists(value, f"{path}.{key}") if isinstance(value, Mapping) else (f"{path}.{key}",)


def test_no_list_is_asked_for_that_there_is_not(asked: dict[str, bool]) -> None:
    """A list that is not there is empty, and a pattern of no words would match anywhere."""
    # A bound stands in front of a number, behind it, or at the end of its clause: not every one has words for all three.
    assert [path for path, held in asked.items() if not held and not path.startswith("triggers.bounds.")] == []


@pytest.mark.parametrize("name", ["triggers", "measures", "tables"])
def test_every_list_is_asked_for(name: str, asked: dict[str, bool]) -> None:
    table = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    assert [path for path in _lists(table, name) if path not in asked] == []


@pytest.mark.parametrize(
    ("own", "text", "without", "with_it"),
    [
        ('[measures.cleaning]\nagain = ["相隔"]\n', "2024年，全市港口相隔4年货物吞吐量达到1200万吨。", ["港口相隔4年货物吞吐量"], ["港口货物吞吐量"]),
        ('[measures.lists]\nsum_units = ["样"]\n', "2024年，家具、陶瓷、造纸三样行业增加值分别增长5%、6%和7%。", ["家具增加值", "陶瓷增加值", "造纸三样行业增加值"], ["家具增加值", "陶瓷增加值", "造纸增加值"]),
    ],
)
def test_a_word_of_the_user_s_own_reaches_the_pattern(own: str, text: str, without: list[str], with_it: list[str], tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(own, encoding="utf-8")
    assert [claim.indicator for claim in Extractor().extract(text).claims] == without
    assert [claim.indicator for claim in Extractor(lexicon=path).extract(text).claims] == with_it
