"""The sources do not tell one story with one certainty: as fact, as unconfirmed, as denied, as untrue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from claimcheck.detect import DocumentClaims
from claimcheck.extract.falsity import falsity_words, find_falsity
from claimcheck.lexicon.concepts import concept, concepts
from claimcheck.lexicon.cues import cues
from claimcheck.lexicon.predicates import words
from claimcheck.link.statement import Statement
from claimcheck.model.claim import Claim, Factuality
from claimcheck.model.fact import Fact, Occurrence
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.model.value import Interval, Quantity
from claimcheck.report.words import listing
from claimcheck.rules.certainty_drift import is_charge, is_firm, is_hearsay, is_one_event, is_suspicion
from claimcheck.rules.rule import Rule, Story
from claimcheck.rules.words import named, place_evidence, source_of

# So many places of a dispute are shown, and so many claims of the account that stand nearest to it.
MAX_DISPUTES, MAX_TOLD = 3, 3
# The opening claims of an account say what it is about.
OPENING = 3
# So many words the openings of two must share to be about one story; where only one sentence is in doubt or denied, so
# many of its own, and at least this part of them. A sentence with fewer than these speaks of what was told before.
COMMON, WORDS, PART, BARE = 2, 3, 0.5, 3
_WORD = re.compile(r"\w+")
_SAYS_WHAT = re.compile(r" (?:that|of|about)\b")
_NAMED = re.compile(r"\b(\w+) (that|of|about)\b")
# Behind one of these stands a clause.
_INTRODUCES = re.compile(r"\b(?:that|to|it|whether|if|says?|said|claim|claimed)$", re.IGNORECASE)
_FOUND = re.compile(rf", [^,]+ (?:{'|'.join(sorted(cues('found_out')))})\W*$")
# What is told between the name of a tale and what is said of it: "talk OF A TAKEOVER is idle speculation".
_TALE = re.compile(r"[\w’'\s]*? (that|of|about) (.+) (?:is|are|was|were|has|have|had|can|could|remains?|remained)\b",
                   re.DOTALL)
_TOLD = frozenset({Factuality.ASSERTED, Factuality.REPORTED})


class How(IntEnum):
    """How a source tells a story, in the order of the message."""

    FACT = 0
    FOUND = 1  # by those who looked into it
    WORD = 2  # on the word of others
    HEARSAY = 3  # of others who have it from others
    UNCONFIRMED = 4
    DENIED = 5
    UNTRUE = 6


_SAID = {How.FACT: "told as fact by", How.FOUND: "as an inquiry's finding by", How.WORD: "on the word of others by",
         How.HEARSAY: "at second hand by", How.UNCONFIRMED: "as unconfirmed by", How.DENIED: "denied in",
         How.UNTRUE: "called untrue by"}
_VALUES = {How.FACT: "told as fact", How.FOUND: "an inquiry's finding", How.WORD: "told on the word of others",
           How.HEARSAY: "told at second hand", How.UNCONFIRMED: "unconfirmed", How.DENIED: "denied",
           How.UNTRUE: "untrue"}
_HEADLINE = "told as fact in the headline"


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is disputed at a place: so many of its `words` has an account that tells it, at least PART of its `core` and
    no more of what stands around that. `doers` are deeds with each name of who is said to have done them, `figures`
    amounts with what is counted: what was done to one of these, or is told with another figure, is another matter.
    `acts` are concepts of which an account that tells it has one, `deeds` what it has of them with who is said to have
    done them, `linked` places of other documents that tell what is told there for all that is known of who did what."""

    place: Span
    words: frozenset[str]
    least: int
    core: frozenset[str] = frozenset()
    doers: frozenset[tuple[str, str]] = frozenset()
    figures: frozenset[tuple[str, Interval]] = frozenset()
    acts: frozenset[str] = frozenset()
    deeds: tuple[Occurrence, ...] = ()
    linked: frozenset[tuple[int, Span]] = frozenset()

    def common(self, claim: Claim) -> frozenset[str]:
        """What a claim shares with it, but for what the claim says did not happen."""
        undone = {f.measure.event for f in claim.facts
                  if f.negated and isinstance(f.value, Occurrence) and f.value.kind == "event"}
        return (claim.words & self.words) - undone

    def is_linked(self, document: int, claim: Claim) -> bool:
        return any((document, f.span) in self.linked for f in claim.facts)

    def fits(self, claim: Claim) -> bool:
        if any((o.predicate, name) in self.doers for o in _deeds(claim) for name in o.theme.names):
            return False
        figures = _figures([claim])
        if not figures & self.figures and {event for event, _ in figures} & {event for event, _ in self.figures}:
            return False
        common = self.common(claim)
        if self.acts and not self.acts & common:
            return False
        told = [(mine, other) for mine in self.deeds for other in _deeds(claim) if mine.predicate == other.predicate]
        if told and not any(_by_one(mine, other) for mine, other in told):
            return False
        inside = len(common & self.core) if self.core else len(common)
        return len(common) >= self.least and inside >= max(PART * len(self.core), len(common) - inside)


