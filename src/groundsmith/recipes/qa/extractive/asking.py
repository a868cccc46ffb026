"""The steps that the English sentence patterns share: ask of a statement, let it stand alone."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.clause import ends_whole
from groundsmith.recipes.qa.extractive.pattern import Asked
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.subject import Naming

SCOPE_COST = 0.1
"""What the score of a question loses that needs its document's title to be understood."""
MAX_PHRASE_WORDS = 22
_HEAVY = re.compile(
    r"[;:—]|\b(?:he|she|they|it|we|I|you|this|these|those|because|but|although|while|"
    r"whereas|as well)\b"
)
_PRESENT = frozenset({"", "is", "are", "can", "may", "must"})
_SPECIFIC = re.compile(
    r"(?:\d|all|both|each|every|several|some|many|most|few|two|three|four|five|no|any)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[^su]s\b|\b(?:and|people|children|women|men|media|data|criteria|police)\b")
_OF_A_KIND = re.compile(
    r"the (?:[a-z-]+ ){0,2}"
    r"(?!amount|case|date|development|majority|number|price|rest|use)[a-z-]+ of "
    r"(?!the\b|an?\b|all\b|some\b|most\b)(?:[a-z-]+ ){0,2}[a-z-]{3,}"
)
"""A definite phrase whose complement makes it one of a kind: "the theory of sets"."""
_BOUNDARY = re.compile(
    r"[;:—]|–(?!\d)|,\s|\s[-–]\s"
    r"|(?<!\bSt)(?<!\bNo)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bJr)(?<!\b[A-Z])\.(?=\s|$)"
)
_SECOND_CLAUSE = re.compile(
    r",? (?:and|but|so|while|whereas) (?:(?:\w+ ){0,2}?(?:are|can|had|has|have|he|her|his|is|it|"
    r"its|may|she|should|their|they|this|was|were|will)\b|[a-z]+s (?:an?|the) )"
    r"|, (?:and|but|while|whereas) (?:the )?[\w-]+ (?:[\w-]+ )?"
    r"(?:behave|can|contain|has|have|is|was|were)\b"
    r"|, (?:he|it|she|they|this) |, \S+ (?:are|has|is|offers|provides|supports|was) |[;:] | [–—-] "
)
_PERSON = re.compile(
    r"\b(?:activist|actor|actress|administrator|architect|artist|astronomer|attorney|author|"
    r"biologist|bishop|broadcaster|brother|captain|ceo|chair|chairman|chairperson|chancellor|"
    r"chemist|coach|colonel|commander|composer|critic|dancer|daughter|designer|diplomat|director|"
    r"doctor|economist|editor|educator|emperor|engineer|explorer|farmer|father|fellow|founder|"
    r"general|governor|graduate|historian|husband|inventor|journalist|judge|king|lawyer|lecturer|"
    r"mathematician|mayor|minister|missionary|monk|mother|musician|nobleman|novelist|nurse|"
    r"officer|painter|philosopher|physician|physicist|pilot|player|poet|politician|pope|"
    r"president|priest|prince|princess|producer|professor|queen|recipient|researcher|scholar|"
    r"scientist|sculptor|secretary|singer|sister|soldier|son|student|surgeon|teacher|theologian|"
    r"veteran|wife|worker|writer)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"(?:an?|the|one of the) (?:[\w-]+ ){0,3}?(?:best|choice|common|critical|crucial|decision|"
    r"difference|example|excellent|few|final|first|friend|good|great|ideal|important|key|kind|"
    r"last|leader in|leading|lot|major|matter|member|mess|must|number|only|option|other|part|"
    r"perfect|popular|powerful|reason|result|same|second|serious|significant|strong|third|type|"
    r"useful|way)\b"
)


def is_person(words: str) -> bool:
    """Whether a noun phrase tells a person's role."""
    return _PERSON.search(words) is not None


def is_opinion(complement: str) -> bool:
    """Whether a complement values or orders a thing instead of saying what it is."""
    return _OPINION.match(complement) is not None


def to_boundary(text: str, start: int, stop: int) -> int:
    """Where the phrase that starts at `start` ends: before a comma, colon or dash, or at `stop`."""
    match = _BOUNDARY.search(text, start, stop)
    return match.start() if match else stop


def to_second_clause(text: str, start: int, stop: int) -> int:
    """Where what is told from `start` ends: before a second main clause, or at `stop`."""
    match = _SECOND_CLAUSE.search(text, start, stop)
    return match.start() if match else stop


def whole_phrase(text: str, start: int, stop: int) -> int | None:
    """Where the phrase that starts at `start` is complete; None where it is too long to be read."""
    end = to_boundary(text, start, stop)
    if not ends_whole(text, end):
        end = stop
    phrase = text[start:end]
    heavy = len(phrase.split()) > MAX_PHRASE_WORDS or _HEAVY.search(phrase)
    return None if heavy or not phrase.strip() else end


def _is_general(said: Statement) -> bool:
    """Whether a statement holds of a kind of thing at all times: "Turbines are …"."""
    clause = said.clause
    return (
        said.naming is Naming.GENERIC
        and " " in said.subject
        and clause.auxiliary in _PRESENT
        and clause.support != "did"
        and (not said.subject.startswith("the ") or _OF_A_KIND.fullmatch(said.subject) is not None)
        and not _SPECIFIC.match(said.subject)
    )


def _is_anyones(said: Statement) -> bool:
    """Whether it tells a past of someone unnamed: "A department focused on …"."""
    return said.clause.support == "did" and said.subject.startswith(("a ", "an "))


def asked(
    sentence: Sentence,
    said: Statement,
    question: str | None,
    answer: tuple[int, int],
    score: float,
    *,
    kind: Kind | None = None,
    named: bool | None = None,
) -> Iterator[Asked]:
    """The pair, if its answer is plain in the source and its question can stand alone.

    What the clause begins with ("In 1884, …") goes to the question's end, unless it is the
    answer. A question whose subject is not named is put to the document by its title.

    Args:
        named: Whether the question names its world; as the subject does, where not given.
    """
    clause = said.clause
    setting = clause.setting if answer[0] >= clause.subject[0] else ""
    span = sentence.raw(*answer)
    if question is None or setting is None or span is None or _is_anyones(said):
        return
    if clause.auxiliary in ("are", "were") and not _SEVERAL.search(said.subject):
        return
    if setting:
        question = f"{question[:-1]} {setting}?"
    general = _is_general(said) and sentence.topic.title is None
    alone = said.naming is Naming.NAMED or general if named is None else named
    if alone and not (sentence.topic.title and " the " in question and not said.resolved):
        yield Asked(question, *span, score, kind)
    elif cited := sentence.topic.cite(question):
        yield Asked(cited, *span, score - SCOPE_COST, kind)
