"""The report for programs: one JSON object; its shape stands in report.schema.json beside this file."""

from __future__ import annotations

import json

from claimcheck.model.report import Report


def render(report: Report) -> str:
    """UTF-8 text as it is, two spaces of indentation, a new line at the end."""
    return json.dumps(report.to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
