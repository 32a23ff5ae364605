"""One fact is one finding with all its places, however many pairs of sources and sentences tell it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.report.words import listing
from claimcheck.rules import RULES
from claimcheck.rules.agreed import Place, documents_by_thing, groups_of, place_of, places_of, things_of
from claimcheck.rules.conditions import condition_of_all
from claimcheck.rules.rule import Rule
from claimcheck.rules.words import TWO_THINGS, sides

_Key = tuple[object, ...]
_GRAVITY = tuple(Verdict)
_ALARMS = (Verdict.CONTRADICTION, Verdict.TENSION)
_LONGER = re.compile(r"\w{4,}")
_MOST = 0.6
# Of labelled conflicts this likely 19 of 23 are of one thing, of those from .3 on 31 of 47.
_ONE_THING = 0.5
_LATER = ", later "
_ON_VALUES = ("same-quantity", "same-date")


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one rule and verdict are one where they say the same of the same documents: the same values, or a
    place in common. So are alarms on several documents that have a place in common and set the same against each other:
    what two sources have and a third one denies is one tension. The first one speaks for all, and names all."""
    return _joined([replace(f, evidence=_once(f.evidence)) for f in findings], _alike)


def gather(findings: Iterable[Finding], rules: Collection[Rule] = RULES) -> tuple[Finding, ...]:
    """What is left when rules have settled which of them speaks, each fact once. The gravest finding speaks for all.

    Alarms of one rule are one where they set the same against each other at a place in common, or set against each
    other what agreements call two things, or one value of a document against what agreements call one: of a figure in
    the headline and in the body, in three agencies and a fourth; so are alarms on values and on the wording around
    them, where agreements call their sides the same. An update is part of the alarm, on values or on copied words, that
    sets the same against each other at a place in common: what is later than one side there is what the other side has.
    Updates of one figure at a place in common are one. Agreements are one that agree on the same value at a place in
    common, or of what they call the same, or on what they call the same at a place in common that no alarm is about.
    Whatever has no place, or no value, that a wider finding on the same lacks is told by that one. Left out are alarms
    that are hardly of one thing where an account has both values, each in another agreement. Who agrees with a side of
    an alarm on values, and is none yet, stands beside it.
    """
    findings = tuple(findings)
    things = things_of(findings)
    on_values = frozenset(rule.name for rule in rules if rule.on_values)
    documents = documents_by_thing(things)
    findings = tuple(f for f in findings if not (f.rule in on_values and f.verdict in _ALARMS
                                                 and _are_apart(f, things, documents)))
    retelling = frozenset(rule.name for rule in rules if rule.retells)
    disputed = frozenset(place for f in findings if f.verdict in _ALARMS for place in places_of(f))
    joined = _joined(findings, lambda finding: _of_one_fact(finding, things, on_values, retelling, disputed))
    whole = _joined(_without_told(joined, retelling), lambda f: _however_told(f, things, on_values | retelling))
    agreed: defaultdict[Place, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.verdict is Verdict.AGREEMENT and finding.rule in _ON_VALUES:
            for place in places_of(finding):
                agreed[place].append(finding)
    return tuple(_with_who_agrees(f, agreed) if f.rule in on_values and f.verdict in _ALARMS else f for f in whole)


def _with_who_agrees(alarm: Finding, agreed: Mapping[Place, Sequence[Finding]]) -> Finding:
    """ "Herald and Post: 1/5; Courier: 1/3" of an alarm on Post and Courier, where Herald and Post agree."""
    documents = _documents(alarm)
    more = {e.document: e for side in alarm.evidence for f in agreed.get(place_of(side), ()) for e in f.evidence
            if e.document not in documents and e.value == side.value
            and (not _is_small(e.value) or _measure_alike(side.measure or alarm.measure, e.measure or f.measure))}
    evidence = _once([*alarm.evidence, *more.values()])
    return replace(alarm, evidence=evidence, message=_message(alarm, evidence)) if more else alarm


def _is_small(value: str) -> bool:
    """A count below a hundred, which may be that of anything: eight lanes and eight bays. That the pair agrees, and how
    surely, says little of it: of a six against its eight nobody would say that it is one thing."""
    return value.isdecimal() and len(value) < len("100")


def _measure_alike(one: str, other: str) -> bool:
    """Do two labels share a longer word: "people killed", "people killed in Velden"?"""
    words = [set(_LONGER.findall(label.casefold())) for label in (one, other)]
    return one == other or not words[0].isdisjoint(words[1])


def _alike(finding: Finding) -> Iterator[_Key]:
    """Findings that are the same have one of these in common."""
    if _alone(finding):
        return
    kind = finding.rule, finding.verdict
    yield *kind, finding.measure, _values(finding)
    for place in places_of(finding):
        yield *kind, _documents(finding), place
        if finding.verdict in _ALARMS:
            yield *kind, place, _said(finding)
            yield *kind, place, finding.message


def _of_one_fact(
    finding: Finding, things: Mapping[Place, int], on_values: Collection[str], retelling: Collection[str],
    disputed: Collection[Place],
) -> Iterator[_Key]:
    if _alone(finding):
        return
    update, alarm = finding.verdict is Verdict.UPDATE, finding.verdict in _ALARMS
    if update or (alarm and finding.rule in on_values):
        yield from ((place, _said(finding)) for place in places_of(finding))
    if update or (alarm and finding.rule in retelling):
        # Alarms on values and on copied words are kept apart here; an update joins either.
        yield from (("later", place, _said(finding)) for place in places_of(finding))
    if update:
        return
    kind = finding.rule, alarm
    for place in places_of(finding):
        yield *kind, place, _said(finding)
    if finding.verdict is Verdict.AGREEMENT:
        if " " in finding.measure:  # one word says too little: "count", "homes"
            yield *kind, finding.measure, _said(finding)
        yield from ((*kind, finding.measure, place) for place in places_of(finding).difference(disputed))
    against = frozenset(things.get(place) for place in places_of(finding))
    if alarm and None not in against and len(against) > 1:
        yield *kind, against
    if alarm and finding.rule in on_values:
        yield from ((*kind, *side) for side in _against(finding, things))


def _against(finding: Finding, things: Mapping[Place, int]) -> Iterator[tuple[str, str, int]]:
    """Each value of a document that stands against what agreements call one thing."""
    named = [(e.document, e.value, things.get(place_of(e))) for e in finding.evidence]
    for (own, value, _), (other, _, thing) in permutations(named, 2):
        if own != other and thing is not None:
            yield own, value, thing


def _however_told(finding: Finding, things: Mapping[Place, int], rules: Collection[str]) -> Iterator[_Key]:
    """What is left of one count that grew, or that two accounts give another later figure for; and of what two sources
    set against each other in the same words, and a third one against one of these in others: an agreement says that
    this is no other thing, which was the only doubt."""
    if finding.verdict is Verdict.UPDATE:
        yield from ((finding.rule, place) for place in places_of(finding))
    doubted = bool(finding.condition) and not finding.condition.endswith(TWO_THINGS)
    if finding.verdict in _ALARMS and finding.rule in rules and not (doubted or _alone(finding)):
        yield _said(finding), frozenset(things.get(place, place) for place in places_of(finding))


def _alone(finding: Finding) -> bool:
    """What one source tells, and what a language model said of one pair, is of no other documents."""
    return finding.verdict is Verdict.SINGLE_SOURCE or finding.judged is not None


def _are_apart(finding: Finding, things: Mapping[Place, int], documents: Mapping[int, set[str]]) -> bool:
    """Is the passenger 44 and the captain 51 in a third account, where one has a man of 44 and another one of 51?
    Only where it is unlikely that the sides are of one thing: an account may tell of a dispute."""
    if finding.one_thing is None or finding.one_thing >= _ONE_THING:
        return False
    sides = [(e.document, e.value, things.get(place_of(e))) for e in finding.evidence]
    opposed = [(a, b) for (d, v, a), (e, w, b) in combinations(sides, 2) if d != e and v != w]
    return bool(opposed) and all(a is not None and b is not None and a != b
                                 and not documents[a].isdisjoint(documents[b]) for a, b in opposed)


def _joined(findings: Sequence[Finding], keys: Callable[[Finding], Iterable[_Key]]) -> tuple[Finding, ...]:
    """Those that have a key in common, directly or over others, as one."""
    return tuple(_as_one([findings[i] for i in group]) for group in groups_of([list(keys(f)) for f in findings]))


def _as_one(findings: Sequence[Finding]) -> Finding:
    """The gravest and first of them with the places of all."""
    known = min(findings, key=lambda f: _GRAVITY.index(f.verdict))
    if len(findings) == 1:
        return known
    evidence = _once([e for f in (known, *findings) for e in f.evidence])
    likely = [f.one_thing for f in findings if f.one_thing is not None]
    return replace(
        known,
        evidence=evidence,
        message=_told_later(findings) if known.verdict is Verdict.UPDATE and _LATER in known.message else (
            f"{_message(known, evidence)}{_where(known, findings)}"),
        condition=condition_of_all(known, findings),
        independent=any(f.independent for f in findings),
        one_thing=min(likely, default=None),
    )


def _message(known: Finding, evidence: Sequence[Evidence]) -> str:
    """What `known` says, said of all places: of more documents, or other values, who says what."""
    more = {e.document for e in evidence} != _documents(known)
    told = tuple(dict.fromkeys(e.value for e in known.evidence))
    if known.verdict is Verdict.AGREEMENT:
        if more and known.message == f"both say {told[0]}" and {e.value for e in evidence} != set(told):
            return sides(evidence)  # one of them leaves an end open, or is less exact
        if more and not {e.value for e in evidence} <= set(told):
            return sides(evidence)
        everyone = more and known.message.startswith("both say")
        return known.message.replace("both", "all", 1) if everyone else known.message
    against = known.message.startswith((" against ".join(told), " against ".join(reversed(told))))
    if against and (more or {e.value for e in evidence} != set(told)):
        return sides(evidence)
    return known.message.replace(sides(known.evidence), sides(evidence))


def _where(known: Finding, findings: Sequence[Finding]) -> str:
    """ " in Herald and Post" behind what is true of their words only, and not of a third source that has a value of
    theirs."""
    own = [e for f in findings if f.rule == known.rule for e in f.evidence]
    others = {e.document for f in findings for e in f.evidence} - {e.document for e in own}
    of_words = known.message.startswith(f"{sides(known.evidence)}; ")
    return f" in {listing(dict.fromkeys(e.source or e.document for e in own))}" if others and of_words else ""


def _told_later(findings: Sequence[Finding]) -> str:
    """ "14, later 23 and 27" of "14, later 23" and "14, later 27"."""
    told = [finding.message.split(_LATER) for finding in findings]
    before, after = ({value: None for row in told for value in row[some]} for some in (slice(-1), slice(1, None)))
    both = [value for value in before if value in after]
    first, last = ([v for v in values if v not in both] for values in (before, after))
    return _LATER.join(listing(values) for values in (first, both, last) if values)


def _without_told(findings: Sequence[Finding], retelling: Collection[str]) -> tuple[Finding, ...]:
    """Those that no wider one tells; each of these with the places of those that it tells."""
    near: defaultdict[_Key, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        for side in finding.evidence:
            near[side.document, side.value].append(number)
    teller: dict[int, int] = {}
    for number in sorted(range(len(findings)), key=lambda n: (len(findings[n].evidence), -n)):
        finding = findings[number]
        around = near[finding.evidence[0].document, finding.evidence[0].value] if finding.evidence else ()
        wider = next((n for n in around if n not in teller and n != number
                      and _tells(findings[n], finding, retelling)), None)
        if wider is not None:
            teller[number] = wider
    told: defaultdict[int, list[Finding]] = defaultdict(list)
    for number in teller:
        last = number
        while last in teller:
            last = teller[last]
        told[last].append(findings[number])
    return tuple(_as_one([f, *told[n]]) for n, f in enumerate(findings) if n not in teller)


def _tells(wider: Finding, finding: Finding, retelling: Collection[str]) -> bool:
    """Does the wider finding have all that the other says?"""
    if _alone(wider) or _alone(finding) or _GRAVITY.index(wider.verdict) > _GRAVITY.index(finding.verdict):
        return False
    both = {wider.verdict, finding.verdict}
    if Verdict.UPDATE in both or (Verdict.AGREEMENT in both and len(both) > 1):
        return False
    if wider.rule != finding.rule:
        return finding.rule in retelling and Verdict.AGREEMENT not in both and _within(finding, wider)
    return places_of(finding) <= places_of(wider) or (finding.verdict in _ALARMS and _repeated(finding, wider))


def _repeated(finding: Finding, wider: Finding) -> bool:
    """Does each document say it in the other finding too, of what both call the same, or in nearly the same words? A
    value without a unit may well be that of something else that is said in the same words."""
    if wider.measure == finding.measure:
        return _values(finding) <= _values(wider)
    return all(any((side.document, side.value) == (other.document, other.value) and " " in side.value
                   and _restates(side, other) for other in wider.evidence) for side in finding.evidence)


def _restates(a: Evidence, b: Evidence) -> bool:
    """Do two sentences, as a headline and the body, share most of the longer words of one of them?"""
    words = [frozenset(_LONGER.findall(e.context_text.casefold())) for e in (a, b)]
    return a.context != b.context and len(words[0] & words[1]) >= _MOST * min(map(len, words))


def _within(finding: Finding, wider: Finding) -> bool:
    """Does every side of the one stand at a side of the other?"""
    return all(any(side.document == other.document and side.span.overlaps(other.span) for other in wider.evidence)
               for side in finding.evidence)


def _documents(finding: Finding) -> frozenset[str]:
    return frozenset(e.document for e in finding.evidence)


def _values(finding: Finding) -> frozenset[tuple[str, str]]:
    return frozenset((e.document, e.value) for e in finding.evidence)


def _said(finding: Finding) -> frozenset[str]:
    return frozenset(e.value for e in finding.evidence)


def _once(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Each place once; documents in the order in which they first appear, places in the order of the text."""
    documents = list(dict.fromkeys(e.document for e in evidence))
    places = {(e.document, e.span): e for e in reversed(evidence)}
    return tuple(sorted(places.values(), key=lambda e: (documents.index(e.document), e.span)))
