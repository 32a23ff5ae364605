"""The commands for the cache."""

from __future__ import annotations

import typer

from claimcheck.cli.app import app
from claimcheck.cli.options import ConfigOption, IsolatedOption

cache = typer.Typer(rich_markup_mode=None, no_args_is_help=False, help="""What is kept between runs.

    That is documents as read, their vectors, and reports, in the folder that the setting `cache` or the variable
    CLAIMCHECK_CACHE_DIR names. It may be deleted at any time.

    \b
    Examples:
      claimcheck cache info
      claimcheck cache clean
    """)
app.add_typer(cache, name="cache")


@cache.command()
def info(config: ConfigOption = None, isolated: IsolatedOption = False) -> int:
    """Say where the cache is and what is in it.

    \b
    Examples:
      claimcheck cache info
    """
    from claimcheck.cli import cache as command
    from claimcheck.cli.settings import settings_of

    return command.info(settings_of(config=config, isolated=isolated).settings)


@cache.command()
def clean(config: ConfigOption = None, isolated: IsolatedOption = False) -> int:
    """Delete what is kept. Nothing is lost but time.

    \b
    Examples:
      claimcheck cache clean
    """
    from claimcheck.cli import cache as command
    from claimcheck.cli.settings import settings_of

    return command.clean(settings_of(config=config, isolated=isolated).settings)
