"""Exports, each against the published format: its rules stand here as schemas and readers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from test_cli import run
from test_properties import SENTENCES, extractor

import ipextract
from ipextract.models import Aspect, Bound, Extraction, Kind, Status
from ipextract.output.exports import FileTarget, FolderTarget, file_pieces, folder_pieces

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "wuxi-ip-2024.txt"
# Characters beyond U+FFFF before the numbers, a number that a line end parts, a whole and its part, a bound, a target.
LINES = "全市各级各部门坚持稳中求进工作总基调扎实推进各项工作\n" * 12
RELEASE = (
    "无锡市2024年知识产权情况𠮷😀\n2024年，全市专利授权量55853件，其中发明专利授权量13823件，占授权总量24.74%，同比增长17.64%。"
    "有效发明专利平均维持时间超7年。2025年，全市发明专利授权量力争达到15000件以上。\n"
)
BROKEN = LINES + "2024年，全市各类市场主体累计达到138\n23万户，注册资本总额大幅增加。\n"
DOCUMENTS = (RELEASE, BROKEN, SEED.read_text(encoding="utf-8"))


def extracted(*texts: str) -> list[Extraction]:
    out = []
    for number, text in enumerate(texts):
        result = extractor().extract(text)
        out.append(result.model_copy(update={"document": result.document.model_copy(update={"source": f"{number}.txt"})}))
    return out


def file(results: list[Extraction], target: FileTarget, base: str | None = None) -> str:
    return "".join(file_pieces(results, target, "ipextract 1.2.3", base))


def folder(results: list[Extraction], target: FolderTarget) -> tuple[dict[str, str], list[str]]:
    files: dict[str, str] = {}
    notes: list[str] = []
    for name, text in folder_pieces(results, target, notes.append):
        files[name] = files.get(name, "") + text
    return files, notes


@pytest.fixture(scope="module")
def results() -> list[Extraction]:
    return extracted(*DOCUMENTS)


def test_the_documents_are_what_the_tests_need(results: list[Extraction]) -> None:
    claims = [claim for result in results for claim in result.claims]
    assert any("\n" in claim.evidence.text for claim in results[1].claims)
    assert {"𠮷", "😀"} <= set((results[0].document.text or "")[: results[0].claims[0].evidence.start])
    assert any(claim.part_of for claim in claims)
    assert any(claim.repeats for claim in claims)
    assert {claim.status for claim in claims} == {"actual", "target"}
    assert {"exact", "more_than", "at_least"} <= {claim.bound for claim in claims}


# W3C Web Annotation Data Model, Recommendation of 23 February 2017: sections 3 (annotations, textual bodies),
# 4.2.4 and 4.2.5 (selectors), 5 (collections and pages)

IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$"}
MOTIVATIONS = "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging".split()
WEB_ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"type": "integer", "minimum": 0},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": MOTIVATIONS},
                "generator": {"type": "object", "required": ["type"], "properties": {"type": {"enum": ["Person", "Organization", "Software"]}, "name": {"type": "string"}}},
                "body": {"type": "array", "items": {"oneOf": [{"$ref": "#/$defs/textual"}, {"$ref": "#/$defs/specific"}]}},
                "target": {"allOf": [{"$ref": "#/$defs/specific"}, {"required": ["selector"]}]},
            },
            "not": {"required": ["bodyValue"]},
        },
        "textual": {
            "type": "object",
            "required": ["type", "value"],
            "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}, "format": {"type": "string", "pattern": "^[a-z]+/[a-z.+-]+$"}, "purpose": {"enum": MOTIVATIONS}},
        },
        "specific": {
            "type": "object",
            "required": ["source"],
            "properties": {
                "source": IRI,
                "purpose": {"enum": MOTIVATIONS},
                "selector": {"type": "array", "minItems": 1, "items": {"oneOf": [{"$ref": "#/$defs/position"}, {"$ref": "#/$defs/quotation"}]}},
            },
        },
        "position": {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {"type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0}},
        },
        "quotation": {
            "type": "object",
            "required": ["type", "exact"],
            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string"}, "prefix": {"type": "string"}, "suffix": {"type": "string"}},
        },
    },
}


def test_web_annotations_are_of_the_data_model(results: list[Extraction]) -> None:
    Draft202012Validator.check_schema(WEB_ANNOTATION)
    for made in (results, results[:1], extracted("没有数字。")):
        collection = json.loads(file(made, "webannotation"))
        assert not list(Draft202012Validator(WEB_ANNOTATION).iter_errors(collection))
        items = collection["first"]["items"]
        assert collection["total"] == len(items) == sum(len(result.claims) for result in made)
        assert len({one["id"] for one in items}) == len(items)


def test_both_selectors_select_the_number(results: list[Extraction]) -> None:
    items = iter(json.loads(file(results, "webannotation"))["first"]["items"])
    for result in results:
        text = result.document.text or ""
        for claim in result.claims:
            position, quotation = next(items)["target"]["selector"]
            assert text[position["start"] : position["end"]] == quotation["exact"] == claim.evidence.text
            around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert text[position["start"] - len(quotation["prefix"]) :].startswith(around)
            assert len(quotation["prefix"]) == min(32, position["start"])
            assert len(quotation["suffix"]) == min(32, len(text) - position["end"])


def test_bodies_say_the_claim_and_lead_to_the_whole(results: list[Extraction]) -> None:
    items = json.loads(file(results[:1], "webannotation"))["first"]["items"]
    by_claim = {json.loads(one["body"][2]["value"])["id"]: one for one in items}
    for claim in results[0].claims:
        bodies = by_claim[claim.id]["body"]
        assert json.loads(bodies[2]["value"], parse_float=Decimal, parse_int=Decimal)["value"] == claim.value
        assert bodies[1]["value"].startswith(f"{claim.indicator}: ")
        assert [body["source"] for body in bodies[3:]] == ([by_claim[claim.part_of]["id"]] if claim.part_of else [])
    assert "percentage share" in {one["body"][0]["value"] for one in items}


def test_a_document_is_named_by_its_hash_or_its_address(results: list[Extraction]) -> None:
    named = {one["target"]["source"] for one in json.loads(file(results, "webannotation"))["first"]["items"]}
    assert len(named) == len(results)
    assert all(re.fullmatch(r"ni:///sha-256;[A-Za-z0-9_-]{43}", name) for name in named)
    renamed = results[0].model_copy(update={"document": results[0].document.model_copy(update={"source": "2024/无锡 公报.txt"})})
    [address] = {one["target"]["source"] for one in json.loads(file([renamed], "webannotation", "https://example.org/releases/"))["first"]["items"]}
    assert address == "https://example.org/releases/2024/%E6%97%A0%E9%94%A1%20%E5%85%AC%E6%8A%A5.txt"


def test_an_annotation_is_the_same_run_after_run(results: list[Extraction]) -> None:
    assert file(results, "webannotation") == file(extracted(*DOCUMENTS), "webannotation")


# Label Studio: the basic JSON format of tasks with predictions, and the interface that docs/exports.md shows

LABEL_STUDIO = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "additionalProperties": False,
        "properties": {
            "data": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
            "predictions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["result"],
                    "properties": {"model_version": {"type": "string"}, "result": {"type": "array", "items": {"oneOf": [{"$ref": "#/$defs/region"}, {"$ref": "#/$defs/relation"}]}}},
                },
            },
        },
    },
    "$defs": {
        "region": {
            "type": "object",
            "required": ["id", "from_name", "to_name", "type", "value"],
            "properties": {
                "type": {"enum": ["labels", "choices", "textarea"]},
                "value": {
                    "type": "object",
                    "required": ["start", "end"],
                    "properties": {
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 1},
                        "labels": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                        "choices": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    },
                },
            },
        },
        "relation": {
            "type": "object",
            "required": ["type", "from_id", "to_id", "direction"],
            "properties": {"type": {"const": "relation"}, "direction": {"enum": ["left", "right", "bi"]}, "labels": {"type": "array", "items": {"type": "string"}}},
        },
    },
}


def interface() -> ET.Element:
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    return ET.fromstring(re.findall(r"```xml\n(.*?)```", page, re.DOTALL)[0])  # noqa: S314 - our own page


def test_tasks_are_of_the_format_and_fit_the_interface_of_the_page(results: list[Extraction]) -> None:
    tasks = json.loads(file(results, "labelstudio"))
    assert not list(Draft202012Validator(LABEL_STUDIO).iter_errors(tasks))
    view = interface()
    controls = {tag.get("name"): tag for tag in view.iter() if tag.get("toName")}
    types = {"Labels": "labels", "Choices": "choices", "TextArea": "textarea"}
    texts = {tag.get("name"): (tag.get("value") or "").removeprefix("$") for tag in view.iter("Text")}
    relations = {tag.get("value") for tag in view.iter("Relation")}
    for task in tasks:
        [prediction] = task["predictions"]
        assert prediction["model_version"] == "ipextract 1.2.3"
        regions = {one["id"] for one in prediction["result"] if one["type"] == "labels"}
        for one in prediction["result"]:
            if one["type"] == "relation":
                assert {one["from_id"], one["to_id"]} <= regions
                assert set(one["labels"]) <= relations
                continue
            control = controls[one["from_name"]]
            assert texts[one["to_name"]] in task["data"]
            assert (one["to_name"], one["type"]) == (control.get("toName"), types[control.tag])
            assert one["id"] in regions
            assert control.tag == "Labels" or control.get("perRegion") == "true"
            if one["type"] in ("labels", "choices"):
                assert set(one["value"][one["type"]]) <= {tag.get("value") for tag in control}
    assert {name for task in tasks for one in task["predictions"][0]["result"] if "from_name" in one for name in [one["from_name"]]} == set(controls)


def test_the_interface_offers_what_a_record_may_say() -> None:
    controls = {tag.get("name"): [one.get("value") for one in tag] for tag in interface().iter() if tag.get("toName")}
    assert {name: tuple(values) for name, values in controls.items() if values} == {
        "kind": get_args(Kind), "aspect": get_args(Aspect), "bound": get_args(Bound), "status": get_args(Status),
    }


def test_regions_count_code_points_as_label_studio_does(results: list[Extraction]) -> None:
    for task, result in zip(json.loads(file(results, "labelstudio")), results, strict=True):
        labels = [one for one in task["predictions"][0]["result"] if one["type"] == "labels"]
        for one, claim in zip(labels, result.claims, strict=True):
            assert task["data"]["text"][one["value"]["start"] : one["value"]["end"]] == one["value"]["text"] == claim.evidence.text


# doccano: JSON Lines with the columns text and label, as its importer reads them


def test_lines_are_what_doccano_imports(results: list[Extraction]) -> None:
    lines = file(results, "doccano").splitlines()
    assert len(lines) == len(results)
    for line, result in zip(map(json.loads, lines), results, strict=True):
        assert isinstance(line["text"], str)
        assert line["text"]
        assert len(line["label"]) == len(result.claims)
        for start, end, label in line["label"]:
            assert isinstance(label, str)
            assert label
            assert 0 <= start < end
        assert not {"id", "entities", "relations", "cats"} & line.keys()


def test_offsets_are_those_of_a_javascript_string(results: list[Extraction]) -> None:
    for line, result in zip(map(json.loads, file(results, "doccano").splitlines()), results, strict=True):
        units = line["text"].encode("utf-16-le")
        for (start, end, _), claim in zip(line["label"], result.claims, strict=True):
            assert units[2 * start : 2 * end].decode("utf-16-le") == claim.evidence.text
    assert json.loads(file(results[:1], "doccano"))["label"][0][0] == results[0].claims[0].evidence.start + 2


# brat: the standoff format as its page and its reader have it


def read_standoff(text: str, annotations: str) -> dict[str, tuple[Any, ...]]:
    """The annotations by their ids, as strictly as brat's own reader."""
    out: dict[str, tuple[Any, ...]] = {}
    for line in annotations.split("\n")[:-1]:
        assert line.splitlines() == [line]
        identity, data, *tail = line.split("\t")
        assert re.fullmatch(r"[TAR#][1-9]\d*", identity)
        assert identity not in out
        match identity[0]:
            case "T":
                found = re.fullmatch(r"([A-Za-z_-]+) (\d+ \d+(?:;\d+ \d+)*)", data)
                assert found is not None, line
                spans = [tuple(map(int, span.split(" "))) for span in found[2].split(";")]
                assert all(0 <= start < end <= len(text) for start, end in spans)
                assert all(before[1] < after[0] for before, after in pairwise(spans))
                assert tail == [" ".join(text[start:end] for start, end in spans)]
                out[identity] = (found[1], spans)
            case "A":
                out[identity] = tuple(data.split(" "))
                assert len(out[identity]) == 3
                assert tail == []
            case "R":
                found = re.fullmatch(r"([A-Za-z_-]+) Arg1:(T\d+) Arg2:(T\d+)", data)
                assert found is not None, line
                assert tail == [""]
                out[identity] = found.groups()
            case "#":
                kind, target = data.split(" ")
                assert kind == "AnnotatorNotes"
                out[identity] = (target, *tail)
                assert len(out[identity]) == 2
    for identity, annotation in out.items():
        targets = {"A": annotation[1:2], "R": annotation[1:], "#": annotation[:1], "T": ()}[identity[0]]
        assert all(target in out for target in targets)
    return out


