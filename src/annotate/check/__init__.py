"""Rules that hold annotations to their text, their sources and each other."""
