"""Why two places of a story are set against each other, or are not: for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import copysign, inf, log2

from rich.console import Console
from rich.text import Text

from claimcheck.model.explanation import (
    PRIOR,
    ClaimRead,
    Explanation,
    FactRead,
    NamesJudged,
    Outcome,
    PairJudged,
    SideRead,
    Spoken,
    WordsJudged,
)
from claimcheck.report.layout import MEASURE, apart, console_of, printed, sentence, wrap
from claimcheck.report.quote import in_context, short
from claimcheck.report.words import STYLE, SYMBOL, clean, count, day, listing, typeset

# So many pairs of one outcome are shown without `verbose`.
_SHOWN = 8
# So many pieces of evidence of a pair, the strongest.
_STRONGEST = 6
# Characters of context on each side of the words that a finding is on.
_AROUND = 60
# Columns beside the words of a piece of evidence: its margin, and what it is worth.
_BITS = 12
_STYLE = {Outcome.FOUND: "bold", Outcome.DROPPED: "magenta", Outcome.SILENT: "cyan", Outcome.STOPPED: "yellow",
          Outcome.UNPAIRED: "dim"}


@dataclass(frozen=True, slots=True)
class _Page:
    explained: Explanation
    console: Console
    width: int
    colour: bool
    verbose: bool
    quotes: dict[str, str]  # of the facts, by name
    plain: bool = False


def render(explained: Explanation, *, width: int, colour: bool, verbose: bool = False) -> str:
    """Both places as they were read, then what became of each pair of facts."""
    console = console_of(width, colour)
    facts = [f for side in (explained.a, explained.b) for claim in side.claims for f in claim.facts]
    quotes = {f.name: short(f.evidence.quote, 32) for f in facts}
    return printed(console, _lines(_Page(explained, console, min(width, MEASURE), colour, verbose, quotes)), colour)


def _lines(page: _Page) -> Iterator[Text]:
    yield from _side(page, "A", page.explained.a)
    yield Text()
    yield from _side(page, "B", page.explained.b)
    for words in page.explained.words:
        yield Text()
        yield from _words(page, words)
    for outcome in Outcome:
        pairs = [p for p in page.explained.pairs if p.outcome is outcome]
        if outcome is Outcome.UNPAIRED:
            yield from _unpaired(page, pairs)
            continue
        shown = pairs if page.verbose else pairs[:_SHOWN]
        for pair in shown:
            yield Text()
            yield from _pair(page, pair)
        if len(shown) < len(pairs):
            yield Text()
            hidden = f"and {count(len(pairs) - len(shown), 'more pair')} {outcome.value}, shown by --verbose"
            yield from wrap(page, Text(hidden, style="dim"))
    for names in page.explained.names:
        yield Text()
        yield from _names(page, names)
    yield from _end(page)


def _side(page: _Page, letter: str, side: SideRead) -> Iterator[Text]:
    head = Text().append(f"{letter}  ", "bold").append(clean(side.source), "bold").append(f", {day(side.published)}")
    yield from apart(page, head, Text(f"{clean(side.document)}, {clean(side.asked)}", style="dim"), hang=3)
    for claim in side.claims:
        yield from _claim(page, claim)
    if side.names:
        yield from wrap(page, Text(f"names: {', '.join(map(clean, side.names))}", style="dim"), indent=3, hang=2)
    if side.note:
        yield from wrap(page, Text(sentence(side.note), style="italic"), indent=3)


def _claim(page: _Page, claim: ClaimRead) -> Iterator[Text]:
    gutter = Text("   │ ", style="dim")
    cue = f" (“{clean(claim.cue)}”)" if claim.cue else ""
    told = f"{clean(claim.speaker)}{cue}, {claim.factuality}" if claim.speaker else f"{claim.factuality}{cue}"
    yield from apart(page, Text(told), Text(f"{claim.line}:{claim.column}", style="dim"), gutter=gutter)
    marked = sorted((f.evidence for f in claim.facts), key=lambda e: e.span)
    text = in_context(marked, style="", colour=page.colour) if marked else Text(clean(claim.text))
    yield from wrap(page, text, gutter=gutter)
    for fact in claim.facts:
        yield from _fact(page, fact)


def _fact(page: _Page, fact: FactRead) -> Iterator[Text]:
    side = fact.evidence
    text = Text().append(f"{fact.name}  ", "bold").append(short(side.quote)).append("  read as ", "dim")
    text.append(typeset(side.value), "bold")
    remarks = [clean(r) for r in (side.note, *fact.remarks) if r]
    text.append(f" ({'; '.join(remarks)})" if remarks else "", "dim")
    text.append(f"  {side.line}:{side.column}", "dim")
    yield from wrap(page, text, indent=3, hang=4)
    kind = fact.kind if fact.dimension in ("", fact.kind) else f"{fact.kind}, {fact.dimension}"
    measured = f"{kind}: {clean(fact.measure)}" if fact.measure else kind
    parts = "; ".join(f"{name} {typeset(words)}" for name, words in fact.parts)
    yield from wrap(page, Text(f"{measured} [{parts}]" if parts else measured, style="dim"), indent=7, hang=2)
    for spoken in fact.elsewhere:
        others = [clean(p) for p in spoken.places if not p.startswith(f"{side.document}:")]
        where = f" with {listing(others)}" if others else ""
        hidden = f" ({spoken.left_out})" if spoken.left_out else ""
        line = Text("reported elsewhere: ", style="dim").append(_verdict(spoken)).append(where + hidden, "dim")
        yield from wrap(page, line, indent=7, hang=2)


def _pair(page: _Page, pair: PairJudged) -> Iterator[Text]:
    """What became of the two first, then why, and at the end what would have to be otherwise."""
    style = STYLE[pair.findings[0].verdict] if pair.findings else _STYLE[pair.outcome]
    head = Text().append(f"{pair.a} × {pair.b}  ", "bold")
    head.append(f"{page.quotes[pair.a]} × {page.quotes[pair.b]}", "dim")
    told = ", ".join(f"{SYMBOL[f.verdict]} {f.verdict.value}" for f in pair.findings[:1]) or pair.outcome.value
    if pair.outcome is Outcome.SILENT and page.explained.words:
        told = f"{told} of these two values"
    yield from apart(page, head, Text(f"{told}: {pair.guard}" if _guarded(pair) else told, style=style), hang=3)
    for number, spoken in enumerate(pair.findings):
        yield from _spoken(page, spoken, again=not number)
    for label, words in _why(page, pair):
        yield from _labelled(page, label, words)
    yield from _evidence(page, pair)
    for label, words in _how(pair):
        yield from _labelled(page, label, words)


def _words(page: _Page, words: WordsJudged) -> Iterator[Text]:
    """A finding on the words themselves: what it says, what each side has, and why its rule spoke."""
    spoken = words.finding
    style = STYLE[spoken.verdict]
    yield from apart(page, _verdict(spoken), Text(spoken.fingerprint, style="dim"), hang=3)
    hidden = f" ({spoken.left_out})" if spoken.left_out else ""
    yield from wrap(page, Text(_told(spoken)).append(hidden, "dim"), indent=3, hang=2)
    for side in words.sides:
        where = Text(f"{clean(side.document)}:{side.line}:{side.column}", style="dim")
        said = in_context([side], style=style, colour=page.colour, around=_AROUND)
        yield from apart(page, said, where, gutter=Text("   │ ", style="dim"))
    if words.why:
        yield from _labelled(page, spoken.rule, words.why)
    if words.key:
        yield from _labelled(page, "put together by", words.key)


def _guarded(pair: PairJudged) -> bool:
    return bool(pair.guard) and not pair.findings


def _labelled(page: _Page, label: str, words: str) -> Iterator[Text]:
    yield from wrap(page, Text().append(f"{label}: ", "dim").append(typeset(words)), indent=3, hang=2)


def _why(page: _Page, pair: PairJudged) -> Iterator[tuple[str, str]]:
    if pair.reason:
        yield pair.guard or "why", pair.reason
    for other in pair.instead:
        yield "instead", other
    if pair.outcome is Outcome.SILENT:
        above = ", ".join(dict.fromkeys(words.finding.rule for words in page.explained.words))
        beside = f" as values; what {above} says of the words around them stands above" if above else ""
        yield "rules", f"none had anything to say of these two{beside}"
    if pair.standing:
        yield "values", pair.standing


def _how(pair: PairJudged) -> Iterator[tuple[str, str]]:
    if pair.key:
        near = f" (cosine of the claims {pair.similarity:.2f})" if pair.similarity is not None else ""
        yield "paired by", f"{pair.key}{near}"
    if pair.passed:
        yield "guards that found nothing", ", ".join(pair.passed)
    if pair.otherwise:
        yield "otherwise", pair.otherwise


def _evidence(page: _Page, pair: PairJudged) -> Iterator[Text]:
    """The steps of the score, the strongest first, each with what it is worth. They are not shown of two that a guard
    sets apart however likely they are of one thing."""
    if pair.score is None or (pair.outcome is Outcome.STOPPED and not pair.otherwise and not page.verbose):
        return
    if not pair.steps[0].startswith(PRIOR):
        steps = ", ".join(pair.steps)
        yield from _labelled(page, "alignment", f"{steps} gives {pair.score:.2f}, which is no confidence")
        return
    yield from _labelled(page, "one thing", "whether both are about one thing, not whether either is true; in bits of "
                         "evidence")
    prior, *found = [(words, float(worth)) for words, _, worth in (step.rpartition(" ") for step in pair.steps)]
    found.sort(key=lambda step: -abs(step[1]))
    shown = [("before anything is looked at", prior[1]), *(found if page.verbose else found[:_STRONGEST])]
    total = log2(pair.score / (1 - pair.score)) if 0 < pair.score < 1 else copysign(inf, pair.score - 0.5)
    lines = [*shown, ("what is weaker", total - sum(worth for _, worth in shown)),
             (f"together, a probability of {pair.score:.2f}", total)]
    width = min(max(len(words) for words, _ in lines), page.width - _BITS)
    for words, worth in lines:
        yield from _worth(page, Text(typeset(words)), f"{worth:+.1f}", width)


def _worth(page: _Page, words: Text, worth: str, width: int) -> Iterator[Text]:
    """Words and, at the right of their last line, what they are worth."""
    *lines, last = words.wrap(page.console, width)
    for line in lines:
        yield Text.assemble(" " * 5, line)
    last.rstrip()
    yield Text.assemble(" " * 5, last, " " * (width - last.cell_len), f"{worth:>7}")


def _spoken(page: _Page, spoken: Spoken, *, again: bool = False) -> Iterator[Text]:
    """`again`: its verdict stands above."""
    text = Text() if again else _verdict(spoken).append(". ")
    text.append(_told(spoken))
    hidden = f" ({spoken.left_out})" if spoken.left_out else ""
    text.append(f" {spoken.rule} {spoken.fingerprint}{hidden}" if again else f" {spoken.fingerprint}{hidden}", "dim")
    yield from wrap(page, text, indent=3, hang=2)


def _told(spoken: Spoken) -> str:
    return " ".join(sentence(clean(said), spoken.tellers) for said in (spoken.message, spoken.condition) if said)


def _verdict(spoken: Spoken) -> Text:
    rule = "" if spoken.rule == spoken.verdict.value else f" {spoken.rule}"
    return Text().append(f"{SYMBOL[spoken.verdict]} {spoken.verdict.value}", STYLE[spoken.verdict]).append(rule)


def _unpaired(page: _Page, pairs: Sequence[PairJudged]) -> Iterator[Text]:
    """One paragraph for each reason: there are many pairs and few reasons."""
    groups: dict[tuple[str, str], list[PairJudged]] = {}
    for pair in pairs:
        groups.setdefault((pair.guard, pair.reason), []).append(pair)
    if groups:
        yield Text()
        yield Text(f"Not paired ({len(pairs)})", style="bold")
    for (guard, reason), some in groups.items():
        named = [f"{p.a} × {p.b}" + (f" ({p.similarity:.2f})" if p.similarity is not None else "") for p in some]
        shown = named if page.verbose else named[:_SHOWN]
        more = f" and {len(named) - len(shown)} more" if len(shown) < len(named) else ""
        text = Text().append(f"{guard}: " if guard else "", "yellow").append(typeset(reason))
        text.append(f": {', '.join(shown)}{more}", "dim")
        yield from wrap(page, text, indent=3, hang=2)


def _names(page: _Page, names: NamesJudged) -> Iterator[Text]:
    text = Text().append(f"{clean(names.a)} × {clean(names.b)}", "bold").append(f"  {names.how}")
    yield from wrap(page, text, hang=3)
    for spoken in names.findings:
        yield from _spoken(page, spoken)
    if not names.findings:
        yield from wrap(page, Text("rules: none had anything to say of these two names", style="dim"), indent=3)


def _end(page: _Page) -> Iterator[Text]:
    guards = dict.fromkeys(p.guard for p in page.explained.pairs if p.guard)
    yield Text()
    if not page.explained.pairs and not page.explained.names:
        yield from wrap(page, Text("There are no two facts to put against each other."))
    documents = f"Judged among {count(len(page.explained.documents), 'document')}."
    pages = f" More on a guard: {', '.join(f'claimcheck explain {g}' for g in guards)}." if guards else ""
    yield from wrap(page, Text(documents + pages, style="dim"))
    for failure in page.explained.failures:
        yield from wrap(page, Text(f"✖ failure  {clean(failure)}", style="red"), hang=2)
