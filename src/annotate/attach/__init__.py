"""Anchors: finding a target in a text, and editing the annotations that hold it."""
