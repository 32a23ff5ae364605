"""Everything a user can get wrong. The command prints the one line and exits with status 2."""

from __future__ import annotations

import os


class ClaimcheckError(Exception):
    """A mistake that the user can mend: the message names the file, the place and the mend, in one line."""


class InputError(ClaimcheckError):
    """A document that cannot be read: missing, a folder, empty, binary, in no known encoding, or over a limit."""


class LimitError(ClaimcheckError):
    """A story that is over a limit of the settings."""


class UsageError(ClaimcheckError):
    """Options or arguments that do not go together, or a value that cannot be understood."""


class MissingBackendError(ClaimcheckError):
    """A model or an optional package is not installed; the message says how to install it."""


class VocabularyError(UsageError):
    """A unit or a class of synonyms that cannot be added to the lexicon; `keys` lead to it in the settings."""

    def __init__(self, keys: tuple[str, ...], message: str) -> None:
        super().__init__(keys, message)  # the arguments as they are, so that it travels between processes
        self.keys = keys

    def __str__(self) -> str:
        return f"{'.'.join(self.keys)}: {self.args[1]}"


class ConfigError(ClaimcheckError):
    """A file that steers claimcheck says what it cannot: the message begins with path:line:column."""


def unforeseen(error: Exception) -> str:
    """One line for an error that ends one document or one story and not the run; a mistake of the user's as it is.

    Where CLAIMCHECK_TRACEBACK is set the error is raised again instead.
    """
    if os.environ.get("CLAIMCHECK_TRACEBACK"):
        raise error
    told = str(error) if isinstance(error, ClaimcheckError) else f"internal error: {type(error).__name__}: {error}"
    return " ".join(told.split())
