"""The Python interface: the only package that opens files and strings the stages together."""
