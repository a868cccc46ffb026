"""What something is, what it is called, what its letters stand for."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.asking import asked, is_person, subject, to_boundary
from groundsmith.recipes.qa.extractive.passage import Passage
from groundsmith.recipes.qa.extractive.pattern import Asked, passage_pattern, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence
from groundsmith.recipes.qa.extractive.subject import Naming
from groundsmith.recipes.qa.extractive.words import BE, terms

_COMPLEMENT = re.compile(
    r"\s(?:(?:also|still|now|generally|usually|typically) )?(?=(?:an?|the|one of the)\s)"
)
_EXTREME = re.compile(
    r"^the (?:\w+ ){0,2}?(?:[a-z]+est|first|last|second|third|main|primary|principal|only|original|"
    r"official|most \w+|least \w+|highest|capital|name|motto|currency|population|purpose|aim|goal|"
    r"objective|minimum|maximum|total|average|deadline|fee|duration|cost|price|title|author|"
    r"founder|head|leader|president|director|chancellor|chairman|mayor|governor|maintainer)\b",
    re.IGNORECASE,
)
_NAMED_SO = re.compile(
    r" (?:also |commonly |often |formerly |officially |sometimes )?(?:called|known as|named|nicknamed) (?=\S)"
)
_LETTERS = r"[A-Z][A-Za-z&.-]{0,8}[A-Z]s?"
_EXPANSION = r"[A-Z][\w&/'’-]*(?:[ -](?:of|and|for|the|in|to|on|&|[A-Z][\w&/'’-]*)){1,9}"
_LETTERS_AFTER = re.compile(rf"\b({_EXPANSION}) \(({_LETTERS})\)")
_LETTERS_BEFORE = re.compile(rf"\b({_LETTERS}) \(({_EXPANSION})\)")
_TITLES = re.compile(r"(?:(?:Dr|Prof|St|Mr|Ms)\. |(?:[A-Z]\.)+ )*$")
_OPINION = re.compile(
    r"^(?:an?|the|one of the) (?:\w+ ){0,2}?(?:choice|option|decision|way|good|great|excellent|perfect|"
    r"ideal|serious|crucial|critical|important|strong|best|major|significant|must|matter|result|same|difference|"
    r"part|member|example|kind|type|lot|few|number|common|key|popular|leader|leading|only)\b"
)
_SMALL = terms("of and for the in to on & -")


@sentence_pattern("definition", Kind.DEFINITION)
def defined(sentence: Sentence) -> Iterator[Asked]:
    """From "A C-Form is a declaration that …" → What is a C-Form?"""
    clause = sentence.clause
    if clause is None or clause.auxiliary not in BE or clause.lead[1]:
        return
    at = _COMPLEMENT.match(sentence.text, clause.rest)
    who = subject(sentence)
    if at is None or who is None or _EXTREME.match(clause.subject_text):
        return
    words, told = who
    if told is Naming.GENERIC and not re.match(r"an? |the ", clause.subject_text, re.IGNORECASE):
        told = Naming.GENERIC if len(words.split()) < 2 else told
    complement = sentence.text[at.end() : to_boundary(sentence.text, at.end(), clause.stop)]
    if _OPINION.match(complement) or len(complement.split()) < 4 or len(words.split()) > 6:
        return
    wh = "Who" if is_person(" ".join(complement.split()[:6])) else "What"
    yield from asked(
        sentence,
        clause.ask(wh, words, (clause.rest, clause.stop)),
        (at.end(), clause.stop),
        0.8 if told is Naming.NAMED else 0.75,
        told,
    )


@sentence_pattern("identity", Kind.FACTUAL)
def identified(sentence: Sentence) -> Iterator[Asked]:
    """From "The largest city in Poland is Warsaw." → What is the largest city in Poland?"""
    clause = sentence.clause
    if clause is None or clause.auxiliary not in BE or not _EXTREME.match(clause.subject_text):
        return
    who = subject(sentence)
    following = clause.tokens[0].low if clause.tokens else ""
    if who is None or following in ("not", "also", "to", "that", "in", "at", "as"):
        return
    words, told = who
    stop = to_boundary(sentence.text, clause.rest, clause.stop)
    complement = sentence.text[clause.rest : stop].strip()
    if not re.match(r"(?:an? |the )?(?:[A-Z₹$€£৳\d]|(?:about|approximately|around)\b)", complement):
        return
    wh = "Who" if is_person(words.split(" of ")[0].split(" in ")[0]) else "What"
    numeric = re.search(r"\d", complement) is not None
    yield from asked(
        sentence,
        clause.ask(wh, words, (clause.rest, clause.stop)),
        (clause.rest, stop),
        0.85,
        told,
        Kind.QUANTITATIVE if numeric else None,
    )


@sentence_pattern("called", Kind.FACTUAL)
def called(sentence: Sentence) -> Iterator[Asked]:
    """From "The ceremony is called Puja." → What is the ceremony called?"""
    clause, who = sentence.clause, subject(sentence)
    if clause is None or who is None or clause.auxiliary not in BE:
        return
    at = _NAMED_SO.match(sentence.text, clause.rest)
    if at is None:
        return
    stop = to_boundary(sentence.text, at.end(), clause.stop)
    words, told = who
    yield from asked(
        sentence, clause.ask("What", words, (at.end(), clause.stop)), (at.end(), stop), 0.8, told
    )


@passage_pattern("acronym", Kind.DEFINITION)
def spelled_out(passage: Passage) -> Iterator[Asked]:
    """From "National Board of Accreditation (NBA)" → What does NBA stand for?"""
    for place in passage.places:
        text = place.line.text
        if "(" not in text:
            continue
        for match in _LETTERS_AFTER.finditer(text):
            start = _expansion_start(match[1], match[2])
            if start is not None:
                since = match.start(1) + start
                since -= len(_TITLES.search(text[:since]).group())  # type: ignore[union-attr]  # may be empty
                yield from _letters(place.line.raw(since, match.end(1)), match[2])
        for match in _LETTERS_BEFORE.finditer(text):
            if _expansion_start(match[2], match[1]) == 0:
                yield from _letters(place.line.raw(*match.span(2)), match[1])


def _letters(span: tuple[int, int] | None, letters: str) -> Iterator[Asked]:
    if span is not None:
        yield Asked(f"What does {letters} stand for?", *span, 0.78)


def _expansion_start(words: str, letters: str) -> int | None:
    """Where in `words` the expansion of `letters` starts; None where the initials differ."""
    wanted = re.sub(r"[^A-Z]", "", letters.removesuffix("s") if letters[-1] == "s" else letters)
    if len(wanted) < 3:
        return None
    found = [match for match in re.finditer(r"[^\W_]+|&", words)]
    for first in range(len(found)):
        initials = "".join(m.group()[0] for m in found[first:] if m.group() not in _SMALL)
        every = "".join(m.group()[0].upper() for m in found[first:])
        if wanted in (initials, every) and found[first].group() not in _SMALL:
            return found[first].start()
    return None
