"""An indicator over the years, out of tables of claims as they lie. Needs the extra `series`.

DuckDB reads the tables where they are; nothing is kept or written, and nothing is fetched. What the user asks for
is bound to the query as a parameter and never stands in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from glob import escape, glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from pydantic import ValidationError

from ipextract.errors import InputError, MissingExtraError
from ipextract.models import Aspect, Claim
from ipextract.numbers.numerals import plain
from ipextract.output.columns import COLUMNS
from ipextract.output.rows import flat, nested

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Form = Literal["parquet", "csv", "jsonl"]
Observation = tuple[str, Claim]
Refuse = Callable[[str], None]

_ASPECTS: Final = get_args(Aspect)
_HEAD: Final = 1 << 20
_SQL: Final[dict[Form, str]] = {
    "parquet": "SELECT {columns} FROM read_parquet(?)",
    "csv": """SELECT {columns} FROM read_csv(?, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')""",
    "jsonl": "SELECT {columns}, json AS line FROM read_ndjson_objects(?)",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a series is asked for; None is anything.

    Attributes:
        indicator: its name.
        region: the name or the code of the reference area.
        aspect: level, change, share, gap or rank.
        unit: as the record writes it.
        start: the first day that a period may begin with, an ISO date.
        end: the last day that it may end with.
        like: whether the names of indicator and region need only hold these words.
    """

    indicator: str
    region: str | None = None
    aspect: str | None = None
    unit: str | None = None
    start: str | None = None
    end: str | None = None
    like: bool = False


def find_tables(pattern: str) -> list[Path]:
    """The files that an argument names: one file, or those that fit `claims/*.parquet`, in order.

    Raises:
        InputError: there is none.
    """
    path = Path(pattern)
    if path.is_file():
        return [path]
    found = [one for one in map(Path, sorted(glob(pattern, recursive=True))) if one.is_file()]  # noqa: PTH207 - the pattern may be absolute
    if not found:
        raise InputError(pattern, "no file fits this" if has_magic(pattern) else "this is a directory; name the tables in it" if path.is_dir() else "no such file")
    return found


def read_series(paths: Iterable[Path], wanted: Wanted, refuse: Refuse) -> list[Observation]:
    """The claims that fit, each with the name of its document: by series, and in each by time.

    A claim that says what an earlier one of its document says is left out, and one that stands in several
    tables is taken once.

    Args:
        paths: tables that `ipextract extract` has written, as Parquet, CSV or JSON Lines, nested or flat.
        wanted: what is asked for.
        refuse: is told, in one line, of each file that cannot be read; the others are.

    Raises:
        MissingExtraError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ModuleNotFoundError:
        raise MissingExtraError("reading series", "series") from None
    forms: dict[Form, list[Path]] = {}
    for path in paths:
        try:
            forms.setdefault(_form(path), []).append(path)
        except InputError as error:
            refuse(str(error))
    found: list[Observation] = []
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "temp_directory": ""}) as connection:
        for form, files in forms.items():
            try:
                found += _observations(connection, form, files, wanted)
            except (duckdb.Error, ValidationError, ArithmeticError, ValueError):
                # One of them is broken: each on its own, so that the others are read.
                for file in files:
                    try:
                        found += _observations(connection, form, [file], wanted)
                    except (duckdb.Error, ValidationError, ArithmeticError, ValueError) as error:
                        refuse(f"{file}: no table of claims that can be read: {str(error).splitlines()[0]}")
    return sorted({claim: (source, claim) for source, claim in found}.values(), key=_place)


def _form(path: Path) -> Form:
    """How the table is written, told by how it begins.

    Raises:
        InputError: it cannot be read, or is no table of claims.
    """
    try:
        with path.open("rb") as handle:
            head = handle.readline(_HEAD)
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from None
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith((b"{", b"[")):
        try:
            line = json.loads(head)
        except ValueError:
            line = None
        if not isinstance(line, dict) or "indicator" not in line:
            raise InputError(str(path), "this is JSON, but not one claim a line: write it with --format jsonl")
        return "jsonl"
    if b"indicator" not in head:
        raise InputError(str(path), "no table of claims: it is not Parquet, CSV or JSON Lines with a column `indicator`")
    return "csv"


def _observations(connection: DuckDBPyConnection, form: Form, files: list[Path], wanted: Wanted) -> list[Observation]:
    conditions, values = _conditions(wanted)
    source = _SQL[form].format(columns=", ".join(f'{_expression(form, column.path, column.name)} AS "{column.name}"' for column in COLUMNS))
    query = f"SELECT * FROM ({source}) WHERE {' AND '.join(conditions)}"  # noqa: S608 - made of our own names alone
    found = connection.execute(query, [[escape(str(file)) for file in files], *values])
    return [_observation(form, values) for values in found.fetchall()]


def _expression(form: Form, path: str, name: str) -> str:
    """A column as a text, which holds every digit and orders dates as they are."""
    match form:
        case "jsonl":
            return f"coalesce(json ->> '$.{path}', json ->> '$.{name}')"
        case "parquet":
            return f'CAST("{name}" AS VARCHAR)'
        case "csv":
            return f'"{name}"'


def _conditions(wanted: Wanted) -> tuple[list[str], list[str]]:
    """The conditions, and the values of their parameters in the order in which these stand."""
    names = "contains({}, ?)" if wanted.like else "{} = ?"
    both = f"({names.format('region_name')} OR region_code = ?)"
    given = (
        (names.format("indicator"), [wanted.indicator]),
        (both, wanted.region and [wanted.region, wanted.region]),
        ("aspect = ?", wanted.aspect and [wanted.aspect]),
        ("unit = ?", wanted.unit and [wanted.unit]),
        ("period_start >= ?", wanted.start and [wanted.start]),
        ("period_end <= ?", wanted.end and [wanted.end]),
    )
    asked = [(condition, values) for condition, values in given if values]
    return ["repeats IS NULL", *(condition for condition, _ in asked)], [value for _, values in asked for value in values]


def _observation(form: Form, values: tuple[Any, ...]) -> Observation:
    if form == "jsonl":
        # The line itself, since DuckDB would read its numbers as floating ones.
        row = flat(json.loads(values[-1], parse_float=Decimal, parse_int=Decimal))
    else:
        row = {column.name: value for column, value in zip(COLUMNS, values, strict=True)}
    for column in COLUMNS:
        if column.type == "decimal" and row[column.name] is not None:
            row[column.name] = plain(Decimal(row[column.name]))
    record = nested(row)
    del record["schema_version"]
    return record.pop("source"), Claim.model_validate(record)


def _place(observation: Observation) -> tuple[Any, ...]:
    """Where a claim stands: first what makes it a series of its own, then the time."""
    source, claim = observation
    return (
        claim.indicator,
        (claim.region.name, claim.region.code or "") if claim.region else ("", ""),
        _ASPECTS.index(claim.aspect),
        claim.unit or "",
        (claim.change.basis if claim.change else "", (claim.share and claim.share.whole) or "", (claim.gap and claim.gap.than) or "", (claim.rank and claim.rank.scope) or ""),
        (claim.period.start or "", claim.period.end or "") if claim.period else ("", ""),
        claim.status,
        source,
        claim.evidence.start,
    )


def series_rows(observations: Iterable[Observation]) -> Iterator[dict[str, Any]]:
    """The claims as flat rows, with the columns of every table."""
    from ipextract.models import SCHEMA_VERSION

    for source, claim in observations:
        yield flat({"schema_version": SCHEMA_VERSION, "source": source, **claim.model_dump(mode="python")})
