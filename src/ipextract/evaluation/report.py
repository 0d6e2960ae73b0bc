"""An evaluation in words, columns and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from ipextract.evaluation.gold import Answers, GoldClaim
from ipextract.evaluation.matching import FIELDS, Finding
from ipextract.evaluation.run import Evaluation
from ipextract.evaluation.tally import COUNTS, Tally, count, rate
from ipextract.models import Claim
from ipextract.output.wording import columns, dates

_RATES = ("recall", "precision", *FIELDS, "near", "record")
_RELATIONS = ("basis", "whole", "than", "scope", "order")
_SHOWN = 3


def report(evaluation: Evaluation) -> str:
    """Rates in percent: a line a document, a line a kind, and the sum of all."""
    findings = list(chain.from_iterable(evaluation.findings.values()))
    rows = [_row(name, count(found)) for name, found in evaluation.findings.items()]
    kinds = [_row(kind, tally) for kind, tally in _by_kind(findings).items()]
    lines = columns(
        [("document", "gold", *_RATES), *rows, ("by kind", *[""] * (1 + len(_RATES))), *kinds, _row("all", count(findings))],
        right=tuple(range(1, 2 + len(_RATES))),
    )
    return "\n".join(lines) + "\n"


def report_json(evaluation: Evaluation) -> str:
    """The counts (`COUNTS`) by document, by kind and in all, as JSON."""
    findings = list(chain.from_iterable(evaluation.findings.values()))
    out = {
        "documents": {name: _plain(count(found)) for name, found in evaluation.findings.items()},
        "kinds": {kind: _plain(tally) for kind, tally in _by_kind(findings).items()},
        "all": _plain(count(findings)),
    }
    return json.dumps(out, ensure_ascii=False, indent=2) + "\n"


def report_errors(evaluation: Evaluation) -> str:
    """What was missed, wrong and spurious, document by document, each with the rule or the role that it was taken for."""
    lines: list[str] = []
    for name, findings in evaluation.findings.items():
        found = [*(f"  not annotated: {gap}" for gap in evaluation.gaps[name]), *chain.from_iterable(map(_describe, findings))]
        if found:
            lines += [f"{name}:", *found, ""]
    return "".join(f"{line}\n" for line in lines)


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    return (name, str(tally["gold"]), *(f"{rate(tally, one):.1f}" for one in _RATES))


def _by_kind(findings: list[Finding]) -> dict[str, Tally]:
    return {kind: count(one for one in findings if one.kind == kind) for kind in sorted({one.kind for one in findings})}


def _plain(tally: Tally) -> dict[str, int]:
    return {name: tally[name] for name in COUNTS}


def _describe(finding: Finding) -> Iterator[str]:
    gold, claim = finding.gold, finding.claim
    if gold is None and claim is not None:
        yield f"  spurious  {claim.evidence.text} at {claim.evidence.start}, {claim.indicator!r}, by rule {claim.rule}"
    elif gold is not None and claim is None:
        yield f"  missed    line {gold.line}: {gold.text}, {gold.indicators[0]!r}, taken for {finding.role or 'nothing'}"
    elif gold is not None and claim is not None and finding.outcome == "wrong":
        yield f"  wrong     line {gold.line}: {gold.text}, by rule {claim.rule}"
        for name in FIELDS:
            if not finding.fields[name]:
                yield f"              {name}: {_given(name, claim)}, not {_wanted(name, gold)}"


def _given(name: str, claim: Claim) -> str:
    """What the claim says in one of `FIELDS`."""
    relations = (claim.change, claim.share, claim.gap, claim.rank)
    said = {
        "kind": f"{claim.kind} {claim.aspect}",
        "value": f"{claim.bound} {claim.value:f}" + (f" to {claim.upper:f}" if claim.upper is not None else ""),
        "unit": claim.unit or "none",
        "indicator": claim.indicator,
        "period": dates(claim.period) or "none",
        "region": claim.region.name if claim.region else "none",
        "relation": next((_pairs(one.model_dump(exclude_none=True)) for one in relations if one is not None), "none"),
        "status": claim.status,
    }
    return said[name]


def _wanted(name: str, gold: GoldClaim) -> str:
    """What the annotation says in one of `FIELDS`: the first answers, best first."""
    if name == "kind":
        return f"{gold.kind} {gold.aspect}"
    if name in ("unit", "indicator"):
        return _answers(gold.units if name == "unit" else gold.indicators)
    if name == "value":
        upper = f" to {_answers(gold.extras['upper'])}" if "upper" in gold.extras else ""
        return f"{_answers(gold.extras.get('bound', ('exact',)))} {_answers(gold.values)}{upper}"
    if name == "relation":
        return ", ".join(f"{key}={_answers(gold.extras[key])}" for key in _RELATIONS if key in gold.extras)
    return _answers(gold.extras.get(name, ("actual",) if name == "status" else ()))


def _answers(answers: Answers) -> str:
    shown = " or ".join(answer or "none" for answer in answers[:_SHOWN])
    return f"{shown} (or {len(answers) - _SHOWN} more)" if len(answers) > _SHOWN else shown


def _pairs(fields: dict[str, object]) -> str:
    return ", ".join(f"{key}={value}" for key, value in fields.items() if not isinstance(value, dict))
