"""What things, beasts, places and kin are called: the inn the Red Lion, her only daughter Georgina.

A naming joins what is named (its noun, whose it is, the words beside it) with a name. The decision
to question: `was called` and its like name for certain, a name beside a noun (`the dog, Pepper,`)
only where it meets a certain one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import VOUCHED, Sentence
from groundsmith.recipes.story.words.cues import SAID
from groundsmith.recipes.story.words.named import KIN, LOCAL, ONE_KIN, OWN, WORK
from groundsmith.verify.words.listing import listed

_HEADS = {
    language: "|".join(
        sorted(
            (word.replace("-", "[ -]") for word in ONE_KIN | KIN | OWN | LOCAL | WORK[language]),
            key=len,
            reverse=True,
        )
    )
    for language in ("en", "id")
}
_NAME = (
    r"(?P<name>(?:(?:[Tt]he|[Aa]n?|[Ss]i|[Ss]ang) )?(?-i:[A-Z])[\w’'-]*[\w]"
    r"(?: (?:(?:and|of|dan) (?:the )?)?(?-i:[A-Z])[\w’'-]*\w){0,3})"
)
_NP = {
    "en": (
        r"(?P<det>the|that|this|my|our|his|her|their|(?-i:[A-Z])\w+['’]s|(?:the|our|my) \w+['’]s)"
        rf" (?P<mods>(?:[a-z-]+ ){{0,2}}?)(?P<head>{_HEADS['en']})\b"
        r"(?P<qual>(?: (?:in|at|on|by|near|of|under|across|behind) (?:the|our|my) [a-z]+){0,2})"
    ),
    "id": (
        rf"\b(?P<head>{_HEADS['id']})(?P<det>ku|nya|mu)?\b(?P<mods>(?: (?!nama|ber|di[a-z]{{4}})"
        r"[a-z-]+){0,5}?)(?P<qual>)"
    ),
}
_GAP = (
    r"(?: (?:was|is|had|has|been|were|always|simply|only|ever|never|which|that|be|being|anything"
    r"|else|but|other|than|still|now|by|everybody|everyone|just|at birth|from the first))*"
)
_CALLED = r"(?:called|named|christened|baptised|baptized|dubbed)"
_KNOWN = r"(?:known|listed|registered|entered|marked|recorded) as"
_BE = r"(?:was|is|were|had (?:always |ever |never )?been)"
_ANSWERS = (
    r"(?:answer(?:s|ed) to|went by|goes by|bore|borne|bears|carried|carries)"
    r"(?: (?:the|a) names?)?(?: of)?"
)
_SURE = {
    "en": (
        rf"{{np}},?{_GAP} (?:{_CALLED}|{_KNOWN}|{_ANSWERS}) (?:the )?{{name}}",
        rf"{{np}}(?:['’]s|, whose| whose|['’])(?: [a-z]+)? name {_BE} (?:the )?{{name}}",
        rf"\bnames? of {{np}} {_BE} (?:the )?{{name}}",
        rf"\b(?:{_CALLED}|call|calls|naming|calling) {{np}} (?:the )?{{name}}",
        r"{name},? (?:\w+) (?:had )?(?:always )?(?:called|named|call) {np}",
        rf"{{name}} {_BE} (?:what|the only name|the name)\b[^.;,]{{0,40}}? {{np}}",
        rf"{{name}} {_BE} the name of {{np}}",
    ),
    "id": (
        r"{np} (?P<gap>(?:[a-z]+ ){0,6}?)(?:bernama|namanya|diberi nama|dinamai|dinamakan|disebut"
        r"|dipanggil|dikenal sebagai|tercatat sebagai|terdaftar sebagai|bermarga"
        r"|memperkenalkan diri sebagai|dengan nama)(?: (?:lain|daripada|dari|adalah|ialah)){0,3}"
        r" {name}",
        r"\b(?:memanggil|menyebut|menamai|menamakan) {np} {name}",
        r"{np} (?:[a-z]+ ){0,5}?(?:nama|namanya), {name}",
        r"\b(?:nama|marga) {np} (?:[a-z]+ ){0,4}?(?:adalah|ialah) {name}",
        r"{name}, begitu(?:lah)? {np} (?:[a-z]+ ){0,4}?(?:disebut|dipanggil|namanya|bernama)",
        r"{np},? {name},? (?:begitu(?:lah)? )?namanya",
    ),
}  # fmt: skip
_BESIDE = {
    "en": (
        r"{np}, (?:the )?{name}(?=[,.;!?])",
        r"(?:^|[.,;] )\W*{name}, (?:who (?:[a-z]+ ){1,3}(?:the )??)?{np}(?=[,.; ])",
        rf"{{np}},? (?:{_BE}|a) (?:an? )?{{name}}(?=[,.;!?])",
        rf"{{name}} {_BE} what (?:[a-z]+ ){{1,4}}(?:over|above|on) {{np}}",
    ),
    "id": (
        r"{np}, {name}(?=[,.;!?])",
        r"(?:^|[.,;] )\W*{name}, {np}(?=[,.;])",
    ),
}
_CALLS = re.compile(
    r"[\"“'‘](?P<name>(?-i:[A-Z])[\w-]+)(?P<comma>[,!]?)[^\"”]*[\"”'’] (?P<tag>[^\"“]{4,80})", re.I
)
_TAG = {
    "en": re.compile(
        rf"(?:{SAID['en'].replace(' ', '|')}) the (?P<who>[a-z]+) (?P<to>to|of) (?:his|her) "
        rf"(?P<head>{_HEADS['en']})\b",
        re.I,
    ),
    "id": re.compile(
        rf"(?:kata|ujar|panggil|seru|teriak|tukas|perintah|sapa) (?P<who>\w+)"
        rf" (?P<to>kepada|pada|tentang) "
        rf"(?P<head>{_HEADS['id']})(?:nya)?\b",
        re.I,
    ),
}
_CALLED_SO = re.compile(r"\bas (?:it|he|she|they)[^,.;]{1,30}\b(?:called|named|known)\b", re.I)
_FOREVER = re.compile(
    r"\b(?:always|never|ever|only|since|from the first|selalu|satu-satunya|hanya|tak pernah"
    r"|tidak pernah|sejak|memang|sampai akhir)\b",
    re.I,
)
_RENAMED = re.compile(
    r"\b(?:renamed|rechristened|changed|instead|nickname\w*|formerly|once called|used to"
    r"|another|other|neighbour\w*|second|new(?:est)? (?:dog|cat|boat|horse|ship)|false|alias"
    r"|pretend\w*|translated|in (?:those days|english|french|latin)|now called|as a joke"
    r"|(?<!pernah )lain(?! daripada)|tetangga|berganti nama menjadi|diganti|julukan"
    r"|(?<!sejak )dulu|dahulu|kedua|alias"
    r"|samaran|pura-pura|sekarang|kini)\b",
    re.I,
)
_MAIDEN = re.compile(r"\b(?:maiden name|before s?he (?:was )?married|née|marga|bermarga)\b", re.I)
_LITTLE = re.compile(r"^(?:the|an?|si|sang|mr|mrs|miss|ms|pak|bu|mak|bang|kiai)\.? ", re.I)
_OWNERS = {
    "my": "my", "our": "my", "ku": "my", "kami": "my", "kita": "my", "his": "his", "her": "her",
    "their": "their", "nya": "his",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What is named, and its name.

    Attributes:
        head: The noun of what is named.
        owner: Whose it is, in a word; nothing where that is not said.
        beside: The words beside the noun, by which one is told from another.
        name: In lower case, without article and title.
        is_sure: Whether the sentence names it, and does not only put a name beside it.
        is_lasting: Whether it says that this was always the name, or that there is no other.
    """

    head: str
    owner: str
    beside: frozenset[str]
    name: str
    is_sure: bool
    is_lasting: bool
    place: Place
    sentence: Sentence


