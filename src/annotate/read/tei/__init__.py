"""TEI texts, our own and others'."""
