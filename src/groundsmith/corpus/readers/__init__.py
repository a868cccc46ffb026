"""Readers, a file each; importing this package registers them all."""

from groundsmith.corpus.readers import apart, beir, csv, html, json, jsonl, table, text, yaml
from groundsmith.corpus.readers.registry import reader_for, readers

__all__ = [
    "apart",
    "beir",
    "csv",
    "html",
    "json",
    "jsonl",
    "reader_for",
    "readers",
    "table",
    "text",
    "yaml",
]
