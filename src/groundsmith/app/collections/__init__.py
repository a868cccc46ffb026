"""Collections of documents: indexed, searched, recommended from, measured, learnt from."""
