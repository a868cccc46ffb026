"""Proper names of a manuscript, and how much the words beside each say of whom or where it names.

A name is a word with a capital where no sentence begins, and hardly ever without one. One that only
opens sentences is a name where it does something, has something or is a known first name, and
where neither the story nor the language at large writes it small. The decision to question: no
list knows all names, so it is company that tells people from places; a name in no company is
nobody's and nowhere's.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import Stemmer

from groundsmith.recipes.story.cutting.speech import speech
from groundsmith.recipes.story.words import english_verbs
from groundsmith.recipes.story.words.abilities import LANGUAGES
from groundsmith.recipes.story.words.everyday import EVERYDAY
from groundsmith.recipes.story.words.first_names import FEMALE_NAMES, MALE_NAMES
from groundsmith.recipes.story.words.gazetteer import KNOWN_PLACES, PLACE_NOUNS
from groundsmith.recipes.story.words.indonesian_verbs import BARE
from groundsmith.recipes.story.words.language import Words, is_verb
from groundsmith.recipes.story.words.phrases import AUXILIARIES_ID, MODALS
from groundsmith.recipes.story.words.roles import ROLES
from groundsmith.verify.background import is_common
from groundsmith.verify.words import STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OPENERS = frozenset(".!?…:;“\"„‘'«—–*#([\n-")
_FIRST_NAMES = FEMALE_NAMES | MALE_NAMES
_STEMMERS = {"en": Stemmer.Stemmer("english"), "id": Stemmer.Stemmer("indonesian")}
_EVERYDAY = {
    language: frozenset({*own, *_STEMMERS[language].stemWords(sorted(own)), *STOP_WORDS})
    for language, own in EVERYDAY.items()
}
_CONTRACTION = re.compile(r"\w+['’](?:ve|ll|re|d|m|t)", re.I)
_SIDE_CHARS = 48
_NOUNS = {
    language: "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))
    for language, nouns in PLACE_NOUNS.items()
}
_NAMED = re.compile(
    r"\b(?:named|called|christened|name (?:is|was)|bernama|namanya|dinamai|dipanggil|si|sang) $",
    re.I,
)
_OF_SAYING = re.compile(
    r"\b(?:thought|wondered|told|asked|reminded|pikir|batin|gumam|kepada|untuk|oleh|bersama|with"
    r"|for) $",
    re.I,
)
_HELD = re.compile(
    r"['’]s (?!a\b|the\b|not\b|been\b|always\b|never\b|only\b|just\b|an\b|[a-z]+ing\b)[a-z]"
)
_HELD_ID = re.compile(
    r"\b(?:wajah|mata|rambut|tangan|suara|kepala|badan|tubuh|kaki|kamar|baju|anak|istri|suami|ibu"
    r"|ayah|bapak|nenek|kakek|adik|kakak|kata|nama) $",
    re.I,
)
_ARTICLE = re.compile(r"\b[Tt]he $")
_TONGUE = re.compile(r"\b(?:bahasa|orang|kaum|bangsa) $")
_LANGUAGE = re.compile(LANGUAGES)
_IS_WHO = re.compile(r"\b(?:was|been|is|be|adalah|ialah|antaranya|seorang|bukan) $")
_ENDS = re.compile(r"[.,;!?]")
_CALLED_TO = re.compile(r"[.?!,…]")
_WHERE = {
    "en": re.compile(
        r"\b(?:at|in|to|from|near|towards?|into|through|around|reached|left|beyond|outside|crossed"
        r"|via|above|below|across|edge of|out of|north of|south of|east of|west of|landed on) "
        r"(?:the )?$",
        re.I,
    ),
    "id": re.compile(
        r"\b(?:di|ke|dari|dekat|menuju|melewati|meninggalkan|sampai di|tiba di|mencapai|sebelah "
        r"(?:utara|selatan|timur|barat)) (?:(?![a-z-]*nya )[a-z-]+ )?$"
    ),
}
_KIND_OF_PLACE = {
    "en": re.compile(
        rf"\b(?:{_NOUNS['en']}|planet|moon) of $|\b(?:boat|ship|train|coach|bus|ferry|road|ticket"
        rf"|steamer|plane|bound) (?:for|to) $",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?:{_NOUNS['id']})(?: (?:kecil|besar|tua|lama|baru))? $|\b(?:kapal|kereta|bus|tiket"
        rf"|feri|jurusan) ke $",
        re.I,
    ),
}
_IS_PLACE = {
    "en": re.compile(
        r" (?:lies|lay) (?:to the|north|south|east|west|between|on the (?:river|coast|road))\b"
        rf"| (?:is|was) (?:an? |the )(?:[a-z]+ ){{0,2}}(?:{_NOUNS['en']})\b"
    ),
    "id": re.compile(
        r" (?:terletak|berada di)\b"
        rf"| (?:adalah|ialah|itu) (?:sebuah )?(?:bangunan|{_NOUNS['id']})\b"
    ),
}
_ACT = re.compile(
    r"(?: (?:[a-z]+ly|never|always|still|also|only|just|then|now|already|once|juga|lalu|masih|sudah"
    r"|pun|pernah|tetap))? (?P<verb>[a-z]+(?:'t)?)\b"
)
_AFFIX = re.compile(
    r"(?:[Mm]e|[Bb]er|[Tt]er|[Dd]i|[Pp]e[mnr]|[Kk]u|[Kk]au)[a-z]{4,}|[Ss]e[a-z]{3,}|\w+nya|\w+-\w+"
)


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words that follow each other, without the title before them.

    Attributes:
        weight: How much its company says that it is a person's; negative for a place's.
    """

    words: tuple[str, ...]
    title: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """A run with its company; `hailed` where somebody is called by it."""

    names: tuple[str, ...]
    title: str
    left: str
    right: str
    hailed: bool


