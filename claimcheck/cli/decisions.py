"""The files in which a review keeps what was decided: the baseline, the ignores, and the story.toml of each story."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.baseline import Accepted, accepted_of
from claimcheck.cli.accepted import edit_ignores, read_baseline, read_ignore_file, write_baseline
from claimcheck.cli.expected import manifest_name
from claimcheck.cli.output import replace_or_remove
from claimcheck.cli.settings import rule_names
from claimcheck.config.load import Loaded
from claimcheck.config.settings import from_root
from claimcheck.corpus import Gathered, read_story
from claimcheck.corpus.inside import place_inside, read_inside
from claimcheck.corpus.manifest import tables
from claimcheck.corpus.story import MANIFEST
from claimcheck.errors import UsageError
from claimcheck.expectations.judge import below, covers
from claimcheck.expectations.labels import REVIEWED, Label, read_labels
from claimcheck.expectations.update import row_of
from claimcheck.ignores import Ignore
from claimcheck.review.session import Act, Decided, Decision, Item
from claimcheck.toml import TomlFile, parse_toml, table, toml_of, with_tables, without_tables


@dataclass(frozen=True, slots=True)
class _Labels:
    """A story.toml as it is now; `texts` are the documents by the names that it gives them."""

    path: Path
    file: TomlFile
    texts: Mapping[str, str]
    all: tuple[Label, ...]

    @property
    def prefix(self) -> str:
        return self.file.name[: -len(MANIFEST)]

    def row(self, label: Label) -> Mapping[str, Any]:
        return tables(self.file, _kind(label.verdict))[label.row]


class DecisionFiles:
    """Every file is read anew before it is changed, so that what others write meanwhile stays, and replaced as a whole.

    Raises ConfigError where a file does not say what it should, with the place.
    """

    def __init__(self, loaded: Loaded, chosen: str | None, stories: Iterable[Gathered]) -> None:
        self._loaded, self._chosen = loaded, chosen
        self._stories = {story.name: story for story in stories}
        self._texts: dict[str, dict[str, str]] = {}
        self._accepted = {entry.id for entry in self._baseline()}
        self._ignores = read_ignore_file(loaded)
        self._labels = {s.name: self._read_labels(s) for s in self._stories.values() if s.manifest and not s.fault}

    def decided(self, item: Item) -> Decided:
        """What the files say of a finding."""
        found = []
        if self._entry(item).id in self._accepted:
            found.append(Decision(Act.ACCEPT))
        root, today = self._loaded.settings.root, date.today()
        for ignore in self._ignores:
            if (ignore.until is None or today <= ignore.until) and ignore.fits(item.finding, root):
                where = "" if (ignore.pair, ignore.until) == (self._pair(item), None) else ignore.place
                found.append(Decision(Act.IGNORE, ignore.reason, where))
                break
        return (*found, *self._labelled(item))

    def text(self, item: Item, document: str) -> str:
        """The article of which the finding quotes some words."""
        return self._texts_of(self._stories[item.story])[document]

    def keep(self, item: Item, decision: Decision) -> None:
        if decision.act is Act.ACCEPT:
            self._write_baseline({*self._baseline(), self._entry(item)})
        elif decision.act is Act.IGNORE:
            row = {"rule": item.finding.rule, "pair": list(self._pair(item)), "reason": decision.said}
            edit_ignores(self._loaded, lambda text, _: with_tables(text, [table("ignore", row)]))
            self._ignores = read_ignore_file(self._loaded)
        else:
            labels = self._read_labels(self._story(item))
            row = self._row(item, labels, decision.said)
            self._write_labels(item, labels, with_tables(labels.file.text, [table(_kind(decision.said), row)]))

    def take_back(self, item: Item, decision: Decision) -> None:
        """What is not there any more needs no taking out."""
        if decision.act is Act.ACCEPT:
            entry = self._entry(item)
            self._write_baseline({e for e in self._baseline() if e.id != entry.id})
        elif decision.act is Act.IGNORE:
            wanted = (item.finding.rule, self._pair(item), decision.said)

            def change(text: str, ignores: tuple[Ignore, ...]) -> str:
                return _without(text, [e.place for e in ignores if (e.rule, e.pair, e.reason) == wanted])

            edit_ignores(self._loaded, change)
            self._ignores = read_ignore_file(self._loaded)
        else:
            labels = self._read_labels(self._story(item))
            row = self._row(item, labels, decision.said)
            places = [e.where for e in labels.all if e.verdict == decision.said and labels.row(e) == row]
            self._write_labels(item, labels, _without(labels.file.text, places))

    def _baseline(self) -> tuple[Accepted, ...]:
        return read_baseline(self._loaded, self._chosen, needed=False)[1]

    def _write_baseline(self, entries: set[Accepted]) -> None:
        write_baseline(self._loaded, self._chosen, entries)
        self._accepted = {entry.id for entry in entries}

    def _entry(self, item: Item) -> Accepted:
        return accepted_of(item.finding, self._loaded.settings.root)

    def _pair(self, item: Item) -> tuple[str, ...]:
        """Its documents as an ignore names them: what is a pattern elsewhere is a name here."""
        root = self._loaded.settings.root
        return tuple(sorted({glob.escape(from_root(side.document, root)) for side in item.finding.evidence}))

    def _labelled(self, item: Item) -> Decided:
        labels = self._labels.get(item.story)
        if labels is None:
            return ()
        finding = below(item.finding, labels.prefix)
        fitting = [label for label in labels.all if covers(finding, label, labels.texts)]
        for label in reversed(fitting):
            mine = labels.row(label) == self._row(item, labels, label.verdict)
            return (Decision(Act.LABEL, label.verdict, "" if mine else label.where),)
        return ()

    def _row(self, item: Item, labels: _Labels, verdict: str) -> dict[str, Any]:
        return row_of(below(item.finding, labels.prefix), labels.texts, verdict=verdict, why=REVIEWED)

    def _story(self, item: Item) -> Gathered:
        story = self._stories[item.story]
        if any(entry.path is None for entry in story.entries):
            raise UsageError(f"{story.name}: rows have no {MANIFEST} for a label; accept the finding, or ignore it")
        return story

    def _texts_of(self, story: Gathered) -> dict[str, str]:
        if story.name not in self._texts:
            documents = read_story(story, limits=self._loaded.settings.limits).documents
            self._texts[story.name] = {document.id: document.text for document in documents}
        return self._texts[story.name]

    def _read_labels(self, story: Gathered) -> _Labels:
        name = manifest_name(story)
        path = story.manifest or Path(name)
        prefix = name[: -len(MANIFEST)]
        texts = {document.removeprefix(prefix): text for document, text in self._texts_of(story).items()}
        try:
            file = toml_of(read_inside(path, name, story.reach), name)
        except FileNotFoundError:
            file = parse_toml("", name)
        except OSError as error:
            raise UsageError(f"{name}: cannot be read ({error.strerror}); check the path") from None
        expect, forbid = read_labels(file, texts, rule_names())
        return _Labels(path, file, texts, (*expect, *forbid))

    def _write_labels(self, item: Item, labels: _Labels, text: str) -> None:
        name, story = labels.file.name, self._stories[item.story]
        parse_toml(text, name)  # what cannot be read again is not written
        try:
            replace_or_remove(place_inside(labels.path, name, story.reach), text)
        except OSError as error:
            raise UsageError(f"{name}: cannot be written ({error.strerror}); check the folder") from None
        self._labels[item.story] = self._read_labels(story)


def _kind(verdict: str) -> str:
    return "expect" if verdict else "forbid"


def _without(text: str, places: Iterable[str]) -> str:
    """Without the tables at these path:line:column."""
    return with_tables(without_tables(text, [int(place.rsplit(":", 2)[1]) for place in places]), ())
