"""What is costly, kept by content hash: `store.open_cache(folder)` gives a `store.Cache`."""
