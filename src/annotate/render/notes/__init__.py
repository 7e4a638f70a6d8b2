"""Notes at the foot and at the side of pages, as WeasyPrint alone does not set them."""
