"""Sentences and values to claims with facts, each fact with what it measures."""

from claimcheck.detect.claims import DocumentClaims, detect

__all__ = ["DocumentClaims", "detect"]
