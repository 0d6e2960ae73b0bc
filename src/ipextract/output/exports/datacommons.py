"""Data Commons: claims as StatVarObservations, in a CSV with its template (TMCF), and the nodes they name (MCF).

A variable is an indicator with what is stated of it; the unit, and whether the number is a bound, are of the
observation. All nodes but the country are of a namespace of our own, named by what they say, so that the same
indicator of another release is the same variable. docs/exports.md shows the mapping.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from ipextract.models import Claim, Extraction, Region
from ipextract.numbers.numerals import plain
from ipextract.output.csv import csv_lines
from ipextract.patterns import lazily

Note = Callable[[str], None]

_COLUMNS: Final = ("entity", "variable", "date", "observationPeriod", "value", "unit", "measurementMethod", "source", "claim")
_TEMPLATE: Final = """\
Node: E:observations->E0
typeOf: dcs:StatVarObservation
observationAbout: C:observations->entity
variableMeasured: C:observations->variable
observationDate: C:observations->date
observationPeriod: C:observations->observationPeriod
value: C:observations->value
unit: C:observations->unit
measurementMethod: C:observations->measurementMethod
"""
_COUNTRY: Final = "dcid:country/CHN"
_COUNTRY_CODE: Final = "100000"
_CODE: Final = lazily(re.compile, r"[0-9]{6}")


def observations(results: Iterable[Extraction], note: Note) -> Iterator[tuple[str, str]]:
    """The files of an import, as pairs of a name and a text that is added to it; nothing where there is no document.

    Args:
        results: the documents.
        note: is told how many claims were left out, and why.
    """
    nodes = _Nodes()
    left_out: Counter[str] = Counter()
    started = False
    for extraction in results:
        if not started:
            started = True
            yield "observations.tmcf", _TEMPLATE
            yield "observations.csv", csv_lines([_COLUMNS])
        rows = []
        for claim in extraction.claims:
            found = _place_and_time(claim)
            if isinstance(found, str):
                left_out[found] += 1
            else:
                rows.append([*_row(claim, *found, nodes), extraction.document.source, claim.id])
        yield "observations.csv", csv_lines(rows)
    if started:
        yield "nodes.mcf", nodes.text()
    if left_out:
        note(f"{left_out.total()} claims are no observations: " + ", ".join(f"{count} {reason}" for reason, count in sorted(left_out.items())))


def _place_and_time(claim: Claim) -> tuple[Region, date, date] | str:
    """Where and when an observation was made; or why the claim is none."""
    if claim.repeats is not None:
        return "repeat another"
    if claim.upper is not None:
        return "are ranges"
    if claim.region is None:
        return "have no region"
    if claim.period is None or claim.period.start is None or claim.period.end is None:
        return "have no period"
    return claim.region, date.fromisoformat(claim.period.start), date.fromisoformat(claim.period.end)


def _row(claim: Claim, region: Region, start: date, end: date, nodes: _Nodes) -> list[str]:
    day, length = _time(start, end)
    unit = nodes.unit(claim.unit) if claim.unit is not None else ""
    return [nodes.place(region), nodes.variable(claim), day, length, format(plain(claim.value), "f"), unit, nodes.method(claim.bound)]


def _time(start: date, end: date) -> tuple[str, str]:
    """The end of a period, as long as it needs to be, and its length: 2024 and P1Y; 2024-06 and P6M; 2024-12-31 alone."""
    if start == end:
        return end.isoformat(), ""
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return end.isoformat(), f"P{(end - start).days + 1}D"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months % 12 == 0 and start.month == 1:
        return f"{end.year:04}", f"P{months // 12}Y"
    return f"{end.year:04}-{end.month:02}", f"P{months}M"


class _Nodes:
    """The nodes that observations name, each written once."""

    def __init__(self) -> None:
        self._blocks: dict[str, str] = {}

    def text(self) -> str:
        return "\n".join(self._blocks[name] for name in sorted(self._blocks))

    def variable(self, claim: Claim) -> str:
        """The variable of a claim; that of the whole, of which a share is the part, stands beside it."""
        said = [f"target {claim.aspect}" if claim.status == "target" else claim.aspect]
        more = {}
        if claim.change is not None:
            said.append(claim.change.basis)
        if claim.share is not None and claim.share.whole is not None:
            said.append(f"of {claim.share.whole}")
            more["measurementDenominator"] = self._variable(claim.share.whole, ["level"], {})
        if claim.gap is not None and claim.gap.than is not None:
            said.append(f"than {claim.gap.than}")
        if claim.rank is not None:
            said += [f"in {claim.rank.scope}", claim.rank.order] if claim.rank.scope is not None else [claim.rank.order]
        return self._variable(claim.indicator, said, more)

    def _variable(self, indicator: str, said: list[str], more: dict[str, str]) -> str:
        name = indicator if said == ["level"] else f"{indicator} ({', '.join(said)})"
        node = _named("variable", "\0".join((indicator, *said)))
        # A variable without a schema measures itself.
        return self._add(node, typeOf="dcs:StatisticalVariable", name=_text(name), populationType="schema:Thing", measuredProperty=node, statType="dcs:measuredValue", **more)

    def place(self, region: Region) -> str:
        """A reference area by its GB/T 2260 code, whose noughts say how large it is."""
        if region.code == _COUNTRY_CODE:
            return _COUNTRY
        if region.code is None or not _CODE.fullmatch(region.code):
            return self._add(_named("place", region.name), typeOf="schema:Place", name=_text(region.name), containedInPlace=_COUNTRY)
        level = 1 if region.code.endswith("0000") else 2 if region.code.endswith("00") else 3
        return self._add(f"dcid:gb2260/{region.code}", typeOf=f"dcs:AdministrativeArea{level}", name=_text(region.name), containedInPlace=_COUNTRY)

    def unit(self, unit: str) -> str:
        return self._add(_named("unit", unit), typeOf="dcs:UnitOfMeasure", name=_text(unit))

    def method(self, bound: str) -> str:
        """Whether the number is exact, or at least, or more than: another method, so that they do not mix."""
        first, *others = bound.split("_")
        return self._add(f"dcid:ipextract/{first}{''.join(map(str.capitalize, others))}", typeOf="dcs:MeasurementMethodEnum", name=_text(f"ipextract, {bound}"))

    def _add(self, node: str, **properties: str) -> str:
        self._blocks[node] = f"Node: {node}\n" + "".join(f"{name}: {value}\n" for name, value in properties.items())
        return node


def _named(sort: str, meaning: str) -> str:
    """A node by what it means; a DCID is of letters, digits and few marks."""
    return f"dcid:ipextract/{sort}/{hashlib.sha256(meaning.encode()).hexdigest()[:16]}"


def _text(words: str) -> str:
    """A text of MCF, which is read line by line."""
    return '"' + " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'
