"""Files that break: good samples of everything that is read, and ways to spoil them."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable

from pdf_samples import column, pdf

TEXT = "The flood in Arren killed 12 people on Monday, police said. The bridge was closed for two days.\n"
ARTICLE = f"Flood\n\n5 March 2024\n\n{TEXT}"
MARKDOWN = f'---\ntitle: "Flood"\nsource: Harbour Gazette\ndate: 2024-03-05\n---\n\n# Flood\n\n{TEXT}'
HTML = (f'<!doctype html><html><head><title>Flood</title><meta name="date" content="2024-03-05"></head><body><article>'
        f"<h1>Flood</h1><p>{TEXT * 3}</p><p>{TEXT * 2}</p></article></body></html>")
ROWS = "".join(json.dumps({"story": story, "id": id, "source": "Herald", "published": "2024-03-05", "title": "Flood",
                           "text": TEXT}) + "\n" for story in ("one", "two") for id in "ab")
SETTINGS = """model = "hashing"
fail-on = "tension"
ignore = ["single-source"]
paths = ["desk"]
exclude = ["drafts/", "*.bak"]

[thresholds]
neighbours = 3
nearness = 0.5

[severity]
diverging-bounds = "note"

[sources]
"Harbour Gazette" = ["The Gazette"]

[units]
acre-foot = { of = "cubic metre", factor = 1233.48, words = ["acre-foot", "acre-feet"] }

[synonyms]
stevedore = ["docker", "longshoreman"]
"""
IGNORES = """[[ignore]]
rule = "quantity-mismatch"
pair = ["desk/a.txt", "desk/b.txt"]
reason = "known"
until = 2030-12-31
"""
MANIFEST = """title = "Flood"

[[document]]
path = "a.txt"
source = "Herald"
published = 2024-03-05

[[document]]
path = "b.txt"
published = "2024-03-06"

[[expect]]
verdict = "contradiction"
rule = "quantity-mismatch"
a = { document = "a.txt", quote = "12 people" }
b = { document = "b.txt", quote = "12 people", also = ["Monday"] }
"""
BASELINE = """{"version": 1, "accepted": [
{"id": "0123456789abcdef", "rule": "quantity-mismatch", "measure": "people", "sides": [\
["desk/a.txt", "12", "12 people"], ["desk/b.txt", "30", "30 people"]], "verdict": "contradiction"}
]}
"""
PDF = pdf(column("Flood\n\n" + TEXT), column("The river rose by 3 metres. Nobody in the town had been warned of it."))
# What is read, by the name that says how.
SAMPLES: dict[str, bytes] = {
    "claimcheck.toml": SETTINGS.encode(), "claimcheck.ignore.toml": IGNORES.encode(),
    "claimcheck.baseline.json": BASELINE.encode(), "story/story.toml": MANIFEST.encode(),
    "rows.jsonl": ROWS.encode(), "rows.jsonl.gz": gzip.compress(ROWS.encode(), mtime=0),
    "desk/x.txt": ARTICLE.encode(), "desk/x.md": MARKDOWN.encode(), "desk/x.html": HTML.encode(), "desk/x.pdf": PDF,
    ".gitignore": b"drafts/\n*.bak\n!keep.bak\n/build\n**/x\n[a-c].tmp\n",
}

DIGITS = "9" * 5_000
LONG_NAME = "x" * 5_000
# What may stand where a value stood; some of it is right in one kind of file only.
VALUES = (
    DIGITS, f"-{DIGITS}", f"0x{'f' * 5_000}", f"0b{'1' * 70}", "1e999", "-1e999", f"1e{DIGITS}", f"0.{DIGITS}", "NaN",
    "Infinity", "-inf", "nan", "true", "null", "[]", "{}", "[[]]", '[["x"]]', '""', '" "', '"\\ud800"', '"\\udc00x"',
    '"\\u0000"', '"\\u202e"', '"x', "'", '"""', "0001-01-01", "9999-12-31", "10000-01-01", "2024-02-30", "07:32:00",
    "2024-03-05T99:00:00Z", "9999-12-31T23:59:59+23:59", '"0001-01-01"', '"9999-12-31"', '"2024-W99"', "[" * 2_000,
    "[" * 200 + "]" * 200, '{"a":' * 2_000, "{ a = " * 2_000, "a." * 3_000 + "b = 1", f'"{LONG_NAME}"', '"../../x"',
    '"/etc/passwd"', '"*"', '"**/["', '"![z-a]"', '"\\\\"', '"1e999999999999"', '"sNaN"', "-0", "0", "1", '"1"', "",
)
BYTES = (
    b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\r",
    b"\r\n", b"\n\r", b"\x0b", b"\x0c", b"\x1a", b"\x1b[2J", b"\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xf0\x9f",
    b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"<html>", b"<!--", b"<![CDATA[", b"]]>", b"&#xD800;", b"&#0;", b"<p>" * 500,
    b"<?xml version='1.0' encoding='utf-16'?>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"---\n", b"+++\n", b"title: \"\n",
    b"obj", b"endobj", b"stream\n", b"3 0 R", b"2 0 R", b"/Encrypt 3 0 R", b"/Length -1", b"/Kids [2 0 R]", b"0 Tf",
    b"1e400 0 0 1 0 0 Tm", b"/Filter /FlateDecode ", b"99999999999 0 R", b"<" * 300, b"[" * 300, b"(" * 300,
)
# What the reader of texts looks for around an article.
FURNITURE = (
    "OSLO, March 3. /AP/. ", "LONDON (Reuters) - ", "GENEVA — ", "(Updates with quote) ", "3 March 2021", "31 February",
    "Published: 2021-03-03 14:00", "Updated 0001-01-01", "Feb 29, 1999", "99.99.2021", "By Jane Doe", "By AP", "# ",
    "## ", "Source: Reuters", "Source: ", "The Associated Press contributed to this report.", "(Reporting by Jane Doe)",
    "Jane Doe of Reuters contributed reporting.", "With AFP", "(via Reuters.com)", "/TASS/", "Contributing: J. Doe, AP",
    "Photo: x", "(AP Photo/x)", "[Image: Getty Images]", "SEE ALL RELATED", "Comments", "ADD A COMMENT", "Share", "8",
    "Advertisement", "The Harbour Gazette", "Flood | BBC News", "© 2024 The Herald", "- ", "* ", "> ", "---", "+++",
    "title: x", 'title: "', "date: 2021-03-03", "date: 9", "Rather than a strike, the crews wanted longer hours. ",
    "What vote did the minister resign after? ", "“It is over. ", "(", ")", "…", "\u200b", "\ufeff", "\u2028", "\x1c",
    "\ud800", "\0", "e\u0301", "👩‍👩‍👧", "İ", "x" * 2_100, " y" * 1_100, "\t", "\u00a0", "\n", "\r", "\r\n", "\n\n",
)
_VALUE = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|\b\d{4}-\d\d-\d\d\b|\b\d+(?:\.\d+)?\b|\[[^\[\]\n]*\]|\{[^{}\n]*\}")


