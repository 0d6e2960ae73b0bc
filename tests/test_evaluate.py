"""Scoring: the gold format, what counts as right, and the same numbers as the scorer the project was given."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import ipextract
from ipextract.evaluation import COUNTS, GoldError, count, match, rate, read_gold
from ipextract.evaluation.judging import fold, judge, spellings
from ipextract.models import Claim, Evidence, Extraction, Period, Region, Span

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
TEXT = "2024年，全市专利授权量13823件，同比增长17.64%，合格率超九成，附注2条。"
GOLD = """
@ region 无锡市
@ period 2024
~ 2024 | date
13823件 | count level | 13823 | 件 | 专利授权量;专利授权
17.64% | percentage change | 17.64 | % | 专利授权量 | basis=yoy
超九成 | percentage level | 90 | % | 合格率 | bound=more_than
"""


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return ipextract.extract(TEXT)


def _gold(tmp_path: Path, lines: str) -> Path:
    path = tmp_path / "made.gold"
    path.write_text(lines, encoding="utf-8")
    return path


def _claim(start: int, end: int, *, region: str = "无锡市", value: str = "13823") -> Claim:
    return Claim(
        id=f"{start}-{end}",
        kind="count",
        aspect="level",
        indicator="专利授权量",
        value=Decimal(value),
        unit="件",
        period=Period(text="2024年", start="2024-01-01", end="2024-12-31"),
        region=Region(name=region),
        evidence=Evidence(start=start, end=end, text=TEXT[start:end], sentence=Span(start=0, end=len(TEXT))),
        rule="level",
    )


def _with(extraction: Extraction, *claims: Claim) -> Extraction:
    return extraction.model_copy(update={"claims": claims})


def test_a_gold_file_is_read_with_its_spans_and_answers(tmp_path: Path) -> None:
    gold = read_gold(_gold(tmp_path, GOLD), TEXT)
    assert [TEXT[claim.start : claim.end] for claim in gold.claims] == ["13823件", "17.64%", "超九成"]
    assert gold.claims[0].indicators == ("专利授权量", "专利授权")
    assert gold.claims[1].extras == {"region": ("无锡市",), "period": ("2024",), "basis": ("yoy",)}
    assert [other.role for other in gold.others] == ["date"]
    assert gold.gaps == (f"2 at {TEXT.index('2条')}",)


def test_white_space_inside_an_expression_does_not_matter(tmp_path: Path) -> None:
    gold = read_gold(_gold(tmp_path, "13823件 | count level | 13823 | 件 | 量"), "授权量13\n823 件")
    assert (gold.claims[0].start, gold.claims[0].end) == (3, 11)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("13823件 | count level | 13823 | 件", "five cells"),
        ("13823件 | number level | 13823 | 件 | 量", "no kind and aspect"),
        ("99件 | count level | 99 | 件 | 量", "no '99件'"),
        ("13823件 | count level | 13823 | 件 | 量 | base=yoy", "no extra"),
        ("13823件 | count level | 13823 | 件 | 量 | period", "no extra"),
    ],
)
def test_a_line_that_breaks_the_format_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(GoldError, match=rf"made\.gold:2: .*{complaint}"):
        read_gold(_gold(tmp_path, f"# first\n{line}\n"), TEXT)


def test_a_missing_gold_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="nowhere"):
        read_gold(tmp_path / "nowhere.gold", TEXT)


def test_skipped_stretches_are_neither_right_nor_wrong(tmp_path: Path, extraction: Extraction) -> None:
    text = "菜单12项。专利授权量5件。页脚7次。"
    gold = read_gold(_gold(tmp_path, "@ skip 专利\n5件 | count level | 5 | 件 | 专利授权量\n@ skip_rest yes\n"), text)
    assert gold.gaps == ()
    claims = [_claim(2, 5), _claim(text.index("7"), text.index("7") + 2)]
    assert [one.outcome for one in match(gold, _with(extraction, *claims))] == ["missed"]


def test_every_outcome_is_counted(tmp_path: Path, extraction: Extraction) -> None:
    gold = read_gold(_gold(tmp_path, GOLD), TEXT)
    start = TEXT.index("13823件")
    claims = (_claim(start, start + 6, region="江苏省"), _claim(TEXT.index("2条"), TEXT.index("2条") + 2))
    findings = match(gold, _with(extraction, *claims))
    assert [one.outcome for one in findings] == ["wrong", "missed", "missed", "spurious"]
    assert [name for name, right in findings[0].fields.items() if not right] == ["region"]
    tally = count(findings)
    assert (tally["gold"], tally["met"], tally["spurious"], tally["record"], tally["value"]) == (3, 1, 1, 0, 1)
    assert rate(tally, "recall") == pytest.approx(100 / 3)
    assert rate(tally, "precision") == 50.0


def test_a_second_claim_on_one_number_is_not_spurious(tmp_path: Path, extraction: Extraction) -> None:
    gold = read_gold(_gold(tmp_path, GOLD), TEXT)
    start = TEXT.index("13823件")
    findings = match(gold, _with(extraction, _claim(start, start + 6, value="1"), _claim(start, start + 5)))
    assert [one.outcome for one in findings] == ["right", "missed", "missed"]


def test_fractions_are_compared_to_six_figures(tmp_path: Path) -> None:
    gold = read_gold(_gold(tmp_path, "13823件 | count level | 1/3 | 件 | 专利授权量"), TEXT).claims[0]
    assert judge(gold, _claim(0, 1, value="33.3333333333"))["value"]
    assert judge(gold, _claim(0, 1, value="0.3333333333"))["value"]
    assert not judge(gold, _claim(0, 1, value="33.33"))["value"]


def test_near_names_share_most_characters(tmp_path: Path) -> None:
    gold = read_gold(_gold(tmp_path, "13823件 | count level | 13823 | 件 | 发明专利授权量"), TEXT).claims[0]
    right = judge(gold, _claim(0, 1))
    assert (right["indicator"], right["near"]) == (False, True)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2021-01-01", "2025-12-31", "2021-2025"),
        ("2024-06-01", "2024-06-30", "2024-06"),
        ("2024-01-01", "2024-06-30", "2024-01-01/2024-06-30"),
        ("2024-12-31", "2024-12-31", "@2024-12-31"),
        (None, "2024-12-31", "@2024-12-31"),
        (None, None, ""),
    ],
)
def test_periods_are_spelled_as_the_format_writes_them(start: str | None, end: str | None, expected: str) -> None:
    assert expected in spellings(Period(text="", start=start, end=end))


def test_width_punctuation_and_de_make_no_difference() -> None:
    assert fold("ＰＣＴ 专利（企业的）") == fold("pct专利企业")


def _documents() -> list[tuple[Path, Path]]:
    """Every gold file at hand with its document, the project's own and those beside the project."""
    pairs = [(gold, gold.with_suffix(".txt")) for gold in sorted((ROOT / "fixtures").glob("*.gold"))]
    for gold in sorted((SHARED / "gold").glob("*.gold")):
        places = (SHARED / "corpus" / f"{gold.stem}.txt", SHARED / "corpus" / f"{gold.stem}.md", SHARED / f"seed-{gold.stem}.txt")
        pairs += [(gold, place) for place in places if place.is_file()]
    return pairs


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the given scorer stands beside the project, in ../shared, and is no part of it")
def test_same_numbers_as_the_given_scorer(tmp_path: Path) -> None:
    extractor = ipextract.Extractor()
    ours: dict[str, dict[str, int]] = {}
    arguments: list[str] = []
    for gold, document in _documents():
        extraction = extractor.extract_file(document)
        prediction = tmp_path / f"{gold.stem}.json"
        prediction.write_text(extraction.to_json(), encoding="utf-8")
        arguments += [str(gold), str(prediction)]
        tally = count(match(read_gold(gold, extraction.document.text or ""), extraction))
        ours[gold.stem] = {name: tally[name] for name in COUNTS}
    scored = subprocess.run([sys.executable, str(SHARED / "score.py"), "--json", *arguments], capture_output=True, text=True, check=True, encoding="utf-8")
    theirs = json.loads(scored.stdout)
    del theirs["all"]
    assert ours == theirs
