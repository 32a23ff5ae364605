"""The claims at a place and the facts in them, as they were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.config import Settings
from claimcheck.explain.places import Place
from claimcheck.explain.reading import measure_parts
from claimcheck.link.block import kind_of
from claimcheck.link.identity import Name
from claimcheck.link.statement import Statement
from claimcheck.model.claim import Claim
from claimcheck.model.explanation import ClaimRead, FactRead, SideRead, Spoken
from claimcheck.model.fact import Occurrence, Party
from claimcheck.model.finding import Finding
from claimcheck.report.brief import tellers
from claimcheck.report.said import told
from claimcheck.rules import Story
from claimcheck.rules.selection import why_off
from claimcheck.rules.words import evidence, time_words, value_words


def document_of(story: Story, place: Place) -> int:
    """The index of the document that a place is in."""
    return next(i for i, read in enumerate(story.documents) if read.document.id == place.document)


def statements_at(story: Story, place: Place) -> list[Statement]:
    """The statements whose words the place touches; where it touches none, those of the claims around it."""
    document = document_of(story, place)
    around = [s for s in story.statements if s.document == document and s.claim.span.overlaps(place.span)]
    return [s for s in around if s.fact.span.overlaps(place.span)] or around


def names_at(story: Story, place: Place) -> list[Name]:
    """The names of which the place touches a mention, in their fullest form."""
    names = story.names[document_of(story, place)]
    return [name for name in names if any(m.span.overlaps(place.span) for m in name.mentions)]


def side_read(
    story: Story, place: Place, named: Mapping[int, str], names: Sequence[Name],
    elsewhere: Mapping[int, Sequence[Spoken]],
) -> SideRead:
    """`named` gives the statements that are looked at their names, by number; `elsewhere` what else is said of them."""
    read = story.documents[document_of(story, place)]
    statements = [s for s in story.statements if s.number in named]
    claims = [c for c in read.claims if c.span.overlaps(place.span)]
    if any(s.fact.span.overlaps(place.span) for s in statements):
        claims = [c for c in claims if any(s.claim is c for s in statements) or not c.facts]
    return SideRead(
        read.document.id, read.document.source, read.document.published.on, place.asked,
        tuple(_claim(story, c, [s for s in statements if s.claim is c], named, elsewhere) for c in claims),
        tuple(name.full for name in names), _note(story, place, claims, statements),
    )


def _claim(
    story: Story, claim: Claim, statements: Sequence[Statement], named: Mapping[int, str],
    elsewhere: Mapping[int, Sequence[Spoken]],
) -> ClaimRead:
    document = next(d.document for d in story.documents if d.document.id == claim.document)
    line, column = document.line_column(claim.span.start)
    cue = claim.attribution.cue if claim.attribution else ""
    facts = tuple(_fact(story, s, named[s.number], elsewhere.get(s.number, ())) for s in statements)
    return ClaimRead(claim.text, line, column, claim.speaker, cue, claim.factuality.value, facts)


def _fact(story: Story, statement: Statement, name: str, elsewhere: Sequence[Spoken]) -> FactRead:
    fact = statement.fact
    measure = fact.measure
    remarks = (("only a condition", measure.conditional), ("only expected", measure.expected),
               ("denied", fact.negated), ("not known what it measures", not measure.bound))
    parts = {part: words.replace(",", ", ") for part, words in measure_parts(measure)}
    if isinstance(fact.value, Occurrence):
        parts |= _parties(fact.value)
    parts["names"] = ", ".join(sorted(measure.names))
    parts["places"] = ", ".join(sorted(measure.places))
    parts["time"] = ", ".join(time_words(t) for t in measure.scope)
    return FactRead(
        name, kind_of(statement), measure.dimension, evidence(story, statement),
        tuple(words for words, holds in remarks if holds), measure.label,
        tuple((part, words) for part, words in parts.items() if words), tuple(elsewhere),
    )


def _parties(value: Occurrence) -> dict[str, str]:
    around = "; ".join(f"{preposition} {' '.join(sorted(words))}" for preposition, words in value.around)
    kept = {"theme": _party(value.theme), "agent": _party(value.agent), "around": around}
    return {"event": value.predicate, **kept}


def _party(party: Party) -> str:
    return f"{party.text} ({party.head})" if party.head and party.head != party.text.lower() else party.text


def _note(story: Story, place: Place, claims: Sequence[Claim], statements: Sequence[Statement]) -> str:
    document = story.documents[document_of(story, place)].document
    if not claims:
        for what, spans in (("furniture (navigation, credits, captions)", document.furniture),
                            ("its dateline", (document.dateline,)),
                            ("the date of the article", (document.published.span,))):
            if any(span is not None and span.overlaps(place.span) for span in spans):
                return f"left out as {what}"
        return "no claim was read here: nothing in it is put against other sources"
    if not statements:
        return "no fact was read here: no amount, time, comparison, role or event that can be put against others"
    if not any(s.fact.span.overlaps(place.span) for s in statements):
        return "no fact was read in these words; below are those of the claim around them"
    return ""


def said(finding: Finding, settings: Settings) -> Spoken:
    """A finding in short."""
    places = tuple(f"{e.document}:{e.line}:{e.column}" for e in finding.evidence)
    why = why_off(finding.rule, settings)
    finding = told(finding)
    return Spoken(finding.verdict, finding.rule, finding.message, finding.condition,
                  finding.fingerprint, places, not why, why, tellers(finding))


def on(finding: Finding, story: Story, statement: Statement) -> bool:
    """Is the statement one of the sides of the finding?"""
    document = story.documents[statement.document].document.id
    return any(
        e.document == document and e.span == statement.fact.span and e.value == value_words(statement.fact)
        for e in finding.evidence
    )
