"""All commands, in the order in which help lists them."""

from claimcheck.cli import corpus_app
from claimcheck.cli.app import app

__all__ = ["app", "corpus_app"]
