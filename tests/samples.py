"""Reports made by hand, for the tests of what is made from a report."""

from __future__ import annotations

from datetime import date

from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import Coverage, DocumentSummary, Failure, Origin, Report, Topic, Unsure
from claimcheck.model.span import Span

TEXTS = {
    "desk/herald.txt": (
        "The plant will close\n\n5 March 2024\n\n"
        "The plant in Velden will close on 1 June, and 45 jobs will go, works manager Ida Brandt said on Monday. "
        "“It will take no more than ten days to clear the halls,” Brandt said.\n\n"
        "Workers first heard of it a week earlier. The mayor was not asked.\n\nWith material from Ledger News\n"
    ),
    "desk/ledger.txt": (
        "VELDEN, March 6. Between 20 and 30 jobs will go when the Velden plant closes on 1 June, according to "
        "Ida Brandt, who was asked why clearing the halls would last longer than building them had. "
        "Eleven people\nwere hurt in last year's fire.\n"
    ),
}
_SOURCES = {"desk/herald.txt": ("Herald", date(2024, 3, 5)), "desk/ledger.txt": ("Ledger", date(2024, 3, 6))}


def side(
    document: str, quote: str, value: str, *, speaker: str = "", factuality: str = "asserted", note: str = ""
) -> Evidence:
    """Evidence for words of one of the two sample texts, in the context of their sentence."""
    text = TEXTS[document]
    start = text.index(quote)
    span = Span(start, start + len(quote))
    first = max(text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0, text.rfind("\n\n", 0, start) + 2, 0)
    ends = [place + 1 for mark in (". ", ".\n") if (place := text.find(mark, span.end - 1)) >= 0]
    context = Span(first, min(ends, default=len(text)))
    source, published = _SOURCES[document]
    before = text[:start]
    return Evidence(
        document, span, quote, value, context, context.of(text), before.count("\n") + 1,
        start - (before.rfind("\n") + 1) + 1, source, published, speaker, factuality, note,
    )


def story() -> Report:
    """Two documents of one origin, with findings of every verdict."""
    herald, ledger = "desk/herald.txt", "desk/ledger.txt"
    clearing = side(herald, "no more than ten days", "<= 10 days", speaker="Ida Brandt", factuality="planned")
    longer = side(ledger, "longer than building them had", "> duration of the building", speaker="Ida Brandt",
                  factuality="asked", note="presupposed by a question")
    findings = (
        Finding(Verdict.CONTRADICTION, "quantity-mismatch", "number of jobs that will go",
                "Herald says 45, Ledger between 20 and 30", (
                    side(herald, "45 jobs", "45 jobs", speaker="Ida Brandt", factuality="planned"),
                    side(ledger, "Between 20 and 30 jobs", "20 to 30 jobs", factuality="planned")),
                guards=("unit", "rounding", "other-subject"), key="count:job", topic=0),
        Finding(Verdict.TENSION, "comparison-conflict", "duration of the clearing of the halls", "", (clearing, longer),
                condition="both hold only if building the halls took less than 10 days", guards=("unit",),
                key="duration:clear", independent=False),
        Finding(Verdict.UPDATE, "cumulative-count", "people hurt", "the later figure is higher", (
            side(herald, "The mayor was not asked", "none"), side(ledger, "Eleven people\nwere hurt", "11 people"))),
        Finding(Verdict.AGREEMENT, "same-date", "closing of the plant", "", (
            side(herald, "on 1 June", "2024-06-01"), side(ledger, "on 1 June", "2024-06-01")), independent=False),
        *(Finding(Verdict.SINGLE_SOURCE, "single-source", "workers hear of it", "", (
            side(herald, "a week earlier", "2024-02-26", note="anchor assumed"),)) for _ in range(7)),
        Finding(Verdict.SINGLE_SOURCE, "single-source", "people hurt in the fire", "", (
            side(ledger, "Eleven people\nwere hurt", "11 people"),)),
    )
    credit = TEXTS[herald].index("With material")
    return Report(
        documents=(
            DocumentSummary(herald, "Herald", "The plant will close", date(2024, 3, 5), "date line", 4, 4, 1),
            DocumentSummary(ledger, "Ledger", "", date(2024, 3, 6), "other documents", 2, 3, 0),
        ),
        findings=findings,
        origins=(Origin((herald, ledger), "Ledger", "credit line", herald, Span(credit, credit + 30),
                        "With material from Ledger News"),),
        topics=(Topic("plant, jobs", ((herald, Span(36, 100)), (ledger, Span(17, 90)))),),
        coverage=Coverage(6, 7, 8, 2, 5, (("other-time", 1), ("unit", 2)), ("nli",)),
        unsure=(
            Unsure(side(herald, "45 jobs", "45 jobs"),
                   side(ledger, "Eleven people\nwere hurt", "11 people"), 0.21, ""),
            Unsure(side(herald, "no more than ten days", "<= 10 days"),
                   side(ledger, "on 1 June", "2024-06-01"), 0.12,
                   "in halls against in plant"),
        ),
        model="minilm 0.1.0",
    )


def nothing_comparable() -> Report:
    """Two documents that speak of different things, and a rule that failed."""
    return Report(
        documents=(DocumentSummary("a.txt", "a", "", None, "unknown", 1, 0, 0),
                   DocumentSummary("b.txt", "b", "", None, "unknown", 1, 1, 0)),
        coverage=Coverage(2, 1, 0, 1, 0),
        failures=(Failure("rule", "quantity-mismatch", "division by zero in b.txt:1:1"),),
    )
