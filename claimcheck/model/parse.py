"""A parsed sentence: tokens with lemma, part of speech and dependency."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.document import Sentence
from claimcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """`pos` is a Universal Dependencies tag, `tag` a Penn Treebank tag, `dep` a ClearNLP label; `head` is an index into
    the tokens of the same sentence (the root's is its own)."""

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""  # label of the named entity it belongs to, "" for none
    entity_starts: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # the tree is looked up by sentence: not by all its content each time
class ParsedSentence:
    sentence: Sentence
    tokens: tuple[Token, ...]
