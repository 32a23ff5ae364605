"""What stands around an article: dropped with a count; and what looks like it and stays."""

from __future__ import annotations

import pytest

from claimcheck.model.document import Document, SentenceKind
from claimcheck.read import read_text
from claimcheck.segment import sentences

BODY = "The ferry service resumed after the storm, the harbour office said. Two piers stay closed."


def _document(line: str) -> Document:
    return read_text(f"Ferries sail again\n\n{BODY}\n\n{line}\n\n{BODY}", "a")


def _sentences(document: Document) -> list[str]:
    return [s.span.of(document.text) for s in sentences(document)]


@pytest.mark.parametrize(
    "line",
    [
        "All news",
        "Photo: official website of the harbour office",
        "Photo: Jane Doe / Harbour Wire",
        "jdoe@gazette.example Follow on Twitter @jdoe",
        "CLICK HERE TO WATCH THE VIDEO",
        "ON A MOBILE DEVICE? CLICK HERE FOR THE VIDEO.",
        "ADD A COMMENT",
        "SEE ALL RELATED",
        "Advertisement",
        "ADVERTISEMENT",
        "Share this article",
        "Read more: Storm closes both piers",
        "Sign up for our newsletter",
        "Sign up to get the best stories in your inbox",
        "HPX +2.00%",
        "ACME: 14.20 -1.3%",
        "Copyright 2021 The Harbour Gazette. All rights reserved.",
        "© 2021 Harbour Wire",
        "SEE ALSO: Ten storms that changed the coast",
        "Comments (73)",
        "12 Comments",
        "Follow @gazette on Twitter",
        "https://gazette.example/a?b=1",
        "storm-2021.jpg",
        "Scroll down for video",
        "Continue reading the main story",
        "Like us on Facebook | Follow @gazette on Twitter",
        "<!-- ad_size = '300x250'; //-->",
        "player.createAll();",
        "---------",
        "* * *",
        "5 min read",
        "Tags: ferry, storm",
        "MORE: Storm closes both piers",
        "![A pier](pier.png)",
        "Video loading",
        "This story has been updated with a new quote.",
    ],
)
def test_furniture_is_dropped_and_counted(line: str) -> None:
    """One span of furniture, and no sentence of it."""
    document = _document(line)
    assert [s.of(document.text) for s in document.furniture] == [line]
    assert line not in _sentences(document)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices of the ferry line fell by 12 percent.",
        "More than 40 people were rescued.",
        "Video from the pier shows two boats sinking.",
        "Comments by the mayor caused anger.",
        "News of the rescue spread quickly.",
        "Photos of the wreck were taken by 12 divers.",
        "Copyright law was changed on Monday.",
        "Related costs rose to 3 million crowns.",
        "Two piers stay closed",
        "Death toll rises to 12",
        "Follow-up talks begin on Friday",
        "Search for 3 sailors ends",
        "Print runs were cut by half.",
        "Most popular party wins 40 seats",
        "12 die in storm",
        "Subscribe fees rose by 3 percent, the paper said.",
        "Email traffic fell by half on Monday",
        "UPDATE: Three sailors were found alive",
        "Watch officers saw the boat sink at 9 p.m.",
        "Photo: A diver carries the last of the 12 sailors out of the wreck, which sank on Monday in the harbour.",
    ],
)
def test_lines_that_state_a_fact_stay(line: str) -> None:
    """A fact is never dropped, with or without a full stop."""
    document = _document(line)
    assert document.furniture == ()
    assert line in _sentences(document)


def test_boxes_of_links_and_comments_go_as_a_whole() -> None:
    """What stands between the ends of a box was written elsewhere."""
    links = "Related Storm closes both piers\nHARBOUR NEWS\nStorm closes both piers\nSEE ALL RELATED\n8"
    comments = "Comments\nThe mayor sank the boat himself.\nJOHN ROE\nAT 8:08 AM MARCH 3, 2021\nADD A COMMENT\n10"
    document = read_text(f"Ferries sail again\n\n{BODY}\n\n{links}\n\n{comments}", "a")
    assert len(document.furniture) == 11
    assert len(_sentences(document)) == 3


