"""The Protocols between rooms: who stands on either side need not know the other.

One method each. Model (complete, stream), Wallet (reserve, settle), Clock and Recipe (plan,
write, judge, curate) are the exceptions, because their methods only make sense together.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

from groundsmith.events import Emit, silent
from groundsmith.records import (
    Answer,
    Chunk,
    Claim,
    Completion,
    Document,
    Draft,
    Evidence,
    Hit,
    Item,
    Json,
    Judged,
    JudgedClaim,
    Judgement,
    Record,
    Request,
    Skipped,
    Source,
    Span,
)


class Reader(Protocol):
    """Turns one source's bytes into documents; raises SourceError for what it cannot read."""

    name: str
    """Name and version, as it stands in citations (`text@1`)."""

    def read(
        self, source: Source, data: bytes, skip: Callable[[Skipped], None]
    ) -> Iterator[Document]:
        """Documents in order; a part that cannot be read is handed to `skip` with its reason."""
        ...


class Chunker(Protocol):
    """Cuts a document into passages."""

    def cut(self, document: Document) -> Sequence[Chunk]:
        """Chunks in order; joined without their overlap they give the text back."""
        ...


class SentenceSplitter(Protocol):
    """Finds sentences."""

    def split(self, text: str) -> list[Span]:
        """Spans of the sentences, in order, without the white space between them."""
        ...


class Retriever(Protocol):
    """Answers a query with passages."""

    def retrieve(self, query: str, top_k: int) -> list[Hit]:
        """At most `top_k` hits and whoever ties with the last, best first."""
        ...


class Embedder(Protocol):
    """Turns texts into vectors."""

    def embed(self, texts: Sequence[str]) -> Any:
        """Float array of shape (len(texts), dimensions), rows of unit length."""
        ...


class Judge(Protocol):
    """Decides whether evidence supports a claim."""

    name: str
    """Name and version, as it stands in records (`embedded@1`)."""

    async def judge(self, claim: Claim, evidence: Sequence[Evidence]) -> JudgedClaim:
        """A verdict; UNCHECKED with a reason where it cannot tell, never a default score.

        Some judges ask a model, so all are awaited; one that only computes never waits.
        """
        ...


class Format(Protocol):
    """Writes records in one file format."""

    name: str
    suffix: str

    def write(self, records: Iterable[Record], passages: "PassageText", to: BinaryIO) -> int:
        """How many records were written; streams, so memory stays flat."""
        ...


PassageText = Callable[[str, int, int], str]
"""`(text_sha256, start, stop)` → the text there; for formats that carry their context."""


class Pool(Protocol):
    """Runs CPU work elsewhere; nothing live crosses the border."""

    async def run(self, function: str, settings: Mapping[str, Json], payload: Json) -> Json:
        """Result of `function` (`package.module:name`) called with settings and payload."""
        ...


@dataclass(frozen=True, slots=True)
class Reset:
    """A stream starts again: the text that came so far is void."""


Hear = Callable[[str | Reset], None]
"""Takes an answer's text as it comes; must be quick and must not raise."""


class Model(Protocol):
    """A language model, or a stack of wrappers around one."""

    async def complete(self, request: Request, hear: Hear | None = None) -> Completion:
        """The whole answer; with `hear` it is streamed, and heard as it comes."""
        ...

    def stream(self, request: Request) -> AsyncIterator[str | Reset]:
        """The answer as it comes."""
        ...


class Wallet(Protocol):
    """Holds the worst case before a call and books the truth after it. Pico-dollars."""

    async def reserve(self, worst_case: int) -> str:
        """A reservation's id, once committed; raises BudgetReached where it cannot fit.

        Waits while other reservations are open. Cancelled, it leaves none behind.
        """
        ...

    async def settle(self, reservation: str, cost: int | None, answer: Answer | None) -> None:
        """Books `cost` and stores `answer`, both or neither.

        Without a known cost the reservation is booked as unsettled, at its full size. It may return
        before that is committed, but never after something that was written later is. Once begun it
        is booked, even where whoever waits for it is cancelled.
        """
        ...


class Answers(Protocol):
    """The answers that were paid for."""

    async def find(self, key: str) -> Completion | None:
        """The stored answer under `key`."""
        ...


class Clock(Protocol):
    """The time; handed in, so that a test can own it."""

    def now(self) -> float:
        """Seconds since 1970 in UTC, as the wall clock has them."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go backwards, from an arbitrary start."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Returns after that time."""
        ...


class Corpus(Protocol):
    """The documents of a run, in their order, texts fetched only when asked for."""

    def documents(self) -> Iterator[Document]:
        """Every document, one text in memory at a time."""
        ...

    def chunks(self) -> Iterator[Chunk]:
        """Every chunk, documents in order; cut anew each time, always the same."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What a recipe is handed: everything it may use, so that it needs no import of it.

    Attributes:
        sentences: Splits text into sentences.
        judge: Decides claims.
        retriever: Built over the whole corpus on first use; for `curate`.
        settings_sha256: Hash of everything that shapes a record; for `made_by`.
        model: `None` where the run has none and the recipe must do without.
        embedder: `None` where the run compares no meanings.
        least_score: The score below which no claim is accepted; `None` where nothing is promised.
        needs: For `write` and `judge`: name of each item that this one needs → its stored drafts,
            as they were written.
    """

    sentences: SentenceSplitter
    judge: Judge
    retriever: Callable[[], Retriever]
    settings_sha256: str
    model: Model | None = None
    embedder: Embedder | None = None
    least_score: float | None = None
    emit: Emit = silent
    needs: Mapping[str, tuple[Draft, ...]] = field(default_factory=dict)


class Recipe(Protocol):
    """How to write one kind of text; the four phases of every run."""

    name: str
    version: int
    checks: tuple[str, ...]
    """Name and version of each of its checks: a new version judges again."""

    def plan(self, corpus: Corpus) -> Iterator[Item]:
        """Same corpus, same items, same names, lazily: this is what makes resume safe."""
        ...

    async def write(self, item: Item, kit: Kit) -> Sequence[Draft]:
        """Drafts of one item, parts numbered from 0; none where nothing good can be written."""
        ...

    async def judge(self, item: Item, draft: Draft, kit: Kit) -> Judgement:
        """Scores and findings of one stored draft; depends on nothing but its arguments."""
        ...

    def curate(self, drafts: Iterable[Judged], kit: Kit) -> Iterator[Record]:
        """Records, accepted and rejected, in the order of `drafts`; deterministic, asks nothing.

        `drafts` may be gone through more than once, and gives the same each time.
        """
        ...


class Report(Protocol):
    """Collects a recipe's own figures from the records as they pass."""

    def add(self, record: Record) -> None:
        """Takes one record into account, accepted or rejected."""
        ...

    def as_dict(self) -> dict[str, Json]:
        """The figures, for the manifest; asked for once, after the last record.

        The page shows `tips` (each with `text` and `figure`), `coverage`, `diversity`,
        `kind_balance`, `promise` (`said`, and a `warning` or none) and `table` (`title`, `about`,
        `columns`, `rows`; told at the end of a run, too), as far as they are there.
        """
        ...
