"""`ipextract series`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ipextract.commands.shared import SafeCells, complain, output
from ipextract.errors import InputError
from ipextract.models import Aspect
from ipextract.patterns import lazily

if TYPE_CHECKING:
    from ipextract.series import Observation

_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_PERIOD = lazily(re.compile, rf"({_DATE})(?:/({_DATE}))?")


def series(
    tables: Annotated[list[str], typer.Argument(metavar="TABLE...", help="Claims that extract has written as Parquet, CSV or JSON Lines; 'claims/*.parquet' names many.")],
    indicator: Annotated[str, typer.Option("--indicator", help="The indicator, as the record names it.")],
    region: Annotated[str | None, typer.Option("--region", help="The reference area, by its name or its code.")] = None,
    aspect: Annotated[Aspect | None, typer.Option("--aspect", help="Only what it states of this: level, change, share, gap, rank.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="Only in this unit.")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="FROM[/TO]", help="Only periods within these: 2024, 2021/2024, 2024-01/2024-06.")] = None,
    like: Annotated[bool, typer.Option("--like", help="The names of indicator and region need only hold these words.")] = False,
    form: Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="table: to read; csv, json: the rows as they were.")] = "table",
    safe_cells: SafeCells = False,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="OUT", help="Write to this file instead of standard output.")] = None,
) -> None:
    """Show an indicator over the years, out of tables of claims as they lie."""
    from ipextract.series import Wanted, find_tables, read_series

    if safe_cells and form != "csv":
        raise typer.BadParameter("goes with --format csv", param_hint="--safe-cells")
    start, end = _bounds(period)
    wanted = Wanted(indicator, region, aspect, unit, start, end, like)
    failures: list[str] = []

    def refuse(reason: str) -> None:
        failures.append(reason)
        complain(reason)

    paths: list[Path] = []
    for pattern in tables:
        try:
            paths += find_tables(pattern)
        except InputError as error:
            refuse(str(error))
    if out is not None and any(path.resolve() == out.resolve() for path in paths):
        raise typer.BadParameter(f"{out} is also an input", param_hint="--out")
    files = list(dict.fromkeys(paths))
    missing = len(failures)
    with output(out) as write:
        found = read_series(files, wanted, refuse)
        if len(failures) - missing < len(files):  # where no table could be read nothing is written
            for piece in _written(found, form, safe=safe_cells):
                write(piece)
            if not found:
                complain("no claim fits; --like takes a part of a name")
    raise typer.Exit(1 if failures else 0)


def _bounds(period: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of `2024` or `2021/2024-06`; days that a month has not are harmless, for they are only compared."""
    if period is None:
        return None, None
    found = _PERIOD.fullmatch(period)
    if found is None:
        raise typer.BadParameter(f"{period} is no period: write 2024, 2021/2024 or 2024-01/2024-06", param_hint="--period")
    first, last = found[1], found[2] or found[1]
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def _written(found: list[Observation], form: str, *, safe: bool) -> Iterator[str]:
    from ipextract.series import series_rows

    if form == "table":
        from ipextract.output.table import series_table

        yield series_table(found)
    elif form == "csv":
        from ipextract.output.columns import NAMES
        from ipextract.output.csv import csv_lines

        yield csv_lines([NAMES, *(list(row.values()) for row in series_rows(found))], safe=safe)
    else:
        from ipextract.output.json import dumps

        yield dumps(list(series_rows(found)), indent=2) + "\n"
