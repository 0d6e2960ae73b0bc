"""The two engines give the same words and the same claims; jieba leaves no trace."""

from __future__ import annotations

import importlib.util
import json
import os
import pickle
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ipextract.extractor import Extractor
from ipextract.language import dictionary, segmenter
from ipextract.language.dictionary import find_dictionary
from ipextract.language.segmenter import JiebaSegmenter, RjiebaSegmenter, Segmenter, make_segmenter
from ipextract.models import Extraction

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted((ROOT / "fixtures").glob("*.txt")), ROOT / "seeds" / "wuxi-ip-2024.txt"]

pytestmark = pytest.mark.filterwarnings("ignore:pkg_resources is deprecated")


@pytest.fixture(scope="module")
def jieba() -> JiebaSegmenter:
    return JiebaSegmenter()


@pytest.fixture(scope="module")
def phrases() -> list[str]:
    """Every phrase that is cut while the fixtures and the white paper are read."""
    seen: dict[str, None] = {}
    cut = RjiebaSegmenter.words

    def words(self: RjiebaSegmenter, phrase: str) -> list[str]:
        seen[phrase] = None
        return cut(self, phrase)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RjiebaSegmenter, "words", words)
        extractor = Extractor(segmenter="rjieba")
        for path in DOCUMENTS:
            extractor.extract_file(path)
    return list(seen)


@pytest.fixture(scope="module")
def extractors() -> tuple[Extractor, Extractor]:
    return Extractor(segmenter="rjieba"), Extractor(segmenter="jieba")


def test_same_words_on_every_phrase(phrases: list[str], jieba: JiebaSegmenter) -> None:
    rjieba = RjiebaSegmenter()
    assert len(phrases) > 1000
    assert [phrase for phrase in phrases if rjieba.words(phrase) != jieba.words(phrase)] == []


def test_the_dictionary_s_file_gives_the_same_words(phrases: list[str]) -> None:
    looked_up, engine = find_dictionary(), RjiebaSegmenter()
    assert looked_up is not None
    own = {phrase: looked_up.words(phrase) for phrase in phrases}
    assert [phrase for phrase, words in own.items() if words is not None and words != engine.words(phrase)] == []
    # An engine is loaded for few of them.
    assert sum(words is None for words in own.values()) < len(phrases) / 50


@pytest.mark.parametrize("phrase", ["一", "一二三产业", "吉林工业大学", "PCT国际专利", "5G基站", "10年以上", "江南style", "阿Q正传", "T恤衫、B超", "龢", "“双一流”建设", "未登录词嘦"])
def test_odd_words_of_the_dictionary(phrase: str) -> None:
    looked_up = find_dictionary()
    assert looked_up is not None
    assert looked_up.words(phrase) == RjiebaSegmenter().words(phrase)


@pytest.mark.parametrize("phrase", ["高富帅", "高姓大名", "1.5倍", "ｋｍ", "a-b", "\n"])
def test_what_the_dictionary_leaves_to_an_engine(phrase: str) -> None:
    looked_up = find_dictionary()
    assert looked_up is not None
    assert looked_up.words(phrase) is None


def test_the_dictionary_is_the_one_that_was_counted_and_lies_in_order() -> None:
    found = importlib.util.find_spec("jieba")
    assert found is not None
    assert found.origin is not None
    lines = [line.split(" ") for line in Path(found.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines()]
    assert sum(int(line[1]) for line in lines) == dictionary._TOTAL
    chinese = [line[0] for line in lines[[line[0] for line in lines].index("一") :]]
    assert [(one, other) for one, other in pairwise(chinese) if one[:2] > other[:2]] == [("高富帅", "高姓大名")]


def test_another_dictionary_is_left_to_its_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "_BYTES", 1)
    assert find_dictionary() is None
    assert make_segmenter().words("发明专利授权量") == RjiebaSegmenter().words("发明专利授权量")


def test_the_engine_cuts_what_comes_after_a_short_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmenter, "_LOOKED_UP", 6)

    class Engine:
        name = "engine"

        def words(self, phrase: str) -> list[str]:
            return [phrase]

    patient = segmenter.PatientSegmenter(Engine())
    assert patient.words("发明专利") == ["发明专利"] == RjiebaSegmenter().words("发明专利")
    assert patient.words("中国经济") == ["中国经济"] != RjiebaSegmenter().words("中国经济")
    assert patient.words("发明专利") == ["发明专利"]


@pytest.mark.parametrize("name", ["rjieba", "jieba"])
def test_words_joined_are_the_phrase(name: Any, phrases: list[str]) -> None:
    segmenter = make_segmenter(name)
    assert all("".join(segmenter.words(phrase)) == phrase for phrase in phrases)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_same_claims_on_every_document(path: Path, extractors: tuple[Extractor, Extractor]) -> None:
    one, other = (extractor.extract_file(path).to_dict() for extractor in extractors)
    assert one == other


@pytest.mark.parametrize("name", ["rjieba", "jieba"])
def test_empty_and_odd_phrases(name: Any) -> None:
    segmenter = make_segmenter(name)
    for phrase in ("", " ", "\n", "A", "，", "\u200b"):
        assert "".join(segmenter.words(phrase)) == phrase


