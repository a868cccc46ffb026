"""Retrieval by words: what a text's terms are, and BM25 over them, in memory or on disk."""
