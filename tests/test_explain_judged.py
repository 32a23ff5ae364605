"""Silence is explainable: what became of two facts, and of each of the ways in which a pair ends."""

from __future__ import annotations

import json
import random
import re

import pytest

from claimcheck import compare_texts
from claimcheck.config import Settings
from claimcheck.explain import explanation, locate
from claimcheck.model.explanation import Explanation, Outcome, PairJudged
from claimcheck.pipeline import trace_documents
from claimcheck.read import read_text
from claimcheck.report.explanation import render
from claimcheck.report.explanation_json import render as as_json
from claimcheck.rules import ALARM

HERALD = """The plant in Velden will cut 45 jobs, Ida Brandt said. The halls have 3 gates.

On Monday 12 workers were dismissed and 7 were moved to Dorvek.

Ida Brandt denied that the canteen had closed. It will take no more than ten days to clear the halls.
"""
LEDGER = """The plant in Velden will cut between 20 and 30 jobs, Ida Brandt said. The machines weigh 90 tons.

On Monday 12 workers were dismissed and 9 were moved to Dorvek.

The canteen closed. Clearing the halls would last longer than building them had.
"""


def _explained(a: str, b: str, *more: str, left: str = HERALD, right: str = LEDGER, **options: object) -> Explanation:
    documents = [read_text(left, "herald.txt"), read_text(right, "ledger.txt")]
    documents += [read_text(text, f"other{number}.txt") for number, text in enumerate(more)]
    places = [locate(d, None, None, quote) for d, quote in zip(documents, (a, b), strict=False)]
    random.shuffle(documents)
    settings = Settings(**options)  # type: ignore[arg-type]
    return explanation(trace_documents(documents, settings), places[0], places[1], settings)


def _first(explained: Explanation) -> PairJudged:
    return explained.pairs[0]


def test_a_finding_is_named_with_its_steps() -> None:
    """The pair has the key that made it, the guards that were asked, the steps of the score, and the rule."""
    explained = _explained("45 jobs", "between 20 and 30 jobs")
    pair = _first(explained)
    assert pair.outcome is Outcome.FOUND
    assert pair.key.startswith("quantity:count:")
    assert {"unit", "other-subject", "other-time"} <= set(pair.passed)
    assert len(set(pair.passed)) == len(pair.passed)
    assert pair.score is not None
    assert pair.steps
    assert "disjoint" in pair.standing
    assert [f.rule for f in pair.findings] == ["quantity-mismatch"]
    (claim,) = explained.a.claims
    assert claim.speaker == "Ida Brandt"
    assert dict(claim.facts[0].parts)["head"] == "job"
    text = render(explained, width=80, colour=False)
    assert "quantity-mismatch" in text
    assert "whether both are about one thing" in text
    first = text[text.index("whether both are about one thing") : text.index("paired by")]
    worth = [line for line in first.splitlines() if re.search(r"  [+-]\d+\.\d$", line)]
    assert len({len(line) for line in worth}) == 1, "what each is worth stands in one column"
    assert "together, a probability of" in worth[-1]
    assert f"less, under a probability of {ALARM:g}, quantity-mismatch would be silent" in " ".join(text.split())
    assert text.index("45 against 20 to 30") < text.index("paired by")


def test_silence_says_what_it_would_take() -> None:
    """By how much the evidence falls short, and of which rule."""
    explained = _explained("12 workers", "9 were")
    words = rf"with \d\.\d bits more, from a probability of {re.escape(str(ALARM))} on, quantity-mismatch would speak"
    assert any(re.fullmatch(words, pair.otherwise) for pair in explained.pairs)


def test_a_guard_is_named_with_what_it_stumbled_over() -> None:
    """Which guard, and at which value."""
    pair = _first(_explained("12 soldiers", "30 civilians", left="The explosion in Dorvek killed 12 soldiers.",
                             right="The explosion in Dorvek killed 30 civilians."))
    assert (pair.outcome, pair.guard) == (Outcome.STOPPED, "other-subject")
    assert "civilian" in pair.reason
    assert pair.guard not in pair.passed
    assert not pair.findings


