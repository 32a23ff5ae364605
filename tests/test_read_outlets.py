"""The outlet in the head of a text: on a line of its own, beside a date or a byline, and what is none."""

from __future__ import annotations

import pytest

from claimcheck.link.origins import find_origins
from claimcheck.model.document import Document
from claimcheck.read import read_text
from claimcheck.read.outlets import read_outlet
from claimcheck.segment import sentences

HEADLINE = "Ferry runs aground off Velm with 90 aboard"
BODY = (
    "A ferry with 90 people on board ran aground off Velm on Tuesday, the office in Ostra said. Nobody was hurt.\n\n"
    "The council asked the owner to sue the yard, and the mayor sued it. Two piers stay closed."
)


def _read(*head: str, body: str = BODY) -> Document:
    return read_text("\n".join(head) + f"\n\n{body}", "a")


def _title(document: Document) -> str | None:
    return document.title.of(document.text) if document.title else None


def _in_the_article(document: Document) -> set[str]:
    return {s.span.of(document.text) for s in sentences(document)}


# They tell by themselves, or by a place that the article names.
STRONG = [
    "The Velm Sentinel", "Radio Ostra News", "Ostra Evening Mail", "The Sunday Argus", "NordWire Newsdesk",
    "Ostra Local Radio", "Reef Quarterly (magazine)", "VELM GAZETTE", "The Ostra Voice", "Ostra Post",
    "The Harbour Gazette", "Evening Herald", "The Tarn Herald", "Coast Radio | News", "FRONTIER WEEKLY",
]
# These only beside a date or a byline.
WEAK = [
    "Velm Observer", "Eastern News Agency", "ChannelNine News Online", "Harbour Press Service", "Seawire",
    "The Islands & Sounds Times", "The Daily Beacon", "South Reef Television", "The Harbour Page",
]


@pytest.mark.parametrize("outlet", [*STRONG, *WEAK])
@pytest.mark.parametrize("rest", [
    ("5 March 2031",), ("5 March 2031", "By Ada Pell"), ("By Ada Pell", "5 March 2031"), ("March 2031", "5 March 2031"),
])
def test_below_the_headline(outlet: str, rest: tuple[str, ...]) -> None:
    """It is the source and no sentence; the headline stays."""
    document = _read(HEADLINE, outlet, *rest)
    assert document.source == outlet.partition(" (")[0].partition(" |")[0]
    assert _title(document) == HEADLINE
    assert outlet not in _in_the_article(document)


@pytest.mark.parametrize("outlet", STRONG)
def test_without_a_date_beside_it(outlet: str) -> None:
    name = outlet.partition(" (")[0].partition(" |")[0]
    below, above = _read(HEADLINE, outlet), _read(outlet, "", HEADLINE, "5 March 2031")
    assert (below.source, _title(below)) == (above.source, _title(above)) == (name, HEADLINE)


@pytest.mark.parametrize("outlet", WEAK)
def test_a_weak_name_without_a_date_beside_it(outlet: str) -> None:
    document = _read(HEADLINE, outlet)
    assert (document.source, _title(document)) == ("a", HEADLINE)


@pytest.mark.parametrize("broadcaster", ["Public Radio Ostmark", "State Television Velm", "Radio Nordkyst"])
def test_a_broadcaster_below_the_headline(broadcaster: str) -> None:
    assert _read(HEADLINE, broadcaster, "5 March 2031").source == broadcaster


@pytest.mark.parametrize("headline", [
    "FERRY HITS ROCKS OFF VELM", "Ferry Hits Rocks Off Velm", "“I heard the hull crack”", "What now for the ferry?",
])
@pytest.mark.parametrize("outlet", [
    "The Velm Sentinel", "Ostra Evening Mail", "Eastern News Agency", "The Ostra Post", "Velm Times", "Channel 4 News",
])
def test_under_any_headline(headline: str, outlet: str) -> None:
    document = _read(headline, outlet, "5 March 2031", "By Ada Pell")
    assert document.source == outlet
    assert _title(document) == headline.strip("“”") or _title(document) == headline


@pytest.mark.parametrize(("line", "outlet"), [
    ("The Harbour Review, 5 March 2031", "The Harbour Review"),
    ("The Daily Ledger, Wednesday 5 March 2031", "The Daily Ledger"),
    ("Velm Gazette | 5 March 2031", "Velm Gazette"),
    ("5 March 2031 · The Upper Reef Valley Chronicle", "The Upper Reef Valley Chronicle"),
    ("SeaWire Newsdesk, 5 March 2031", "SeaWire Newsdesk"),
    ("5 March 2031 | The Beacon", "The Beacon"),
    ("5 March 2031 — The Beacon", "The Beacon"),
    ("By Ada Pell, Velm Courier | 5 March 2031", "Velm Courier"),
    ("Ada Pell, chief reporter, Velm Courier – 5 March 2031", "Velm Courier"),
    ("By Eastern Wire | 5 March 2031", "Eastern Wire"),
    ("By Ada Pell, Velm Courier", "Velm Courier"),
    ("By Ada Pell and Jon Orr, Eastern Wire", "Eastern Wire"),
])
def test_beside_a_date_or_a_byline(line: str, outlet: str) -> None:
    document = _read(HEADLINE, line)
    assert (document.source, _title(document)) == (outlet, HEADLINE)
    assert line not in _in_the_article(document)


