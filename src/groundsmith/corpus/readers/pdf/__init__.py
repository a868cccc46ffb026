"""PDF: what stands on its pages, in the order that a reader would read it."""
