"""Bytes to text: Unicode first, then a legacy encoding, and never a guess over binary data."""

from __future__ import annotations

import codecs

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
_GUESSED = 1 << 20  # by its first megabyte: each of a hundred encodings is tried on all that is given


def decode(data: bytes, name: str) -> str:
    """The text without its byte order mark, new lines as they are. Raises InputError, naming `name`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding, name)
    _refuse_binary(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, name, error.start)


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
    except UnicodeError:  # only the beginning of a long text was looked at
        raise unknown from None


def _mostly_ascii(data: bytes) -> bool:
    return sum(byte >= 0x80 for byte in data[:_SAMPLE]) * 8 <= min(len(data), _SAMPLE)
