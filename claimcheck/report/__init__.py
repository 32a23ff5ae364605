"""A Report to text: one pure function a file."""
