"""The formats of a report in the order in which help lists them, and the renderer of each.

A renderer is a pure function of the stories and the options. Its module is imported when it is first called: to name
the formats is to stay quick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model.report import StoryReport
    from claimcheck.report.options import Options

    Renderer = Callable[[Sequence[StoryReport], Options], str]


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"

    @classmethod
    def _missing_(cls, value: object) -> Format | None:
        """By the ending that its files have."""
        return next((format_ for format_ in cls if value in _ENDINGS.get(format_.value, ())), None)


_ENDINGS = {"text": ("txt",), "jsonl": ("ndjson",), "markdown": ("md",), "html": ("htm",)}


def render(format_: Format, stories: Sequence[StoryReport], options: Options) -> str:
    """The stories in that format; text ends in a line feed."""
    return _RENDERERS[format_](stories, options)


def _text(stories: Sequence[StoryReport], options: Options) -> str:
    """The text report of each story under its name."""
    from claimcheck.report import text
    from claimcheck.report.words import clean

    parts = []
    for story in stories:
        page = text.render(story.report, width=options.width, colour=options.colour, verbose=options.verbose,
                           quiet=options.quiet, matrix=options.matrix, most=options.most, plain=options.plain,
                           rules=options.rules)
        rule = "==" if options.plain else "━━"
        parts.append(f"{rule} {clean(story.name)}\n\n{page}" if story.name else page)
    return "\n".join(parts)


def _json(stories: Sequence[StoryReport], options: Options) -> str:
    """The JSON report of a single comparison; for named stories one object that holds them all."""
    import json

    from claimcheck.model.report import SCHEMA_VERSION
    from claimcheck.report.json import render

    if len(stories) == 1 and not stories[0].name:
        return render(stories[0].report)
    whole = {"schema": SCHEMA_VERSION, "stories": [{"story": s.name, **s.report.to_dict()} for s in stories]}
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _module(name: str) -> Renderer:
    """The `render` of a module beside this one."""

    def call(stories: Sequence[StoryReport], options: Options) -> str:
        renderer: Renderer = import_module(f"claimcheck.report.{name}").render
        return renderer(stories, options)

    return call


_RENDERERS: dict[Format, Renderer] = {
    Format.TEXT: _text,
    Format.CONCISE: _module("concise"),
    Format.JSON: _json,
    Format.JSONL: _module("jsonl"),
    Format.CSV: _module("csv"),
    Format.MARKDOWN: _module("markdown"),
    Format.HTML: _module("html"),
    Format.SARIF: _module("sarif"),
    Format.JUNIT: _module("junit"),
    Format.GITHUB: _module("github"),
    Format.GITLAB: _module("gitlab"),
}