@dataclass(frozen=True, slots=True)
class _Dispute:
    """A source that does not vouch for the story."""

    document: int
    how: How
    matters: tuple[_Matter, ...]


# By a source that does not vouch for it and one that tells it: what is in dispute, and the claims that tell it.
Told = dict[tuple[_Dispute, int], dict[_Matter, list[Claim]]]


def check(story: Story, rule: Rule) -> Iterator[Finding]:
    """One finding a story, with every source that disputes it and every one that tells it."""
    disputes = [d for document in range(len(story.documents)) if (d := _dispute(story, document)) is not None]
    silent = {d.document for d in disputes}
    told: Told = {}
    for dispute in disputes:
        for b, account in enumerate(story.documents):
            if b not in silent and not (account.doubtful or account.denials) and (found := _told(story, dispute, b)):
                told[dispute, b] = found
    telling = {b: _how(story, b, _claims(told, b)) for _, b in told}
    for (_, b), found in told.items():
        if any(_is_found(c) and matter.is_linked(b, c) for matter, claims in found.items() for c in claims):
            telling[b] = How.FOUND
    if any(dispute.how is How.UNTRUE or telling[b] in (How.FACT, How.FOUND) for dispute, b in told):
        yield _finding(story, rule, told, telling)


def _finding(story: Story, rule: Rule, told: Told, telling: dict[int, How]) -> Finding:
    disputes = sorted({d for d, _ in told}, key=lambda d: d.document)
    by_how: dict[How, list[int]] = {}
    for document, how in sorted([*telling.items(), *((d.document, d.how) for d in disputes)]):
        by_how.setdefault(how, []).append(document)
    headlines = {d.document: claim for d in disputes if (claim := _bold_headline(story, d, told)) is not None}
    shown = {(b, c.span, _VALUES[how]) for b, how in telling.items() for c in _claims(told, b)}
    for dispute in disputes:
        places = {m.place for (d, _), found in told.items() if d == dispute for m in found}
        shown |= {(dispute.document, span, _VALUES[dispute.how]) for span in sorted(places)[:MAX_DISPUTES]}
    shown |= {(document, claim.span, _HEADLINE) for document, claim in headlines.items()}
    return Finding(
        Verdict.TENSION, rule.name, "whether the story is true",
        ", ".join(f"{_SAID[how]} {_sources(story, by_how[how], headlines)}" for how in sorted(by_how)),
        tuple(place_evidence(story, d, span, value) for d, span, value in sorted(shown)),
        condition=_condition(story, [d.document for d in disputes], sorted(telling)), key="falsity",
        independent=any(story.independent(d.document, b) for d, b in told),
    )


def _condition(story: Story, doubting: Sequence[int], telling: Sequence[int]) -> str:
    """Every source by its name: who does not vouch for the story, and who tells it."""
    names = named(story, *doubting, *telling)
    some, others = names[: len(doubting)], names[len(doubting) :]
    verb = "speaks" if len(some) == 1 else "speak"
    return f"both hold only if {listing(some)} {verb} of another story than {listing(others)}"


def _claims(told: Told, document: int) -> list[Claim]:
    return [c for (_, b), found in told.items() if b == document for some in found.values() for c in some]


def _sources(story: Story, documents: Sequence[int], headlines: dict[int, Claim]) -> str:
    return listing(f"{source_of(story, d)}{' (but not in its headline)' if d in headlines else ''}" for d in documents)


