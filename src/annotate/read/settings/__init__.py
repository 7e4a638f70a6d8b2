"""Reading `annotate.toml`."""
