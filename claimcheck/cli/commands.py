"""All commands, in the order in which help lists them."""

from claimcheck.cli import cache_app, corpus_app
from claimcheck.cli.app import app

__all__ = ["app", "cache_app", "corpus_app"]
