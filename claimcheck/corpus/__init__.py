"""Corpora: folders, story.toml files and rows to stories, and these to documents."""

from claimcheck.corpus.find import Gathering, gather
from claimcheck.corpus.read import ReadStory, read_story
from claimcheck.corpus.story import Entry, Gathered

__all__ = ["Entry", "Gathered", "Gathering", "ReadStory", "gather", "read_story"]
