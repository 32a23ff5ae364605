"""Are texts variations of each other, once names and figures are masked? What are two told of, either way round?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from claimcheck import compare_texts
from claimcheck.model.finding import Verdict

# Words in a row that two may share where fewer than LEFT of them are neither names nor figures.
RUN, LEFT = 8, 4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def shared(groups: Iterable[Sequence[str]]) -> list[tuple[int, int, str]]:
    """The numbers of two groups of texts that share a run, and the run."""
    first: dict[str, int] = {}
    return [(first[run], number, run) for number, texts in enumerate(groups)
            for run in sorted(set(chain.from_iterable(map(_runs, texts))))
            if first.setdefault(run, number) != number]


def commonest_frame(texts: Iterable[str]) -> tuple[float, str]:
    """The first five words with which most texts begin, names alone left out, and the share of all that does."""
    frames = Counter(" ".join(_masked(text)[:5]) for text in texts)
    frame, times = next((f, n) for f, n in frames.most_common() if set(f.split()) != {"N"})
    return times / sum(frames.values()), frame


def _masked(text: str) -> list[str]:
    return ["0" if w[0].isdigit() else "N" if w[0].isupper() else w for w in _WORD.findall(text)]


def _runs(text: str) -> set[str]:
    words = _masked(text)
    parts = (words[n : n + RUN] for n in range(len(words) - RUN + 1))
    return {" ".join(part) for part in parts if sum(w not in ("N", "0") for w in part) >= LEFT}


def alarms_either_way(a: str, b: str, day: date) -> list[str]:
    """The rules that raise an alarm between two texts of one day; they must be the same ones the other way round."""
    found = []
    for texts in ({"herald": a, "ledger": b}, {"herald": b, "ledger": a}):
        report = compare_texts(texts, published=dict.fromkeys(texts, day))
        alarms = {Verdict.CONTRADICTION, Verdict.TENSION}
        found.append(sorted(f.rule for f in report.findings if f.verdict in alarms))
    assert found[0] == found[1]
    return found[0]
