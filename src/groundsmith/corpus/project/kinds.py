"""What a document of a project tells about it, by the document's name alone.

A file is `o/r@commit:docs/a.md`; what was made of the repository itself is `o/r@commit#commits`.
The decision to question: a kind is read off the name and stored nowhere, so that whoever holds a
document, a chunk or a citation can tell where it comes from.
"""

import re
from enum import StrEnum
from functools import lru_cache
from pathlib import PurePosixPath


class SourceKind(StrEnum):
    """What a document of a project is."""

    README = "readme"
    EXAMPLES = "examples"
    ISSUES = "issues"
    COMMITS = "commits"
    DOCS = "docs"
    METADATA = "metadata"
    TAGS = "tags"
    MANIFEST = "manifest"
    TREE = "tree"
    SOURCES = "sources"
    """Which of all these were used, and why the others were not: no evidence for anything."""


_SHEET = re.compile(r"@[0-9a-f]{12}#(?P<kind>[a-z]{1,20})(?:#|\Z)")
_FILE = re.compile(r"@[0-9a-f]{12}:")
_README = re.compile(r"readme(?:\.[a-z]{2}(?:[-_][a-z]{2,4})?)?(?:\.(?:md|markdown|rst|txt))?")
_PROSE = frozenset({".md", ".markdown", ".rst", ".txt", ".text", ".adoc"})
_CODE = re.compile(
    r"\.(?:py|js|mjs|ts|tsx|jsx|go|rs|java|kt|rb|sh|c|h|cc|cpp|cs|php|swift|r|jl|lua|exs?|scala|sql)"
)
_EXAMPLES = frozenset({"example", "examples", "demo", "demos", "sample", "samples", "tutorials"})
_DOCS = frozenset({"doc", "docs", "documentation", "guide", "guides", "wiki"})
_FOREIGN = frozenset(
    {"node_modules", "vendor", "third_party", "thirdparty", "site-packages", "testdata", "fixtures"}
)
_BESIDE = _DOCS | frozenset(
    {"test", "tests", "testing", "spec", "specs", "e2e", "bench", "benches", "benchmark"}
    | {"benchmarks", "template", "templates"}
)
"""Folders whose manifests say what tests, measurements or pages are made with."""
_NO_PROSE = re.compile(r"(?:licen[cs]e|copying|code_of_conduct|notice|authors|robots)\b.*")
_MANIFEST = re.compile(
    r"pyproject\.toml|setup\.cfg|pipfile|environment\.ya?ml|package\.json|cargo\.toml|go\.mod"
    r"|composer\.json|gemfile|pubspec\.yaml|pom\.xml|requirements[\w.-]{0,40}\.txt"
)
_MANIFEST_DEPTH = 3


def file_kind(path: str) -> SourceKind | None:
    """The kind of a file in a repository; `None` for what is only counted in its tree."""
    place = PurePosixPath(path)
    folders = [part.lower() for part in place.parts[:-1]]
    name, suffix = place.name.lower(), place.suffix.lower()
    if any(part in _FOREIGN or part.startswith(".") for part in folders):
        return None
    if not folders and _README.fullmatch(name):
        return SourceKind.README
    if _EXAMPLES.intersection(folders):
        # Other prose there is mostly data of the examples, and says nothing of the project.
        told = suffix in _PROSE and (len(folders) == 1 or _README.fullmatch(name))
        return SourceKind.EXAMPLES if told or _CODE.fullmatch(suffix) else None
    if len(folders) < _MANIFEST_DEPTH and _MANIFEST.fullmatch(name):
        return None if _BESIDE.intersection(folders) else SourceKind.MANIFEST
    if suffix in _PROSE and (not folders or _DOCS.intersection(folders)):
        return None if _NO_PROSE.fullmatch(name) else SourceKind.DOCS
    return None


@lru_cache(maxsize=16_384)
def kind_of(document: str) -> SourceKind:
    """The kind of a project's document; a file that was named itself counts as its README."""
    if sheet := _SHEET.search(document):
        return SourceKind(sheet["kind"])
    if within := _FILE.search(document):
        return file_kind(document[within.end() :].partition("#")[0]) or SourceKind.DOCS
    return SourceKind.README


def project_of(document: str) -> str:
    """The project that a document belongs to, without its commit; a lone file is its own."""
    found = _SHEET.search(document) or _FILE.search(document)
    return document[: found.start()] if found else document.partition("#")[0]


def file_of(document: str) -> str:
    """What a reader calls a document: its path in the repository, or the name of its sheet."""
    found = _FILE.search(document)
    if found:
        return document[found.end() :]
    sheet = _SHEET.search(document)
    return sheet["kind"] if sheet else document
