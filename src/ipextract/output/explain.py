"""`--explain`: each claim with the sentence it stands in, its rule, and where each field came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipextract.models import Check, Claim, Extraction, Origin
from ipextract.output.wording import amount, dates, number, place, relation

_EXCERPT = 200


def explain(extraction: Extraction) -> Iterator[str]:
    """One block of lines a claim, in the order of the text, each ending in an empty line.

    A field is `printed` (in the claim's own words), `inherited` (from what the sentence or paragraph
    said before) or `inferred` (from the document as a whole); without a mark it is the rule's own reading.
    A check stands with the claim that it starts from.
    """
    text = extraction.document.text or ""
    checks: dict[str, list[Check]] = {}
    for check in extraction.checks:
        checks.setdefault(check.claims[0], []).append(check)
    for claim in extraction.claims:
        yield _block(claim, extraction.origins.get(claim.id, {}), text, checks.get(claim.id, ()))


def _block(claim: Claim, origins: Mapping[str, Origin], text: str, checks: Sequence[Check]) -> str:
    fields = {
        "status": claim.status if claim.status == "target" else "",
        "relation": relation(claim),
        "period": dates(claim.period) + (f" ({claim.period.text})" if claim.period else ""),
        "region": place(claim.region),
        "actor": claim.actor or "",
        "part_of": claim.part_of or "",
        "repeats": claim.repeats or "",
        "section": claim.section or "",
        "rule": claim.rule,
    }
    lines = [
        f"{claim.id}  {claim.indicator}  {amount(claim)}" + _mark(origins.get("indicator")),
        f"  {claim.kind} {claim.aspect}, characters {claim.evidence.start}–{claim.evidence.end}" + (f", page {claim.evidence.page}" if claim.evidence.page else ""),
        f"  {_in_sentence(claim, text)}",
    ]
    lines += [f"  {name:<9} {value}{_mark(origins.get(name) or _relation_origin(name, claim, origins))}" for name, value in fields.items() if value]
    lines += [f"  check     {_worked(check)}" for check in checks]
    return "\n".join(lines) + "\n\n"


def _worked(check: Check) -> str:
    """`share 24.74, computed 24.748894: agrees_truncated within 0.01 (last place), with 9be0 and 4c17`."""
    within = "" if check.tolerance is None else f" within {number(check.tolerance)} ({(check.allowance or '').replace('_', ' ')})"
    others = " and ".join(check.claims[1:])
    return f"{check.type} {number(check.stated)}, computed {number(check.computed)}: {check.verdict}{within}, with {others}"


def _relation_origin(name: str, claim: Claim, origins: Mapping[str, Origin]) -> str | None:
    """A relation is called by its aspect (change, share, gap, rank) where its origin is kept."""
    return origins.get(claim.aspect) if name == "relation" else None


def _mark(origin: str | None) -> str:
    return f"  [{origin}]" if origin else ""


def _in_sentence(claim: Claim, text: str) -> str:
    """The sentence with the number in 【】; the number alone where the text is not at hand."""
    evidence, sentence = claim.evidence, claim.evidence.sentence
    before, after = text[sentence.start : evidence.start], text[evidence.end : sentence.end]
    # A sentence without an end is shown as far as a reader looks.
    before = "…" + before[-_EXCERPT:] if len(before) > _EXCERPT else before
    after = after[:_EXCERPT] + "…" if len(after) > _EXCERPT else after
    return " ".join(f"{before}【{evidence.text}】{after}".split())
