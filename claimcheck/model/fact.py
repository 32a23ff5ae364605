"""A fact: one comparable thing in a claim, with what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.span import Span
from claimcheck.model.value import Quantity, Relation, Timex


class Aspect(StrEnum):
    """Which value of the measure a fact speaks of."""

    LEVEL = "level"  # "stood at 5", "rose to 5"
    CHANGE = "change"  # "rose by 5"
    PREVIOUS = "previous"  # "from 5"
    START = "start"  # "began on Monday"
    END = "end"
    PART = "part"  # "5 of the 12", "5 more"
    WHOLE = "whole"  # the 12 of "5 of the 12"
    ASIDE = "aside"  # measures nothing itself: a footnote, "the worst in 18 years", one of several told one by one


@dataclass(frozen=True, slots=True)
class Measure:
    """What a fact is about. Words are concepts: a lexicon's class of synonyms, else the stem of the lemma.

    `head` is the counted noun or the property, `event` what happens or lasts, `subject` and `object` the words of the
    two arguments, `modifiers` the words that narrow the head, `names` the proper names around it, `agents` those in
    the subject, `places` those behind "in" and "at", `nations` the words beside the head as written (a demonym loses
    its capital in a stem), `scope` the times that the statement is limited to. A `conditional` fact stands behind
    "if", an `expected` one was only forecast, an `estimated` one is what somebody reckons, a `replaced` one what was
    told before it was put right. What is `ongoing` was so up to the day of the document, and may go on, and what is
    `present` is told of the time of writing. `bearer` has the words of the name of whose age it is, as far as the
    document tells. A sum of money is for `each` of some thing: the ticket of "$40 a ticket".
    """

    dimension: str
    head: str = ""
    event: str = ""
    aspect: Aspect = Aspect.LEVEL
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    conditional: bool = False
    expected: bool = False
    estimated: bool = False
    replaced: bool = False
    ongoing: bool = False
    present: bool = False
    scope: tuple[Timex, ...] = ()
    label: str = ""  # what is measured, for readers
    bearer: tuple[str, ...] = ()
    each: str = ""

    @property
    def bound(self) -> bool:
        """True where it is known what is measured."""
        return bool(self.head or self.event)


@dataclass(frozen=True, slots=True)
class Comparison:
    """``left relation right`` between two measures of one dimension, without a number: "longer than"."""

    span: Span
    relation: str  # "<" or ">"
    dimension: str
    left: str
    right: str
    offset: Quantity | None = None  # "two days after": left - right
    left_words: str = ""
    right_words: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """Who fills a role: decides, speaks for, heads. `excluded` names are said not to fill it (alone)."""

    span: Span
    role: str
    filler: str
    words: frozenset[str]
    predicate: str  # the wording: "is coordinated by", "is the prerogative of"
    excluded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part. `head` is a concept, `names` are lower-cased words of the fullest name, `words` the
    concepts of the phrase; a pronoun has those of what it may stand for. `general`: "people", "no one"."""

    text: str = ""
    head: str = ""
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    general: bool = False
    none: bool = False  # "no passenger", "nobody"
    pronoun: bool = False
    beside: frozenset[str] = frozenset()  # words of whom "and" joins to it
    called: frozenset[str] = frozenset()  # his own name in "the Orlo striker Jan Amsel"; empty where `names` are that


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, as said. `kind` is "place" ("in Harrow, Ohio"), "direction" ("south of Harrow") or
    "body" ("in the left leg"); `names` are the words of each name, nearest first, or the part; `side` is "left",
    "south" and the like."""

    span: Span
    kind: str
    names: tuple[str, ...]
    side: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """That something happened or did not: a predicate with its polarity.

    `theme` is what it happens to or holds of (the object, else the subject), `agent` who does it. `kind` is "event",
    "state" (an adjective) or "some" (that there are any: "14 arrests", "no arrests").
    `around` are prepositions with the words behind them, `where` those of place once more, as names.
    """

    span: Span
    predicate: str
    negated: bool
    cue: str = ""  # the word that negates
    kind: str = "event"
    agent: Party = Party()
    theme: Party = Party()
    around: tuple[tuple[str, frozenset[str]], ...] = ()
    lasting: bool = False  # "remained closed", "is still missing"
    refused: bool = False  # "declined to": denies what was done and what was planned
    pending: bool = False  # "not yet"
    unanswered: bool = False  # "did not say whether"
    doubt: str = ""  # the word that leaves it open: "allegedly", "suspected" of it
    stated: bool = False  # by the sentence itself, not in a clause that something else vouches for
    where: tuple[Place, ...] = ()
    word: str = ""  # the predicate as the text has it, for readers
    contrary: str = ""  # that it is not so, for readers: "did not concede", "no arrests"
    passive: bool = False
    told: str = ""  # who did what to whom, for readers


@dataclass(frozen=True, slots=True)
class Fact:
    """`span` is what the report marks; `index` numbers the facts of one document in the order of the text."""

    span: Span
    value: Quantity | Timex | Comparison | Role | Occurrence
    measure: Measure
    negated: bool = False


_EDGES = {Aspect.START: Relation.SINCE, Aspect.END: Relation.UNTIL}


def up_to(lasting: Fact, edge: Fact) -> bool:
    """Is one so until, or since, a time, and does the other say when that ends, or starts: "is open until Friday",
    "closes on Sunday"?"""
    one, other, aspect = lasting.value, edge.value, edge.measure.aspect
    if not isinstance(one, Timex) or not isinstance(other, Timex) or lasting.measure.aspect is aspect:
        return False
    return one.relation is _EDGES.get(aspect) and other.relation is Relation.IN and not edge.negated
