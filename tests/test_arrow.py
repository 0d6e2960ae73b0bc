"""Tables of texts, as Ray, Dask and Spark hand them over: their claims are the library's, and a failure is a row."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

import ipextract
from ipextract.corpora.arrow import TABLE, extract_pieces, extract_table, schema
from ipextract.output.arrow import typed
from ipextract.output.columns import COLUMNS, FAILURE

FIXTURES = Path(__file__).parents[1] / "fixtures"


def texts(number: int) -> list[str]:
    """Releases: the lines of each fixture in an order of their own."""
    draw = random.Random(number)  # noqa: S311 - an order, and no secret
    releases = [path.read_text(encoding="utf-8").splitlines() for path in sorted(FIXTURES.glob("*.txt"))]
    made = []
    for count in range(number):
        title, *lines = releases[count % len(releases)]
        made.append("\n".join([title, *draw.sample(lines, len(lines))]))
    return made


def of_library(documents: dict[str, str]) -> list[dict[str, Any]]:
    """What the table must hold, by way of the library alone."""
    nothing = dict.fromkeys(column.name for column in FAILURE)
    out = []
    for source, text in documents.items():
        for row in ipextract.extract(text).rows():
            row["source"] = source
            out.append(typed(row, pytest.fail) | nothing)
    return out


def test_the_claims_of_a_table_are_those_of_the_library() -> None:
    documents = {f"文{number}": text for number, text in enumerate(texts(14))}
    found = extract_table(pa.table({"id": list(documents), "text": list(documents.values())}))
    assert found.schema == schema()
    assert found.to_pylist() == of_library(documents)


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_texts_come_as_any_kind_of_text_and_ids_as_anything(kind: pa.DataType) -> None:
    table = pa.table({"number": pa.array([7, None]), "body": pa.array(["专利5件。", "商标6件。"]).cast(kind)})
    found = extract_table(table, text="body", id="number")
    assert found.column("source").to_pylist() == ["7", "<text>"]
    assert found.column("value").to_pylist() == [Decimal(5), Decimal(6)]
    assert extract_table(table, text="body", id=None).column("source").to_pylist() == ["<text>", "<text>"]


def test_a_document_that_fails_is_a_row_and_the_others_are_done() -> None:
    table = pa.table({"id": ["a", "b", "c"], "text": [None, "专利5件。", f"商标{10**30}件。"]})
    found = extract_table(table).to_pylist()
    assert [(row["source"], row["error"]) for row in found] == [("a", "unreadable"), ("b", None), ("c", None), ("c", "incomplete")]
    assert found[0]["reason"] == "this is no text"
    assert "more digits" in found[3]["reason"]
    assert all(found[0][column.name] is None for column in COLUMNS if column.name != "source")


def test_what_is_handed_over_together_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ipextract.corpora.arrow._PIECE", 10)
    table = pa.table({"text": texts(6)})
    pieces = list(extract_pieces(table, id=None))
    assert len(pieces) == 6
    assert pa.Table.from_batches(pieces).to_pylist() == extract_table(table, id=None).to_pylist()


def test_a_table_without_documents_has_the_columns_all_the_same() -> None:
    found = extract_table(pa.table({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}))
    assert found.num_rows == 0
    assert found.schema.names == [column.name for column in TABLE]


def test_a_table_without_the_columns_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        extract_table(pa.table({"body": ["5件"]}), id=None)


def test_a_partition_of_pandas_as_dask_hands_it_over() -> None:
    def work(part: pd.DataFrame) -> pd.DataFrame:
        return extract_table(pa.Table.from_pandas(part)).to_pandas(types_mapper=pd.ArrowDtype)

    meta = schema().empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    found = work(pd.DataFrame({"id": ["a", "b"], "text": ["专利5件。", "商标6件。"]}, index=[5, 6]))
    assert list(found.dtypes) == list(meta.dtypes)
    assert found["value"].tolist() == [Decimal(5), Decimal(6)]
