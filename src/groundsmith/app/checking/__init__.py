"""Any text held against its sources, outside a run."""