def name_runs(texts: Sequence[str], words: Words) -> Iterator[NameRun]:
    """The runs of name words in all chapters, in order."""
    named = _names(texts, words)
    for text in texts:
        spoken = [(span.start, span.stop) for span in speech(text)]
        for tokens in _groups(text, named):
            yield _run(text, tokens, spoken, words)


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return re.sub(r"['’]s?$", "", word)


def _names(texts: Sequence[str], words: Words) -> set[str]:
    """Words that are names wherever they stand with a capital."""
    inner: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for text in texts:
        for one in _WORD.finditer(text):
            word = bare(one.group())
            if not word or word[0].islower():
                lower[word] += 1
            elif not _opens(text, one.start()):
                inner[word] += 1
            elif _acts(text, one, words):
                opening[word] += 1
    may = {
        word
        for word in {*inner, *opening}
        if len(word) > 1
        and not _CONTRACTION.fullmatch(word)
        and word.lower().removesuffix("nya") not in words.stop_names
        and word.lower() not in words.titles
        and not (word.isupper() and len(word) > 3)
    }
    return {word for word in may & set(inner) if lower[word.lower()] <= inner[word]} | {
        word
        for word in may & set(opening)
        if not lower[word.lower()]
        and (_is_strange(word, words.code) or (opening[word] > 1 and _is_lone(word, words.code)))
    }


def _acts(text: str, one: re.Match[str], words: Words) -> bool:
    """Whether an opening word does or has something, or is a first name."""
    word, right = bare(one.group()), text[one.end() : one.end() + _SIDE_CHARS]
    if word.lower() in _FIRST_NAMES or one.group() != word:
        return True
    act = _ACT.match(right)
    return act is not None and _is_act(act.group("verb"), words)


def _is_act(verb: str, words: Words) -> bool:
    if words.code == "en" and (verb in MODALS or verb in english_verbs.PAST):
        return True
    if words.code == "id" and verb in AUXILIARIES_ID:
        return True
    if words.code == "id" and (verb in BARE or re.fullmatch(r"ke[a-z]{3,}an", verb)):
        return True
    return verb in words.said or is_verb(verb, words.code)


def _is_strange(word: str, language: str) -> bool:
    """Whether a language at large does not write a word small."""
    low = word.lower()
    if low in _FIRST_NAMES:
        return True
    if low in _EVERYDAY[language] or _STEMMERS[language].stemWord(low) in _EVERYDAY[language]:
        return False
    if language == "id" and _AFFIX.fullmatch(word):
        return False
    if language == "en" and (low in english_verbs.BASE or low in english_verbs.PAST):
        return False
    return not is_common(_STEMMERS[language].stemWord(low))


