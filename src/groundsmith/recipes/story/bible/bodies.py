"""What bodies have and lack: fingers, ears, teeth, freckles, a limp, and the coats of animals.

Whose they are: whose possessive stands there, else the subject's. The decision to question: what a
sentence denies counts as much as what it says, and only the plain denial is read.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.words import looks
from groundsmith.recipes.story.words.bodies import COLOURS, SCAR_PARTS

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COLOUR = "|".join(sorted(COLOURS, key=len, reverse=True))
_COAT = r"(?:coat|fur|hide|mane|flanks?|feathers|plumage|pelt|bulu\w*)"
_SELF_WORD = re.compile(r"\b(?:I|[Aa]ku|[Ss]aya)\b")

_SOMEBODY_OF = re.compile(
    rf"\b(?:adik|kakak|istri|suami|ibu|ayah|bapak|anak|cucu|paman|bibi|nenek|kakek|teman|kawan"
    rf"|sahabat|saudara|sepupu|menantu|mertua|keponakan|majikan|pembantu|tetangga|{looks.BEASTS})"
    r" (?:[A-Z]\w+ )?$",
    re.I,
)
"""Before a name: what follows is not of the named, but of theirs."""

Told = tuple[str, str, str]
"""Whose, attribute and value."""


def bodies(line: Line, story: Story) -> Iterator[Told]:
    """What a sentence says of bodies."""
    told, language = line.sentence.told, story.language
    for pattern, value in ((looks.LACKS[language], "one"), (looks.HAS_ALL[language], "two")):
        for one in pattern.finditer(told):
            part = next(words for words in one.groups() if words).lower()
            yield from _said(line, one, looks.LIMBS[part], value)
    yield from _skin(line, language)
    for (attribute, value), state in looks.STATE.items():
        shown = state.search(told)
        denied = value == "lame" and looks.STATE["gait", "sound"].search(told)
        if shown is None or denied or (attribute == "teeth" and looks.FALSE_TEETH.search(told)):
            continue
        yield from _said(line, shown, attribute, value)


def _skin(line: Line, language: str) -> Iterator[Told]:
    """Marks that are there, and those that are denied."""
    told = line.sentence.told
    denied = list(looks.UNMARKED[language].finditer(told))
    for one in denied:
        feature = one.lastgroup or ""
        attribute, value = ("hair length", "bald") if feature == "hair" else (feature, "none")
        yield from _said(line, one, attribute, value)
    for one in looks.SHOWN.finditer(told):
        if not any(no.start() <= one.start() < no.end() for no in denied):
            part = next(
                (SCAR_PARTS[w] for w in _WORD.findall(told.lower()) if w in SCAR_PARTS), "some"
            )
            value = part if one.lastgroup == "tattoo" else "some"
            yield from _said(line, one, one.lastgroup or "", value)
    face = looks.CLEAR_FACE.search(told)
    if face is not None:
        yield from _said(line, face, "scar", "none face")


def _said(line: Line, one: re.Match[str], attribute: str, value: str) -> Iterator[Told]:
    owner = whose(line, one.start(), one.end())
    if owner is not None and not is_another_s(line, owner):
        yield owner, attribute, value


def is_another_s(line: Line, owner: str) -> bool:
    """Whether a sentence names somebody only to say whose brother, or horse, it speaks of."""
    return any(
        _SOMEBODY_OF.search(line.sentence.told[: one.start])
        or one.spelling.lower().startswith(("adik ", "kakak "))
        for one in line.mentions
        if one.key == owner
    )


def whose(line: Line, start: int, stop: int) -> str | None:
    """Whose body a part of a sentence speaks of."""
    told = line.sentence.told
    inside = [
        one.key
        for one in line.mentions
        if start <= one.start < stop or told[stop : one.start] in (" ", " Pak ", " Bu ")
    ]
    if inside:
        return inside[-1]
    owned = [one for one in line.owned if one.start < stop and start < one.stop]
    if owned:
        return owned[-1].key
    clause = next((one for one in reversed(line.clauses) if one.start <= start < one.stop), None)
    if clause is not None and len(clause.subjects) == 1:
        key = clause.subjects[0]
        beside = [one.key for one in line.mentions if told.startswith((", a ", ", an "), one.stop)]
        return beside[-1] if beside and key.startswith("(") and key != SELF else key
    if clause is not None and not clause.subjects and clause.owner is not None:
        return clause.owner
    if line.kin:
        named = [one.key for one in line.mentions if one.start < start]
        return named[-1] if named and line.kin[0].key.endswith(SELF) else line.kin[-1].key
    keys = {one.key for one in line.mentions}
    if len(keys) == 1:
        return keys.pop()
    if not keys and _SELF_WORD.search(told):
        return SELF
    return line.subject if not keys else None


def coats(line: Line, story: Story, beasts: frozenset[str]) -> Iterator[Told]:
    """The colour of an animal, named (`the mare Juniper`) or somebody's (`kuda Anom`)."""
    told = line.sentence.told
    for mention in line.mentions:
        is_beast = mention.key in beasts
        behind = told[mention.stop : mention.stop + 60]
        before = told[max(0, mention.start - 40) : mention.start]
        noun = re.search(rf"\b({looks.BEASTS}) (?:milik )?(?:\w+ )?$", before, re.I)
        if is_beast:
            coat = _NAMED_COAT.match(behind)
            subject = mention.key
        elif story.language == "en":
            coat = _OWNED_COAT.match(behind)
            subject = f"{(coat.group('beast') or '').lower()}:{mention.key}" if coat else ""
        else:
            coat = _OWNED_COAT_ID.match(behind) if noun else None
            subject = f"{noun.group(1).lower()}:{mention.key}" if noun else ""
        if coat is not None:
            colour = next(
                value for key, value in coat.groupdict().items() if key[0] == "c" and value
            )
            yield subject, "coat colour", COLOURS[colour.lower()]


