"""Statements with a figure, a time or an occurrence as mentions: each in the words that it stands in."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from claimcheck.lexicon.concepts import concept
from claimcheck.lexicon.frequency import rarity
from claimcheck.lexicon.predicates import words
from claimcheck.lexicon.reach import reaches
from claimcheck.link.context import context_of
from claimcheck.link.statement import Statement
from claimcheck.link.types import FactMention
from claimcheck.model.fact import Occurrence
from claimcheck.model.value import Quantity, Timex

# So many words to each side of a value are near it; classes of reach are looked for a little nearer.
NEAR, REACH = 8, 5
# So many to the left and to the right are right beside it.
BESIDE = 3, 4
# Kinds with weights of their own; dimensions that news gives less often share those of "measure".
KINDS = ("count", "money", "percent", "age", "duration", "time", "measure")
EVENT = "event"  # an occurrence, which has a table of weights to itself
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]")
_CAPITAL = re.compile(r"(?<=[a-z,;:] )[A-Z][\w-]+")
_CLEAN = str.maketrans({"’": "'"})


def has_value(statement: Statement) -> bool:
    return isinstance(statement.fact.value, Quantity | Timex)


def mentions_of(
    statements: Sequence[Statement], of: Callable[[Statement], bool] = has_value
) -> dict[int, FactMention]:
    """By number, the mentions of those statements of a story that `of` picks: figures, times or occurrences."""
    sentences: defaultdict[int, dict[int, Statement]] = defaultdict(dict)
    for statement in statements:
        sentences[statement.document].setdefault(statement.claim.sentence, statement)
    last = {document: max(found) for document, found in sentences.items()}
    spread = {document: Counter(word for s in some.values() for word in _weighed(_tokens(s.claim.text)))
              for document, some in sentences.items()}
    values: defaultdict[tuple[int, int], set[tuple[int, str]]] = defaultdict(set)
    for statement in statements:
        if isinstance(statement.fact.value, Quantity | Timex):
            values[statement.document, statement.claim.sentence].add((statement.number, _key(statement.fact.value)))
    found = {}
    for statement in statements:
        if of(statement):
            before = sentences[statement.document].get(statement.claim.sentence - 1)
            found[statement.number] = _mention(statement, before, max(1, last[statement.document]),
                                                spread[statement.document], len(sentences[statement.document]),
                                                frozenset(values[statement.document, statement.claim.sentence]))
    return found


def kind_of(value: Quantity | Timex | Occurrence) -> str:
    """The kind whose weights a value is linked by."""
    if isinstance(value, Timex):
        return "time"
    if isinstance(value, Occurrence):
        return EVENT
    kind = value.dimension.split(":")[0].split("/")[0]
    return kind if kind in KINDS else "measure"


def _mention(statement: Statement, before: Statement | None, last: int, spread: Counter[str], claims: int,
             beside: frozenset[tuple[int, str]]) -> FactMention:
    value = statement.fact.value
    if not isinstance(value, Quantity | Timex | Occurrence):
        raise TypeError("neither a figure nor a time nor an occurrence")
    text, base = statement.claim.text, statement.claim.span.start
    start, end = max(0, value.span.start - base), max(0, value.span.end - base)
    left, right = tuple(reversed(_tokens(text[:start]))), _tokens(text[end:])
    near = (*left[:NEAR], *right[:NEAR])
    place = statement.claim.sentence
    return FactMention(
        statement, kind_of(value), _form(value), left, right, _weighed((*left, *right)), _weighed(near),
        _weighed(_tokens(before.claim.text)) if before is not None else {},
        frozenset(concept(w) for w in (*left[: BESIDE[0]], *right[: BESIDE[1]]) if w[0].isalpha()),
        reaches((*left[:REACH], *right[:REACH])), place, min(1.0, place / last),
        spread, claims, frozenset(key for number, key in beside if number != statement.number),
        frozenset(_CAPITAL.findall(text)),
        context_of(value, text, start, end, before.claim.text if before is not None else "")
        if isinstance(value, Quantity | Timex) else "",
    )


def _key(value: Quantity | Timex) -> str:
    """Equal for equal values in one dimension."""
    return value.value if isinstance(value, Timex) else f"{value.dimension} {value.base.low} {value.base.high}"


def _form(value: Quantity | Timex | Occurrence) -> tuple[str, ...]:
    if isinstance(value, Occurrence):
        return (value.kind,)
    if isinstance(value, Timex):
        return value.granularity.value, value.relation.value
    return (value.unit.name if value.unit is not None else "",)


@functools.lru_cache(maxsize=16_384)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(t.lower().translate(_CLEAN).removesuffix("'s") for t in _WORD.findall(text))


def _weighed(tokens: Sequence[str]) -> dict[str, float]:
    """Concepts of the content words with their rarity in bits."""
    found: dict[str, float] = {}
    for token in tokens:
        weighed = _content(token)
        if weighed is not None:
            found[weighed[0]] = weighed[1]
    return found


def _content(token: str) -> tuple[str, float] | None:
    if not token[0].isalpha() or len(token) < 3 or token in words("stop"):
        return None
    return concept(token), rarity(token)
