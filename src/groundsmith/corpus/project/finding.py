"""Finding and reading what there is of a project, each source with its bytes.

Sources come in one order (README, manifests, examples, docs, then the sheets made of the
repository itself), and whatever is left out is handed back with its reason. The decision to
question: code outside of examples is counted and not read, for a post is written from what its
authors say about a project.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from groundsmith.corpus.inputs import Found, Given, load, size_fault
from groundsmith.corpus.kinds import TEXT
from groundsmith.corpus.project.forge import Forge
from groundsmith.corpus.project.kinds import SourceKind, file_kind
from groundsmith.corpus.project.location import Repository, located
from groundsmith.corpus.project.sheets import (
    commits_sheet,
    sources_sheet,
    tags_sheet,
    tree_sheet,
)
from groundsmith.corpus.project.snapshot import Blob, Snapshot, snapshot
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.errors import SourceError
from groundsmith.records import Skipped, Source, sha256

_ORDER = (SourceKind.README, SourceKind.MANIFEST, SourceKind.EXAMPLES, SourceKind.DOCS)
_MOST = {
    SourceKind.README: 1,
    SourceKind.MANIFEST: 20,
    SourceKind.EXAMPLES: 100,
    SourceKind.DOCS: 200,
}
"""Files of a kind that are read: those nearest to the root, then by name. A post is written from a
few pages, and the first of them say what a project is."""
_MANIFEST_MAX_BYTES = 256 * 1024


def find_project(
    location: str,
    label: str | None,
    settings: CorpusSettings,
    *,
    cache: Path,
    forge: Forge | None = None,
) -> Iterator[Given | Skipped]:
    """The sources of one project, and what is left out and why.

    Args:
        label: Stands in front of every path; `None` for the first INPUT.
        cache: Folder for clean copies of repositories.
        forge: Asked for metadata and issues of the repositories on its host; `None` asks nobody.

    Raises:
        InputError: There is no project at `location`.
    """
    found = located(location)
    if isinstance(found, Repository):
        yield from _Reading(found, label, settings, snapshot(found, cache), forge).sources()
        return
    path = f"{label}/{found.name}" if label else found.name
    try:
        source, data = load(Found(path=path, file=found.file))
    except SourceError as error:
        yield Skipped(path=path, reason=error.reason, failed=True)
        return
    if fault := size_fault(len(data), settings):
        yield Skipped(path=path, reason=fault)
    else:
        yield Given(source=source, data=data)


@dataclass(slots=True)
class _Reading:
    """One pass over a repository."""

    repository: Repository
    label: str | None
    settings: CorpusSettings
    at: Snapshot
    forge: Forge | None
    used: dict[SourceKind, str] = field(default_factory=dict)
    unread: dict[SourceKind, str] = field(default_factory=dict)

    def sources(self) -> Iterator[Given | Skipped]:
        """Everything, in order."""
        files = self.at.files()
        yield from self._files(files)
        if files:
            yield self._sheet(SourceKind.TREE, tree_sheet(files), f"{len(files)} files")
        if self.at.tags:
            yield self._sheet(SourceKind.TAGS, tags_sheet(self.at.tags), f"{len(self.at.tags)}")
        if commits := self.at.commits():
            yield self._sheet(SourceKind.COMMITS, commits_sheet(commits), f"{len(commits)} latest")
        yield from self._asked()
        yield self._sheet(SourceKind.SOURCES, sources_sheet(self.used, self.unread), "")

    def _files(self, files: list[Blob]) -> Iterator[Given | Skipped]:
        """The files that are read, with their contents."""
        by_kind: dict[SourceKind, list[Blob]] = {kind: [] for kind in _ORDER}
        for blob in files:
            if kind := file_kind(blob.path):
                by_kind[kind].append(blob)
        chosen: list[tuple[SourceKind, Blob]] = []
        for kind in _ORDER:
            nearest = sorted(by_kind[kind], key=_nearness)
            if beyond := nearest[_MOST[kind] :]:
                yield Skipped(path=self._name(beyond[0].path), reason=_beyond(kind, len(beyond)))
            for blob in nearest[: _MOST[kind]]:
                if fault := self._size_fault(kind, blob):
                    yield Skipped(path=self._name(blob.path), reason=fault)
                    self.unread.setdefault(kind, fault)
                else:
                    chosen.append((kind, blob))
        contents = self.at.contents([blob for _, blob in chosen])
        for (kind, blob), data in zip(chosen, contents, strict=True):
            yield self._given(kind, self._name(blob.path), data, blob.path)

    def _size_fault(self, kind: SourceKind, blob: Blob) -> str | None:
        if kind is SourceKind.MANIFEST and 0 < blob.size_bytes <= _MANIFEST_MAX_BYTES:
            return None
        if kind is SourceKind.MANIFEST and blob.size_bytes:
            return f"{blob.size_bytes:,} bytes, more than a manifest has"
        return size_fault(blob.size_bytes, self.settings)

    def _asked(self) -> Iterator[Given | Skipped]:
        """What the forge tells, if it is to be asked."""
        asked: tuple[tuple[SourceKind, Callable[[Forge, str], str]], ...] = (
            (SourceKind.METADATA, Forge.metadata),
            (SourceKind.ISSUES, Forge.issues),
        )
        for kind, ask in asked:
            if reason := self._not_asked():
                self.unread[kind] = reason
                continue
            assert self.forge is not None  # noqa: S101  # it would not have been asked
            try:
                text = ask(self.forge, self.repository.name)
            except SourceError as error:
                self.unread[kind] = error.reason
                yield Skipped(path=self._name(kind, "#"), reason=error.reason, failed=True)
                continue
            if text:
                yield self._sheet(kind, text, f"{text.count(chr(10))} lines")

    def _not_asked(self) -> str:
        if not self.repository.host:
            return "a repository in a folder has no forge to ask"
        if self.forge is None:
            return "the forge was not asked; set GITHUB_TOKEN, or post.forge"
        if self.repository.host != self.forge.host:
            return f"no forge is known for {self.repository.host}"
        return ""

    def _sheet(self, kind: SourceKind, text: str, said: str) -> Given:
        return self._given(kind, self._name(kind, "#"), text.encode("utf-8", "replace"), said)

    def _given(self, kind: SourceKind, name: str, data: bytes, said: str) -> Given:
        self.used.setdefault(kind, said)
        source = Source(
            path=name,
            uri=f"git+{self.repository.address}@{self.at.commit}",
            size_bytes=len(data),
            media_type=TEXT,
            sha256=sha256(data),
        )
        return Given(source=source, data=data)

    def _name(self, part: str, mark: str = ":") -> str:
        name = f"{self.repository.name}@{self.at.short}{mark}{part}"
        return f"{self.label}/{name}" if self.label else name


def _nearness(blob: Blob) -> tuple[int, int, str]:
    return blob.path.count("/"), len(blob.path), blob.path


def _beyond(kind: SourceKind, count: int) -> str:
    if kind is SourceKind.README:
        return "another README; the one with the shortest name is read"
    others = f", as are {count - 1:,} others" if count > 1 else ""
    return f"beyond the {_MOST[kind]} {kind.value} nearest to the root, which are read{others}"
