"""What people look like: eyes, hair, beard, scars, hands and injured sides, each with its owner.

The owner is who is named with the feature ("Maren's eyes", "mata Bima"), else whom the possessive
means, else the subject. The decision to question: only what stands right beside the noun counts, a
colour farther off may be somebody else's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from groundsmith.recipes.story.bible.bodies import bodies as told_bodies
from groundsmith.recipes.story.bible.bodies import coats, named_beasts
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.bible.traits import traits
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.sheets import Sheet
from groundsmith.recipes.story.reading import VOUCHED, Mode
from groundsmith.recipes.story.words import bodies, limbs, looks

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
        r"|\b(?P<beard>beard|goatee|sideburns|moustache|mustache|whiskers)\b|\b(?P<scar>scar)\b"
        r"|\b(?P<tattoo>tattoo)\b|\b(?P<birthmark>birthmark|mole)\b",
        re.I,
    ),
    "id": re.compile(
        r"\b(?P<eyes>mata|bola mata|bermata)(?P<n1>nya|ku)?\b"
        r"|\b(?P<hair>rambut|kepang|kuncir|berambut)(?P<n2>an|nya|annya|ku)?\b"
        r"|\b(?P<beard>jenggot|janggut|kumis|berkumis|berjenggot|berjanggut)(?P<n3>nya|ku)?\b"
        r"|\b(?P<scar>bekas luka|parut|codet)(?P<n4>nya|ku)?\b"
        r"|\b(?P<tattoo>tato)(?P<n5>nya|ku)?\b"
        r"|\b(?P<birthmark>tahi lalat|tanda lahir|toh)(?P<n6>nya|ku)?\b",
        re.I,
    ),
}
_BEFORE = re.compile(rf"(?:(?:{_COLOUR}|{_ANY})(?:,| and)? (?:[a-z-]+ ){{0,1}}){{1,3}}$", re.I)
_STATED = {
    "en": re.compile(
        r"(?:,? (?:of|that|which))?(?:[^.;:!?—“”,]{0,14}\b(?:were|was|are|is|had (?:gone|turned"
        r"|always been)|ha(?:s|ve) always been)\b"
        r"|, (?:white|that|those|the|a|as|[a-z-]+ as)\b| as\b|, (?=[a-z]))[^.;:!?—“”]{0,45}",
        re.I,
    ),
    "id": re.compile(r"[^.;:!?—“”\n]{0,60}"),
}
_THAT_SCAR = re.compile(r"\b(?:that|the) scar\b|\b(?:parut|bekas luka) itu\b", re.I)
_HAVING = re.compile(
    r"\b(?:with|had|has|have|wore|wears|was|were|the|out of|behind|(?:turn|rais|lift|lower|fix"
    r"|narrow|open|roll|rub|widen)(?:ed|s|ing)|comb(?:ed)?|brush(?:ed)?|toss(?:ed)?)\b"
    r"|^\W*(?:\w+ )?(?:\w+ )?$",
    re.I,
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
    r"\b(?:(?:shaven|smooth|hairless|bare|beardless) (?:chin|cheeks?|jaws?|upper lip)"
    r"|(?:chin|jaw|upper lip) (?:was|were|is) (?:\w+ )?(?:bare|smooth|shaven)|clean-shaven"
    r"|beardless|smooth-shaven|licin tanpa sehelai bulu|dagu\w* (?:yang )?licin"
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
    beasts = named_beasts(story)
    for line in story.lines:
        if line.sentence.mode in {*VOUCHED, Mode.DEPICTED}:
            told = (*_told(line, story), *_of_bodies(line, story, beasts))
            found = (_of_the_only_scar(fact, scarred) for fact in told)
            yield from (fact for fact in found if fact.subject)


def _of_the_only_scar(fact: Fact, scarred: set[str]) -> Fact:
    """`that scar` is the one scar that the story knows, whoever was named last."""
    if fact.attribute != "scar":
        return fact
    if len(scarred) == 1 and _THAT_SCAR.search(fact.place.quote):
        return replace(fact, subject=next(iter(scarred)))
    if fact.subject and not fact.value.startswith("none"):
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


_MARKS = ("scar", "tattoo", "birthmark")
_FEATURES = ("eyes", "hair", "beard", *_MARKS)


def _told(line: Line, story: Story) -> Iterator[Fact]:
    told = line.sentence.told
    denied = [one.span() for one in looks.UNMARKED[story.language].finditer(told)]
    for one in _NOUN[story.language].finditer(told):
        if any(start <= one.start() < stop for start, stop in denied):
            continue
        feature = str(next(name for name in _FEATURES if one.group(name)))
        window = told if feature in _MARKS else _window(told, one, story.language)
        owner = _owner(line, one.start(), one.end(), story)
        if owner is None and feature in _MARKS:
            owner = _scarred(line)
        if owner is None or (
            feature not in _MARKS
            and _NOT_ALL.search(f"{told[max(0, one.start() - 14) : one.start()]}|{window}")
        ):
            continue
        for attribute, value in _values(feature, window):
            yield _fact(owner, attribute, value, line)
    for key, attribute, value in traits(line):
        yield _fact(story.kin.get(key, key), attribute, value, line)
    yield from _marks(line, story)


def _of_bodies(line: Line, story: Story, beasts: frozenset[str]) -> Iterator[Fact]:
    for key, attribute, value in (*told_bodies(line, story), *coats(line, story, beasts)):
        yield _fact(story.kin.get(key, key), attribute, value, line)


def _scarred(line: Line) -> str | None:
    """Whose scar it is: whose cheek is named with it; nothing yet where it is `that scar`."""
    parts = [one for one in line.owned if set(one.words) & bodies.SCAR_PARTS.keys()]
    if parts:
        return parts[0].key
    return "" if _THAT_SCAR.search(line.sentence.told) else None


def _marks(line: Line, story: Story) -> Iterator[Fact]:
    """Baldness, bare chins, one eye, handedness, and which side is hurt."""
    told = line.sentence.told
    rules = (
        (_BALD, "hair length", "bald"),
        (_BARE_CHIN, "beard", "none"),
        (_ONE_EYED, "eyes count", "one"),
        (_TWO_EYED, "eyes count", "two"),
        (limbs.ONE_HAND, "hands", "one"),
        (limbs.BOTH_HANDS, "hands", "two"),
        (limbs.ONE_LEG, "legs", "one"),
        (limbs.BOTH_LEGS, "legs", "two"),
        (limbs.GLASSES, "glasses", "some"),
        (limbs.NO_GLASSES, "glasses", "none"),
    )
    for pattern, attribute, value in rules:
        one = pattern.search(told)
        if one and not (pattern is limbs.GLASSES and limbs.NO_GLASSES.search(told)):
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
        value = _SIDES.get(side, side)
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
        before = f"{own} kepang " if own.startswith(("kepang", "kuncir")) else ""
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
    if feature in _MARKS:
        part = next((bodies.SCAR_PARTS[word] for word in words if word in bodies.SCAR_PARTS), None)
        side = next((word for word in words if word in ("left", "right", "kiri", "kanan")), "")
        if part is not None:
            yield (
                feature,
                f"{part} {({'kiri': 'left', 'kanan': 'right'}).get(side, side)}".strip(),
            )


_SIDES = {"kiri": "left", "kanan": "right"}
_HAIR = (
    ("long", bodies.LONG - {"sebahu", "shoulder", "shoulder-length"}),
    ("short", bodies.SHORT),
    ("medium", frozenset({"sebahu", "shoulder", "shoulder-length"})),
    ("bald", bodies.BALD),
    ("curly", bodies.CURLY),
    ("straight", bodies.STRAIGHT),
)


def _owner(line: Line, start: int, stop: int, story: Story) -> str | None:
    """Whose feature it is: its possessor's, else its clause's subject's."""
    thing = next((one for one in line.owned if one.start <= start < one.stop), None)
    if thing is not None:
        return story.kin.get(thing.key, thing.key)
    if re.match(r" of ([A-Z]\w+)", line.sentence.told[stop:]):
        return next((one.key for one in line.mentions if one.start == stop + 4), None)
    clause = next((one for one in reversed(line.clauses) if one.start <= start < one.stop), None)
    before = line.sentence.told[max(0, start - 40) : start]
    if clause is None:
        return _unpossessed(line, start) if story.language == "en" else line.subject
    if re.search(r"\bthe (?:\w+ ){0,3}$", before, re.I):
        return _unpossessed(line, start)
    if len(clause.subjects) == 1:
        has = story.language == "id" or _HAVING.search(before)
        key = clause.subjects[0]
        return story.kin.get(key, key) if has else None
    if clause.noun and clause.owner is not None:
        return story.kin.get(clause.owner, clause.owner)
    return _unpossessed(line, start) if story.language == "en" else None


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
