"""Editions: one view of text and annotations, set for the screen and for print."""
