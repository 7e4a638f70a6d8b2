"""The print edition as HTML and CSS, before it is laid out."""