def read_configuration(text: str) -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    for line in filter(None, text.split("\n")):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), {})
        else:
            name, _, arguments = line.partition("\t")
            section[name] = arguments
    return sections


def test_standoff_is_read_by_the_rules_and_declared_in_the_configuration(results: list[Extraction]) -> None:
    files, _ = folder(results, "brat")
    assert set(files) == {"annotation.conf", "0.txt", "0.ann", "1.txt", "1.ann", "2.txt", "2.ann"}
    configuration = read_configuration(files["annotation.conf"])
    assert list(configuration) == ["entities", "relations", "events", "attributes"]
    values = {name: set(arguments.rpartition("Value:")[2].split("|")) for name, arguments in configuration["attributes"].items()}
    for number, result in enumerate(results):
        assert files[f"{number}.txt"] == result.document.text
        annotations = read_standoff(files[f"{number}.txt"], files[f"{number}.ann"])
        entities = [one for identity, one in annotations.items() if identity[0] == "T"]
        assert [(kind, spans[0][0], spans[-1][1]) for kind, spans in entities] == [(claim.kind, claim.evidence.start, claim.evidence.end) for claim in result.claims]
        assert {kind for kind, _ in entities} <= configuration["entities"].keys()
        for identity, one in annotations.items():
            if identity[0] == "A":
                assert one[2] in values[one[0]]
            if identity[0] == "R":
                assert one[0] in configuration["relations"]
        relations = Counter(one[0] for identity, one in annotations.items() if identity[0] == "R")
        assert relations["part_of"] == sum(claim.part_of is not None for claim in result.claims)
        assert relations["repeats"] == sum(claim.repeats is not None for claim in result.claims)


