"""The screen edition: one HTML file."""
