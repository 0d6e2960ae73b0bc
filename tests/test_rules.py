"""Each rule finds its example and lets its counter-example alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import regex

from ipextract.catalogue import Rule, all_rules, find_rules
from ipextract.extractor import Extractor
from ipextract.language.folding import fold
from ipextract.language.segmenter import make_segmenter
from ipextract.lexicon import load_lexicon
from ipextract.rules.rule import ExpressionRule, ReadingRule
from ipextract.rules.scanner import Scanner

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

ROOT = Path(__file__).parents[1]
RULES = all_rules()
EXPRESSIONS = [rule for rule in RULES if isinstance(rule, ExpressionRule)]
READINGS = [rule for rule in RULES if isinstance(rule, ReadingRule)]
# Rules whose example or counter-example does not yet show what it should; a rule that is mended must go.
WEAK_EXAMPLES: dict[str, str] = {}
WEAK_COUNTER_EXAMPLES: dict[str, str] = {}
# Rules that have no counter-example.
WITHOUT_COUNTER_EXAMPLE: frozenset[str] = frozenset()


@cache
def scanner() -> Scanner:
    return Scanner(load_lexicon(), make_segmenter())


@cache
def extractor() -> Extractor:
    return Extractor()


def unmark(example: str) -> tuple[str, tuple[int, int] | None]:
    """The text of an example, and the span that 【】 marks in it; None where nothing is marked."""
    if "【" not in example:
        return example, None
    before, _, rest = example.partition("【")
    marked, _, after = rest.partition("】") if not rest.startswith("】") else (rest[:1], "", rest[2:])
    return before + marked + after, (len(before), len(before) + len(marked))


def spans(rule: ExpressionRule, text: str) -> list[tuple[int, int]]:
    """Where the scanner finds `rule` in `text`, with all other rules beside it."""
    folded = fold(text, 0, len(text))
    if rule.name.startswith("plain."):
        # It makes no token of its own: what it finds stays a part of the words.
        words = [(token.start, token.end) for token in scanner().scan(folded.text) if token.letter == "X"]
        found = [match.span() for match in regex.finditer(rule.pattern, folded.text)]
        return [folded.span(*span) for span in found if any(start <= span[0] and span[1] <= end for start, end in words)]
    return [folded.span(token.start, token.end) for token in scanner().scan(folded.text) if token.rule == rule.name and token.letter == rule.letter]


def rules_of_claims(text: str, span: tuple[int, int] | None) -> list[str]:
    """The rules of the claims that touch `span` of `text`."""
    claims = extractor().extract(text).claims
    return [claim.rule for claim in claims if span is None or (claim.evidence.start < span[1] and span[0] < claim.evidence.end)]


def parameters(rules: Sequence[Rule], weak: dict[str, str]) -> list[ParameterSet]:
    out = []
    for number, rule in enumerate(rules):
        marks = [pytest.mark.xfail(reason=weak[rule.name], strict=True)] if rule.name in weak else []
        out.append(pytest.param(rule, id=f"{rule.name}-{number}", marks=marks))
    return out


@pytest.mark.parametrize("rule", parameters(EXPRESSIONS, WEAK_EXAMPLES))
def test_an_expression_rule_finds_its_example(rule: ExpressionRule) -> None:
    text, marked = unmark(rule.example)
    found = spans(rule, text)
    assert found
    if marked is not None:
        assert marked in found


@pytest.mark.parametrize("rule", parameters([rule for rule in EXPRESSIONS if rule.counter_example], WEAK_COUNTER_EXAMPLES))
def test_an_expression_rule_leaves_its_counter_example_alone(rule: ExpressionRule) -> None:
    assert spans(rule, unmark(rule.counter_example)[0]) == []


@pytest.mark.parametrize("rule", parameters(READINGS, WEAK_EXAMPLES))
def test_a_reading_rule_reads_its_example(rule: ReadingRule) -> None:
    text, marked = unmark(rule.example)
    assert marked is not None
    assert rule.name in rules_of_claims(text, marked)


@pytest.mark.parametrize("rule", parameters(READINGS, WEAK_COUNTER_EXAMPLES))
def test_a_reading_rule_leaves_its_counter_example_alone(rule: ReadingRule) -> None:
    assert rule.counter_example
    assert rule.name not in rules_of_claims(*unmark(rule.counter_example))


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.example] == []


def test_every_rule_but_those_named_has_a_counter_example() -> None:
    # A mark of punctuation has none: it is the character and nothing else.
    missing = {rule.name for rule in RULES if not rule.counter_example and not rule.name.startswith("mark.")}
    assert missing == WITHOUT_COUNTER_EXAMPLE


def test_every_claim_names_a_rule_of_the_catalogue() -> None:
    names = {rule.name for rule in RULES}
    used = {claim.rule for path in (ROOT / "fixtures").glob("*.txt") for claim in extractor().extract_file(path).claims}
    assert used <= names


def test_rules_are_found_by_the_first_part_of_their_name() -> None:
    assert {rule.name for rule in find_rules("share")} >= {"share.of_whole", "share.noun"}
    assert find_rules("share.of_whole")[0].name == "share.of_whole"
    assert find_rules("no.such.rule") == ()


def test_unmark() -> None:
    assert unmark("授权【13823件】。") == ("授权13823件。", (2, 8))
    assert unmark("国发〔2021〕20号") == ("国发〔2021〕20号", None)
