"""What the program shows of itself, made by running it: the bundled results of `claimcheck demo`, the picture in
README.md, docs/api.md, and in README.md and docs/ each block below a line `<!-- $ COMMAND -->`, which is what the
command prints, and each table between `<!-- NAME -->` and `<!-- /NAME -->`.

    python -m tests.shown          says what is not as a run makes it, and exits with 1
    python -m tests.shown --write  writes it anew, for review
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claimcheck.demo import TITLES, bundle

from . import measured, reference

ROOT = Path(__file__).parent.parent.parent
NAMES = ("usage", "corpus", "configuration", "report", "html-report", "formats", "rules", "how-it-decides", "misses",
         "comparison", "recipes", "faq", "judge")
PAGES = (ROOT / "README.md", *(ROOT / f"docs/{name}.md" for name in NAMES))
# Who published what, where the article itself does not say.
SOURCES = {
    "arren-flood/aurel-tuesday.txt": "Aurel Press", "arren-flood/herald.txt": "The Tarn Herald",
    "arren-flood/courier.txt": "Sill Courier",
}
PICTURE = ROOT / "docs/report.svg"
PICTURED = ("claimcheck compare --fail-on never --quiet --max 1 --width 92 -o /dev/null --record {} "
            "fixtures/stories/kazakhstan-pullout/*.txt")
_BLOCK = re.compile(r"(^<!-- \$ (?P<command>[^\n]+) -->\n```\w+\n).*?(^```$)", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"(^<!-- (?P<name>[a-z]+) -->\n).*?(^<!-- /(?P=name) -->$)", re.MULTILINE | re.DOTALL)
TABLES = {"floors": measured.floors, "alarms": measured.alarms, "unread": measured.unread, "linker": measured.linker,
          "rules": reference.rules, "guards": reference.guards, "verdicts": reference.verdicts}


def made() -> Iterator[tuple[Path, str]]:
    """Each file with what it should hold."""
    for name in TITLES:
        files = sorted((ROOT / "fixtures/stories" / name).glob("*.txt"))
        articles = {f"{name}/{file.name}": file.read_text(encoding="utf-8") for file in files}
        sources = {id_: source for id_, source in SOURCES.items() if id_ in articles}
        yield ROOT / f"claimcheck/demo/{name}.json", bundle(name, articles, sources)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.svg"
        _printed(PICTURED.format(path))
        yield PICTURE, path.read_text(encoding="utf-8")
    yield ROOT / "docs/api.md", reference.api()
    for page in PAGES:
        yield page, _page(page.read_text(encoding="utf-8"))


def _page(text: str) -> str:
    text = _BLOCK.sub(lambda found: found[1] + _printed(found["command"]).strip("\n") + "\n" + found[3], text)
    return _TABLE.sub(lambda found: found[1] + TABLES[found["name"]]() + found[3], text)


def _printed(command: str) -> str:
    """What a command prints on the standard output, in the folder of the repository."""
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    script = f'claimcheck() {{ "{sys.executable}" -m claimcheck "$@"; }}\n{command}'
    run = subprocess.run(["bash", "-euc", script], cwd=ROOT, capture_output=True, text=True, timeout=300, check=True,
                         encoding="utf-8", env=environment | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"})
    return run.stdout


def main(*, write: bool) -> int:
    """Write what differs, or name it; 1 where something was only named."""
    stale = [(path, text) for path, text in made()
             if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)}: {'written anew' if write else 'not as a run makes it'}")
        if write:
            path.write_text(text, encoding="utf-8")
    return 0 if write else int(bool(stale))
