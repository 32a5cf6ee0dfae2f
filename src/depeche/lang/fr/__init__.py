"""French, as data: rules (`*.toml`), word lists (`*.tsv`), the trained model. No code."""
