"""The pages of the guards are run: they stop what they say they stop, and let a close pair through."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from test_rule_pages import Block, read_blocks

from claimcheck.config import Settings
from claimcheck.explain.unpaired import why_unpaired
from claimcheck.link.guards import PAGES
from claimcheck.model.finding import Verdict
from claimcheck.model.guard import Guard
from claimcheck.model.standing import Standing
from claimcheck.pipeline import Trace, trace_documents
from claimcheck.read import read_text
from claimcheck.rules import RULES

SETTINGS = Settings(preview=True)
PACKAGE = Path(__file__).parent.parent / "claimcheck"
SOURCES = [*sorted((PACKAGE / "link").glob("*.py")), *sorted((PACKAGE / "rules").glob("*.py"))]
ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)
BLOCKS = [b for guard in PAGES for b in read_blocks(guard.name, guard.page)]


def _trace(block: Block) -> Trace:
    texts = block.texts.items()
    documents = [read_text(text, name, published=block.published.get(name)) for name, text in texts]
    return trace_documents(documents, SETTINGS)


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_the_examples_of_a_page_are_judged_as_the_page_says(block: Block) -> None:
    """Struck spans are flagged by some rule; a block without any raises no alarm, and the guard is the reason."""
    trace = _trace(block)
    alarms = [f for f in trace.findings if f.verdict in ALARMS]
    if not block.struck:
        assert not alarms, [f.message for f in alarms]
        assert block.rule in _reasons(trace)
    for name, start, end in block.struck:
        places = [e.span for f in alarms for e in f.evidence if e.document == name]
        assert any(p.start < end and start < p.end for p in places), block.texts[name][start:end]


def _reasons(trace: Trace) -> set[str]:
    """What the program says of every two facts that raised no alarm: nothing is guessed from the texts."""
    found = {p.alignment.guard for p in (*trace.judged, *trace.dropped)} | {p.standing for p in trace.story.pairs}
    judged = {(p.a.number, p.b.number) for p in trace.judged}
    for s, t in combinations(trace.story.statements, 2):
        if s.document != t.document and (s.number, t.number) not in judged:
            found.add(why_unpaired(trace, s, t, SETTINGS)[0])
    if any(f.verdict is Verdict.UPDATE for f in trace.findings):
        found.add("update")
    if any(f.rule == "same-name" and "also spelled" in f.message for f in trace.findings):
        found.add("transliteration")
    return found


@pytest.mark.parametrize("guard", [g.name for g in PAGES])
def test_every_page_shows_both_sides(guard: str) -> None:
    """Each page says what the guard is and why, and has an example that it stops and one that it lets through."""
    page = next(g.page for g in PAGES if g.name == guard)
    assert page.startswith(f"# {guard}\n")
    for heading in ("## What it is", "## Why", "## What it stops", "## What it lets through"):
        assert heading in page
    blocks = [b for b in BLOCKS if b.rule == guard]
    assert any(b.struck for b in blocks)
    assert any(not b.struck for b in blocks)


def test_every_guard_that_the_program_names_has_a_page() -> None:
    """And no page speaks of a guard that is nowhere."""
    named = {name for source in SOURCES for name in _guards(ast.parse(source.read_text(encoding="utf-8")))}
    named |= {Standing.ROUNDED.value, Standing.NEAR.value, Standing.SATISFIED.value}
    assert named == {guard.name for guard in PAGES}
    assert not named & {rule.name for rule in RULES}


def test_there_is_one_list_of_guards() -> None:
    """Every guard has its page, in the order of the list, and no other text lies beside them."""
    assert [page.guard for page in PAGES] == list(Guard)
    files = {file.stem.replace("_", "-") for file in (PACKAGE / "link" / "guards").glob("*.md")}
    assert files == set(Guard)
    assert all(page.page.startswith(f"# {page.guard}\n") for page in PAGES)


def _guards(tree: ast.Module) -> Iterator[str]:
    """The names in `Alignment(score, steps, GUARD, ...)`, `Check(GUARD, ...)`, `guard=GUARD` and `guards=(GUARD, ...)`,
    also where a variable or the row of a table holds them."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.Module):
            for call in ast.walk(function):
                if isinstance(call, ast.Call):
                    for value in _guard_arguments(call):
                        yield from _texts(value, function)


def _guard_arguments(call: ast.Call) -> Iterator[ast.expr]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "Alignment" and len(call.args) > 2:
        yield call.args[2]
    if name == "Check" and call.args:
        yield call.args[0]
    yield from (k.value for k in call.keywords if k.arg in ("guard", "guards"))


def _texts(value: ast.expr, function: ast.AST) -> Iterator[str]:
    match value:
        case ast.Constant(value=str() as text) if text:
            yield text
        case ast.Attribute(value=ast.Name(id="Guard"), attr=name):
            yield Guard[name].value
        case ast.Attribute(value=inner, attr="value"):
            yield from _texts(inner, function)
        case ast.Tuple(elts=parts):
            for part in parts:
                yield from _texts(part, function)
        case ast.Starred(value=inner):
            yield from _texts(inner, function)
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one, function), *_texts(other, function))
        case ast.Name(id=name):
            for node in ast.walk(function):
                match node:
                    case ast.Assign(targets=[ast.Name(id=target)], value=assigned) if target == name:
                        yield from _texts(assigned, function)
                    case ast.For(target=ast.Tuple(elts=[ast.Name(id=target), *_]), iter=ast.Tuple(elts=rows)):
                        firsts = [row.elts[0] for row in rows if isinstance(row, ast.Tuple) and target == name]
                        yield from (text for first in firsts for text in _texts(first, function))


def test_every_pair_is_counted_once() -> None:
    """A pair is comparable or set aside by one guard; the coverage counts are of these guards."""
    blocks = [b for b in BLOCKS if b.rule in ("other-subject", "refinement", "other-time")]
    assert any(_trace(b).dropped for b in blocks)
    for trace in map(_trace, blocks):
        stopped = [p for p in (*trace.judged, *trace.dropped) if p.alignment.guard]
        assert len(stopped) + len(trace.story.pairs) == len(trace.judged)
        places = [(p.a.number, p.b.number) for p in (*stopped, *trace.story.pairs)]
        assert len(set(places)) == len(places)
