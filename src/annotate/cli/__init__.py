"""The command line: options in, calls of `api`, text out; no logic."""
