"""What people look like: eyes, hair, beard, scars, hands and injured sides, each with its owner.

The owner is who is named with the feature ("Maren's eyes", "mata Bima"), else whom the possessive
means, else the subject. The decision to question: only what stands right beside the noun counts, a
colour farther off may be somebody else's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from groundsmith.recipes.story.bible.acting import SELF, Line
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.sheets import Sheet
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.reading import VOUCHED, Mode
from groundsmith.recipes.story.words import bodies

_COLOUR = "|".join(sorted(bodies.COLOURS, key=len, reverse=True))
_ANY = "|".join(
    sorted(
        {*bodies.LONG, *bodies.SHORT, *bodies.BALD, *bodies.CURLY, *bodies.STRAIGHT},
        key=len,
        reverse=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOUN = {
    "en": re.compile(
        r"\b(?P<eyes>eyes?)\b|\b(?P<hair>hair|curls|locks|plaits?|braids?|ponytail|pigtails?"
        r"|fringe)\b"
        r"|\b(?P<beard>beard|moustache|mustache|whiskers)\b|\b(?P<scar>scar)\b",
        re.I,
    ),
    "id": re.compile(
        r"\b(?P<eyes>mata|bola mata|bermata)(?P<n1>nya|ku)?\b"
        r"|\b(?P<hair>rambut|kepang|kuncir|berambut)(?P<n2>an|nya|annya|ku)?\b"
        r"|\b(?P<beard>jenggot|janggut|kumis|berkumis|berjenggot|berjanggut)(?P<n3>nya|ku)?\b"
        r"|\b(?P<scar>bekas luka|parut|codet)(?P<n4>nya|ku)?\b",
        re.I,
    ),
}
_BEFORE = re.compile(rf"(?:(?:{_COLOUR}|{_ANY})(?:,| and)? (?:[a-z-]+ ){{0,1}}){{1,3}}$", re.I)
_STATED = {
    "en": re.compile(
        r"(?: (?:of|that|which))?(?:[^.;:!?—“”,]{0,14}\b(?:were|was|are|is|had (?:gone|turned))\b"
        r"|, (?:white|that|those|the|a|as|[a-z-]+ as)\b| as\b|, (?=[a-z]))[^.;:!?—“”]{0,45}",
        re.I,
    ),
    "id": re.compile(r"[^.;:!?—“”\n]{0,60}"),
}
_WHOSE = re.compile(r"\b(?P<whose>her|his|my|their|[A-Z]\w+['’]s)\b(?=[^.;:,]{0,40}$)")
_THAT_SCAR = re.compile(r"\b(?:that|the) scar\b|\b(?:parut|bekas luka) itu\b", re.I)
_HAVING = re.compile(
    r"\b(?:with|had|has|have|wore|wears|was|were|the)\b|^\W*(?:\w+ )?(?:\w+ )?$", re.I
)
_NOT_ALL = re.compile(
    r"\b(?:left|right|one|no longer|not|never|kiri\w*|kanan\w*|tidak|bukan|menutup|membuka"
    r"|sehelai"
    r"|katarak|cataract)\b",
    re.I,
)
_BALD = re.compile(
    r"\b(?:(?:was|is|were)(?: [\w,]+){0,4}? bald|(?:bald|bald-headed) (?:man|woman|fellow)"
    r"|shaved (?:his|her) head|kepala\w* (?:botak|gundul|plontos)|botak|plontos)\b",
    re.I,
)
_BARE_CHIN = re.compile(
    r"\b(?:clean-shaven|beardless|smooth-shaven|licin tanpa sehelai bulu|dagu\w* (?:yang )?licin"
    r"|tanpa (?:kumis|jenggot)|tidak berkumis|tidak berjenggot)\b",
    re.I,
)
_SIDED = re.compile(
    r"\b(?P<side>left|right) (?P<part>eye|wrist|ankle|arm|leg|hand|knee|foot|ear|shoulder)\b"
    r"|\b(?P<bagian>mata|tangan|kaki|lengan|telinga|bahu"
    r"|lutut)(?:nya)?(?: yang)?,? (?P<sisi>kiri|kanan)(?:nya|ku)?\b",
    re.I,
)
_INJURY = re.compile(
    r"\b(?P<broken>broken?|broke|fractured?|splints?|splinted|patah|bebat|dibebat|plaster"
    r"|sling)\b"
    r"|\b(?P<sprain>sprained|twisted|terkilir|keseleo)\b"
    r"|\b(?P<blind>blind|glass|cataract|katarak|buta|patch)\b"
    r"|\b(?P<missing>missing|amputated|lost|stump|wooden|buntung|hilang)\b"
    r"|\b(?P<lame>lame|limp\w*|pincang|lumpuh)\b",
    re.I,
)
_HANDED = re.compile(r"\b(?:(left|right)-handed|(kidal))\b", re.I)
_ONE_EYED = re.compile(
    r"\b(?:one-eyed|one eye|bermata satu|matanya (?:tinggal|cuma|hanya) satu)\b", re.I
)
_TWO_EYED = re.compile(
    r"\b(?:both (?:of )?(?:his|her|my) eyes|(?:his|her) two eyes|kedua (?:belah )?mata\w*)\b", re.I
)


def facts(story: Story) -> Iterator[Fact]:
    """What notes, then chapters, say of how people look."""
    scarred: set[str] = set()
    for one in story.cast.characters.values():
        if one.sheet is not None:
            for fact in _noted(one.key, one.sheet):
                yield _of_the_only_scar(fact, scarred)
    for line in story.lines:
        if line.sentence.mode in {*VOUCHED, Mode.DEPICTED}:
            for fact in _told(line, story):
                yield _of_the_only_scar(fact, scarred)


def _of_the_only_scar(fact: Fact, scarred: set[str]) -> Fact:
    """`that scar` is the one scar that the story knows, whoever was named last."""
    if fact.attribute != "scar":
        return fact
    if len(scarred) == 1 and _THAT_SCAR.search(fact.place.quote):
        return replace(fact, subject=next(iter(scarred)))
    scarred.add(fact.subject)
    return fact


def _noted(key: str, sheet: Sheet) -> Iterator[Fact]:
    for entry in sheet.entries:
        feature = _FEATURE_KEYS.get(entry.key)
        if feature is None or re.search(
            r"\b(?:until|from|since|sampai|sesudahnya|sejak)\b", entry.value
        ):
            continue
        for attribute, value in _values(feature, entry.value.split(";")[0]):
            yield Fact(
                kind=FactKind.APPEARANCE, subject=key, attribute=attribute, value=value,
                place=entry.place,
            )  # fmt: skip


_FEATURE_KEYS = {
    "eyes": "eyes", "eye colour": "eyes", "eye color": "eyes", "mata": "eyes", "hair": "hair",
    "rambut": "hair", "beard": "beard", "scar": "scar", "bekas luka": "scar", "kumis": "beard",
}  # fmt: skip


def _told(line: Line, story: Story) -> Iterator[Fact]:
    told = line.sentence.told
    for one in _NOUN[story.language].finditer(told):
        feature = str(next(name for name in ("eyes", "hair", "beard", "scar") if one.group(name)))
        window = told if feature == "scar" else _window(told, one, story.language)
        owner = _owner(line, one.start(), one.end(), story)
        if owner is None or (
            feature != "scar"
            and _NOT_ALL.search(f"{told[max(0, one.start() - 14) : one.start()]}|{window}")
        ):
            continue
        for attribute, value in _values(feature, window):
            yield _fact(owner, attribute, value, line)
    yield from _marks(line, story)


def _marks(line: Line, story: Story) -> Iterator[Fact]:
    """Baldness, bare chins, one eye, handedness, and which side is hurt."""
    told = line.sentence.told
    rules = (
        (_BALD, "hair length", "bald"),
        (_BARE_CHIN, "beard", "none"),
        (_ONE_EYED, "eyes count", "one"),
        (_TWO_EYED, "eyes count", "two"),
    )
    for pattern, attribute, value in rules:
        if one := pattern.search(told):
            owner = _owner(line, one.start(), one.end(), story)
            if owner is not None:
                yield _fact(owner, attribute, value, line)
    if one := _HANDED.search(told):
        owner = _owner(line, one.start(), one.end(), story)
        if owner is not None:
            yield _fact(owner, "handed", (one.group(1) or "left").lower(), line)
    yield from _sides(line, story)


def _sides(line: Line, story: Story) -> Iterator[Fact]:
    told = line.sentence.told
    sided, hurt = list(_SIDED.finditer(told)), _INJURY.search(told)
    sides = re.findall(r"\b(?:left|right|kiri|kanan)(?:nya)?\b", told, re.I)
    if len(sided) != 1 or len(sides) != 1 or hurt is None:
        return
    one = sided[0]
    if abs(one.start() - hurt.start()) > 50:
        return
    part = (one.group("part") or one.group("bagian")).lower()
    side = (one.group("side") or one.group("sisi")).lower()
    owner = _owner(line, one.start(), one.end(), story)
    if owner is not None:
        attribute = f"{hurt.lastgroup} {part}"
        value = {"kiri": "left", "kanan": "right"}.get(side, side)
        yield _fact(owner, attribute, value, line)


def _fact(owner: str, attribute: str, value: str, line: Line) -> Fact:
    return Fact(
        kind=FactKind.APPEARANCE, subject=owner, attribute=attribute, value=value,
        place=line.sentence.place(), mode=line.sentence.mode,
    )  # fmt: skip


def _window(told: str, one: re.Match[str], language: str) -> str:
    """The words that describe a noun: right before it (English), or stated behind it."""
    before = ""
    if language == "en":
        leading = _BEFORE.search(told[max(0, one.start() - 45) : one.start()])
        before = leading.group() if leading else ""
        own = one.group().lower()
        before += f" {own} " if own in bodies.LONG or own in bodies.CURLY else ""
    else:
        own = one.group().lower()
        before = f"{own} kepang " if own.startswith("kepang") else ""
    behind = _STATED[language].match(told, one.end())
    stated = behind.group() if behind else ""
    other = _NOUN[language].search(stated)
    if other is not None:
        stated = stated[: other.start()]
        stated = re.sub(r"(?:\S+ ){1,2}$", "", stated) if language == "en" else stated
    stated = re.split(r"\b(?:like|where|than|seperti|karena|ketika|dan mulut|di balik)\b", stated)[
        0
    ]
    return f"{before} {stated}"


def _values(feature: str, window: str) -> Iterator[tuple[str, str]]:
    """The attributes that a description gives to a feature."""
    words = [re.sub(r"(?<=\w{3})(?:nya|ku)$", "", one.lower()) for one in _WORD.findall(window)]
    colours = [bodies.COLOURS[word] for word in words if word in bodies.COLOURS]
    if feature in ("eyes", "hair", "beard") and colours:
        yield (f"{feature} colour", colours[-1] if colours[-1] != "dark" else colours[0])
    if feature == "hair":
        for name, known in _HAIR:
            found = next((word for word in words if word in known), None)
            if found is not None:
                yield ("hair form" if name in ("curly", "straight") else "hair length", name)
    if feature == "beard":
        yield ("beard", "some")
    if feature == "scar":
        part = next((bodies.SCAR_PARTS[word] for word in words if word in bodies.SCAR_PARTS), None)
        side = next((word for word in words if word in ("left", "right", "kiri", "kanan")), "")
        if part is not None:
            yield ("scar", f"{part} {({'kiri': 'left', 'kanan': 'right'}).get(side, side)}".strip())


_HAIR = (
    ("long", bodies.LONG - {"sebahu", "shoulder", "shoulder-length"}),
    ("short", bodies.SHORT),
    ("medium", frozenset({"sebahu", "shoulder", "shoulder-length"})),
    ("bald", bodies.BALD),
    ("curly", bodies.CURLY),
    ("straight", bodies.STRAIGHT),
)


def _owner(line: Line, start: int, stop: int, story: Story) -> str | None:
    """Whose feature it is."""
    told = line.sentence.told
    if story.language == "id":
        return _indonesian_owner(line, start, stop)
    if re.match(r" of ([A-Z]\w+)", told[stop:]):
        return next((one.key for one in line.mentions if one.start == stop + 4), None)
    whose = _WHOSE.search(told[max(0, start - 45) : start])
    if whose is None:
        return _unpossessed(line, start)
    word = whose.group("whose")
    if word == "my":
        return SELF
    if word.lower() in ("her", "his"):
        side = "f" if word.lower() == "her" else "m"
        subject = line.subject
        if subject in story.cast.characters and story.cast.characters[subject].gender == side:
            return subject
        return line.owner.get(side)
    at = max(0, start - 45) + whose.start()
    relative = [one for one in line.kin if one.start <= at < one.stop]
    if relative:
        return story.kin.get(relative[0].key, relative[0].key)
    return next((one.key for one in line.mentions if one.start <= at < one.stop + 2), None)


def _unpossessed(line: Line, start: int) -> str | None:
    """Whose feature has no possessive: the subject's, with `the` that of the one before."""
    told = line.sentence.told
    kin = [one for one in line.kin if one.start < start]
    if kin:
        return kin[-1].key
    if re.search(r"\bthe (?:\w+ ){0,3}$", told[:start], re.I):
        return line.owner.get("any") if line.subject is None and not line.mentions else None
    if not _HAVING.search(told[max(0, start - 40) : start]):
        return None
    if line.subject is not None:
        return line.subject
    return None if re.search(r"\b(?:he|she|his|her)\b", told, re.I) else line.owner.get("any")


def _indonesian_owner(line: Line, start: int, stop: int) -> str | None:
    told = line.sentence.told
    behind = next((one for one in line.mentions if 0 <= one.start - stop <= 6), None)
    if behind is not None:
        return behind.key
    if told[start:stop].lower().endswith("ku"):
        return SELF
    if line.subject is not None or not re.search(r"(?:nya|an)$", told[start:stop].lower()):
        return line.subject
    return line.owner.get("any")
