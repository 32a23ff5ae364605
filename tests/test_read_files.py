"""Bytes to text: encodings that are read, and files that are refused with one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import UNPRIVILEGED, Command, needs_modes

from claimcheck import compare_texts
from claimcheck.errors import InputError
from claimcheck.read import read_bytes, read_path, read_text

TEXT = "Ferries sail again\r\n\r\nThe café on the quay reopened, “at last,” its owner said – after a week’s rest.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """Text comes back without its byte order mark and with its line ends, whatever the encoding."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_path(path).text == TEXT


@pytest.mark.parametrize(("utf_8", "odd"), [
    ("The café on the quay – the “Søværn” – reopened.", "Two people died in the café, said Müller."),
    ("“Two died,” the owner said – twice.", "Jürgen’s café – “closed” – was searched."),
    ("Το λιμάνι άνοιξε ξανά το πρωί της Δευτέρας.", "Ñandú"), ("Паром снова ходит после бури.", "Günther"),
])
def test_a_line_in_another_encoding_leaves_the_rest_as_it_is(utf_8: str, odd: str) -> None:
    """It was pasted in; its bytes are taken for Western ones, and a note says so."""
    data = f"{utf_8}\n\n".encode() + f"{odd}\n\n".encode("cp1252") + f"{utf_8}\n".encode()
    document = read_bytes(data, "a")
    assert document.text == f"{utf_8}\n\n{odd}\n\n{utf_8}\n"
    number = sum(character > "\x7f" for character in odd)
    told = "one byte is no UTF-8, and was" if number == 1 else f"{number} bytes are no UTF-8, and were"
    assert document.note == f"{told} read as Windows-1252, first in line 3; save it as UTF-8"


@pytest.mark.parametrize("text", ["The café “JOSÉ” is shut.\n\nPOKÉ’S\n\nMüller left.\n",
                                  "Two people found a £5 note near the quay – “CAFÉ”\n"])
def test_what_may_be_utf_8_by_chance_is_none(text: str) -> None:
    """Two letters of a Western encoding that would be one of UTF-8."""
    document = read_bytes(text.encode("cp1252"), "a")
    assert (document.text, document.note) == (text, "")


def test_bytes_of_another_encoding_are_told(tmp_path: Path, command: Command) -> None:
    """Once, on the standard error and in the report."""
    text = "The flood in Åsen killed 12 people on Monday, said Žofie Müller.\n"
    (tmp_path / "a.txt").write_bytes(text.encode() + b"The caf\xe9 is shut.\n")
    (tmp_path / "b.txt").write_text(text.replace("12", "30"), encoding="utf-8")
    for arguments in (("compare", "a.txt", "b.txt"), ("check",)):
        run = command(*arguments, "--model", "hashing", "-o", "json:r.json")
        told = "a.txt: one byte is no UTF-8, and was read as Windows-1252, first in line 2; save it as UTF-8"
        assert run.stderr.count(told) == 1
        assert "one byte is no UTF-8" in (tmp_path / "r.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-32-be"])
def test_marks_before_a_text_are_no_characters_of_it(encoding: str) -> None:
    """One program wrote its own before that of another."""
    assert read_bytes(("\ufeff" * 2 + TEXT).encode(encoding), "a").text == TEXT


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_both_byte_orders(mark: bytes, encoding: str) -> None:
    """The mark tells which end comes first."""
    assert read_bytes(mark + TEXT.encode(encoding), "a").text == TEXT


