"""The pages of the rules are run: a struck span must be flagged, a block without one must stay silent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

import pytest
from chat_server import serving, verdict

import claimcheck
from claimcheck.rules import JUDGED, RULES

_BLOCK = re.compile(r"^```claims(?P<todo> todo)?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_SOURCE = re.compile(r"(?P<name>[a-z]+): (?P<text>.*)")
_DAY = re.compile(r"published (?P<name>[a-z]+) (?P<day>\d{4}-\d\d-\d\d)")
_STRUCK = re.compile(r"~~(.+?)~~", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One example: the text of each source, when it appeared, and the struck places in it."""

    rule: str
    number: int
    texts: dict[str, str]
    published: dict[str, date]
    struck: tuple[tuple[str, int, int], ...]
    todo: bool

    def __str__(self) -> str:
        return f"{self.rule}-{self.number}"


def read_blocks(rule: str, page: str) -> list[Block]:
    """The example blocks of a page; a line that names no source goes on with the text of the last one."""
    return [_block(rule, n, m["body"], bool(m["todo"])) for n, m in enumerate(_BLOCK.finditer(page), 1)]


def _block(rule: str, number: int, body: str, todo: bool) -> Block:
    marked: dict[str, str] = {}
    days: dict[str, date] = {}
    last = ""
    for line in body.splitlines():
        if day := _DAY.fullmatch(line):
            days[day["name"]] = date.fromisoformat(day["day"])
        elif source := _SOURCE.fullmatch(line):
            last = source["name"]
            marked[last] = source["text"]
        else:
            marked[last] += "\n" + line
    texts, struck = {}, []
    for name, text in marked.items():
        plain, end = "", 0
        for match in _STRUCK.finditer(text):
            plain += text[end : match.start()]
            struck.append((name, len(plain), len(plain) + len(match[1])))
            plain += match[1]
            end = match.end()
        texts[name] = plain + text[end:]
    return Block(rule, number, texts, days, tuple(struck), todo)


BLOCKS = [b for rule in RULES for b in read_blocks(rule.name, rule.page)]
PARAMETERS = [
    pytest.param(b, id=str(b), marks=[pytest.mark.xfail(strict=True, reason="a known miss")] if b.todo else [])
    for b in BLOCKS
]


@pytest.mark.parametrize("block", PARAMETERS)
@pytest.mark.slow
def test_the_examples_of_a_page_are_judged_as_the_page_says(block: Block) -> None:
    """Struck spans are evidence of a finding of the rule; without any the rule is silent, though both texts were read
    and something was found out about the two: a program that reads nothing is silent, too. A language model that is
    asked takes everything for a contradiction."""
    published = {name: block.published.get(name) for name in block.texts}
    settings = claimcheck.Settings(preview=True)
    if block.rule == JUDGED:
        with serving(lambda a, b: verdict("contradiction")) as server:
            settings = replace(settings, judge=server.url, judge_model="m")
            report = claimcheck.compare_texts(block.texts, published=published, settings=settings)
    else:
        report = claimcheck.compare_texts(block.texts, published=published, settings=settings)
    assert not report.failures
    found = [f for f in report.findings if f.rule == block.rule]
    if not block.struck:
        assert not found, [f.message for f in found]
        assert all(document.claims for document in report.documents)
        assert report.coverage.facts_bound + report.coverage.facts_unbound
    for name, start, end in block.struck:
        places = [e.span for f in found for e in f.evidence if e.document == name]
        assert any(p.start < end and start < p.end for p in places), block.texts[name][start:end]


@pytest.mark.parametrize("rule", [r.name for r in RULES])
def test_every_page_shows_what_is_flagged_and_what_is_left_alone(rule: str) -> None:
    """Each page says why the rule matters and has an example of both sides."""
    page = next(r.page for r in RULES if r.name == rule)
    assert page.startswith(f"# {rule}\n")
    for heading in ("## What it flags", "## Why it matters", "## What it leaves alone"):
        assert heading in page
    blocks = [b for b in BLOCKS if b.rule == rule]
    assert any(b.struck for b in blocks)
    assert any(not b.struck for b in blocks)
