"""What annotate costs beside other tools: `python -m bench.run`, or `make bench`."""
