"""Reading a dependency tree."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import takewhile

from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span


@functools.lru_cache(maxsize=4_096)
def children_table(parsed: ParsedSentence) -> tuple[tuple[int, ...], ...]:
    """For every token the indices of its children, in the order of the text."""
    table: list[list[int]] = [[] for _ in parsed.tokens]
    for token in parsed.tokens:
        if token.head != token.index:
            table[token.head].append(token.index)
    return tuple(tuple(row) for row in table)


def children(parsed: ParsedSentence, token: Token, *deps: str) -> list[Token]:
    """Children of `token`, of the given dependency labels only if any are named."""
    found = (parsed.tokens[i] for i in children_table(parsed)[token.index])
    return [t for t in found if not deps or t.dep in deps]


def subtree(parsed: ParsedSentence, token: Token, *, without: frozenset[str] = frozenset()) -> list[Token]:
    """`token` and all below it in the order of the text; branches whose label is in `without` are left out."""
    table = children_table(parsed)
    found, todo = [], [token.index]
    while todo:
        index = todo.pop()
        found.append(index)
        todo.extend(i for i in table[index] if parsed.tokens[i].dep not in without)
    return [parsed.tokens[i] for i in sorted(found)]


def ancestors(parsed: ParsedSentence, token: Token) -> Iterator[Token]:
    """The heads above `token`, nearest first; ends at the root, and on a cycle."""
    seen = {token.index}
    while token.head not in seen:
        token = parsed.tokens[token.head]
        seen.add(token.index)
        yield token


def way_up(parsed: ParsedSentence, token: Token, above: Token) -> list[Token]:
    """From `token` up to `above`, without that; to the root where `above` is not on the way."""
    return list(takewhile(lambda t: t.index != above.index, (token, *ancestors(parsed, token))))


def span_of(tokens: list[Token]) -> Span:
    """From the first to the last of the tokens; ValueError for none."""
    return Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens))
