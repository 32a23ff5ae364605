"""What one input may cost: steps grow with the length of a sentence, and what is over a limit is told, not read.

Steps are counted, as lines of our own code that are run; no test here asks a clock.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from conftest import Command
from pdf_samples import _file
from report_samples import finding

from claimcheck import Settings, compare_texts
from claimcheck.check import check_stories
from claimcheck.corpus import gather
from claimcheck.corpus.inside import reach
from claimcheck.corpus.rows import parse_rows, read_rows
from claimcheck.detect import detect
from claimcheck.errors import InputError, LimitError
from claimcheck.extract.grammar import MAX_STEPS
from claimcheck.extract.values import read_values
from claimcheck.model.limits import DEFAULTS, Limits
from claimcheck.model.report import Failure, Report
from claimcheck.parse import parse_sentences
from claimcheck.read import read_bytes, read_path, read_text
from claimcheck.read.html import has_tag_of_more
from claimcheck.read_claims import _values
from claimcheck.rules.merge import merge
from claimcheck.segment import sentences

OURS = str(Path(__file__).parent.parent / "claimcheck")
STEPS = 1_500  # for each character at most
HASHING = Settings(model="hashing", cache="off")
SENTENCES = [
    "$5 ", "5% ", "5 to ", "Monday ", "Monday and ", "3 May 2024, ", "10 km ", "five ", "1-", "between 5 and ",
    "at least ", "aged 5, ", "A. ", "( ", "“", '"', "5 of 6 of ", "no more than ", "between ", "and ",
    "one hundred thousand million ", "a", "5 and ", "He said ", "who said that ", "Ann Lee, ", "killed ", "not ",
    "5 people were killed and ", "in Harrow, ", "president Ann ", "said 5 on Monday that ",
    "a man who saw 5 men who saw ", "($5) ", "from 5 to 6 ", "5, ", "5; ", "two thirds of ", "last Monday ",
    "5 ft 3 in ", "go and go and ", "the mayor of ", "5 hours 3 minutes ", "12:30 ", "more than 5 but less than ",
    "half a ", "not 5 but ", "x" * 50 + " ", "5" * 50 + " ", "seven-", "@a ", "€", "½",
]


def _steps(run: Callable[[], object]) -> int:
    """Lines of our own code that are run."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(OURS) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def _detecting(text: str) -> Callable[[], object]:
    """What is done with one article after it was parsed by the library, values included."""
    document = read_text(text, "a")
    parsed = parse_sentences(text, sentences(document))
    return lambda: detect(document, parsed, _values(document, parsed, None))


@pytest.mark.parametrize("piece", SENTENCES)
def test_twice_the_sentence_takes_about_twice_the_steps(piece: str) -> None:
    """However it goes on; a square takes four times as many, a cube eight times. 600 characters are 200 amounts."""
    _detecting(piece * 3)()  # what is read from the lexicon once
    few, many = (_steps(_detecting((piece * n)[:n])) for n in (300, 600))
    assert many < 3.5 * few + 5_000
    assert many < STEPS * 600


@pytest.mark.parametrize("piece", ["5% ", "½", "who said that ", "He said 5 on Monday, "])
def test_the_longest_sentence_takes_no_more_steps_a_character(piece: str) -> None:
    """At 2,000 characters a sentence is cut, so that the steps of a text are as many as its characters allow."""
    _detecting(piece * 3)()
    assert _steps(_detecting((piece * 2_000)[:2_000])) < STEPS * 2_000


@pytest.mark.parametrize("piece", SENTENCES)
def test_reading_values_is_linear(piece: str) -> None:
    """The chart has a bound for each token, whatever stands in it."""
    read_values(piece * 3)
    few, many = (_steps(lambda n=n: read_values(piece * n)) for n in (40, 80))  # type: ignore[misc]
    assert many < 2.5 * few + 500
    assert many < MAX_STEPS * 80 * len(piece.split() or piece)


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    """None is longer than 2,000 characters, and nothing of it is lost."""
    for text in ("$5 " * 20_000, "x" * 50_000, "word, " * 9_000):
        found = sentences(read_text(text, "a"))
        assert max(len(s.span) for s in found) <= 2_000
        assert sum(len("".join(s.span.of(text).split())) for s in found) == len("".join(text.split()))


