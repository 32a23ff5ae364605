"""Bytes to text: Unicode first, then a legacy encoding, and never a guess over binary data."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from claimcheck.errors import InputError

# Longer marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"), (b"\xd0\xcf\x11\xe0", "an office document"), (b"\x7fELF", "a program"),
)
# In an English text of Windows or the web: typographic quotes, dashes, ellipsis, bullet, signs, accented letters.
_WESTERN = frozenset((
    0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xA0, 0xA3, 0xA9, 0xAE, 0xB0, 0xB7, 0xBC, 0xBD, 0xBE,
    0xC9, 0xD6, 0xDC, 0xDF, *range(0xE0, 0xF0), *range(0xF1, 0xF7), *range(0xF9, 0xFD),
))
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 26, 27}
_SAMPLE = 1 << 16
_MARK = "\ufeff"
_ODD = re.compile("[\udc80-\udcff]")  # as `surrogateescape` has a byte that is no UTF-8
_SHORT = 0x800  # below it two bytes are a character of UTF-8, which may as well be two of another encoding
_GUESSED = 1 << 20  # by its first megabyte: each of a hundred encodings is tried on all that is given


@dataclass(frozen=True, slots=True)
class Decoded:
    """`note` says what had to be read in another encoding than the rest, "" where nothing had."""

    text: str
    note: str = ""


def decode(data: bytes, name: str) -> Decoded:
    """The text without its byte order mark, or several of them, new lines as they are. Raises InputError, naming
    `name`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_with_mark(data[len(mark) :], encoding, name).lstrip(_MARK))
    _refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _mixed(data) or Decoded(_legacy(data, name, error.start))


def _with_mark(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: byte {error.start}: not {encoding.upper()}, although the file begins so; save it as UTF-8"
        ) from None


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{name}: this is {what}, not text; export the article as plain text")
    sample = data[:_SAMPLE]
    place = sample.find(b"\0")
    controls = sum(byte in _CONTROLS for byte in sample)
    if place >= 0 or controls > len(sample) // 20:
        where = f"byte {place}" if place >= 0 else "control characters"
        raise InputError(f"{name}: {where}: this is binary data, not text; export the article as plain text (UTF-8)")


def _mixed(data: bytes) -> Decoded | None:
    """What is UTF-8 but for a few bytes, as where a line was pasted in: those are taken for Western ones, not all of it
    for another alphabet. None where too little is UTF-8 beyond doubt, which is looked for in lines without such bytes.
    """
    text = data.decode("utf-8", "surrogateescape")
    odd = [ord(byte) & 0xFF for byte in _ODD.findall(text)]
    whole = "".join(line for line in text.splitlines() if _ODD.search(line) is None)
    beyond = [character for character in whole if character > "\x7f"]
    if not any(ord(c) >= _SHORT or not _WESTERN.issuperset(c.encode()) for c in beyond):
        return None
    if len(odd) > len(beyond) and not (_WESTERN.issuperset(odd) and len(odd) * 8 <= len(text)):
        return None
    try:
        mended = _ODD.sub(lambda byte: bytes([ord(byte[0]) & 0xFF]).decode("cp1252"), text)
    except UnicodeDecodeError:
        return None
    first = text.count("\n", 0, _ODD.search(text).start()) + 1  # type: ignore[union-attr]
    told = "one byte is no UTF-8, and was" if len(odd) == 1 else f"{len(odd):,} bytes are no UTF-8, and were"
    return Decoded(mended, f"{told} read as Windows-1252, first in line {first:,}; save it as UTF-8")


def _legacy(data: bytes, name: str, place: int) -> str:
    high = {byte for byte in data if byte >= 0x80}
    # No library can tell the code pages apart by a few curly quotes; an English text is nearly always in this one.
    if high <= _WESTERN and _mostly_ascii(data):
        return data.decode("cp1252")
    from charset_normalizer import from_bytes  # heavy, and seldom needed

    unknown = InputError(f"{name}: byte {place}: the encoding is not known; save the file as UTF-8")
    best = from_bytes(data[:_GUESSED]).best()
    if best is None:
        raise unknown
    try:
        return data.decode(best.encoding)
    except UnicodeError:  # it looks at samples of a long text
        raise unknown from None


def _mostly_ascii(data: bytes) -> bool:
    return sum(byte >= 0x80 for byte in data[:_SAMPLE]) * 8 <= min(len(data), _SAMPLE)
