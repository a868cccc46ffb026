"""Who is dead, since which place of the story, and which kin that concerns.

A death that the narration tells holds from there on. One that is only mentioned ("had died in
1898", "was a widower") holds from the beginning where it names an earlier year or somebody without
a part in the story. What characters say of deaths is not believed: people lie.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.days import years_in
from groundsmith.recipes.story.people.cast import Mention
from groundsmith.recipes.story.people.doers import clause_at, doer_at, is_certain
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import BACK, VOUCHED
from groundsmith.recipes.story.words.dying import (
    DIES,
    DIES_ID,
    GRAVES,
    GRAVES_ID,
    ILLS,
    KILLED,
    KILLS,
    KILLS_ID,
)

_DIES = {
    "en": re.compile(
        rf"\b(?:(?:had |has |have )?(?:{DIES})|(?:was|were|been|is|are|got|lay)(?: \w+ly| already"
        rf"| quite| now| long| stone| found)* (?:dead(?! (?:tired|asleep|end|certain|sure|set"
        rf"|against|calm|drunk|on))|{KILLED})|found (?:\w+ ){{0,2}}(?:dead|drowned|hanged|frozen"
        rf"|murdered))\b(?! (?:down|away|out|laughing|of (?:boredom|shame|curiosity|laugh))\b)",
        re.I,
    ),
    "id": re.compile(rf"\b(?:{DIES_ID})\b", re.I),
}
"""The subject before it is dead."""
_HEART = {
    "en": re.compile(
        r"\bheart (?:had )?(?:stopped|given out|gave out|failed|burst)(?! (?:for|a beat))"
    ),
    "id": re.compile(r"\bjantung\w* (?:sudah |telah )?(?:berhenti(?: berdetak)?)(?! sejenak)"),
}
_KILLS = {
    "en": re.compile(
        rf"\b(?:{KILLS}|(?:{ILLS}) (?:had |has )?(?:took|taken|carried off|carried away|claimed"
        rf"|killed|got|swept away|swallowed)|(?:sheet|blanket|cloth) over|found(?= [^.;]{{3,70}}"
        rf" (?:dead|hanged|drowned|in the (?:reeds|river|water|canal|harbour|ditch|snow))\b))(?= )",
        re.I,
    ),
    "id": re.compile(rf"\b(?:{KILLS_ID}|kain (?:\w+ )?(?:ke|menutupi) (?:wajah|muka))(?= )", re.I),
}
"""Whom it has for its object is dead."""
_HAS_GRAVE = {
    "en": re.compile(
        rf"\b(?:(?:{GRAVES}) of|verdict on|inquest (?:on|into)|in memory of|the late|the dead)"
        rf" (?=\w)"
        rf"|(?<=['’]s )(?P<behind>(?:{GRAVES}))\b(?! (?:to|of|if))",
        re.I,
    ),
    "id": re.compile(rf"\b(?:{GRAVES_ID})(?: bagi| untuk| milik)?(?= )", re.I),
}
_EYES = re.compile(
    r"\b(?:(?:clos(?:ed|es)|shuts?) (?=\S+ eyes)|(?:menutup|mengatupkan) mata )"
    r"(?P<whose>his|her|[A-Z]\w+)"
)
_PRONOUN_OBJECT = re.compile(
    r" (?P<m>him)\b| (?P<beast>it)\b"
    r"| (?P<f>her)(?= (?:at|in|on|under|by|there|next|with|beside|down|herself)\b"
    r"|[.,;])| (?P<any>dia|ia)\b|(?P<nya>nya)\b"
)
_BORDER = re.compile(
    r"[;:—]|\. | (?:and|but|because|since|when|while|after|before|that|dan|tetapi|sebab|karena"
    r"|ketika"
    r"|saat|sejak|setelah|sesudah|sebelum|bahwa|lalu) "
)
_SUBJECT_PRONOUN = re.compile(
    r"\b(he|she|ia|dia|who|yang)(?: (?:sudah|telah|pun|akhirnya|had|has|was|is|later|then|also|too"
    r"|himself|herself|sendiri|kemudian|\w+ly)){0,3} ?$",
    re.I,
)
_LEFT = r"(?:seorang|adalah|menjadi|jadi|kini|sudah|telah|lama|tetap|,)"
_BEREFT = {
    "en": (
        (
            re.compile(
                r"\b(?:(?:was|is|been|now|left|,|became|a|as) (?:an? )?(?:\w+ )?widower|his (?:late"
                r"|dead) wife|(?:buried|lost|outlived) his (?:\w+ )?wife)\b",
                re.I,
            ),
            ("wife",),
        ),
        (
            re.compile(
                r"\b(?:(?:was|is|been|now|left|,|became|as) (?:an? )?(?:\w+ )?widow(?:ed)?|her"
                r" (?:late"
                r"|dead) husband|(?:buried|lost|outlived) her (?:\w+ )?husband)\b",
                re.I,
            ),
            ("husband",),
        ),
        (
            re.compile(
                r"\b(?:orphan(?:ed)?|no parents|(?:parents|mother and father) (?:were|are"
                r"|had) (?:both |all )?(?:dead|died|been killed)|lost both (?:his|her|my)"
                r" parents)\b",
                re.I,
            ),
            ("mother", "father", "parents"),
        ),
        (
            re.compile(r"\b(?:buried|lost) (?:her|his|my) mother\b|\bmotherless\b", re.I),
            ("mother",),
        ),
        (
            re.compile(r"\b(?:buried|lost) (?:her|his|my) father\b|\bfatherless\b", re.I),
            ("father",),
        ),
    ),
    "id": (
        (re.compile(rf"\b(?:menduda|{_LEFT} duda)\b", re.I), ("wife",)),
        (re.compile(rf"\b(?:menjanda|{_LEFT} janda)\b", re.I), ("husband",)),
        (re.compile(r"\b(?:yatim piatu|sebatang kara)\b", re.I), ("mother", "father", "parents")),
        (re.compile(r"\byatim\b(?! piatu)", re.I), ("father",)),
        (re.compile(r"\bpiatu\b(?<!yatim piatu)", re.I), ("mother",)),
    ),
}
_NOT_DEAD = re.compile(
    r"\b(?:not dead|nearly|almost|as if|would have|might|thought (?:he|she|him|her|they)|feared"
    r"|wish\w*|half dead|left for dead|as good as|dead (?:tired|asleep|end)|hampir|nyaris|belum"
    r"|tidak (?:mati|meninggal)|bukan|seperti|seolah|dikira|mati (?:lampu|angin|rasa)|masih hidup"
    r"|if|unless|until|would (?:die|be)|going to|kalau|jika|bila|when (?:I|he|she|you) (?:die|am"
    r" dead)|want\w* .{0,12}dead|tried to|reported|supposed|declared|said (?:that|to be)|konon"
    r"|kabarnya|menyangka|mengira|could have|must have|never killed|takut|khawatir)\b",
    re.I,
)
_MOURNS = re.compile(
    r"^(?!.*\b(?:photo\w*|portrait|painting|picture|foto\w*|lukisan|potret)\b).*\b(?:grave of"
    r"|makam|kuburan|pusara|nisan)\b",
    re.I | re.S,
)
"""A grave is no picture of the dead, though it stands among what depicts."""
_ITALIC = re.compile(r"\*[^*\n]{1,200}\*")
"""What is signalled, read or thought: not the narrator's word."""
_ANYBODY = frozenset(
    f"({one})"
    for one in (
        "man",
        "woman",
        "boy",
        "girl",
        "child",
        "person",
        "orang",
        "anak",
        "lelaki",
        "perempuan",
        "people",
    )
)
"""Roles that many have."""
FROM_THE_BEGINNING = "before the story"
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b", re.I)
_APART = re.compile(r"\b(?:itu|itulah|ini|inilah|tempat|where|when|at which|di|ke)\b", re.I)
_OBJECT_REACH = 30
_GRAVE_REACH = 14
_NOTED = re.compile(
    r"\b(?:dead|deceased|died|killed|murdered|drowned|hanged|lost at sea|hilang di laut|meninggal"
    r"|tewas|wafat|gugur|almarhum\w*|mendiang)\b",
    re.I,
)