def test_another_alphabet_in_a_legacy_encoding() -> None:
    """A library recognises what is not Western."""
    text = "Паром снова ходит после бури, сообщила администрация порта. Два причала пока закрыты для судов. " * 4
    assert read_bytes(text.encode("cp1251"), "a").text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space only"),
        (b"<?xml version='1.0'?>\n<rss><channel><title>Two died</title></channel></rss>", "a feed or other XML"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>Two died.</entry></feed>", "a feed or other XML, and no"),
        (b"From: Desk <desk@example.org>\nMIME-Version: 1.0\nSubject: Quay\n\nTwo died.\n", "an e-mail, and no art"),
        (b"Received: from mx (mx [10.0.0.1])\n by example.org\nFrom: a@b.org\n\nTwo died.\n", "an e-mail, and no"),
        (b'{"story": "quay", "text": "Two died."}\n{"story": "quay", "text": "Three died."}\n', "JSON, and no article"),
        (b'[\n  {"text": "Two died."}\n]\n', "JSON, and no article"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        (b"PK\x03\x04rest", "office document"),
        (b"abc\0def", "binary data"),
        (b"\x01\x02\x03\x04", "binary data"),
        (b"\xff\xfea\xd8\x00", "not UTF-16-LE"),
    ],
)
def test_refused_bytes(data: bytes, said: str) -> None:
    """The one line names the input and the mend."""
    with pytest.raises(InputError) as error:
        read_bytes(data, "herald.txt")
    message = str(error.value)
    assert message.startswith("herald.txt: ")
    assert said in message
    assert ";" in message
    assert "\n" not in message


@pytest.mark.parametrize(("text", "name"), [
    ("Two people died on the quay of Ostra.\n", "rss"),
    ("Two people died on the quay of Ostra.\n", "stories/mbox"),
    ("Received: two letters from the harbour master of Ostra.\n", "herald.txt"),
    ("Received: two letters.\nAnswered: none of them.\n\nTwo people died on the quay.\n", "herald.txt"),
    ("Date: 6 March 2024\nFrom: Ostra\n\nTwo people died on the quay.\n", "herald.txt"),
    ("From: Ada Pell\nTo: The committee\nDate: 6 March 2024\nSubject: Quay\n\nTwo people died.\n", "memo.txt"),
])
def test_a_text_that_only_looks_like_a_message_is_read(text: str, name: str) -> None:
    """By one field of a header, by a name that is no suffix, or as a memo: what only a machine writes is not in it."""
    assert read_bytes(text.encode(), name).text == text


def test_refused_paths(tmp_path: Path) -> None:
    """A missing file, a folder and an impossible name are mistakes of the user, not of the program."""
    with pytest.raises(InputError, match=r"missing\.txt: no such file"):
        read_path(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="this is a folder"):
        read_path(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_path("a\0b.txt")
    with pytest.raises(InputError):
        read_path("x" * 5000)


@needs_modes
def test_a_file_without_permission(command: Command, tmp_path: Path) -> None:
    """The line says that reading is not allowed."""
    path = tmp_path / "a.txt"
    path.write_text("text")
    path.chmod(0)
    run = command("claims", "a.txt", before=UNPRIVILEGED)
    told = "claimcheck: a.txt: not allowed to read it; change its permissions\n"
    assert (run.returncode, run.stderr) == (2, told)


def test_the_source_of_a_file_is_its_stem_if_the_text_names_none(tmp_path: Path) -> None:
    """Text, then file name; what the caller says wins."""
    path = tmp_path / "herald.txt"
    path.write_text("The ferry service resumed after the storm.")
    assert read_path(path).source == "herald"
    assert read_path(path).id == str(path)
    assert read_path(path, source="The Herald").source == "The Herald"


def test_the_api_takes_any_text() -> None:
    """An empty text is a document without anything; a given text is not touched."""
    assert read_text("", "a").text == ""
    assert read_text(TEXT, "a").text == TEXT
    assert read_text("\ufeffA.", "a").text == "\ufeffA."


@pytest.mark.parametrize(("line", "title"), [
    ("**Quill announces third bid**", "Quill announces third bid"),
    ("# __Ferry burns in Ostra__", "Ferry burns in Ostra"),
    ("*Mill sold: \"We are glad\"*", "Mill sold: \"We are glad\""),
    ("# The *Silver Tern* **burns**", "The Silver Tern burns"),
    ("3 * 4 * 5 is the_new_rule", "3 * 4 * 5 is the_new_rule"),
])
def test_a_title_is_shown_without_emphasis(line: str, title: str) -> None:
    """And a byline in emphasis is no sentence."""
    text = f"{line}\n\n*By Jo Parr*\n\nThe ferry burned on Monday, police said.\n"
    report = compare_texts({"a": text, "b": "It burned."})
    assert report.documents[0].title == title
    assert report.documents[0].sentences == 2
