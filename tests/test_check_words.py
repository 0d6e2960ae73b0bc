"""The words of the checks: that they stand in the data file alone, and that a user's own are asked too."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import regex

from ipextract.checking.arithmetic import check_claims
from ipextract.checking.vocabulary import CheckWords, built_in_words
from ipextract.extractor import Extractor
from ipextract.lexicon import load_lexicon

CODE = Path(__file__).parents[1] / "src" / "ipextract" / "checking"
# How numbers are written, and the particle: no words of any subject.
WRITING = "零〇一二两三四五六七八九十百千万亿半成番折点分之的"


@pytest.mark.parametrize("path", sorted(CODE.glob("*.py")), ids=lambda path: path.stem)
def test_the_code_of_the_checks_names_no_word(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    words = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose and regex.search(rf"[\p{{Han}}--[{WRITING}]]", node.value, regex.V1)
    ]
    assert words == []


def _words(tmp_path: Path, text: str) -> CheckWords:
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    return CheckWords(load_lexicon(own))


@pytest.mark.parametrize(
    ("table", "sentence", "verdicts"),
    [
        # A total and its parts.
        (
            '[checks.partitions.totals]\n"社会用电量" = ["居民用电量", "单位用电量"]',
            "2024年，全市社会用电量500万千瓦时，其中居民用电量200万千瓦时，单位用电量400万千瓦时。",
            ["disagrees"],
        ),
        (
            '[checks.partitions.totals]\n"社会用电量" = ["居民用电量", "单位用电量"]',
            "2024年，全市社会用电量500万千瓦时，其中居民用电量200万千瓦时，单位用电量300万千瓦时。",
            ["agrees"],
        ),
        (
            '[checks.partitions.totals]\n"社会用电量" = ["居民用电量", "单位用电量"]',
            "2024年，全市社会用电量500万千瓦时，其中居民用电量200万千瓦时，农业用电量400万千瓦时。",
            [],
        ),
        # Growth that need not follow.
        ('[checks.growth]\nother_terms = ["同一批企业"]', "2024年，全市发明专利授权量400件，比上年增加30件，按同一批企业计算增长9.1%。", []),
        ('[checks.growth]\nreal = ["授权量"]', "2024年，全市发明专利授权量400件，比上年增加30件，增长9.1%。", []),
        ('[checks.growth]\nreal = ["登记量"]', "2024年，全市发明专利授权量400件，比上年增加30件，增长9.1%。", ["disagrees"]),
    ],
)
def test_words_of_ones_own(tmp_path: Path, table: str, sentence: str, verdicts: list[str]) -> None:
    own = tmp_path / "own.toml"
    own.write_text(table, encoding="utf-8")
    assert [check.verdict for check in Extractor(lexicon=own).extract(sentence).checks] == verdicts


def test_without_them_the_same_sentences_are_read_otherwise() -> None:
    extractor = Extractor()
    assert extractor.extract("2024年，全市社会用电量500万千瓦时，其中居民用电量200万千瓦时，单位用电量400万千瓦时。").checks == ()
    assert [check.verdict for check in extractor.extract("2024年，全市发明专利授权量400件，比上年增加30件，按同一批企业计算增长9.1%。").checks] == ["disagrees"]


def test_names_of_one_thing(tmp_path: Path) -> None:
    names = _words(tmp_path, '[checks.names.same]\n"社会用电量" = ["全社会用电量"]').names
    assert names.core("全社会用电量") == names.core("社会用电量")
    assert names.core("工业用电量") != names.core("社会用电量")
    assert names.core("国内生产总值") == names.core("GDP")
    assert built_in_words().names.core("全社会用电量") != built_in_words().names.core("社会用电量")


def test_a_second_unit_of_people(tmp_path: Path) -> None:
    """人均 by people counted in 位, and by those in 人 as before."""
    sentences = [f"2024年末，全市常住人口2000{unit}，绿地面积100000平方米，人均绿地面积50平方米。" for unit in ("位", "人")]
    words = _words(tmp_path, '[checks.per_head]\nunits = ["位"]')
    extractor = Extractor()
    found = [extractor.extract(sentence) for sentence in sentences]
    assert [len(one.checks) for one in found] == [0, 1]
    assert [len(check_claims(one.claims, one.document.text or "", words)) for one in found] == [1, 1]


def test_the_library_needs_no_words() -> None:
    extraction = Extractor().extract("2024年，全市进出口总额1000万元，其中出口600万元，进口400万元。")
    assert extraction.checks
    assert check_claims(extraction.claims, extraction.document.text or "") == extraction.checks


def test_a_table_that_there_is_not_has_no_words() -> None:
    lexicon = load_lexicon()
    assert lexicon.words("nothing.of.this") == ()
    assert lexicon.words("checks.nothing") == ()
    assert lexicon.table("nothing.of.this") == {}
