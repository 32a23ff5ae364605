"""What the program shows of itself, made by running it: the bundled results of `claimcheck demo`.

    python -m tests.shown          says what is not as a run makes it, and exits with 1
    python -m tests.shown --write  writes it anew, for review
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from claimcheck.demo import TITLES, bundle

ROOT = Path(__file__).parent.parent
# Who published what, where the article itself does not say.
SOURCES = {
    "arren-flood/aurel-tuesday.txt": "Aurel Press", "arren-flood/herald.txt": "The Tarn Herald",
    "arren-flood/courier.txt": "Sill Courier",
}


def made() -> Iterator[tuple[Path, str]]:
    """Each file with what it should hold."""
    for name in TITLES:
        files = sorted((ROOT / "fixtures/stories" / name).glob("*.txt"))
        articles = {f"{name}/{file.name}": file.read_text(encoding="utf-8") for file in files}
        sources = {id_: source for id_, source in SOURCES.items() if id_ in articles}
        yield ROOT / f"claimcheck/demo/{name}.json", bundle(name, articles, sources)


def main(*, write: bool) -> int:
    """Write what differs, or name it; 1 where something was only named."""
    stale = [(path, text) for path, text in made()
             if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)}: {'written anew' if write else 'not as a run makes it'}")
        if write:
            path.write_text(text, encoding="utf-8")
    return 0 if write else int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv[1:]))
