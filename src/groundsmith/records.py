"""The values that travel between rooms: frozen, slotted, keyword-only, and free of I/O.

A Source is read into Documents, a Document is cut into Chunks, a recipe plans Items over Chunks
and writes Drafts, a judge adds a Judgement, and curation makes Records of them. Offsets are
always half-open `[start, stop)` in Unicode code points of a normalised text. Scores are in
[0, 1], rounded to 4 places before any decision; `None` means UNCHECKED, never zero.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Any

Json = Any
"""A JSON value: None, bool, int, float, str, or lists and string-keyed dicts of them."""


class Phase(StrEnum):
    """When a setting matters; a fingerprint holds only what PLAN and WRITE depend on."""

    PLAN = "plan"
    WRITE = "write"
    JUDGE = "judge"
    CURATE = "curate"
    RUN = "run"


class ChunkKind(StrEnum):
    """What a passage mostly holds."""

    PROSE = "prose"
    LIST = "list"
    TABLE = "table"
    CODE = "code"
    DIALOGUE = "dialogue"


class ItemState(StrEnum):
    """Where an item stands in its run's ledger."""

    PENDING = "PENDING"
    LEASED = "LEASED"
    WAITING = "WAITING"
    """Waits for a person."""
    BLOCKED = "BLOCKED"
    """Something it needs failed."""
    DONE = "DONE"
    FAILED = "FAILED"
    SUPERSEDED = "SUPERSEDED"
    """No longer in a complete plan: kept in the ledger, not exported."""


class Verdict(StrEnum):
    """What a judge says of one claim."""

    SUPPORTED = "SUPPORTED"
    REFUTED = "REFUTED"
    NOT_ENOUGH_INFO = "NOT_ENOUGH_INFO"
    UNCHECKED = "UNCHECKED"


class Tier(StrEnum):
    """What a record earned; a rejected draft keeps its findings and is exported apart."""

    PREMIUM = "premium"
    STANDARD = "standard"
    BASIC = "basic"
    REJECTED = "rejected"


class Confidence(StrEnum):
    """How much the checks behind an assessment saw."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


# ---------------------------------------------------------------- sources, documents, chunks


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file, page or stream as found, before anything was made of it.

    Attributes:
        path: Its name in this run: the NFC POSIX path relative to its INPUT, with the INPUT's
            label in front from the second INPUT on (`fees/visa.md`, `manual/fees.md`, `stdin`).
        uri: Where it lies, for people and for `audit` (`file:///…`); never part of a record.
        size_bytes: Its length as found.
        sha256: Hash of its bytes, lower-case hex.
    """

    path: str
    uri: str
    size_bytes: int
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What was not read, and why; `failed` where reading it was tried and went wrong.

    Attributes:
        noted: Whether all was read, and there is only something to know of it.
    """

    path: str
    reason: str
    failed: bool = False
    noted: bool = False

    @property
    def told(self) -> str:
        """For people, in one line."""
        return f"{'noted' if self.noted else 'skipped'} {self.path}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The normalised text a reader made of a source, or of one part of it.

    Attributes:
        id: The source's path, with a part where the source holds several (`rows.jsonl#17`).
        source: Path of the source it came from.
        sha256: Hash of the source's bytes.
        reader: Name and version of what made the text (`text@1`).
        text: Decoded, BOM stripped, CRLF and CR to LF, NUL to U+FFFD; nothing else is changed.
    """

    id: str
    source: str
    sha256: str
    text_sha256: str
    reader: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open `[start, stop)` in Unicode code points."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"no span: [{self.start}, {self.stop})")

    def of(self, text: str) -> str:
        """The text it covers."""
        return text[self.start : self.stop]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A passage cut from one document; the unit that is planned, retrieved and cited.

    Attributes:
        id: Stable and readable: document, heading path with repeats numbered, ordinal within it
            (`visa.md#student-visa/fees/2`).
        document: Id of its document.
        start: Offset of its first character in the document, overlap included.
        stop: Offset one past its last character.
        overlap_chars: How many characters at its start repeat the end of the chunk before it;
            the texts joined without them give the document back.
        headings: The headings it stands under, outermost first, as plain text.
    """

    id: str
    document: str
    start: int
    stop: int
    overlap_chars: int
    text: str
    headings: tuple[str, ...]
    kind: ChunkKind

    def __post_init__(self) -> None:
        if self.stop - self.start != len(self.text):
            raise ValueError(f"{self.id}: span {self.start}:{self.stop} does not fit its text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A chunk that a retriever brought, its score, and its rank from 1; ties share a rank."""

    chunk: str
    score: float
    rank: int


