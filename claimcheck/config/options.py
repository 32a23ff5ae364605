"""The table of everything that can be set in a file, with what it takes and what it means."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from claimcheck.config.settings import FailOn, Settings
from claimcheck.errors import VocabularyError
from claimcheck.model.finding import Severity
from claimcheck.model.vocabulary import OwnUnit, Synonyms
from claimcheck.toml import Keys, TomlFile, shown

_HIGHEST = 10**12


@dataclass(frozen=True, slots=True)
class Given:
    """A value as it stands in a file, and the names of the rules there are."""

    file: TomlFile
    keys: Keys
    value: Any
    rules: Callable[[], Collection[str]]  # importing them takes a moment

    def at(self, key: str | int, value: Any) -> Given:
        return Given(self.file, (*self.keys, key), value, self.rules)

    def wrong(self, wanted: str) -> Exception:
        return self.file.fault(self.keys, f"{'.'.join(map(str, self.keys))} is {shown(self.value)}; {wanted}")


@dataclass(frozen=True, slots=True)
class Option:
    """`key` is its dotted name in the file, `field` the field of Settings, or of what one of them holds; `read` checks
    and converts a value."""

    key: str
    field: str
    read: Callable[[Given], Any]
    about: str
    environment: str = ""
    in_file: bool = True  # False: a file that sets it is refused

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.key.split("."))

    def of(self, settings: Settings) -> Any:
        """Its value there."""
        return attrgetter(self.field)(settings)


def _string(given: Given) -> str:
    if not isinstance(given.value, str) or not given.value.strip():
        raise given.wrong("write a string")
    return _written(given)


def _address(given: Given) -> str:
    """Of a server that articles are sent to. Whoever writes a file beside them is not to say where."""
    if given.file.data:
        raise given.wrong("it is taken from --judge or CLAIMCHECK_JUDGE alone; take it out")
    return _string(given)


def _written(given: Given) -> str:
    """A string without what no name, path or word can hold."""
    text: str = given.value
    if "\0" in text:
        raise given.wrong("write it without the character U+0000")
    return text


def _strings(given: Given) -> tuple[str, ...]:
    if not isinstance(given.value, list):
        raise given.wrong('write a list of strings, as ["a", "b"]')
    for value in given.value:
        if not isinstance(value, str):
            raise given.wrong('write a list of strings, as ["a", "b"]')
    return tuple(_written(given.at(number, value)) for number, value in enumerate(given.value))


def _paths(given: Given) -> tuple[str, ...]:
    """An empty one would be the folder itself, which nobody means by it."""
    for number, path in enumerate(paths := _strings(given)):
        if not path.strip():
            raise given.at(number, path).wrong('write a path; "." is the folder of this file')
    return paths


def _rules(given: Given) -> tuple[str, ...]:
    names = _strings(given)
    known = given.rules() if names else ()
    for name in names:
        given.file.check_rule(given.keys, name, known)
    return names


def _yes_or_no(given: Given) -> bool:
    """TOML's true or false; the environment has them as text."""
    known = {True: True, False: False, "true": True, "1": True, "false": False, "0": False}
    value = given.value.lower() if isinstance(given.value, str) else given.value
    if not isinstance(value, str | bool) or value not in known:
        raise given.wrong("write true or false")
    return known[value]


def _fail_on(given: Given) -> FailOn:
    if given.value not in list(FailOn):
        raise given.wrong(f"choose one of {', '.join(FailOn)}")
    return FailOn(given.value)


def _count(given: Given) -> int:
    if not isinstance(given.value, int) or isinstance(given.value, bool) or not 1 <= given.value <= 1_000:
        raise given.wrong("write a whole number from 1 to 1000")
    return given.value


def _most(given: Given) -> int:
    if not isinstance(given.value, int) or isinstance(given.value, bool) or not 1 <= given.value <= _HIGHEST:
        raise given.wrong(f"write a whole number from 1 to {_HIGHEST}")
    return given.value


def _cosine(given: Given) -> float:
    if not isinstance(given.value, int | float) or isinstance(given.value, bool) or not 0 <= given.value <= 1:
        raise given.wrong("write a cosine, a number from 0 to 1")
    return float(given.value)


def _severities(given: Given) -> tuple[tuple[str, Severity], ...]:
    table = _table(given, 'rule = "error", "warning" or "note"')
    known = given.rules() if table else ()
    for rule, grade in table.items():
        given.file.check_rule((*given.keys, rule), rule, known)
        if grade not in list(Severity):
            raise given.at(rule, grade).wrong(f"choose one of {', '.join(Severity)}")
    return tuple(sorted((rule, Severity(grade)) for rule, grade in given.value.items()))


def _sources(given: Given) -> tuple[tuple[str, tuple[str, ...]], ...]:
    seen: dict[str, str] = {}
    found = []
    for name, others in _table(given, 'name = ["other name"]').items():
        aliases = _strings(given.at(name, others))
        if not name.strip() or not all(alias.strip() for alias in aliases):
            raise given.file.fault((*given.keys, name), "sources: an empty name is nobody's; take it out")
        for alias in aliases:
            if seen.setdefault(alias.casefold(), name) != name:
                raise given.at(name, alias).wrong(f"it is an other name of {shown(seen[alias.casefold()])} already")
        found.append((name, aliases))
    return tuple(sorted(found))


