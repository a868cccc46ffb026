"""Who is in a story, and who does what in each of its sentences."""
