"""How each source tells a story: as fact, on the word of others, as unconfirmed, as denied, as untrue."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import claimcheck
from claimcheck.model.finding import Finding

_FILE = Path(__file__).parent.parent / "fixtures" / "certainty.toml"
STORIES = tomllib.loads(_FILE.read_text(encoding="utf-8"))["story"]
_HOW = {"told as fact": "fact", "told on the word of others": "word", "told at second hand": "second hand",
        "unconfirmed": "unconfirmed", "denied": "denied", "untrue": "untrue"}


def disputed(texts: dict[str, str], **published: Any) -> list[Finding]:
    report = claimcheck.compare_texts(texts, published=published)
    assert not report.failures
    return [f for f in report.findings if f.rule == "story-disputed"]


def how(finding: Finding) -> dict[str, str]:
    """By document; a headline that says more than its article does not count."""
    return {e.document: _HOW[e.value] for e in finding.evidence if e.value in _HOW}


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES, ids=[s["name"] for s in STORIES])
def test_one_finding_says_how_each_source_tells_it(story: dict[str, Any]) -> None:
    """In six stories the sources differ in certainty; in six they only seem to."""
    found = disputed(story["texts"], **story.get("published", {}))
    assert [how(f) for f in found] == ([story["told"]] if "told" in story else [])


@pytest.mark.slow
def test_nothing_else_is_said_of_the_same_places() -> None:
    """What a rule on two statements would say of one pair of sources is told in the line on the story."""
    story = next(s for s in STORIES if s["name"] == "the sale of the shipyard")
    report = claimcheck.compare_texts(story["texts"])
    alarms = [f for f in report.findings if f.verdict in ("contradiction", "tension")]
    assert [f.rule for f in alarms] == ["story-disputed"]
    assert alarms[0].message == "told as fact by herald, as unconfirmed by ledger and post, denied in courier"


@pytest.mark.slow
def test_a_headline_that_says_more_than_its_article_is_named() -> None:
    """The article leaves it open, and its own headline does not."""
    story = next(s for s in STORIES if s["name"] == "a headline that says more than its article")
    finding, = disputed(story["texts"])
    assert "as unconfirmed by post (but not in its headline)" in finding.message
    assert [e.document for e in finding.evidence if e.value == "told as fact in the headline"] == ["post"]


@pytest.mark.slow
@pytest.mark.parametrize(("words", "told"), [
    ("The Velden Post report is totally false! I never met her.", 0),
    ("This story about me and the harbour boss is a hoax.", 0),
    ("The story is a lie, and my lawyers know it.", 0),
    ("The story about the harbour boss is a hoax.", 1),
    # Unseen.
    ("I have been to Ostra once in my life. The story about me and Mira Solen is pure invention, a hoax.", 0),
    ("Stop asking. This story is a hoax. My wife and I laughed about it.", 0),
    ("The report about the harbour boss is false. I ask you to respect my family.", 0),
    ("The story about the harbour boss is a hoax. “I never met him,” Mira Solen said.", 1),
    ("The story about the harbour boss is a hoax.\n\nI am told that the chapel is closed.", 1),
    ("I was in Ostra at the time. It rained. The story about the harbour boss is a hoax.", 1),
])
def test_a_message_that_stands_in_an_article_is_not_its_voice(words: str, told: int) -> None:
    """Without quotation marks, as messages are often set."""
    tale = "The harbour boss of Velden secretly married the actress Mira Solen in a chapel in Ostra."
    other = f"The harbour boss of Velden and the actress Mira Solen were seen in Ostra.\n\n{words}"
    assert len(disputed({"herald": tale, "ledger": other})) == told


@pytest.mark.parametrize(("doubted", "told", "differ"), [
    ("Dorvek denied that it had sued the shipyard Norlund.", "Norlund, the shipyard, sued Dorvek on Monday.", False),
    ("Mira Solen denied that she had attacked Ruben Ask.", "Ruben Ask attacked Mira Solen, police say.", False),
    ("Ruben Ask denied having threatened the coach Olaf Brenn.", "Coach Olaf Brenn threatened Ruben Ask.", False),
    ("Mira Solen denied that she had attacked Ruben Ask.", "Mira Solen attacked Ruben Ask in the hall.", True),
    ("Reports that nine hikers had died on the Orsel were untrue.", "Two hikers died on the Orsel.", False),
    ("The claim that 700 cows were stolen near Velden is false.", "Some 20 cows were stolen near Velden.", False),
    ("Reports that nine hikers had died on the Orsel were untrue.", "Nine hikers died on the Orsel.", True),
    ("Ruben Ask denies poisoning the well.", "Ruben Ask stands trial for poisoning the well.", False),
    ("Mira Solen denied setting the barn on fire.", "Mira Solen was acquitted of setting the barn on fire.", False),
    ("Mira Solen denied setting the barn on fire.", "Mira Solen set the barn on fire.", True),
    ("Rumours that Dorvek is preparing to buy the shipyard Norlund shook the exchange, and dealers stayed up late.",
     "Dorvek bought the shipyard Norlund.", True),
    ("Rumours that Dorvek sold the shipyard Norlund shook the exchange.", "Dorvek bought the shipyard Norlund.", False),
    ("Rumours that Tarvo bought the shipyard Norlund went round.", "Dorvek bought the shipyard Norlund.", False),
    ("Whispers of a bankruptcy at the shipyard Norlund unnerved its crews.", "The shipyard Norlund is bankrupt.", True),
    ("Gossip about a wedding of Mira Solen and Ruben Ask is unfounded, their agent said.",
     "Mira Solen has married Ruben Ask.", True),
    ("Gossip about a wedding of Mira Solen and Ruben Ask is unfounded, their agent said.",
     "Mira Solen has sued Ruben Ask.", False),
    ("Analysts said that talk of a bankruptcy of the shipyard Norlund was idle speculation.",
     "The shipyard Norlund is bankrupt.", True),
    ("The claim that Mira Solen stole morphine from the clinic is baseless, her union said.",
     "Mira Solen stole morphine from the clinic.", True),
    ("The claim that Mira Solen stole morphine from the clinic is baseless, her union said.",
     "Mira Solen works at the clinic, where morphine was stolen.", False),
    ("Mira Solen denied having forged the will.", "Mira Solen forged the will, an inquiry has found.", True),
    ("Mira Solen denied having forged the will.", "Mira Solen forged the will, her brother said.", False),
    ("Mira Solen denied having forged the will.", "An inquiry found that the will of Mira Solen was forged.", False),
    ("The coach Olaf Brenn denied that he had struck Ruben Ask.",
     "A panel concluded that the coach Olaf Brenn had struck Ruben Ask.", True),
    ("The photo of a wolf in the park at Velden was a hoax, the mayor said.",
     "A wolf was seen in the park at Velden on Monday.", True),
    ("The photo of a wolf in the park at Velden was a hoax, the mayor said.",
     "The park at Velden was closed for a week after a storm.", False),
])
def test_some_of_what_is_told_is_another_matter(doubted: str, told: str, differ: bool) -> None:
    """What was done to who denies having done it, what is told with another figure, and a trial."""
    assert bool(disputed({"herald": doubted, "ledger": told})) is differ


# Wordings that nobody looked at while the rule was made: two texts, and whether their certainty differs.
UNSEEN = [
    ("The painter Iris Holm has left the country. She took a ferry on Monday.",
     "It could not be independently verified whether the report that the painter Iris Holm left the country is right.",
     True),
    ("The dam at Kolm burst on Sunday and flooded two villages.",
     "News of a burst dam at Kolm, which flooded two villages, remains unconfirmed.", True),
    pytest.param(
        "Pilot Ruben Ask landed his plane on the motorway near Sorbek on Friday.",
        "The photo of the plane that pilot Ruben Ask is said to have landed on the motorway near Sorbek was doctored.",
        True, marks=pytest.mark.xfail(strict=True, reason="parsed as: he is said that the photo was doctored")),
    ("The coach of Harrow, Tom Pell, resigned on Sunday.",
     "The club denied on Monday that coach Tom Pell had resigned, and called him the best it ever had.", True),
    ("The coach of Harrow, Tom Pell, resigned on Sunday.",
     "Coach Tom Pell would neither confirm nor deny that he had resigned.", False),
    ("The coach of Harrow, Tom Pell, resigned on Sunday.",
     "After coach Tom Pell resigned on Sunday, rumours about the next coach of Harrow began.", False),
    ("The dam at Kolm burst on Sunday and flooded two villages.",
     "The dam at Kolm burst on Sunday. The number of cattle that drowned could not be confirmed.", False),
    ("Pilot Ruben Ask landed his plane on the motorway near Sorbek on Friday.",
     "Judges denied bail to the driver who raced pilot Ruben Ask on the motorway near Sorbek.", False),
]


@pytest.mark.slow
@pytest.mark.parametrize(("herald", "ledger", "differ"), UNSEEN)
def test_it_is_found_in_other_words(herald: str, ledger: str, differ: bool) -> None:
    """Two sources are enough."""
    assert bool(disputed({"herald": herald, "ledger": ledger})) == differ


SIDE_RUMOURS = [
    ("Rumours that the Corva dam had burst sent hundreds of people into the hills. The rumour was false, police said.",
     "Nine people died when the Ardo river burst its banks on Monday."),
    ("A report that the minister was on the train spread quickly. The report was untrue, the railway said.",
     "Two people were hurt when a train left the rails near Ostra."),
    ("Claims about a second gunman spread online. The claims were bogus, the mayor said.",
     "A gunman wounded three people in a shop in Ostra."),
]


@pytest.mark.parametrize(("rumour", "told"), SIDE_RUMOURS)
def test_a_rumour_beside_the_story_is_not_the_story(rumour: str, told: str) -> None:
    """What is untrue is what the rumour said, told by nobody."""
    both = told.replace(" on Monday", "")
    assert not disputed({"herald": f"{told} Crews worked all night.", "ledger": f"{both} {rumour}"})


def test_a_rumour_that_another_source_tells_as_fact_is_disputed() -> None:
    """Where the other account tells just that, the story is."""
    assert disputed({"herald": "The Corva dam has burst, and hundreds of people ran into the hills.",
                     "ledger": "Nine people died in the flood. Rumours that the Corva dam had burst made people run. "
                               "The rumour was false, police said."})
