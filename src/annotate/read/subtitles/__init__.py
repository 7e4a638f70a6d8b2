"""Subtitle files: SRT and WebVTT."""
