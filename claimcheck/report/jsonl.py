"""The findings for programs: one JSON object a line, versioned by `schema` as the JSON report is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.report import SCHEMA_VERSION, StoryReport
from claimcheck.report.options import Options


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """Each line holds `schema`, `story` and what a member of `findings` holds in the JSON report."""
    return "".join(
        json.dumps({"schema": SCHEMA_VERSION, "story": story.name, **finding}, ensure_ascii=False, allow_nan=False)
        + "\n"
        for story in stories
        for finding in replace(story.report, findings=options.shown(story.report)).to_dict()["findings"]
    )
