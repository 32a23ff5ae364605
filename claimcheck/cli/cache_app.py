"""The commands for the cache."""

from __future__ import annotations

import typer

from claimcheck.cli.app import app
from claimcheck.cli.options import ConfigOption, IsolatedOption

cache = typer.Typer(help="What is kept between runs: documents as read, their vectors, reports.")
app.add_typer(cache, name="cache")


@cache.command()
def info(config: ConfigOption = None, isolated: IsolatedOption = False) -> int:
    """Say where the cache is and what is in it."""
    from claimcheck.cli import cache as command
    from claimcheck.cli.settings import settings_of

    return command.info(settings_of(config=config, isolated=isolated).settings)


@cache.command()
def clean(config: ConfigOption = None, isolated: IsolatedOption = False) -> int:
    """Delete what is kept. Nothing is lost but time."""
    from claimcheck.cli import cache as command
    from claimcheck.cli.settings import settings_of

    return command.clean(settings_of(config=config, isolated=isolated).settings)
