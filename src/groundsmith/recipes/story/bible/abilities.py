"""What people can do, and what they cannot: swim, read, climb a stair, speak French.

A lack is stated with a verb (`could not swim`), as a state (`was blind`), or by who lacks it
(“I never learned to swim”). The decision to question: what somebody cannot see, hear, say or climb
may hold for a moment only, so such a lack counts where the words say that it lasts.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.feats import NAMES
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import Mode
from groundsmith.recipes.story.words.abilities import LANGUAGES, LASTING, UNABLE

_CANNOT = re.compile(
    r"\b(?:could not|couldn['’]t|can(?:no|['’])t|cannot|can not|could never|can never"
    r"|(?:un|not )able to|incapable of|never (?:been able to|quite |once |even )?(?:learn(?:ed|t)"
    r" (?:how )?to|been taught (?:how )?to|could|mastered)|(?:did|do|does)(?: not|n['’]t) know how"
    r" to"
    r"|no idea how to|hopeless at|no good at|taught (?:\w+ ){1,3}?(?:how )?to|could not do was"
    r"|(?:tidak|tak|belum|tak pernah|seumur hidup tak|seumur hidup tidak)(?: juga| lagi)? (?:bisa"
    r"|dapat|mampu|pandai|becus|pernah belajar|pernah bisa|pernah mau"
    r"|pernah diajari|tahu cara(?:nya)?|sanggup)|tidak kuat|mengajari \w+|diajari)\b",
    re.I,
)
_NEVER = re.compile(
    r"\b(?:(?:had |has |have |['’]d )?never(?: in (?:his|her|my) life| once| yet| ever)?"
    r"|(?:does|did|do)(?: not|n['’]t)|(?:tidak|tak|belum) pernah(?: sekali pun)?)\b(?= )",
    re.I,
)
_TAUGHT_NOBODY = re.compile(
    r"\b(?:nobody|no one|never|tidak ada|tak ada|tak seorang|belum)\b", re.I
)
_HABITS = frozenset(
    [
        "swim",
        "ride",
        "cycle",
        "sing",
        "dance",
        "play",
        "game",
        "shoot",
        "row",
        "fly",
        "ski",
        "sew",
        "cook",
        "smoke",
        "drink",
        "meat",
        "drive",
    ]
)
_INNATE = frozenset(
    [
        "swim",
        "read",
        "write",
        "drive",
        "ride",
        "cycle",
        "sing",
        "whistle",
        "cook",
        "sew",
        "dance",
        "play",
        "game",
        "shoot",
        "row",
        "fly",
        "ski",
    ]
)
"""To have had these before and to lack them later is told by no injury."""
_STATES = {ability: re.compile(rf"\b(?:{words})\b", re.I) for ability, words in UNABLE.items()}
_OBJECT = re.compile(
    r" (?:it|him|her|that|them|this|the (?!piano|violin|guitar|flute)\w+|what|anything|much|for"
    r" (?:the|a)|in (?:this|that|the)|any more|enough|(?:itu|ini)\b)",
    re.I,
)
_LASTS = re.compile(
    r"\b(?:never|since|ever|born|again|for good|in (?:his|her|my) life|a word|a note|at all|pernah"
    r"|sejak|lahir|selamanya|lagi|seumur|sama sekali|sepatah|could not do was|climb so|lutut"
    r"|afraid|takut|can['’]t|cannot|don['’]t)\b",
    re.I,
)
_TONGUE = re.compile(
    rf"\b(?:spoke|speaks|speak|had|has|knew|know|understood|understand|(?:a )?word of|berbahasa"
    rf"|bahasa|mengerti bahasa)(?: (?:no|not a word of|any|a word of))? (?P<tongue>{LANGUAGES})\b",
    re.I,
)
_NO_TONGUE = re.compile(
    rf"\b(?:no|not(?: speak| know| understand)?|never (?:learned|learnt|spoke|spoken)|n['’]t"
    rf" (?:speak"
    rf"|know|understand|have)|tidak (?:bisa|mengerti|paham|dapat|pandai|tahu|menguasai)|tak (?:bisa"
    rf"|mengerti|paham)|belum pernah belajar|tidak pernah belajar)(?: (?:speak|read|any|a|single"
    rf"|word"
    rf"|of|sepatah|kata|pun|berbicara|berbahasa|bahasa|dalam)){{0,5}} (?P<tongue>{LANGUAGES})\b",
    re.I,
)
_ALLERGIC = re.compile(
    r"\b(?:allergic to|allergy to|alergi (?:pada |terhadap |dengan )?)\s?(?P<food>\w+)", re.I
)
_NOT_YET = re.compile(
    r"\bbelum\b.*\b(?:tetapi|tapi|namun)\b|\bnever\b.*\b(?:until|till) (?:now|then)\b"
)
_NAME_REACH = 44


def facts(story: Story) -> Iterator[Fact]:
    """Abilities that people lack."""
    yield from _noted(story)
    for line in story.lines:
        if line.sentence.mode is not Mode.DREAMT:
            for who, ability in _lacking(line, story):
                yield _fact(who, ability, line.sentence.place(), line.sentence.mode)
            for who, ability in _confessed(line, story):
                yield _fact(who, ability, line.sentence.place(), Mode.SAID)


def innate(ability: str) -> bool:
    """Whether nobody loses an ability by an injury."""
    return ability in _INNATE or ability.startswith("language:")


def _fact(who: str, ability: str, place: Place, mode: Mode) -> Fact:
    return Fact(
        kind=FactKind.SKILL, subject=who, attribute=ability, value="cannot", place=place, mode=mode
    )


def _noted(story: Story) -> Iterator[Fact]:
    """What sheets of characters say that they cannot."""
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            lacks = entry.key in ("cannot", "can't", "tidak bisa", "takut", "fears", "afraid of")
            found = {
                ability
                for ability, pattern in NAMES.items()
                if lacks and re.search(rf"\b{pattern.pattern}", entry.value, re.I)
            }
            found |= {
                ability
                for ability, pattern in _STATES.items()
                if pattern.search(f"{entry.key} {entry.value}")
            }
            found |= {ability for _, ability in _unable(entry.value, sure=True)}
            for ability in sorted(found):
                yield _fact(one.key, ability, entry.place, Mode.TOLD)


def _unable(text: str, *, sure: bool = False) -> Iterator[tuple[int, str]]:
    """Abilities that a text says are lacking, and where it says so."""
    for cannot in _CANNOT.finditer(text):
        if re.search(
            r"\b(?:hampir|almost|nearly|as if (?:he|she)) $", text[: cannot.start()], re.I
        ):
            continue
        taught = re.match(r"taught|mengajari|diajari", cannot.group(), re.I)
        if taught and not _TAUGHT_NOBODY.search(text[: cannot.start()]):
            continue
        for ability, end in _named(text, cannot.end()):
            lasting = sure or ability not in LASTING or _LASTS.search(text)
            if lasting and (not _OBJECT.match(text, end) or re.search(r"learn", cannot.group())):
                yield cannot.start(), ability
    for never in _NEVER.finditer(text):
        for ability, _ in _named(text, never.end()):
            if ability in _HABITS and ("ever" in never.group() or "pernah" in never.group()):
                yield never.start(), ability
    for tongue in _NO_TONGUE.finditer(text):
        yield tongue.start(), f"language:{tongue.group('tongue').lower()}"
    for allergy in _ALLERGIC.finditer(text):
        yield allergy.start(), f"eat:{allergy.group('food').lower()}"


def _named(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Abilities named right behind an offset, and behind `or` after it."""
    starts = (
        at + one.end()
        for one in re.finditer(
            r" (?:(?:or|and|nor|atau|dan|maupun) )?", text[at : at + _NAME_REACH]
        )
    )
    for start in starts:
        for ability, pattern in NAMES.items():
            found = pattern.match(text, start)
            between = text[at:start]
            if found and not re.search(r"[.;:]", between) and _few(between):
                yield ability, found.end()


