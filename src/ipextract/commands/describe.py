"""`ipextract schema` and `ipextract rules`: what the program writes, and what it looks for."""

from __future__ import annotations

from typing import Annotated

import typer

from ipextract.commands.shared import Lexicon, output
from ipextract.errors import LexiconError


def schema() -> None:
    """Print the JSON Schema of what `extract` writes."""
    from ipextract.output.json import dumps
    from ipextract.output.schema import json_schema

    with output() as write:
        write(dumps(json_schema(), indent=2) + "\n")


def rules(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this rule, or those whose name begins so: share, change.verb.")] = None,
    lexicon: Lexicon = None,
) -> None:
    """List the rules: what each finds (in 【】), what it must not find, and its pattern."""
    from ipextract.catalogue import all_rules, describe, find_rules
    from ipextract.lexicon import load_lexicon

    try:
        words = load_lexicon(lexicon)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from None
    found = find_rules(name, words) if name else all_rules(words)
    if not found:
        raise typer.BadParameter(f"no rule is called {name}; `ipextract rules` lists them all", param_hint="NAME")
    with output() as write:
        write("\n\n".join(describe(rule) for rule in found) + "\n")
