"""Patterns for Indonesian: what, who, where and why.

"X terletak di Y" becomes "Di mana X terletak?": no inversion, no inflection, so a pattern is a
regular expression over the sentence.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.indonesian_subject import (
    END,
    PERSON,
    SUBJECT,
    WORD,
    is_lone,
    subject_of,
)
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence

_IS = re.compile(
    rf"{SUBJECT} (?:adalah|ialah|merupakan) "
    r"(?P<answer>(?:salah satu|(?!(?:dengan|untuk|bahwa|karena|ketika|tropis) )[a-z]+) "
    r"[^;:]{10,250}?)[.!]?$"
)
_LIES = re.compile(
    rf"{SUBJECT} (?P<verb>terletak|berada|berlokasi|berpusat|berkantor pusat|bermarkas|lahir|"
    rf"dilahirkan|dimakamkan|meninggal|wafat) di (?P<answer>[A-Z][^,.;:()]{{1,80}}?){END}"
)
_BY = re.compile(
    rf"{SUBJECT} (?P<verb>(?:pertama kali )?(?:diangkat|dibangun|dibawakan|dibentuk|dibuat|dibunuh|"
    r"diciptakan|didirikan|digagas|digubah|dikalahkan|dikelola|dikembangkan|diluncurkan|dilukis|"
    r"dimainkan|dimiliki|dinyanyikan|dipelopori|diperankan|diperintah|diperkenalkan|dipimpin|"
    r"dipopulerkan|diprakarsai|diproduksi|dirancang|diresmikan|dirilis|disusun|disutradarai|"
    rf"ditaklukkan|ditandatangani|ditemukan|diterbitkan|ditulis)) oleh (?P<answer>{WORD}"
    rf"(?: (?:dan )?{WORD}){{0,6}})(?<! Rev)(?<! Dr)(?<! Ir)(?<! Prof)(?<! Drs)"
    r"(?=[,.;:()]| (?:pada|yang|di|sebagai|untuk|dengan|dalam|tahun) |$)"
)
_FROM = re.compile(rf"{SUBJECT} berasal dari (?P<answer>[A-Z][^,.;:()]{{2,80}}?){END}")
_MADE_OF = re.compile(
    rf"{SUBJECT} (?P<verb>terdiri (?:dari|atas)|terbagi menjadi|meliputi) "
    r"(?P<answer>(?=[^;:]*(?:,| dan ))[^;:]{5,200}?)[.]?$"
)
_KNOWN = re.compile(
    rf"{SUBJECT} (?:juga )?(?P<verb>dikenal (?:juga )?(?:sebagai|dengan nama)|"
    rf"dijuluki(?: sebagai)?|"
    rf"disebut (?:juga )?(?:sebagai)?) ?(?P<answer>[\"“]?[\w][^,.;:()]{{2,80}}?)"
    r"(?=[,.;:()]| (?:karena|yang|dan|pada|oleh) |$)"
)
_USED = re.compile(
    rf"{SUBJECT} (?P<verb>(?:biasa |sering )?(?:digunakan|dipakai|dimanfaatkan|dirancang|dibuat|"
    r"dibentuk|didirikan|bertujuan|berfungsi)) "
    r"(?P<answer>(?:untuk|sebagai) [^;:]{8,160}?)[.]?$"
)
_WHY = re.compile(
    rf"{SUBJECT} (?P<what>(?:(?:tidak|telah|sudah) )?(?:di|me|ber|ter)[a-z]{{3,}}[^,;:]{{0,80}}?)"
    r",? "
    r"(?P<answer>(?:karena|sebab|disebabkan oleh|akibat|agar|supaya) [^;:]{5,200}?)[.!]?$"
)
_ROLE = re.compile(
    r"(?P<role>(?:Ibu kota|Ibukota|Mata uang|Bahasa resmi|Presiden pertama|Pendiri|Pencipta|Penemu|"
    rf"Penulis|Nama (?:asli|lain|lengkap)|Agama resmi|Lagu kebangsaan) {WORD}(?: {WORD}){{0,4}}) "
    rf"adalah (?P<answer>{WORD}(?: (?:dan )?{WORD}){{0,5}}){END}"
)
_GOES_ON = re.compile(
    r"(?:,| dan| tetapi| namun| sedangkan) [A-Z]\w+(?: [A-Z]\w+)* (?:adalah|menjabat|me[a-z]{4,})"
)
_POINTS = re.compile(
    r"\b(?:ini|itu|tersebut|dia|ia|mereka|beliau|kami|kita|saya|berikut)\b", re.IGNORECASE
)
_OF_PEOPLE = frozenset({"lahir", "dilahirkan", "dimakamkan", "meninggal", "wafat"})
_PEOPLE = ("Presiden", "Pendiri", "Pencipta", "Penemu", "Penulis")


def pair(
    sentence: Sentence,
    match: re.Match[str] | None,
    wording: str,
    score: float,
    *,
    defines: bool = False,
) -> Iterator[Asked]:
    """The pair of a match, `{subject}` of its wording filled in, if nothing in it points away.

    Args:
        defines: Whether a common noun may be the subject, as of a definition.
    """
    subject = subject_of(sentence, match) if match else None
    if match is None or subject is None or (not defines and subject.lower() in sentence.plain):
        return
    span = sentence.raw(*match.span("answer"))
    question = " ".join(wording.replace("{subject}", subject).split())
    if _GOES_ON.search(match["answer"]):
        return
    if span and not _POINTS.search(question) and not _POINTS.match(match["answer"]):
        yield Asked(question, *span, score)


@sentence_pattern("adalah", Kind.DEFINITION, "id")
def defined(sentence: Sentence) -> Iterator[Asked]:
    """From "Borobudur adalah sebuah candi …": apakah yang dimaksud dengan Borobudur?"""
    match = _IS.match(sentence.text)
    person = match and (match["subject"] in ("Ia", "Dia") or PERSON.match(match["answer"]))
    asks = "Siapakah" if person else "Apakah yang dimaksud dengan"
    yield from pair(sentence, match, f"{asks} {{subject}}?", 0.8, defines=True)


@sentence_pattern("di-mana", Kind.FACTUAL, "id")
def located(sentence: Sentence) -> Iterator[Asked]:
    """From "Monas terletak di Jakarta": di mana Monas terletak?"""
    match = _LIES.match(sentence.text)
    if match and not (match["verb"] in _OF_PEOPLE and is_lone(match)):
        yield from pair(sentence, match, f"Di mana {{subject}} {match['verb']}?", 0.82)


@sentence_pattern("oleh-siapa", Kind.FACTUAL, "id")
def done_by(sentence: Sentence) -> Iterator[Asked]:
    """From "Persija didirikan oleh Soeri": oleh siapa Persija didirikan?"""
    if match := _BY.match(sentence.text):
        yield from pair(sentence, match, f"Oleh siapa {{subject}} {match['verb']}?", 0.82)


@sentence_pattern("dari-mana", Kind.FACTUAL, "id")
def stemming(sentence: Sentence) -> Iterator[Asked]:
    """From "Suku Bugis berasal dari Sulawesi": dari mana Suku Bugis berasal?"""
    yield from pair(sentence, _FROM.match(sentence.text), "Dari mana {subject} berasal?", 0.76)


@sentence_pattern("terdiri", Kind.LIST, "id")
def composed(sentence: Sentence) -> Iterator[Asked]:
    """From "Bali terdiri dari 9 kabupaten": Bali terdiri dari apa saja?"""
    if match := _MADE_OF.match(sentence.text):
        yield from pair(sentence, match, f"{{subject}} {match['verb']} apa saja?", 0.78)


@sentence_pattern("dikenal", Kind.FACTUAL, "id")
def known(sentence: Sentence) -> Iterator[Asked]:
    """From "Bandung dijuluki Kota Kembang": Bandung dijuluki apa?"""
    if match := _KNOWN.match(sentence.text):
        yield from pair(sentence, match, f"{{subject}} {match['verb']} apa?", 0.76)


@sentence_pattern("untuk-apa", Kind.EXPLANATORY, "id")
def meant(sentence: Sentence) -> Iterator[Asked]:
    """From "Angklung digunakan untuk …": untuk apa Angklung digunakan?"""
    if match := _USED.match(sentence.text):
        asks = "Sebagai" if match["answer"].startswith("sebagai") else "Untuk"
        yield from pair(sentence, match, f"{asks} apa {{subject}} {match['verb']}?", 0.78)


@sentence_pattern("mengapa", Kind.EXPLANATORY, "id")
def caused(sentence: Sentence) -> Iterator[Asked]:
    """From "Soekarno diasingkan karena …": mengapa Soekarno diasingkan?"""
    if match := _WHY.match(sentence.text):
        yield from pair(sentence, match, f"Mengapa {{subject}} {match['what'].strip()}?", 0.78)


@sentence_pattern("peran", Kind.FACTUAL, "id")
def filled(sentence: Sentence) -> Iterator[Asked]:
    """From "Ibu kota Jepang adalah Tokyo": apa ibu kota Jepang?"""
    match = _ROLE.match(sentence.text)
    span = sentence.raw(*match.span("answer")) if match else None
    if match and span:
        role = match["role"][0].lower() + match["role"][1:]
        asks = "Siapakah" if match["role"].startswith(_PEOPLE) else "Apa"
        yield Asked(f"{asks} {role}?", *span, 0.84)
