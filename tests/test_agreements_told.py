"""How an agreement is told where one side leaves an end open, or spells a name otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from report_samples import OPTIONS

from claimcheck import Report, Settings, compare_texts
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.matrix import mere_name
from claimcheck.model.report import StoryReport
from claimcheck.report.brief import agreement
from claimcheck.report.markdown import render as markdown
from claimcheck.report.text import render

# Each says of one thing when it was so, one of them with an open end.
OPEN_ENDS = [
    (("The road to Sill is closed until 12 March.", "The road to Sill is closed on 12 March."),
     "until 12 March 2031 / 12 March 2031"),
    (("The strike at Halden port will end on Friday.", "The strike at Halden port will last until Friday."),
     "7 March 2031 / until 7 March 2031"),
    (("The curfew in Tarn has been in force since 3 March.", "The curfew in Tarn began on 3 March."),
     "since 3 March 2031 / 3 March 2031"),
]
NAMES = [
    (("Premier Miklos Horvath opened the bridge in Tarn.", "The premier, Miklos Horvat, opened the bridge in Tarn."),
     "Miklos Horvath (also spelled Miklos Horvat)"),
    (("General Andrey Sobolev left Tarn.", "Andrei Sobolev, a general, left Tarn."),
     "Andrey Sobolev (also spelled Andrei Sobolev)"),
    (("Mohammed Darwish runs the port of Halden.", "The port of Halden is run by Muhammad Darwish."),
     "Mohammed Darwish (also spelled Muhammad Darwish)"),
]


def compared(*texts: str) -> Report:
    named = dict(zip("abc", texts, strict=False))
    return compare_texts(named, published=dict.fromkeys(named, date(2031, 3, 6)), settings=Settings(model="hashing"))


def agreed(report: Report, rule: str) -> list[Finding]:
    return [f for f in report.of(Verdict.AGREEMENT) if f.rule == rule]


@pytest.mark.parametrize(("texts", "told"), OPEN_ENDS)
def test_an_open_end_is_told_beside_the_day(texts: tuple[str, ...], told: str) -> None:
    """In the line of the agreement as in its message, in both orders."""
    report = compared(*texts)
    (finding,) = agreed(report, "same-date")
    assert "both say" not in finding.message
    assert agreement(finding) == told
    assert told in render(report, width=100, colour=False)
    assert told in markdown([StoryReport("", report)], OPTIONS)
    (turned,) = agreed(compared(*texts[::-1]), "same-date")
    assert agreement(turned) == " / ".join(reversed(told.split(" / ")))


@pytest.mark.parametrize(
    "texts",
    [
        ("The bridge in Orsel will reopen before 12 March.", "The bridge in Orsel will reopen on 10 March."),
        ("The museum in Dorvek was closed until Wednesday.", "The museum in Dorvek was closed on Tuesday."),
    ],
)
def test_what_an_open_end_leaves_room_for_is_no_agreement(texts: tuple[str, ...]) -> None:
    """Both may hold, and nobody has said the same; nor is it an alarm."""
    report = compared(*texts)
    assert not agreed(report, "same-date")
    assert not [f for f in report.findings if f.verdict in (Verdict.CONTRADICTION, Verdict.TENSION)]


def test_a_bound_is_told_beside_the_figure() -> None:
    """The same of amounts."""
    report = compared("The flood in Tarn destroyed more than 200 houses.", "The flood in Tarn destroyed 210 houses.")
    (finding,) = agreed(report, "same-quantity")
    assert agreement(finding) == "> 200 / 210"


def test_all_say_so_where_all_do() -> None:
    """One that joins two others with an open end does not say what they say."""
    day = "The museum in Dorvek was closed on Wednesday, the director said."
    (finding,) = agreed(compared(day, day, day.replace("on Wed", "until Wed")), "same-date")
    assert len({side.document for side in finding.evidence}) == 3
    assert not finding.message.startswith(("all say", "both say"))
    assert agreement(finding) == "5 March 2031 / until 5 March 2031"
    (finding,) = agreed(compared(day, day, day), "same-date")
    assert finding.message == "all say 5 March 2031"


@pytest.mark.parametrize(("texts", "told"), NAMES)
def test_another_spelling_is_told(texts: tuple[str, ...], told: str) -> None:
    """Each side has its own, and a third one, which has either, takes nothing away."""
    report = compared(*texts)
    (finding,) = agreed(report, "same-name")
    assert [side.value for side in finding.evidence] == [side.quote for side in finding.evidence]
    assert agreement(finding) == told
    assert "also spelled" in finding.message
    assert told in render(report, width=100, colour=False)
    (finding,) = agreed(compared(*texts, texts[0]), "same-name")
    assert agreement(finding) == told
    assert finding.message.startswith("3 documents name ")
    assert "also spelled" in finding.message


def test_a_short_form_is_no_other_spelling() -> None:
    """Nor are initials: they are read as the full name."""
    (finding,) = agreed(compared("William Harker runs the mill.", "The mill is run by Bill Harker."), "same-name")
    assert agreement(finding) == "William Harker"
    assert finding.message == "both name William Harker"


def test_a_name_that_is_spelled_in_two_ways_is_a_mere_name_still() -> None:
    """That both have it is no fact of the table."""
    report = compared(*NAMES[2][0])
    (finding,) = agreed(report, "same-name")
    assert mere_name(finding)
    assert not any(finding.fingerprint in row.findings for row in report.matrix)
    with_roles = compared(*NAMES[0][0])
    assert not mere_name(agreed(with_roles, "same-name")[0])