def facts(story: Story) -> Iterator[Fact]:
    """Deaths; the value says whether they lie before the story."""
    yield from _noted(story)
    for at, line in enumerate(story.lines):
        if (
            line.sentence.mode in VOUCHED or _MOURNS.search(line.sentence.told)
        ) and not _NOT_DEAD.search(line.sentence.told):
            yield from _told(line, at, story)
    for state in story.states:
        if state.axis.name == "life" and state.value == "dead" and state.mode in VOUCHED:
            line = story.lines[state.line]
            if is_certain(state.who, line, story.lines, state.line):
                yield _fact(state.who, line, story)


def _noted(story: Story) -> Iterator[Fact]:
    """Deaths that sheets of characters tell."""
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            if entry.key in ("died", "death", "meninggal", "wafat") or (
                entry.key in ("role", "peran", "status")
                and _NOTED.search(re.sub(r"\([^)]*\)", "", entry.value))
            ):
                value = _before(entry.value, story)
                if value or (entry.key == "status" and not re.search(r"\d", entry.value)):
                    yield Fact(
                        kind=FactKind.DEATH, subject=one.key, attribute="dead",
                        value=FROM_THE_BEGINNING, place=entry.place,
                    )  # fmt: skip


def is_earlier(text: str, story: Story) -> bool:
    """Whether a text names a year before the story's."""
    return bool(_before(text, story))


