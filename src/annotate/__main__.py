"""`python -m annotate`."""

from annotate.cli.main import main

main()
