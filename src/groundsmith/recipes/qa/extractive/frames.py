"""Verbs and adjectives with their own preposition, whose object answers "what": "based on …"."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, whole_phrase
from groundsmith.recipes.qa.extractive.pattern import Asked, statement_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence, Statement
from groundsmith.recipes.qa.extractive.words import BE

_OF_BE = re.compile(
    r" (?P<frame>(?:(?:also|closely|generally|largely|mainly|mostly|often|primarily|usually) )?(?:"
    r"(?:based|built|dependent|focused|founded|modelled|modeled|situated) on|"
    r"(?:composed|made up|made|capable|comprised|characteristic|typical|representative) of|"
    r"(?:named) after|(?:divided|converted|split|organized|organised|grouped|transformed) into|"
    r"(?:responsible|famous|known|noted|suitable|named|intended|designed|required|reserved) for|"
    r"(?:associated|combined|concerned|filled|equipped|compatible|affiliated) with|"
    r"(?:related|attributed|dedicated|devoted|home|subject|equivalent|similar|native|prone|limited|"
    r"confined|linked|connected|attached|equal|restricted|entitled|close|adjacent) to|"
    r"(?:derived|made|produced|separated|obtained|extracted|imported|descended) from|"
    r"(?:caused|affected|characterized|characterised|surrounded|bordered|measured|powered|formed|"
    r"determined|triggered|dominated|controlled|created|defined|provided|governed|replaced|"
    r"represented|supported|produced|maintained) by|"
    r"(?:involved|measured|interested|rich|specialized) in))(?= )"
)
_OF_VERB = re.compile(
    r"(?:(?P<of>consist)|(?P<on>depend|rely|focus)|(?P<in_>result|specialize|participate)|"
    r"(?P<to>lead|refer|belong|contribute|relate|apply|correspond|convert|respond)|"
    r"(?P<from_>come|suffer|derive|stem|originate|emerge|benefit)|(?P<with_>deal|compete|merge))"
)
_NOUN = re.compile(r" (?![a-z]+ing\b|that\b|how\b|what\b|whether\b|be\b|it\b|them\b|[\d,.]+%?[ .])")
_PROPER_DOER = re.compile(r" (?:the )?[A-Z]")


@statement_pattern("frame", Kind.FACTUAL)
def framed(sentence: Sentence, said: Statement) -> Iterator[Asked]:
    """From "The design is based on a Roman fort": what is the design based on?"""
    clause = said.clause
    if clause.auxiliary in BE:
        match = _OF_BE.match(sentence.text, clause.rest)
        frame = match["frame"] if match else ""
        start = match.end() if match else 0
        question = f"What {clause.auxiliary} {said.subject} {frame}?"
    elif link := _link(clause.base):
        start = clause.rest + len(link) + 1
        frame = link if sentence.text.startswith(f" {link} ", clause.rest) else ""
        question = f"What {clause.support} {said.subject} {clause.base} {frame}?"
    else:
        return
    if not frame or not _NOUN.match(sentence.text, start):
        return
    if frame.endswith((" by", " after")) and _PROPER_DOER.match(sentence.text, start):
        return
    stop = whole_phrase(sentence.text, start, clause.stop)
    if stop is not None:
        yield from asked(sentence, said, question, (start, stop), 0.74)


def _link(base: str) -> str | None:
    """The preposition that a verb's object takes."""
    match = _OF_VERB.fullmatch(base) if base else None
    return match.lastgroup.rstrip("_") if match and match.lastgroup else None