def test_what_another_statement_explains_away_names_that_statement() -> None:
    """Where the other article has the same figure in another place, the two that agree belong together."""
    left = "A ticket for the fair in Dorvek will cost 45 marks."
    right = "A ticket for the fair in Dorvek will cost 120 marks; for children the ticket costs 45 marks."
    explained = _explained("45 marks", "120 marks", left=left, right=right)
    (pair,) = [p for p in explained.pairs if p.outcome is Outcome.DROPPED]
    assert pair.guard == "other-subject"
    assert any("45" in words and "ledger.txt:1:84" in words for words in pair.instead)
    assert "disjoint" in pair.standing


def test_parts_that_add_up_are_named() -> None:
    """The other figures of the sentence are what explains a total away."""
    explained = _explained("500 animals", "412 cats", left="The clinic in Dorvek treated 500 animals on Monday.",
                           right="The clinic in Dorvek treated 412 cats and 88 dogs.")
    (pair,) = [p for p in explained.pairs if p.outcome is Outcome.DROPPED]
    assert pair.guard == "refinement"
    assert any("88" in words for words in pair.instead)


def test_the_rest_of_the_story_is_looked_at() -> None:
    """A finding with a third document is told beside the fact, and the documents are counted."""
    both = _explained("12 workers", "9 were", "On Monday 12 workers were dismissed by the plant in Velden.")
    elsewhere = [spoken for claim in both.a.claims for fact in claim.facts for spoken in fact.elsewhere]
    assert any("other0.txt:1:11" in spoken.places for spoken in elsewhere)
    assert len(both.documents) == 3


def test_values_that_agree_say_how_they_stand() -> None:
    """Rounding and satisfied bounds are no silence: the rule that agrees speaks."""
    pair = _first(_explained("1,234 jobs", "1,200 jobs", left="The plant in Harrow will cut 1,234 jobs.",
                             right="The plant in Harrow will cut about 1,200 jobs."))
    assert pair.standing.endswith("rounding, the same beyond rounding, hedge or conversion")
    assert [f.rule for f in pair.findings] == ["same-quantity"]


def test_a_comparison_is_the_reasoners() -> None:
    """An amount and a comparison are no pair; the rule puts them together by itself."""
    pair = _first(_explained("no more than ten days", "longer than building them"))
    assert pair.outcome is Outcome.FOUND
    assert [f.rule for f in pair.findings] == ["comparison-conflict"]
    assert "less than 10 days" in pair.findings[0].condition
    explained = _explained("3 hours", "longer than", left="The visit took 3 hours.",
                           right="The repair of the lock took longer than the construction.")
    (pair,) = [p for p in explained.pairs if p.guard == "other-event" and "against" in p.reason]
    assert pair.outcome is Outcome.UNPAIRED


def test_unlike_kinds_are_told_once() -> None:
    """Facts of unlike kinds or units are not paired, and the text has one paragraph for each reason."""
    explained = _explained("3 gates", "90 tons")
    assert any(p.guard == "unit" and "mass" in p.reason for p in explained.pairs)
    text = render(explained, width=80, colour=False)
    assert text.count("unit: ") == 1
    assert "claimcheck explain unit" in " ".join(text.split())


def test_names_are_told_apart() -> None:
    """One name, one name in two spellings, and a name spelled differently."""
    left, right = "Imran Tessemin, Dmitri Voronin and Noor Arl met.", "Imran Tesselin, Dmitry Voronin and Noor Arl met."
    explained = _explained("Imran Tessemin", "Imran Tesselin", left=left, right=right)
    assert [n.how for n in explained.names] == ["one name with two spellings that are no transliteration"]
    explained = _explained("Dmitri Voronin", "Dmitry Voronin", left=left, right=right)
    assert [n.how for n in explained.names] == ["taken for one name in two spellings (transliteration)"]
    explained = _explained("Noor Arl", "Noor Arl", left=left, right=right)
    assert [n.how for n in explained.names] == ["taken for one name"]


