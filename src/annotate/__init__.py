"""Annotate film reviews, interviews and essays: faithful TEI, checked claims and sources, printed editions."""

__version__ = "0.1.0"
