"""States of people: what phrases of a lexicon say somebody is, has, can, or has lost.

One record's way: `lexicon/` (data) -> `axes` (what excludes what) -> `views` (a sentence as one of
its people sees it) -> `readings` (who is on which pole, where) -> `validators.states` (findings).
"""
