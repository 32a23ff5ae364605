"""Findings gone through by a reader: what is decided about each, and the screen on which that is done."""
