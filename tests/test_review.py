"""A review of a corpus: what its files say before and after, and what is on the screen."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Run
from review_samples import write_corpus
from textual.app import App

from claimcheck.check import check_stories
from claimcheck.cli.check import find
from claimcheck.cli.decisions import DecisionFiles
from claimcheck.cli.settings import settings_of
from claimcheck.errors import ClaimcheckError, ConfigError, UsageError
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.span import Span
from claimcheck.review.screen import Review, show
from claimcheck.review.session import Act, Decision, Item, Session, opened

BASELINE, IGNORES, LABELS = "claimcheck.baseline.json", "claimcheck.ignore.toml", "desk/flood/story.toml"
ACCEPT, WRONG, RIGHT = Decision(Act.ACCEPT), Decision(Act.LABEL), Decision(Act.LABEL, "contradiction")
IGNORE = Decision(Act.IGNORE, "the notes count the missing")

Sitting = tuple[Session, DecisionFiles]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_corpus(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sit_down(*paths: str, blind: bool = False) -> Sitting:
    loaded = settings_of()
    stories = find(paths, loaded.settings).stories
    files = DecisionFiles(loaded, None, stories)
    return opened(check_stories(stories, loaded.settings), files, blind=blind), files


def screen_after(*keys: str, blind: bool = False, size: tuple[int, int] = (80, 30)) -> str:
    """What stands on the screen of a new sitting after these keys, line by line."""
    return asyncio.run(_shown(Review(*sit_down(blind=blind)), keys, size))


async def _shown(app: Review, keys: Sequence[str], size: tuple[int, int]) -> str:
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        lines = app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)


def test_accepting_all_is_a_baseline_update(claimcheck: Run, folder: Path) -> None:
    """The same bytes, and `check` is silent."""
    claimcheck("baseline", "update")
    expected = (folder / BASELINE).read_bytes()
    (folder / BASELINE).unlink()
    session, files = sit_down()
    while session.item:
        session = session.deciding(ACCEPT, files)
    assert (folder / BASELINE).read_bytes() == expected
    status, out, _ = claimcheck("check")
    assert status == 0
    assert "3 known and hidden, 0 new, 0 resolved" in out


def test_what_others_accept_meanwhile_stays(claimcheck: Run, folder: Path) -> None:
    """The file is read anew before it is written."""
    session, files = sit_down()
    claimcheck("baseline", "update", "desk/flood")
    session.deciding(ACCEPT, files)
    assert len(json.loads((folder / BASELINE).read_text())["accepted"]) == 3


def test_an_ignore_is_one_that_check_knows(claimcheck: Run, folder: Path) -> None:
    """It holds for all of the rule between the two documents, and they are done with it."""
    session, files = sit_down()
    session = session.moved(1).deciding(IGNORE, files)
    assert session.left() == 1
    assert claimcheck("check", "desk/flood")[0] == 0
    assert "2 findings ignored by claimcheck.ignore.toml" in claimcheck("check")[1]
    again, _ = sit_down()
    assert [bool(decided) for decided in again.decided[:1]] == [False]
    assert again.left() == 1


def test_labels_are_those_of_the_test_command(claimcheck: Run, folder: Path) -> None:
    """What is right is expected, what is wrong is forbidden; a story.toml comes into being beside the articles."""
    session, files = sit_down()
    session = session.moved(1).deciding(RIGHT, files)
    session = session.deciding(WRONG, files)
    status, out, _ = claimcheck("test")
    assert status == 1
    assert "found, and forbidden" in out
    assert "1 story with expectations: 0 as expected" in out
    assert "quantity-mismatch      1           1       0       0.50    1.00" in out
    session, _ = session.undoing(files)
    claimcheck("baseline", "update")
    assert claimcheck("check", "--strict-baseline")[0] == 0  # the story goes by the same name as before


def test_a_review_that_was_left_does_not_fail_the_test(claimcheck: Run, folder: Path) -> None:
    """What nobody has labelled yet, accepted or not, counts neither way; what was marked wrong fails at once, and so
    does what somebody took for something else."""
    session, files = sit_down("desk/flood")
    session = session.deciding(RIGHT, files)
    status, out, _ = claimcheck("test")
    assert status == 0
    assert "1 story with expectations: 1 as expected; 1 finding not labelled yet" in out
    assert "quantity-mismatch      1           0       0       1.00    1.00" in out
    text = (folder / LABELS).read_text()
    assert claimcheck("test", "--update")[0] == 0
    assert (folder / LABELS).read_text() == text
    session = session.deciding(ACCEPT, files)
    assert claimcheck("test")[0] == 0
    session.moved(-1).deciding(WRONG, files)
    status, out, _ = claimcheck("test")
    assert status == 1
    assert "found, and forbidden" in out
    assert "not labelled" not in out
    (folder / LABELS).unlink()
    session, files = sit_down("desk/flood")
    session.deciding(Decision(Act.LABEL, "tension"), files)
    status, out, _ = claimcheck("test")
    assert status == 1
    assert "not found: tension" in out
    assert "not expected: contradiction" in out


def test_who_wrote_all_labels_wants_no_other_alarm(claimcheck: Run, folder: Path) -> None:
    """A story.toml without a label of a review says all that is to be found."""
    session, files = sit_down("desk/flood")
    session.deciding(RIGHT, files)
    (folder / LABELS).write_text((folder / LABELS).read_text().replace("labelled in `claimcheck review`", "by hand"))
    status, out, _ = claimcheck("test")
    assert status == 1
    assert "not expected: contradiction" in out


def test_an_undo_leaves_no_trace(folder: Path) -> None:
    """Files that a review made are gone again, others are as they were, comments too."""
    before = ('# ours\ntitle = "The flood"\n\n# the year is sure\n[[forbid]]\n'
              'a = { document = "a.txt", quote = "2024" }\nb = { document = "b.txt", quote = "2024" }\n')
    (folder / LABELS).write_text(before, encoding="utf-8")
    names = {path for path in folder.rglob("*") if path.is_file()}
    session, files = sit_down()
    for decision in (WRONG, RIGHT, IGNORE):
        session = session.deciding(decision, files)
    assert (folder / LABELS).read_text() != before
    while session.made:
        session, _ = session.undoing(files)
    assert (folder / LABELS).read_text() == before
    assert {path for path in folder.rglob("*") if path.is_file()} == names


def test_an_earlier_sitting_can_be_taken_back(folder: Path) -> None:
    """But not what was written by hand."""
    session, files = sit_down()
    session.moved(1).deciding(WRONG, files)
    session, files = sit_down()
    session, said = session.moved(1).undoing(files)
    assert said == "Taken back: marked wrong"
    assert not (folder / LABELS).exists()
    (folder / LABELS).write_text('[[expect]]\nverdict = "tension"\na = { document = "a.txt", quote = "12 people" }\n'
                                 'b = { document = "b.txt", quote = "30 people" }\nwhy = "police and police"\n')
    (folder / IGNORES).write_text('[[ignore]]\nrule = "quantity-mismatch"\npair = ["desk/fire/*", "desk/*/b.txt"]\n'
                                  'reason = "old"\n')
    session, files = sit_down()
    assert session.undoing(files)[1] == "Nothing to take back"
    assert session.moved(-1).undoing(files)[1] == f"{LABELS}:1:1 says so, by hand; change it there"
    assert session.moved(-1).moved(-1).undoing(files)[1] == f"{IGNORES}:1:1 says so, by hand; change it there"


def test_an_ignore_is_taken_back_from_under_any_of_its_findings(folder: Path) -> None:
    """It was made on one of two findings, and is gone for both; what is gone already needs no taking back."""
    session, files = sit_down("desk/flood")
    session = session.deciding(IGNORE, files)
    assert all(session.decided[:2])
    session, said = session.moved(-1).undoing(files)
    assert said.startswith("Taken back")
    assert session.made == ()
    assert session.undoing(files)[1] == "Nothing to take back"
    files.take_back(session.items[0], IGNORE)
    assert not (folder / IGNORES).exists()


def test_rows_of_an_inline_array_are_left_to_a_hand(folder: Path) -> None:
    """A table cannot be added to them, nor is one there to be taken out; the file stays as it was."""
    session, files = sit_down("desk/flood")
    session.deciding(IGNORE, files)
    pair = json.dumps(re.findall(r'"(desk[^"]*)"', (folder / IGNORES).read_text()))
    before = ('ignore = [{ rule = "date-mismatch", pair = ["x", "y"], reason = "ours" },\n'
              f'{{ rule = "quantity-mismatch", pair = {pair}, reason = "{IGNORE.said}" }}]\n')
    (folder / IGNORES).write_text(before, encoding="utf-8")
    session, files = sit_down("desk")
    with pytest.raises(ConfigError):
        session.deciding(IGNORE, files)
    with pytest.raises(ConfigError, match="by hand"):
        files.take_back(sit_down("desk/flood")[0].items[0], IGNORE)
    assert (folder / IGNORES).read_text(encoding="utf-8") == before


def test_a_name_that_looks_like_a_pattern_is_a_name(folder: Path) -> None:
    """An ignore of `a[1].txt` is about that file."""
    for name in ("a", "b"):
        (folder / f"desk/flood/{name}.txt").rename(folder / f"desk/flood/{name}[1].txt")
    session, files = sit_down("desk/flood")
    session = session.deciding(IGNORE, files)
    assert session.left() == 0
    assert session.moved(-1).undoing(files)[0].left() == 2


def test_rows_have_no_place_for_labels(folder: Path) -> None:
    """Which is said, with what can be done in its place."""
    rows = [{"story": "flood", "id": name, "text": (folder / f"desk/flood/{name}.txt").read_text()} for name in "ab"]
    (folder / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    session, files = sit_down("all.jsonl")
    with pytest.raises(UsageError, match=r"rows have no story\.toml"):
        session.deciding(WRONG, files)
    assert session.deciding(ACCEPT, files).left() == 1


@pytest.mark.parametrize(
    ("decision", "name"), [(ACCEPT, BASELINE), (IGNORE, IGNORES), (WRONG, "desk/fire/story.toml")]
)
def test_a_review_writes_through_no_link(folder: Path, decision: Decision, name: str) -> None:
    """What leads out of the corpus is told, and nothing is decided."""
    session, files = sit_down()
    (folder / name).symlink_to("/nowhere/at/all")
    with pytest.raises(ClaimcheckError, match="leads out of the corpus"):
        session.deciding(decision, files)
    assert files.decided(session.items[0]) == ()


def test_a_story_toml_with_a_mistake_is_told_with_its_place(folder: Path) -> None:
    """At the start, since what was decided is not known; and where the mistake is made meanwhile."""
    session, files = sit_down()
    (folder / "desk/fire/story.toml").write_text("[[expect]]\n")
    for step in (lambda: session.deciding(WRONG, files), sit_down):
        with pytest.raises(ConfigError, match=r"desk/fire/story\.toml:1:1"):
            step()


def test_no_terminal_is_one_line(claimcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is the package that shows it, where it is missing."""
    status, out, error = claimcheck("review")
    assert (status, out) == (2, "")
    assert error.startswith("claimcheck: review: there is no terminal")
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setitem(sys.modules, "textual.app", None)
    monkeypatch.delitem(sys.modules, "claimcheck.review.screen")
    assert claimcheck("review")[2] == "claimcheck: review: textual is not installed: pip install textual\n"


