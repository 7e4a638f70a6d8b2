"""The values every stage takes and returns: texts, documents, annotations, editions."""
