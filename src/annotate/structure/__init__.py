"""From blocks to a document: one recogniser a file."""
