"""Citations and the bibliography in a CSL style: the sources of an edition as a reader expects to see them."""

from annotate.render.citations.bibliography import STYLES, Bibliography

__all__ = ["STYLES", "Bibliography"]
