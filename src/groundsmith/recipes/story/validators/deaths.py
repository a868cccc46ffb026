"""The dead who act: who has died in the story speaks, walks or works afterwards.

Memories, dreams, pictures and ghosts may show the dead. A namesake ("they named him Josse") ends
the rule for that name.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.acting import Act, Line
from groundsmith.recipes.story.bible.deaths import FROM_THE_BEGINNING, facts
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.reading import BACK, Mode, Sentence
from groundsmith.verify.words.listing import listed

_STILL = listed(
    """
    was were had is are has lay lies died did does owned left meant taught wore built told
    became belonged loved meninggal mati berbaring berada berumur bernama berusia menjadi
    mewariskan meninggalkan berarti memiliki merupakan terbaring bermakna gone carved killed
    buried drowned needed seemed saw
    """
)
_LOOKING_BACK = re.compile(
    r"\b(?:as|when|where|that|since|because|whom|what|before|which|way|ever|if|yang|waktu"
    r"|ketika|tempat|sejak"
    r"|seperti|sebelum|bahwa|karena|cara|apa|dulu|sebagaimana|andai|kalau|dream|voice|ghost|had"
    r"|whose|used"
    r"|like|than|once|thought|saat|sepeninggal|sepanjang|walau\w*|warisan|milik"
    r"|tanggal)\W+(?:\w+\W+){0,2}$",
    re.I,
)
_BEFORE_DYING = re.compile(
    r"\b(?:before (?:he|she|they) (?:died|passed)|sebelum (?:meninggal|berpulang|wafat"
    r"|mati)\w*)\b",
    re.I,
)
_NAMESAKE = re.compile(
    r"\b(?:named|christened|called) (?:him|her|it|after)|diberi nama|dinamai|menamai"
    r"|named after|nama\w* sama",
    re.I,
)
_ALIVE = re.compile(
    r"\b(?:(?:was|is) (?:not dead|alive)|had not died|came back to life|resurrected|(?<!not"
    r" )(?<!never )survived"
    r"|(?:ternyata )?masih hidup|tidak jadi mati|hidup kembali|selamat(?!,? kecuali))\b",
    re.I,
)
_NEAR = 2


def check(story: Story) -> Iterator[Finding]:
    """Acts of the dead."""
    yield from believable(_found(story))


def _found(story: Story) -> Iterator[Finding]:
    dead: dict[str, list[Fact]] = {}
    for fact in facts(story):
        dead.setdefault(fact.subject, []).append(fact)
    _share_with_kin(dead, story)
    risen = _risen(story)
    lines = story.lines
    for at, line in enumerate(lines):
        if line.sentence.mode not in (Mode.TOLD, Mode.RECOUNTED):
            continue
        for act in (*line.acts, *story.beasts.acts(line.sentence.told)):
            for fact in dead.get(act.who, ()):
                happens = line.sentence.happens(act.start)
                if (
                    happens
                    and _is_after(fact, line)
                    and not _is_exempt(act, line, lines[max(0, at - _NEAR) : at], fact, risen)
                ):
                    yield _finding(act, fact, line.sentence)
                    break


def _share_with_kin(dead: dict[str, list[Fact]], story: Story) -> None:
    """Who is dead is dead as somebody's mother too, and the other way about."""
    for relative, key in story.kin.items():
        both = [*dead.get(relative, []), *dead.get(key, [])]
        if both:
            dead[relative] = dead[key] = both


def _risen(story: Story) -> dict[str, tuple[int, int]]:
    """From where on a name means somebody who lives."""
    found: dict[str, tuple[int, int]] = {}
    for line in story.lines:
        text = line.sentence.text
        if _NAMESAKE.search(text) or _ALIVE.search(line.sentence.told):
            for mention in story.cast.mentions(text):
                found.setdefault(mention.key, line.sentence.at)
    return found


def _is_after(fact: Fact, line: Line) -> bool:
    if fact.value == FROM_THE_BEGINNING:
        return line.sentence.at != fact.place.at
    return line.sentence.at > fact.place.at and fact.place.order >= 0


def _is_exempt(
    act: Act, line: Line, before: tuple[Line, ...], fact: Fact, risen: dict[str, tuple[int, int]]
) -> bool:
    """Whether the dead may do this: no act, a memory, or right where the death is told."""
    told = line.sentence.told
    if act.verb.lower() in _STILL or _LOOKING_BACK.search(told[: act.start]):
        return True
    if _BEFORE_DYING.search(told):
        return True
    if act.who in risen and line.sentence.at >= risen[act.who]:
        return True
    if fact.value != FROM_THE_BEGINNING and any(
        one.sentence.at == fact.place.at and one.sentence.scene == line.sentence.scene
        for one in before
    ):
        return True
    same = [one for one in before if one.sentence.paragraph == line.sentence.paragraph]
    if any(one.sentence.mode in (*BACK, Mode.DREAMT) for one in same[-1:]):
        return fact.value == FROM_THE_BEGINNING and ":" not in act.who
    return False


def _finding(act: Act, fact: Fact, sentence: Sentence) -> Finding:
    return Finding(
        subtype="death",
        severity=Severity.HIGH,
        message=f"{act.who} is dead, and does something ({act.verb})",
        established=fact.place,
        contradicting=sentence.place(),
        suggestion="give the act to somebody else, or make it a memory",
    )
