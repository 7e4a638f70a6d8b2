"""Annotation files."""
