"""Chooses what a post is written from, among everything that a project's sources say.

A passage's score is its retrieval score, normalised per query, times its source's weight,
renormalised over the sources that exist; the best query counts. Every source first fills its share
of the room with its best passages, and the rest goes to the best of all: so no source is missing
for want of the style's words (a README in a language that the queries are not in has none of them).
The opening of the README comes before everything. What states facts (manifests, tags, tree,
metadata) is always there, unweighted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from groundsmith.corpus.project.kinds import SourceKind, kind_of, project_of
from groundsmith.index.context_quality import ContextQuality, Passage, measure_over
from groundsmith.index.lexical.analysers import chosen_for
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.index.meanings import Meanings
from groundsmith.index.sources import Found, shares, source_diversity, weighed
from groundsmith.records import Chunk, ChunkKind, Item, rounded
from groundsmith.seams import Embedder

_FACTS = (
    SourceKind.METADATA,
    SourceKind.MANIFEST,
    SourceKind.TAGS,
    SourceKind.TREE,
    SourceKind.SOURCES,
)
_FACT_CHARS = 20_000
_FACT_FILES = 6
_HITS = 40


def projects(chunks: Iterable[Chunk]) -> Iterable[tuple[str, list[Chunk]]]:
    """The chunks of each project, under its name, in the order of the corpus."""
    for name, of_project in groupby(chunks, key=lambda chunk: project_of(chunk.document)):
        yield name, list(of_project)


def chosen(
    chunks: Sequence[Chunk],
    queries: Sequence[str],
    weights: Mapping[str, float],
    most_chars: int,
) -> tuple[Chunk, ...]:
    """The passages of one project that a post is written from, best first, then the facts."""
    weighted = [chunk for chunk in chunks if source_of(chunk) in weights]
    shared_out = shares(weights, map(source_of, weighted))
    ranked = _ranked(weighted, queries, shared_out)
    kept: set[str] = set()
    for source, share in shared_out.items():
        own = [chunk for chunk in ranked if source_of(chunk) == source]
        kept |= _within(own, int(share * most_chars)) or _within(own[:1], most_chars)
    used = sum(len(chunk.text) for chunk in ranked if chunk.id in kept)
    kept |= _within([chunk for chunk in ranked if chunk.id not in kept], most_chars - used)
    return (*(chunk for chunk in ranked if chunk.id in kept), *_facts(chunks))


def _within(chunks: Sequence[Chunk], room: int) -> set[str]:
    """Ids of the first chunks that there is room for."""
    kept: set[str] = set()
    for chunk in chunks:
        if len(chunk.text) <= room:
            kept.add(chunk.id)
            room -= len(chunk.text)
    return kept


def source_of(chunk: Chunk) -> str:
    """The kind of source that a chunk is from."""
    return kind_of(chunk.document).value


def diversity(item: Item, weights: Mapping[str, float]) -> float | None:
    """How evenly the context is spread over its sources; `None` where there are fewer than two."""
    counts = Counter(source_of(chunk) for chunk in item.inputs if source_of(chunk) in weights)
    spread = source_diversity(counts)
    return None if spread is None else rounded(spread)


def context_quality(
    item: Item,
    queries: Sequence[str],
    weights: Mapping[str, float],
    embedder: Embedder | None = None,
) -> ContextQuality:
    """How good the passages are for what the style asks about, read document by document.

    They are their own collection: what is rare, in which order words stand, and how near an
    ordinary passage is in meaning, is learnt from them.

    Args:
        embedder: Compares meanings; without it, the quality is by words alone.
    """
    held = [chunk for chunk in item.inputs if source_of(chunk) in weights]
    documents = list(dict.fromkeys(chunk.document for chunk in held))
    held.sort(key=lambda chunk: (documents.index(chunk.document), chunk.start))
    texts = [chunk.text for chunk in held]
    shown = [Passage(document=one.document, start=one.start, text=one.text) for one in held]
    meanings = Meanings.of(embedder, texts) if embedder and texts else None
    return measure_over(texts, chosen_for(texts), meanings).quality(" ".join(queries), shown)


def _ranked(
    chunks: Sequence[Chunk], queries: Sequence[str], weights: Mapping[str, float]
) -> list[Chunk]:
    """The chunks by score, the opening of the README before all."""
    index = LexicalRetriever(
        (str(at), "\n".join((*chunk.headings, chunk.text))) for at, chunk in enumerate(chunks)
    )
    scores = dict.fromkeys(range(len(chunks)), 0.0)
    for query in queries if weights else ():
        found = (
            Found(id=hit.chunk, source=source_of(chunks[int(hit.chunk)]), score=hit.score)
            for hit in index.retrieve(query, _HITS)
        )
        for each in weighed(found, weights, least=0.0):
            scores[int(each.id)] = max(scores[int(each.id)], rounded(each.score))
    by_score = sorted(scores, key=lambda at: (-scores[at], at))
    opening = [at for at in scores if kind_of(chunks[at].document) is SourceKind.README][:1]
    return [chunks[at] for at in dict.fromkeys([*opening, *by_score])]


def _facts(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The documents of facts, each as one passage."""
    found: list[Chunk] = []
    for document, of_document in groupby(chunks, key=lambda chunk: chunk.document):
        if kind_of(document) in _FACTS:
            text = "".join(chunk.text[chunk.overlap_chars :] for chunk in of_document)
            found.append(_whole(document, text[:_FACT_CHARS]))
    by_kind = [[one for one in found if kind_of(one.document) is kind] for kind in _FACTS]
    return [one for group in by_kind for one in group[:_FACT_FILES]]


def _whole(document: str, text: str) -> Chunk:
    return Chunk(
        id=f"{document}#whole",
        document=document,
        start=0,
        stop=len(text),
        overlap_chars=0,
        text=text,
        headings=(),
        kind=ChunkKind.CODE,
    )
