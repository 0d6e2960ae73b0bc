"""The records: what ipextract promises to whoever builds on it (contract version 1).

Every model is frozen. Offsets count Unicode code points in `document.text`, half-open. Values are exact
decimals and are written to JSON as numbers, digit for digit.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar, Final, Literal, ParamSpec, TypeVar

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Final = "1"

Kind = Literal["count", "money", "quantity", "percentage", "multiple", "rank"]
Aspect = Literal["level", "change", "share", "gap", "rank"]
Bound = Literal["exact", "approximate", "more_than", "at_least", "less_than", "at_most", "range"]
Status = Literal["actual", "target"]
Basis = Literal["yoy", "mom", "year_end", "since", "average", "other"]
Order = Literal["magnitude", "time"]
Role = Literal["claim", "date", "period", "reference", "name", "qualifier", "ordinal", "heading", "furniture", "unresolved"]
Origin = Literal["printed", "inherited", "inferred"]
Verdict = Literal["agrees", "agrees_truncated", "disagrees"]
CheckType = Literal["share", "change", "sum", "repeat"]
Allowance = Literal["exact", "last_place", "rounded_operands", "mean_population"]


P = ParamSpec("P")
T = TypeVar("T")


class Record(BaseModel):
    """Base of all records: frozen, and no field that the contract does not name."""

    # What checks a record is built when one is first read or made by a user: the command on one notice never asks for it.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    #: The fields in their order, each with what it is where it is not given.
    blank: ClassVar[dict[str, Any]] = {}
    #: The names of all fields: what of a whole record was given. Records are frozen, so that they share it.
    given: ClassVar[set[str]] = set()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        cls.blank = {name: field.get_default(call_default_factory=True) for name, field in cls.__pydantic_fields__.items()}
        cls.given = set(cls.blank)


# What else pydantic keeps of a record, each in a slot of its own.
_set_given, _set_extra, _set_private = (vars(BaseModel)[f"__pydantic_{name}__"].__set__ for name in ("fields_set", "extra", "private"))


def made(record: Callable[P, T], *_: P.args, **fields: P.kwargs) -> T:
    """A record of values that the program itself made: `record(**fields)` without asking once more whether they fit.

    Args:
        record: a class of records.
        fields: its fields in their order, all that have no default among them, of their own types.
    """
    model: Any = record
    out = object.__new__(model)
    is_whole = len(fields) == len(model.blank)
    object.__setattr__(out, "__dict__", fields if is_whole else {**model.blank, **fields})
    _set_given(out, model.given if is_whole else set(fields))
    _set_extra(out, None)
    _set_private(out, None)
    return out  # type: ignore[no-any-return]


# Of what most fields are. To ask whether something is a record costs several times as much.
_SCALARS = (str, int, Decimal, type(None))


def plain(value: Any) -> Any:
    """A record, and every record in it, as dictionaries."""
    if isinstance(value, Record):
        return {name: field if isinstance(field, _SCALARS) else plain(field) for name, field in value.__dict__.items()}
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return dict(value) if isinstance(value, dict) else value


class Span(Record):
    """A half-open stretch of `document.text`, in code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Region(Record):
    """A reference area: full official name and GB/T 2260 code (全国 is 100000)."""

    name: str
    code: str | None = None


class Interval(Record):
    """ISO dates, both ends included; equal for a moment."""

    start: str | None = None
    end: str | None = None


class Period(Record):
    """The time a claim holds for. `text` is what the document said, wherever it said it."""

    text: str
    start: str | None = None
    end: str | None = None


class Change(Record):
    """What a change is measured against: the basis, the period compared with where known, and the words."""

    basis: Basis
    base: Interval | None = None
    text: str | None = None


class Share(Record):
    """The whole that a share is part of, in the document's words; null where it is not printed."""

    whole: str | None = None


class Gap(Record):
    """What a gap is measured from: 全国, 全部规模以上工业."""

    than: str | None = None


class Rank(Record):
    """Among whom a place is held, in what order, and for how many years running."""

    scope: str | None = None
    region: Region | None = None
    order: Order = "magnitude"
    streak: int | None = None


class Evidence(Record):
    """The number expression itself, the sentence it stands in, and in a format with pages the page it begins on (1 the first).

    The JSON of a document without pages has no `page`.
    """

    start: int
    end: int
    text: str
    sentence: Span
    page: int | None = None


class Claim(Record):
    """One number said of one indicator."""

    id: str
    kind: Kind
    aspect: Aspect
    indicator: str
    value: Decimal
    upper: Decimal | None = None
    bound: Bound = "exact"
    unit: str | None = None
    period: Period | None = None
    region: Region | None = None
    actor: str | None = None
    status: Status = "actual"
    change: Change | None = None
    share: Share | None = None
    gap: Gap | None = None
    rank: Rank | None = None
    part_of: str | None = None
    repeats: str | None = None
    section: str | None = None
    evidence: Evidence
    rule: str


class Numeral(Record):
    """An entry of the ledger: one numeral of the text and what it is."""

    start: int
    end: int
    text: str
    role: Role
    claims: tuple[str, ...] = ()


class Check(Record):
    """What the document's own arithmetic says of its claims.

    A stated value that lies less than `tolerance` from the computed one does not disagree; where the tolerance is
    nought, the two must be equal. `allowance` says why it is so wide: `exact`, nothing was rounded; `last_place`, one
    unit in the last printed place of the stated value; `rounded_operands`, as much again as the rounding of the numbers
    it was computed from allows; `mean_population`, further by the growth of the population within the year. Both are
    null in checks that were written before they were recorded.
    """

    type: CheckType
    claims: tuple[str, ...]
    stated: Decimal
    computed: Decimal
    verdict: Verdict
    tolerance: Decimal | None = None
    allowance: Allowance | None = None


class DocumentInfo(Record):
    """What the document says of itself, and its text."""

    source: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    region: Region | None = None
    period: Period | None = None
    metadata: dict[str, str] = Field(default_factory=dict)
    text: str | None = None


class Extraction(Record):
    """All that was found in one document.

    `origins` says for each claim where a field came from (printed, inherited, inferred); it is what
    `--explain` shows and no part of the JSON. `warnings` says what a reader could not read (characters
    without a meaning, pages without text); the command writes it to standard error.
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    document: DocumentInfo
    claims: tuple[Claim, ...]
    numerals: tuple[Numeral, ...]
    checks: tuple[Check, ...]
    origins: dict[str, dict[str, Origin]] = Field(default_factory=dict, exclude=True, repr=False)
    warnings: tuple[str, ...] = Field(default=(), exclude=True)

    def to_dict(self, *, omit_text: bool = False) -> dict[str, Any]:
        """The record as plain dictionaries and lists; numbers stay `Decimal`."""
        out: dict[str, Any] = plain(self)
        del out["origins"], out["warnings"]
        if omit_text:
            del out["document"]["text"]
        for claim in out["claims"]:
            if claim["evidence"]["page"] is None:
                del claim["evidence"]["page"]
        return out

    def to_json(self, *, indent: int | None = 2, omit_text: bool = False) -> str:
        """The record as JSON (UTF-8 characters kept, decimals written digit for digit)."""
        from ipextract.output.json import dumps

        return dumps(self.to_dict(omit_text=omit_text), indent=indent)

    def rows(self) -> list[dict[str, Any]]:
        """One flat row a claim, for a data frame; the columns are those of `ipextract.output.columns` (docs/tables.md)."""
        from ipextract.output.rows import rows

        return rows(self)