def test_the_screen_shows_both_sides() -> None:
    """Under each other where it is narrow, else beside each other."""
    narrow, wide = screen_after(), screen_after(size=(120, 24))
    for shown in (narrow, wide):
        assert "desk/fire" in shown
        assert "1 of 3 · 3 open" in shown
        assert "✖ contradiction  people" in shown
        assert shown.count("The fire in Velden killed") == 2
        for place in ("a.txt:5:27", "b.txt:5:27"):
            assert f"desk/fire/{place}" in shown
        assert all(key in shown for key in ("a accept", "i ignore", "w wrong", "r right", "u undo", "? help", "q quit"))
    assert [len(screen.split("a, 5 March 2024")[1].split("b, 5 March 2024")[0].splitlines()) for screen in
            (narrow, wide)] == [5, 1]
    assert all(len(line) <= 80 for line in narrow.splitlines())


def test_without_colour_the_value_stands_in_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is told by colour alone."""
    assert "[3]" not in screen_after()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "killed [3] people" in screen_after()


def test_keys_decide_and_undo(folder: Path) -> None:
    """Each decision is in its file at once, and the screen says what is left."""
    assert "2 of 3 · 2 open" in screen_after("a")
    assert (folder / BASELINE).exists()
    shown = screen_after("r", "left")
    assert "▸ marked right" in shown
    assert "All is decided." in screen_after("w")
    shown = screen_after("right", "right", "right", "left", "u")
    assert "Taken back: marked wrong" in shown
    assert "3 of 3 · 1 open" in shown


def test_an_ignore_wants_a_reason(folder: Path) -> None:
    """Escape leaves it, Enter without a reason does nothing; keys are letters there."""
    assert "2 findings" in screen_after("right", "i")
    screen_after("i", "a", "escape")
    screen_after("i", "enter", "space", "enter")
    assert not (folder / IGNORES).exists()
    assert "2 of 3 · 2 open" in screen_after("i", *"equal", "enter")
    assert 'reason = "equal"' in (folder / IGNORES).read_text()
    assert not (folder / BASELINE).exists()


def test_a_filter_shows_some(folder: Path) -> None:
    """By verdict or by rule; agreements are there for those who ask."""
    chosen = screen_after("f")
    assert "› all alarms" in chosen
    assert "agreement" in chosen
    assert "quantity-mismatch" in chosen
    agreements = screen_after("f", "down", "down", "down", "enter")
    assert "agreement · 1 of" in agreements
    assert "✔ agreement" in agreements
    assert "An agreement needs no accepting" in screen_after("f", "down", "down", "down", "enter", "a")


def test_help_has_the_keys() -> None:
    """And closes again."""
    assert "newest decision of this sitting" in screen_after("?")
    assert "newest decision of this sitting" not in screen_after("?", "?")


def test_more_of_the_text() -> None:
    """The paragraphs around the words, in lines of their own."""
    assert "│ 5 March 2024\n" not in screen_after()
    assert "│ 5 March 2024\n" in screen_after("t")


def test_blind_the_verdict_is_hidden(folder: Path) -> None:
    """Until there is one of the reader's, which is a label; nothing else can be decided before."""
    session, _ = sit_down(blind=True)
    number = next(n for n, item in enumerate(session.items) if item.story == "desk/fire" and item.alarm)
    there = ("right",) * number
    hidden = screen_after(*there, blind=True)
    for word in ("✖", "quantity-mismatch", "against"):
        assert word not in hidden
    assert "2 tension" in hidden
    assert "Say first" in screen_after(*there, "a", blind=True)
    told = screen_after(*there, "2", blind=True)
    assert "✖ contradiction" in told
    assert "labelled tension" in told
    assert 'verdict = "tension"' in (folder / "desk/fire/story.toml").read_text()


