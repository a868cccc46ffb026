"""BM25 over passages that are held in memory: for the chunks of one run."""

from collections.abc import Iterable

from groundsmith.index.lexical.analyse import MIXED, Analyser
from groundsmith.index.lexical.gathering import Gathering
from groundsmith.index.lexical.scoring import K1, B, Postings, Scorer
from groundsmith.records import Hit


class LexicalRetriever:
    """Passages by BM25; the seam Retriever. At most eight bytes a posting.

    Args:
        passages: Pairs of chunk id and text, read once.
        k1: How soon the repetition of a term stops counting.
        b: How far a long passage is held against itself, from 0 to 1.
    """

    def __init__(
        self,
        passages: Iterable[tuple[str, str]],
        *,
        analyser: Analyser = MIXED,
        k1: float = K1,
        b: float = B,
    ) -> None:
        self._analyser = analyser
        gathering = Gathering()
        ids: list[str] = []
        for identity, text in passages:
            ids.append(identity)
            gathering.add(analyser.counts(text))
        self._gathered = gathering.finished()
        self._scorer = Scorer(self._find, self._gathered.lengths, ids.__getitem__, k1=k1, b=b)

    def retrieve(self, query: str, top_k: int) -> list[Hit]:
        """At most `top_k` hits and whoever ties with the last, best first, then by chunk id.

        A passage that shares no term with the query is no hit.
        """
        return self._scorer.retrieve(self._analyser.counts(query), top_k)

    def _find(self, term: str) -> Postings | None:
        return self._gathered.postings(term)
