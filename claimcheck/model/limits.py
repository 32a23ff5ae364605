"""How much is read and compared at most: what is over a limit is refused and told, never cut off in silence."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.errors import InputError, LimitError


@dataclass(frozen=True, slots=True)
class Limits:
    """Each bounds what one input may cost; all are counted while reading.

    `file_bytes` are those of one article, packed as it is; `rows_bytes` those of a .jsonl file, unpacked where it is
    packed; `tags` are those of an HTML page, `attributes` those of one of its tags, `stream_bytes` those to which the
    pages of a PDF unpack. `characters` are those of the text of one article, `sentences` and `pairs` (of facts to be
    compared) those of one story.
    """

    file_bytes: int = 10_000_000
    rows_bytes: int = 100_000_000
    rows: int = 100_000
    tags: int = 50_000
    attributes: int = 500
    pages: int = 300
    stream_bytes: int = 5_000_000
    characters: int = 200_000
    sentences: int = 20_000
    pairs: int = 100_000


DEFAULTS = Limits()


def over(what: str, most: int, key: str) -> str:
    """What to say of an input that has more than `most` of something; `key` is its setting."""
    return f"more than {most:,} {what}; give less, or raise limits.{key} in claimcheck.toml"


def over_input(name: str, what: str, most: int, key: str) -> InputError:
    return InputError(f"{name}: {over(what, most, key)}")


def over_story(what: str, most: int, key: str) -> LimitError:
    return LimitError(f"the story has {over(what, most, key)}")
