"""Two stories that come with the program: their articles, and what a real run made of them.

`python -m tests.shown --write` runs them anew; a test holds what is bundled against a live run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources

from claimcheck.cache.codec import dump, load
from claimcheck.model.document import Document
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report

TITLES = {
    "kazakhstan-pullout": "Two reports on the pullout of peacekeepers from Kazakhstan, January 2022",
    "arren-flood": "Three invented reports on a flood",
}
_MODEL = "minilm"  # versions of the model's packages differ from machine to machine
_DIGITS = 2  # and so does what stands behind them in a probability


@dataclass(frozen=True, slots=True)
class Example:
    """`articles` are texts by id, `sources` the publishers of those that do not name one themselves."""

    name: str
    articles: Mapping[str, str]
    sources: Mapping[str, str]
    report: Report


def bundled(name: str) -> Example:
    """The example with the report that was made of it. Raises KeyError where there is none of the name."""
    if name not in TITLES:
        raise KeyError(name)
    data = json.loads(resources.files("claimcheck.demo").joinpath(f"{name}.json").read_text(encoding="utf-8"))
    report = load(Report, json.dumps(data["report"]).encode())
    return Example(name, data["articles"], data["sources"], report)


def documents(articles: Mapping[str, str], sources: Mapping[str, str]) -> tuple[Document, ...]:
    """The articles as read."""
    from claimcheck.read import read_text

    return tuple(read_text(text, id_, source=sources.get(id_)) for id_, text in articles.items())


def run(articles: Mapping[str, str], sources: Mapping[str, str]) -> Report:
    """What a run with the default settings makes of the articles, without what differs from machine to machine."""
    from claimcheck.config import Settings
    from claimcheck.pipeline import compare_documents

    report = compare_documents(documents(articles, sources), Settings())
    return replace(report, model=_MODEL, findings=tuple(map(_rounded, report.findings)))


def bundle(name: str, articles: Mapping[str, str], sources: Mapping[str, str]) -> str:
    """The file of an example, after a run."""
    report = json.loads(dump(Report, run(articles, sources)))
    data = {"name": name, "articles": dict(articles), "sources": dict(sources), "report": report}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rounded(finding: Finding) -> Finding:
    known = finding.one_thing
    return finding if known is None else replace(finding, one_thing=round(known, _DIGITS))
