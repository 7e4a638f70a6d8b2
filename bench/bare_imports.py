"""Imports lxml and Click and does nothing: the least that any command of ours costs, but for a text's parsing."""

import click  # noqa: F401
import lxml.etree  # noqa: F401
