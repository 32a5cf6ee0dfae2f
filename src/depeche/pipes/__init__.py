"""The pipes, one file per question; each reads a `Doc` and writes one layer of the record on it."""
