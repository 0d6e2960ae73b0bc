"""The columns of the flat record: one row a claim, in whatever form the table is written.

A column is a field of a line of `--format jsonl`, and a nested field is called by its path: `period.start`
is the column `period_start`. CSV, Parquet, flat JSON Lines, `Extraction.rows` and `ipextract series` all take
their columns, in this order, from here; docs/tables.md shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

ColumnType = Literal["text", "integer", "decimal", "date"]

#: A decimal in a table with types has 38 digits, the most that Parquet, Arrow, DuckDB and Spark share: 20 before the
#: point, for 9999亿亿, and 18 behind it, for a third of 亿分之一 to twelve figures.
PRECISION: Final = 38
SCALE: Final = 18


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the flat record.

    Attributes:
        path: the field in a JSON Line, with a point before a nested name.
        type: `text`, `integer`, `decimal` (exact), or `date` (ISO: a text where the form has no dates).
        doc: what it says, in one line.
    """

    path: str
    type: ColumnType
    doc: str

    @property
    def name(self) -> str:
        """The column's name: `period_start` for `period.start`."""
        return self.path.replace(".", "_")


COLUMNS: Final = (
    Column("schema_version", "text", "version of the record"),
    Column("source", "text", "name of the document's file, or its path within the directory given"),
    Column("id", "text", "the claim; the same for the same document and place, run after run"),
    Column("kind", "text", "count, money, quantity, percentage, multiple, rank"),
    Column("aspect", "text", "level, change, share, gap, rank"),
    Column("indicator", "text", "what is measured, in the document's words"),
    Column("value", "decimal", "in the unit, 万 and 亿 multiplied out; the lower end of a range"),
    Column("upper", "decimal", "upper end of a range"),
    Column("bound", "text", "exact, approximate, more_than, at_least, less_than, at_most, range"),
    Column("unit", "text", "unit; none for a rank"),
    Column("period.text", "text", "the period, as the document said it"),
    Column("period.start", "date", "its first day"),
    Column("period.end", "date", "its last day; the first day again for a moment"),
    Column("region.name", "text", "reference area: full official name"),
    Column("region.code", "text", "its GB/T 2260 code"),
    Column("actor", "text", "the body that did it"),
    Column("status", "text", "actual, target"),
    Column("change.basis", "text", "of a change: yoy, mom, year_end, since, average, other"),
    Column("change.base.start", "date", "first day of the period it is measured against"),
    Column("change.base.end", "date", "last day of that period"),
    Column("change.text", "text", "the words that say so"),
    Column("share.whole", "text", "of a share: what it is part of"),
    Column("gap.than", "text", "of a gap: what it is measured from"),
    Column("rank.scope", "text", "of a rank: among whom"),
    Column("rank.region.name", "text", "the reference area whose members are ranked"),
    Column("rank.region.code", "text", "its code"),
    Column("rank.order", "text", "magnitude, time"),
    Column("rank.streak", "integer", "years running"),
    Column("part_of", "text", "id of the claim of the whole"),
    Column("repeats", "text", "id of the earlier claim that says the same"),
    Column("section", "text", "heading above"),
    Column("evidence.start", "integer", "first character of the number, a code point of the document's text"),
    Column("evidence.end", "integer", "the character behind its last"),
    Column("evidence.text", "text", "the number as printed"),
    Column("evidence.sentence.start", "integer", "first character of its sentence"),
    Column("evidence.sentence.end", "integer", "the character behind its last"),
    Column("evidence.page", "integer", "page, in a format with pages"),
    Column("rule", "text", "the rule that found it"),
)
NAMES: Final = tuple(column.name for column in COLUMNS)

#: What stands behind `source` in the row of a document of a corpus that failed; in a table that holds both, behind
#: the columns of the claims.
FAILURE: Final = (
    Column("error", "text", "of a document: unreadable, timeout, crash, failure; incomplete, warning where it has its claims all the same"),
    Column("reason", "text", "what is wrong, in words"),
)
