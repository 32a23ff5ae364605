"""How a text is read, as lines: tokens, derivations, values and what each value measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from claimcheck.extract.timex_resolve import resolve
from claimcheck.extract.values import explain, read_values
from claimcheck.model.document import DateOrigin, Document, Published
from claimcheck.model.fact import Fact, Measure
from claimcheck.model.span import Span
from claimcheck.model.value import Quantity, Timex
from claimcheck.pipeline import claims_of
from claimcheck.report.words import clean, typeset
from claimcheck.rules.words import quantity_words, time_words, value_words


def explained(text: str, published: date | None = None) -> Iterator[str]:
    """The tokens, the derivation of each value as an indented tree, then a line for each value and each other fact:
    its offsets, the words, the kind, the value as normalised, and what it measures.

    Times are placed by `published` and the tense of their verbs; without it those that need an anchor stay open.
    """
    for line in explain(text):
        indent = len(line) - len(line.lstrip(" "))
        yield " " * indent + clean(line)
    document = Document("text", text, "", Published(published, DateOrigin.GIVEN if published else DateOrigin.UNKNOWN))
    facts = [fact for claim in claims_of(document).claims for fact in claim.facts]
    lines = [*_values(text, published, {f.span: f for f in facts}), *_others(text, facts)]
    yield from (line for _, line in sorted(lines))


def measure_words(measure: Measure) -> str:
    """ "soldiers (sent): head=soldier event=send subject=army"; "" for what is not bound."""
    if not measure.bound:
        return ""
    return f"{measure.label}: " + " ".join(f"{name}={words}" for name, words in measure_parts(measure) if words)


def measure_parts(measure: Measure) -> tuple[tuple[str, str], ...]:
    """Each part of what is measured by its name, "" where it has none."""
    return (
        ("head", measure.head), ("event", measure.event),
        ("aspect", "" if measure.aspect.value == "level" else measure.aspect.value),
        ("subject", ",".join(sorted(measure.subject))), ("object", ",".join(sorted(measure.object))),
        ("modifiers", ",".join(sorted(measure.modifiers))),
    )


def _values(text: str, published: date | None, facts: Mapping[Span, Fact]) -> Iterator[tuple[Span, str]]:
    values = read_values(text)
    for quantity in values.quantities:
        fact = facts.get(quantity.span)
        meant = fact.value if fact is not None and isinstance(fact.value, Quantity) else quantity
        yield quantity.span, _line(text, quantity.span, quantity.kind.value, quantity_words(meant), fact)
    for timex in resolve(values.times, text, reference=published):
        fact = facts.get(timex.span)
        placed = fact.value if fact is not None and published and isinstance(fact.value, Timex) else timex
        yield timex.span, _line(text, timex.span, timex.type.value.lower(), time_words(placed), fact)
    for look in values.looks:
        yield look.span, _line(text, look.span, f"no amount: {look.kind.value}", "", None)


def _others(text: str, facts: list[Fact]) -> Iterator[tuple[Span, str]]:
    """Comparisons, roles and occurrences."""
    for fact in facts:
        if not isinstance(fact.value, Quantity | Timex):
            yield fact.span, _line(text, fact.span, type(fact.value).__name__.lower(), value_words(fact), fact)


def _line(text: str, span: Span, kind: str, words: str, fact: Fact | None) -> str:
    quote = clean(span.of(text))
    measured = measure_words(fact.measure) if fact is not None else ""
    denied = " (denied)" if fact is not None and fact.negated else ""
    return f"{span.start}-{span.end}  “{quote}”  {kind}  {typeset(words)}".rstrip() + denied + (
        f"  measures {clean(measured)}" if measured else ""
    )
