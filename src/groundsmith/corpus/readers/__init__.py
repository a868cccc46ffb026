"""Readers, a file each; importing this package registers them all."""

from groundsmith.corpus.readers import csv, html, jsonl, text
from groundsmith.corpus.readers.registry import reader_for, readers

__all__ = ["csv", "html", "jsonl", "reader_for", "readers", "text"]
