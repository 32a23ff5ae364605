"""Publication dates: date lines, datelines, front matter, and what is none of them."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from claimcheck.model.document import DateOrigin, Document
from claimcheck.read import align_years, read_text

BODY = "The ferry service resumed after the storm, the harbour office said. Two piers stay closed."


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2021",
        "3rd March 2021",
        "March 3, 2021",
        "Mar. 3, 2021",
        "Mar 3 2021",
        "2021-03-03",
        "2021/03/03",
        "03.03.2021",
        "13/03/2021",
        "Wednesday, 3 March 2021 10:15 GMT",
        "Wed, 03 Mar 2021 10:15:00 +0300",
        "Published: 2021-03-03 14:00",
        "Published on March 3, 2021 at 2:05 p.m. EST",
        "2021-03-03T14:00:00Z",
        "Posted: 3 March 2021 | 10:15 UTC",
        "By Jane Doe | March 3, 2021",
        "Reuters, March 3, 2021",
        "Geneva, 3 March 2021",
        "First published 3 Mar 2021",
        "(3 March 2021)",
        "MARCH 3, 2021",
        "10:15, 3 March 2021",
        "March / 3 / 2021",
        "Posted on 3 March 2021 by the newsroom",
        "Published on 3 March 2021 by our city desk",
        "Filed 3 March 2021, 10.15am, by staff reporters",
        "This article was first published on 3 March 2021.",
        "Last updated: 3 March 2021",
        "Updated 5 March 2021 | First published 3 March 2021",
        "Uploaded 3 March 2021, last revised 5 March 2021",
        "3 March 2021, updated 5 March 2021",
        "*By our staff* — **Updated: 3 March 2021, 10:15**",
        "*3 March 2021. By Jo Parr*",
        "__Published: 3 March 2021__",
        "**By Jo Parr**, *court reporter* | 3 March 2021",
        "Court reporter, 3 March 2021",
        "From our correspondent in Ostra, 3 March 2021",
        "Jo Parr · Senior Reporter · 3 March 2021",
        "Ida Brandt, chief political editor, Harbour Courier – 3 March 2021",
    ],
)
def test_date_lines(line: str) -> None:
    """The usual forms of a line that only says when are read, and are no sentence afterwards."""
    document = read_text(f"Ferries sail again\n\n{line}\n\n{BODY}", "a")
    expected = date(2021, 3, 13) if line.startswith("13/") else date(2021, 3, 3)
    assert (document.published.on, document.published.origin) == (expected, DateOrigin.DATE_LINE)
    assert document.published.span is not None
    assert document.published.span.of(document.text) == line


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank on 3 March 2021.",
        "Storm of March 3, 2021 remembered by families",
        "Updated on 3 March 2021 by the ferry company",
        "Released on 3 March 2021 by a judge",
        "3/4/2021",
        "31 February 2021",
        "12 March 20210",
        "Room 2021-03-03-17 was sealed",
        "In March 2021 the ferry was sold",
        "*Opened on 3 March 2021*",
        "Mayor sacks court reporter, 3 March 2021",
        "The vote is on 3 March 2021, said our reporter.",
        "The ferry, 3 March 2021",
    ],
)
def test_what_is_no_date_line(line: str) -> None:
    """A day in running prose, an impossible day, and an order that depends on the country date nothing."""
    assert read_text(f"Ferries sail again\n\n{line}\n\n{BODY}", "a").published.on is None


def test_publication_wins_over_update() -> None:
    """The day an article first appeared anchors it, not the day it was touched; both lines are dropped."""
    text = f"Ferries sail again\n\nUpdated: 5 March 2021\nPublished: 3 March 2021\n\n{BODY}"
    document = read_text(text, "a")
    assert document.published.on == date(2021, 3, 3)
    assert [s.of(text) for s in document.furniture] == ["Updated: 5 March 2021"]


def test_a_chronicle_is_not_dated_by_its_entries() -> None:
    """Three bare days on their own lines are headings of a chronicle."""
    text = "A week of storms\n\n" + "\n\n".join(f"{day} March 2021\n\n{BODY}" for day in (3, 4, 5))
    assert read_text(text, "a").published.on is None


def test_a_given_date_wins_but_the_date_line_is_still_set_apart() -> None:
    """--date overrides the text."""
    document = read_text(f"Ferries sail again\n\n3 March 2021\n\n{BODY}", "a", published=date(2021, 3, 9))
    assert (document.published.on, document.published.origin) == (date(2021, 3, 9), DateOrigin.GIVEN)
    assert document.published.span is not None


DATELINES = [
    ("GENEVA, March 3. /UNITEDWIRE/. ", "UNITEDWIRE", (3, 3)),
    ("OSLO, Norway (AP) — ", "AP", None),
    ("LONDON (Reuters) - ", "Reuters", None),
    ("LONDON, March 3 (Reuters) - ", "Reuters", (3, 3)),
    ("By Jane Doe March 3 (Reuters) - ", "Reuters", (3, 3)),
    ("(Adds quote from the harbour office) March 3 (Reuters) - ", "Reuters", (3, 3)),
    ("LIMA, Peru — ", None, None),
    ("ST. JOHN'S, Nfld. — ", None, None),
    ("PORT-AU-PRINCE/SANTO DOMINGO (Reuters) -- ", "Reuters", None),
    ("Aden, Yemen (CNN)", "CNN", None),
    ("(AFP) - ", "AFP", None),
    ("GENEVA, March 3 (Harbour Wire), Jane Doe - ", "Harbour Wire", (3, 3)),
    ("Geneva, 3 March – ", None, (3, 3)),
    ("SINGAPORE — ", None, None),
]


@pytest.mark.parametrize(("prefix", "agency", "month_day"), DATELINES)
def test_datelines(prefix: str, agency: str | None, month_day: tuple[int, int] | None) -> None:
    """Place, day and agency before the first sentence are cut off it; the agency is credited and is the source."""
    document = read_text(prefix + BODY, "a")
    assert document.dateline is not None
    assert document.dateline.of(document.text) == prefix
    assert document.published.month_day == month_day
    assert [c.name for c in document.credits] == ([agency] if agency else [])
    assert document.source == (agency or "a")


@pytest.mark.parametrize(
    "text",
    [
        "Last week - after long talks - the ferry sailed.",
        "UPDATE — The ferry sailed.",
        "NASA — The agency said so.",
        "The mayor (AP) said so.",
        "About 50 inmates — including two women — fled.",
        "Harbour Holding (HHL) shares rose.",
        "Doe — The mayor — resigned.",
        "IT was late. The ferry sailed.",
        "March 3 was a bad day for the ferry.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    """Dashes and brackets in a first sentence do not cost it its beginning."""
    assert read_text(text, "a").dateline is None


def test_a_dateline_with_a_year_dates_the_document() -> None:
    """Nothing needs to be inferred then."""
    document = read_text(f"GENEVA, March 3, 2021 (AP) — {BODY}", "a")
    assert (document.published.on, document.published.origin) == (date(2021, 3, 3), DateOrigin.DATELINE)


def _dated(id: str, on: date | None, prefix: str = "") -> Document:
    return read_text(prefix + BODY, id, published=on)


def test_the_year_is_that_of_the_nearest_day() -> None:
    """Over New Year the year differs from that of the other document."""
    other, undated = _dated("a", date(2021, 12, 30)), _dated("b", None, "GENEVA, January 2 (AP) — ")
    assert align_years([other, undated])[1].published.on == date(2022, 1, 2)


def test_no_year_where_the_others_disagree_or_the_weekday_does() -> None:
    """An unknown year stays unknown: no guess."""
    undated = _dated("c", None, "GENEVA, January 2 (AP) — ")
    assert align_years([_dated("a", date(2021, 1, 3)), _dated("b", date(2020, 1, 3)), undated])[2] == undated
    weekday = read_text(f"Ferries sail again\n\nMonday, January 12\n\n{BODY}", "d")
    assert align_years([_dated("a", date(2022, 1, 11)), weekday])[1].published.on is None
    fitting = read_text(f"Ferries sail again\n\nWednesday, January 12\n\n{BODY}", "d")
    assert align_years([_dated("a", date(2022, 1, 11)), fitting])[1].published.on == date(2022, 1, 12)


def test_a_leap_day_finds_its_year() -> None:
    """29 February exists in one of the three years around."""
    undated = _dated("b", None, "GENEVA, February 29 (AP) — ")
    assert align_years([_dated("a", date(2024, 3, 1)), undated])[1].published.on == date(2024, 2, 29)


def test_aligning_does_not_depend_on_the_order() -> None:
    """Every order of the documents gives every document the same date."""
    story = [
        _dated("a", date(2021, 12, 30)),
        _dated("b", None, "GENEVA, January 2 (AP) — "),
        _dated("c", None, "LIMA, January 3 (AP) — "),
    ]
    results = {tuple(sorted((d.id, d.published.on) for d in align_years(order))) for order in permutations(story)}
    assert results == {(("a", date(2021, 12, 30)), ("b", date(2022, 1, 2)), ("c", date(2022, 1, 3)))}


def test_front_matter_gives_title_source_and_date() -> None:
    """Metadata win over the body; their offsets are those of the text as written."""
    fields = 'title: "Ferries sail again"\nsource: The Harbour Gazette\ndate: 2021-03-03\ntags: [sea]'
    text = f"---\n{fields}\n---\n\n# Ferries sail again\n\n{BODY}\n"
    document = read_text(text, "a")
    assert document.title is not None
    assert document.title.of(text) == "Ferries sail again"
    assert document.source == "The Harbour Gazette"
    assert (document.published.on, document.published.origin) == (date(2021, 3, 3), DateOrigin.METADATA)
