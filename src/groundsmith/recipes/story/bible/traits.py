"""What people are like to look at, as said of themselves: tall, stout, bald, bespectacled.

Said by a predicate (`Tom was tall`), beside a name (`little Tom`, `Tom, a stout man with a limp`),
or of the body (`of slight build`, `tubuhnya kecil`). The decision to question: a comparison
(`taller than`) says nothing, and neither does what is denied.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.words.counting import NUMBER, number_of
from groundsmith.recipes.story.words.traits import (
    BODIES,
    BODY_SIZES,
    PERSON_SIZES,
    SHORT_CM,
    TALL_CM,
    TRAITS,
)
from groundsmith.verify.words.listing import listed

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEING = listed("be stand look seem remain grow")
_NEGATED = listed("not no never neither without tidak tak bukan tanpa hardly scarcely")
_ENDS = listed("than daripada when who whose where because but as if though with of for in")
_FEET = re.compile(
    rf"\b(?P<feet>{NUMBER}) (?:feet|foot)(?:,? (?:and )?(?P<inches>{NUMBER})(?: inch(?:es)?)?)?"
    rf"(?= (?:tall|high|in (?:his|her|my) (?:stockings|socks|shoes|bare))|[.,;]|$)",
    re.I,
)
_METRES = re.compile(r"\b(?:satu|1) meter (?P<cm>" + NUMBER + r")\b|\b(?P<all>1\d\d) (?:cm|senti)")


def traits(line: Line) -> Iterator[tuple[str, str, str]]:
    """Who, attribute and value of each trait that a sentence tells."""
    for clause in line.clauses:
        key = clause.subject
        if len(clause.subjects) == 1 and key is not None:
            for attribute, value in _of_words(_WORD.findall(clause.subject_text.lower())):
                yield key, attribute, value
            for attribute, value in _set_apart(clause):
                yield key, attribute, value
            if clause.verb in _BEING and not clause.is_negated and not clause.modal:
                for attribute, value in _predicate(clause):
                    yield key, attribute, value
    yield from _beside_names(line)
    yield from _of_bodies(line)
    if line.subject is not None and re.match(
        r"\W*At (?:his |her |a )?(?:\w+ ){0,2}f(?:oo|ee)t\b", line.sentence.told
    ):
        yield from ((line.subject, *one) for one in _height(line.sentence.told.partition(",")[0]))


_LIFELONG_ID = re.compile(
    r" yang (?:(?:sejak|dari|selalu|memang|sudah|masih|tetap|begitu|sangat|amat|agak)(?: (?:kecil"
    r"|lahir|dulu|muda|bayi|masih))? ){0,2}(?P<word>[a-z]+)\b"
)


def _predicate(clause: Clause) -> Iterator[tuple[str, str]]:
    words: list[str] = []
    for word in _WORD.findall(clause.rest.lower()):
        if (
            word in _ENDS
            or word in _NEGATED
            or (word.endswith("er") and word in ("taller", "shorter"))
        ):
            break
        words.append(word)
    if clause.verb != "grow":
        yield from _of_words(words)
        yield from (PERSON_SIZES[word] for word in words[:4] if word in PERSON_SIZES)
    if words[:1] == ["round"] or words[1:3] == ["and", "round"]:
        yield "build", "fat"
    yield from _height(clause.rest)


def _set_apart(clause: Clause) -> Iterator[tuple[str, str]]:
    """`He stood in the door, tall and stooping,`: adjectives between commas."""
    for part in clause.rest.lower().split(",")[1:]:
        words = _WORD.findall(part)
        if words[:1] and (words[0] in TRAITS or words[0] in PERSON_SIZES) and len(words) < 6:
            yield from _of_words(words)
            yield from (PERSON_SIZES[word] for word in words[:3] if word in PERSON_SIZES)


def _height(text: str) -> Iterator[tuple[str, str]]:
    one = _FEET.search(text)
    if one is not None:
        feet, inches = number_of(one.group("feet")), number_of(one.group("inches") or "0")
        if feet is not None and 4 <= feet <= 7:
            yield from _of_height(round(feet * 30.48 + (inches or 0) * 2.54))
    other = _METRES.search(text)
    if other is not None:
        cm = number_of(other.group("cm")) if other.group("cm") else None
        yield from _of_height(100 + cm if cm is not None else int(other.group("all") or 0))


def _of_height(cm: int) -> Iterator[tuple[str, str]]:
    if cm >= TALL_CM:
        yield "height", "tall"
    elif 100 < cm <= SHORT_CM:
        yield "height", "short"


def _of_words(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if word in TRAITS:
            yield TRAITS[word]


def _beside_names(line: Line) -> Iterator[tuple[str, str, str]]:
    """`little Tom`; `Tom, tall and stooping,`; `Tom, a stout man of fifty`."""
    told = line.sentence.told
    for mention in line.mentions:
        if mention.spelling.startswith("little "):
            yield mention.key, "height", "short"
        words = _WORD.findall(told[max(0, mention.start - 24) : mention.start])
        is_nickname = words[-1:] == ["Little"]
        before = [] if is_nickname else [one.lower() for one in words]
        if before[-1:] == ["little"] and told[mention.start - 1] == " ":
            yield mention.key, "height", "short"
        if before[-1:] and before[-1] in TRAITS:
            yield mention.key, *TRAITS[before[-1]]
        lifelong = _LIFELONG_ID.match(told, mention.stop)
        if lifelong is not None and lifelong.group("word") in TRAITS:
            yield mention.key, *TRAITS[lifelong.group("word")]
        aside = re.match(r",([^.;:!?—“”,]{3,60})[,.]", told[mention.stop :])
        if aside is None:
            continue
        words = _WORD.findall(aside.group(1).lower())
        presents = words[:1] and (words[0] in TRAITS or words[0] in ("a", "an", "the", "seorang"))
        if presents and not _NEGATED & set(words):
            kept = words[: next((k for k, w in enumerate(words) if w in _ENDS), len(words))]
            sizes = [PERSON_SIZES[word] for word in kept[:3] if word in PERSON_SIZES]
            for attribute, value in [*_of_words(kept), *sizes]:
                yield mention.key, attribute, value
            yield from ((mention.key, *found) for found in _height(aside.group(1)))


def _of_bodies(line: Line) -> Iterator[tuple[str, str, str]]:
    """`her slight frame`, `tubuhnya kecil`, `bertubuh gemuk`, `her great height`."""
    for thing in line.owned:
        if thing.noun == "height" and {"great", "full", "towering"} & set(thing.words):
            yield thing.key, "height", "tall"
        kinds = BODIES.get(thing.noun, "").split()
        for word in thing.words:
            if word in BODY_SIZES and BODY_SIZES[word][0] in kinds:
                yield thing.key, *BODY_SIZES[word]
    for clause in line.clauses:
        owner = clause.owner or clause.subject
        kinds = BODIES.get(clause.noun or clause.verb, "").split()
        if owner is None or not kinds or clause.is_negated:
            continue
        for word in _WORD.findall(clause.object.lower())[:3]:
            if word in BODY_SIZES and BODY_SIZES[word][0] in kinds:
                yield owner, *BODY_SIZES[word]
            elif word in TRAITS and TRAITS[word][0] in kinds:
                yield owner, *TRAITS[word]
