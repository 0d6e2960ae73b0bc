"""Spark, on a session of its own: its claims are the library's. Skipped where Java or PySpark is missing."""

from __future__ import annotations

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from test_arrow import texts

from ipextract.corpora.arrow import TABLE, extract_table, schema
from ipextract.spark import SCHEMA, extract_claims

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytest.importorskip("pyspark", reason="PySpark is not installed: pip install 'ipextract[spark]'")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java, and there is none", allow_module_level=True)

# What is compared at the least; the number that is promised takes minutes: SPARK_DOCUMENTS=2000.
DOCUMENTS = int(os.environ.get("SPARK_DOCUMENTS", "60"))


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        warnings.simplefilter("ignore")  # those of Spark itself
        session = (
            SparkSession.builder.master("local[2]")
            .appName("ipextract")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.local.dir", str(folder))
            .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "16")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate()
        )
        yield session
        session.stop()


def in_order(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(found, key=repr)


def test_the_claims_of_spark_are_those_of_the_library(spark: SparkSession) -> None:
    corpus: list[tuple[int, str | None]] = [*enumerate(texts(DOCUMENTS))]
    corpus += [(DOCUMENTS, None), (DOCUMENTS + 1, ""), (DOCUMENTS + 2, f"专利{10**30}件。")]
    frame = spark.createDataFrame(corpus, "number BIGINT, body STRING").repartition(4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = [tuple(row) for row in extract_claims(frame, text="body", id="number").collect()]
    table = pa.table({"id": [str(number) for number, _ in corpus], "text": pa.array([text for _, text in corpus], pa.string())})
    expected = [tuple(row.values()) for row in extract_table(table).to_pylist()]
    assert len(expected) > DOCUMENTS
    assert in_order(found) == in_order(expected)
    place = [column.name for column in TABLE].index("error")
    assert sorted(row[place] for row in found if row[place]) == ["incomplete", "unreadable"]


def test_the_schema_is_the_one_of_the_columns(spark: SparkSession) -> None:
    from pyspark.sql.types import StructType

    made = spark.createDataFrame([], SCHEMA).schema
    assert isinstance(made, StructType)
    assert made.names == schema().names
    types = {"string": "string", "bigint": "int64", "decimal(38,18)": "decimal128(38, 18)", "date": "date32[day]"}
    assert [types[field.dataType.simpleString()] for field in made.fields] == [str(field.type) for field in schema()]


def test_the_example_of_the_page_runs(spark: SparkSession, tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "text": ["专利5件。"]}), tmp_path / "notices")
    page = (Path(__file__).parents[1] / "docs" / "corpora.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    for name in ("notices", "claims"):  # Java stays in the directory that it was started in
        example = example.replace(f'"{name}")', f'"{tmp_path / name}")')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(example, "corpora.md", "exec"), {"spark": spark})  # noqa: S102 - our own page
    (row,) = pq.read_table(tmp_path / "claims").to_pylist()
    assert (row["source"], row["value"], row["error"]) == ("a", 5, None)


def test_nothing_is_left_where_the_tests_ran(spark: SparkSession) -> None:  # noqa: ARG001 - it has run
    assert not Path("spark-warehouse").exists()
