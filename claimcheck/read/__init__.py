"""Files, bytes and texts to documents: title, date, source and credits found, furniture set apart."""

from claimcheck.read.align import align_years
from claimcheck.read.article import read_text
from claimcheck.read.file import check_length, read_bytes, read_path

__all__ = ["align_years", "check_length", "read_bytes", "read_path", "read_text"]
