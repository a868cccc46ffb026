"""Phrases that name kin: `my father's half-sister`, `the only child of Darsono`, `adik Ratri`.

A phrase has a class and a possessor, who may be kin of somebody in turn (`father:(narrator)`). The
decision to question: a term of address ("Aunt Dot", "Bu Sari") has no possessor and is no phrase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.words.kin import (
    ELDER,
    FEMALE_KIN,
    KIN_CLASS,
    MALE_KIN,
    NOT_FULL,
    YOUNGER,
)

_NAME = r"[A-Z][\w’'-]*[a-z](?: [A-Z][\w’'-]*[a-z])?"
_KIN = {
    language: "|".join(sorted(words, key=len, reverse=True))
    for language, words in KIN_CLASS.items()
}
_NOT_WITHIN = (
    "and|or|the|his|her|my|our|of|in|to|that|as|was|is|had|has|with|from|by|at|for|on|a|an"
)
_PERSONS = r"[Mm]y|[Oo]ur|[Hh]is|[Hh]er"
_EN = re.compile(
    rf"\b(?:(?P<whose>{_PERSONS}|[A-Z][\w-]*[a-z](?=['’]s))(?:['’]s)? "
    rf"(?:(?P<of>{_KIN['en']})['’]s )?"
    rf"(?P<before>(?:(?!(?:{_NOT_WITHIN})\b)[a-z]+ ){{0,2}}?)(?P<part>half|step|foster|great)?[- ]?"
    rf"(?P<kin>{_KIN['en']})(?P<law>-in-law)?"
    rf"|(?:(?:[Tt]he|[Aa]n|[Aa]) )?(?P<before2>(?:(?!(?:{_NOT_WITHIN})\b)[a-z]+ ){{0,2}}?)"
    rf"(?P<part2>half|step|foster)?-?"
    rf"(?P<kin2>{_KIN['en']})(?P<law2>-in-law)? of (?P<whose2>[A-Z][\w-]*[a-z])"
    rf"(?:['’]s (?P<of2>{_KIN['en']}))?)\b(?!-| (?:brother|sister)\b)"
)
_ID = re.compile(
    rf"\b(?P<kin>(?i:{_KIN['id']}))(?P<nya>nya|ku)?"
    rf"(?P<after>(?: (?:kandung|tiri|angkat|ipar|tunggal|sulung|bungsu|perempuan|lelaki|sepupu"
    rf"|laki-laki|kembar|pertama|kedua|mendiang|almarhum|almarhumah|satu-satunya)(?:nya|ku)?)*)"
    rf"(?: (?P<of>{_KIN['id']})(?P<nya2>nya|ku)\b"
    rf"| (?:Pak |Bu |Bapak |Ibu |Mak |Nyai |Ki |Haji )?(?P<whose>saya|aku|kami|{_NAME}))?"
)
_FULL = {
    "mum": "mother", "mom": "mother", "dad": "father", "ibu": "mother", "emak": "mother",
    "mak": "mother", "ayah": "father", "bapak": "father", "bapa": "father", "mama": "mother",
    "papa": "father", "istri": "wife", "suami": "husband", "nenek": "grandmother",
    "kakek": "grandfather", "paman": "uncle", "bibi": "aunt", "kakak": "elder sibling",
    "adik": "younger sibling", "anak": "child", "sepupu": "cousin", "keponakan": "nephew or niece",
    "kemenakan": "nephew or niece", "cucu": "grandchild", "ipar": "in-law",
    "abang": "elder brother",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class KinPhrase:
    """Kin of somebody: `word` in English, `kind` its class, `whose` the key of the possessor.

    Attributes:
        pronoun: "his", "her", "nya" where the possessor is still to be found.
        is_only: The phrase says that there is no other: an only child, the only sister.
    """

    word: str
    kind: str
    gender: str
    whose: str
    pronoun: str
    of: str
    is_only: bool
    start: int
    stop: int


def phrases(text: str, language: str, story: Story) -> Iterator[KinPhrase]:
    """The kin phrases of a text, possessors by name or narrator resolved."""
    pattern = _ID if language == "id" else _EN
    for one in pattern.finditer(text):
        found = _indonesian(one, story) if language == "id" else _english(one, story)
        if found is not None:
            yield found


def _english(one: re.Match[str], story: Story) -> KinPhrase | None:
    group = one.groupdict()
    word = group["kin"] or group["kin2"]
    before = (group["before"] or group["before2"] or "").split()
    part = group["part"] or group["part2"] or ""
    of = group["of"] or group["of2"] or ""
    kind = KIN_CLASS["en"][word]
    if part == "great" and kind not in ("uncle", "nephew"):
        return None
    if kind == "child" and word in ("boy", "girl") and not group["of"]:
        return None
    if part in NOT_FULL:
        kind = f"{NOT_FULL[part]}-{kind}"
    elif group["law"] or group["law2"]:
        kind = f"{kind}-in-law"
    elif kind == "sibling":
        kind = "elder" if ELDER & {*before} else "younger" if YOUNGER & {*before} else kind
    whose = group["whose"] or group["whose2"]
    pronoun = whose.lower() if whose.lower() in ("his", "her") else ""
    key = SELF if whose.lower() in ("my", "our") else "" if pronoun else story.cast.key_of(whose)
    if key is None:
        return None
    return KinPhrase(
        word=_FULL.get(word, word), kind=kind, gender=_gender(word), whose=key, pronoun=pronoun,
        of=_FULL.get(of, of), is_only="only" in before,
        start=one.start(), stop=one.end(),
    )  # fmt: skip


def _indonesian(one: re.Match[str], story: Story) -> KinPhrase | None:
    word = one.group("kin").lower()
    after = one.group("after").split()
    kind = KIN_CLASS["id"][word]
    for ending in ("nya", "ku"):
        after = [part.removesuffix(ending) for part in after]
    part = next((NOT_FULL[part] for part in after if part in NOT_FULL), "")
    if "sepupu" in after:
        kind = "cousin"
    elif "ipar" in after:
        kind = "sibling-in-law"
    elif part:
        kind = f"{part}-{'sibling' if kind in ('elder', 'younger') else kind}"
    elif kind == "sibling" and word == "saudara" and not {"kandung", "kembar"} & {*after}:
        return None
    owner = one.group("nya") or one.group("nya2") or ""
    if not owner and (tail := re.search(r"(nya|ku)$", one.group("after"))):
        owner = tail.group() if not tail.string.endswith("satu-satunya") else ""
    whose = (one.group("whose") or "") if not owner else ""
    stop = one.end() if not (one.group("whose") and owner) else one.start("whose") - 1
    if owner == "ku" or whose in ("saya", "aku", "kami"):
        key: str | None = SELF
    else:
        key = story.cast.key_of(whose.split()[0]) if whose else ""
    if key is None or not (owner or whose):
        return None
    return KinPhrase(
        word=_FULL.get(word, word), kind=kind, gender=_gender(word), whose=key,
        pronoun="nya" if owner == "nya" else "",
        of=_FULL.get(one.group("of") or "", one.group("of") or ""),
        is_only="tunggal" in after or "satu-satu" in after, start=one.start(), stop=stop,
    )  # fmt: skip


def _gender(word: str) -> str:
    return "f" if word in FEMALE_KIN else "m" if word in MALE_KIN else ""


def possessor(one: KinPhrase, line: Line, who: str | None, story: Story) -> str | None:
    """The key of whose kin a phrase means, never `who`; `None` where it cannot be told."""
    key = one.whose or _meant(one, line, who, story)
    if key is None:
        return None
    return f"{one.of}:{key}" if one.of else key


def _meant(one: KinPhrase, line: Line, who: str | None, story: Story) -> str | None:
    side = {"his": "m", "her": "f"}.get(one.pronoun, "")
    people = story.cast.characters
    owned = next((o.key for o in line.owned if one.start <= o.start < one.stop), None)
    near = [owned, line.subject]
    before = [m.key for m in line.mentions if m.start < one.start]
    if side:
        near += [line.owner.get(side)]
    elif not {who, *before} - {who}:
        others = {*line.owner.values()} - {who}
        near += [others.pop()] if len(others) == 1 else []
    for key in near:
        if key in people and key != who and (not side or people[key].gender in (side, "")):
            return key
    return None
