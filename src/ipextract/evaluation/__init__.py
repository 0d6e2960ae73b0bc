"""Scoring extractions against annotated releases, the `.gold` files (format: fixtures/README.md).

A claim of the extraction and a claim of the annotation meet when the spans of their number
expressions overlap. Each field is then right or wrong on its own; a record is right when all are.
"""

from ipextract.evaluation.gold import Gold, GoldClaim, GoldError, read_gold
from ipextract.evaluation.matching import FIELDS, Finding, match
from ipextract.evaluation.report import report, report_errors, report_json
from ipextract.evaluation.run import Evaluation, find_golds
from ipextract.evaluation.tally import COUNTS, Tally, count, rate, reached

__all__ = [
    "COUNTS",
    "FIELDS",
    "Evaluation",
    "Finding",
    "Gold",
    "GoldClaim",
    "GoldError",
    "Tally",
    "count",
    "find_golds",
    "match",
    "rate",
    "reached",
    "read_gold",
    "report",
    "report_errors",
    "report_json",
]