def test_twice_the_findings_take_twice_the_steps_to_merge() -> None:
    """Findings that have nothing in common are not held against each other."""
    def some(number: int) -> list[Any]:
        one = finding()
        return [replace(one, measure=str(n), evidence=tuple(replace(e, document=f"{e.document}{n}")
                                                            for e in one.evidence)) for n in range(number)]

    few, many = (_steps(lambda n=n: merge(some(n))) for n in (50, 100))  # type: ignore[misc]
    assert many < 2.2 * few


def _shared(pages: int, content: bytes) -> bytes:
    """A PDF whose pages have one stream in common."""
    packed = zlib.compress(content)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
               b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)]
    first = len(objects) + 1
    objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
                b"/Contents 4 0 R >>"] * pages
    kids = b" ".join(b"%d 0 R" % (first + n) for n in range(pages))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids)
    return _file(objects)


def _shown(lines: int) -> bytes:
    line = b"BT /F 12 Tf 1 0 0 1 72 %d Tm (Five people died on Monday.) Tj ET\n"
    return b"".join(line % (800 - n) for n in range(lines))


@pytest.mark.parametrize(
    ("data", "limits", "told"),
    [
        (_shared(30, _shown(40)), Limits(characters=10_000), "more than 10,000 characters; give less, or raise"),
        (_shared(30, _shown(3)), Limits(pages=20), "more than 20 pages; give less, or raise limits.pages"),
        (_shared(30, b"q Q\n" * 500), Limits(stream_bytes=20_000), "more than 20,000 bytes on its pages; give less"),
        (_shared(1, b"q Q " * 9_000_000), DEFAULTS, "unpacks to too much"),
        (_shared(1, b"q " * 9_000), Limits(stream_bytes=20_000), "more than 20,000 bytes on its pages"),
        (_shared(1, b"BT /F 12 Tf (" + b"a" * 9_000 + b") Tj ET"), Limits(characters=800), "more than 800 characters"),
    ],
)
def test_a_small_pdf_that_has_much_to_read_is_refused(data: bytes, limits: Limits, told: str) -> None:
    """Pages that share a stream, streams that unpack to anything, strings without end."""
    with pytest.raises(InputError, match=r"^a\.pdf: ") as caught:
        read_bytes(data, "a.pdf", limits=limits)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("tag", ["<br>", "<p><a href=x>Five</a>", "<div>", "<!--", "<ul><li>"])
def test_a_page_of_too_many_tags_is_refused(tag: str) -> None:
    """However they lie in each other."""
    page = f"<html><body><article>{tag * 1_000}Five people died.</article></body></html>".encode()
    with pytest.raises(InputError, match=r"^a\.html: more than 900 tags; give less, or raise limits\.tags"):
        read_bytes(page, "a.html", limits=Limits(tags=900))


def _many(form: str, number: int = 600) -> str:
    return "".join(form.replace("N", str(n)) for n in range(number))


@pytest.mark.parametrize("tag", [
    f"<p{_many(' aN=x', 200_000)}>",
    f"<p{_many(' aN')}>",
    f"<p {_many('aN=@>@').replace('@', chr(39))}>",
    f"<p{_many('/aN')}>",
    f'<!-- <p a=" --><p{_many(" aN = @<p>@")} title=@"@>'.replace("@", "'"),
    f"<p{_many(' aN')}",
    f"<!--><p{_many(' aN')}>", f"<script/><p{_many(' aN')}>", f"<p a='<script>'{_many(' aN')}>",
    f"</p a='<!--'><p{_many(' aN')}>", f"<! <!-- ><p{_many(' aN')}>", f"<TextArea a><!-- </textarea ><p{_many(' aN')}>",
    f"<script><p></script><p{_many(' aN')}>",
])
def test_a_tag_of_too_many_attributes_is_refused(tag: str) -> None:
    """However they are written: the parser would take hours over some millions of them."""
    page = f"<html><body><article>{tag}Five people died.</article></body></html>".encode()
    with pytest.raises(InputError, match=r"^a\.html: more than 500 attributes in one tag; give less, or raise"):
        read_bytes(page, "a.html")


