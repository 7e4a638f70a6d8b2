"""From bytes to blocks, and from annotation files to values, with the place of each."""
