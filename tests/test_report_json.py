"""The JSON report: its shape is the one that is published."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from samples import TEXTS, nothing_comparable, story

from claimcheck.model.report import SCHEMA_VERSION, Report
from claimcheck.report.json import render


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    file = resources.files("claimcheck.report").joinpath("report.schema.json")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def test_schema_is_a_schema_of_the_current_version(schema: dict[str, Any]) -> None:
    """The published schema is well formed and speaks of the version that is written."""
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"]["const"] == SCHEMA_VERSION


@pytest.mark.parametrize("report", [story(), nothing_comparable(), Report(())], ids=["story", "nothing", "empty"])
def test_reports_fit_the_schema(report: Report, schema: dict[str, Any]) -> None:
    """Every report has the published shape, no more and no less."""
    checker = jsonschema.FormatChecker()
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(json.loads(render(report)))


def test_json_has_all_of_the_report() -> None:
    """Each finding with its identity and its sides, each side with the words that stand at its offsets."""
    report = story()
    written = json.loads(render(report))
    told = written["findings"]
    assert [(f["verdict"], f["rule"], f["measure"], f["message"], f["fingerprint"]) for f in told] == [
        (f.verdict.value, f.rule, f.measure, f.message, f.fingerprint) for f in report.findings]
    for side in (side for finding in told for side in finding["evidence"]):
        text, context = TEXTS[side["document"]], side["context"]
        assert text[side["start"] : side["end"]] == side["quote"]
        assert text[context["start"] : context["end"]] == context["text"]
        lines = text[: side["start"]].split("\n")
        assert (side["line"], side["column"]) == (len(lines), len(lines[-1]) + 1)
    assert [document["id"] for document in written["documents"]] == list(TEXTS)
    assert written["coverage"]["guarded"] == dict(report.coverage.guarded)
    assert [row["measure"] for row in written["matrix"]] == [row.measure for row in report.matrix]


def test_json_is_the_same_each_time() -> None:
    """Byte for byte, in the letters of the article."""
    assert render(story()) == render(story())
    assert "“It will take" in render(story())
