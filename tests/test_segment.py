"""Documents to sentences."""

from __future__ import annotations

import textwrap

import pytest
from calls import growth

from claimcheck.model.document import SentenceKind
from claimcheck.read import read_text
from claimcheck.segment import sentences


def split(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(read_text(text, "a"))]


@pytest.mark.parametrize(
    "text",
    [
        # "|" marks where a sentence ends.
        "He met Lt. Col. Jane Doe on Sept. 13.| She left at 9 p.m. Monday.| At 9 p.m. ET he left.",
        "It closed at 5 p.m.| The men stayed.| It opens at 10 a.m. Oct. 3.",
        "The U.S. Senate met.| He lives in the U.S.| The mayor of St. John's, Mass., left.",
        "J. K. Doe and Anna-M. Roe came.",
        "Acme Inc. said so.| He joined Acme Inc.| The firm grew 3.5 percent to $1.5bn.| No. 3 came first.",
        '"It sank.| Two men died," he said.| "We saw it."| She left.',
        "“It sank.| Two men died.”| “We saw it,” she said.| “Who?”| Nobody knew.",
        'He said: "It sank.| Two men died".| She left.',
        '"Who did it?" Jane Doe asked.| "Is it over?" asked the mayor.| "It is over."| Doe said that two men died.',
        '"It is over." Jane Doe said.| She left.',
        "'It sank.| We saw it,' he said.| The sailors' boat sank.| They didn't swim.",
        "(The men had left.| Nobody knew.)| She stayed.| He [the mayor] left.",
        "Rep. Jane Doe (D-Mass.), who left, spoke.| Sens. John Roe (Mo.) and Jane Doe (N.C.) left.",
        'He came from Mobile, Ala.| The police said so.| He lives in Tampa, Fla.| "I ran," he said.',
        "It sank...| Nobody saw it.| He waited … and left.| It rained.|The road was closed.",
        "Wait!| Really?| Yes.| See gazette.example.com for more.| iPhones sold well.",
        "1. First thing.| 2. Second thing.| Plan B. Doe left.| Plan B.| The men left.",
        "Two men died (see p. 3).| Firms, e.g. Acme, left.| Doe vs. Roe ended.| Mr. Doe won.",
    ],
)
def test_sentence_ends(text: str) -> None:
    """Abbreviations, initials, clock times, quotations of several sentences, attributions, brackets."""
    expected = [part.strip() for part in text.split("|")]
    assert split(text.replace("|", "")) == expected


def test_lines_are_paragraphs_unless_the_text_is_wrapped_by_hand() -> None:
    """Wrapped lines are joined, and a sentence may contain a line break; a line that ends a thought divides."""
    wrapped = (
        "The ferry service between the two islands resumed on Monday after the\n"
        "storm, the harbour office said. Two of the five piers stay closed until\n"
        "the end of the month.\n\nNobody was hurt."
    )
    assert split(wrapped) == [
        "The ferry service between the two islands resumed on Monday after the\nstorm, the harbour office said.",
        "Two of the five piers stay closed until\nthe end of the month.",
        "Nobody was hurt.",
    ]
    lines = "The storm is over\nTwo piers stay closed\nThe ferry sails again on Monday.\nNobody was hurt."
    assert split(lines) == lines.split("\n")


FORCE = ("The withdrawal of the Joint Harbour Force from Velden will begin on Wednesday and will take no more than "
         "eight days, the mayor said, as order has been restored in all nine wards of the town.")


@pytest.mark.parametrize(("dateline", "width"), [
    ("OSTRA, January 13, 2031. /Velden State News/. ", 72), ("OSTRA, March 3 (Orbis News) -- ", 56),
    ("VELDEN, Jan 13 (Orbis) — ", 50)])
def test_a_dateline_makes_no_heading_of_the_wrapped_line_behind_it(dateline: str, width: int) -> None:
    """However little is left of the line, and whatever letter the next one begins with."""
    document = read_text(f"Troops to leave soon\n\n{textwrap.fill(dateline + FORCE, width)}\n", "a")
    assert document.dateline is not None
    (said,) = list(sentences(document))[1:]
    assert said.kind is SentenceKind.BODY
    assert said.span.of(document.text).startswith("The withdrawal of the\nJoint Harbour")


@pytest.mark.parametrize("second", ["A meeting of the council on Wednesday failed.", "Nobody was hurt."])
def test_a_heading_behind_a_dateline_is_one_where_nothing_is_wrapped(second: str) -> None:
    """Short lines of their own stay apart."""
    document = read_text(f"Troops to leave soon\n\nOSTRA, March 3 (Orbis News) -- The plan\n{second}\n", "a")
    assert [s.span.of(document.text) for s in sentences(document)][1:] == ["The plan", second]


def test_headings_lists_and_captions_are_marked() -> None:
    """Kinds follow from form; markers of lists and headings are outside the spans."""
    text = (
        "# Ferries sail again\n\nStorm closes two piers for weeks\n\nThe ferry sails again.\n\n"
        "## What is known\n\n- Two piers are closed.\n- Nobody was hurt.\n\n"
        "The search\n\nDivers found the wreck.\n\nDivers at the wreck in the harbour (pictured) on Monday"
    )
    found = [(s.kind.value, s.span.of(text)) for s in sentences(read_text(text, "a"))]
    assert found == [
        ("title", "Ferries sail again"),
        ("title", "Storm closes two piers for weeks"),
        ("body", "The ferry sails again."),
        ("heading", "What is known"),
        ("body", "Two piers are closed."),
        ("body", "Nobody was hurt."),
        ("heading", "The search"),
        ("body", "Divers found the wreck."),
        ("caption", "Divers at the wreck in the harbour (pictured) on Monday"),
    ]


def test_a_text_without_full_stops_is_body() -> None:
    """One bare statement is not a headline of nothing."""
    (only,) = sentences(read_text("The plant will cut 45 jobs", "a"))
    assert only.kind is SentenceKind.BODY


def test_front_matter_is_no_sentence_but_its_title_is() -> None:
    """The title is compared too; the other fields are not prose."""
    assert split("---\ntitle: Ferries sail\nsource: Gazette\ndate: 2021-03-03\n---\nNobody was hurt.") == [
        "Ferries sail",
        "Nobody was hurt.",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "\u200b\n", "***", "—"])
def test_texts_without_words(text: str) -> None:
    """No words, no sentences."""
    assert sentences(read_text(text, "a")) == ()


@pytest.mark.parametrize(
    "bit",
    [
        "a",
        "a ",
        "A. ",
        "Mr. ",
        '"',
        "(",
        "“x.” ",
        "a\n",
        "A b.\n\n",
        "He said. ",
        "… ",
        "\ud800. A",
        "\0. A",
        "Word word, ",
        "1",
        "By Aa ",
    ],
)
@pytest.mark.slow
def test_long_texts_stay_linear_and_sentences_bounded(bit: str) -> None:
    """80,000 characters of anything are no more work for each than 20,000, and no sentence exceeds 2,000."""
    def work(size: int) -> None:
        assert all(len(s.span) <= 2_000 for s in sentences(read_text(bit * (size // len(bit)), "a")))

    assert growth(work, 20_000, 4) < 5
