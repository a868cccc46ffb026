"""What places are like: landlocked, uninhabited, on a summit, without a station, reached by boat.

A feature is an axis and one of its sides ("shore": none or some), told of the places that a
sentence names. The decision to question: only places with a name of their own have features, or two
plain places that stand together ("the church and the school"), so that no other place is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import VOUCHED
from groundsmith.recipes.story.words.places import PLACES
from groundsmith.verify.words.listing import listed

_FEATURES = {
    ("access", "water"): (
        r"\b(?:only|solely|except|unless|nothing but)\b[^.;]{0,12}\b(?:by|on|in) (?:a "
        r"|the )?(?:boat"
        r"|ferry|ship|sea|water|air)\b|\bno (?:bridge|road|causeway)s? (?:led|leads|ran|runs"
        r"|joined"
        r"|linked|connected|crossed)\b"
        r"|\b(?:hanya|cuma)\b[^.;]{0,30}\b(?:perahu|kapal|feri|sampan|laut)\b"
        r"|\b(?:tak|tidak) ada (?:jembatan|jalan darat)\b"
    ),
    ("access", "land"): (
        r"\b(?:bridge|causeway|tunnel|road|railway) (?:over |across |out )?(?:to"
        r"|into) (?:the )?(?-i:[A-Z])"
        r"|\b(?:drove|walked|rode|by (?:car|train|bus|road)) (?:over |across |out )?to (?-i:[A-Z])"
        r"|\b(?:jembatan|terowongan|jalan raya|naik bis|naik mobil"
        r"|kereta)\b[^.;]{0,30}\b(?:ke|menuju)"
        r" (?-i:[A-Z])"
    ),
    ("height", "low"): (
        r"\b(?:bottom|floor|foot|depths?) of (?:the|a) (?:\w+ )?(?:valley|gorge|ravine|hill"
        r"|mountain"
        r"|cliff)|\bdown in the valley\b|\b(?:dasar|kaki) (?:lembah|jurang|bukit|gunung|tebing)"
    ),
    ("height", "high"): (
        r"\b(?:on|at|near) (?:the|its) (?:very )?(?:summit|peak|crest|top of (?:the|a) (?:\w+ )?"
        r"(?:hill|mountain|cliff|ridge))|\b(?:puncak|atas) (?:bukit|gunung|tebing)"
    ),
    ("rank", "most"): (
        r"\b(?:highest|tallest|biggest|largest|deepest|longest|widest)\b|\bter(?:tinggi|besar"
        r"|dalam"
        r"|panjang|luas)\b|\b(?:paling) (?:tinggi|besar|dalam|panjang|luas)\b"
    ),
    ("rank", "less"): (
        r"\b(?:lower|smaller|shorter|shallower|narrower) than (?:any|all|every|most|the other|its)"
        r"|\b(?:lowest|smallest|shortest|shallowest) (?:of|in|peak|hill|lake|river)"
        r"|\blebih (?:rendah|kecil|pendek|dangkal|sempit) (?:daripada|dari) (?:semua|segala"
        r"|setiap)"
        r"|\bter(?:rendah|kecil|pendek|dangkal)\b"
    ),
    ("shore", "none"): (
        r"\b(?:landlocked|far from (?:the|any) sea|had no (?:coast|shore|sea|harbour|port)\w*"
        r"|(?:no|without a) (?:coast|shore|seaboard|coastline)|(?:tak|tidak|tanpa) (?:ber)?pantai"
        r"|(?:tak|tidak) (?:punya|memiliki|mempunyai|ada) (?:laut|pantai|pelabuhan))\b"
    ),
    ("shore", "some"): (
        r"\b(?:coasts?|shores?|beach(?:es)?|seaports?|harbours?|ports?) of (?-i:[A-Z])"
        r"|(?-i:[A-Z])\w+['’]s? (?:\w+ )?(?:coasts?|shores?|beaches|harbours?|ports?"
        r"|fishing fleet)\b"
        r"|\b(?:pantai|pesisir|pelabuhan) (?-i:[A-Z])"
    ),
    ("water", "salt"): (
        r"\b(?:was|is|were|lake|water|its waters?) (?:as )?(?:salt|salty|brackish"
        r"|bitter as the sea)\b"
        r"|\b(?:asin|payau)\b"
    ),
    ("water", "sweet"): (
        r"\b(?:sweet|fresh)[ -]?water\b|\bwaters?\b[^.;]{0,24}\b(?:sweet|fresh|drinkable)\b"
        r"|\btawar\b"
        r"|\bdrank from\b"
    ),
    ("people", "none"): (
        r"\b(?:uninhabited|unpeopled|deserted|nobody (?:had (?:ever )?)?(?:lived|lives)"
        r"|no one (?:had "
        r"(?:ever )?)?(?:lived|lives)|without a (?:single )?soul|(?:tak|tidak) (?:ber)?(?:penghuni"
        r"|penduduk|dihuni)|(?:tak|tidak) ada (?:orang|penghuni|penduduk|manusia))\b"
    ),
    ("people", "some"): (
        r"\b(?:people|inhabitants|islanders|villagers|fishermen|farmers|folk|natives|children"
        r"|mayor"
        r"|families) of (?-i:[A-Z])|(?-i:[A-Z])\w+['’]s? (?:\w+ )?(?:people|inhabitants|villagers"
        r"|farmers|population)\b|\b(?:penduduk|warga|penghuni|orang-orang|rakyat) (?:(?:pulau"
        r"|desa|kota"
        r"|lembah) )?(?-i:[A-Z])"
    ),
    ("border", "none"): (
        r"\b(?:no (?:common |shared )?(?:border|frontier)|shared no (?:border|frontier)"
        r"|did not border"
        r"|(?:tak|tidak) (?:pernah )?berbatasan|(?:tak|tidak) (?:punya|ada|memiliki) (?:tapal )?"
        r"(?:per)?batas\w*)\b"
    ),
    ("border", "some"): (
        r"\b(?:border|frontier) (?:between|of)\b|\b(?:bordered|borders) (?:on )?(?-i:[A-Z])"
        r"|\b(?:per)?batas(?:an)? (?:antara )?(?:\w+ )?(?-i:[A-Z])"
        r"|(?<!tak )(?<!tidak )\bberbatasan dengan"
    ),
    ("trees", "some"): (
        r"\b(?:forest|woods?|jungle|trees)\b[^.;]{0,30}\b(?:stretch|cover|grew|ran|lay"
        r"|unbroken|between)"
        r"|\b(?:hutan|rimba|pepohonan)\b[^.;]{0,20}\b(?:menutupi|membentang|terbentang|tumbuh"
        r"|lebat)"
    ),
    ("trees", "none"): (
        r"\b(?:not a (?:single )?tree|no trees?|treeless|never a tree|nor tree)\b"
        r"|\b(?:tak|tidak) (?:pernah )?(?:ada|tumbuh)\b[^.;]{0,12}\bpohon\b|\btanpa pohon\b"
    ),
    ("sea", "west"): (
        r"\bfac(?:es?|ed|ing) (?:the )?(?:sunset|setting sun|west)|\bsun (?:\w+ )?(?:set|sank"
        r"|went down)"
        r" (?:in|into|over|behind|beyond) the (?:sea|ocean)|\b(?:western|west) (?:shore|coast)\b"
        r"|\bmenghadap (?:ke )?(?:barat|matahari terbenam)"
        r"|\bmatahari (?:\w+ )?(?:terbenam|tenggelam) (?:di|ke) (?:laut|samudra)|\bpantai barat\b"
    ),
    ("sea", "east"): (
        r"\bfac(?:es?|ed|ing) (?:the )?(?:sunrise|rising sun|east)|\bsun (?:\w+ )?(?:rose"
        r"|came up|rises"
        r"|comes up) (?:out of|from|over|above|beyond) the (?:sea|ocean)|\b(?:eastern"
        r"|east) (?:shore"
        r"|coast)\b|\bmenghadap (?:ke )?(?:timur|matahari terbit)"
        r"|\bmatahari (?:\w+ )?(?:terbit|muncul) (?:dari|di) (?:laut|samudra)|\bpantai timur\b"
    ),
    ("apart", "near"): (
        r"\b(?:across the (?:street|road|square|lane)|next(?: door)? to|opposite(?! ends?"
        r"| sides?)|beside|side by side"
        r"|adjoin\w+|wall to wall|di seberang|di sebelah|bersebelahan|berdampingan|berhadapan"
        r"|di samping)\b"
    ),
    ("apart", "far"): (
        r"\b(?:at )?(?:opposite|different|other) (?:ends?|sides?) of (?:the )?(?:town|city"
        r"|village)"
        r"|\b(?:miles|an hour) (?:apart|from each other)|\bujung (?:kampung|desa|kota) yang (?:ber"
        r"lainan|berbeda)|\bberjauhan\b"
    ),
}  # fmt: skip
_PATTERNS = {key: re.compile(words, re.I) for key, words in _FEATURES.items()}
_LACKS = re.compile(
    r"\b(?:(?:had|has|have|boasted|there (?:was|is|had (?:never )?been)) (?:no"
    r"|neither an?|never had an?"
    r"|never an?)|without an?|(?:tak|tidak|belum) (?:ada|punya|mempunyai|memiliki)) "
    r"(?P<nouns>[a-z]+(?:-[a-z]+)?(?: [a-z]+(?:-[a-z]+)?)?)\b",
    re.I,
)
_NAMED = re.compile(r"(?<![\w’'-])(?-i:[A-Z])[a-z]{2,}(?![’'-]?(?!s\b)\w)")
_KIND = listed(
    """
    mount lake river island port village forest desert kingdom pulau gunung danau sungai kali desa
    bandar negeri kerajaan hutan kota lembah celah kampung bukit gurun
    """
)
_ONE_PLACE = frozenset({"apart"})
_AROUND = listed("street road square lane town city village highway kampung desa dusun kota jalan")
_CHANGES = re.compile(
    r"\b(?:new|newly|since then|had been (?:built|laid|opened)|at last|once|would|will|if|now|baru"
    r"|akhirnya|kini|kelak|akan|jika|kalau|telah dibangun|seandainya)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """On which side of an axis a place is.

    Attributes:
        of: The place, or the two places, in lower case.
        is_change: Whether the sentence says that it is so only now, or may be.
    """

    of: frozenset[str]
    axis: str
    side: str
    is_change: bool
    place: Place


def features(story: Story) -> Iterator[Feature]:
    """What the story says of its named places, in order."""
    missing: set[str] = set()
    for sentence in story.reading.sentences:
        if sentence.mode not in VOUCHED:
            continue
        told = sentence.told
        names = _names(told, story)
        nouns = [word for word in re.findall(r"[a-z]+", told.lower()) if word in PLACES - _AROUND]
        changed = bool(_CHANGES.search(told))
        found = [key for key, pattern in _PATTERNS.items() if pattern.search(told)]
        axes = [axis for axis, _ in found]
        for axis, side in found:
            of = frozenset(nouns) if axis in _ONE_PLACE else names
            if axes.count(axis) == 1 and of and (axis not in _ONE_PLACE or len(of) == 2):
                yield Feature(
                    of=of, axis=axis, side=side, is_change=changed, place=sentence.place()
                )
        lacked = {
            noun
            for one in _LACKS.finditer(told)
            for noun in [word for word in one.group("nouns").lower().split() if word in PLACES][-1:]
        }
        for noun in lacked if names else ():
            missing.add(noun)
            yield Feature(
                of=names, axis=noun, side="none", is_change=changed, place=sentence.place()
            )
        for noun in missing - lacked if names else ():
            if re.search(_HAS.format(noun=noun), told):
                yield Feature(
                    of=names, axis=noun, side="some", is_change=changed, place=sentence.place()
                )


_HAS = r"\b{noun} (?:in|at|of|di|pada) [A-Z]|[A-Z]\w+['’]s (?:\w+ )?{noun}\b|\b{noun} [A-Z]\w+"


def _names(told: str, story: Story) -> frozenset[str]:
    """Names in a sentence that may be a place's."""
    return frozenset(
        name
        for one in _NAMED.finditer(told)
        if (name := one.group().lower()) not in story.cast.words.stop_names
        and name not in _KIND
        and (name not in PLACES or one.start() > 1)
    )
