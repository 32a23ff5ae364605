"""Which documents of a story are set against each other, and that little is lost where not all are."""

from __future__ import annotations

import json
import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.config import Settings
from claimcheck.link.partners import ALL, CHOSEN, Partners, Told, partners
from claimcheck.model.document import Document
from claimcheck.model.finding import Verdict
from claimcheck.model.report import Report, StoryReport
from claimcheck.pipeline import compare_documents
from claimcheck.read import read_text
from claimcheck.report import html, markdown, text
from claimcheck.report import json as as_json
from claimcheck.report.options import Options

HASHING = Settings(model="hashing")
MANY = 30
SAID = (
    "{n} people were killed when the quay at Hallvik gave way on Tuesday, the harbour master said.",
    "The collapse of the quay at Hallvik killed {n} people, according to the harbour master.",
    "The harbour master said that {n} people had been killed in the collapse of the quay at Hallvik.",
)
RARE = "The ferry company will pay {n} million crowns for a new pontoon, its lawyer said."


def _told(words: list[dict[str, str]]) -> Told:
    return [{key: frozenset([told]) for key, told in keys.items()} for keys in words]


def _joined(found: Partners) -> int:
    """How many documents can be reached from the first one."""
    seen, waiting = {0}, [0]
    while waiting:
        for other in found.of[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return len(seen)


@pytest.mark.parametrize("documents", [0, 1, 2, ALL])
def test_all_documents_of_a_usual_story_are_set_against_each_other(documents: int) -> None:
    """Whatever they tell."""
    found = partners(_told([{} for _ in range(documents)]))
    assert found.all
    assert found.pairs == documents * (documents - 1) // 2


def test_documents_without_keys_are_set_against_those_before_them() -> None:
    found = partners([{}] * 13)
    assert found.pairs == 33
    assert found.of[12] == (9, 10, 11)


@given(st.integers(ALL + 1, 60), st.integers(0, 9))
def test_pairs_of_documents_grow_with_the_documents_and_join_them(documents: int, seed: int) -> None:
    """A few for each; and what all tell is joined over all, in a few wordings (copies) as in as many as there are."""
    chance = random.Random(seed)
    told = _told([{"a": str(chance.randrange(1 + seed * 7)), "b": str(number)} for number in range(documents)])
    found = partners(told)
    assert documents - 1 <= found.pairs <= CHOSEN * documents
    assert found.left_out + found.pairs == documents * (documents - 1) // 2
    assert all(number in found.of[other] for number, some in enumerate(found.of) for other in some)
    assert _joined(found) == documents


def test_what_two_of_many_tell_brings_them_together() -> None:
    """The keys of a fact that hardly anybody has count for more than those that everybody has."""
    told = [{f"common {key}": f"{number}" for key in range(40)} for number in range(100)]
    for number in (3, 96):
        told[number] |= {f"rare {key}": f"{number}" for key in range(4)}
    assert 3 in partners(_told(told)).of[96]


def _story() -> list[Document]:
    """One source of many has another figure, and two tell of something else, in conflict."""
    texts = [SAID[number % 3].format(n=14 if number == 20 else 12) for number in range(MANY)]
    texts[2] += "\n\n" + RARE.format(n=4)
    texts[25] += "\n\n" + RARE.format(n=9)
    return [read_text(t, f"{i:03}.txt", published=date(2031, 3, 5)) for i, t in enumerate(texts)]


@pytest.fixture(scope="module")
def report() -> Report:
    return compare_documents(_story(), HASHING)


def _against(report: Report) -> set[frozenset[str]]:
    alarms = [f for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]
    return {frozenset("".join(filter(str.isdigit, e.value)) for e in f.evidence) for f in alarms}


def test_one_other_figure_among_many_is_found(report: Report) -> None:
    """Both conflicts are told, though most documents are not set against each other."""
    assert {frozenset({"12", "14"}), frozenset({"4000000", "9000000"})} <= _against(report)


def test_a_report_on_many_documents_says_that_not_all_were_compared(report: Report) -> None:
    """In one line of each form, with both numbers; a report on few says nothing of it."""
    apart = report.coverage.documents_apart
    assert apart > 300
    assert json.loads(as_json.render(report))["coverage"]["documents_apart"] == apart
    few = compare_documents(_story()[:3], HASHING)
    assert "documents_apart" not in few.to_dict()["coverage"]
    for shown, wanted in ((report, f"Of 435 pairs of documents {435 - apart} were set against each other"), (few, "")):
        story = StoryReport("", shown, ())
        for rendered in (text.render(shown, width=100, colour=False, verbose=True),
                         markdown.render([story], Options(verbose=True)), html.render([story], Options())):
            said = " ".join(rendered.split())
            assert wanted in said
            assert ("pairs of documents" in said) == bool(wanted)


def test_the_order_of_many_files_changes_nothing(report: Report) -> None:
    """Which documents are set against each other hangs on what they are and not on which was named first."""
    shuffled = _story()
    random.Random(3).shuffle(shuffled)
    assert compare_documents(shuffled, HASHING).findings == report.findings
