"""Who is dead, since which place of the story, and which kin that concerns.

A death that the narration tells holds from there on. One that is only mentioned ("had died in
1898", "was a widower") holds from the beginning where it names an earlier year or somebody without
a part in the story. What characters say of deaths is not believed: people lie.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.acting import SELF, Line
from groundsmith.recipes.story.bible.days import years_in
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.reading import BACK, VOUCHED

_DIED = {
    "en": re.compile(
        r"\b(?P<subject>(?:had |has )?(?:died|drowned|perished|passed away|breathed (?:his"
        r"|her) last"
        r"|been (?:killed|murdered|buried|shot dead|drowned|hanged)|fallen in (?:the war|battle))"
        r"|(?:was|were|is|lay) (?:already |quite |now |long )?(?:dead|killed|murdered|buried"
        r"|drowned|hanged|beheaded)"
        r"|(?:gone|went) of (?:the )?\w+(?: fever)?)\b"
        r"|\b(?P<heart>heart (?:had )?(?:stopped|gave out|failed))\b"
        r"|\b(?P<object>buried|killed|murdered|beheaded|hanged|strangled|found) (?=(?P<whom>him"
        r"|her(?= (?:at|in|on|under|by|there|next|with|beside)\b|[.,;])|[A-Z]\w+))",
    ),
    "id": re.compile(
        r"\b(?P<subject>meninggal|mati|tewas|wafat|gugur|mangkat|terbunuh|dibunuh|dikubur(?:kan)?"
        r"|dimakamkan|meregang nyawa|(?:meng)?(?:h)?embuskan napas terakhir\w*"
        r"|menghembuskan napas terakhir"
        r"|mengembuskan napas terakhir|berpulang|tutup usia|tiada)\b",
        re.I,
    ),
}
_BODY = {
    "en": re.compile(
        r"\b(?:body|corpse|funeral|burial|grave|murder|remains|death|killing) of (?P<of>[A-Z]\w+)"
        r"|(?P<name>[A-Z]\w+)['’]s (?:dead body|body|corpse|funeral|burial|grave|murder|death"
        r"|killing)\b"
    ),
    "id": re.compile(
        r"\b(?:mayat|jenazah|jasad|makam|kematian|almarhum(?:ah)?|mendiang)"
        r" (?:\w+ )?(?P<of>[A-Z]\w+)"
    ),
}
_BEREFT = {
    "en": (
        (
            re.compile(
                r"\b(?:(?:was|is|been|now|left|,) (?:an? )?(?:\w+ )?widower|his (?:late"
                r"|dead) wife|buried his wife)\b",
                re.I,
            ),
            ("wife",),
        ),
        (
            re.compile(
                r"\b(?:(?:was|is|been|now|left) (?:an? )?(?:\w+ )?widow|her (?:late"
                r"|dead) husband|buried her husband)\b",
                re.I,
            ),
            ("husband",),
        ),
        (
            re.compile(
                r"\b(?:orphan|no parents|(?:parents|mother and father) (?:were|are"
                r"|had) (?:both )?(?:dead|died))\b",
                re.I,
            ),
            ("mother", "father", "parents"),
        ),
        (re.compile(r"\bburied (?:her|his) mother\b", re.I), ("mother",)),
        (re.compile(r"\bburied (?:her|his) father\b", re.I), ("father",)),
    ),
    "id": (
        (re.compile(r"\bduda\b", re.I), ("wife",)),
        (re.compile(r"\bjanda\b", re.I), ("husband",)),
        (re.compile(r"\b(?:yatim piatu|sebatang kara)\b", re.I), ("mother", "father", "parents")),
        (re.compile(r"\byatim\b(?! piatu)", re.I), ("father",)),
        (re.compile(r"\bpiatu\b(?<!yatim piatu)", re.I), ("mother",)),
    ),
}
_NOT_DEAD = re.compile(
    r"\b(?:not dead|nearly|almost|as if|would have|might|thought (?:he|she|him|her|they)|feared"
    r"|wish\w*"
    r"|dead (?:tired|asleep|end)|hampir|nyaris|belum|tidak (?:mati|meninggal)|bukan|seperti"
    r"|seolah|dikira"
    r"|mati (?:lampu|angin|rasa)|masih hidup|if|kalau|when (?:I|he|she|you) (?:die|am dead)"
    r"|want\w* .{0,12}dead"
    r"|reported|supposed|declared|said (?:that|to be)|konon|kabarnya|menyangka|mengira)\b",
    re.I,
)
FROM_THE_BEGINNING = "before the story"


def facts(story: Story) -> Iterator[Fact]:
    """Deaths; the value says whether they lie before the story."""
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            if entry.key in ("died", "death", "meninggal", "wafat") or (
                entry.key in ("role", "peran", "status")
                and re.search(
                    r"\b(?:dead|deceased|lost at sea|hilang di laut|meninggal|almarhum\w*)\b",
                    entry.value,
                )
            ):
                value = _before(entry.value, story)
                if value:
                    yield Fact(
                        kind=FactKind.DEATH,
                        subject=one.key,
                        attribute="dead",
                        value=value,
                        place=entry.place,
                    )
    for line in story.lines:
        if line.sentence.mode in VOUCHED and not _NOT_DEAD.search(line.sentence.told):
            yield from _told(line, story)


def _before(text: str, story: Story) -> str:
    """`FROM_THE_BEGINNING` where a text names a year before the story's, else nothing."""
    base = story.days.base_year
    years = years_in(text) or [int(one) for one in re.findall(r"\b1\d\d\d\b|\b20\d\d\b", text)]
    return FROM_THE_BEGINNING if years and base and min(years) < base else ""