# ---------------------------------------------------------------- items and drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One unit of work.

    Attributes:
        name: Stable and readable; an insertion elsewhere does not change it.
        inputs: The passages it is written from; citations point into them.
        needs: Names of items whose outputs it builds on.
        priority: Higher is worked on earlier; equal ones in plan order.
        template: What else its drafts are made of and no setting says, by name and hash
            (`text.yaml@3f2a…`); another one writes this item again, and no other.
    """

    name: str
    inputs: tuple[Chunk, ...]
    needs: tuple[str, ...] = ()
    category: str = ""
    priority: int = 0
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which items of a plan are worked on, with whatever those need; the plan itself stays whole.

    Attributes:
        limit: The first so many of those that match; `None` is all.
        item: A pattern of names, with `*` and `?`, upper and lower case alike; what stands below a
            name that matches (`NAME/…`) matches too.
        category: Of the items, upper and lower case alike.
        parts: What names end in behind their last slash (`Aluminum/text`); none is any.
    """

    limit: int | None = None
    item: str | None = None
    category: str | None = None
    parts: tuple[str, ...] = ()

    @classmethod
    def of(cls, stored: Mapping[str, Json]) -> "Selection":
        """The selection that was written down as JSON."""
        return cls(**{**stored, "parts": tuple(stored.get("parts", ()))})

    @property
    def narrowed(self) -> bool:
        """Whether some items do not match, wherever they stand."""
        return self.item is not None or self.category is not None or bool(self.parts)

    def matches(self, item: Item) -> bool:
        """Whether an item is one of those that are counted for the limit."""
        name, category = item.name.lower(), item.category.lower()
        if self.category is not None and category != self.category.lower():
            return False
        if self.parts and name.rpartition("/")[2] not in map(str.lower, self.parts):
            return False
        if self.item is None:
            return True
        pattern = self.item.lower().replace("[", "[[]")  # a bracket means itself
        return fnmatchcase(name, pattern) or fnmatchcase(name, f"{pattern}/*")


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCitation:
    """A claim's pointer into an item's inputs: `[start, stop)` within input number `input`."""

    input: int
    start: int
    stop: int
    claim: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Unverified text for an item.

    Attributes:
        part: Which of the item's drafts this is, from 0.
        content: The recipe's own fields, as JSON.
        writer: `model:NAME`, `extractive`, or `facts`.
        parameters: What the writer was told beyond the prompt (pattern, temperature, …).
        prompt_sha256: Hash of the prompt, where a model wrote it.
    """

    part: int
    content: Mapping[str, Json]
    citations: tuple[DraftCitation, ...]
    writer: str
    parameters: Mapping[str, Json] = field(default_factory=dict)
    prompt_sha256: str | None = None


# ---------------------------------------------------------------- claims, judgements, records


class ClaimKind(StrEnum):
    """What a statement is about; the last four state nothing that a source could support."""

    QUANTITATIVE = "quantitative"
    TEMPORAL = "temporal"
    DEFINITIONAL = "definitional"
    ATTRIBUTED = "attributed"
    """Somebody's words, quoted or reported."""
    CAUSAL = "causal"
    COMPARATIVE = "comparative"
    QUALITATIVE = "qualitative"
    """None of the others."""
    QUESTION = "question"
    OPINION = "opinion"
    CALL_TO_ACTION = "call_to_action"
    HEADING = "heading"

    @property
    def checkable(self) -> bool:
        """Whether it can be held against a source at all; the others are set apart, unscored."""
        return self not in _NOT_CHECKABLE


