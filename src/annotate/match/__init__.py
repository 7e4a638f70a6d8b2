"""Comparing strings: normalised and approximate search, word difference."""
