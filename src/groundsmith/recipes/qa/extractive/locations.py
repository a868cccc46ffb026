"""Where something is."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, subject, to_boundary
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence

_LIES = re.compile(
    r" (?:located|situated|based|headquartered|held|born|buried) ((?:in|at|on|near|between|along|within|outside) )"
)


@sentence_pattern("location", Kind.FACTUAL)
def located(sentence: Sentence) -> Iterator[Asked]:
    """From "The stadium is located in Wola." → Where is the stadium located?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in ("is", "are", "was", "were"):
        return
    words, told = who
    match = _LIES.match(sentence.text, clause.rest, clause.stop)
    if match is None:
        return
    stop = to_boundary(sentence.text, match.end(), clause.stop)
    start = match.end() if match[1] in ("in ", "at ") else match.start(1)
    if not re.match(r"(?:the )?[A-Z]", sentence.text[match.end() : stop]):
        return
    verb = match.group().split()[0]
    yield from asked(
        sentence, f"Where {clause.auxiliary} {words} {verb}?", (start, stop), 0.82, told
    )
