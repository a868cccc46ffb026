"""The story bible: who and what a manuscript establishes, each with the place that says so."""
