"""Texts to vectors; `claimcheck.backends.embedder` chooses among the back ends here."""
