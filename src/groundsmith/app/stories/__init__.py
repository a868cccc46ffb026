"""Manuscripts: checked against themselves, their bible, and what is written on."""