@pytest.mark.parametrize("line", [
    "Geneva, 5 March 2031", "The Hague, 5 March 2031", "By Emily Post, 5 March 2031", "Court reporter, 5 March 2031",
    "Ostra, Velm, 5 March 2031",
])
def test_a_place_or_a_person_beside_a_date(line: str) -> None:
    document = _read(HEADLINE, line)
    assert document.source == "a"
    assert document.published.on is not None


HEADLINES = [
    "Herald Bridge Closed", "Post Office Workers Strike", "News of the Week", "Hard Times", "Mayor Sues Daily Post",
    "Police Raid Travel Agency", "Space Agency", "Radio Silence", "Gazette Editor Quits", "The Morning After",
    "Off the Record", "Barbed Wire", "Time to Review", "Courier Killed in Crash", "Storm News", "Hate Mail", "Pop Star",
    "Why I Left the Herald", "The Week in Review", "Prison Service",
]


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("rest", [
    (), ("5 March 2031",), ("By Ada Pell", "5 March 2031"), ("The paper says the mayor must go", "5 March 2031"),
    ("Owner Blames Fog", "5 March 2031"),
])
def test_a_headline_with_such_a_word_stays_one(headline: str, rest: tuple[str, ...]) -> None:
    document = _read(headline, *rest)
    assert (document.source, _title(document)) == ("a", headline)


@pytest.mark.parametrize("line", [
    "Emily Post", "Carl Press", "Jo Mail", "Local News", "World News", "Book Review", "The Sports Page",
    "Weekly Review",
    "Breaking News", "Travel Agency", "Owner Blames Fog", "Two piers stay closed",
    "Latest from Ostra Post", "Opinion", "Ferry Owner Says Good News", "No Mail",
])
def test_a_person_a_section_or_a_deck_under_a_headline(line: str) -> None:
    document = _read(HEADLINE, line, "5 March 2031")
    assert (document.source, _title(document)) == ("a", HEADLINE)


@pytest.mark.parametrize("deck", ["Mayor Sues Post", "Council Asks Harbour Mail", "Owner Blames Morning Star"])
def test_a_deck_in_title_case_under_a_headline_in_title_case(deck: str) -> None:
    assert _read("Ferry Hits Rocks Off Velm", deck, "5 March 2031").source == "a"


def test_a_name_alone_is_the_headline_and_a_list_has_none() -> None:
    """Something else has to be the headline, and a paragraph has to follow."""
    assert _title(_read("The Velm Sentinel")) == "The Velm Sentinel"
    assert read_text("Papers of Ostra\nVelm Gazette\nOstra Herald\nReef Courier", "a").source == "a"


def test_a_name_far_down_is_not_read() -> None:
    assert _read(HEADLINE, "", BODY, "", "Velm Sentinel", body=BODY + " " + BODY).source == "a"


@pytest.mark.parametrize(("head", "code", "name"), [
    ("Coastal Press", "CP", "Coastal Press"),
    ("Northern News Agency", "NNA", "Northern News Agency"),
    ("Reefers' Union Wire", "RUW", "Reefers' Union Wire"),
    ("Petrel News Agency", "Petrel", "Petrel News Agency"),
    ("The Arlen Post", "AP", "AP"),  # a paper prints what an agency wrote
    ("Velm Courier", "CP", "Canadian Press"),
    ("", "CP", "Canadian Press"),
    ("The Canadian Press", "CP", "Canadian Press"),
    ("", "RUW", "RUW"),
])
def test_what_a_code_in_a_dateline_is_short_for(head: str, code: str, name: str) -> None:
    """A name in the head that has its initials, then a known agency."""
    document = _read(HEADLINE, *([head] if head else []), "5 March 2031", body=f"VELMAR ({code}) - {BODY}")
    assert [(c.name, c.kind) for c in document.credits] == [(name, "dateline")]
    assert document.source == {"The Canadian Press": name}.get(head, head or name)


def test_who_names_the_code_names_the_agency() -> None:
    """The agency's own report says what its code is."""
    own = read_text(f"{HEADLINE}\nReef Union Wire\n5 March 2031\n\nVELMAR (RUW) - {BODY}", "own")
    other = read_text("Ferry aground\n\nThe ferry lies off Velm, divers said.\n\nSource: RUW", "other")
    assert [o.documents for o in find_origins((own, other), (), (0, 0))] == [("other", "own")]


@pytest.mark.parametrize("byline", [
    "By Ada Pell in Velm", "By Ada Pell, in Port Ostra", "By Jon Orr at the Harbour", "By Ada Pell, court reporter",
    "By Jon Orr, North-Coast correspondent", "by Ada Pell",
])
def test_bylines(byline: str) -> None:
    """They are no sentence, and the line above them is the headline."""
    document = _read(HEADLINE, byline)
    assert _title(document) == HEADLINE
    assert byline not in _in_the_article(document)


