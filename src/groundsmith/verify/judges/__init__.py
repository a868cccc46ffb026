"""Judges: each implements the one-method seam, cheap first."""
