"""The page of `annotate report`."""
