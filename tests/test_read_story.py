"""The two founding articles: what is read of them, and their sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from claimcheck.model.document import Credit, DateOrigin, Document, SentenceKind
from claimcheck.read import align_years, read_path
from claimcheck.segment import sentences

STORY = Path(__file__).parent.parent / "fixtures" / "stories" / "kazakhstan-pullout"


def _story() -> tuple[Document, Document]:
    first, second = align_years([read_path(STORY / "gsv-2022-01-11.txt"), read_path(STORY / "tass-2022-01-12.txt")])
    return first, second


def _credits(document: Document) -> list[tuple[str, str, str]]:
    return [(c.name, c.kind, _quote(document, c)) for c in document.credits]


def _quote(document: Document, credit: Credit) -> str:
    return credit.span.of(document.text)


def test_the_site_copy_gives_title_date_line_publisher_and_credit() -> None:
    """Everything around the first article is recognised, and counted as what it is."""
    document, _ = _story()
    assert document.title is not None
    assert document.title.of(document.text).startswith("Peskov: Russia will not interfere")
    assert document.published.on == date(2022, 1, 11)
    assert document.published.origin is DateOrigin.DATE_LINE
    assert document.source == "GSV"
    assert _credits(document) == [("TASS", "credit line", "Based on materials from TASS")]
    assert [s.of(document.text).split()[0] for s in document.furniture] == ["GSV", "Photo:"]
    assert document.dateline is None


def test_the_agency_report_gets_its_year_from_the_other_article() -> None:
    """A dateline without a year is a month and a day until the story supplies the year."""
    alone = read_path(STORY / "tass-2022-01-12.txt")
    assert alone.published.on is None
    assert alone.published.month_day == (1, 12)
    assert align_years([alone]) == (alone,)
    _, document = _story()
    assert document.published.on == date(2022, 1, 12)
    assert document.published.origin is DateOrigin.STORY
    assert document.published.span is not None
    assert document.published.span.of(document.text) == "January 12"


def test_the_agency_report_gives_title_dateline_and_furniture() -> None:
    """A word of navigation above the headline does not become the headline."""
    _, document = _story()
    assert document.title is not None
    assert document.title.of(document.text).startswith("Timeframe for peacekeepers")
    assert document.source == "TASS"
    assert _credits(document) == [("TASS", "dateline", "TASS")]
    assert [s.of(document.text) for s in document.furniture] == ["All news"]
    assert document.dateline is not None
    assert document.dateline.of(document.text) == "MOSCOW, January 12. /TASS/. "


def test_sentences_of_the_site_copy() -> None:
    """Eleven sentences: each sentence of a quotation is one, dates and credits are none."""
    document, _ = _story()
    found = [(s.paragraph, s.kind, s.span.of(document.text)) for s in sentences(document)]
    assert [p for p, _, _ in found] == [0, 1, 2, 2, 3, 3, 4, 5, 6, 6, 7]
    assert [k for _, k, _ in found] == [SentenceKind.TITLE] + [SentenceKind.BODY] * 10
    texts = [t for _, _, t in found]
    assert texts[2] == '"This is entirely the prerogative of the country that has made this request to the CSTO.'
    assert texts[5] == 'As part of this exchange, the Russian side receives data from its Kazakh colleagues".'
    assert texts[8].endswith("released and sent home.")
    assert texts[10].startswith("Earlier, Kazakh President")
    assert texts[10].endswith("no more than 10 days.")


def test_sentences_of_the_agency_report() -> None:
    """Headline and subheading are titles; the first body sentence begins after the dateline."""
    _, document = _story()
    found = sentences(document)
    assert [s.kind for s in found] == [SentenceKind.TITLE] * 2 + [SentenceKind.BODY] * 13
    assert [s.paragraph for s in found] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 10, 10, 10]
    assert found[2].span.of(document.text).startswith("The process of withdrawing a mission")
    assert found[8].span.of(document.text).endswith('"first and foremost, by Kazakh law-enforcers."')
    assert found[-1].span.of(document.text).startswith("Law and order,")
