"""What to write: one package a recipe."""