def _before(text: str, story: Story) -> str:
    """`FROM_THE_BEGINNING` where a text names a year before the story's, else nothing."""
    base = story.days.base_year
    years = years_in(text) or [int(one) for one in re.findall(r"\b1\d\d\d\b|\b20\d\d\b", text)]
    return FROM_THE_BEGINNING if years and base and min(years) < base else ""


def _told(line: Line, at: int, story: Story) -> Iterator[Fact]:
    language = story.language
    told = _ITALIC.sub(lambda one: " " * len(one.group()), line.sentence.told)
    people = sorted(
        (*line.kin, *line.mentions, *story.beasts.mentions(told)), key=lambda one: one.start
    )
    whom: set[str | None] = {
        who
        for one in _DIES[language].finditer(told)
        for who in _dying(line, one, people)
        if _fits_pronoun(who, told[: one.start()], story)
    }
    whom |= {_possessor(line, one.start(), people) for one in _HEART[language].finditer(told)}
    whom |= {
        _object(line, one.end(), people, _OBJECT_REACH) for one in _KILLS[language].finditer(told)
    }
    for one in _EYES.finditer(told):
        whom.add(_whose_eyes(line, one, people, story))
    for one in _HAS_GRAVE[language].finditer(told):
        if one.groupdict().get("behind"):
            whom.add(_possessor(line, one.start(), people))
        else:
            whom.add(_object(line, one.end(), people, _GRAVE_REACH))
    for key in sorted(one for one in whom if one and one not in _ANYBODY):
        if not is_certain(key, line, story.lines, at):
            continue
        yield _fact(key, line, story)
        if key.startswith("parents:"):
            yield _fact(key.replace("parents:", "mother:"), line, story)
            yield _fact(key.replace("parents:", "father:"), line, story)
    for pattern, kin in _BEREFT[language]:
        if pattern.search(told) and line.subject is not None:
            for relative in kin:
                yield _fact(f"{relative}:{line.subject}", line, story)


def _dying(line: Line, one: re.Match[str], people: list[Mention]) -> set[str]:
    """The subject of a verb of dying; both whom a pronoun may mean."""
    told = line.sentence.told
    before = [who for who in people if who.stop <= one.start() + 1]
    border = max((mark.start() for mark in _BORDER.finditer(told, 0, one.start())), default=-1)
    near = [who for who in before if who.start > border and not _is_possessor(who, line)]
    if near:
        return {max(near, key=lambda who: who.start).key}
    last = told[max(0, border) : one.start()]
    pronoun = _SUBJECT_PRONOUN.search(last)
    meant = {who for who in (doer_at(line, one.start()), line.subject) if who is not None}
    if pronoun and pronoun.group(1).lower() in ("who", "yang"):
        behind = [
            who
            for who in before
            if told[who.stop : one.start()].strip(" ,").lower()[:4] in ("who", "yang")
        ]
        return {behind[-1].key} if behind else set()
    bare = last.strip(" ;:.,—-").lower()
    if pronoun or bare in ("", "and", "dan", "but", "tetapi", "lalu", "then"):
        return meant
    role = _role(line, one.start())
    return {role} if role else set()


