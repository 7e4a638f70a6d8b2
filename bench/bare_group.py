"""A Click group of ten commands that do nothing: the least that a command line of our size costs to start."""

from __future__ import annotations

import click


@click.group()
def group() -> None:
    """Do nothing in ten ways."""


for number in range(1, 11):
    group.command(f"command-{number}", help="Do nothing.")(lambda: None)

if __name__ == "__main__":
    group()
