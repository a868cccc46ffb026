"""Dense retrieval: texts as vectors."""
