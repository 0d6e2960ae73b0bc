"""Claims on Spark, from a column of texts. Needs the extra `spark`, here and on the machines that do the work.

>>> claims = extract_claims(spark.read.parquet("notices"), text="text", id="id")
>>> claims.where("error IS NULL").write.parquet("claims")
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from ipextract.corpora.arrow import TABLE, extract_pieces
from ipextract.language.segmenter import EngineName
from ipextract.output.columns import PRECISION, SCALE, ColumnType

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

_TYPES: Final[dict[ColumnType, str]] = {"text": "STRING", "integer": "BIGINT", "decimal": f"DECIMAL({PRECISION}, {SCALE})", "date": "DATE"}

#: The schema of what `extract_claims` gives, as Spark's DDL: the columns of docs/tables.md, then `error` and `reason`.
SCHEMA: Final = ", ".join(f"{column.name} {_TYPES[column.type]}" for column in TABLE)


def extract_claims(df: DataFrame, text: str = "text", id: str = "id", *, segmenter: EngineName = "auto", lexicon: str | None = None) -> DataFrame:  # noqa: A002
    """One row a claim, and for each document that failed a row with `source`, `error` and `reason`.

    Nothing is done before the result is asked for. The extractor is built once in each of Spark's Python workers.

    Args:
        df: has a row a document.
        text: its column of texts.
        id: the column whose values, as texts, become `source`.
        segmenter: as for `ipextract.Extractor`.
        lexicon: the path of a user's lexicon, which every machine must have.
    """

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from extract_pieces(batch, segmenter=segmenter, lexicon=lexicon)

    return df.select(df[id].cast("string").alias("id"), df[text].alias("text")).mapInArrow(work, SCHEMA)