def _told(line: Line, story: Story) -> Iterator[Fact]:
    told = line.sentence.told
    for one in _DIED[story.language].finditer(told):
        whom = _whom(line, one, story)
        if whom is not None:
            yield _fact(whom, line, story)
    for one in _BODY[story.language].finditer(told):
        name = one.groupdict().get("of") or one.groupdict().get("name") or ""
        key = story.cast.key_of(name)
        if key is not None:
            yield _fact(key, line, story)
    for pattern, kin in _BEREFT[story.language]:
        if pattern.search(told) and line.subject is not None:
            for relative in kin:
                yield _fact(f"{relative}:{line.subject}", line, story)


def _whom(line: Line, one: re.Match[str], story: Story) -> str | None:
    """Who it is that died, by the grammar of the verb."""
    told = line.sentence.told
    parts = one.groupdict()
    if parts.get("object"):
        if parts["object"] == "found" and not re.search(r"\bdead\b|reeds|body", told):
            return None
        named = story.cast.key_of(parts["whom"])
        return named or line.owner.get({"him": "m", "her": "f"}.get(parts["whom"], "-"))
    before = [m for m in (*line.kin, *line.mentions) if m.stop <= one.start()]
    border = max(told.rfind(mark, 0, one.start()) for mark in (";", ":", ". ", " and ", " dan "))
    near = [m for m in before if m.start > border and not _is_possessor(m, line)]
    if near:
        return max(near, key=lambda m: m.start).key
    pronoun = re.search(
        r"\b(he|she|ia|dia|his|her|who|yang)\b[^.;,]{0,30}$", told[: one.start()], re.I
    )
    if pronoun and border < pronoun.start():
        if line.mentions and pronoun.group(1).lower() in ("who", "yang"):
            return before[-1].key if before else None
        return line.subject
    if not told[: one.start()].strip(" ,—-"):
        return line.subject
    return None


def _is_possessor(mention: object, line: Line) -> bool:
    stop = getattr(mention, "stop", 0)
    return line.sentence.told[stop : stop + 2] in ("'s", "’s")


def _fact(whom: str, line: Line, story: Story) -> Fact:
    value = _before(line.sentence.told, story)
    relative = ":" in whom
    if not value and relative and line.sentence.mode in BACK:
        value = FROM_THE_BEGINNING
    if not value and relative and not re.search(r"\b(?:SELF)\b", whom) and _is_state(line):
        value = FROM_THE_BEGINNING
    return Fact(
        kind=FactKind.DEATH, subject=whom, attribute="dead", value=value or "here",
        place=line.sentence.place(), mode=line.sentence.mode,
    )  # fmt: skip


def _is_state(line: Line) -> bool:
    """Whether being bereft is told as somebody's condition and not as news."""
    return bool(
        re.search(
            r"\b(?:orphan|widow\w*|no parents|yatim|piatu|duda|janda|ketika|when|tahun)\b",
            line.sentence.told,
            re.I,
        )
    )


__all__ = ["FROM_THE_BEGINNING", "SELF", "facts"]
