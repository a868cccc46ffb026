"""Groundsmith: content from your own sources, every sentence held against them."""

__version__ = "0.1.0"
