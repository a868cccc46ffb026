"""Numbers that count things, as they stand in a sentence: which number, of what, of all or of some.

"Her three sons", "all nine of them", "a crew of twelve", "the three-storey house", "ketiga
anaknya", "kambing lima ekor", "berlantai dua". The decision to question: a number beside "other",
"first", "more" or "of the" counts a part, and a part contradicts nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.words.counted import (
    CLASSIFIERS,
    GENERIC,
    GROUPS,
    IRREGULAR_PLURALS,
    KIND_OF,
    NOT_PLURALS,
)
from groundsmith.recipes.story.words.counting import NUMBER, number_of
from groundsmith.recipes.story.words.language import is_verb
from groundsmith.verify.words import MONTHS, STOP_WORDS
from groundsmith.verify.words.listing import listed
from groundsmith.verify.words.numbers import NUMBER_WORDS

_WORDS = r"(?: [^\W\d_]+(?:['’-][^\W\d_]+)*){0,4}"
_NUMERAL = {
    "en": re.compile(
        rf"(?<![\w.,:/’'-])(?:(?P<number>{NUMBER}|dozen)|(?P<both>both)"
        rf"|(?P<one>(?:the|an?|her|his|their) (?:only|single|sole|lone)|only one|one single))"
        rf"(?P<joint>-| of (?:us|them|you)\b)?(?P<words>(?<=-)[^\W\d_]+{_WORDS}|{_WORDS})",
        re.I,
    ),
    "id": re.compile(
        rf"(?<![\w.,:/-])(?:(?P<whole>ke|ber)(?P<number2>(?!ratus|ribu|juta|satu\b){NUMBER})"
        rf"|(?P<one>satu-satunya)|(?P<number>{NUMBER})"
        rf"|(?P<se>se)(?=orang|ekor|buah|pucuk|butir|batang|helai)"
        rf"|ber(?P<noun>lantai|tingkat|kaki|kamar|pintu|jendela|tiang|roda|anak|halaman|jari"
        rf"|jendela)"
        rf" (?P<number3>{NUMBER}))(?P<joint>(?<=se))?(?P<words>(?<=se)\w+{_WORDS}|{_WORDS})",
        re.I,
    ),
}
_GROUP = re.compile(
    rf"\b(?P<noun>{'|'.join(sorted(GROUPS, key=len, reverse=True))}) of (?P<number>{NUMBER})\b"
    rf"(?! (?:years|days|hours|minutes|weeks|months))",
    re.I,
)
_PART_BEFORE = re.compile(
    r"\b(?:another|other|others|first|last|next|further|extra|spare|every|each|remaining|final"
    r"|or|nearly|almost|about|around|some|per|between|chapter|page|room|number"
    r"|no|aged|atau|sampai|hingga|sekitar|hampir|kira-kira|setiap|tiap|bab|nomor|pukul|jam|lebih"
    r"|kurang|lain|hanya tinggal|pertama|terakhir|berikutnya|tinggal|tersisa|sisa|sekadar)"
    r"(?: (?:the|the other))?\W*$",
    re.I,
)
_PART_BEHIND = re.compile(
    r"(?:of (?:the|her|his|their|my|our|its|these|those|\w+['’]s)|or|to|and|more|other|others|left"
    r"|remaining|extra|further|new|different|such|dari|atau|sampai|lagi|lain|baru|di antara|per"
    r"|persen|-odd|o['’]clock|hundredths|thirds|quarters|fifths)\b"
)
_WHOLE_BEFORE = re.compile(
    r"(?:\b(?:all|both|the|same|these|those|its|her|his|their|my|our|exactly|just|whole|semua|seluruh)"
    r"|\w['’]s?)\W*$",
    re.I,
)
_OWNED = re.compile(
    r"\b(?:had|has|have|kept|keep|keeps|owned|owns|there (?:were|was|are|is)|held|holds|hung|stood"
    r"|contained|contains|counted|boasted|numbered|consisted of|made up of|with|ran to|bore|raised"
    r"|carried|led|sailed|lay|were|was|ada|punya|mempunyai|memiliki|memelihara|terdiri|berisi"
    r"|dihuni|diawaki|menyimpan|jumlahnya|berjumlah|sebanyak|mengasuh|membesarkan|terdapat"
    r"|setebal|dengan|melahirkan|beranak)\b(?:[^,;.]{0,40})$",
    re.I,
)
_NO_MORE = re.compile(r"\b(?:only|just|but|hanya|cuma|cuman|tinggal)(?: ada)?\W*$", re.I)
_WALKED = re.compile(
    r"\b(?:walk|took|take|retreat|back|back away|advance|go|went|step|pace|count)(?:s|ed|ing)?\W*$",
    re.I,
)
_WHERE = re.compile(r" (?:in|on|at|by|near|under|who|that|which|di|pada|dari)\b")
_LEFT = ("tinggal", "tersisa", "sisanya")
_MANY = 10
_OF_THE = re.compile(r"^(?:of )?(?:the|her|his|their|my|our|its|these|those) ", re.I)
_WHOLE_BEHIND = re.compile(
    r"^[^.;!?]{0,40}\b(?:no more|in all|altogether|all told|tidak lebih|semuanya|seluruhnya"
    r"|jumlahnya)\b",
    re.I,
)
_HEAD = re.compile(
    r"([^\W\d_]+(?:-[^\W\d_]+)?)(?: (?:di|dalam|pada) \w+| itu| (?:Pak|Bu|Mak|Bang) [A-Z]\w+"
    r"| [A-Z]\w+| (?!yang|ada|cuma|hanya)\w+ itu)?"
    r"(?: itu)?(?: yang| ada| cuma| hanya| berjumlah| sebanyak)?\s*$"
)
_ALONE = {
    "en": re.compile(
        rf"\b(?:all|all the|only|the) (?P<all>{NUMBER})(?: of them)?(?=[,.;!?]|$| (?:on|in|at"
        rf"|were|was|had|lay"
        rf"|stood|went|came)\b)|\bcount(?:s|ed|ing)?\b(?: them| again|:|,"
        rf"| to){{0,2}} (?P<counted>{NUMBER})(?=[,.;!?]|$)"
        rf"|\bthere (?:were|are) (?:only |just "
        rf"|exactly )?(?P<there>{NUMBER})(?: of them)?(?=[,.;!?]|$| in\b)",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?:semuanya|jumlahnya|seluruhnya|menghitung(?:nya)?|dihitung(?:nya)?|tinggal)[:,]? "
        rf"(?:hanya |ada "
        rf"|cuma |tepat )?(?P<all>{NUMBER})(?=[,.;!?]|$)",
        re.I,
    ),
}
_RELATIONS = listed(
    """
    atas bawah dalam antara depan belakang samping balik seluruh semua tengah sekitar hanya cuma
    """
)
_POINTERS = frozenset({"itu", "ini", "yang", "di", "dan", "ke", "dari", "tersebut", "semuanya"})
_NOUN = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
_OF_NOUN = re.compile(
    rf"\b(?P<noun>[^\W\d_]{{3,}}?)nya (?:ada |berjumlah |hanya |cuma "
    rf"|tinggal )?(?P<number>{NUMBER})"
    rf"(?=[,.;!?]|$| (?:orang|ekor|buah|batang|lembar|helai|butir|pucuk|biji|bilah)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """`value` of `noun` at `[start, stop)` of a text.

    Attributes:
        noun: The word for its kind, in lower case; "#group" for people who are counted alone.
        adjectives: The words between the number and the noun.
        is_whole: Whether the text speaks of all there are ("the nine", "ketiga", "had three").
        is_pointing: Whether it points back to things that are known ("the nine", "ketiga").
        is_left: Whether it says how many are left of more.
    """

    value: int
    noun: str
    adjectives: tuple[str, ...]
    is_whole: bool
    is_pointing: bool
    start: int
    stop: int
    is_left: bool = False


def numerals(text: str, language: str) -> Iterator[Numeral]:
    """The counts of a text, in order."""
    for one in _NUMERAL[language].finditer(text):
        made = _english(text, one) if language == "en" else _indonesian(text, one)
        if made is not None:
            yield made
    if language == "en":
        for one in _GROUP.finditer(text):
            value = number_of(one.group("number"))
            if value is not None:
                noun = kind_of(one.group("noun").lower())
                yield Numeral(value, noun, (), True, False, one.start(), one.end())
    else:
        for one in _OF_NOUN.finditer(text):
            value, noun = number_of(one.group("number")), one.group("noun").lower()
            if (
                value is not None
                and value > 1
                and noun not in GENERIC
                and not is_year(one.group("number"))
            ):
                yield Numeral(value, kind_of(noun), (), True, True, one.start(), one.end())


def alone(text: str, before: str, same: str, counted: str, language: str) -> Iterator[Numeral]:
    """Counts whose noun stands before them or a sentence earlier: "all six", "semuanya enam"."""
    for one in _ALONE[language].finditer(text):
        written = next(number for number in one.groupdict().values() if number)
        noun = _last_noun(text[: one.start()]) or same or _last_noun(before) or counted
        value = number_of(written)
        if noun and value is not None and value > 1 and not is_year(written):
            left = one.group().lower().startswith(_LEFT)
            yield Numeral(value, noun, (), True, True, one.start(), one.end(), left)


def _last_noun(text: str) -> str:
    """The last thing in a text that may be counted."""
    named = [word for word in _NOUN.findall(text.lower()) if word in KIND_OF]
    return KIND_OF[named[-1]] if named else ""


def kind_of(noun: str) -> str:
    """The word that stands for a noun and for all other words of its kind."""
    if noun in KIND_OF:
        return KIND_OF[noun]
    if noun.endswith(("xes", "shes", "ches", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def _english(text: str, one: re.Match[str]) -> Numeral | None:
    before, behind = text[max(0, one.start() - 24) : one.start()], one.group("words").strip()
    joint = (one.group("joint") or "").strip()
    if one.group("both") or re.search(r"\ball(?: the)?\W*$", before, re.I):
        behind = _OF_THE.sub("", behind)
    if joint.startswith("of"):
        return _of_us(text, one)
    if _PART_BEFORE.search(before) or _PART_BEHIND.match(behind):
        return None
    value = 2 if one.group("both") else 1 if one.group("one") else number_of(one.group("number"))
    words = behind.lower().split()
    if joint == "-":
        head, rest = words[:1], ()
        if not head or head[0] in NUMBER_WORDS or head[0] in GENERIC:
            return None
        noun, stop = head[0], one.start("words") + len(head[0])
        return Numeral(value or 0, kind_of(noun), rest, True, False, one.start(), stop)
    at = _plural(words, value == 1)
    if at is None or value is None:
        return None
    if kind_of(words[at]) == "stair" and _WALKED.search(before):
        return None
    if words[at] in GENERIC or is_year(one.group("number")):
        return None
    stop = one.start("words") + one.group("words").lower().index(words[at]) + len(words[at])
    only = bool(one.group("one") or _NO_MORE.search(before))
    pointing = (
        bool(_WHOLE_BEFORE.search(before) or one.group("both") or _WHOLE_BEHIND.match(text[stop:]))
        and value > 1
    ) or (only and value == 1)
    whole = (
        _opens(text, one, value)
        or pointing
        or only
        or bool(_OWNED.search(text[: one.start()][-60:]))
    )
    return Numeral(value, kind_of(words[at]), tuple(words[:at]), whole, pointing, one.start(), stop)


def _opens(text: str, one: re.Match[str], value: int) -> bool:
    """Whether a sentence opens with a number so great that it is the sum: "Sixty-four letters."."""
    return value >= _MANY and not any(char.isalnum() for char in text[: one.start()])


def _of_us(text: str, one: re.Match[str]) -> Numeral | None:
    """A group that counts itself: "the seven of us", "there were four of us"."""
    value = number_of(one.group("number") or "")
    before = text[max(0, one.start() - 24) : one.start()]
    whole = re.search(r"\b(?:the|all|there (?:are|were)|only)\W*$", before, re.I)
    us = "us" in (one.group("joint") or "")
    if value is None or not whole or not us:
        return None
    return Numeral(value, "#us", (), True, True, one.start(), one.end("joint"))


def _plural(words: list[str], is_one: bool) -> int | None:
    """Where the noun stands: the first plural among the words, before any word of grammar."""
    for at, word in enumerate(words):
        if word in STOP_WORDS or word in MONTHS:
            return None
        if is_one:
            if word in KIND_OF:
                return at
        elif word in IRREGULAR_PLURALS or (
            word.endswith("s")
            and len(word) > 3
            and not word.endswith(("ss", "us", "is"))
            and word not in NOT_PLURALS
            and "'" not in word
            and "’" not in word
        ):
            return at
    return None


def is_year(written: str | None) -> bool:
    """Whether a number is written as years are."""
    return bool(written) and bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", written or ""))


def _indonesian(text: str, one: re.Match[str]) -> Numeral | None:
    parts = one.groupdict()
    written = parts["number"] or parts["number2"] or parts["number3"]
    value = 1 if parts["one"] or parts["se"] else number_of(written or "")
    before = text[max(0, one.start() - 40) : one.start()]
    words = one.group("words").lower().split()
    if value is None or _PART_BEFORE.search(before) or _PART_BEHIND.match(" ".join(words[:2])):
        return None
    if parts["noun"]:
        return Numeral(value, kind_of(parts["noun"].lower()), (), True, False, one.start(),
                       one.end("number3"))  # fmt: skip
    if parts["whole"] and parts["whole"].lower() == "ber":
        return Numeral(value, "#group", (), True, False, one.start(), one.end("number2"))
    if is_year(written) or (parts["se"] and not (_NO_MORE.search(before) or _OWNED.search(before))):
        return None
    return _with_noun(text, one, value, words, bool(parts["whole"]), before)


def _with_noun(
    text: str, one: re.Match[str], value: int, words: list[str], is_ke: bool, before: str
) -> Numeral | None:
    """The count with its noun, which stands behind the number or before it."""
    classified = bool(words) and words[0] in CLASSIFIERS
    rest = words[1:] if classified else words
    behind = rest and rest[0] not in STOP_WORDS and rest[0] not in MONTHS
    head = _HEAD.search(before)
    only = bool(_NO_MORE.search(before) or one.group("one"))
    owned = only or bool(_OWNED.search(before))
    if classified and head and not is_ke and _bare(head.group(1).lower()) in KIND_OF:
        noun = kind_of(_bare(head.group(1).lower()))
        pointing = (
            before.rstrip().endswith("yang")
            or "nya" in before[head.start() :]
            or (only and value == 1)
        )
        return Numeral(value, noun, (), True, pointing, one.start(), one.end())
    if classified and words[0] in KIND_OF and not behind:
        whole, alone = _opens(text, one, value) or owned, only and value == 1
        return Numeral(value, KIND_OF[words[0]], (), whole, alone, one.start(), one.end("words"))
    if not behind or (rest[0] in GENERIC and rest[:2] != ["anak", "tangga"]):
        return None
    noun = _phrase(rest)
    if _bare(noun) in GENERIC or is_verb(rest[0], "id"):
        return None
    if is_ke and head and _is_ordinal(text, one, head):
        return None
    stop = one.start("words") + 1 + len(" ".join(words[: 2 if classified else 1]))
    pointing = is_ke or bool(re.match(r"(?:\w+ ){0,2}(?:itu|ini)\b", " ".join(rest[1:])))
    pointing = (only and value == 1) or (pointing and not _WHERE.match(text, stop))
    more = tuple(word for word in rest[noun.count("-") + 1 :][:1] if _describes(word))
    whole = pointing or owned or classified or _opens(text, one, value)
    return Numeral(value, kind_of(_bare(noun)), more, whole, pointing, one.start(), stop)


def _describes(word: str) -> bool:
    """Whether a word behind an Indonesian noun says of which kind it is."""
    return word not in STOP_WORDS and word not in _POINTERS and not is_verb(word, "id")


def _phrase(words: list[str]) -> str:
    """The noun: its first word, with the one that makes it another noun."""
    if words[0] in ("anak", "saudara") and len(words) > 1:
        second = words[1].removesuffix("nya")
        if second in ("tangga", "perempuan", "panah", "kunci"):
            return f"{words[0]}-{second}"
        if second in ("laki-laki", "lelaki"):
            return f"{words[0]}-laki-laki"
    return words[0]


def _bare(noun: str) -> str:
    """A noun without its possessive ending."""
    for ending in ("nya", "ku", "mu"):
        if noun.endswith(ending) and len(noun) > len(ending) + 2 and noun not in KIND_OF:
            return noun.removesuffix(ending)
    return noun


def _is_ordinal(text: str, one: re.Match[str], head: re.Match[str]) -> bool:
    """Whether "ketiga" says which and not how many: "anak ketiga", "malam ketiga"."""
    near = text[max(0, one.start() - 1) : one.start()] == " "
    word = head.group(1).lower()
    verb = is_verb(word, "id") or word.startswith("di") or word in STOP_WORDS | _RELATIONS
    return near and not verb
