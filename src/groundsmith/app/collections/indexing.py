"""Indexing a collection: sources to entries, entries to one folder that is searched.

An INPUT that was indexed before is brought up to date: sources that have not changed are not read
again, and what is gone from it is found no more. What came from other INPUTs stays.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from groundsmith.app.intake import nothing_readable
from groundsmith.app.out import STDIN, labelled
from groundsmith.corpus.entries import entries, is_rows
from groundsmith.corpus.inputs import Found, find, size_fault
from groundsmith.corpus.kinds import BEIR_CORPUS
from groundsmith.errors import InputError, OutputError, SourceError
from groundsmith.events import Emit, PhaseStarted, SourceRead, SourceSkipped, silent
from groundsmith.index.collection import CollectionWriter, Given, GivenEdge, GivenName, Origin
from groundsmith.index.collection.edge_list import read_edges
from groundsmith.index.collection.writing import Choose
from groundsmith.index.files.manifest import MANIFEST
from groundsmith.index.graph.gazetteer import pairs
from groundsmith.index.lexical.analysers import chosen_for
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.writer import Changes
from groundsmith.records import Json, Skipped
from groundsmith.settings import GroundsmithSettings

READ_BY = b"entries@1"
"""Moves when sources are read otherwise, so that they are read again."""

_SAMPLED = 400
_HASHED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ToIndex:
    """What to index, and where to.

    Attributes:
        update: Whether OUT may hold an index, which is then brought up to date.
        edges: Files of relations; together they take the place of those given before.
        names: Gazetteers; as `edges`.
        delete: Ids of documents to take out, whatever the inputs say.
    """

    inputs: Sequence[str]
    out: Path
    update: bool = False
    edges: Sequence[Path] = ()
    names: Sequence[Path] = ()
    delete: Sequence[str] = ()


@dataclass(slots=True)
class Indexed:
    """What indexing did.

    Attributes:
        same_count: Sources that have not changed, and were not read again.
        loose_count: Edges of which an end is no document and no entity.
        unknown: Ids that were to be taken out and are not there.
    """

    changes: Changes = field(default_factory=Changes)
    document_count: int = 0
    read_count: int = 0
    same_count: int = 0
    loose_count: int = 0
    unknown: list[str] = field(default_factory=list)
    embedder: str | None = None
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether the reading of a source, or of a part of one, went wrong."""
        return any(skip.failed for skip in self.skipped)

    def as_json(self) -> Json:
        """For programs."""
        return {
            "documents": self.document_count,
            "added": self.changes.added_count,
            "changed": self.changes.changed_count,
            "deleted": self.changes.deleted_count,
            "sources_read": self.read_count,
            "sources_unchanged": self.same_count,
            "loose_edges": self.loose_count,
            "unknown": self.unknown,
            "embedder": self.embedder,
            "skipped": [asdict(skip) for skip in self.skipped],
        }


def index(
    asked: ToIndex,
    settings: GroundsmithSettings,
    emit: Emit = silent,
    embedding: Choose = lambda _: None,
) -> Indexed:
    """Makes or updates an index; what was left out is emitted, and stands in the figures.

    Raises:
        InputError: There is nothing at an INPUT, or nothing readable in all of them.
        OutputError: OUT holds an index and `update` is off, or cannot be written.
    """
    is_there = (asked.out / MANIFEST).exists()
    _check_allowed(asked, is_there)
    edges, names = _edges(asked.edges), _names(asked.names)
    indexing = _Indexing(asked, settings, emit)
    emit(PhaseStarted(phase="read"))
    documents: Iterator[IndexedDocument] = iter(())
    analyser = settings.index.analyser
    if not is_there:
        documents = indexing.documents(Given())
        first = list(islice(documents, _SAMPLED))
        analyser = analyser or chosen_for(document.words for document in first).name
        documents = chain(first, documents)
    writer = CollectionWriter(
        asked.out,
        analyser,
        embedding=embedding,
        tell=lambda phase: emit(PhaseStarted(phase=phase)),
    )
    with writer:
        if not writer.is_new:
            _check_allowed(asked, is_there=True)
            documents = indexing.documents(writer.given) if is_there else documents
        changes = writer.refresh(documents)
        given = indexing.given(writer.given)
        gone = indexing.gone(writer.given)
        deleted_count = writer.delete(gone)
        for identity in asked.delete:
            if writer.delete([identity]):
                deleted_count += 1
            else:
                indexing.figures.unknown.append(identity)
        writer.given = replace(given, edges=edges or given.edges, names=names or given.names)
        indexing.check_readable(writer.given)
    figures = indexing.figures
    figures.changes = replace(changes, deleted_count=deleted_count)
    figures.document_count = writer.document_count
    figures.loose_count, figures.embedder = writer.loose_count, writer.embedder
    return figures


