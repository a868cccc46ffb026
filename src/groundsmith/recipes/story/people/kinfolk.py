"""Relatives who have no name: `her mother`, `adiknya`, and whom a narrator calls Mother."""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.people.cast import Cast, Mention
from groundsmith.recipes.story.people.people import SELF

_KIN = {
    "en": re.compile(
        r"\b(?P<whose>[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[A-Z]\w+['’]s) (?:late |dead |old |own "
        r"|elder |younger |little "
        r"|big |only |eldest |youngest |dear |first |poor )?(?P<kin>(?:mother|father|brother|sister"
        r"|son|daughter)-in-law|(?:step|grand)?(?:mother|father|son|daughter|brother|sister)|wife"
        r"|husband|uncle|aunt|parents|niece|nephew|cousin|fianc[eé]e?)\b(?!-)",
    ),
    "id": re.compile(
        r"\b(?P<kin>ibu|ayah|bapak|istri|suami|nenek|kakek|kakak|adik|paman|bibi|orang tua)"
        r"(?:(?P<nya>nya|ku|mu)\b| (?P<whose>mereka|anak itu|gadis itu"
        r"|(?-i:[A-Z]\w+(?: [A-Z]\w+)?)))",
        re.I,
    ),
}
_CALLED = {
    "en": re.compile(r"\b(Mother|Father|Mum|Mom|Dad|Grandma|Grandpa|Granny)\b(?! [A-Z])"),
    "id": re.compile(
        r"\b(Ibu|Bapak|Ayah|Emak|Mama|Papa|Nenek|Kakek)\b(?! [A-Z]| \w+ itu\b| itu\b)"
    ),
}
_CALLS = {
    "mother": "mother", "mum": "mother", "mom": "mother", "ibu": "mother", "emak": "mother",
    "mama": "mother", "father": "father", "dad": "father", "bapak": "father", "ayah": "father",
    "papa": "father", "grandma": "grandmother", "granny": "grandmother", "nenek": "grandmother",
    "grandpa": "grandfather", "kakek": "grandfather",
}  # fmt: skip
KIN_NAMES = {
    "ibu": "mother", "ayah": "father", "bapak": "father", "istri": "wife", "suami": "husband",
    "nenek": "grandmother", "kakek": "grandfather", "paman": "uncle", "bibi": "aunt",
    "orang tua": "parents", "kakak": "elder sibling", "adik": "younger sibling", "anak": "child",
}  # fmt: skip
"""Kin in English, whatever the language."""


def kinfolk(
    told: str,
    mentions: tuple[Mention, ...],
    subject: str | None,
    owner: dict[str, str],
    cast: Cast,
) -> Iterator[Mention]:
    """Relatives without a name, as `mother:Maren`; whom a narrator calls Mother are their own."""
    for one in _CALLED[cast.words.code].finditer(told):
        yield Mention(f"{_CALLS[one.group(1).lower()]}:{SELF}", one.start(), one.end(), one.group())
    for one in _KIN[cast.words.code].finditer(told):
        whose = (one.groupdict().get("whose") or one.groupdict().get("nya") or "").lower()
        kin = KIN_NAMES.get(one.group("kin").lower(), one.group("kin").lower())
        before = {
            cast.characters[mention.key].gender: mention.key
            for mention in mentions
            if mention.start < one.start()
        }
        known = subject if subject in cast.characters else None
        first = known or next((m.key for m in mentions if m.start < one.start()), None)
        around = {**owner, **before, **({"any": first} if first else {})}
        key = _possessor(whose, one, subject, around, cast) or _only(whose, mentions, cast)
        if key is not None:
            yield Mention(f"{kin}:{key}", one.start(), one.end(), one.group())


def _only(whose: str, mentions: tuple[Mention, ...], cast: Cast) -> str | None:
    """The only one whom a sentence names and a possessive fits, before or behind it."""
    side = {"her": "f", "his": "m"}.get(whose)
    fits = {one.key for one in mentions if cast.characters[one.key].gender in (side, "")}
    return fits.pop() if side and len(fits) == 1 else None


def _possessor(
    whose: str, one: re.Match[str], subject: str | None, owner: dict[str, str], cast: Cast
) -> str | None:
    if whose in ("my", "ku"):
        return SELF
    if whose in ("her", "his"):
        side = "f" if whose == "her" else "m"
        if subject in cast.characters and cast.characters[subject].gender == side:
            return subject
        return owner.get(side)
    if whose in ("nya", "anak itu", "gadis itu", "their", "mereka"):
        return owner.get("any") or subject
    named = re.sub(r"['’]s$", "", one.group("whose")).split()[-1]
    return cast.key_of(named)
