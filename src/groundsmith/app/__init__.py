"""Wiring: builds the rooms from settings; every use-case as a plain function."""
