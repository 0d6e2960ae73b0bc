"""An extractor goes to other processes and says the same there."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from ipextract.extractor import Extractor

ROOT = Path(__file__).parents[1]
TEXTS = [
    "全市发明专利授权量13823件，占授权总量24.74%，同比增长17.64%。",
    "江阴市120件、宜兴市80件。",
    "没有数字。",
    "由2020年的12件提高到2024年的30件，位居全省第二。",
]


def told(extractor: Extractor, text: str) -> str:
    """What a worker sends back."""
    return extractor.extract(text).to_json()


def many(extractor: Extractor) -> list[str]:
    return [one.to_json() for one in extractor.extract_many(TEXTS)]


@pytest.mark.parametrize("engine", ["auto", "rjieba", "jieba"])
def test_picklable_before_and_after_use(engine: str) -> None:
    extractor = Extractor(segmenter=engine)  # type: ignore[arg-type]
    before = pickle.loads(pickle.dumps(extractor))
    expected = [told(extractor, text) for text in TEXTS]
    after = pickle.loads(pickle.dumps(extractor))
    assert [told(before, text) for text in TEXTS] == expected
    assert [told(after, text) for text in TEXTS] == expected


def test_what_is_pickled_is_small() -> None:
    extractor = Extractor()
    extractor.extract_file(ROOT / "seeds" / "wuxi-ip-2024.txt")
    assert len(pickle.dumps(extractor)) < 1000


def test_copies_are_extractors_of_their_own() -> None:
    extractor = Extractor()
    for made in (copy.copy(extractor), copy.deepcopy(extractor)):
        assert made is not extractor
        assert told(made, TEXTS[0]) == told(extractor, TEXTS[0])


def test_a_lexicon_of_the_user_goes_with_it(tmp_path: Path) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text('[units.count]\nwords = ["坛"]\n', encoding="utf-8")
    extractor = Extractor(lexicon=lexicon)
    text = "全年评选黄酒精品320坛，其他情况平稳。"
    assert [claim.unit for claim in extractor.extract(text).claims] == ["坛"]
    assert told(pickle.loads(pickle.dumps(extractor)), text) == told(extractor, text)
    # And it changes nothing for anybody else.
    assert [claim.unit for claim in Extractor().extract(text).claims] != ["坛"]


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_a_pool_of_processes(method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    extractor = Extractor()
    expected = [told(extractor, text) for text in TEXTS]
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        assert list(pool.map(told, [extractor] * len(TEXTS), TEXTS)) == expected
        assert pool.submit(many, extractor).result() == expected


def test_several_threads() -> None:
    extractor = Extractor()
    texts = TEXTS * 10
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: told(extractor, text), texts)) == [told(extractor, text) for text in texts]


def test_results_are_picklable() -> None:
    result = Extractor().extract(TEXTS[0])
    assert pickle.loads(pickle.dumps(result)) == result


def test_many_texts_are_read_one_at_a_time() -> None:
    taken: list[int] = []

    def texts() -> object:
        for number, text in enumerate(TEXTS):
            taken.append(number)
            yield text

    results = Extractor().extract_many(texts())  # type: ignore[arg-type]
    next(iter(results))
    assert taken == [0]
