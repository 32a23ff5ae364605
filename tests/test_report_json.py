"""The JSON report: its shape is the one that is published."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from conftest import Golden
from samples import nothing_comparable, story

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


def test_json_report_is_as_reviewed(golden: Golden) -> None:
    """The JSON of the sample story, byte for byte."""
    golden("report.json", render(story()))
