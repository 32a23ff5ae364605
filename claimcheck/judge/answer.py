"""What counts as an answer: one JSON object with a verdict of the list and a short reason. Anything else is none."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.judge.chat import LostError
from claimcheck.model.finding import Judged, Opinion

LONGEST = 300  # characters of a reason
# What servers that can hold a model to a form are asked to hold it to.
FORM = {
    "type": "object", "additionalProperties": False, "required": ["verdict", "reason"],
    "properties": {"verdict": {"type": "string", "enum": [opinion.value for opinion in Opinion]},
                   "reason": {"type": "string"}},
}


class NoAnswerError(LostError):
    """What came back is none."""

    def __init__(self, what: str) -> None:
        super().__init__(what, "try another model, or leave the judge out")


def content(data: bytes) -> tuple[str, int]:
    """What the model wrote, and how many tokens the server counts, 0 where it does not say.

    Raises NoAnswerError for what is no answer of a chat endpoint.
    """
    told = _json(data.decode("utf-8", "replace"), "no JSON came back")
    usage = told.get("usage") if isinstance(told, dict) else None
    counted = usage.get("total_tokens") if isinstance(usage, dict) else None
    tokens = counted if type(counted) is int and 0 <= counted < 10**9 else 0
    try:
        choice = told["choices"][0]
        text = choice["message"]["content"]
    except (TypeError, KeyError, IndexError):
        text = choice = None
    if not isinstance(text, str):
        raise NoAnswerError("what came back has no choices[0].message.content")
    if choice.get("finish_reason") == "length":
        raise NoAnswerError("the model wrote on to the last token it had, thinking aloud perhaps")
    return text, tokens


def judged(text: str, model: str) -> Judged:
    """The answer in what the model wrote. Raises NoAnswerError."""
    told = _json(text, "the model wrote something that is not one JSON object")
    if not isinstance(told, dict) or set(told) != {"verdict", "reason"}:
        raise NoAnswerError("the model did not write one JSON object with verdict and reason alone")
    if not isinstance(told["verdict"], str) or told["verdict"] not in list(Opinion):
        raise NoAnswerError(f"the verdict is none of {', '.join(Opinion)}")
    reason = told["reason"]
    if not isinstance(reason, str) or not reason.strip() or len(reason) > LONGEST or not reason.isprintable():
        raise NoAnswerError(f"the reason is not one line of at most {LONGEST} characters")
    if any(c.isdigit() for c in reason):  # no text that is sent holds one: it is of something else
        raise NoAnswerError("the reason holds a figure, and neither statement does")
    return Judged(model, Opinion(told["verdict"]), " ".join(reason.split()))


def _json(text: str, otherwise: str) -> Any:
    """Strictly: no key twice, nothing around it. Raises NoAnswerError, saying `otherwise`."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise NoAnswerError(otherwise) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found
