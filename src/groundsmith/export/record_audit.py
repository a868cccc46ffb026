"""The audit of one file of records: its lines, its records, and what each of them cites.

A difference is named by its nearest cause: only where the bytes and the text are the same as cited
can a quote or an offset be wrong. A quote that stands elsewhere in the text has a wrong offset;
a short one ("3 years") stands in many places by chance, so it must stand near to count.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import orjson

from groundsmith.export.faults import Fault, Faults
from groundsmith.export.lines import LineFault, parse
from groundsmith.export.repeats import Repeats
from groundsmith.records import Citation, Record

_LONGEST_LINE_BYTES = 1 << 26
_TELLING_CHARS = 20
_NEAR_CHARS = 500
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNow:
    """What became of a cited document.

    Attributes:
        path: Its source, by which faults are grouped.
        sha256: Hash of the source's bytes today; `None` where the source is missing.
        text: The document's normalised text today; `None` where it cannot be read any more.
        reader: Who reads it today (`text@1`).
    """

    path: str
    sha256: str | None
    text_sha256: str = ""
    text: str | None = None
    reader: str = ""


SourceReader = Callable[[Citation], SourceNow]


class RecordAudit:
    """Checks one file of records, line by line."""

    def __init__(self, path: Path, faults: Faults) -> None:
        self.path = path
        self.line_count = 0
        self.citation_count = 0
        self._faults = faults
        self._ids = Repeats()
        self._questions = Repeats()

    def check(self, *, accepted: bool, source_now: SourceReader | None) -> None:
        """Reports every fault of the file; without `source_now` citations are left alone."""
        try:
            with self.path.open("rb") as file:
                for number, body in self._lines(file):
                    self._check_line(number, body, accepted, source_now)
        except OSError as exc:
            what = f"it cannot be read ({exc.strerror})"
            self._faults.add(Fault.MISSING_FILE, self.path.name, what)
            return
        self._check_repeats(self._ids, "the same id as")
        self._check_repeats(self._questions, "the same question as")

    def _lines(self, file: BinaryIO) -> Iterator[tuple[int, bytes]]:
        """Numbered lines that are whole; the others are reported."""
        while body := file.readline(_LONGEST_LINE_BYTES):
            self.line_count += 1
            if body.endswith(b"\n"):
                yield self.line_count, body
            else:
                self._fault(Fault.TORN_LINE, self.line_count, "it ends in the middle")

    def _check_line(
        self, number: int, body: bytes, accepted: bool, source_now: SourceReader | None
    ) -> None:
        try:
            record = parse(body)
        except LineFault as exc:
            fault = Fault.TORN_LINE if exc.torn else Fault.BROKEN_RECORD
            self._fault(fault, number, exc.reason, _id_in(body))
            return
        self._ids.add(record.id, number)
        question = record.content.get("question")
        if accepted and isinstance(question, str) and (folded := _folded(question)):
            self._questions.add(folded, number)
        for what in _breaches(record, accepted):
            self._fault(Fault.BROKEN_RECORD, number, what, record.id)
        if source_now is None:
            return
        if self._quotes_stand(number, record, source_now) and not _is_quoted(record):
            what = "its answer is none of its quotes, though the writer is extractive"
            self._fault(Fault.BROKEN_RECORD, number, what, record.id)

    def _quotes_stand(self, number: int, record: Record, source_now: SourceReader) -> bool:
        """Whether all its quotes stand; reports what changed beneath them, and what is wrong."""
        stand = True
        changed: dict[tuple[Fault, str], tuple[str, bool]] = {}
        for citation in record.citations:
            self.citation_count += 1
            now = source_now(citation)
            if (cause := _changed(citation, now)) is not None:
                fault, what = cause
                _, stood = changed.get((fault, now.path), ("", True))
                changed[fault, now.path] = what, stood and _stands(citation, now.text)
            elif now.text is not None and not _stands(citation, now.text):
                fault, what = _misquote(citation, now.text)
                self._fault(fault, number, what, record.id)
                stand = False
        for (fault, path), (what, stands) in changed.items():
            self._faults.add(fault, path, what, record=record.id, still_standing=stands)
        return stand and not changed

    def _check_repeats(self, repeats: Repeats, what: str) -> None:
        pairs = list(repeats.pairs())
        names = self._ids_at({line for line, _ in pairs}) if pairs else {}
        for line, first in pairs:
            self._fault(Fault.DUPLICATE, line, f"{what} line {first}", names[line])

    def _ids_at(self, lines: set[int]) -> dict[int, str]:
        """Ids of the records on these lines, read once more because only hashes were kept."""
        with self.path.open("rb") as file:
            numbered = enumerate(iter(lambda: file.readline(_LONGEST_LINE_BYTES), b""), 1)
            return {number: parse(body).id for number, body in numbered if number in lines}

    def _fault(self, fault: Fault, number: int, what: str, record: str = "") -> None:
        self._faults.add(fault, f"{self.path.name}:{number}", what, record=record)


def _breaches(record: Record, accepted: bool) -> Iterator[str]:
    """What a record says that no record of its file can say."""
    if record.accepted is not accepted:
        yield f"a record of tier {record.assessment.tier} does not belong in this file"
    if not accepted:
        return
    if not record.citations:
        yield "it cites nothing"
    if any(not 0 <= cited.claim < len(record.claims) for cited in record.citations):
        yield "a citation names a claim that there is not"


def _is_quoted(record: Record) -> bool:
    """Whether an answer that was taken from the source is, word for word, one of the quotes."""
    answer = record.content.get("answer")
    if record.made_by.writer != "extractive" or not isinstance(answer, str):
        return True
    return any(cited.quote == answer for cited in record.citations)


def _id_in(body: bytes) -> str:
    """The id in a line that is JSON though no record, else nothing."""
    try:
        value = orjson.loads(body)
    except ValueError:
        return ""
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _changed(citation: Citation, now: SourceNow) -> tuple[Fault, str] | None:
    """What changed beneath the citation; `None` where its text is what was cited."""
    if now.sha256 is None:
        return Fault.MISSING_SOURCE, "it is not where it was"
    if now.sha256 != citation.sha256:
        return Fault.CHANGED_SOURCE, "its bytes are not the ones that were cited"
    if now.text_sha256 != citation.text_sha256 or now.text is None:
        readers = f"{citation.reader} then, {now.reader or 'nobody'} now"
        return Fault.CHANGED_READER, f"the same bytes give another text ({readers})"
    return None


def _stands(citation: Citation, text: str | None) -> bool:
    """Whether the quote is exactly what stands at its span."""
    start, stop = citation.start, citation.stop
    if text is None or not 0 <= start <= stop <= len(text):
        return False
    return text[start:stop] == citation.quote


def _misquote(citation: Citation, text: str) -> tuple[Fault, str]:
    """Whether the place is wrong or the quote, and what stands where."""
    claimed = f"{citation.document} [{citation.start}, {citation.stop})"
    place = _nearest(citation.quote, text, citation.start)
    if place is not None:
        there = f"[{place}, {place + len(citation.quote)})"
        return Fault.WRONG_OFFSET, f"the quote stands at {there}, not at {claimed}"
    return Fault.CHANGED_QUOTE, f"the quote does not stand at {claimed}, nor near it"


def _nearest(quote: str, text: str, start: int) -> int | None:
    """Where the quote stands nearest to `start`; `None` where it does not, or only by chance."""
    start = min(max(start, 0), len(text))
    before = text.rfind(quote, 0, start + len(quote))
    after = text.find(quote, start)
    places = [place for place in (before, after) if place >= 0]
    if not quote or not places:
        return None
    place = min(places, key=lambda one: abs(one - start))
    near = abs(place - start) <= _NEAR_CHARS
    return place if near or len(quote) >= _TELLING_CHARS else None


def _folded(question: str) -> str:
    """A question without case, width, punctuation and spacing."""
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", question).casefold()).strip()
