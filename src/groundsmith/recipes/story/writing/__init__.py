"""Writing on: a passage that continues a manuscript and is held to everything it establishes."""
