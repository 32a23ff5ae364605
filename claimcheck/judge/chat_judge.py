"""Pairs of statements to opinions: from the cache, else from the server, a few side by side.

Each pair is a question of its own, in which the two texts are strings in a JSON object, without the characters that
chat templates make their marks of. So what a text says can reach the answer on its own pair and no other one. A pair is
kept under the name of the model, the instruction and the two texts, wherever the server is.
"""

from __future__ import annotations

import functools
import hashlib
import json
import time
import tomllib
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from importlib import resources
from threading import Thread

from claimcheck.backends import Store
from claimcheck.errors import UsageError
from claimcheck.judge import chat
from claimcheck.judge.answer import FORM, NoAnswerError, content, judged
from claimcheck.model.finding import Judged
from claimcheck.model.report import Cost

KIND = "judge"
SIDE_BY_SIDE = 4
MOST_TOKENS = 400  # of an answer
_ENOUGH, _REST = 4, 60.0  # so many questions in vain, and the server is left alone for so many seconds
_MARKS = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>[]|"})

Pair = tuple[str, str]


@functools.cache
def prompt() -> str:
    """What the model is told before each pair."""
    text: str = tomllib.loads(resources.files("claimcheck.judge").joinpath("prompt.toml").read_text("utf-8"))["text"]
    return text.strip()


class ChatJudge:
    """`spent` counts what was asked since it was last looked at. A server that fails is left alone for a minute."""

    __slots__ = ("_cost", "_digest", "_failed", "_key", "_model", "_seconds", "_server", "_until")

    def __init__(self, url: str, model: str, seconds: float) -> None:
        if not model.strip() or not model.isprintable():
            raise UsageError("--judge needs --judge-model NAME, the name that the server has for the model")
        self._server, self._model, self._seconds, self._key = chat.server_of(url), model, seconds, chat.key()
        self._digest = hashlib.sha256(_body(model, ("", ""))).hexdigest()
        self._failed, self._until = "", 0.0
        self._cost = Cost()

    @property
    def name(self) -> str:
        """Of the model and the instruction, wherever the server is."""
        return f"{self._model}, prompt {self._digest[:12]}"

    def opinions(self, pairs: Sequence[Pair], store: Store) -> tuple[list[Judged | None], str]:
        """An opinion on each pair, in order, None where there is none; and in one line why not, "" for no trouble."""
        known = {pair: kept for pair in pairs if (kept := self._kept(pair, store))}
        missing = [pair for pair in dict.fromkeys(pairs) if pair not in known]
        outcomes = self._asked(missing)
        for pair in missing:
            if isinstance(answer := outcomes.get(pair), Judged):
                known[pair] = answer
                store.put(KIND, self._place(pair), json.dumps([answer.verdict, answer.reason]).encode())
        self._cost += Cost(answered=sum(pair in known for pair in missing))
        return [known.get(pair) for pair in pairs], self._trouble(missing, outcomes)

    def spent(self) -> Cost:
        cost, self._cost = self._cost, Cost()
        return cost

    def _asked(self, pairs: Sequence[Pair]) -> Mapping[Pair, Judged | Exception]:
        """What came of each pair that was asked; after `_ENOUGH` without an answer no more are."""
        outcomes: dict[Pair, Judged | Exception] = {}
        left = deque(() if time.monotonic() < self._until else pairs)
        tokens: list[int] = []

        def work() -> None:
            with suppress(IndexError):  # none is left
                while True:
                    pair = left.popleft()
                    try:
                        answer = chat.ask(self._server, _body(self._model, pair), self._key, self._seconds)
                        text, counted = content(answer)
                        tokens.append(counted)
                        outcomes[pair] = judged(text, self._model)
                    except Exception as error:  # is told by the thread that started this one
                        outcomes[pair] = error
                        if _hopeless(outcomes.values()):
                            left.clear()

        start = time.monotonic()
        workers = [Thread(target=work, daemon=True) for _ in range(min(SIDE_BY_SIDE, len(left)))]
        for worker in workers:
            worker.start()
        try:
            for worker in workers:
                worker.join()
        finally:
            left.clear()
        self._cost += Cost(asked=len(outcomes), tokens=sum(tokens), seconds=time.monotonic() - start)
        return outcomes

    def _trouble(self, missing: Sequence[Pair], outcomes: Mapping[Pair, Judged | Exception]) -> str:
        """One line, the same whichever of several was answered first. Raises what no server can be blamed for."""
        troubles = []
        for error in (outcomes.get(pair) for pair in missing):
            if isinstance(error, chat.TroubleError):
                troubles.append(error)
            elif isinstance(error, Exception):
                raise error
        if _hopeless(troubles):
            lost = [t for t in troubles if not isinstance(t, NoAnswerError)]
            worst = next((t for t in lost if isinstance(t, chat.UnreachableError)), lost[0])
            self._failed, self._until = str(worst), time.monotonic() + _REST
            return self._failed
        if len(outcomes) < len(missing):
            return self._failed
        return f"{len(troubles):,} of {len(missing):,} questions in vain: {troubles[0]}" if troubles else ""

    def _kept(self, pair: Pair, store: Store) -> Judged | None:
        data = store.get(KIND, self._place(pair))
        if data is None:
            return None
        try:
            verdict, reason = json.loads(data)
            return judged(json.dumps({"verdict": verdict, "reason": reason}), self._model)
        except (ValueError, TypeError, NoAnswerError):
            return None

    def _place(self, pair: Pair) -> str:
        return hashlib.sha256(json.dumps([KIND, self._digest, *pair]).encode("ascii")).hexdigest()


def _hopeless(outcomes: Iterable[Judged | Exception]) -> bool:
    """Whether nothing more is to be had: not where what one text says has spoilt the answer on it."""
    lost = [o for o in list(outcomes) if isinstance(o, Exception) and not isinstance(o, NoAnswerError)]
    return len(lost) >= _ENOUGH or not all(isinstance(o, chat.LostError) for o in lost)


def _body(model: str, pair: Pair) -> bytes:
    a, b = (text.encode("utf-8", "replace").decode("utf-8") for text in pair)
    texts = json.dumps({"a": a, "b": b}, ensure_ascii=False).translate(_MARKS)
    form = {"type": "json_schema", "json_schema": {"name": "verdict", "strict": True, "schema": FORM}}
    request = {
        "model": model, "temperature": 0, "seed": 0, "max_tokens": MOST_TOKENS, "stream": False,
        "response_format": form,
        "messages": [{"role": "system", "content": prompt()}, {"role": "user", "content": texts}],
    }
    return json.dumps(request).encode("ascii")
