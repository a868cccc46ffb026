"""Processes that do the CPU work of a run: a pool, one of its workers, and what runs in it."""