def test_an_article_does_not_steer_the_screen() -> None:
    """Neither escape sequences nor markup: it shows as text, in what is asked too."""
    evil = "\x1b[2J45\u202e [red]jobs[/red]\x07\x9b1m"
    span = Span(0, 9)
    sides = tuple(Evidence(f"{name}\x1b]0;x\x07.txt", span, evil, evil, span, evil, 1, 1, evil, speaker=evil, note=evil)
                  for name in "ab")
    item = Item(evil, Finding(Verdict.TENSION, "quantity-mismatch", evil, evil, sides, condition=evil))
    _, files = sit_down()
    for decided in ((), (Decision(Act.IGNORE, evil),)):
        for keys in ((), ("i",), ("f",)):
            text = asyncio.run(_shown(Review(Session((item,), (decided,)), files), keys, (80, 40)))
            assert "[red]jobs[/red]" in text
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_a_fault_of_the_program_is_told_like_every_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends the review and is raised; no traceback with words of an article is printed."""
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("claimcheck.review.screen.card", broken)
    monkeypatch.setattr(Review, "run", lambda self, *, mouse: App.run(self, headless=True, mouse=mouse))
    with pytest.raises(ZeroDivisionError):
        show(*sit_down())
    assert capsys.readouterr() == ("", "")
