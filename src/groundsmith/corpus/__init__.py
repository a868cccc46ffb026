"""Read sources, normalise their text, and cut it into chunks with exact spans."""