def _fits_pronoun(who: str, before: str, story: Story) -> bool:
    """Whether somebody may be the he or she before a verb of dying."""
    last = [one.group().lower() for one in _HE_OR_SHE.finditer(before)][-1:]
    known = story.cast.characters.get(who)
    if not last or known is None or before.rstrip().lower().endswith(known.key.lower()):
        return True
    return known.gender in ("", "m" if last[0] == "he" else "f") or known.key in before


def _whose_eyes(line: Line, one: re.Match[str], people: list[Mention], story: Story) -> str | None:
    """Whose eyes somebody else closes."""
    doer = doer_at(line, one.start())
    if one.group("whose").lower() not in ("his", "her"):
        named = _object(line, one.start("whose"), people, 1)
        return named if named != doer else None
    side = "m" if one.group("whose").lower() == "his" else "f"
    known = story.cast.characters.get(doer or "")
    if known is None or known.gender in (side, ""):
        return None
    return line.owner.get(side)


def _role(line: Line, at: int) -> str | None:
    """Somebody known by a role only who is the subject there: the innkeeper."""
    who = doer_at(line, at)
    return who if who is not None and who.startswith("(") and who != SELF else None


def _object(line: Line, at: int, people: list[Mention], reach: int) -> str | None:
    """Whom an object or `of …` behind an offset names."""
    told = line.sentence.told
    pronoun = _PRONOUN_OBJECT.match(told, at)
    if pronoun is not None:
        clause = clause_at(line, at)
        if clause is not None and clause.objects and not pronoun.group("beast"):
            return clause.objects[0]
        side = str(pronoun.lastgroup)
        if side == "beast":
            beasts = [one.key for one in people if one.stop <= at and one.key.startswith("beast:")]
            return beasts[-1] if beasts else None
        return line.owner.get(side if side in ("m", "f") else "any")
    near = [who for who in people if at <= who.start <= at + reach]
    if not near or re.search(r"[.,;:]", told[at : near[0].start]):
        return None
    if _APART.search(told, at, near[0].start):
        return None
    return near[0].key


def _possessor(line: Line, at: int, people: list[Mention]) -> str | None:
    """Whose something is that stands at an offset: `Tom's`, or a pronoun."""
    before = [who for who in people if who.stop <= at and at - who.stop <= 4]
    if before:
        return before[-1].key
    pronoun = re.search(r"\b(his|her)(?: \w+)? $", line.sentence.told[:at], re.I)
    if pronoun:
        return line.owner.get("m" if pronoun.group(1).lower() == "his" else "f") or line.subject
    return line.subject if line.sentence.told[at:].lower().startswith("jantungnya") else None


def _is_possessor(mention: Mention, line: Line) -> bool:
    return line.sentence.told[mention.stop : mention.stop + 2] in ("'s", "’s")


def _fact(whom: str, line: Line, story: Story) -> Fact:
    value = _before(line.sentence.told, story)
    relative = ":" in whom and not whom.startswith("beast:")
    if not value and relative and (line.sentence.mode in BACK or _is_state(line)):
        value = FROM_THE_BEGINNING
    return Fact(
        kind=FactKind.DEATH, subject=whom, attribute="dead", value=value or "here",
        place=line.sentence.place(), mode=line.sentence.mode,
    )  # fmt: skip


def _is_state(line: Line) -> bool:
    """Whether being bereft is told as somebody's condition and not as news."""
    return bool(
        re.search(
            r"\b(?:orphan|widow\w*|no parents|yatim|piatu|duda|janda|menjanda|menduda|ketika|when"
            r"|tahun|grave|makam)\b",
            line.sentence.told,
            re.I,
        )
    )


__all__ = ["FROM_THE_BEGINNING", "SELF", "facts", "is_earlier"]
