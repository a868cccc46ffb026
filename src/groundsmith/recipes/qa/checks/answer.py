"""Whether the answer is a good one: whole, of the right type, with its unit, and no longer.

Truth is not judged here; an answer may be well made and wrong, or the other way round.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.checks.answer_type import has_number, has_time
from groundsmith.recipes.qa.checks.fault import Fault, scored
from groundsmith.recipes.qa.checks.languages import grammar_of
from groundsmith.recipes.qa.checks.pair import Checked, CheckedPair
from groundsmith.recipes.qa.content import Kind
from groundsmith.records import Span
from groundsmith.verify.amounts import amounts
from groundsmith.verify.tokens import analysed, fold
from groundsmith.verify.words import UNITS

STAGE = "answer"
_SERIOUS = 0.6
_LONG = 0.2

_OPEN_END = re.compile(
    r"(?:[,;:&/(\[{–—]|\s-|\.\.\.|…"
    r"|\b(?:and|or|of|the|an|with|because|than|whose|dan|atau|yang|dari|dengan|untuk|karena|oleh))"
    r"\s*\Z",
    re.IGNORECASE,
)
_OPEN_START = re.compile(r"\s*(?:[,;:)\]}%]|\.(?!\d)|(?:and|or|dan|atau)\s)")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_REFUSAL = re.compile(
    r"\b(?:(?:is|are|was|were|does|do) not|isn['’]t|cannot be|not) "
    r"(?:explicitly |specifically |directly )?"
    r"(?:mentioned|specified|stated|provided|given|answered|say|mention|specify|state|provide)\b"
    r"|\bi (?:do not|don['’]t|cannot|can['’]t) (?:know|answer|find|determine|tell)\b"
    r"|\bno (?:information|answer) (?:is |was )?(?:available|given|provided|found)\b"
    r"|\btidak (?:disebutkan|dijelaskan|diketahui|ada informasi|tersedia informasi)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:how many|berapa)\b", re.IGNORECASE)
_END = re.compile(r"[.!?。！？:;…][\"')\]”’*]*\s*\Z")
_LIST_BREAK = re.compile(r"[,;、，\n/•|]|\b(?:and|or|dan|atau|serta)\b|&", re.IGNORECASE)
_MOST_WORDS = {Kind.FACTUAL: 40, Kind.QUANTITATIVE: 25, Kind.TEMPORAL: 25}
"""Words after which an answer of these kinds says more than was asked."""


def check(pair: CheckedPair) -> Checked:
    """1 has no fault; each serious one (cut off, wrong type, unit missing) takes 0.6.

    0.8 is longer than its kind needs; 0.4 fails by one serious fault, and 0 by two.
    """
    if not pair.answer.strip():
        return scored(STAGE, [_fault("no-answer", "the answer is empty", "write an answer")])
    return scored(STAGE, [*_completeness(pair), *_types(pair), *_units(pair), *_size(pair)])


def _completeness(pair: CheckedPair) -> Iterator[Fault]:
    """Faults of an answer that refuses, breaks off, or starts in the middle."""
    match = _REFUSAL.search(pair.answer)
    if match and not _quoted(match.group(), pair):
        yield _fault(
            "no-answer",
            f"the answer says that there is none: {match.group()}",
            "leave the pair out",
            Span(start=match.start(), stop=match.end()),
        )
    elif broken := _broken(pair.answer, sentence_count=len(pair.claims)):
        yield _fault(
            "cut-off",
            f"the answer is not whole: it {broken}",
            "take the whole phrase or sentence",
        )


def _quoted(words: str, pair: CheckedPair) -> bool:
    """Whether the source itself says these words."""
    return any(words in chunk.text for chunk in pair.passages)


def _broken(answer: str, sentence_count: int) -> str:
    """Where an answer is broken, in words; nothing where it is whole."""
    if match := _OPEN_END.search(answer):
        return f"ends with {match.group().strip()!r}"
    if match := _OPEN_START.match(answer):
        return f"starts with {match.group().strip()!r}"
    for opening, closing in _PAIRS:
        if answer.count(opening) > answer.count(closing):
            return f"opens {opening!r} and does not close it"
    if answer.count('"') % 2:
        return "has a quotation mark without its partner"
    if sentence_count > 1 and "\n" not in answer and not _END.search(answer):
        return "stops within a sentence"
    return ""


def _types(pair: CheckedPair) -> Iterator[Fault]:
    """The fault of an answer that is not of its kind, where the question word did not tell."""
    grammar = grammar_of(pair.language)
    if grammar and grammar.wanted(pair.question):
        return
    if pair.kind is Kind.QUANTITATIVE and not has_number(pair.answer):
        yield _fault("no-number", "a quantity has no number", "answer with the number")
    elif pair.kind is Kind.TEMPORAL and not has_time(pair.answer):
        yield _fault("no-time", "a time has no date, year or occasion", "answer with the time")
    elif pair.kind is Kind.LIST and not _LIST_BREAK.search(pair.answer.strip()):
        yield _fault("no-list", "a list has one element", "give all elements")


def _units(pair: CheckedPair) -> Iterator[Fault]:
    """The fault of a number without the unit that its source writes beside it.

    "How many …" names its unit in the question.
    """
    if _COUNTS.search(pair.question):
        return
    given = amounts(pair.answer)
    if len(given) != 1 or given[0].unit or given[0].spelled:
        return
    asked = {UNITS[word] for word in map(fold, pair.question.split()) if word in UNITS}
    for citation in pair.citations:
        if pair.cited(citation) != pair.answer:
            continue
        for amount in amounts(pair.passages[citation.input].text):
            inside = citation.start <= amount.start < citation.stop
            if inside and amount.unit and amount.unit not in asked:
                yield _fault(
                    "unit-missing",
                    f"the source gives the number in {amount.unit}",
                    "answer with the unit",
                )


def _size(pair: CheckedPair) -> Iterator[Fault]:
    """The fault of an answer that says more than its kind needs."""
    most = _MOST_WORDS.get(pair.kind)
    if most is None:
        return
    count = len(analysed(pair.answer).tokens)
    if count > most:
        yield Fault(
            code="too-wordy",
            cost=_LONG,
            message=f"a {pair.kind} answer of {count} words; {most} are enough",
            advice="answer with the fact alone",
        )


def _fault(code: str, message: str, advice: str, span: Span | None = None) -> Fault:
    return Fault(code=code, cost=_SERIOUS, message=message, advice=advice, span=span)
