"""Stories: what a manuscript establishes, and where it contradicts itself."""
