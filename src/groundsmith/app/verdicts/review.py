"""A person's review of a run: which claims to ask about, what to show, and the answers kept.

Each answer is a row of its own, written before the next question is shown, so that nothing is
lost however the review ends, and what a person has judged is never asked of them again. What the
judge says of a claim is not shown: whoever sees it first tends to agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from groundsmith.app.out import open_out
from groundsmith.app.state import open_ledger_of
from groundsmith.app.verdicts.feedback import Opinion, opinion_on
from groundsmith.app.verdicts.shelf import Shelf
from groundsmith.errors import StateCorrupt
from groundsmith.records import Citation, Record
from groundsmith.settings import Loaded
from groundsmith.store import corpus, feedback
from groundsmith.store.database import Database
from groundsmith.store.feedback import Feedback, standing
from groundsmith.verify.calibration.sampling import Drawn, draw, sampling

_LABELS = frozenset({"kind", "language"})
_CONTEXT_CHARS = 300
_MOST_PASSAGES = 3
_TEXTS_KEPT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRequest:
    """Whose review of what.

    Attributes:
        sample: How many records to ask about at most; `None` is all.
        rejected: Whether rejected drafts are asked about too.
        unreviewed: Leave out what anybody has judged, not only `who`.
    """

    out: Path
    who: str
    sample: int | None = None
    seed: int = 0
    rejected: bool = False
    unreviewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPassage:
    """A cited span with what stands around it."""

    document: str
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One claim to be judged.

    Attributes:
        number: Which record of the sample this is, from 1.
        texts: The record's own texts by name, for reading.
    """

    number: int
    record_count: int
    drawn: Drawn
    record: Record
    claim: int
    texts: tuple[tuple[str, str], ...]
    passages: tuple[ShownPassage, ...]


class Review:
    """One person's review, on an open ledger.

    Raises RequestError where the folder is none of ours, or holds no finished records.
    """

    def __init__(self, request: ReviewRequest, database: Database, run: str) -> None:
        self._request = request
        self._database = database
        self._run = run
        self._shelf = Shelf(request.out, rejected=request.rejected)
        scored = [(name, at.score) for name, at in self._shelf.places.items()]
        order = draw(((name, score) for name, score in scored if score is not None), request.seed)
        self._sample = order[: request.sample]
        self._judged = self._judged_before()
        self._text = lru_cache(maxsize=_TEXTS_KEPT)(self._fetch)

    @property
    def record_count(self) -> int:
        """How many records the sample has, judged or not."""
        return len(self._sample)

    def questions(self) -> Iterator[Question]:
        """What is still to be asked, in the order of the sample."""
        for number, drawn in enumerate(self._sample, 1):
            record = self._shelf.record(drawn.id)
            for claim, judged in enumerate(record.claims):
                if judged.score is not None and not self._is_judged(record, claim):
                    yield Question(
                        number=number,
                        record_count=len(self._sample),
                        drawn=drawn,
                        record=record,
                        claim=claim,
                        texts=_texts(record),
                        passages=self._passages(record, claim),
                    )

    def answer(self, question: Question, verdict: Opinion, note: str = "") -> None:
        """Keeps the verdict; it is committed when this returns."""
        given = opinion_on(
            question.record,
            question.claim,
            verdict,
            who=self._request.who,
            note=note,
            inclusion=question.drawn.inclusion,
            sampling=sampling(self._request.seed),
        )
        self._database.write(lambda c: feedback.add(c, self._run, [given]))

    def _judged_before(self) -> set[tuple[str, int | None, str]]:
        """Record, claim and text of everything that need not be asked again."""
        rows = standing(self._database.fetch(lambda c: feedback.every(c, self._run)))
        anybody = self._request.unreviewed
        own: list[Feedback] = [
            row
            for row in rows
            if (anybody or row.who == self._request.who) and not row.verdict.is_impression
        ]
        return {(row.record, row.claim, row.seen.text) for row in own}

    def _is_judged(self, record: Record, claim: int) -> bool:
        """Whether this very claim, or the whole record, is judged; one that was changed is not."""
        one = (record.id, claim, record.claims[claim].text)
        return one in self._judged or (record.id, None, "") in self._judged

    def _passages(self, record: Record, claim: int) -> tuple[ShownPassage, ...]:
        """The claim's own citations, or the record's where it has none."""
        own = [citation for citation in record.citations if citation.claim == claim]
        chosen = (own or list(record.citations))[:_MOST_PASSAGES]
        return tuple(self._passage(citation) for citation in chosen)

    def _passage(self, citation: Citation) -> ShownPassage:
        text = self._text(citation.text_sha256)
        if text is None:
            where = f"the text {citation.text_sha256[:12]}… is missing"
            raise StateCorrupt(self._database.where, where)
        start, stop = _around(text, citation.start, citation.stop)
        return ShownPassage(
            document=citation.document,
            before=text[start : citation.start],
            quote=text[citation.start : citation.stop],
            after=text[citation.stop : stop],
        )

    def _fetch(self, text_sha256: str) -> str | None:
        return self._database.fetch(lambda c: corpus.text(c, text_sha256))


def open_review(request: ReviewRequest, loaded: Loaded) -> tuple[Database, Review]:
    """The ledger, for the caller to close, and the review in it."""
    folder = open_out(request.out)
    database = open_ledger_of(folder, loaded)
    try:
        return database, Review(request, database, folder.run)
    except BaseException:
        database.close()
        raise


def _texts(record: Record) -> tuple[tuple[str, str], ...]:
    """What a person reads of a record: the texts among its fields."""
    return tuple(
        (name.replace("_", " "), value)
        for name, value in record.content.items()
        if isinstance(value, str) and value and name not in _LABELS
    )


def _around(text: str, start: int, stop: int) -> tuple[int, int]:
    """Bounds of some context, at line breaks or else at words where there are any near."""
    low, high = max(0, start - _CONTEXT_CHARS), min(len(text), stop + _CONTEXT_CHARS)
    if low:
        line = text.find("\n", low, start)
        word = text.find(" ", low, start)
        low = line + 1 if line >= 0 else word + 1 if word >= 0 else low
    if high < len(text):
        line = text.rfind("\n", stop, high)
        word = text.rfind(" ", stop, high)
        high = line if line >= 0 else word if word >= 0 else high
    return low, high
