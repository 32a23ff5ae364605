"""Files of text that hold more than an article: feeds and other XML, messages."""

from __future__ import annotations

import re
from pathlib import PurePath

_START = 16_384
_XML = re.compile(r"\s*(?:<\?xml\b|<(?:rss|feed|rdf:RDF)[\s>])", re.IGNORECASE)
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]*):[ \t]")
# A text may begin with a date and a title, with "Received: two letters", or as a memo does, with "From", "To" and
# "Subject"; one of these beside another field of a header only a message in raw form has.
_OF_A_MESSAGE = frozenset({"mime-version", "message-id", "received", "return-path", "content-transfer-encoding"})
_FIELDS = _OF_A_MESSAGE | {"from", "to", "subject", "date", "delivered-to", "reply-to", "content-type"}


def foreign_form(text: str, name: str) -> str | None:
    """What the file is, None where it may be an article, by its name and by how it begins. XHTML is left to the reader
    of pages."""
    start, suffix = text[:_START], PurePath(name).suffix.lower()
    if suffix in (".rss", ".atom") or (_XML.match(start) and "<html" not in start.lower()):
        return "a feed or other XML"
    if suffix in (".eml", ".mbox") or _is_message(start):
        return "an e-mail"
    return None


def _is_message(start: str) -> bool:
    fields = set()
    for line in start.lstrip().splitlines():
        found = _FIELD.match(line)
        if found is None and not line[:1].isspace():
            break
        if found is not None:
            fields.add(found[1].lower())
    return bool(fields & _OF_A_MESSAGE) and len(fields & _FIELDS) > 1
