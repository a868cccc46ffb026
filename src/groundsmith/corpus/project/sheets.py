"""What is made of a repository itself: its tree, tags, commits and issues as short texts.

Each is a document like any other, so that a sentence about them cites a line of it. Sheets name no
person: who committed or complained is not ours to publish.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from groundsmith.corpus.project.kinds import SourceKind
from groundsmith.corpus.project.snapshot import Blob, Commit

_MOST_LINES = 120
_MOST_TAGS = 30
_USED, _UNREAD = "used", "not read"

COUNTED = (
    ("readme", SourceKind.README),
    ("metadata", SourceKind.METADATA),
    ("structure", SourceKind.TREE),
    ("dependencies", SourceKind.MANIFEST),
    ("commits", SourceKind.COMMITS),
    ("issues", SourceKind.ISSUES),
)
"""What completeness is counted over."""


def tree_sheet(files: Sequence[Blob]) -> str:
    """How many files there are, by folder and by suffix, the greatest first."""
    folders = Counter(file.path.partition("/")[0] for file in files if "/" in file.path)
    suffixes = Counter(PurePosixPath(file.path).suffix.lower() for file in files)
    suffixes.pop("", None)
    return "\n".join(
        (
            f"{_counted(len(files), 'file')} in all",
            *(f"{name}/: {_counted(n, 'file')}" for name, n in _greatest(folders)),
            *(f"{_counted(n, 'file')} end in {suffix}" for suffix, n in _greatest(suffixes)),
            "",
        )
    )


def tags_sheet(tags: Sequence[str]) -> str:
    """How many tags there are, and the newest."""
    newest = ", ".join(tags[:_MOST_TAGS])
    return f"{_counted(len(tags), 'tag')} in all, newest version first: {newest}\n"


def commits_sheet(commits: Sequence[Commit]) -> str:
    """A line a commit: its day and its first line."""
    return "".join(f"{commit.day}: {commit.subject}\n" for commit in commits)


def sources_sheet(used: Mapping[SourceKind, str], unread: Mapping[SourceKind, str]) -> str:
    """Which sources were used, why others were not, and how complete that is."""
    lines = [
        f"{name}: {_USED} ({used[kind]})"
        if kind in used
        else f"{name}: {_UNREAD} ({unread.get(kind, 'there is none')})"
        for name, kind in COUNTED
    ]
    return "\n".join((*lines, ""))


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _greatest(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[: _MOST_LINES // 2]
