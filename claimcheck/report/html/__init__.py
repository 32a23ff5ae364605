"""The report as a page: one file that needs no network, for the screen and for paper.

Everything is in the page without scripts; the script only links and filters. The page may load nothing and run nothing
but that script and that style sheet (Content Security Policy Level 3, hashes); the template escapes what it is given.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.matrix import mere_name
from claimcheck.model.report import Origin, StoryReport, Unsure
from claimcheck.report.brief import (
    against,
    chance,
    counted,
    factuality,
    judged_pairs,
    matter,
    not_run,
    opinion,
    path,
    place,
    remarks,
    tally,
    tellers,
)
from claimcheck.report.html.strip import strip
from claimcheck.report.html.times import when
from claimcheck.report.html.view import Story, is_alarm, story
from claimcheck.report.layout import sentence
from claimcheck.report.matrix import fact
from claimcheck.report.options import Options
from claimcheck.report.quote import short
from claimcheck.report.said import read_as, zone_of
from claimcheck.report.words import (
    SYMBOL,
    clean,
    count,
    count_of,
    date_from,
    day,
    failure_of,
    few_compared,
    in_words,
    listing,
    not_compared,
    nothing_found,
)

if TYPE_CHECKING:
    from jinja2 import Template


def render(stories: Sequence[StoryReport], options: Options) -> str:
    """One page for all stories, ending in a line feed."""
    style, script = _part("page.css"), _part("page.js")
    views = [story(given, options, f"s{number}") for number, given in enumerate(stories, start=1)]
    page = _template().render(
        stories=views, options=options, style=style, script=script, policy=_policy(style, script),
        rules={rule.name: rule.summary for rule in options.rules},
    )
    return page.encode(errors="replace").decode().lstrip() + "\n"


def _policy(style: str, script: str) -> str:
    """Nothing but what the page itself brings; not even a form is sent anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@functools.cache
def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


@functools.cache
def _template() -> Template:
    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                              loader=DictLoader({"page": _part("page.html")}))
    environment.filters.update(_FILTERS)
    environment.globals.update(_GLOBALS)
    return environment.get_template("page")


def _title(view: Story) -> str:
    """What the story is called, or else whose accounts it is made of."""
    names = [source.label for source in view.sources]
    if view.given.name or not names:
        return clean(view.given.name).rpartition("/")[2] or "No story"
    return listing(names) if len(names) <= 4 else f"{len(names)} accounts of one story"


def _value(side: Evidence) -> str:
    """What the words were read as, a time as people write it; where that is nothing, the words."""
    time = when(side.value)
    return f"{time.words} {zone_of(side)}".rstrip() if time else read_as(side) or short(side.quote)


def _against(pair: Unsure) -> str:
    return against(pair, _value)


def _told(finding: Finding) -> str:
    """Message and condition as a sentence."""
    return sentence(matter(finding), tellers(finding))


def _folder(view: Story) -> str:
    """Where the story stands, of a name that is a path."""
    return clean(view.given.name).rpartition("/")[0]


def _who(origin: Origin, view: Story) -> str:
    """Who copies whom, in words."""
    names = listing(source.label for source in (view.source(d) for d in origin.documents) if source)
    if origin.reason in ("credit line", "dateline"):
        source = view.source(origin.document)
        return f"{source.label if source else clean(origin.document)} draws on {clean(origin.name)}"
    return f"{names} share {clean(origin.reason)}"


_FILTERS: dict[str, Any] = {
    "clean": clean, "day": day, "date_from": date_from, "short": short, "told": _told,
    "matter": matter, "chance": chance, "against": _against, "opinion": opinion, "judged_pairs": judged_pairs,
    "remarks": remarks, "place": place, "factuality": factuality, "path": path, "listing": listing, "value": _value,
}
_GLOBALS: dict[str, Any] = {
    "SYMBOL": SYMBOL, "not_run": not_run, "Verdict": Verdict, "count": count, "count_of": count_of,
    "few_compared": few_compared, "failure_of": failure_of, "not_compared": not_compared,
    "nothing_found": nothing_found,
    "tally": tally, "counted": counted, "fact": fact,
    "in_words": in_words, "is_alarm": is_alarm, "mere_name": mere_name, "strip": strip,
    "who": _who, "title": _title, "folder": _folder,
}
