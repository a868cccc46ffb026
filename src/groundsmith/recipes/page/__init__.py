"""A catalogue's pages: one file for each item and component, every value from the catalogue."""
