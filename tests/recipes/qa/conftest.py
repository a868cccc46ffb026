"""Pairs to check and to curate, made from a few words."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.recipes.qa.checks import judgement
from groundsmith.recipes.qa.checks.pair import CheckedPair, pair_of
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.recipes.qa.settings import LengthSettings, QaSettings
from groundsmith.records import (
    Chunk,
    ChunkKind,
    Draft,
    DraftCitation,
    Item,
    Judged,
    Judgement,
    Passage,
    Record,
    StageScore,
    sha256,
)
from groundsmith.seams import Kit
from groundsmith.verify.judges.embedded import EmbeddedJudge

SOURCE = (
    "Sharda University was founded in 2009 in Greater Noida. The application fee is ₹1,500 and it "
    "is paid once. Students must attend at least 75% of all classes, because the regulator demands "
    "it. The hostel has three kinds of rooms: single rooms, double rooms and shared rooms. "
    "Professor Meera Rao leads the visa office. The visa office may ask for the original letter."
)


def make_chunk(
    text: str = SOURCE,
    *,
    name: str = "guide.txt#fees/1",
    start: int = 0,
    headings: tuple[str, ...] = ("Sharda University",),
) -> Chunk:
    return Chunk(
        id=name,
        document=name.partition("#")[0],
        start=start,
        stop=start + len(text),
        overlap_chars=0,
        text=text,
        headings=headings,
        kind=ChunkKind.PROSE,
    )


def make_kit(chunks: Sequence[Chunk] = ()) -> Kit:
    index = LexicalRetriever((c.id, "\n".join((*c.headings, c.text))) for c in chunks)
    return Kit(
        sentences=RuleSplitter(),
        judge=EmbeddedJudge(),
        retriever=lambda: index,
        settings_sha256="5" * 64,
    )


def make_draft(
    question: str,
    answer: str,
    source: str = SOURCE,
    *,
    kind: str = "factual",
    language: str = "en",
    writer: str = "model:test",
    part: int = 0,
) -> Draft:
    """A draft that cites its answer where the source has it, else the whole source."""
    at = source.find(answer) if answer else -1
    start, stop = (at, at + len(answer)) if at >= 0 else (0, len(source))
    return Draft(
        part=part,
        content={"question": question, "answer": answer, "kind": kind, "language": language},
        citations=(DraftCitation(input=0, start=start, stop=stop),),
        writer=writer,
    )


def make_pair(question: str, answer: str, source: str = SOURCE, **more: str) -> CheckedPair:
    draft = make_draft(question, answer, source, **more)  # type: ignore[arg-type]  # all are text
    item = Item(name="guide.txt#fees/1", inputs=(make_chunk(source),))
    return asyncio.run(pair_of(item, draft, make_kit(), LengthSettings()))


def make_judgement(**scores: float | None) -> Judgement:
    """All six stages at 1 but relevancy, which is unchecked; `scores` has what differs."""
    wanted: dict[str, float | None] = {
        "format": 1.0,
        "extractive": 1.0,
        "hallucination": 1.0,
        "relevancy": None,
        "question": 1.0,
        "answer": 1.0,
    } | scores
    stages = {
        name: StageScore(score=score, why="" if score is not None else "did not run")
        for name, score in wanted.items()
    }
    return Judgement(claims=(), stages=stages, findings=())


@dataclass
class Desk:
    """Judged pairs over one small corpus, and the records that curation makes of them."""

    chunks: list[Chunk] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def put(
        self,
        question: str,
        answer: str = "₹1,500",
        *,
        text: str = SOURCE,
        item: str = "",
        kind: str = "factual",
        start: int = 0,
        judgement: Judgement | None = None,
    ) -> Judged:
        """Adds a judged pair, in a chunk of its own if its item is new."""
        name = item or f"d{len(self.chunks)}.txt#/1"
        chunk = next((c for c in self.chunks if c.id == name), None)
        if chunk is None:
            chunk = make_chunk(text, name=name, start=start)
            self.chunks.append(chunk)
        passage = Passage(chunk=chunk, sha256="a" * 64, text_sha256=sha256(text), reader="text@1")
        judged = Judged(
            id=f"{len(self.judged):032x}",
            item=name,
            category="",
            inputs=(passage,),
            draft=make_draft(question, answer, text, kind=kind, part=len(self.judged)),
            judgement=judgement or make_judgement(),
        )
        self.judged.append(judged)
        return judged

    def records(
        self, settings: QaSettings | None = None, judged: Sequence[Judged] | None = None
    ) -> list[Record]:
        """What curation makes of the pairs."""
        drafts = self.judged if judged is None else judged
        return list(QaRecipe(settings).curate(drafts, make_kit(self.chunks)))

    def stream(self, drafts: Iterable[Judged]) -> Iterator[Record]:
        """The records of other drafts over the same corpus, one by one."""
        return QaRecipe().curate(drafts, make_kit(self.chunks))


@pytest.fixture(scope="session")
def chunk() -> Callable[..., Chunk]:
    return make_chunk


@pytest.fixture(scope="session")
def kit() -> Callable[[Sequence[Chunk]], Kit]:
    return make_kit


@pytest.fixture(scope="session")
def pair() -> Callable[..., CheckedPair]:
    return make_pair


@pytest.fixture(scope="session")
def codes() -> Callable[..., list[str]]:
    """The codes of all findings about a pair, as `stage: code`."""

    def found(question: str, answer: str, source: str = SOURCE, **more: str) -> list[str]:
        judged = judgement(make_pair(question, answer, source, **more))
        return [f"{finding.stage}: {finding.code}" for finding in judged.findings]

    return found


@pytest.fixture(scope="session")
def scores() -> Callable[..., Judgement]:
    return make_judgement


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def new_desk() -> Callable[[], Desk]:
    return Desk
