"""The guards: reasons for which two facts that look alike are kept apart."""

from __future__ import annotations

from enum import StrEnum


class Guard(StrEnum):
    """The only list of them. Reports name a guard by its value; each has a page in `link/guards`."""

    UNIT = "unit"
    ROUNDING = "rounding"
    NEAR = "near"
    BOUND_SATISFIED = "bound-satisfied"
    SCOPE = "scope"
    HYPOTHETICAL = "hypothetical"
    OTHER_SUBJECT = "other-subject"
    OTHER_EVENT = "other-event"
    OTHER_TIME = "other-time"
    UPDATE = "update"
    REFINEMENT = "refinement"
    TRANSLITERATION = "transliteration"
