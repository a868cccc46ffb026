"""Readers, a file each; importing this package registers them all."""

from groundsmith.corpus.readers import text
from groundsmith.corpus.readers.registry import reader_for, readers

__all__ = ["reader_for", "readers", "text"]