def _is_lone(word: str, language: str) -> bool:
    """Whether a word that has a verb and no article can be nothing but a name, if it recurs."""
    low = word.lower()
    everyday = low in _EVERYDAY[language] or low.endswith("s") or low in english_verbs.BASE
    return language == "en" and not everyday


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a quotation or a line begins at an offset."""
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at == 0 or text[at - 1] in _OPENERS


def _groups(text: str, named: set[str]) -> Iterator[list[re.Match[str]]]:
    """Name words with nothing but a space between them."""
    group: list[re.Match[str]] = []
    for token in _WORD.finditer(text):
        word = bare(token.group())
        follows = bool(group) and text[group[-1].end() : token.start()] == " "
        ended = bool(group) and bare(group[-1].group()) != group[-1].group()
        if group and (word not in named or not follows or ended):
            yield group
            group = []
        if word in named:
            group.append(token)
    if group:
        yield group


def _run(
    text: str, tokens: list[re.Match[str]], spoken: list[tuple[int, int]], words: Words
) -> NameRun:
    names = tuple(bare(one.group()) for one in tokens)
    start, stop = tokens[0].start(), tokens[-1].start() + len(names[-1])
    left, right = text[max(0, start - _SIDE_CHARS) : start], text[stop : stop + _SIDE_CHARS]
    before = _WORD.findall(left)[-1:] if re.search(r"\w\.?[ ]$", left) else []
    title = before[0] if before and before[0].lower() in words.titles else ""
    said = any(begin <= start < end for begin, end in spoken)
    around = _Around(
        names=names,
        title=title,
        left=left,
        right=right,
        hailed=said and left.endswith(", ") and _CALLED_TO.match(right) is not None,
    )
    return NameRun(names, title, _person(around, words) - _place(around, words))


def _person(around: _Around, words: Words) -> int:
    """How much the words on both sides say of a person."""
    left, right = around.left, around.right
    known = around.names[0].lower() in _FIRST_NAMES
    if _ARTICLE.search(left) and not around.title:
        return 0
    weight = 3 * (known + bool(around.title)) + 2 * around.hailed + _deeds(left, right, words)
    weight += 4 * bool(_NAMED.search(left)) + 2 * bool(_OF_SAYING.search(left))
    weight += bool(_HELD.match(right)) + 2 * bool(words.code == "id" and _HELD_ID.search(left))
    weight += 2 * any(one in ROLES[words.code] for one in _WORD.findall(left)[-1:])
    weight += bool(_IS_WHO.search(left) and _ENDS.match(right))
    if around.title or known or any(_is_strange(name, words.code) for name in around.names):
        return weight
    return max(0, weight - 2)


def _place(around: _Around, words: Words) -> int:
    """How much they say of a place."""
    lows = [name.lower() for name in around.names]
    left, nouns = around.left, PLACE_NOUNS[words.code]
    known = lows[0] in _FIRST_NAMES
    if _LANGUAGE.fullmatch(lows[-1]) and lows[-1] not in KNOWN_PLACES:
        return 0
    weight = 4 * (lows[0] in KNOWN_PLACES and not _TONGUE.search(left))
    if not _ARTICLE.search(left) or _is_strange(around.names[-1], words.code):
        weight += 2 * bool(_WHERE[words.code].search(left))
    kind = _KIND_OF_PLACE[words.code].search(left) or _IS_PLACE[words.code].match(around.right)
    named = lows[-1] in nouns if words.code == "en" else lows[0] in nouns
    built = named and (len(lows) > 1 or bool(_ARTICLE.search(left))) and not known
    return weight + 4 * bool(kind) + 6 * built


def _deeds(left: str, right: str, words: Words) -> int:
    """How much a name does there: it speaks, or it is the subject of a verb."""
    before = re.search(r"([^\W\d_]+)[,.?!…]?[”’\"“]? $", left)
    act = _ACT.match(right)
    if (before and before.group(1).lower() in words.said) or (act and act["verb"] in words.said):
        return 3
    return 2 * (act is not None and _is_act(act["verb"], words))
