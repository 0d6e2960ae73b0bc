"""Records: those the program makes are those it would have checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from ipextract.extractor import Extractor
from ipextract.models import Claim, Extraction, Numeral, Period, Record, Region, made

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted((ROOT / "fixtures").glob("*.txt")), ROOT / "seeds" / "wuxi-ip-2024.txt"]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_made_passes_every_check(path: Path, extractor: Extractor) -> None:
    found = extractor.extract_file(path)
    fields = {name: getattr(found, name) for name in Extraction.model_fields}
    checked = Extraction.model_validate({**found.model_dump(), "origins": found.origins, "warnings": found.warnings}, strict=True)
    assert checked == found
    assert checked.to_json() == found.to_json()
    assert list(found.__dict__) == list(fields)


@pytest.mark.parametrize("path", DOCUMENTS[-1:], ids=lambda path: path.stem)
def test_plain_dictionaries_are_those_of_pydantic(path: Path, extractor: Extractor) -> None:
    found = extractor.extract_file(path)
    dumped = found.model_dump(mode="python")
    for claim in dumped["claims"]:
        if claim["evidence"]["page"] is None:
            del claim["evidence"]["page"]
    assert found.to_dict() == dumped


def test_a_made_record_is_one_like_any_other() -> None:
    record = made(Period, text="2024年", start="2024-01-01")
    assert record == Period(text="2024年", start="2024-01-01")
    assert hash(record) == hash(Period(text="2024年", start="2024-01-01"))
    assert record.model_fields_set == {"text", "start"}
    assert record.model_copy(update={"end": "2024-12-31"}).end == "2024-12-31"
    assert Period.model_validate_json(record.model_dump_json()) == record
    with pytest.raises(ValidationError):
        record.text = "2025年"  # type: ignore[misc]


@pytest.mark.parametrize("wrong", [{"name": 1}, {"name": "全国", "size": 2}, {}])
def test_a_user_s_record_is_checked(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Region(**wrong)  # type: ignore[arg-type]


def test_every_record_knows_its_fields() -> None:
    for record in Record.__subclasses__():
        assert list(record.blank) == list(record.model_fields)
    assert made(Numeral, start=0, end=1, text="5", role="name").claims == ()
    assert "value" in Claim.blank
