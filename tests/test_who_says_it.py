"""Who says it, and what differs where two accounts give it to two people."""

from __future__ import annotations

from datetime import date

import pytest
from variations import alarms_either_way

from claimcheck.pipeline import claims_of
from claimcheck.read import read_text

DAY = date(2024, 3, 6)


@pytest.mark.parametrize(("text", "speaker"), [
    ("It was Ida Brandt who said that the ferry had been too full.", "Ida Brandt"),
    ("Ida Brandt, who told reporters that the ferry was full, left early.", "Ida Brandt"),
    ("It is deputy mayor Paul Renn who claims that the bridge is safe.", "Paul Renn"),
    ('"Nobody asked the fishermen," she snapped, and Ida Brandt nodded.', ""),
    ('"Nobody asked the fishermen," snapped harbour master Ida Brandt.', "Ida Brandt"),
    ('"Bring back the tram!" cried Ida Brandt, who had come with a bell.', "Ida Brandt"),
    ('Ida Brandt was blunt about the wait: "Nobody crosses before May."', "Ida Brandt"),
    ("Paul Renn's view was plain: \"Nobody crosses before May.\"", "Paul Renn"),
    ('"Nobody crosses before May," Paul Renn, prosecuting, had said to the clerk.', "Paul Renn"),
    ('"Nobody crosses before May," said Paul Renn, the inspector leading the inquiry; the owner, Ida Brandt, was away.',
     "Paul Renn"),
    ('The old quarrel over the "salt war" ended on Monday, Ida Brandt said.', "Ida Brandt"),
    ('The novel "Two rivers" was written by Paul Renn, who said it took ten years.', "Paul Renn"),
    ("Keeper Ali Demir said the elephant had been ill for weeks.", "Ali Demir"),
    ("Boxer Peter Mancuso said the fight had been fair.", "Peter Mancuso"),
])
def test_who_says_it(text: str, speaker: str) -> None:
    assert {c.speaker for c in claims_of(read_text(text, "a")).claims if c.attribution} == {speaker}


@pytest.mark.parametrize("text", [
    'The film "Gone with the tide" won three prizes in Velden.',
    'The play "Who is it?" opens the festival on Monday.',
    'He called it "a shame", left the room and slammed the door.',
    'A review concluding that she made "crude and hurtful" remarks came out on Monday.',
])
def test_a_title_or_a_few_words_in_quotation_marks_are_said_by_nobody(text: str) -> None:
    assert all(c.speaker in ("", "he") for c in claims_of(read_text(text, "a")).claims if c.attribution)


@pytest.mark.parametrize(("before", "speaker"), [
    ('Ida Brandt, who directs, makes no apology. "A stage is not a museum," she said on Tuesday, while Paul Renn, '
     "whose father wrote the play, sat in the front row.", "Ida Brandt"),
    ('Ida Brandt said: "I cannot tell you that yet." The work, she added, would take a week.', "Ida Brandt"),
    ("Paul Renn said that he would like Obama to say more. He added that it was late.", "Paul Renn"),
    ("Paula Renn denied that the operator had been warned. She said that nobody knew.", "Paula Renn"),
    ("Peter Novak said he was tired. \"I agree,\" Anna Holm said. He said that it was late.", "Peter Novak"),
    ("Anna Holm said the school was shut. Peter Novak did not say when it would open. He said it was late.",
     "Peter Novak"),
])
def test_she_is_who_spoke_or_was_told_of_before(before: str, speaker: str) -> None:
    said = [c.speaker for c in claims_of(read_text(before, "a")).claims if c.attribution and c.attribution.cue in (
        "said", "added")]
    assert said[-1] == speaker


QUOTED = "We pour it away or we sell it at a loss"


@pytest.mark.parametrize(("a", "b"), [
    (f'Farmers shut the dairy on Tuesday. "{QUOTED}," said Rui Calado, who keeps cows.',
     f'On Tuesday Inês Tavares told reporters: "{QUOTED}."'),
    (f'"{QUOTED}," Hernán Tapia snapped.', f'Kofi Mensah was blunt: "{QUOTED}."'),
    (f'"{QUOTED}," Rui Calado said.', f'It was Inês Tavares who said: "{QUOTED}."'),
])
def test_the_same_words_of_two_people(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == ["attribution-conflict"]


@pytest.mark.parametrize(("a", "b"), [
    ('"We can do better than this," said Sandro Pires in Velden.',
     '"We can do better than this," said Moira Kane in Ostra.'),
    ('"Our thoughts are with the families," Rui Calado said.',
     '"Our thoughts are with the families," said Inês Tavares.'),
    (f'"{QUOTED}," said Rui Calado of the farmers.', f'"{QUOTED}," the farmer told reporters.'),
    (f'Rui Calado spoke at the gate. "{QUOTED}," he said.', f'"{QUOTED}," said Inês Tavares.'),
    (f'Goldman Sachs said on Monday: "{QUOTED}."', f'"{QUOTED}," said Inês Tavares.'),
    (f'Rui Calado, the farmer, was told by the mayor: "{QUOTED}."', f'"{QUOTED}," said Inês Tavares.'),
    (f'It may have been Rui Calado who said: "{QUOTED}."', f'"{QUOTED}," said Inês Tavares.'),
    (f'"No deal," said Rui Calado, adding that, as Inês Tavares put it, "{QUOTED}".',
     f'"{QUOTED}," said Inês Tavares.'),
    (f'Rui Calado received a letter: "{QUOTED}."', f'"{QUOTED}," said Inês Tavares.'),
    (f'"{QUOTED}," Rui Calado heard from the crowd.', f'"{QUOTED}," said Inês Tavares.'),
    (f'Mr Ruud tried to be calm when Rui Calado kept interrupting. "{QUOTED}," he told him.',
     f'"{QUOTED}," said Jan Ruud.'),
    (f'"{QUOTED}," Rui Calado said.', f'"{QUOTED}," said a spokesman for Calado, Paul Renn.'),
])
def test_common_words_and_whoever_may_be_the_same_are_left_alone(a: str, b: str) -> None:
    assert alarms_either_way(a, b, DAY) == []
