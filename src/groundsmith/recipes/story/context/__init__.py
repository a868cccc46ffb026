"""What of a story is shown to whoever goes on with it, within a budget of tokens."""
