"""Sentences to tokens, lemmas and dependencies; the parser stands behind `parse_sentences` alone."""

from claimcheck.parse.spacy_parser import parse_sentences, parser_name

__all__ = ["parse_sentences", "parser_name"]