def test_a_page_of_many_attributes_is_read() -> None:
    """As long as no tag has too many; what looks like a tag and never ends is looked at to the limit only."""
    tag = f"<p{_many(' data-aN=@5 > 4 < 6@', 400)}>".replace("@", '"')
    words = "Five people died on Monday in the village of Harrow, said the police. "
    page = f"<html><body><article>{(tag + words) * 50}</article></body></html>".encode()
    assert "Five people died" in read_bytes(page, "a.html").text
    for start in ("<!-- ", "<script> ", "<a ", "<a b='", "</", "<!"):
        has_tag_of_more(500, start * 100_000)
    assert not has_tag_of_more(10**12, f"<p {'a ' * 100_000}")


@pytest.mark.parametrize("markup", [
    "<script>for(var i=0;i<n;i++){f(i)} var u=[" + _many('"https://ostra.example/a/b/N.jpg", ', 90) + "]</script>",
    '<script type="application/ld+json">{"articleBody":"Where x <y it is so. ' + _many("word N ") + '"}</script>',
    f"<SCRIPT>if(a<b){{c()}} var w=[{_many('wordN ')}]</Script>", f"<style>a<b {_many('wordN ')}</style>",
    f"<!-- <p {_many('wordN ')}> -->",
])
def test_what_looks_like_a_tag_in_a_script_is_none(markup: str) -> None:
    """However many words stand in it."""
    said = "<p>Five people died on Monday in the village of Harrow, said the police.</p>"
    page = f"<html><head>{markup}</head><body>{markup}<article>{said}</article></body></html>"
    assert read_bytes(page.encode(), "a.html").text  # the one that JSON gives, or that of the page


def test_pages_are_not_read_beyond_the_limit() -> None:
    """Fewer steps for the pages of which no more are read than for a page each."""
    data = _shared(40, _shown(30))
    read_bytes(data, "a.pdf")

    def refused() -> None:
        with pytest.raises(InputError):
            read_bytes(data, "a.pdf", limits=Limits(characters=2_000))

    assert _steps(refused) * 4 < _steps(lambda: read_bytes(data, "a.pdf"))


def _row(number: int, text: str = "Five people died.") -> bytes:
    return json.dumps({"story": "s", "id": str(number), "text": text}).encode() + b"\n"


def test_a_packed_file_is_unpacked_no_further_than_the_limit(tmp_path: Path) -> None:
    """Blanks, empty lines, and rows without end."""
    bomb = tmp_path / "a.jsonl.gz"
    for data in (b" " * 30_000_000, b"\n" * 3_000_000, b"".join(map(_row, range(9)))):
        bomb.write_bytes(gzip.compress(data))
        with pytest.raises(InputError, match=r"^a: more than 400 bytes of rows; give less, or raise limits.rows-bytes"):
            read_rows(bomb, "a", reach([tmp_path]), Limits(rows_bytes=400))


def test_rows_beyond_the_limit_are_refused() -> None:
    """By number, and no row before the limit is lost without a word."""
    data = b"".join(_row(n) for n in range(9))
    assert len(parse_rows(data, "a", limits=Limits(rows=9))[0].entries) == 9
    with pytest.raises(InputError, match=r"^a: more than 8 rows; give less, or raise limits.rows in claimcheck.toml$"):
        parse_rows(data, "a", limits=Limits(rows=8))


def test_an_endless_file_is_read_to_the_limit() -> None:
    """A device, or a file that grows."""
    if not Path("/dev/zero").exists():
        pytest.skip("there is no /dev/zero here")
    with pytest.raises(InputError, match=r"^/dev/zero: more than 1,000 bytes; give less, or raise limits.file-bytes"):
        read_path("/dev/zero", limits=Limits(file_bytes=1_000))