def test_denials_say_which_side_denies() -> None:
    """Occurrences stand by their polarity."""
    pair = _first(_explained("closed", "closed"))
    assert pair.findings or "one says that it happened, the other that it did not" in pair.standing


def test_a_place_without_a_fact_says_so() -> None:
    """Words without a value lead to the claim around them, a headline of nothing to nothing."""
    explained = _explained("in Velden", "9 were")
    assert "no fact was read in these words" in explained.a.note
    assert explained.a.claims[0].facts
    explained = _explained("Indeed", "9 were", left="Indeed so.\n\nOn Monday 12 workers were dismissed.")
    assert explained.a.note.startswith("no ")
    assert "There are no two facts" in render(explained, width=80, colour=False)


def test_a_rule_that_is_left_out_is_told_as_such() -> None:
    """What the configuration hides is explained all the same."""
    explained = _explained("45 jobs", "between 20 and 30 jobs", ignore=("quantity-mismatch",))
    assert not _first(explained).findings[0].reported
    assert "left out by the configuration" in " ".join(render(explained, width=80, colour=False).split())


@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_fits_its_width_and_json_has_all(width: int) -> None:
    """Lines are no longer than asked for, 100 at the most; the order of the documents changes nothing."""
    texts, data = set(), set()
    for _ in range(3):
        explained = _explained("12 workers", "12 workers", "The plant in Velden will cut 45 jobs.")
        texts.add(render(explained, width=width, colour=False, verbose=True))
        data.add(as_json(explained))
    (text,), (written,) = texts, data
    assert all(len(line) <= min(width, 100) for line in text.splitlines() if ".txt" not in line)
    read = json.loads(written)
    assert {read["a"]["document"], read["b"]["document"]} == {"herald.txt", "ledger.txt"}
    assert [pair["outcome"] for pair in read["pairs"]] == [str(p.outcome) for p in explained.pairs]
    coloured = render(explained, width=width, colour=True, verbose=True)
    assert "\x1b[" in coloured
    assert "\x1b" not in text


def test_the_name_of_a_source_stays_as_it_is() -> None:
    """Where what a rule says begins with it, also that of a third document."""
    explained = _explained("45 jobs", "between 20 and 30 jobs", HERALD)
    (spoken,) = _first(explained).findings
    assert spoken.message.startswith("herald")
    assert f" {spoken.message}." in " ".join(render(explained, width=1000, colour=False).split())


@pytest.mark.parametrize(("left", "right", "words"), [
    ("The council met on Monday in Velden.", "The council met on Friday in Velden.", ("Monday", "Friday")),
    ("The bridge will reopen in May.", "The bridge is expected to open again in June.", ("May", "June")),
    ("The vote is on 3 May.", "The vote is on 5 May.", ("3 May", "5 May")),
])
def test_a_time_of_an_unknown_year_is_said_in_words(left: str, right: str, words: tuple[str, str]) -> None:
    """Wherever people read it; "XXXX-WXX-1" is for programs."""
    explained = _explained(left[4:], right[4:], left=left, right=right)
    shown = render(explained, width=300, colour=False, verbose=True)
    assert "XXXX" not in shown
    assert f"values: {words[0]} and {words[1]}: " in shown
    assert [f.message for p in explained.pairs for f in p.findings][:1] == [f"{words[0]} against {words[1]}"]
    report = compare_texts({"herald": left, "ledger": right})
    assert f"{words[0]} against {words[1]}" in [f["message"] for f in report.to_dict()["findings"]]
    assert not any("XXXX" in f"{f.message}{f.condition}" for f in report.findings)
    assert any("XXXX" in side.value for f in report.findings for side in f.evidence)
