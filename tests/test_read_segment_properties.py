"""Properties of reading and segmenting that hold for any text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.model.document import Document
from claimcheck.read import align_years, read_bytes, read_text
from claimcheck.segment import sentences

# Pieces that the rules look for, between characters of any kind.
PIECES = (
    "OSLO, March 3. /AP/. ",
    "LONDON (Reuters) - ",
    "3 March 2021",
    "Published: 2021-03-03 14:00",
    "By Jane Doe",
    "Source: Reuters",
    "# ",
    "---",
    "title: x",
    "The Associated Press contributed to this report.",
    "(Reporting by Jane Doe)",
    "Photo: x",
    "(AP Photo/x)",
    "SEE ALL RELATED",
    "Comments",
    "ADD A COMMENT",
    "All news",
    "Two men died. ",
    "He said: “It sank. We saw it.” ",
    "Mr. ",
    "U.S. ",
    "a.m. ",
    "3.5",
    '"',
    "'",
    "”",
    "(",
    ")",
    ". ",
    "?",
    "!",
    "…",
    "\n",
    "\r\n",
    "\n\n",
    "\r",
    "\t",
    "\u00a0",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\x85",
    "\x1c",
    "é",
    "İ",
    "😀",
    "\u202e",
    "a\u0301",
    "\0",
    "\ud800",
    "the ",
    "The ",
    "and two piers stay closed until ",
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map("".join)
WRITABLE = TEXTS.map(lambda t: t.encode("utf-8", "replace").decode("utf-8"))


def _spans_hold(document: Document) -> None:
    text = document.text
    found = sentences(document)
    for sentence in found:
        quote = sentence.span.of(text)
        assert quote == text[sentence.span.start : sentence.span.end]
        assert quote == quote.strip()
        assert any(c.isalnum() for c in quote)
        assert len(quote) <= 2_000
    assert all(
        a.span.end <= b.span.start and a.paragraph <= b.paragraph for a, b in pairwise(found)
    )
    assert [s.index for s in found] == list(range(len(found)))
    assert all(a.end <= b.start for a, b in pairwise(document.furniture))
    apart = [*document.furniture, *(c.span for c in document.credits)]
    apart += [document.dateline] if document.dateline else []
    for span in apart:
        assert 0 <= span.start < span.end <= len(text)
        assert not any(s.span.overlaps(span) for s in found)
    if document.title is not None:
        assert 0 <= document.title.start < document.title.end <= len(text)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_spans_are_exact_sorted_and_disjoint(text: str) -> None:
    """Whatever the text, sentences are exact slices of it, in order, and meet nothing that was set apart."""
    document = read_text(text, "a")
    assert document.text == text
    _spans_hold(document)


@given(WRITABLE)
@settings(max_examples=200, deadline=None)
def test_line_ends_do_not_matter(text: str) -> None:
    """With CRLF the same sentences are found as with LF, but for the line ends inside them."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    dos = plain.replace("\n", "\r\n")
    one, two = read_text(plain, "a"), read_text(dos, "a")
    assert [s.span.of(plain) for s in sentences(one)] == [s.span.of(dos).replace("\r\n", "\n") for s in sentences(two)]
    assert (one.source, one.published.on, one.published.month_day) == (
        two.source,
        two.published.on,
        two.published.month_day,
    )
    assert len(one.furniture) == len(two.furniture)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    """No other error than the one a user can act on."""
    message = ""
    try:
        _spans_hold(read_bytes(data, "a"))
    except InputError as error:
        message = str(error)
    assert "\n" not in message


@given(WRITABLE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
@settings(max_examples=100, deadline=None)
def test_unicode_comes_back_as_it_was(text: str, encoding: str) -> None:
    """Encoding and reading again changes nothing."""
    text = "".join(c for c in text if c >= " " or c in "\r\n\t").lstrip("\ufeff") + "word and some more words"
    assert read_bytes(text.encode(encoding), "a").text == text


@given(st.lists(st.tuples(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.booleans()), max_size=5))
@settings(max_examples=100, deadline=None)
def test_aligning_keeps_what_is_known_and_is_idempotent(days: list[tuple[date, bool]]) -> None:
    """Known dates stay; a second alignment changes nothing."""
    story = [
        read_text("LIMA, March 3 (AP) — It sank." if bare else "It sank.", str(i), published=None if bare else day)
        for i, (day, bare) in enumerate(days)
    ]
    once = align_years(story)
    assert align_years(once) == once
    assert all(b == a for a, b in zip(story, once, strict=True) if a.published.on is not None)
