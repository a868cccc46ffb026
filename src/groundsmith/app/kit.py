"""What a recipe is handed: sentences, a judge, an index of its corpus, what was promised."""

from collections.abc import Callable
from functools import cache

from groundsmith.app.embedding import embedder_of
from groundsmith.app.judges import local_judge
from groundsmith.app.verdicts.promise import promise_of
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.events import Emit
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.seams import Corpus, Kit, Retriever
from groundsmith.settings import GroundsmithSettings


def build_kit(
    settings: GroundsmithSettings, corpus: Corpus, settings_sha256: str, emit: Emit
) -> Kit:
    """What the recipe may use; the index is built when it is first asked for."""
    return Kit(
        sentences=RuleSplitter(),
        judge=local_judge(settings),
        retriever=cache(_indexed(corpus)),
        settings_sha256=settings_sha256,
        embedder=embedder_of(settings),
        least_score=_least_score(settings),
        emit=emit,
    )


def _least_score(settings: GroundsmithSettings) -> float | None:
    promise = promise_of(settings)
    return None if promise is None else promise.least_score


def _indexed(corpus: Corpus) -> Callable[[], Retriever]:
    def build() -> Retriever:
        return LexicalRetriever(
            (chunk.id, "\n".join((*chunk.headings, chunk.text))) for chunk in corpus.chunks()
        )

    return build