def _dispute(story: Story, document: int) -> _Dispute | None:
    """The gravest way in which a source does not vouch for a story."""
    read = story.documents[document]
    if read.falsities:
        words, least = _called_untrue(story, document)
        whole = [_Matter(span, words, least, figures=_figures(story.claims_at(document, span.start)))
                 for span in read.falsities]
        return _Dispute(document, How.UNTRUE, tuple(_only_named(story, document, matter) for matter in whole))
    opening = _end_of_opening(read)
    doubted = [m for span in read.unconfirmed if (m := _unconfirmed(story, document, span)) is not None]
    if doubted:
        return _Dispute(document, How.UNCONFIRMED, tuple(doubted))
    denied = [m for span in read.denials if span.start < opening and (m := _denied(story, document, span)) is not None]
    return _Dispute(document, How.DENIED, tuple(denied)) if denied else None


def _called_untrue(story: Story, document: int) -> tuple[frozenset[str], int]:
    read = story.documents[document]
    around = _words([c for span in read.falsities for c in story.claims_at(document, span.start)])
    if all(_SAYS_WHAT.match(read.document.text, span.end) for span in read.falsities):
        return around, COMMON + 1  # "debunked reports that it planned to sell": only that
    return _words(read.claims[:OPENING]) | around, COMMON


def _only_named(story: Story, document: int, whole: _Matter) -> _Matter:
    """ "Rumours that the dam had burst made people run. The rumour was false": that is untrue, and not the flood."""
    read = story.documents[document]
    text, span = read.document.text, whole.place
    here = story.claims_at(document, span.start)
    tales = _words(here) & concepts(falsity_words("talk"))
    sentence = min((c.span.start for c in here), default=span.start)
    named = [m for m in _NAMED.finditer(text, 0, span.end + 1)
             if m[1].lower() in falsity_words("talk") and concept(m[1].lower()) in tales]
    if not named or named[-1].start() >= sentence or _SAYS_WHAT.match(text, span.end):
        return whole  # it names none before, or its own
    tale, own = Span(*named[-1].span(1)), int(named[-1][2] == "that")
    # "Of" and "about" name a thing, "that" tells one deed of its own; the deed behind these is of the sentence.
    there = story.claims_at(document, tale.start)
    deeds = sorted({f.span.start for c in there for f in c.facts if f.span.start > tale.end and any(_occurrences([f]))})
    end = deeds[own] if len(deeds) > own else max(c.span.end for c in there) if there else sentence
    core = concepts(frozenset(w.lower() for w in _WORD.findall(text[tale.end : end])) - words("stop"))
    if len(core) < COMMON:
        return whole
    return _Matter(span, core, max(COMMON, round(PART * len(core))), core, figures=_figures(there))


def _unconfirmed(story: Story, document: int, span: Span) -> _Matter | None:
    """What one sentence leaves unconfirmed; of "the story could not be confirmed" that is what the opening tells."""
    read = story.documents[document]
    here = story.claims_at(document, span.start)
    if (tale := _named_tale(story, document, span)) is not None:
        return None if _tells_too(read, tale, {c.sentence for c in here}) else tale
    words = _words(here) - _talk()
    if len(words) < BARE and not _SAYS_WHAT.match(read.document.text, span.end):
        if span.start >= _end_of_opening(read, 2 * OPENING):
            return None
        sentences = {c.sentence for c in here}
        words = _words([c for c in read.claims[:OPENING] if c.sentence not in sentences]) - _talk()
    core = words & _behind(read, span)
    if len(words) < WORDS:
        return None
    behind = _deeds_behind(story, document, span)
    deeds = tuple(_occurrences([s.fact for s in behind]))
    acts = frozenset(o.predicate for o in deeds)
    matter = _Matter(span, words | acts, max(WORDS, round(PART * len(words))), core, figures=_figures(here), acts=acts,
                     deeds=deeds, linked=_linked(story, behind))
    return None if acts and _tells_too(read, matter, {c.sentence for c in here}) else matter


def _named_tale(story: Story, document: int, span: Span) -> _Matter | None:
    """Only what "talk of a takeover of the brewery by a rival is idle" names, of which the first word, or a deed that
    it tells, is the act; None where it names too little to know it again."""
    read = story.documents[document]
    named = _TALE.match(read.document.text, span.start, span.end)
    if named is None:
        return None
    place = Span(*named.span(2))
    deeds = [o for s in story.statements if s.document == document and place.covers(s.fact.span)
             for o in _occurrences([s.fact])]
    core = [w for w in map(concept, _WORD.findall(named.group(2).lower())) if w in _all_words(story, document, place)]
    acts = frozenset(o.predicate for o in deeds) if named.group(1) == "that" else frozenset(core[:1])
    words = acts.union(core)
    if len(words) < WORDS:
        return None
    return _Matter(span, words, max(WORDS, round(PART * len(words))), acts=acts, deeds=tuple(deeds),
                   figures=_figures(story.claims_at(document, span.start)))


