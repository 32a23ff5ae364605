"""What is kept between runs, through any sequence of what users, processes and accidents do to it."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from claimcheck import baseline
from claimcheck.cache import store
from claimcheck.cache.store import Cache, content_key
from claimcheck.cli.output import replace_file
from claimcheck.errors import ConfigError
from claimcheck.model.finding import Evidence, Finding, Verdict
from claimcheck.model.report import DocumentSummary, Report, StoryReport
from claimcheck.model.span import Span

QUICK = settings(max_examples=30, stateful_step_count=20)
ARTICLES = ("a.txt", "b.txt", "c.txt")
FIGURES = ("3", "4", "7")
# A finding as the user knows it: the documents that it is of, and what they say.
Said = tuple[str, str, str, str]
SAID = st.tuples(st.sampled_from(ARTICLES), st.sampled_from(FIGURES), st.sampled_from(ARTICLES),
                 st.sampled_from(FIGURES)).filter(lambda said: said[0] < said[2] and said[1] != said[3])


def _finding(said: Said, moved: int) -> Finding:
    sides = tuple(
        Evidence(document, Span(moved, moved + 1), value, value, Span(moved, moved + 9), f"{value} or so", 1 + moved, 1,
                 document)
        for document, value in (said[:2], said[2:])
    )
    return Finding(Verdict.CONTRADICTION, "quantity-mismatch", "people hurt", f"{said[1]} against {said[3]}", sides)


class BaselineMachine(RuleBasedStateMachine):
    """`there` are the findings of the articles as they stand, `accepted` those that the file is to hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, baseline.NAME)
        self.there: set[Said] = set()
        self.accepted: set[Said] = set()
        self.moved = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(said=SAID)
    def a_fault_comes(self, said: Said) -> None:
        """Into an article, by an edit."""
        self.there.add(said)

    @precondition(lambda self: self.there)
    @rule(data=st.data())
    def a_fault_is_mended(self, data: st.DataObject) -> None:
        """The entry stays until somebody prunes."""
        self.there.discard(data.draw(st.sampled_from(sorted(self.there))))

    @rule(by=st.integers(0, 400))
    def other_words_are_edited(self, by: int) -> None:
        """Every place moves; what is said does not change."""
        self.moved = by

    @rule()
    def all_is_accepted(self) -> None:
        """`claimcheck baseline update`."""
        self._write(baseline.updated(self._read(), self._held()))
        self.accepted = set(self.there)

    @rule()
    def the_resolved_are_pruned(self) -> None:
        """`claimcheck baseline update --prune-only`."""
        self._write(baseline.pruned(self._read(), self._held()))
        self.accepted &= self.there

    @rule(article=st.sampled_from(ARTICLES))
    def one_article_is_updated_alone(self, article: str) -> None:
        """Of the others nothing was read: their entries stay, though nothing meets them."""
        seen = {said for said in self.there if article in said}
        self._write(baseline.updated(self._read(), self._held(seen, [article], whole=False)))
        self.accepted = {said for said in self.accepted if article not in said} | seen

    @rule(prune=st.booleans())
    def a_run_is_killed_before_the_file_is_there(self, prune: bool) -> None:
        """The old one is whole."""
        change = baseline.pruned if prune else baseline.updated
        with mock.patch("os.replace", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
            self._write(change(self._read(), self._held()))

    @precondition(lambda self: self.path.exists())
    @rule()
    def the_file_is_cut_and_restored(self) -> None:
        """A cut file is told and never taken for an empty one."""
        whole = self.path.read_text(encoding="utf-8")
        for length in range(0, len(whole) - 1, max(1, len(whole) // 7)):
            with pytest.raises(ConfigError, match=rf"^{re.escape(baseline.NAME)}:\d+:\d+: "):
                baseline.parse(whole[:length], baseline.NAME)

    @invariant()
    def what_is_accepted_is_known_and_all_else_is_new(self) -> None:
        """Wherever it stands now; and the entries that nothing meets are named."""
        held = self._held()
        assert {f.message for f in held.new} == {_finding(s, 0).message for s in self.there - self.accepted}
        assert held.known == {_finding(s, self.moved).fingerprint for s in self.there & self.accepted}
        assert {entry.id for entry in held.resolved} == _ids(self.accepted - self.there)

    @invariant()
    def the_file_holds_what_was_accepted(self) -> None:
        """Once each, sorted, and the same when it is written again; nothing lies beside it."""
        entries = self._read()
        assert {entry.id for entry in entries} == _ids(self.accepted)
        assert list(entries) == sorted(set(entries))
        assert baseline.parse(baseline.dump(entries[::-1]), "again") == entries
        assert set(os.listdir(self.folder.name)) <= {baseline.NAME}

    def _held(self, seen: set[Said] | None = None, articles: Iterable[str] = ARTICLES, *,
              whole: bool = True) -> baseline.Held:
        said = self.there if seen is None else seen
        summaries = tuple(DocumentSummary(a, a, "", None, "", 1, 1, 0) for a in articles)
        report = Report(summaries, tuple(_finding(s, self.moved) for s in sorted(said)))
        return baseline.hold([StoryReport("", report)], self._read(), whole=whole)

    def _read(self) -> tuple[baseline.Accepted, ...]:
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else baseline.dump(())
        return baseline.parse(text, baseline.NAME)

    def _write(self, entries: Iterable[baseline.Accepted]) -> None:
        with mock.patch("os.fsync"):  # a disk is slow, and no test turns it off
            replace_file(str(self.path), baseline.dump(tuple(entries)))


def _ids(said: Iterable[Said]) -> set[str]:
    return {baseline.accepted_of(_finding(s, 0)).id for s in said}


KEYS = tuple(content_key("test", str(number)) for number in range(4))
WHO = st.integers(0, 1)
KEY = st.sampled_from(KEYS)
REFUSED = OSError(errno.EROFS, "Read-only file system")


class CacheMachine(RuleBasedStateMachine):
    """Two processes with one folder. `put` has what was put under each key since it was last cleaned, `damaged` the
    keys whose entry somebody spoiled since."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.put: dict[str, bytes] = {}
        self.damaged: set[str] = set()
        self.processes: list[Cache] = []

    def teardown(self) -> None:
        self.folder.cleanup()

    @initialize()
    def two_processes_start(self) -> None:
        """On a folder that is not there yet."""
        self.processes = [Cache(self._place), Cache(self._place)]

    @rule(who=WHO, key=KEY, data=st.binary(max_size=40))
    def one_puts(self, who: int, key: str, data: bytes) -> None:
        """Over what was there, damaged or not."""
        self.processes[who].put("kind", key, data)
        assert self.processes[who].note == ""
        self.put[key] = data
        self.damaged.discard(key)

    @rule(who=WHO, key=KEY)
    def one_gets(self, who: int, key: str) -> None:
        """What was put last, by whomever; nothing where it was damaged, and never anything else."""
        wanted = None if key in self.damaged else self.put.get(key)
        assert self.processes[who].get("kind", key) == wanted
        assert self.processes[who].get("other", key) is None

    @precondition(lambda self: self._whole)
    @rule(data=st.data())
    def an_entry_is_damaged(self, data: st.DataObject) -> None:
        """A byte is another one, the end is gone, or something follows it."""
        key = data.draw(st.sampled_from(self._whole))
        path = self._entry(key)
        whole = path.read_bytes()
        place = data.draw(st.integers(0, len(whole) - 1))
        spoiled = (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :], whole + b"\x00")
        path.write_bytes(data.draw(st.sampled_from(spoiled)))
        self.damaged.add(key)

    @precondition(lambda self: len(self._whole) > 1)
    @rule(data=st.data())
    def an_entry_is_copied_over_another(self, data: st.DataObject) -> None:
        """It is whole, and in the wrong place."""
        source, target = data.draw(st.permutations(self._whole))[:2]
        self._entry(target).write_bytes(self._entry(source).read_bytes())
        self.damaged.add(target)

    @rule(who=WHO, key=KEY, data=st.binary(max_size=9))
    def one_is_killed_while_it_puts(self, who: int, key: str, data: bytes) -> None:
        """The entry that was there is there."""
        with mock.patch("os.replace", side_effect=KeyboardInterrupt), suppress(KeyboardInterrupt):
            self.processes[who].put("kind", key, data)
        self.processes[who] = Cache(self._place)

    @rule(who=WHO, key=KEY, data=st.binary(max_size=9))
    def one_may_not_write(self, who: int, key: str, data: bytes) -> None:
        """It says so once, tries no more, and reads on."""
        if not self._place.exists():
            return
        process = self.processes[who]
        with mock.patch.object(store, "_write", side_effect=REFUSED):
            process.put("kind", key, data)
            process.put("kind", KEYS[0], data)
        there = self._entry(key).is_file() and self._entry(KEYS[0]).is_file()
        assert there or "Read-only file system" in process.note
        self.one_gets(who, key)
        self.processes[who] = Cache(self._place)

    @rule(who=WHO)
    def one_cleans(self, who: int) -> None:
        """All is gone, for both."""
        found = self.processes[who].clean()
        assert found.entries == len(self.put)
        self.put.clear()
        self.damaged.clear()

    @invariant()
    def as_many_are_counted_as_there_are(self) -> None:
        """By either."""
        assert {process.info().entries for process in self.processes} <= {len(self.put)}

    @property
    def _whole(self) -> list[str]:
        """The keys of entries that nobody spoiled."""
        return sorted(self.put.keys() - self.damaged)

    @property
    def _place(self) -> Path:
        return Path(self.folder.name, "cache")

    def _entry(self, key: str) -> Path:
        return self._place / store.LAYOUT / "kind" / key[:2] / key[2:]


TestBaseline = BaselineMachine.TestCase
TestBaseline.settings = QUICK
TestCache = CacheMachine.TestCase
TestCache.settings = QUICK
