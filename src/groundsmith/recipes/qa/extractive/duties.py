"""What must be done, as rules and manuals say it."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence

_AIM = re.compile(r"^To ([a-z][^,;:]{8,90}), ")
_DUTY = re.compile(
    r"^(?P<who>[^,;:]{2,60}?) (?P<modal>must|should|need to|have to) "
    r"(?P<act>(?!not\b|be\b)[a-z][^;:]{8,200})\.$"
)


@sentence_pattern("duty", Kind.PROCEDURAL)
def required(sentence: Sentence) -> Iterator[Asked]:
    """From "To keep the grant, students must pass": what must students do to keep the grant?"""
    aim = _AIM.match(sentence.text) if sentence.text.startswith("To ") else None
    duty = _DUTY.match(sentence.text[aim.end() :]) if aim else None
    if aim is None or duty is None:
        return
    who, modal = duty["who"].strip(), duty["modal"]
    verb = f"{modal} {who} do" if " " not in modal else f"do {who} {modal} do"
    question = sentence.topic.cite(f"What {verb} to {aim[1]}?")
    span = sentence.raw(aim.end() + duty.start("act"), aim.end() + duty.end("act"))
    if question and span:
        yield Asked(question, *span, 0.8)
