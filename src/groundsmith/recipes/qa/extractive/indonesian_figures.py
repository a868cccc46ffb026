"""Patterns for Indonesian: when, how many, how large."""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.indonesian import pair
from groundsmith.recipes.qa.extractive.indonesian_subject import (
    DATE,
    END,
    MONTHS,
    SUBJECT,
    WORD,
    is_lone,
)
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence

_ON = r"pada (?:(?:tahun|tanggal|bulan|hari \w+,?) )?"
_VERB = (
    r"(?:(?:mulai|pertama kali|resmi|telah) )?"
    r"(?:(?!\w*nya\b)(?:di|me|ber|ter)[a-z]{4,}|lahir|meninggal|wafat|merdeka)"
)
_DONE = re.compile(
    rf"{SUBJECT} (?P<verb>{_VERB}(?: [^\d,.;:()]{{1,60}}?)??),? (?:{_ON}|tanggal |tahun )"
    rf"(?P<answer>{DATE})"
)
_LEAD = re.compile(
    rf"Pada (?:(?:tahun|tanggal|bulan) )?(?P<answer>{DATE}),? {SUBJECT} "
    rf"(?P<verb>{_VERB}(?: [^\d,.;:()]{{1,90}})?)(?=[.,])"
)
_LOOSE = re.compile(
    r"\b(?:akhir|antara|awal|dari|dengan|di|hingga|kira-kira|merupakan|pada|pertengahan|sampai|sejak|"
    r"sekitar|setelah|sebelum|tanggal|tepatnya)$|\b(?:ibunya|merupakan)\b"
)
_LIFE = ("lahir", "dilahirkan", "meninggal", "wafat", "bergabung", "berkenalan", "menikah")
_DAY = rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}"
_BORN = re.compile(
    rf"(?P<subject>{WORD}(?: {WORD}){{0,5}}),? \((?:[^()]{{1,80}}; )?"
    rf"(?:lahir (?:di )?[^()\d]{{0,80}}(?P<answer>{_DAY})"
    rf"|(?P<birth>{_DAY}) ?[-–—] ?(?P<death>{_DAY})\))"
)
_NUMBER = r"(?:(?:sekitar|lebih dari|kurang dari|hampir|kurang lebih) )?\d+(?:[.,]\d+)*"
_HAS = re.compile(
    rf"{SUBJECT} (?:memiliki|mempunyai) (?P<answer>{_NUMBER}) (?P<thing>[a-z]+(?: [a-z]+)?){END}"
)
_MEASURE = re.compile(
    rf"{SUBJECT} (?:memiliki|mempunyai|dengan|mencapai) (?P<what>luas(?: wilayah)?|tinggi|"
    r"ketinggian|panjang|lebar|kedalaman|jumlah penduduk|populasi|kapasitas) "
    r"(?:sebesar |sebanyak |mencapai |sekitar )?"
    rf"(?P<answer>{_NUMBER}(?: (?:juta|ribu|miliar))?(?: ?(?:km²|km2|km|m²|meter|kaki|"
    r"hektare?|jiwa|orang|penduduk|penonton|mdpl|m|ha))?)(?!\w)"
)


@sentence_pattern("kapan", Kind.TEMPORAL, "id")
def dated(sentence: Sentence) -> Iterator[Asked]:
    """From "ITB didirikan pada tahun 1959": kapan ITB didirikan?"""
    match = _DONE.match(sentence.text) or _LEAD.match(sentence.text)
    if match is None or _LOOSE.search(match["verb"]):
        return
    if not (match["verb"].startswith(_LIFE) and is_lone(match)):
        yield from pair(sentence, match, f"Kapan {{subject}} {match['verb']}?", 0.85)


@sentence_pattern("lahir", Kind.TEMPORAL, "id")
def lived(sentence: Sentence) -> Iterator[Asked]:
    """From "Sukarno (6 Juni 1901 – 21 Juni 1970)": kapan Sukarno lahir, dan kapan meninggal?"""
    match = _BORN.match(sentence.text) if "(" in sentence.text else None
    if match is None:
        return
    if born := sentence.raw(*match.span("answer" if match["answer"] else "birth")):
        yield Asked(f"Kapan {match['subject']} lahir?", *born, 0.86)
    if match["death"] and (died := sentence.raw(*match.span("death"))):
        yield Asked(f"Kapan {match['subject']} meninggal?", *died, 0.84)


@sentence_pattern("berapa", Kind.QUANTITATIVE, "id")
def counted(sentence: Sentence) -> Iterator[Asked]:
    """From "Bali memiliki 9 kabupaten": berapa kabupaten yang dimiliki Bali?"""
    if match := _HAS.match(sentence.text):
        wording = f"Berapa {match['thing']} yang dimiliki {{subject}}?"
        yield from pair(sentence, match, wording, 0.8)


@sentence_pattern("ukuran", Kind.QUANTITATIVE, "id")
def measured(sentence: Sentence) -> Iterator[Asked]:
    """From "Bali memiliki luas 5.780 km²": berapa luas Bali?"""
    if match := _MEASURE.match(sentence.text):
        yield from pair(sentence, match, f"Berapa {match['what']} {{subject}}?", 0.82)
