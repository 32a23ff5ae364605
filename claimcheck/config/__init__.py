"""What can be set, and where it is set: defaults, a file, the environment, the command line."""

from claimcheck.config.settings import FailOn, Settings

__all__ = ["FailOn", "Settings"]