def spoiled(chance: random.Random, name: str) -> bytes:
    """The sample of that name with one to four things wrong in it."""
    data = SAMPLES[name]
    inside = name.endswith(".gz") and chance.random() < 0.7
    if inside:
        data = gzip.decompress(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_WAYS)(chance, data)
    return gzip.compress(data, mtime=0) if inside else data


def _value(chance: random.Random, data: bytes) -> bytes:
    """Another value, or another key, where one stood."""
    text = data.decode("utf-8", "replace")
    places = list(_VALUE.finditer(text))
    if not places:
        return data
    at = chance.choice(places)
    return (text[: at.start()] + chance.choice(VALUES) + text[at.end() :]).encode("utf-8", "surrogatepass")


def _inserted(chance: random.Random, data: bytes) -> bytes:
    at = chance.choice((0, len(data), chance.randrange(len(data) + 1)))
    return data[:at] + chance.choice(BYTES) + data[at:]


def _framed(chance: random.Random, data: bytes) -> bytes:
    """Datelines, credits and furniture before, behind and in the middle."""
    def some() -> bytes:
        return "".join(chance.choice(FURNITURE) + chance.choice(("", " ", "\n", "\n\n")) for _ in range(
            chance.randrange(8))).encode("utf-8", "surrogatepass" if chance.random() < 0.1 else "replace")

    at = chance.randrange(len(data) + 1)
    return some() + data[:at] + some() + data[at:] + some()


def _cut(chance: random.Random, data: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice((data[:start], data[start:], data[:start] + data[end:], b""))


def _lines(chance: random.Random, data: bytes) -> bytes:
    """Lines twice, in another order, with other ends."""
    lines = data.splitlines(keepends=True) or [b""]
    i, j = (chance.randrange(len(lines)) for _ in range(2))
    lines[i : i + 1] = [lines[i], lines[j]]
    if chance.random() < 0.5:
        chance.shuffle(lines)
    if chance.random() < 0.3:
        lines = [line.rstrip(b"\r\n") + chance.choice((b"\n", b"\r", b"\r\n", b"\n\n")) for line in lines]
    return b"".join(lines)


def _flipped(chance: random.Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _encoded(chance: random.Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(
        chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7", "cp1252", "shift-jis")),
        "replace")


def _repeated(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    part = data[start : start + chance.randrange(1, 40)]
    return data[:start] + part * chance.choice((2, 50, 1_000)) + data[start:]


_WAYS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _value, _value, _value, _inserted, _framed, _cut, _lines, _flipped, _encoded, _repeated,
)