@pytest.mark.parametrize("segmenter", [RjiebaSegmenter(), JiebaSegmenter()], ids=["rjieba", "jieba"])
def test_picklable_before_and_after_use(segmenter: Segmenter) -> None:
    for _ in range(2):
        copy = pickle.loads(pickle.dumps(segmenter))
        assert copy.words("发明专利授权量") == segmenter.words("发明专利授权量")


def test_rjieba_is_the_default_and_jieba_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert make_segmenter().name == "rjieba"
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert make_segmenter().name == "jieba"


def test_an_unknown_engine_is_named() -> None:
    wrong: Any = "pkuseg"
    with pytest.raises(ValueError, match="pkuseg"):
        make_segmenter(wrong)


# What a program that uses ipextract with jieba must not notice: run in a process of its own, because
# jieba's module state is that of a process.
QUIET = """
import json, logging, sys, warnings

root, own = logging.getLogger(), logging.getLogger("jieba")
own.setLevel(logging.ERROR)
handler = logging.NullHandler()
own.addHandler(handler)
before = list(root.handlers), root.level, list(own.handlers), own.level, own.propagate, list(warnings.filters)

from ipextract.extractor import Extractor

loaded_at_import = [name for name in ("jieba", "rjieba", "pkg_resources") if name in sys.modules]
extractor = Extractor(segmenter="jieba")
loaded_at_construction = [name for name in ("jieba", "rjieba") if name in sys.modules]
claims = extractor.extract("全市发明专利授权量13823件，占授权总量24.74%，同比增长17.64%。").claims

import jieba
import jieba.finalseg

after = list(root.handlers), root.level, list(own.handlers), own.level, own.propagate, list(warnings.filters)
print(json.dumps({
    "claims": len(claims),
    "loaded_at_import": loaded_at_import,
    "loaded_at_construction": loaded_at_construction,
    "logging_as_before": before == after,
    "shared_tokenizer_untouched": not jieba.dt.initialized and not jieba.dt.FREQ and not jieba.user_word_tag_tab,
    "forced_splits": sorted(jieba.finalseg.Force_Split_Words),
    "rjieba_loaded": "rjieba" in sys.modules,
}))
"""


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], str, list[str]]:
    """What the process above says, what it wrote to standard error, and the files it left behind."""
    temporary = tmp_path_factory.mktemp("temporary")
    environment = {**os.environ, "TMPDIR": str(temporary), "TMP": str(temporary), "TEMP": str(temporary)}
    done = subprocess.run([sys.executable, "-c", QUIET], env=environment, capture_output=True, text=True, check=True, cwd=ROOT, timeout=120)
    return json.loads(done.stdout), done.stderr, sorted(path.name for path in temporary.rglob("*"))


def test_jieba_works_in_a_process_of_its_own(quiet: tuple[dict[str, Any], str, list[str]]) -> None:
    assert quiet[0]["claims"] == 3


def test_jieba_is_silent(quiet: tuple[dict[str, Any], str, list[str]]) -> None:
    assert quiet[1] == ""


def test_jieba_leaves_no_file(quiet: tuple[dict[str, Any], str, list[str]]) -> None:
    assert quiet[2] == []


def test_jieba_leaves_logging_as_it_was(quiet: tuple[dict[str, Any], str, list[str]]) -> None:
    assert quiet[0]["logging_as_before"]


def test_jieba_leaves_its_own_module_as_it_was(quiet: tuple[dict[str, Any], str, list[str]]) -> None:
    assert quiet[0]["shared_tokenizer_untouched"]
    assert quiet[0]["forced_splits"] == []


def test_nothing_is_loaded_before_it_is_needed(quiet: tuple[dict[str, Any], str, list[str]]) -> None:
    assert quiet[0]["loaded_at_import"] == []
    assert quiet[0]["loaded_at_construction"] == []
    assert not quiet[0]["rjieba_loaded"]


def test_a_planted_cache_is_not_read(tmp_path: Path) -> None:
    """jieba itself would load this file with marshal; the words stay those of its dictionary."""
    import marshal

    (tmp_path / "jieba.cache").write_bytes(marshal.dumps(({"发明": 1, "专利": 1}, 2)))
    code = "from ipextract.language.segmenter import JiebaSegmenter; print(JiebaSegmenter().words('发明专利授权量'))"
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, cwd=ROOT, timeout=120)
    assert done.stdout.strip() == repr(RjiebaSegmenter().words("发明专利授权量"))


def test_memory_of_words_is_bounded() -> None:
    segmenter = RjiebaSegmenter()
    for number in range(10_000):
        segmenter.words(f"指标{number}")
    assert len(segmenter._seen) <= 4096


def test_extractions_do_not_depend_on_what_was_read_before(extractors: tuple[Extractor, Extractor]) -> None:
    def fresh(path: Path) -> Extraction:
        return Extractor(segmenter="rjieba").extract_file(path)

    for path in DOCUMENTS[:3]:
        assert extractors[0].extract_file(path) == fresh(path)
