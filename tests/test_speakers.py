"""Who speaks, as the report names him."""

from __future__ import annotations

import pytest

from claimcheck.extract.names import Roster
from claimcheck.model.parse import Token
from claimcheck.model.span import Span
from claimcheck.pipeline import claims_of
from claimcheck.read import read_text


@pytest.mark.parametrize("before", ["", "The flood hit Ostra and Velden on Monday. "])
@pytest.mark.parametrize(("text", "speaker"), [
    ("The University of Ostra said 12 people died.", "University of Ostra"),
    ("Twelve people died, the Bank of Velden said.", "Bank of Velden"),
    ("The Ostra Bank of Commerce said that 12 people died.", "Ostra Bank of Commerce"),
    ("The Department for Education said 12 people died.", "Department for Education"),
    ("The Church of the Holy Cross said 12 people died.", "Church of the Holy Cross"),
    ("The Ministry of Foreign Affairs of Velden said 12 people died.", "Ministry of Foreign Affairs of Velden"),
    ("The Institute of Physics in Ostra said 12 people died.", "Institute of Physics"),
    ("The governor of the Bank of Velden said 12 people died.", "Bank of Velden"),
    ("Bank of Velden governor Ida Brandt said 12 people died.", "Ida Brandt"),
    ("Ida Brandt, head of the Bank of Velden, said 12 people died.", "Ida Brandt"),
    ("The University of Ostra's Ida Brandt said 12 people died.", "Ida Brandt"),
    ("Ida Brandt of Ostra said 12 people died.", "Ida Brandt"),
    ("The mayor of Ostra said 12 people died.", "mayor of Ostra"),
    ("Police in Ostra said 12 people died.", "Police in Ostra"),
])
def test_a_name_that_goes_over_a_preposition_is_one(before: str, text: str, speaker: str) -> None:
    """Not cut to its last word, whether that is told elsewhere or not; the place of a person is none of his name."""
    document = read_text(before + text, "a")
    assert [c.speaker for c in claims_of(document).claims if c.attribution] == [speaker]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Twelve people died, according to police.", "police"),
    ("Twelve people died, according to the Ministry of Health.", "Ministry of Health"),
    ("According to Ida Brandt, twelve people died.", "Ida Brandt"),
    ("The fine of 40 euros was set according to income.", None),
    ("The 40 seats are given out according to size.", None),
    ("He earns 40 euros per hour.", None),
])
def test_according_to_names_a_speaker(text: str, speaker: str | None) -> None:
    """Where one stands behind it."""
    said = {c.speaker for c in claims_of(read_text(text, "a")).claims if c.attribution}
    assert said == ({speaker} if speaker else set())


def test_a_quotation_in_straight_marks_ends_with_its_last_sentence() -> None:
    """What stands behind it is not said by whoever is quoted next."""
    text = ('Ida Brandt spoke on Monday. "The number will rise. I have no doubt about that." The water took '
            "two bridges.\n\nNine of the dead were found near the river, police said.\n")
    told = {c.text: c.speaker for c in claims_of(read_text(text, "a")).claims}
    assert told["The water took two bridges."] == ""
    assert told["Nine of the dead were found near the river"] == "police"


@pytest.mark.parametrize(("before", "speaker"), [
    ("According to Anna Ruud, 12 people died.", "Anna Ruud"),
    ("Mayor Karla Holm said 9 people died. According to Anna Ruud, 12 people died.", "Anna Ruud"),
    ("Twelve people died, according to Karla Holm.", "Karla Holm"),
    ("Mayor Karla Holm said 9 people died. According to a report, 12 people died.", "Karla Holm"),
    ("Mayor Karla Holm said 9 people died. According to the Ministry of Health, 12 people died.", "Karla Holm"),
    ("Mayor Karla Holm said 9 people died. Twelve people died, according to police.", "Karla Holm"),
])
def test_she_is_the_last_person_who_was_named_as_a_speaker(before: str, speaker: str) -> None:
    """By "said" or by "according to"; a report and an office are no "she"."""
    told = {c.text: c.speaker for c in claims_of(read_text(before + " She said 40 people were hurt.", "a")).claims}
    assert next(by for text, by in told.items() if "40 people" in text) == speaker


def test_a_preposition_behind_the_name_that_hangs_on_it() -> None:
    """The parser may hang a day on the "following" behind it: what stands before that is the whole name once more."""
    rows = [("Bank", "PROPN", "nsubj", 9), ("Monday", "PROPN", "pobj", 2), ("following", "ADP", "prep", 0)]
    tokens = [Token(i, Span(10 * i, 10 * i + len(word)), word, word.lower(), pos, "", dep, head)
              for i, (word, pos, dep, head) in enumerate(rows)]
    speaker = Roster([]).speaker(tokens, 0, ())
    assert speaker == "Bank Monday"


@pytest.mark.parametrize(("text", "speaker"), [
    ("President Davit Geladze ruled out talks. “One does not bargain with wolves,” he said.", "Davit Geladze"),
    ("“It was terrible,” said Ida Brandt. Jon Lind died in the fire. “He was kind,” she said.", "Ida Brandt"),
    ("Jon Lind died in the fire. “He was kind,” she said.", ""),
    ("Ida Brandt said the bridge was safe. The union rejected that. She said nobody had looked.", "Ida Brandt"),
    ("Ida Brandt and Jon Lind met in Ostra. “It is over,” she said.", ""),
])
def test_a_pronoun_is_who_was_told_of_last(text: str, speaker: str) -> None:
    assert [c.speaker for c in claims_of(read_text(text, "a")).claims if c.attribution][-1] == speaker


@pytest.mark.parametrize(("text", "speaker"), [
    ("Fisherman Anna Terra said the river was high.", "Anna Terra"),
    ("Schoolteacher David Pinho said the river was high.", "David Pinho"),
    ("Baker Hughes Group said the river was high.", "Baker Hughes Group"),
    ("Hunter S. Thompson said the river was high.", "Hunter S. Thompson"),
])
def test_what_somebody_is_begins_no_name(text: str, speaker: str) -> None:
    assert [c.speaker for c in claims_of(read_text(text, "a")).claims if c.attribution] == [speaker]
