"""How good a ranking is: by judgments, beyond them, and for queries that are put badly."""