def test_a_caption_keeps_its_sentence_and_loses_its_credit() -> None:
    """The credit in brackets is furniture, the sentence before it a caption."""
    document = _document("A diver carries a sailor out of the wreck on Monday. (AP Photo/Jane Doe)")
    assert [s.of(document.text) for s in document.furniture] == ["(AP Photo/Jane Doe)"]
    kinds = {s.span.of(document.text): s.kind for s in sentences(document)}
    assert kinds["A diver carries a sailor out of the wreck on Monday."] is SentenceKind.CAPTION


CREDITS = [
    ("Based on materials from AFP", ("AFP",)),
    ("Source: Reuters", ("Reuters",)),
    ("Sources: Harbour Wire, The Associated Press", ("AP", "Harbour Wire")),
    ("The Associated Press contributed to this report.", ("AP",)),
    ("AFP and Reuters contributed to this story.", ("AFP", "Reuters")),
    ("With AFP", ("AFP",)),
    ("[With AFP]", ("AFP",)),
    ("(Reporting by Jane Doe in Oslo; Editing by John Roe)", ("Jane Doe",)),
    ("This story originally appeared in The Harbour Gazette.", ("Harbour Gazette",)),
    ("(AFP)", ("AFP",)),
    ("— Reuters", ("Reuters",)),
    ("[via Harbour Wire]", ("Harbour Wire",)),
    ("With files from The Canadian Press", ("Canadian Press",)),
]


@pytest.mark.parametrize(("line", "names"), CREDITS)
def test_credit_lines(line: str, names: tuple[str, ...]) -> None:
    """Agencies are named as reports name them; the line is no sentence."""
    document = read_text(f"Ferries sail again\n\n{BODY}\n\n{line}", "a")
    assert tuple(c.name for c in document.credits) == names
    assert {c.kind for c in document.credits} == {"credit line"}
    assert {c.span.of(document.text) for c in document.credits} == {line}
    assert len(_sentences(document)) == 3


def test_a_desk_line_credits_the_agency_of_the_dateline() -> None:
    """The reporters of an agency report work for the agency; the line may end a paragraph."""
    document = read_text(f"OSLO (Reuters) - {BODY} (Reporting by Jane Doe; Editing by John Roe)", "a")
    assert [(c.name, c.kind) for c in document.credits] == [("Reuters", "dateline"), ("Reuters", "credit line")]
    assert _sentences(document)[-1] == "Two piers stay closed."


@pytest.mark.parametrize(
    "line",
    [
        "The source: a pipe that had burst, the mayor said.",
        "Heavy rain contributed to this disaster.",
        "With luck the ferry sails on Monday.",
        "Source of the leak: two broken valves",
        "Reuters reported that the ferry sank.",
        "Based on the report, the mayor closed two piers.",
    ],
)
def test_what_credits_nobody(line: str) -> None:
    """A statement that has the words of a credit line stays a statement."""
    document = _document(line)
    assert document.credits == ()
    assert line in _sentences(document)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Ferries sail again | The Harbour Gazette\n\n{BODY}", "The Harbour Gazette"),
        (f"Ferries sail again\n\n{BODY}\n\nPublisher: Coast Radio", "Coast Radio"),
        (f'Ferries sail again\n\n{BODY}\n\nHBG "Harbour - Coast - World"', "HBG"),
        (f"Reuters\n\nFerries sail again\n\n{BODY}", "Reuters"),
        (f"Ferries sail again\n\nBy Associated Press\n\n{BODY}", "AP"),
        (f"OSLO, Norway (AP) — {BODY}", "AP"),
        (f"Ferries sail again\n\n{BODY}\n\nJane Doe", "a"),
        ("Ferries sail again", "a"),
    ],
)
def test_sources(text: str, source: str) -> None:
    """The publisher's own line, the end of the headline, a byline, the dateline; else the id."""
    assert read_text(text, "a").source == source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ferries sail again\n\n{BODY}", "Ferries sail again"),
        (f"# Ferries sail again\n\n{BODY}", "Ferries sail again"),
        (f"Will ferries sail again?\n\n{BODY}", "Will ferries sail again?"),
        (f"By Jane Doe\n\nFerries sail again\n{BODY}", "Ferries sail again"),
        (BODY, None),
        ("The ferry will sail on Monday", None),
        (f"Storm hit us. Will ferries sail again?\n\n{BODY}", None),
        ("The ferry service resumed after the storm\nand two piers stay closed, the office\nsaid.", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    """A line that ends no sentence, with prose after it."""
    document = read_text(text, "a")
    assert (document.title.of(text) if document.title else None) == title
