"""Which claim of an extraction meets which claim of the annotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ipextract.evaluation.gold import Gold, GoldClaim
from ipextract.evaluation.judging import FIELDS, judge
from ipextract.models import Claim, Extraction, Role

__all__ = ["FIELDS", "Finding", "match"]

Outcome = Literal["right", "wrong", "missed", "spurious"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one claim.

    Attributes:
        document: the gold file's name without its suffix.
        outcome: `right` or `wrong` (its record, where they met), `missed` or `spurious`.
        gold: the annotated claim, None of a spurious one.
        claim: the extracted claim, None of a missed one.
        fields: for each of `FIELDS`, and `near`, whether it is right; empty where nothing met.
        role: of a missed claim, what the ledger took its numeral for.
    """

    document: str
    outcome: Outcome
    gold: GoldClaim | None
    claim: Claim | None
    fields: Mapping[str, bool]
    role: Role | None = None

    @property
    def kind(self) -> str:
        """The kind that the annotation names, or of a spurious claim its own."""
        if self.gold is not None:
            return self.gold.kind
        return self.claim.kind if self.claim else ""


def match(gold: Gold, extraction: Extraction) -> list[Finding]:
    """A finding for every annotated claim, then one for every claim that met none.

    Of several extracted claims on one annotated number the one with most fields right is taken; the
    others are not spurious, for one number may be said of several things.
    """
    findings: list[Finding] = []
    taken: set[str] = set()
    for wanted in gold.claims:
        met = [(judge(wanted, claim), claim) for claim in extraction.claims if claim.id not in taken and _overlap(wanted, claim)]
        if not met:
            findings.append(Finding(gold.name, "missed", wanted, None, {}, _role(wanted, extraction)))
            continue
        fields, claim = max(met, key=lambda pair: sum(pair[0].values()))
        taken.add(claim.id)
        right = all(fields[name] for name in FIELDS)
        findings.append(Finding(gold.name, "right" if right else "wrong", wanted, claim, fields))
    findings += [Finding(gold.name, "spurious", None, claim, {}) for claim in _spurious(gold, extraction, taken)]
    return findings


def _spurious(gold: Gold, extraction: Extraction, taken: set[str]) -> Iterator[Claim]:
    known = [(one.start, one.end) for one in gold.claims] + [(one.start, one.end) for one in gold.others if one.free]
    for claim in extraction.claims:
        if claim.id not in taken and not any(start < claim.evidence.end and claim.evidence.start < end for start, end in known):
            yield claim


def _overlap(wanted: GoldClaim, claim: Claim) -> bool:
    return wanted.start < claim.evidence.end and claim.evidence.start < wanted.end


def _role(wanted: GoldClaim, extraction: Extraction) -> Role | None:
    return next((one.role for one in extraction.numerals if one.start < wanted.end and wanted.start < one.end), None)