def _few(between: str) -> bool:
    """Whether few words stand between `cannot` and a verb, or a list of verbs does."""
    words = between.split()
    return len(words) <= 2 or words[-1] in ("or", "nor", "and", "atau", "dan", "maupun")


def _lacking(line: Line, story: Story) -> Iterator[tuple[str, str]]:
    told = line.sentence.told
    found = list(_unable(told))
    for ability, pattern in _STATES.items():
        if state := pattern.search(told):
            found.append(
                (
                    state.end() if state.group()[:6] in ("lengan", "tangan") else state.start(),
                    ability,
                )
            )
    if _NOT_YET.search(told):
        return
    for start, ability in found:
        if (
            re.search(
                r"\b(?:not|never|n['’]t|if|almost|nearly|half|hampir|setengah|bukan|tidak"
                r"|seandainya) (?:\w+ )?$",
                told[:start],
            )
            and ability in UNABLE
        ):
            continue
        who = _who(line, start, story)
        if who is not None:
            yield who, ability


def _confessed(line: Line, story: Story) -> Iterator[tuple[str, str]]:
    """What a speaker says that they cannot do."""
    text, told = line.sentence.text, line.sentence.told
    if text == told:
        return
    spoken = "".join(char if told[at].isspace() else " " for at, char in enumerate(text))
    for start, ability in _unable(spoken):
        own = re.search(r"\b(?:I|I['’]ve|aku|saya|Aku|Saya)\b(?:\W+\w+){0,3}\W*$", spoken[:start])
        if own or re.match(r"(?:\W|“)*$", spoken[:start]):
            who = story.speakers.of(line) if own else None
        else:
            named = [one for one in story.cast.mentions(spoken) if 0 <= start - one.stop <= 12]
            who = named[-1].key if named and "?" not in spoken[start:] else None
        if who is not None and who != SELF:
            yield who, ability


def _who(line: Line, start: int, story: Story) -> str | None:
    told = line.sentence.told
    before = [one for one in (*line.mentions, *line.kin) if one.stop <= start]
    taught = re.search(r"\b(?:taught|mengajari) ", told[start : start + 20])
    if taught:
        at = start + taught.end()
        return next((one.key for one in line.mentions if one.start == at), None)
    pronoun = re.search(r"\b(she|he|ia|dia|who|yang|ku|aku)\b", told[:start], re.I)
    if pronoun is None and before:
        return max(before, key=lambda one: (one.stop, -one.start)).key
    return story.described(line) or line.subject
