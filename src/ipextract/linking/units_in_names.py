"""The unit that the name of what is counted says, where none is printed."""

from __future__ import annotations

from ipextract.linking.indicator.labels import Namer
from ipextract.linking.vocabulary import Vocabulary
from ipextract.rules.tokens import Amount


def unit_in_name(name: str, amount: Amount, namer: Namer, vocabulary: Vocabulary) -> tuple[str, str | None] | None:
    """The kind and unit of 诊疗人次101.5亿; None where the name says neither."""
    for unit, endings in vocabulary.units_in_names.items():
        if name.endswith(endings):
            kind = vocabulary.unit_kind(unit)
            if kind == "count" or amount.scaled:
                return kind, unit
    if name.endswith(vocabulary.names.title_measures) and any(title in name for title in vocabulary.names.titles):
        # 有效发明专利拥有量达1.2万: titles are counted, in whatever unit.
        return "count", None
    if amount.scaled and any(word in name for word in vocabulary.names.users):
        return "count", None
    if amount.scaled and namer.counts_people(name):
        return "count", vocabulary.qualifiers.person
    return None
