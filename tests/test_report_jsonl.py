"""The findings as JSON lines: each is one of the findings of the JSON report."""

from __future__ import annotations

import json
from importlib import resources

import jsonschema
from hypothesis import given, settings
from report_samples import ANY_STORIES, OPTIONS, SEVERAL

from claimcheck.model.report import SCHEMA_VERSION, StoryReport
from claimcheck.report.jsonl import render


def test_lines_are_findings_of_the_published_schema() -> None:
    """Beside version and story a line holds what a finding of the JSON report holds."""
    file = resources.files("claimcheck.report").joinpath("report.schema.json")
    schema = json.loads(file.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/finding", "$defs": schema["$defs"]})
    lines = [json.loads(line) for line in render(SEVERAL, OPTIONS).splitlines()]
    assert len(lines) == sum(len(story.report.findings) for story in SEVERAL)
    for line in lines:
        assert (line.pop("schema"), line.pop("story")) == (SCHEMA_VERSION, "stories/plant")
        validator.validate(line)


@settings(max_examples=40, deadline=None)
@given(ANY_STORIES)
def test_lines_say_what_the_report_says(stories: tuple[StoryReport, ...]) -> None:
    """Reading the lines gives the findings back, in their order."""
    read = [json.loads(line) for line in render(stories, OPTIONS).split("\n")[:-1]]
    assert [{k: v for k, v in line.items() if k not in ("schema", "story")} for line in read] == [
        json.loads(json.dumps(finding)) for story in stories for finding in story.report.to_dict()["findings"]
    ]