def _all_words(story: Story, document: int, place: Span) -> frozenset[str]:
    return _words(story.claims_at(document, place.start)) - _talk()


def _deeds_behind(story: Story, document: int, span: Span) -> list[Statement]:
    """What is done in the clause behind "rumours that"; what the sentence states itself is no rumour."""
    if not _INTRODUCES.search(span.of(story.documents[document].document.text)):
        return []
    sentence = _sentence(story, document, span)
    return [s for s in story.statements if s.document == document and s.claim.sentence == sentence
            and s.fact.span.start >= span.end and any(not o.stated for o in _occurrences([s.fact]))]


def _linked(story: Story, deeds: Sequence[Statement]) -> frozenset[tuple[int, Span]]:
    """Where others say that one was done, by the same to the same, while the article itself never does."""
    numbers = {s.number for s in deeds}
    return frozenset(
        (told.document, told.fact.span) for pair in (story.pairs if deeds else ())
        for doubted, told in ((pair.a, pair.b), (pair.b, pair.a))
        if doubted.number in numbers and not told.denied and is_one_event(pair) and is_firm(story, told, doubted))


def _sentence(story: Story, document: int, span: Span) -> int:
    return next((c.sentence for c in story.claims_at(document, span.start)), -1)


def _behind(read: DocumentClaims, span: Span) -> frozenset[str]:
    """Of "rumours about the next coach" only that is in doubt, and not that the last one went."""
    text = read.document.text
    if not _SAYS_WHAT.match(text, span.end) and not _SAYS_WHAT.search(span.of(text)[-6:]):
        return frozenset()
    end = max((c.span.end for c in read.claims if c.span.start <= span.start < c.span.end), default=span.end)
    return concepts(frozenset(w.lower() for w in _WORD.findall(text[span.end : end])))


def _denied(story: Story, document: int, span: Span) -> _Matter | None:
    """What somebody denies; None where the article tells it as fact as well."""
    read = story.documents[document]
    here = story.claims_at(document, span.start) or story.claims_at(document, span.end + 1)
    sentences = {c.sentence for c in here}
    tale = _named_tale(story, document, span)
    if tale is None and _TALE.match(read.document.text, span.start, span.end):
        return None
    content = [c for c in read.claims if c.sentence in sentences and c.span.start >= span.start]
    core, speakers = _words(content) - _talk(), {w for c in content for w in c.speaker.lower().split()}
    doers = {(o.predicate, name) for c in (*here, *content) for o in _deeds(c)
             for name in (o.agent.names or (speakers if o.agent.pronoun else ()))}
    denied = [s for s in story.statements if s.document == document and s.claim.sentence in sentences
              and s.fact.span.start >= span.end and (s.fact.negated or s.claim.factuality is Factuality.DENIED)]
    matter = tale or _Matter(span, (_words(here) | core | concepts(frozenset(speakers))) - _talk(), WORDS, core,
                             frozenset(doers), _figures(here), linked=_linked(story, denied))
    return None if _tells_too(read, matter, sentences) else matter


def _tells_too(read: DocumentClaims, matter: _Matter, sentences: Set[int]) -> bool:
    """Does an article tell as fact, in another sentence, what one of these disputes?"""
    told = (c for c in read.claims if c.sentence not in sentences and not c.heading and not _is_marked(read, c)
            and c.factuality is Factuality.ASSERTED and not c.text.rstrip().endswith("?")
            and cues("negation").isdisjoint(c.text.lower().split()))
    return any(map(matter.fits, told))


def _deeds(claim: Claim) -> Iterator[Occurrence]:
    return _occurrences(claim.facts)


def _occurrences(facts: Sequence[Fact]) -> Iterator[Occurrence]:
    return (f.value for f in facts if isinstance(f.value, Occurrence) and f.value.kind == "event")


def _by_one(a: Occurrence, b: Occurrence) -> bool:
    """May one deed be told of the same people? "Three cows were stolen" does not tell who stole which ones."""
    if any(mine.names and other.names and mine.names.isdisjoint(other.names)
           for mine, other in ((a.agent, b.agent), (a.theme, b.theme))):
        return False
    return bool(b.agent.text) or not a.agent.names or not (a.agent.names | a.theme.names).isdisjoint(b.theme.names)


