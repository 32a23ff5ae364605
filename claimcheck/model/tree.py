"""Reading a dependency tree."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import TypeVar

from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span

_Answer = TypeVar("_Answer")
# No sentence that somebody wrote has so many words above one another, and no noun so many to itself; what a machine has
# strung together has thousands, and then every word would be looked at from each of the others.
DEEPEST = 100
# More than a sentence has tokens, so that what is asked for every value of a long one is worked out once.
_REMEMBERED = 4_096


def per_token(question: Callable[[ParsedSentence, Token], _Answer]) -> Callable[[ParsedSentence, Token], _Answer]:
    """Remember the answers to a question about a token: all the values of a clause ask the same of its verb, and every
    answer may take as many steps as the clause has words. What is answered must not be changed."""

    @functools.lru_cache(maxsize=_REMEMBERED)
    def answer(parsed: ParsedSentence, index: int) -> _Answer:
        return question(parsed, parsed.tokens[index])

    @functools.wraps(question)
    def ask(parsed: ParsedSentence, token: Token) -> _Answer:
        return answer(parsed, token.index)

    return ask


@functools.lru_cache(maxsize=_REMEMBERED)
def children_table(parsed: ParsedSentence) -> tuple[tuple[int, ...], ...]:
    """For every token the indices of its children, in the order of the text."""
    table: list[list[int]] = [[] for _ in parsed.tokens]
    for token in parsed.tokens:
        if token.head != token.index:
            table[token.head].append(token.index)
    return tuple(tuple(row) for row in table)


def children(parsed: ParsedSentence, token: Token, *deps: str) -> list[Token]:
    """Children of `token`, of the given dependency labels only if any are named."""
    return list(_children(parsed, token.index, deps))


@functools.lru_cache(maxsize=4 * _REMEMBERED)
def _children(parsed: ParsedSentence, index: int, deps: tuple[str, ...]) -> tuple[Token, ...]:
    found = (parsed.tokens[i] for i in children_table(parsed)[index])
    return tuple(t for t in found if not deps or t.dep in deps)


def subtree(
    parsed: ParsedSentence, token: Token, *, without: frozenset[str] = frozenset(), most: int | None = None
) -> list[Token]:
    """`token` and all below it in the order of the text; branches whose label is in `without` are left out, and with
    `most` all but so many, the nearest."""
    table = _table_without(parsed, without)
    found = [token.index]
    for index in found:  # the list grows while it is read
        found += table[index]
        if most is not None and len(found) > most:
            break
    return [parsed.tokens[i] for i in sorted(found[:most])]


@functools.lru_cache(maxsize=_REMEMBERED)
def _table_without(parsed: ParsedSentence, without: frozenset[str]) -> tuple[tuple[int, ...], ...]:
    if not without:
        return children_table(parsed)
    return tuple(tuple(i for i in row if parsed.tokens[i].dep not in without) for row in children_table(parsed))


def ancestors(parsed: ParsedSentence, token: Token) -> Iterator[Token]:
    """The heads above `token`, nearest first; ends at the root, on a cycle, and where no prose is so deep."""
    seen = {token.index}
    while token.head not in seen and len(seen) <= DEEPEST:
        token = parsed.tokens[token.head]
        seen.add(token.index)
        yield token


def way_up(parsed: ParsedSentence, token: Token, above: Token) -> list[Token]:
    """From `token` up to `above`, without that; to the root where `above` is not on the way."""
    return list(takewhile(lambda t: t.index != above.index, (token, *ancestors(parsed, token))))


def span_of(tokens: list[Token]) -> Span:
    """From the first to the last of the tokens; ValueError for none."""
    return Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens))
