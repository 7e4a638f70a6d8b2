"""Files packed in one zip file."""
