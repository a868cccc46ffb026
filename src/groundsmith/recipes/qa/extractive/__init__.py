"""Questions made from the words of a passage alone: no model, every answer a span of it."""
