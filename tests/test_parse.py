"""The parser sees a sentence once, wherever and however often it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claimcheck.model.document import Document
from claimcheck.parse import parse_sentences, spacy_parser
from claimcheck.read import read_text
from claimcheck.segment import sentences

WIRE = "Nine people were hurt in the fire at Brevik."


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    spacy_parser.forget()
    yield
    spacy_parser.forget()


def _tokens(document: Document) -> list[tuple[tuple[str, str, str, str, int], ...]]:
    return [tuple((t.span.of(document.text), t.text, t.lemma, t.dep, t.head) for t in parsed.tokens)
            for parsed in parse_sentences(document.text, sentences(document))]


def test_a_repeated_sentence_has_the_same_parse_at_its_own_place() -> None:
    """Within one document and in another one."""
    first = _tokens(read_text(f"{WIRE} A school was closed. {WIRE}", "a"))
    second = _tokens(read_text(f"The mayor spoke on Monday. {WIRE}", "b"))
    assert len(first) == 3
    assert first[0] == first[2] == second[1]
    assert all(place == text for place, text, *_ in first[2])


def test_a_sentence_that_was_parsed_is_not_given_to_the_parser_again(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    nlp = spacy_parser._model()

    class Noted:
        def pipe(self, pieces: list[str], *, batch_size: int) -> object:
            given.extend(pieces)
            return nlp.pipe(pieces, batch_size=batch_size)

    monkeypatch.setattr(spacy_parser, "_model", Noted)
    for name, text in (("a", f"{WIRE} {WIRE}"), ("b", f"A school was closed. {WIRE}")):
        _tokens(read_text(text, name))
    assert given == [WIRE, "A school was closed."]


def test_no_more_is_remembered_than_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_parser, "_REMEMBERED", 2)
    for number in range(4):
        document = read_text(f"{WIRE} Hall {number} was closed. Pier {number} was open.", str(number))
        assert len(_tokens(document)) == 3
        assert len(spacy_parser._known) <= 2
