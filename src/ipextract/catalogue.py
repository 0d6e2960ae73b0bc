"""Every rule as a value: what `ipextract rules` prints and what the tests of examples run over."""

from __future__ import annotations

from ipextract.lexicon import Lexicon, load_lexicon
from ipextract.rules.expressions import expression_rules
from ipextract.rules.readings import READINGS, SHAPES
from ipextract.rules.rule import ExpressionRule, ReadingRule

Rule = ExpressionRule | ReadingRule


def all_rules(lexicon: Lexicon | None = None) -> tuple[Rule, ...]:
    """The rules in order of priority: those that find expressions, then those that read rows of tokens.

    Args:
        lexicon: whose guards stand among the rules; the built-in one by default.
    """
    return (*expression_rules(lexicon or load_lexicon()), *READINGS, *SHAPES)


def find_rules(name: str, lexicon: Lexicon | None = None) -> tuple[Rule, ...]:
    """The rules called `name`, or whose name begins with it and a dot (`share` finds `share.of_whole`)."""
    return tuple(rule for rule in all_rules(lexicon) if rule.name == name or rule.name.startswith(f"{name}."))


def describe(rule: Rule) -> str:
    """A rule in a few lines: what kind it is, what it must find, what it must not, and its pattern."""
    if isinstance(rule, ExpressionRule):
        kind = f"finds an expression, token {rule.letter}" + (f", role {rule.role}" if rule.role else "")
    else:
        kind = f"reads a row of tokens, aspect {rule.aspect}"
    lines = [f"{rule.name}: {kind}"]
    if rule.example:
        lines.append(f"  example          {rule.example}")
    if rule.counter_example:
        lines.append(f"  counter-example  {rule.counter_example}")
    return "\n".join([*lines, f"  pattern          {rule.pattern}"])