def _units(given: Given) -> tuple[OwnUnit, ...]:
    from claimcheck.lexicon.own_units import with_own  # reads the lexicon

    form = 'name = { of = "metre", factor = 1.5, words = ["..."], signs = ["..."] }'
    units = tuple(sorted((_unit(given.at(name, table)) for name, table in _table(given, form).items()),
                         key=lambda unit: unit.name))
    try:
        with_own(units)
    except VocabularyError as error:
        raise given.file.fault(error.keys, str(error)) from None
    for name, table in given.value.items():
        if not table:
            raise given.at(name, table).wrong('write what it is, as words = ["..."], or take it out')
    return units


def _unit(given: Given) -> OwnUnit:
    table = _table(given, 'of = "metre", factor = 1.5')
    given.file.check_keys(given.keys, table, ("of", "factor", "words", "signs"))
    for key in ("words", "signs"):
        if table.get(key) == []:
            raise given.at(key, []).wrong("write at least one, or take it out")
    return OwnUnit(
        str(given.keys[-1]),
        of=_string(given.at("of", table["of"])) if "of" in table else "",
        factor=_factor(given.at("factor", table["factor"])) if "factor" in table else Decimal(1),
        words=_strings(given.at("words", table.get("words", []))),
        signs=_strings(given.at("signs", table.get("signs", []))),
    )


def _factor(given: Given) -> Decimal:
    """Written as a number, or as a string where it has more digits than a float keeps."""
    if not isinstance(given.value, int | float | str) or isinstance(given.value, bool):
        raise given.wrong("write a number")
    try:
        factor = Decimal(str(given.value))
    except ArithmeticError:
        raise given.wrong("write a number") from None
    if not factor.is_finite():
        raise given.wrong("write a number")
    return factor


def _synonyms(given: Given) -> Synonyms:
    from claimcheck.lexicon.own import check_synonyms

    rows = _table(given, 'word = ["other word"]').items()
    classes = tuple(sorted((name, _strings(given.at(name, words))) for name, words in rows))
    try:
        check_synonyms(classes)
    except VocabularyError as error:
        raise given.file.fault(error.keys, str(error)) from None
    return classes


def _table(given: Given, wanted: str) -> dict[str, Any]:
    if not isinstance(given.value, dict):
        raise given.wrong(f"write a table of {wanted}")
    return given.value


def _limit(name: str, about: str) -> Option:
    return Option(f"limits.{name.replace('_', '-')}", f"limits.{name}", _most, about)


OPTIONS: tuple[Option, ...] = (
    Option("model", "model", _string, "embedding model, as for --model", "CLAIMCHECK_MODEL"),
    Option("nli", "nli", _string, "NLI model that seconds findings, as for --nli; none unless you name one",
           "CLAIMCHECK_NLI"),
    Option("judge", "judge", _address, "address of a server whose model is asked of pairs of statements, as for "
           "--judge; no file may say where articles are sent", "CLAIMCHECK_JUDGE", in_file=False),
    Option("judge-model", "judge_model", _string, "the name that this server has for the model, as for --judge-model",
           "CLAIMCHECK_JUDGE_MODEL"),
    Option("judge-pairs", "judge_pairs", _most, "how many pairs of statements of a story it is asked of at most"),
    Option("judge-seconds", "judge_seconds", _count, "how many seconds it has for an answer"),
    Option("fail-on", "fail_on", _fail_on, "the mildest verdict for which the exit status is 1", "CLAIMCHECK_FAIL_ON"),
    Option("preview", "preview", _yes_or_no, "whether preview rules run too, as for --preview", "CLAIMCHECK_PREVIEW"),
    Option("select", "select", _rules, "the rules that run; all where there are none, but for the preview rules"),
    Option("extend-select", "extend_select", _rules, "rules that run besides, a preview rule among them"),
    Option("ignore", "ignore", _rules, "rules that do not run"),
    Option("paths", "paths", _paths, "what `check` and `test` look at, counted from the folder of this file"),
    Option("exclude", "exclude", _strings, "what they leave out: patterns as in a .gitignore, counted from there too"),
    Option("outside", "outside", _paths,
           "folders elsewhere, in which stories may name files or links may end; else nothing leads out of the corpus"),
    Option("cache", "cache", _string, 'folder of the cache, or "off"', "CLAIMCHECK_CACHE_DIR"),
    Option("thresholds.neighbours", "neighbours", _count, "how many neighbours in each other article (claims)"),
    Option("thresholds.nearness", "nearness", _cosine, "how near a neighbour must lie (cosine of embeddings, 0 to 1)"),
    _limit("file_bytes", "how large the file of an article may be"),
    _limit("rows_bytes", "how large a .jsonl file may be, unpacked"),
    _limit("rows", "how many rows a .jsonl file may have"),
    _limit("tags", "how many tags an HTML page may have"),
    _limit("attributes", "how many attributes one tag may have"),
    _limit("pages", "how many pages a PDF may have"),
    _limit("stream_bytes", "how many bytes the pages of a PDF may unpack to"),
    _limit("characters", "how long the text of an article may be"),
    _limit("sentences", "how many sentences the articles of a story may have, all together"),
    _limit("pairs", "how many pairs of facts may be compared in a story"),
    Option("severity", "severity", _severities, "how grave the findings of a rule are: error, warning or note"),
    Option("sources", "sources", _sources, "publishers: the name to use, and other names that stand for it"),
    Option("units", "units", _units, "units of your own: what one of them is, and how it is written"),
    Option("synonyms", "synonyms", _synonyms, "words that mean the same when they are counted, or happen"),
)
