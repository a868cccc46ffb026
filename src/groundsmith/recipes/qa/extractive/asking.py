"""The steps that the English sentence patterns share: ask of a clause, and let it stand alone."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.pattern import Asked
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.subject import Naming, naming, spoken

_BOUNDARY = re.compile(r"[;:—–]|,\s|\s[-–]\s|\.(?=\s|$)")
_PERSON = re.compile(
    r"\b(?:actor|actress|activist|architect|artist|astronomer|author|bishop|biologist|chemist|"
    r"composer|dancer|designer|diplomat|director|economist|emperor|engineer|explorer|founder|"
    r"general|historian|inventor|journalist|judge|king|lawyer|mathematician|minister|"
    r"missionary|monk|musician|nobleman|novelist|painter|philosopher|physician|physicist|pilot|"
    r"player|poet|politician|pope|president|priest|prince|student|commander|captain|secretary|broadcaster|graduate|critic|princess|producer|professor|queen|"
    r"scholar|scientist|sculptor|singer|soldier|surgeon|teacher|theologian|writer|chancellor|"
    r"chairman|chairperson|chair|head coach|coach|mayor|governor|ceo|officer|son|daughter|wife|"
    r"husband|brother|sister|father|mother)\b",
    re.IGNORECASE,
)


def is_person(words: str) -> bool:
    """Whether a noun phrase names a person's role."""
    return _PERSON.search(words) is not None


def subject(sentence: Sentence) -> tuple[str, Naming] | None:
    """The clause's subject as it reads inside a question, and how far it names its thing."""
    clause = sentence.clause
    if clause is None:
        return None
    written = clause.subject_text.strip()
    told = naming(written, sentence.names)
    if told is Naming.DANGLING:
        return None
    return spoken(written, sentence.names, sentence.plain), told


def to_boundary(text: str, start: int, stop: int) -> int:
    """Where the phrase that starts at `start` ends: before a comma, colon or dash, or at `stop`."""
    match = _BOUNDARY.search(text, start, stop)
    return match.start() if match else stop


def asked(
    sentence: Sentence,
    question: str | None,
    answer: tuple[int, int],
    score: float,
    told: Naming,
    kind: Kind | None = None,
) -> Iterator[Asked]:
    """The pair, if its answer is plain in the source and its question can stand alone."""
    clause = sentence.clause
    setting = clause.setting if clause and answer[0] >= clause.subject[0] else ""
    if question is None or setting is None:
        return
    if setting:
        question = f"{question[:-1]} {setting}?"
    span = sentence.raw(*answer)
    if span is None:
        return
    if told is not Naming.NAMED or (sentence.topic.title and " the " in question):
        completed = sentence.topic.cite(question)
        if completed is None:
            return
        question, score = completed, score - 0.1
    yield Asked(question, *span, score, kind)
