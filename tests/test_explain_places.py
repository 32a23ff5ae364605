"""Where in an article somebody points: by line, by line and column, or by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import UsageError
from claimcheck.explain import locate
from claimcheck.model.document import Document

TEXT = "Mill to close\n\nThe mill will “go on” for 10 days,\nthen 110 days more.  \nTen days, 10\ndays."
DOCUMENT = Document("a.txt", TEXT, "a")


def _pointed(line: int | None = None, column: int | None = None, quote: str | None = None) -> str:
    return locate(DOCUMENT, line, column, quote).span.of(TEXT)


def test_a_line_is_its_words() -> None:
    """White space at the end is no part of it."""
    assert _pointed(4) == "then 110 days more."
    assert _pointed(1, 6) == "t"


def test_words_are_found_as_the_shell_gives_them() -> None:
    """Straight quotation marks stand for curly ones, a blank for a line break, and words are whole."""
    assert _pointed(quote='"go on"') == "“go on”"
    assert _pointed(3, quote="10 days") == "10 days"
    assert _pointed(quote="MILL TO") == "Mill to"
    assert _pointed(5, quote="ten days") == "Ten days"
    assert locate(DOCUMENT, None, None, "110").asked == "“110” in line 4"


@pytest.mark.parametrize(
    ("line", "column", "quote", "words"),
    [
        (0, None, None, ["a.txt:0", "6 lines"]),
        (7, None, None, ["a.txt:7", "6 lines"]),
        (2, None, None, ["a.txt:2", "empty"]),
        (4, 20, None, ["a.txt:4:20", "19 characters"]),
        (3, 0, None, ["a.txt:3:0", "count from 1"]),
        (None, None, "20 days", ["a.txt", "“20 days”", "does not stand there"]),
        (4, None, "10 days", ["a.txt:4", "does not stand there"]),
        (None, None, "10 days", ["2 times", "lines 3, 5", "a.txt:LINE:COLUMN"]),
        (None, None, "days", ["4 times", "lines 3, 4, 5, 6"]),
        (None, None, " ", ["does not stand there"]),
    ],
)
def test_mistake_names_the_place_and_the_mend(
    line: int | None, column: int | None, quote: str | None, words: list[str]
) -> None:
    """A place that is not there, or that is not one."""
    with pytest.raises(UsageError) as told:
        locate(DOCUMENT, line, column, quote)
    for word in words:
        assert word in str(told.value)


@given(st.text(max_size=60), st.text(max_size=12))
def test_what_is_found_reads_like_the_quote(text: str, quote: str) -> None:
    """Whatever the text and the words: one place whose words are those, or one line of complaint."""
    try:
        span = locate(Document("a", text, "a"), None, None, quote).span
    except UsageError:
        return
    assert len(span.of(text).split()) == len(quote.split())