def namings(story: Story) -> Iterator[Naming]:
    """Every naming that the narrator vouches for, in order."""
    for sentence in story.reading.sentences:
        if sentence.mode not in VOUCHED:
            yield from _called_out(sentence, story)
            continue
        if not _RENAMED.search(sentence.told):
            yield from _in(sentence, story)
        yield from _called_out(sentence, story)


def _in(sentence: Sentence, story: Story) -> Iterator[Naming]:
    taken: set[str] = set()
    for patterns, is_sure in ((_COMPILED[story.language], True), (_WEAK[story.language], False)):
        for pattern in patterns:
            for one in pattern.finditer(sentence.told):
                made = _naming(one, sentence, story, is_sure=is_sure)
                if made is not None and made.head not in taken:
                    taken.add(made.head)
                    yield made


def _naming(
    one: re.Match[str], sentence: Sentence, story: Story, *, is_sure: bool
) -> Naming | None:
    name = _LITTLE.sub("", one.group("name")).lower()
    head = story.stem(one.group("head"))
    mods = (one.group("mods") or "").lower().split()
    if not name or name in story.cast.words.stop_names or name == one.group("head").lower():
        return None
    if name.split()[0] in LOCAL and len(name.split()) > 1:
        name = name.partition(" ")[2]
    det = (one.group("det") or "").lower()
    owner = _OWNERS.get(det, "")
    if not owner and det.endswith(("'s", "’s")):
        owner = story.stem(det[:-2].split()[-1])
    if story.language == "id":
        mods += (one.groupdict().get("gap") or "").lower().split()
    owner = owner or next((_OWNERS[word] for word in mods if word in _OWNERS), "")
    if not owner and story.language == "id" and any(word.endswith("nya") for word in mods):
        owner = "his"
    words = [*mods, *re.findall(r"[a-z]+", (one.group("qual") or "").lower())]
    if story.language == "id" and not owner and head in _KIN_STEMS["id"] and mods:
        owner = next((story.stem(w) for w in mods if w not in _POINT), "")
    if _MAIDEN.search(sentence.told):
        head = f"{head} (born)"
    return Naming(
        head=head, owner=owner, name=name,
        is_sure=is_sure or bool(_CALLED_SO.search(sentence.told)),
        beside=frozenset(story.stem(word) for word in words if word not in _POINT) - {owner},
        is_lasting=bool(_FOREVER.search(sentence.told)),
        place=sentence.place(), sentence=sentence,
    )  # fmt: skip


