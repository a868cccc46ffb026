"""Who is whose mother, brother or wife; and who has none.

A relation is between two people and of one class; "brother" and "sister" are one class, as are
"mother" and "father". `named_kin` says whom a phrase such as `mother:Maren` names.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.acting import SELF
from groundsmith.recipes.story.reading import VOUCHED

CLASS = {
    word: kind
    for kind, words in {
        "parent": "mother father mum dad ibu ayah bapak emak parent",
        "child": "son daughter child anak putra putri",
        "sibling": "brother sister twin kakak adik saudara kembaran",
        "spouse": "wife husband istri suami",
        "uncle": "uncle aunt paman bibi om tante",
        "nephew": "nephew niece keponakan",
        "grandparent": "grandmother grandfather nenek kakek",
        "grandchild": "grandson granddaughter cucu",
        "cousin": "cousin sepupu",
    }.items()
    for word in words.split()
}
_GENDERED = {
    "mother": "f", "father": "m", "wife": "f", "husband": "m", "sister": "f", "brother": "m",
    "grandmother": "f", "grandfather": "m", "aunt": "f", "uncle": "m", "daughter": "f", "son": "m",
}  # fmt: skip
_BACK = {
    "parent": "child", "child": "parent", "sibling": "sibling", "spouse": "spouse",
    "uncle": "nephew", "nephew": "uncle", "grandparent": "grandchild",
    "grandchild": "grandparent", "cousin": "cousin",
}  # fmt: skip
_KIN = "|".join(sorted(CLASS, key=len, reverse=True))
_NAME = r"(?:[A-Z][\w’'-]+)"
_EN = re.compile(
    rf"(?P<a>{_NAME})(?: {_NAME})?, (?P<whose>his|her|my|{_NAME}['’]s) (?:\w+ )?(?P<kin>{_KIN})\b"
    rf"|\b(?P<whose2>[Hh]is|[Hh]er|[Mm]y"
    rf"|{_NAME}['’]s) (?:\w+ )?(?P<kin2>{_KIN}),? (?P<b>{_NAME})\b"
    rf"|(?P<c>{_NAME})['’]s (?P<kin3>{_KIN}) (?:you|I|he|she)\b"
)
_ID = re.compile(
    rf"(?P<a>{_NAME})(?: {_NAME})?, (?P<kin>{_KIN})(?: kandung| tiri)?(?P<nya>nya|ku| mereka)\b"
    rf"|\b(?P<kin2>[a-z]\w+?)(?: kandung)?(?P<nya2>nya|ku| mereka), (?P<b>{_NAME})\b"
    rf"|(?P<c>{_NAME})(?: {_NAME})?, (?P<kin3>{_KIN}) (?:tunggal |sulung "
    rf"|bungsu )?(?P<whose>{_NAME})\b"
    rf"|(?P<d>{_NAME})(?: {_NAME})?, (?P<kin4>{_KIN}) kandung(?P<nya4>nya)"
)
_NOTED = re.compile(
    rf"\b(?:(?:the )?(?:elder |younger |older |twin )?(?P<kin>{_KIN}) (?:of )?(?P<whose>{_NAME}"
    rf"(?:(?: {_NAME})?(?:,? (?:and|dan) {_NAME})?)))"
    rf"|(?P<whose2>{_NAME})['’]s (?:\w+ )?(?P<kin2>{_KIN})\b"
)


def facts(story: Story) -> Iterator[Fact]:
    """Relations; `subject` is `attribute`(class) of `value`."""
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            for match in _NOTED.finditer(entry.value):
                kin = match.group("kin") or match.group("kin2")
                for name in re.findall(_NAME, match.group("whose") or match.group("whose2")):
                    key = story.cast.key_of(re.sub(r"['’]s$", "", name))
                    if key is not None and key != one.key:
                        yield Fact(
                            kind=FactKind.RELATION, subject=one.key, attribute=CLASS[kin.lower()],
                            value=key, place=entry.place,
                        )  # fmt: skip
    pattern = _ID if story.language == "id" else _EN
    for line in story.lines:
        if line.sentence.mode in VOUCHED:
            for match in pattern.finditer(line.sentence.told):
                parts = {name: value for name, value in match.groupdict().items() if value}
                fact = _told(parts, line.subject, line.owner, story)
                if fact is not None:
                    who, kin, whose = fact
                    yield Fact(
                        kind=FactKind.RELATION, subject=who, attribute=kin, value=whose,
                        place=line.sentence.place(match.start(), match.end()),
                        mode=line.sentence.mode,
                    )  # fmt: skip


def _told(
    parts: dict[str, str], subject: str | None, owner: dict[str, str], story: Story
) -> tuple[str, str, str] | None:
    name = next((parts[key] for key in ("a", "b", "d") if key in parts), None) or parts.get("c", "")
    kin = next(value for key, value in parts.items() if key.startswith("kin")).lower()
    who = story.cast.key_of(name)
    whose = next((value for key, value in parts.items() if key.startswith("whose")), "")
    other: str | None
    if re.fullmatch(r"[Hh]is|[Hh]er", whose):
        side = "m" if whose.lower() == "his" else "f"
        other = subject if subject in story.cast.characters and subject != who else owner.get(side)
        if other == who or (other and story.cast.characters[other].gender not in (side, "")):
            other = None
    elif whose:
        other = story.cast.key_of(re.sub(r"['’]s$", "", whose))
    else:
        other = subject if subject != who else None
    if who is None or other is None or who == other or other == SELF or kin not in CLASS:
        return None
    return who, CLASS[kin], other


def named_kin(story: Story) -> dict[str, str]:
    """Whom `mother:Maren` and its like name, where the story says so."""
    found: dict[str, str] = {}
    for fact in facts(story):
        one = story.cast.characters.get(fact.subject)
        for kin, gender in _GENDERED.items():
            if one is not None and CLASS[kin] == fact.attribute and one.gender == gender:
                found[f"{kin}:{fact.value}"] = fact.subject
    return found


def back(kind: str) -> str:
    """The class of a relation seen from the other side."""
    return _BACK[kind]
