"""The fonts of both editions."""
