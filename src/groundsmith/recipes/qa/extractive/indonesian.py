"""Patterns for Indonesian, whose questions keep the order of the statement.

"X didirikan pada tahun 1950" becomes "Kapan X didirikan?": no inversion, no inflection, so a
pattern is a regular expression over the sentence.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence

_NAMED = (
    r"(?P<subject>[A-Z][\w.'’-]*(?: (?:di |dan |dari )?[A-Z][\w.'’-]*){0,6}(?: \([^()]{1,40}\))?)"
)
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_DATE = (
    rf"(?:pada )?(?:tahun |tanggal |bulan )?(?P<answer>(?:\d{{1,2}} )?(?:(?:{_MONTHS}) )?\d{{4}})"
)
_IS = re.compile(
    rf"^{_NAMED} (?:adalah|ialah|merupakan) (?P<answer>(?:sebuah|seorang|suatu|salah satu|[a-z])[^;:]+?)[.!]?$"
)
_DONE = re.compile(
    rf"^{_NAMED} (?P<verb>(?:di[a-z]{{4,}}|lahir|meninggal|wafat|berdiri|merdeka)(?: di (?:[A-Z]\w*)(?: [A-Z]\w*)*)?,?) {_DATE}\b"
)
_WHERE = re.compile(
    rf"^{_NAMED} (?P<verb>terletak|berada|berlokasi|berpusat|lahir|dilahirkan) di (?P<answer>[A-Z][^,.;:()]*?)(?=[,.;:()]| pada | yang | dan |$)"
)
_BY = re.compile(
    rf"^{_NAMED} (?P<verb>di[a-z]{{4,}}) oleh (?P<answer>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,5}})(?=[,.;:()]| pada | di | yang |$)"
)
_HAS = re.compile(
    rf"^{_NAMED} (?P<verb>memiliki|mempunyai|terdiri dari|terdiri atas) (?P<answer>(?:sekitar |lebih dari |kurang dari )?\d+(?:[.,]\d+)*) (?P<thing>[a-z]+(?: [a-z]+)?)(?=[,.;:()]| yang | di | dan |$)"
)
_WHY = re.compile(
    rf"^{_NAMED} (?P<rest>(?:tidak |telah |sudah )?(?:di|me|ber|ter)[a-z]{{3,}}[^,;:]*?),? (?P<answer>(?:karena|sebab|disebabkan oleh|akibat) [^;:]+?)[.!]?$"
)
_POINTING = re.compile(
    r"\b(?:ini|itu|tersebut|dia|ia|mereka|beliau|kami|kita|saya|nya|berikut)\b", re.IGNORECASE
)
_PERSON = re.compile(r"^(?:seorang|\w+ (?:asal|berkebangsaan))\b")


def _asked(
    sentence: Sentence, match: re.Match[str], question: str, score: float
) -> Iterator[Asked]:
    span = sentence.raw(*match.span("answer"))
    if span and not _POINTING.search(question):
        yield Asked(question, *span, score)


def _subject(match: re.Match[str]) -> str:
    return re.sub(r" \([^()]*\)", "", match["subject"])


@sentence_pattern("adalah", Kind.DEFINITION, "id")
def defined(sentence: Sentence) -> Iterator[Asked]:
    """From "Borobudur adalah sebuah candi …" → Apa itu Borobudur?"""
    if match := _IS.match(sentence.text):
        who = _PERSON.match(match["answer"]) is not None
        question = (
            f"Siapakah {_subject(match)}?"
            if who
            else f"Apakah yang dimaksud dengan {_subject(match)}?"
        )
        yield from _asked(sentence, match, question, 0.8)


@sentence_pattern("kapan", Kind.TEMPORAL, "id")
def dated(sentence: Sentence) -> Iterator[Asked]:
    """From "ITB didirikan pada tahun 1959." → Kapan ITB didirikan?"""
    if match := _DONE.match(sentence.text):
        question = f"Kapan {_subject(match)} {match['verb'].rstrip(',')}?"
        yield from _asked(sentence, match, question, 0.85)


@sentence_pattern("di-mana", Kind.FACTUAL, "id")
def located(sentence: Sentence) -> Iterator[Asked]:
    """From "Monas terletak di Jakarta." → Di mana Monas terletak?"""
    if match := _WHERE.match(sentence.text):
        yield from _asked(sentence, match, f"Di mana {_subject(match)} {match['verb']}?", 0.82)


@sentence_pattern("siapa", Kind.FACTUAL, "id")
def done_by(sentence: Sentence) -> Iterator[Asked]:
    """From "Persija didirikan oleh Soeri." → Siapa yang mendirikan …, asked as: oleh siapa."""
    if match := _BY.match(sentence.text):
        question = f"Oleh siapa {_subject(match)} {match['verb']}?"
        yield from _asked(sentence, match, question, 0.82)


@sentence_pattern("berapa", Kind.QUANTITATIVE, "id")
def counted(sentence: Sentence) -> Iterator[Asked]:
    """From "Bali memiliki 9 kabupaten." → Berapa kabupaten yang dimiliki Bali?"""
    if match := _HAS.match(sentence.text):
        verb = "dimiliki" if match["verb"] in ("memiliki", "mempunyai") else "membentuk"
        question = f"Berapa {match['thing']} yang {verb} {_subject(match)}?"
        yield from _asked(sentence, match, question, 0.8)


@sentence_pattern("mengapa", Kind.EXPLANATORY, "id")
def caused(sentence: Sentence) -> Iterator[Asked]:
    """From "Soekarno diasingkan karena …" → Mengapa Soekarno diasingkan?"""
    if match := _WHY.match(sentence.text):
        question = f"Mengapa {_subject(match)} {match['rest'].strip()}?"
        yield from _asked(sentence, match, question, 0.78)
