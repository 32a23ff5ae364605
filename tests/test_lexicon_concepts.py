"""Which words name the same thing, and which must not."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest
import snowballstemmer

from claimcheck.lexicon.concepts import concept, is_event

_STEM = snowballstemmer.stemmer("english").stemWord


def _data() -> dict[str, dict[str, list[str]]]:
    text = resources.files("claimcheck.lexicon").joinpath("concepts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _classes() -> list[tuple[str, list[str]]]:
    data = _data()
    return [(name, words) for section in ("events", "things", "words") for name, words in data[section].items()]


def test_every_class_is_named_by_its_first_word() -> None:
    """Reports and rules may name a class by its first word."""
    assert [name for name, words in _classes() if not words or words[0] != name] == []


def test_no_word_is_listed_twice() -> None:
    """A word has one meaning here, or it is not listed."""
    words = [w for _, ws in _classes() for w in ws] + _data()["apart"]["words"]
    assert sorted(w for w in set(words) if words.count(w) > 1) == []


def test_listed_words_are_lower_case_lemmas() -> None:
    """Words are looked up in lower case, without apostrophes and full stops."""
    words = [w for _, ws in _classes() for w in ws] + _data()["apart"]["words"]
    assert [w for w in words if w != w.lower().strip() or not w.replace("-", "").isalpha()] == []


def test_no_class_repeats_what_the_stemmer_knows() -> None:
    """Within a class each word brings a stem of its own."""
    assert [name for name, ws in _classes() if len({_STEM(w) for w in ws}) < len(ws)] == []


def test_words_kept_apart_would_be_joined_by_the_stemmer() -> None:
    """A word that is its own stem gains nothing from the list: others fall to it all the same."""
    assert [w for w in _data()["apart"]["words"] if _STEM(w) == w] == []


def test_every_listed_word_reaches_its_own_class() -> None:
    """Neither the stem nor the plural of another word gets in between."""
    assert [w for name, ws in _classes() for w in ws if concept(w) != name] == []
    assert [w for w in _data()["apart"]["words"] if concept(w) != w] == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("killed", "fatality"), ("dead", "death"), ("injury", "wounded"), ("arrest", "detention"),
        ("quake", "earthquake"),
        ("decide", "decision"), ("growth", "increase"), ("sale", "sell"), ("robbery", "rob"), ("pullout", "withdrawal"),
        ("employee", "staff"), ("home", "house"), ("organisation", "organize"), ("center", "centre"), ("loss", "lose"),
        ("spokeswoman", "spokesman"), ("Workers", "worker"), ("arrival", "arrive"), ("ballot", "vote"),
        ("Police", "officers"), ("sacking", "layoff"), ("hospitalised", "hospitalization"),
    ],
)
def test_synonyms_meet(a: str, b: str) -> None:
    """Words for the same thing are one concept."""
    assert concept(a) == concept(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("injure", "hospitalise"), ("hospital", "hospitalise"), ("woman", "person"), ("child", "person"),
        ("live", "die"),
        ("deadly", "die"), ("department", "depart"), ("office", "police"), ("position", "positive"), ("quite", "quit"),
        ("important", "import"), ("reporter", "report"), ("village", "villager"), ("state", "country"),
        ("town", "city"),
        ("according", "agree"), ("building", "build"), ("product", "production"), ("several", "severe"),
        ("news", "new"),
        ("prison", "prisoner"), ("vaccine", "vaccination"), ("national", "nation"), ("critical", "critic"),
        ("storm", "hurricane"), ("infect", "infer"), ("minority", "minor"), ("training", "train"), ("March", "protest"),
        ("Protestant", "protest"), ("bomb", "bombing"), ("final", "finalise"), ("rise", "raise"), ("opening", "begin"),
    ],
)
def test_lookalikes_stay_apart(a: str, b: str) -> None:
    """A common stem or a related sense does not make one concept."""
    assert concept(a) != concept(b)


def test_events_are_those_of_the_lexicon() -> None:
    """Things that are counted are no events; what happens to them is."""
    assert is_event(concept("fatalities"))
    assert is_event(concept("evacuated"))
    assert not is_event(concept("employee"))
    assert not is_event(concept("spoon"))


@pytest.mark.parametrize("word", ["", "s", "’s", "...", "-", "é", "0", "中国", "s" * 500])
def test_any_text_has_a_concept(word: str) -> None:
    """Nothing that a tokeniser may produce is an error."""
    assert concept(word) == concept(word.upper().lower())