_NAMED_COAT = re.compile(
    rf"(?: (?:was|is)(?: all| pure| a)? (?P<c>{_COLOUR})\b|['’]s (?:\w+ )?(?P<c2>{_COLOUR}) {_COAT}"
    rf"|['’]s {_COAT} (?:was|is) (?:\w+ )?(?P<c3>{_COLOUR})\b"
    rf"|,? (?:yang |berwarna |berbulu )*(?P<c4>{_COLOUR})\b)",
    re.I,
)
_OWNED_COAT = re.compile(
    rf"['’]s (?P<beast>{looks.BEASTS}) (?:was|is) (?:\w+ )?(?P<c>{_COLOUR})\b", re.I
)
_OWNED_COAT_ID = re.compile(rf" (?:yang |itu |berwarna |berbulu )*(?P<c>{_COLOUR})\b", re.I)
_BEFORE_NAME = re.compile(rf"\b{looks.BEASTS},? (?:named |called |bernama )?(?P<name>[A-Z]\w+)")
_BEHIND_NAME = re.compile(
    rf"\b(?P<name>[A-Z]\w+), (?:the|a|an|his|her|my|our|seekor) (?:\w+ ){{0,2}}{looks.BEASTS}\b"
    rf"|\b(?P<name2>[A-Z]\w+) (?:was|is) (?:an?|the|his|her|my|our|seekor) (?:\w+ ){{0,2}}"
    rf"{looks.BEASTS}\b"
)


def named_beasts(story: Story) -> frozenset[str]:
    """Keys of the characters that are animals."""
    found = set()
    for sentence in story.reading.sentences:
        for pattern in (_BEFORE_NAME, _BEHIND_NAME):
            for one in pattern.finditer(sentence.told):
                name = next(part for part in one.groups() if part)
                found.add(story.cast.key_of(name) or name)
    return frozenset(found)
