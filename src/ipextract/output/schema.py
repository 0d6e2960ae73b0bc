"""The JSON Schema of what `ipextract extract` writes, generated from the models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from ipextract.models import SCHEMA_VERSION, Extraction

if TYPE_CHECKING:
    from pydantic_core import core_schema


class _Generator(GenerateJsonSchema):
    """What `ipextract.output.json` writes: decimals as numbers, and every field, null where it has no value."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> dict[str, Any]:  # noqa: ARG002
        return {"type": "number"}

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002
        return True


def json_schema() -> dict[str, Any]:
    """The schema of one extraction, as plain dictionaries (JSON Schema 2020-12)."""
    schema = Extraction.model_json_schema(mode="serialization", schema_generator=_Generator)
    # What may be left out: the text by --omit-text, the page where the format has none, and what came to version 1 later.
    for record, fields in {"DocumentInfo": ("text",), "Evidence": ("page",), "Check": ("tolerance", "allowance")}.items():
        required = schema["$defs"][record]["required"]
        required[:] = [name for name in required if name not in fields]
    return {
        "$schema": _Generator.schema_dialect,
        "title": f"ipextract extraction, version {SCHEMA_VERSION}",
        **{k: v for k, v in schema.items() if k != "title"},
    }