@pytest.mark.parametrize("line", ["By Wednesday in Velm", "By the sea in Velm", "By 2031 in Velm"])
def test_no_bylines(line: str) -> None:
    assert line in _in_the_article(_read(HEADLINE, line))


@pytest.mark.parametrize(("text", "firm"), [
    ("Velm Gazette", True), ("Velm News Agency", True), ("Daily Mail", True), ("The Times", True), ("Velm Post", False),
])
def test_names_that_tell_by_themselves(text: str, firm: bool) -> None:
    found = read_outlet(text)
    assert found is not None
    assert found.firm is firm


def _read_with(line: str) -> str:
    document = _read(HEADLINE, line)
    assert _title(document) == HEADLINE
    return document.source


PERSONS = [
    "Kate Ledger", "Nick Herald", "Joan Ledger", "Heath Ledger", "Wiley Post", "Jane Herald", "Anna Courier",
    "Maria Herald", "Dr Joan Ledger", "J. Ledger", "Kate M. Post",
]


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("line", [
    "By {}", "By {} | 5 May 2031", "{}, 5 May 2031", "{} | 5 May 2031", "By Ada Pell and {}", "{}",
    "By Ada Pell and {} | 5 May 2031",
])
def test_a_person_is_no_outlet(person: str, line: str) -> None:
    assert _read_with(line.format(person)) == "a"


@pytest.mark.parametrize("person", PERSONS)
def test_an_author_on_a_line_of_the_head_is_no_outlet(person: str) -> None:
    document = _read(HEADLINE, person, "5 May 2031")
    assert (document.source, _title(document)) == ("a", HEADLINE)


@pytest.mark.parametrize("house", [
    "The White House", "The Kremlin", "The Prime Minister", "The Cabinet", "The Old Bailey", "The Old Port",
    "The Guildhall",
])
@pytest.mark.parametrize("line", ["{}, 5 May 2031", "5 May 2031, {}", "{} 5 May 2031", "{} | 5 May 2031"])
def test_a_house_beside_a_date_is_no_outlet(house: str, line: str) -> None:
    assert _read_with(line.format(house)) == "a"


@pytest.mark.parametrize(("kicker", "headline"), [
    ("Heath Ledger", "Actor found dead in his flat"), ("The Gold Standard", "Bank returns to old rule"),
    *((kicker, HEADLINE) for kicker in (
        "The Daily Grind", "Lamp Post", "Command Post", "Response Times", "Tea Times", "Razor Wire", "Hot Press",
        "General Ledger", "The Labour Leader", "FLOOD NEWS", "Shop Online", "Cup Final (Saturday)",
        "UPDATED DAILY", "Twice Weekly", "Storm Bulletin", "Kabul Journal",
    )),
])
@pytest.mark.parametrize("dated", [(), ("5 May 2031",), ("By Ada Pell", "5 May 2031")])
def test_what_stands_above_a_headline_stays(kicker: str, headline: str, dated: tuple[str, ...]) -> None:
    document = _read(kicker, headline, *dated)
    assert (document.source, _title(document)) == ("a", kicker)


@pytest.mark.parametrize("deck", [
    "The Bike Courier", "The Pop Star", "The Opposition Leader", "Captain Blames Lookout Observer",
    "Thousands Flee Telegraph", "King Signs Peace Herald", "Gunman Robbed Elderly Courier", "A Love Chronicle",
    "An Evening Herald", "Labour Leader",
])
@pytest.mark.parametrize("headline", [HEADLINE, "Ferry Hits Rocks Off Velm", "FERRY HITS ROCKS"])
@pytest.mark.parametrize("dated", [(), ("5 May 2031",), ("By Ada Pell", "5 May 2031")])
def test_a_deck_is_no_outlet(deck: str, headline: str, dated: tuple[str, ...]) -> None:
    document = _read(headline, deck, *dated)
    assert (document.source, _title(document)) == ("a", headline)


def test_of_whom_the_article_tells_is_no_outlet() -> None:
    """Though "Heath" stands inside a sentence."""
    body = "The actor Heath Ledger was found dead in Velm on Tuesday, the police said. Nobody else was there."
    assert _read("Actor found dead in his flat", "Heath Ledger", "5 May 2031", body=body).source == "a"


@pytest.mark.parametrize(("line", "outlet"), [
    ("By Eastern Wire", "Eastern Wire"), ("By The Velm Chronicle", "The Velm Chronicle"), ("By Ostra Press", "a"),
    ("By Ada Pell, Velm Courier", "Velm Courier"), ("By Ada Pell, Kate Ledger", "a"),
    ("By Ada Pell, Jon Orr and Joan Ledger", "a"),
])
def test_bylines_without_a_person(line: str, outlet: str) -> None:
    assert _read_with(line) == outlet


def test_an_agency_in_a_byline_comes_before_the_outlet_at_the_foot() -> None:
    """As docs/formats.md says."""
    foot = f"{BODY}\n\n© 2031 The Daily Ostra"
    assert _read(HEADLINE, "By Reuters", body=foot).source == "Reuters"
