"""The command: parse, call, render, exit."""
