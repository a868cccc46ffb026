"""Sentences by grammar: words, numbers and clauses, in English and Indonesian."""
