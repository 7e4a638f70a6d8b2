"""From values to the bytes of our files: TEI and annotations."""
