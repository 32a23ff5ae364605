"""What is expected of a story and what must not be found in it, and how findings are held against that."""
