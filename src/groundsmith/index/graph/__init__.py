"""How documents and what they speak of hang together: entities, relations, and who is like whom."""