def _figures(claims: Sequence[Claim]) -> frozenset[tuple[str, Interval]]:
    return frozenset((f.measure.event, f.value.base) for c in claims for f in c.facts if isinstance(f.value, Quantity))


def _is_marked(read: DocumentClaims, claim: Claim) -> bool:
    return is_hearsay(claim.text) or any(claim.span.overlaps(s) for s in (*read.unconfirmed, *read.denials))


def _told(story: Story, dispute: _Dispute, b: int) -> dict[_Matter, list[Claim]]:
    """By what is in dispute the claims of `b` that share most with it, and the first of its opening that does."""
    read = story.documents[b]
    claims = [c for c in read.claims if c.factuality in _TOLD and c.words and not c.text.rstrip().endswith("?")
              and not (c.facts and all(f.negated for f in c.facts))]
    if dispute.how is not How.UNTRUE:
        if _is_later(story, b, dispute.document) or any(is_suspicion(c.text) for c in claims):
            return {}
        claims = [c for c in claims if not _is_marked(read, c)]
    if dispute.how is How.DENIED:
        claims = [c for c in claims if c.span.start < _end_of_opening(read) and (
            not is_charge(c.text) or (_is_found(c) and any(m.is_linked(b, c) for m in dispute.matters)))]
    found = {}
    for matter in dispute.matters:
        fitting = [c for c in claims if matter.fits(c) or matter.is_linked(b, c)]
        first = [c for c in claims[:OPENING] if c in fitting][:1]
        fitting.sort(key=lambda c: (-len(matter.common(c)), c.span.start))
        found[matter] = [*fitting[:MAX_TOLD], *first]
    return {matter: some for matter, some in found.items() if some}


def _is_later(story: Story, document: int, than: int) -> bool:
    """What is known later is news."""
    days = [story.documents[d].document.published.on for d in (document, than)]
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _how(story: Story, document: int, claims: Sequence[Claim]) -> How:
    """The article itself, those it quotes, or those of whom these have it."""
    if any(c.factuality is Factuality.ASSERTED and not _quotes(story, document, c) for c in claims):
        return How.FACT
    return How.HEARSAY if any(_is_second_hand(story, document, c) for c in claims) else How.WORD


def _is_found(claim: Claim) -> bool:
    """ "He took bribes, an inquiry has found": those who looked into it say more than that it is their word."""
    if claim.attribution is not None:
        return claim.attribution.cue.lower() in cues("found_out")
    return claim.factuality is Factuality.ASSERTED and _FOUND.search(claim.text) is not None


def _quotes(story: Story, document: int, claim: Claim) -> bool:
    """Is part of it what somebody says? "He was arrested, police said" is on their word, and so is what stands behind
    "saying" or "told her", though no grammar finds where it begins."""
    if not _speaking().isdisjoint(map(concept, _WORD.findall(claim.text.lower()))):
        return True
    return any(c.attribution is not None and c.sentence == claim.sentence and claim.span.covers(c.span)
               for c in story.documents[document].claims)


def _is_second_hand(story: Story, document: int, claim: Claim) -> bool:
    """ "Police said that witnesses said": does another one who is quoted say that this one says it?"""
    return any(other.attribution is not None and other.span != claim.span and other.span.covers(claim.span)
               for other in story.claims_at(document, claim.span.start))


def _bold_headline(story: Story, dispute: _Dispute, told: Told) -> Claim | None:
    """The headline that tells as fact what its own article does not."""
    read = story.documents[dispute.document]
    others = [c.words for (d, _), found in told.items() if d == dispute for some in found.values() for c in some]
    return next((c for c in read.claims if c.heading and c.factuality is Factuality.ASSERTED
                 and not _is_marked(read, c) and not find_falsity(c.text) and not c.text.rstrip().endswith("?")
                 and not any(f.negated for f in c.facts) and any(len(c.words & w) >= WORDS for w in others)), None)


def _end_of_opening(read: DocumentClaims, claims: int = OPENING) -> int:
    return max((c.span.end for c in read.claims[:claims]), default=0)


def _words(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset().union(*(c.words for c in claims))


@cache
def _speaking() -> frozenset[str]:
    return concepts(frozenset({"say", "tell", "claim", "allege", "insist"}))


@cache
def _talk() -> frozenset[str]:
    """What is said of stories, and not what they tell."""
    words = {"confirm", "verify", "deny", "rumour", "true"}
    return concepts(falsity_words("talk") | falsity_words("unvouched") | words)
