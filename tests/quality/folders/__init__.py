"""The program on folders of labelled stories that are not in the repository: figures, and where conflicts are lost."""
