"""What is made from the code for the reference: docs/api.md from signatures, fields and docstrings, and the
tables of docs/rules.md and docs/report.md from the rules, guards and verdicts."""

from __future__ import annotations

import ast
import inspect
import io
import re
import sys
import tokenize
from collections.abc import Iterator, Mapping
from types import FunctionType, GenericAlias
from typing import Any

import claimcheck
from claimcheck import errors
from claimcheck.link.guards import PAGES, GuardPage
from claimcheck.model.finding import Verdict
from claimcheck.report.verdicts import MEANING
from claimcheck.report.words import SYMBOL
from claimcheck.rules import RULES, Rule

from .measured import judged, right_of

_WORD = re.compile(r"\w+")
_HEAD = """\
# Python

`import claimcheck` gives {names}; [an example](usage.md#from-python)
to start from, and [a table](recipes.md#a-notebook) of findings. Below each type stands the module that has it. Objects
are frozen. Spans, `start` and `end` count characters (Unicode code points) from 0, the end exclusive; lines and columns
count from 1. This page is made from signatures and docstrings by `make shown`.
"""

Named = FunctionType | type


def api() -> str:
    """The page of the public names, of every type of ours that they lead to, and of the errors."""
    names = [name for name in sorted(claimcheck.__all__, key=str.casefold) if not name.startswith("_")]
    public: list[Named] = [getattr(claimcheck, name) for name in names]
    found: list[Named] = []
    for value in public:
        _reach(value, found)
    functions = [_function(value) for value in public if isinstance(value, FunctionType)]
    held = sorted((value for value in found if value not in public), key=lambda value: value.__name__)
    raised = [f"- `{name}`: {_one_line(_node(value))}" for name, value in vars(errors).items()
              if isinstance(value, type) and issubclass(value, errors.ClaimcheckError)]
    return "\n".join([
        _HEAD.format(names=", ".join(f"`{name}`" for name in names)),
        "## Functions\n", *functions,
        "## Types\n", *(_class(value) for value in public if isinstance(value, type)),
        "## What they hold\n", *(_class(value) for value in held),
        "## Errors\n", "In `claimcheck.errors`; each is a `ClaimcheckError`.\n", *raised, "",
    ])


def rules() -> str:
    """A row for each rule, with a link to its page and how many of its alarms were right."""
    rows = ["| rule | verdict | state | right of judged | finds |", "|---|---|---|---|---|"]
    told_of = judged()
    return "\n".join([*rows, *(_rule(rule, right_of(told_of.get(rule.name))) for rule in RULES)]) + "\n"


def guards() -> str:
    """A row for each guard, with a link to its page."""
    return "\n".join(["| guard | why two facts are kept apart |", "|---|---|", *map(_guard, PAGES)]) + "\n"


def verdicts() -> str:
    """A row for each verdict, with its sign."""
    rows = [f"| {SYMBOL[verdict]} | {verdict.value} | {MEANING[verdict].words} |" for verdict in Verdict]
    return "\n".join(["| | verdict | means |", "|---|---|---|", *rows]) + "\n"


def _rule(rule: Rule, right: str) -> str:
    link = f"[{rule.name}](../claimcheck/rules/{rule.name.replace('-', '_')}.md)"
    return f"| {link} | {' or '.join(rule.verdicts)} | {rule.state.value} | {right} | {rule.summary} |"


def _guard(page: GuardPage) -> str:
    return f"| [{page.name}](../claimcheck/link/guards/{page.name.replace('-', '_')}.md) | {page.summary} |"


def _reach(value: Named, found: list[Named]) -> None:
    """The name, and what the annotations of its fields, arguments and results lead to."""
    if value in found:
        return
    found.append(value)
    for word in _WORD.findall(" ".join(_annotations(_node(value)))):
        other = _home(value).get(word)
        if isinstance(other, type) and other.__module__.startswith("claimcheck."):
            _reach(other, found)


def _annotations(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.AnnAssign | ast.arg) and part.annotation:
            yield ast.unparse(part.annotation)
        elif isinstance(part, ast.FunctionDef) and part.returns and not part.name.startswith("_"):
            yield ast.unparse(part.returns)


def _function(value: FunctionType) -> str:
    """Its signature, an argument a line, and its docstring."""
    node = _node(value)
    call = re.sub(r", (?=\*|\w+: )", ",\n    ", _call(node)).replace("(", "(\n    ", 1).replace(") ->", ",\n) ->")
    return f"### {node.name}\n\n```py\n{call}\n```\n\n{ast.get_docstring(node)}\n"


def _class(value: Named) -> str:
    node, comments = _node(value), _comments(value)
    words = ast.get_docstring(node)
    members = [_member(part, _home(value), comments) for part in node.body]
    parts = [f"### {node.name}", f"`{value.__module__}`", words, "\n".join(told for told in members if told)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _member(part: ast.stmt, home: Mapping[str, Any], comments: Mapping[int, str]) -> str:
    """A field, a value of an enumeration, or a method that has a docstring, as a line of a list; "" for the rest."""
    if isinstance(part, ast.FunctionDef):
        told = _one_line(part)
        if part.name.startswith("_") or not told:
            return ""
        named = f"{part.name}: {ast.unparse(part.returns)}" if part.returns and _is_property(part) else _call(part)
    elif isinstance(part, ast.AnnAssign | ast.Assign):
        told = comments.get(part.end_lineno or 0, "")
        named = _plain(ast.unparse(part), home)
    else:
        return ""
    return f"- `{named}`" + f" - {told}" * bool(told)


def _is_property(node: ast.FunctionDef) -> bool:
    return any(isinstance(decorator, ast.Name) and decorator.id == "property" for decorator in node.decorator_list)


def _call(node: Any) -> str:
    """The signature, without `self`."""
    arguments = re.sub(r"(?<=\w)=", " = ", ast.unparse(node.args).removeprefix("self").removeprefix(", "))
    return f"{node.name}({arguments}) -> {ast.unparse(node.returns)}"


def _plain(text: str, home: Mapping[str, Any]) -> str:
    """With what the names of generic types stand for."""
    return _WORD.sub(lambda word: str(home[word[0]]) if isinstance(home.get(word[0]), GenericAlias) else word[0], text)


def _one_line(node: Any) -> str:
    return " ".join((ast.get_docstring(node) or "").split())


def _comments(value: Named) -> dict[int, str]:
    """The comments behind code by their lines, counted in the source of the name."""
    tokens = tokenize.generate_tokens(io.StringIO(inspect.getsource(value)).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}


def _node(value: Named) -> Any:
    return ast.parse(inspect.getsource(value)).body[0]


def _home(value: Named) -> Mapping[str, Any]:
    return vars(sys.modules[value.__module__])