_NOT_CHECKABLE = frozenset(
    {ClaimKind.QUESTION, ClaimKind.OPINION, ClaimKind.CALL_TO_ACTION, ClaimKind.HEADING}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The smallest checkable statement, with its span in the text it was split from."""

    text: str
    start: int
    stop: int
    kind: ClaimKind = ClaimKind.QUALITATIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One source passage shown for a claim: `text` is `[start, stop)` of input `input`."""

    input: int
    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A reasoned defect: where it is and what to do about it.

    Attributes:
        stage: The stage or check that found it.
        code: Stable identifier (`number-not-in-source`).
        message: What is wrong, with the values.
        advice: What to do.
        span: Where, in the judged text; `None` where it concerns the whole.
        source: The place in the sources that says otherwise, where there is one.
    """

    stage: str
    code: str
    message: str
    advice: str
    span: Span | None = None
    source: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim:
    """A claim with its verdict; `score` is `None` exactly where the verdict is UNCHECKED.

    Attributes:
        evidence: What it was held against.
        reason: The verdict's reason, in one line.
        findings: What the hard checks found, contradictions first.
    """

    text: str
    verdict: Verdict
    score: float | None
    judge: str
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    kind: ClaimKind = ClaimKind.QUALITATIVE

    def __post_init__(self) -> None:
        if (self.score is None) != (self.verdict is Verdict.UNCHECKED):
            raise ValueError(f"a {self.verdict} claim cannot have the score {self.score}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StageScore:
    """What one check measured; `score` is `None` where it could not run, and `why` says so."""

    score: float | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A sentence that its source did not support, and what became of it.

    Attributes:
        rewritten: Empty where it was left out.
    """

    original: str
    rewritten: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Everything that judging one draft found, thresholds not yet applied.

    Attributes:
        repaired: The draft as it was judged, where it had to be corrected first.
        corrections: What was corrected in it.
    """

    claims: tuple[JudgedClaim, ...]
    stages: Mapping[str, StageScore]
    findings: tuple[Finding, ...]
    repaired: Draft | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A claim's pointer to a span of a source; `quote` is exactly the text there."""

    document: str
    sha256: str
    text_sha256: str
    reader: str
    start: int
    stop: int
    quote: str
    claim: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where an item's input lies now: a chunk, and the document and hashes it was cut from."""

    chunk: Chunk
    sha256: str
    text_sha256: str
    reader: str

    def cited(self, citation: DraftCitation) -> Citation:
        """A citation of this passage as it stands in the present document."""
        start, stop = self.chunk.start + citation.start, self.chunk.start + citation.stop
        return Citation(
            document=self.chunk.document,
            sha256=self.sha256,
            text_sha256=self.text_sha256,
            reader=self.reader,
            start=start,
            stop=stop,
            quote=self.chunk.text[citation.start : citation.stop],
            claim=citation.claim,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A stored draft with its judgement, as curation receives it, in plan order."""

    id: str
    item: str
    category: str
    inputs: tuple[Passage, ...]
    draft: Draft
    judgement: Judgement

    def citations(self) -> tuple[Citation, ...]:
        """The draft's citations as they stand in the present documents."""
        return tuple(self.inputs[one.input].cited(one) for one in self.draft.citations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a draft earned: `stages` holds scores, and `unchecked` why the missing ones are."""

    tier: Tier
    confidence: Confidence
    overall: float | None
    stages: Mapping[str, float | None]
    unchecked: Mapping[str, str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What determined a record: enough to make it again, nothing about when or how dear."""

    recipe_version: int
    writer: str
    prompt_sha256: str | None
    parameters: Mapping[str, Json]
    settings_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is exported, accepted or rejected; its id is its draft's.

    Attributes:
        corrections: Sentences of the draft that were rewritten or left out, and why.
    """

    id: str
    recipe: str
    item: str
    content: Mapping[str, Json]
    citations: tuple[Citation, ...]
    claims: tuple[JudgedClaim, ...]
    assessment: Assessment
    made_by: MadeBy
    corrections: tuple[Correction, ...] = ()

    @property
    def accepted(self) -> bool:
        """Whether it belongs in `records.jsonl`."""
        return self.assessment.tier is not Tier.REJECTED


# ---------------------------------------------------------------- asking a model


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens of one call as the provider reported them.

    Attributes:
        input_tokens: All that was read, whether the provider had it cached or not.
        cached_tokens: The part of `input_tokens` that the provider had cached and sells cheaper.
        output_tokens: All that was written, reasoning included.
    """

    input_tokens: int
    output_tokens: int
    cached_tokens: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One model call: system instruction, messages as (role, text), and its limits.

    Attributes:
        messages: Roles are `user` and `assistant`, in turn.
        temperature: `None` leaves it to the model; some accept no other.
        response_schema: JSON Schema that the answer must fit.
        sample: Which of several answers to the same question this asks for; each is stored.
    """

    system: str
    messages: tuple[tuple[str, str], ...]
    max_output_tokens: int
    temperature: float | None
    response_schema: Mapping[str, Json] | None = None
    sample: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A model's answer.

    Attributes:
        model: The model that answered, as it names itself.
        finish_reason: `stop`, or `length` where the answer reached its limit; others as given.
        usage: `None` where the provider reported none, or none that can be true.
    """

    text: str
    model: str
    finish_reason: str
    usage: Usage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A completion under the hash of all that was asked for, as it is stored."""

    key: str
    completion: Completion


# ---------------------------------------------------------------- money

PICO = 10**12
"""Pico-dollars in a dollar: a token at a millionth of a dollar a million is still a whole one."""


def in_dollars(pico: int) -> str:
    """An amount of pico-dollars for people, with as many digits as it takes: `$0.0012`."""
    dollars, rest = divmod(abs(pico), PICO)
    return f"{'-' * (pico < 0)}${dollars}.{f'{rest:012d}'.rstrip('0').ljust(2, '0')}"


# ---------------------------------------------------------------- identity


def sha256(data: bytes | str) -> str:
    """Lower-case hex SHA-256; text is hashed as UTF-8, lone surrogates kept."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(raw).hexdigest()


def digest(value: Json) -> str:
    """SHA-256 of a JSON value in one canonical form: sorted keys, no spaces, UTF-8."""
    return sha256(json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))


def fingerprint(
    *,
    recipe: str,
    version: int,
    settings_sha256: str,
    inputs: Sequence[Chunk],
    template: str = "",
) -> str:
    """Hash of all that determines an item's drafts, but for the outputs of what it needs.

    Those are hashed in when they are there, which is when the item is leased.

    Args:
        settings_sha256: Hash of the settings of phases PLAN and WRITE.
        inputs: Their texts, headings and kinds count; where they lie does not, so a line inserted
            above them changes nothing.
        template: See `Item`.
    """
    parts = [[list(chunk.headings), chunk.kind, chunk.text] for chunk in inputs]
    other = {"template": template} if template else {}
    return digest([recipe, version, settings_sha256, parts, other])


def draft_id(item: str, item_fingerprint: str, part: int) -> str:
    """Id of a draft, and of the record made of it."""
    return digest([item, item_fingerprint, part])[:32]


def rounded(score: float) -> float:
    """A score as every decision sees it: 4 places, so that one bit cannot change a tier."""
    return round(score, 4)
