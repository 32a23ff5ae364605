"""Values in words, and findings from statements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from claimcheck.link.statement import Pair, Statement
from claimcheck.model.document import Document
from claimcheck.model.fact import Comparison, Fact, Occurrence, Role
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.model.value import MULTIPLE, AnchorOrigin, Hedge, Interval, Quantity, QuantityKind, Relation, Timex
from claimcheck.report.words import listing
from claimcheck.rules.rule import Rule, Story

_IRREGULAR = {
    "foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia", "hertz": "hertz",
    "horsepower": "horsepower", "degree Celsius": "degrees Celsius", "degree Fahrenheit": "degrees Fahrenheit",
}

_SHARES = {"permille": "‰"}
_JUST = frozenset({Hedge.JUST_UNDER, Hedge.JUST_OVER})
_SIGNS = {"≤": "at most", "≥": "at least", "<": "less than", ">": "more than"}
_DECADE = re.compile(r"[0-9]{3}")  # TIMEX3 has the 1920s as "192"
# The smallest share that is spelled as a fraction is one in so many.
_LEAST_SHARE = 1_000_000
_OF_THE_CLOCK = frozenset({"hour", "minute", "second"})
_MANY_SECONDS = 120
# Before a noun that has one of these there is no article.
_DETERMINED = frozenset({
    "the", "a", "an", "my", "his", "her", "its", "their", "our", "your", "whose", "this", "that", "these", "those",
    "some", "any", "both", "all", "each", "every", "no", "one", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "several", "many", "most", "few", "another", "other", "more", "such",
})
_APART = re.compile(r"\s+(['’](?:s\b)?)")  # as the parser has "the mayor 's office"
_ACT_ALONE = re.compile(r"\w+ of \w+ing")
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "him", "them"})
# Who is only called so, or by a word before a noun ("this", "some"), may be another in each text.
_ANYBODY = frozenset({"there", "here", "who", "which", "what", "others", "anyone", "anybody", "someone", "somebody",
                      "everyone", "everybody", "nobody"})
# How the condition of a conflict ends whose sides may not be of one thing.
TWO_THINGS = "speak of two things"


def number(value: Decimal) -> str:
    """Plain digits with thousands separators: 1200000 -> "1,200,000", 2.50 -> "2.5"."""
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def share(value: Decimal) -> str:
    """A share as an editor writes it: "1/2", "2/3", "1/200"; in per cent where no such fraction is close."""
    near = Fraction(value).limit_denominator(_LEAST_SHARE)
    close = abs(near - Fraction(value)) < near / _LEAST_SHARE
    if 0 < near < 1 and close and (near.numerator == 1 or near.denominator <= 10):
        return f"{near.numerator}/{near.denominator:,}"
    return number(value) if value in (0, 1) else f"{number(value * 100)} %"


def interval_words(interval: Interval, unit: str = "", spell: Callable[[Decimal], str] = number) -> str:
    """ "≤ 10 days", "> 1 day", "3 to 5 %", "12"."""
    tail = f" {unit}" if unit else ""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return spell(low) + tail
    if low is not None and high is not None:
        return f"{spell(low)} to {spell(high)}{tail}"
    if low is not None:
        return f"{'>' if interval.low_open else '≥'} {spell(low)}{tail}"
    if high is not None:
        return f"{'<' if interval.high_open else '≤'} {spell(high)}{tail}"
    return "some amount"


def quantity_words(quantity: Quantity) -> str:
    """The normalised value as the report shows it."""
    unit = _unit(quantity)
    mark = {Hedge.ABOUT: "about ", Hedge.NEARLY: "nearly ", Hedge.JUST_OVER: "just over ",
            Hedge.JUST_UNDER: "just under "}.get(quantity.hedge, "")
    if quantity.derivation == MULTIPLE:
        mark = ""  # "halved" does not say "about", though nobody means it to the point
    if quantity.kind is QuantityKind.MULTIPLIER:
        return mark + _times_words(quantity.interval)
    ends = {quantity.interval.low, quantity.interval.high}
    if quantity.hedge in _JUST and None in ends and (figure := quantity.interval.figure) is not None:
        quantity = replace(quantity, interval=Interval.point(figure))  # "just over 1/3", which says it all
    if quantity.kind is QuantityKind.SCORE:
        return f"{quantity.interval.high}-{quantity.interval.low}"
    if quantity.kind is QuantityKind.FRACTION:
        return mark + interval_words(quantity.interval, spell=share)
    if quantity.dimension == "magnitude":
        return f"magnitude {mark}{interval_words(quantity.interval)}"
    return mark + (_stopped(quantity) or interval_words(quantity.interval, unit))


def _times_words(interval: Interval) -> str:
    """ "3 times" for what has tripled, "1/2" for what has halved."""
    figure = interval.figure
    fewer = interval.is_point and figure is not None and figure < 1
    return interval_words(interval, spell=share) if fewer else interval_words(interval, "times")


def _stopped(quantity: Quantity) -> str:
    """ "2 hours 5 minutes 33 seconds" for a length told to the second; "1.5 hours" and "90 seconds" stay."""
    length, unit, whole = quantity.interval.figure, quantity.unit, quantity.base.figure
    timed = quantity.kind is QuantityKind.DURATION and unit is not None and unit.name in _OF_THE_CLOCK
    if not timed or unit is None or length is None or whole is None:
        return ""
    if length * 10 == int(length * 10) and (unit.name != "second" or length < _MANY_SECONDS):
        return ""
    seconds = round(whole, 2)
    hours, minutes = divmod(int(seconds) // 60, 60)
    told = ((Decimal(hours), "hour"), (Decimal(minutes), "minute"), (seconds % 60, "second"))
    return " ".join(f"{number(n)} {name if n == 1 else _plural(name)}" for n, name in told if n)


def _unit(quantity: Quantity) -> str:
    if quantity.unit is None:
        return ""
    name = quantity.unit.name
    if name.startswith("per "):
        return name
    of, per, over = name.partition(" per ")
    if quantity.kind is QuantityKind.PERCENT:
        return _SHARES.get(of, "%") + per + over
    ends = {e for e in (quantity.interval.low, quantity.interval.high) if e is not None}
    if quantity.kind is QuantityKind.MONEY or ends == {Decimal(1)}:
        return name
    return _plural(name)


def _plural(unit: str) -> str:
    """ "feet", "kilometres per hour", "acre-feet"."""
    name, per, rest = unit.partition(" per ")
    ending = next((e for e in _IRREGULAR if name.endswith(e)), "")
    many = name.removesuffix(ending) + _IRREGULAR[ending] if ending else name + ("" if name.endswith("s") else "s")
    return many + per + rest


def spelled_out(quantity: Quantity) -> str:
    """The value without signs: "at most 10 days"."""
    words = quantity_words(quantity)
    return next((words.replace(sign, said, 1) for sign, said in _SIGNS.items() if sign in words), words)


def time_words(timex: Timex) -> str:
    """ISO date or interval of dates, with what the relation leaves open; a decade as it is said."""
    mark = {Relation.BEFORE: "before ", Relation.AFTER: "after ", Relation.SINCE: "since ", Relation.UNTIL: "until ",
            Relation.BY: "by "}.get(timex.relation, "")
    mark = f"shortly {mark}" if mark in ("before ", "after ") and timex.hedge in _JUST else mark
    return mark + "/".join(f"{part}0s" if _DECADE.fullmatch(part) else part for part in timex.value.split("/"))


def value_words(fact: Fact) -> str:
    """Any value in words."""
    value = fact.value
    match value:
        case Quantity():
            return f"not {quantity_words(value)}" if fact.negated else quantity_words(value)
        case Timex():
            return time_words(value)
        case Comparison():
            return _comparison_words(value)
        case Role():
            return f"{value.predicate} {value.filler}" if value.filler else f"not {' '.join(sorted(value.excluded))}"
        case Occurrence():
            word = value.word or value.predicate
            return (value.contrary or f"not {word}") if value.negated else word


def _comparison_words(value: Comparison) -> str:
    """ "> duration of the deployment", "before the vote"."""
    other = value.right_words or value.right
    if value.dimension == "time":
        return f"{'before' if value.relation == '<' else 'after'} {other}"
    return f"{value.relation} {value.dimension} of {other}"


def evidence(
    story: Story, statement: Statement, *, span: Span | None = None, value: str = "", measure: str = ""
) -> Evidence:
    """One side of a finding."""
    document = story.documents[statement.document].document
    place = span or statement.fact.span
    line, column = document.line_column(place.start)
    return Evidence(
        document=document.id,
        span=place,
        quote=place.of(document.text),
        value=value or value_words(statement.fact),
        context=statement.claim.span,
        context_text=statement.claim.text,
        line=line,
        column=column,
        source=document.source,
        published=document.published.on,
        speaker=statement.claim.speaker,
        factuality=statement.claim.factuality.value,
        note=_note(document, statement),
        measure=measure,
        zone=statement.fact.value.zone if isinstance(statement.fact.value, Timex) else "",
    )


def place_evidence(story: Story, document: int, span: Span, value: str) -> Evidence:
    """A side of a finding that hangs on no fact: the claim around the place says who speaks."""
    read = story.documents[document]
    around = [c for c in story.claims_at(document, span.start) if c.span.covers(span)]
    claim = min(around, key=lambda c: len(c.span), default=None)
    line, column = read.document.line_column(span.start)
    text = read.document.text
    return Evidence(
        document=read.document.id, span=span, quote=span.of(text), value=value,
        context=claim.span if claim else span, context_text=claim.text if claim else span.of(text),
        line=line, column=column, source=read.document.source, published=read.document.published.on,
        speaker=claim.speaker if claim else "", factuality=claim.factuality.value if claim else "asserted",
    )


def source_of(story: Story, document: int) -> str:
    """Who published it, else where it lies."""
    read = story.documents[document].document
    return read.source or read.id


def named(story: Story, *documents: int) -> list[str]:
    """The source of each document, or where it lies if another one of them has the same source."""
    sources = [source_of(story, d) for d in documents]
    return [s if sources.count(s) == 1 else story.documents[d].document.id
            for s, d in zip(sources, documents, strict=True)]


def both(story: Story, pair: Pair) -> str:
    """ "Herald and Ledger"."""
    return listing(named(story, pair.a.document, pair.b.document))


def two_things(story: Story, pair: Pair) -> str:
    """The condition of a conflict that is not likely to be of one thing."""
    return f"both hold if {both(story, pair)} {TWO_THINGS}"


def as_written(story: Story, statement: Statement) -> str:
    """The words of the text that say the value, in quotation marks."""
    text = story.documents[statement.document].document.text
    return f"“{' '.join(statement.fact.span.of(text).split())}”"


def sides(shown: Iterable[Evidence]) -> str:
    """What each source says, by what is said: "Herald and Post: arrested; Ledger: not arrested"."""
    by_source: dict[str, set[str]] = {}
    for side in shown:
        by_source.setdefault(side.source, set()).add(side.document)
    told: dict[str, dict[str, None]] = {}
    for side in shown:
        known = side.source and len(by_source[side.source]) == 1
        told.setdefault(side.value, {})[side.source if known else side.document] = None
    return "; ".join(f"{listing(names)}: {value}" for value, names in told.items())


def _note(document: Document, statement: Statement) -> str:
    notes = []
    if statement.claim.attribution is not None and statement.claim.attribution.question:
        notes.append("presupposed by a question")
    value = statement.fact.value
    if isinstance(value, Timex) and value.anchor is not None:
        if value.anchor_origin is AnchorOrigin.ASSUMED:
            notes.append(f"anchor assumed: {value.anchor}")
        elif value.anchor_origin is AnchorOrigin.DISCOURSE:
            notes.append(f"anchored on {value.anchor}")
    return "; ".join(notes)


def _same_speaker(story: Story, statements: Sequence[Statement]) -> str:
    """An editor wants to know when somebody is set against himself."""
    speakers = {s.claim.speaker for s in statements if not s.claim.heading} or {""}
    days = sorted({s.published for s in statements if s.published is not None})
    speaker = named_speaker(min(speakers)) if len(speakers) == 1 else ""
    if not speaker:
        return ""
    apart = (days[-1] - days[0]).days if len(days) > 1 else 0
    when = f", {apart} day{'s' if apart > 1 else ''} apart" if apart else ""
    return f"; both said by {_speaker_words(speaker)}{when}"


def named_speaker(speaker: str) -> str:
    """The speaker, "" for one that is only "it", "this" or "some": nobody knows who that is."""
    return "" if speaker.lower() in _PRONOUNS | _ANYBODY | _DETERMINED else speaker


def _speaker_words(speaker: str) -> str:
    """ "the club spokesman", "their union", "the mayor's office": nobody is "the their union"."""
    name = _APART.sub(r"\1", speaker)
    first, _, rest = name.partition(" ")
    if first.lower() in _DETERMINED and rest:
        return f"{first.lower()} {rest}"
    return f"the {name}" if name[0].islower() else name


def finding(
    story: Story,
    rule: Rule,
    verdict: Verdict,
    statements: Sequence[Statement],
    message: str | None = None,
    *,
    measure: str = "",
    condition: str = "",
    key: str = "",
    guards: tuple[str, ...] = (),
    others: Mapping[int, str] | None = None,
    values: Mapping[int, str] | None = None,
) -> Finding:
    """A finding on statements, its evidence in canonical order. `others` has by number what statements measure that
    measure something else, `values` what differs, where that is not the value itself. Without a message it is what
    each source says."""
    ordered = sorted({s.number: s for s in statements}.values(), key=lambda s: s.number)
    shown = tuple(evidence(story, s, value=(values or {}).get(s.number, ""), measure=(others or {}).get(s.number, ""))
                  for s in ordered)
    message = sides(shown) if message is None else message
    if verdict in (Verdict.CONTRADICTION, Verdict.TENSION):
        message += _same_speaker(story, ordered)
    return Finding(
        verdict=verdict,
        rule=rule.name,
        measure=measure or measured(ordered),
        message=message,
        evidence=shown,
        condition=condition,
        guards=tuple(dict.fromkeys(guards)),
        key=key,
        independent=story.independent(*(s.document for s in ordered)),
        one_thing=_linked(story, ordered) if rule.least else None,
    )


def measured(statements: Sequence[Statement]) -> str:
    """What the statements measure, in the words of the first that says enough; of none that does, the kind of value."""
    if labels := [s.fact.measure.label for s in statements if s.fact.measure.label]:
        return min(labels, key=_says_little)
    value = statements[0].fact.value
    if isinstance(value, Timex):
        return "date"
    kinds = {QuantityKind.MONEY: "amount of money", QuantityKind.PERCENT: "share", QuantityKind.FRACTION: "share",
             QuantityKind.NUMBER: "number"}
    return kinds.get(value.kind, value.dimension) if isinstance(value, Quantity) else "statement"


def _says_little(label: str) -> bool:
    """One word, or somebody who is only "he" or not named at all: "men", "day of sinking", "day of being released";
    or when somebody said it."""
    said = label.split()
    alone = len(said) == 1 or _ACT_ALONE.fullmatch(label) is not None
    return alone or "being" in said or not _PRONOUNS.isdisjoint(said)


def _linked(story: Story, ordered: Sequence[Statement]) -> float | None:
    """How likely the two sides of a finding measure one thing; None for one side alone."""
    return story.probability.get((ordered[0].number, ordered[-1].number))