class _Indexing:
    """One pass over the inputs."""

    def __init__(self, asked: ToIndex, settings: GroundsmithSettings, emit: Emit) -> None:
        self.figures = Indexed()
        self._asked = asked
        self._settings = settings
        self._emit = emit
        self._locations = [
            each if each == STDIN else str(Path(each).absolute())
            for each in dict.fromkeys(asked.inputs)
        ]
        self._labels: dict[str, str] = {}
        self._origins: list[Origin] = []
        self._owners: dict[str, str] = {}

    def documents(self, before: Given) -> Iterator[IndexedDocument]:
        """What has to be indexed; what did not change since `before` is passed over."""
        self._labels = labelled(dict(before.labels), self._locations)
        known = {(origin.input, origin.path): origin for origin in before.origins}
        for origin in before.origins:
            if origin.input not in self._locations:
                self._owners.update(dict.fromkeys(origin.ids, origin.path))
        for location in self._locations:
            for found in self._found(location):
                if isinstance(found, Skipped):
                    self._skip(found)
                    old = known.get((location, found.path)) if found.failed else None
                    self._keep(old)
                else:
                    yield from self._read(location, found, known.get((location, found.path)))

    def given(self, before: Given) -> Given:
        """What was given with this pass, and is kept from others."""
        others = [each for each in before.origins if each.input not in self._locations]
        return replace(before, labels=self._labels, origins=(*others, *self._origins))

    def gone(self, before: Given) -> list[str]:
        """Ids that these inputs had and have no more."""
        return [
            identity
            for origin in before.origins
            if origin.input in self._locations
            for identity in origin.ids
            if identity not in self._owners
        ]

    def check_readable(self, given: Given) -> None:
        """Raises InputError where nothing at all could be read."""
        if self._locations and not given.origins:
            raise InputError(nothing_readable(tuple(self._asked.inputs), self.figures.skipped))

    def _found(self, location: str) -> Iterator[Found | Skipped]:
        corpus = self._settings.corpus
        most = max(corpus.max_bytes, self._settings.index.max_rows_bytes)
        limits = corpus.model_copy(update={"min_bytes": 1, "max_bytes": most})
        for found in find(
            _collection_in(location),
            self._labels[location] or None,
            limits,
            exclude=[self._asked.out.absolute()],
        ):
            if isinstance(found, Found) and found.file and not is_rows(found):
                own = limits.model_copy(update={"max_bytes": corpus.max_bytes})
                if fault := size_fault(found.file.stat().st_size, own):
                    yield Skipped(path=found.path, reason=fault)
                    continue
            yield found

    def _read(self, location: str, found: Found, old: Origin | None) -> Iterator[IndexedDocument]:
        ids: dict[str, None] = {}
        try:
            made_by = _made_by(found)
            if old and old.made_by == made_by != "" and self._owners.keys().isdisjoint(old.ids):
                self._keep(old)
                return
            for entry in entries(found, self._skip):
                owner = self._owners.setdefault(entry.id, found.path)
                if owner != found.path or entry.id in ids:
                    reason = f"the id {entry.id!r} is that of another document, of {owner}"
                    self._skip(Skipped(path=found.path, reason=reason, failed=True))
                    continue
                ids[entry.id] = None
                yield IndexedDocument(
                    id=entry.id, title=entry.title, text=entry.text, metadata=entry.metadata
                )
        except SourceError as error:
            self._skip(Skipped(path=found.path, reason=error.reason, failed=True))
            if not ids:
                self._keep(old)
                return
            made_by = ""
        self.figures.read_count += 1
        self._origins.append(Origin(location, found.path, made_by, tuple(ids)))
        self._emit(SourceRead(path=found.path, changed=True))

    def _keep(self, old: Origin | None) -> None:
        """Leaves what an earlier pass made of a source as it is."""
        if old is not None:
            self._origins.append(old)
            self._owners.update(dict.fromkeys(old.ids, old.path))
            self.figures.same_count += 1
            self._emit(SourceRead(path=old.path, changed=False))

    def _skip(self, skipped: Skipped) -> None:
        self.figures.skipped.append(skipped)
        self._emit(SourceSkipped(skipped=skipped))


def _check_allowed(asked: ToIndex, is_there: bool) -> None:
    if is_there and not asked.update:
        raise OutputError(
            f"{asked.out}: holds an index; give --update to bring it up to date, "
            "or choose another folder"
        )
    if not is_there and not asked.inputs:
        raise InputError(f"{asked.out}: there is no index here; give an INPUT to make one")


def _collection_in(location: str) -> str:
    """What to read of an INPUT: of a collection in BEIR's layout the documents alone."""
    files = [Path(location) / name for name in (BEIR_CORPUS, "queries.jsonl")]
    return str(files[0]) if all(file.is_file() for file in files) else location


def _made_by(found: Found) -> str:
    """Hash of a source's bytes and of how they are read; empty for standard input."""
    if found.file is None:
        return ""
    hashed = hashlib.sha256(READ_BY)
    try:
        with found.file.open("rb") as opened:
            while block := opened.read(_HASHED_BYTES):
                hashed.update(block)
    except OSError as error:
        raise SourceError(found.path, f"cannot be read ({error.strerror})") from error
    return hashed.hexdigest()


def _edges(files: Sequence[Path]) -> tuple[GivenEdge, ...]:
    return tuple(edge for file in files for edge in read_edges(file))


def _names(files: Sequence[Path]) -> tuple[GivenName, ...]:
    return tuple(
        GivenName(name, entity.kind, entity.name) for file in files for name, entity in pairs(file)
    )