def _called_out(sentence: Sentence, story: Story) -> Iterator[Naming]:
    """A name that somebody calls to one of theirs: "Bertha, come," said the baker to his wife."""
    said = _CALLS.search(sentence.text)
    tag = _TAG[story.language].search(said.group("tag")) if said else None
    if said and tag and (said.group("comma") or tag.group("to") in ("of", "tentang")):
        kin = tag.group("head").lower() in ONE_KIN
        yield Naming(
            head=story.stem(tag.group("head")), owner=story.stem(tag.group("who")) if kin else "",
            name=said.group("name").lower(), beside=frozenset(), is_sure=False,
            is_lasting=bool(_FOREVER.search(sentence.told)), place=sentence.place(),
            sentence=sentence,
        )  # fmt: skip


_POINT = listed(
    """
    the that this itu ini tersebut yang di pada ke dari in at on by near of under across behind our
    my kami kita ku nya old little big own only single satu-satunya sejak lahir dibuat tak pernah
    selalu semua orang oleh sang
    """
)
_KIN_STEMS = {"id": ONE_KIN | KIN}


def _filled(patterns: dict[str, tuple[str, ...]]) -> dict[str, list[re.Pattern[str]]]:
    return {
        language: [
            re.compile(one.replace("{np}", _NP[language]).replace("{name}", _NAME), re.I)
            for one in own
        ]
        for language, own in patterns.items()
    }


_COMPILED, _WEAK = _filled(_SURE), _filled(_BESIDE)