def test_a_text_that_is_too_long_is_one_line(tmp_path: Path, command: Command) -> None:
    """It names the file and the setting; the other articles are compared, and the status is 2."""
    (tmp_path / "claimcheck.toml").write_text('model = "hashing"\n[limits]\ncharacters = 300\n', encoding="utf-8")
    story = tmp_path / "desk"
    story.mkdir()
    for name, text in (("a", "Five people died on Monday in Harrow."), ("b", "Six people died on Monday in Harrow."),
                       ("c", "Five people died. " * 60)):
        (story / f"{name}.txt").write_text(text, encoding="utf-8")
    wanted = "desk/c.txt: more than 300 characters; give less, or raise limits.characters in claimcheck.toml"
    files = [f"desk/{name}.txt" for name in "abc"]
    for arguments in (["check", "desk", "-o", "json:report.json"], ["compare", *files], ["claims", files[2]]):
        told = command(*arguments)
        assert told.returncode == 2
        assert [line for line in told.stderr.splitlines() if wanted in line]
        assert "Traceback" not in told.stderr
    report = (tmp_path / "report.json").read_text(encoding="utf-8")
    assert wanted in report
    assert "desk/a.txt" in report


def test_a_row_that_is_too_long_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One failure, in the report of its story."""
    monkeypatch.chdir(tmp_path)
    rows = b"".join(_row(n) for n in range(2)) + _row(2, "Five people died. " * 60)
    Path("a.jsonl").write_bytes(rows)
    settings = replace(HASHING, limits=Limits(characters=300))
    (story,) = check_stories(gather(["a.jsonl"]).stories, settings)
    assert len(story.report.documents) == 2
    (failure,) = story.report.failures
    assert failure == Failure("read", "a.jsonl#s/2", "a.jsonl#s/2: more than 300 characters; give less, or raise "
                                                     "limits.characters in claimcheck.toml")


def _compared(limits: Limits) -> Report:
    texts = {name: "".join(f"{n} people died in Harrow on Monday. " for n in range(9)) for name in "ab"}
    return compare_texts(texts, settings=replace(HASHING, limits=limits))


def test_a_story_with_too_much_to_compare_is_refused() -> None:
    """Sentences and pairs are those of the whole story."""
    pairs = _compared(DEFAULTS).coverage.pairs
    assert _compared(Limits(pairs=pairs, sentences=18)).coverage.pairs == pairs
    with pytest.raises(LimitError, match=r"^the story has more than 5 pairs of facts to compare; give less, or raise"):
        _compared(Limits(pairs=5))
    with pytest.raises(LimitError, match=r"^the story has more than 17 sentences; .* limits\.sentences in claimcheck"):
        _compared(Limits(sentences=17))


def test_a_refused_story_leaves_the_others_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a failure of its own report."""
    monkeypatch.chdir(tmp_path)
    for name, number in (("small", 1), ("large", 30)):
        (tmp_path / name).mkdir()
        for article in "ab":
            text = "".join(f"{n} people died in Harrow on Monday. " for n in range(number))
            (tmp_path / name / f"{article}.txt").write_text(text, encoding="utf-8")
    large, small = check_stories(gather(["."]).stories, replace(HASHING, limits=Limits(sentences=20)))
    assert [f.stage for f in large.report.failures] == ["compare"]
    assert "limits.sentences" in large.report.failures[0].message
    assert not small.report.failures
    assert small.report.comparable


def test_defaults_hold_a_long_article_and_no_book() -> None:
    """A megabyte of prose is one clear line."""
    prose = "The council met on Monday, and nobody objected to the plan. " * 17_000
    with pytest.raises(InputError, match=r"^a: more than 200,000 characters; give less, or raise limits.characters"):
        compare_texts({"a": prose, "b": "Nobody met."}, settings=HASHING)
    assert read_bytes(prose[:199_999].encode(), "a").text
