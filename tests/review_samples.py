"""A corpus to review: three contradictions in two stories, and an agreement in a third."""

from __future__ import annotations

from pathlib import Path

FIRE = "Fire at the mill\n\n5 March 2024\n\nThe fire in Velden killed {} people on Monday, police said.\n"
FLOOD = (
    "Flood in Arren\n\n5 March 2024\n\nThe flood in Arren killed {} people on Monday, police said.\n\n"
    "The flood in Arren destroyed {} houses, the mayor said.\n"
)
FILES = {
    "desk/fire/a.txt": FIRE.format(3), "desk/fire/b.txt": FIRE.format(8),
    "desk/flood/a.txt": FLOOD.format(12, 40), "desk/flood/b.txt": FLOOD.format(30, 95),
    "desk/calm/a.txt": FIRE.format(3), "desk/calm/b.txt": "More on the mill\n\n" + FIRE.format(3),
    "claimcheck.toml": 'model = "hashing"\n',
}


def write_corpus(folder: Path) -> None:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
