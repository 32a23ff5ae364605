"""PDF files as articles."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from conftest import Command
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_samples import column, pdf
from pypdf import PdfReader, PdfWriter

from claimcheck.errors import InputError
from claimcheck.read import read_bytes

TOP = [(72, 800, 20, "Plant to close"), (72, 770, 12, "5 March 2024")]
BODY = """The Velden plant will close on 1 June, and 45 wor-
kers were dismissed on Monday, works manager Ida
Brandt said.

“We regret this,” she told twenty-
five reporters, and spoke of a well-
known lawyer from Upper-
Velden who had ten-
dencies of his own. He is well-known."""
PARAGRAPHS = [
    "Plant to close", "5 March 2024",
    "The Velden plant will close on 1 June, and 45 workers were dismissed on Monday, works manager Ida Brandt said.",
    "“We regret this,” she told twenty-five reporters, and spoke of a well-known lawyer from Upper-Velden who had "
    "tendencies of his own. He is well-known.",
]


def _text(*pages: list[tuple[int, int, int, str]]) -> list[str]:
    return read_bytes(pdf(*pages), "herald.pdf").text.rstrip("\n").split("\n\n")


def test_lines_become_paragraphs() -> None:
    """What a page parts is joined, words with and without a hyphen of their own; headline and date stay apart."""
    assert _text([*TOP, *column(BODY)]) == PARAGRAPHS
    document = read_bytes(pdf([*TOP, *column(BODY)]), "herald.pdf")
    assert document.title is not None
    assert document.title.of(document.text) == "Plant to close"
    assert (document.published.on, document.source) == (date(2024, 3, 5), "herald")


def test_paragraphs_without_space_between_them() -> None:
    """An indented line begins one, and a line that ends before it must; columns go on at the top of the next."""
    flat = """The plant in the old town of Velden will close on the
first of June. Nobody had expected that, not even those
who work there.
The mayor was told on Sunday evening, and he spoke with
the owners for two hours."""
    told = " ".join(flat.splitlines())
    first, second = told[: told.index("The mayor") - 1], told[told.index("The mayor") :]
    assert _text(column(flat)) == [first, second]
    lines = flat.replace(" there.", " there and have done so since.").splitlines()
    indented = [(x + 12 * lines[n].startswith("The m"), *rest) for n, (x, *rest) in enumerate(column("\n".join(lines)))]
    assert len(_text(indented)) == 2  # type: ignore[arg-type]
    assert _text([*column("\n".join(lines[:2])), *column("\n".join(lines[2:]), x=320)])[0].startswith(first[:-7])


def test_page_numbers_and_running_heads_are_left_out() -> None:
    """They would stand in the middle of a sentence."""
    lines = column(BODY)
    pages = [[(72, 820, 9, "Harbour Gazette"), *part, (290, 20, 9, f"Page {number} of 2")]
             for number, part in enumerate(([*TOP, *lines[:2]], lines[2:]), start=1)]
    assert _text(*pages) == PARAGRAPHS


def _encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([*TOP, *column(BODY)]))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf_that_everyone_may_read_is_read() -> None:
    """One that is only kept from being changed; and one that is not called a PDF."""
    assert "45 workers" in read_bytes(_encrypted(""), "a.pdf").text
    assert "45 workers" in read_bytes(pdf(column(BODY)), "<stdin>").text


BAD = {
    "encrypted": (_encrypted("secret"), "encrypted PDF; save it without its password"),
    "pictures": (pdf([], []), "no text in this PDF"),
    "cut": (pdf(column(BODY))[:300], "damaged"),
    "none": (b"Not a PDF.", "damaged, or is none"),
    "head": (b"%PDF-1.4\n", "damaged"),
    "empty": (b"", "empty"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_pdf_is_one_line_and_status_2(name: str, command: Command, tmp_path: Path) -> None:
    """It names the file and the mend."""
    data, told = BAD[name]
    (tmp_path / "bad.pdf").write_bytes(data)
    (tmp_path / "good.pdf").write_bytes(pdf(column(BODY)))
    run = command("compare", "--model", "hashing", "bad.pdf", "good.pdf")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("claimcheck: bad.pdf: ")
    assert told in run.stderr
    assert run.stderr.count("\n") == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=8))
def test_damage_is_no_traceback(place: int, junk: bytes) -> None:
    """Whatever stands anywhere in the file, it is read, or it is a mistake of the user's."""
    data = pdf([*TOP, *column(BODY)])
    place %= len(data)
    with suppress(InputError):
        read_bytes(data[:place] + junk + data[place + len(junk) :], "a.pdf")


def test_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.setattr("claimcheck.read.pdf.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"^a\.pdf: reading PDF needs .* pip install pypdf"):
        read_bytes(pdf(column(BODY)), "a.pdf")


def test_folder_of_pdf_files_is_a_story(command: Command, tmp_path: Path) -> None:
    """`check` finds them, and findings have a place in the joined text."""
    (tmp_path / "plant").mkdir()
    (tmp_path / "plant" / "herald.pdf").write_bytes(pdf([*TOP, *column(BODY)]))
    (tmp_path / "plant" / "ledger.pdf").write_bytes(pdf([*TOP, *column(BODY.replace("45 wor", "20 wor"))]))
    run = command("check", "--model", "hashing", "-f", "json")
    assert run.returncode == 1, run.stderr
    (finding,) = [f for f in json.loads(run.stdout)["stories"][0]["findings"] if f["verdict"] == "contradiction"]
    assert [(side["quote"], side["line"]) for side in finding["evidence"]] == [("45", 5), ("20", 5)]