def test_a_number_that_a_line_break_parts_is_fragments(results: list[Extraction]) -> None:
    files, _ = folder(results[1:2], "brat")
    [line] = [line for line in files["1.ann"].splitlines() if line.startswith("T") and ";" in line]
    _, data, text = line.split("\t")
    assert text == "138 23万户"
    (start, middle), (after, end) = (map(int, span.split(" ")) for span in data.split(" ", 1)[1].split(";"))
    assert (middle, after) == (start + 3, start + 4)
    assert files["1.txt"][start:end] == "138\n23万户"


def test_documents_keep_their_places_and_do_not_fall_together() -> None:
    names = ["a.txt", "a.txt", "2024/a.txt", "a.pdf", "a", "../b.txt", "/etc/c.txt", "-", ".."]
    [result] = extracted("专利5件")
    renamed = [result.model_copy(update={"document": result.document.model_copy(update={"source": name})}) for name in names]
    files, _ = folder(renamed, "brat")
    assert [name for name in files if name.endswith(".ann")] == [
        "a.ann", "a-2.ann", "2024/a.ann", "a.pdf.ann", "a-3.ann", "b.ann", "etc/c.ann", "-.ann", "document.ann",
    ]


@given(st.lists(SENTENCES, min_size=1, max_size=4), st.sampled_from(["\n", "\r", "\u2028", "\x0b", "\t", "𠮷"]))
def test_every_document_is_good_standoff_and_its_numbers_are_found_everywhere(sentences: list[str], mark: str) -> None:
    text = mark.join(sentences)
    [result] = extracted(text)
    files, _ = folder([result], "brat")
    read_standoff(files["0.txt"], files["0.ann"])
    assert not list(Draft202012Validator(WEB_ANNOTATION).iter_errors(json.loads(file([result], "webannotation"))))
    assert not list(Draft202012Validator(LABEL_STUDIO).iter_errors(json.loads(file([result], "labelstudio"))))
    line = json.loads(file([result], "doccano"))
    units = line["text"].encode("utf-16-le")
    assert [units[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in line["label"]] == [claim.evidence.text for claim in result.claims]
    read_import(folder([result], "datacommons")[0])


# Data Commons: MCF and TMCF as docs/mcf_format.md of its repository has them, and what its importer checks of a node

DCID = re.compile(r"(?a:[\w&/%)(+\-.:]{1,256})")
REFERENCES = {"typeOf", "observationAbout", "variableMeasured", "unit", "measurementMethod", "measurementDenominator", "populationType", "measuredProperty", "statType", "containedInPlace"}


def read_mcf(text: str) -> dict[str, dict[str, str]]:
    """Nodes with their properties."""
    nodes: dict[str, dict[str, str]] = {}
    for block in text.strip("\n").split("\n\n"):
        lines = [line.split(": ", 1) for line in block.split("\n")]
        assert lines[0][0] == "Node"
        node = lines[0][1]
        assert node not in nodes
        nodes[node] = dict(lines[1:])
        assert len(nodes[node]) == len(lines) - 1
        assert "typeOf" in nodes[node]
    return nodes


def reference(value: str) -> str:
    """What a reference points to, without its namespace."""
    prefix, name = value.split(":", 1)
    assert prefix in ("dcid", "dcs", "schema")
    assert DCID.fullmatch(name), name
    return name


def read_import(files: dict[str, str]) -> list[dict[str, str]]:
    """The observations of an import: rows in the names of the properties."""
    assert set(files) == {"observations.csv", "observations.tmcf", "nodes.mcf"}
    [template] = read_mcf(files["observations.tmcf"]).values()
    assert template.pop("typeOf") == "dcs:StatVarObservation"
    rows = list(csv.DictReader(io.StringIO(files["observations.csv"], newline="")))
    columns = {name: re.fullmatch(r"C:observations->(\w+)", value) for name, value in template.items()}
    nodes = read_mcf(files["nodes.mcf"]) if files["nodes.mcf"] else {}
    for node, properties in nodes.items():
        reference(node)
        for name, value in properties.items():
            if name in REFERENCES:
                assert value in nodes or reference(value).startswith("country/") or value.split(":")[0] in ("dcs", "schema")
            else:
                assert re.fullmatch(r'"(?:[^"\\]|\\.)*"', value), value
        if properties["typeOf"] == "dcs:StatisticalVariable":
            assert {"name", "populationType", "measuredProperty", "statType"} <= properties.keys()
    out = []
    for row in rows:
        found = {name: row[column[1]] for name, column in columns.items() if column is not None}
        assert len(found) == len(template)
        assert all(found[name] for name in ("observationAbout", "variableMeasured", "observationDate", "value"))
        for name in REFERENCES & found.keys():
            assert not found[name] or found[name] in nodes or found[name] == "dcid:country/CHN"
        assert nodes[found["variableMeasured"]]["typeOf"] == "dcs:StatisticalVariable"
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", found["observationDate"])
        assert re.fullmatch(r"(P\d+[YMD])?", found["observationPeriod"])
        assert re.fullmatch(r"-?\d+(\.\d+)?", found["value"])
        out.append(found | {"name": nodes[found["variableMeasured"]]["name"].strip('"'), "claim": row["claim"], "source": row["source"]})
    return out


def test_every_claim_is_an_observation_or_is_counted_among_the_others(results: list[Extraction]) -> None:
    files, notes = folder(results, "datacommons")
    observations = read_import(files)
    claims = {claim.id: claim for result in results for claim in result.claims}
    for one in observations:
        assert Decimal(one["value"]) == claims[one["claim"]].value
    [note] = notes
    left = re.match(r"(\d+) claims are no observations: ", note)
    assert left is not None
    assert len(observations) + int(left[1]) == len(claims)


@pytest.mark.parametrize(
    ("text", "day", "length"),
    [
        ("2024年无锡市专利授权量5件", "2024", "P1Y"),
        ("2024年上半年，无锡市专利授权量5件", "2024-06", "P6M"),
        ("2024年6月，无锡市专利授权量5件", "2024-06", "P1M"),
        ("2024年1—9月，无锡市专利授权量5件", "2024-09", "P9M"),
        ("截至2024年底，无锡市有效专利5件", "2024-12-31", ""),
        ("“十四五”时期，无锡市专利授权量5件", "2025", "P5Y"),
    ],
)
def test_times(text: str, day: str, length: str) -> None:
    [one] = read_import(folder(extracted(text), "datacommons")[0])
    assert (one["observationDate"], one["observationPeriod"]) == (day, length)


@pytest.mark.parametrize(
    ("text", "place"),
    [("2024年全国专利授权量5件", "dcid:country/CHN"), ("2024年江苏省专利授权量5件", "dcid:gb2260/320000"), ("2024年无锡市专利授权量5件", "dcid:gb2260/320200"), ("2024年江阴市专利授权量5件", "dcid:gb2260/320281")],
)
def test_places(text: str, place: str) -> None:
    files, _ = folder(extracted(text), "datacommons")
    [one] = read_import(files)
    assert one["observationAbout"] == place
    levels = {"dcid:gb2260/320000": 1, "dcid:gb2260/320200": 2, "dcid:gb2260/320281": 3}
    if place in levels:
        assert read_mcf(files["nodes.mcf"])[place]["typeOf"] == f"dcs:AdministrativeArea{levels[place]}"


def test_a_place_without_a_code_is_a_node_of_its_own() -> None:
    [result] = extracted("2024年无锡市专利授权量5件")
    [claim] = result.claims
    for code in (None, "X 1"):
        changed = claim.model_copy(update={"region": ipextract.Region(name='惠山"高新"区', code=code)})
        files, _ = folder([result.model_copy(update={"claims": (changed,)})], "datacommons")
        [one] = read_import(files)
        assert one["observationAbout"].startswith("dcid:ipextract/place/")


def test_a_variable_is_what_is_stated_and_the_same_in_another_release(results: list[Extraction]) -> None:
    files, _ = folder(results[:1], "datacommons")
    variables = {one["name"]: one for one in read_import(files)}
    assert {"专利授权量", "发明专利授权量", "发明专利授权量 (share, of 授权总量)", "发明专利授权量 (change, yoy)", "发明专利授权量 (target level)"} <= set(variables)
    nodes = read_mcf(files["nodes.mcf"])
    share = nodes[variables["发明专利授权量 (share, of 授权总量)"]["variableMeasured"]]
    assert nodes[share["measurementDenominator"]]["name"] == '"授权总量"'
    [other] = read_import(folder(extracted("2019年，扬州市发明专利授权量77项。"), "datacommons")[0])
    assert other["variableMeasured"] == variables["发明专利授权量"]["variableMeasured"]
    assert other["unit"] != variables["发明专利授权量"]["unit"]


def test_a_bound_is_a_method_of_its_own(results: list[Extraction]) -> None:
    files, _ = folder(results[:1], "datacommons")
    methods = {one["name"]: one["measurementMethod"] for one in read_import(files)}
    assert methods["有效发明专利平均维持时间"] == "dcid:ipextract/moreThan"
    assert methods["发明专利授权量"] == "dcid:ipextract/exact"


def test_what_is_no_observation_is_said_with_the_reason() -> None:
    text = "2024年，无锡市失业率5%—8%。\n2024年，无锡市商标注册量77件。\n2024年，无锡市商标注册量77件。\n"
    files, notes = folder(extracted(text, "专利5件。"), "datacommons")
    assert len(read_import(files)) == 1
    assert notes == ["3 claims are no observations: 1 are ranges, 1 have no region, 1 repeat another"]


# The command


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "无锡.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.mark.parametrize("target", ["webannotation", "labelstudio", "doccano"])
def test_one_file_is_written_to_standard_output_or_to_a_file(release: Path, tmp_path: Path, target: str) -> None:
    ended = run("export", "--to", target, release)
    assert ended.code == 0
    assert ended.err.count("\n") == 1
    assert "13823件" in json.dumps(json.loads(ended.out), ensure_ascii=False)
    assert f"ipextract {ipextract.__version__}" in ended.out or target == "doccano"
    out = tmp_path / "out.json"
    assert run("export", "-q", "--to", target, release, "-o", out).out == ""
    assert out.read_text(encoding="utf-8") == ended.out


@pytest.mark.parametrize(("target", "names"), [("brat", {"annotation.conf", "无锡.txt", "无锡.ann"}), ("datacommons", {"observations.csv", "observations.tmcf", "nodes.mcf"})])
def test_a_folder_appears_whole(release: Path, tmp_path: Path, target: str, names: set[str]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert run("export", "-q", "--to", target, release, tmp_path / "none.txt", "-o", out).code == 1
    assert {path.name for path in out.iterdir()} == names
    again = run("export", "-q", "--to", target, release, "-o", out)
    assert (again.code, again.err) == (1, f"ipextract: {out}: cannot be written: it is there already and not empty; name a new folder\n")
    assert {path.name for path in tmp_path.iterdir()} == {"无锡.txt", "out"}


def test_where_every_input_fails_no_folder_is_made(tmp_path: Path) -> None:
    assert run("export", "-q", "--to", "brat", tmp_path / "none.txt", "-o", tmp_path / "out").code == 1
    assert not list(tmp_path.iterdir())


def test_an_input_is_never_overwritten(release: Path) -> None:
    ended = run("export", "-q", "--to", "brat", release, "-o", release.parent)
    assert ended.code == 1
    assert release.read_text(encoding="utf-8") == RELEASE


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--to", "brat", "a.txt"], "name a folder with -o"),
        (["--to", "datacommons", "a.txt"], "name a folder with -o"),
        (["--to", "gate", "a.txt"], "gate"),
        (["a.txt"], "--to"),
        (["--to", "doccano", "a.txt", "-o", "a.txt"], "also an input"),
        (["--to", "doccano", "--base-url", "https://example.org/", "a.txt"], "webannotation"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    ended = run("export", *arguments, cwd=tmp_path)
    assert ended.code == 2
    assert complaint in ended.err
