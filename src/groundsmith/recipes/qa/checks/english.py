"""How English asks."""

import re

from groundsmith.recipes.qa.checks.answer_type import AnswerType
from groundsmith.recipes.qa.checks.grammar import Grammar, starting, stems
from groundsmith.records import Span

_WH = "what|which|who|whom|whose|when|where|why|how"
_AUXILIARY = (
    "is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must"
)
_REQUEST = r"\A\W*(?:please\s+)?(?:list|name|describe|explain|define|state|outline|identify|give)\b"
_PAPER = "(?:section|document|page|table|list|passage|text|guide|article|chapter|paragraph|figure)"
_SAID = "(?:mentioned|described|stated|discussed|given|listed|shown|outlined|explained|provided)"

_PRONOUN = re.compile(
    r"\b(?:it|its|itself|he|him|his|she|her|hers|they|them|their|theirs|this|these|those)\b"
)
_QUESTION_WORD = starting(_WH)
_DEMONSTRATIVE = frozenset({"this", "these", "those"})
_THINGS = frozenset({"it", "its", "itself"})
_SINGULAR = _THINGS | {"he", "him", "his", "she", "her", "hers"}
_EXPLETIVE = re.compile(
    rf"\b(?i:{_AUXILIARY}|make|makes)\s+it\s+(?:\w+\s+){{0,4}}?"
    r"(?:to|that|for|like|when|if|before|until|how|whether|why)\b"
    r"|\bit\s+(?:is|was|takes?|took|costs?|rains?|snows?|seems?)\b"
    r"|\bthose\s+(?:\w+\s+)?(?:who|whose|which|that|with|without|in|of|from|on|for|at|\w+(?:ing|ed))\b"
)
_ONE = re.compile(
    r"\b(?i:the|a|an|each|every|any|no|one|your|my|our|another)\s+\w+"
    rf"|\b(?i:what|which)\s+(?!(?:{_AUXILIARY}|year|date|day|month|time|age|type|kind|amount)\b)\w+"
    r"|(?<=\s)[\"“'(]?[A-Z0-9]\w*"
)
_PERSON = re.compile(r"\b[Ww]ho(?:m|se)?\b")
_SEVERAL = re.compile(
    r"\b\w{2,}[^\W\ds]s\b|\b(?:people|children|men|women|staff|anyone|everyone|someone)\b"
)


def _dangling(question: str) -> Span | None:
    """The first pronoun that nothing in the question could be meant by.

    What it stands for comes before it, or, if the question word is still to come, after it
    ("Besides his novels, what did Tolstoy write?"). Only small letters count: IT is a trade, and
    US a country.
    """
    excused = {at for match in _EXPLETIVE.finditer(question) for at in range(*match.span())}
    thing, several = _first(_ONE, question), _first(_SEVERAL, question)
    person = min(thing, _first(_PERSON, question))
    last_name, last_question_word = _last(_ONE, question), _last(_QUESTION_WORD, question)
    for match in _PRONOUN.finditer(question):
        pronoun, start, stop = match.group(), *match.span()
        if start in excused:
            continue
        named_by = thing if pronoun in _THINGS else person
        if pronoun not in _SINGULAR:
            named_by = min(named_by, several)
        follows = stop <= min(last_name, last_question_word)
        if pronoun in _DEMONSTRATIVE or not (named_by <= start or follows):
            return Span(start=start, stop=stop)
    return None


def _first(pattern: re.Pattern[str], text: str) -> int:
    """Where the first match ends; past the end where there is none."""
    match = pattern.search(text)
    return match.end() if match else len(text) + 1


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match starts; before the start where there is none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


ENGLISH = Grammar(
    asks=re.compile(
        rf"\b(?:{_WH})\b|\A\W*(?:{_AUXILIARY})(?:n['’]t)?\b|,\s*(?:{_AUXILIARY})\b|{_REQUEST}",
        re.IGNORECASE,
    ),
    requests=re.compile(_REQUEST, re.IGNORECASE),
    asks_again=re.compile(
        r"[?？]\s*(?=[^\W_])"
        r"|\b(?:and|or)\s+(?:also\s+)?(?:what|why|how|when|where|who)\s+"
        rf"(?:{_AUXILIARY}|many|much|long|often)\b"
        rf"|\b(?:{_WH})\s+(?:and|or)\s+(?:what|why|how|when|where|who)\b",
        re.IGNORECASE,
    ),
    main=re.compile(
        r",\s*(?:then\s+)?(?:(?:in|at|on|by|for|from|to|with|under|of)\s+)?"
        rf"(?=(?:{_WH}|{_AUXILIARY})\b)",
        re.IGNORECASE,
    ),
    points=re.compile(
        rf"\b(?:this|these|that|the (?:above|following|given|provided|present))\s+{_PAPER}s?\b"
        rf"|\b(?:according to|based on|{_SAID} in|in|from|of) the (?:{_PAPER}|context|source)"
        rf"(?=\W*(?:\Z|,|\?))"
        rf"|\b{_SAID} (?:above|below|here|earlier)\b|\b(?:above|below)[- ](?:mentioned|listed)\b"
        r"|\bthe (?:following|latter)\b|\bthe former(?=\W*(?:\Z|,|\?))",
        re.IGNORECASE,
    ),
    vague=re.compile(
        r"\A\W*(?i:what|who|when|where|why|how (?:much|many|long|old|big|large))"
        rf"\s+(?:{_AUXILIARY})\s+the\s+[a-z]+(?:\s+(?:for|about|like|held|open|due))?\s*\?"
    ),
    dangling=_dangling,
    wants=(
        (starting(r"how (?:many|much)"), AnswerType.NUMBER),
        (
            starting("how (?:long|old|often|far|tall|high|large|big|deep|wide|fast|heavy|soon)"),
            AnswerType.MEASURE,
        ),
        (
            starting(r"(?:what|which) (?:percentage|proportion|number|share|fraction) of"),
            AnswerType.NUMBER,
        ),
        (starting("(?:what|which) (?:year|date|day|month|century|decade)"), AnswerType.TIME),
        (starting(f"when (?:{_AUXILIARY})"), AnswerType.TIME),
        (starting(f"where (?:{_AUXILIARY})"), AnswerType.PLACE),
        (starting("who|whom|whose"), AnswerType.NAME),
        (starting(f"why (?:{_AUXILIARY})"), AnswerType.REASON),
        (starting(_WH), None),
    ),
    frame=stems(
        """
        according achieve advantage affect allow amount answer available because become benefit
        better call case cause challenge chapter characteristic come common compare complete
        component concept condition consider consist contain context cost country define definition
        describe detail determine difference disadvantage distinguish document effect element
        entail event exact example exist expand expect explain factor feature figure find follow
        form full function general get give given goal guide happen help high identify impact
        important include indicate involve item kind know large level list locate long look main
        major make manner many mean meant method much name necessary need number object occur offer
        one organization origin outline output page paragraph part particular passage people
        percentage perform period person place play point possible prefer primary proceed process
        provide purpose question range reason recommend refer regard relate relation represent
        require requirement respond response responsible result role rule serve significance
        similar size source specific stand state step summarize support take term thing time topic
        total true two type typical use used value way work year
        """
    ),
)
