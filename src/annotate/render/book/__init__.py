"""Several texts as one PDF."""
