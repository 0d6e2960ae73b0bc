"""What the page knows of each document, as plain data: its text and how it is laid out, numerals, claims, checks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ipextract.catalogue import all_rules
from ipextract.models import Claim, Extraction
from ipextract.output.columns import NAMES
from ipextract.output.report.layout import Units, lay_out_page
from ipextract.output.rows import rows

# What the page shows of a comparison's values and changes; the sentences they come from stand in the documents.
_OF_VALUE = ("value", "upper", "bound", "claim")
_OF_CHANGE = ("release", "against", "kind", "unit", "computed", "stated", "verdict", "why", "misplaced", "claim")
_OF_COMPARISON = ("releases", "revisions", "new", "gone", "changed")


def page_data(extractions: Sequence[Extraction], comparison: Mapping[str, Any] | None) -> dict[str, Any]:
    """All that the page's script reads.

    A claim is its row, as `ipextract.output.rows` has it, so that the table that a reader saves is the same; what
    stands beside it (`notes`) is only shown. Spans count UTF-16 code units, as the script does; the columns
    `evidence_start` and `evidence_end` of a row stay code points.
    """
    return {
        "columns": NAMES,
        "documents": [_document(one) for one in extractions],
        "rules": _rules(claim.rule for one in extractions for claim in one.claims),
        "comparison": comparison and _comparison(comparison),
    }


def written(value: Any) -> str:
    """A number that JSON does not know, digit for digit: as a string, for the script would round it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"a report cannot show {value!r}")


def _document(extraction: Extraction) -> dict[str, Any]:
    facts = extraction.document.model_dump(mode="python", exclude={"text"})
    text = extraction.document.text or ""
    units = Units(text)
    return {
        "facts": facts,
        "warnings": extraction.warnings,
        "text": text,
        "blocks": lay_out_page(text, units),
        "numerals": [[units.at(one.start), units.at(one.end), one.role, one.claims] for one in extraction.numerals],
        "claims": [list(row.values()) for row in rows(extraction)],
        "notes": [_note(claim, extraction.origins.get(claim.id, {}), units) for claim in extraction.claims],
        "checks": [check.model_dump(mode="python") for check in extraction.checks],
    }


def _note(claim: Claim, origins: Mapping[str, str], units: Units) -> dict[str, Any]:
    """What the panel shows beside the row: where number and sentence stand, where fields came from, the words of a basis."""
    evidence = claim.evidence
    spans = (evidence.start, evidence.end, evidence.sentence.start, evidence.sentence.end)
    note: dict[str, Any] = {"at": [units.at(offset) for offset in spans], "origins": origins}
    if claim.change and claim.change.text:
        note["basis"] = claim.change.text
    return note


def _comparison(comparison: Mapping[str, Any]) -> dict[str, Any]:
    """A comparison without what the page does not show, which may be most of it."""
    return {
        **_part(comparison, _OF_COMPARISON),
        "indicators": [
            {
                **indicator,
                "values": [_part(value, _OF_VALUE) if isinstance(value, Mapping) else value for value in indicator["values"]],
                "changes": [_part(change, _OF_CHANGE) for change in indicator.get("changes", ()) if change],
            }
            for indicator in comparison["indicators"]
        ],
    }


def _part(entry: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The entries of these names that say something: a change from zero does, one against release 0 too."""
    return {name: entry[name] for name in names if entry.get(name) is not None and entry[name] is not False and entry[name] != "exact"}


def _rules(names: Iterable[str]) -> dict[str, dict[str, str]]:
    """Example and counter-example of each rule; one that is not in the catalogue has none to show."""
    catalogue = {rule.name: rule for rule in all_rules()}
    used = sorted(set(names) & catalogue.keys())
    return {name: {"example": catalogue[name].example, "counter_example": catalogue[name].counter_example} for name in used}
