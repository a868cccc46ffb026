"""Patterns for Indonesian, whose questions keep the order of the statement.

"X didirikan pada tahun 1950" becomes "Kapan X didirikan?": no inversion, no inflection, so a
pattern is a regular expression over the sentence.
"""

import re
from collections.abc import Iterator

from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.extractive.pattern import Asked, sentence_pattern
from groundsmith.recipes.qa.extractive.sentence import Sentence

_WORD = r"[A-Z](?:[\w'’-]|\.(?=\w))*"
_NAMED = rf"(?P<subject>{_WORD}(?: (?:(?:di|dan|dari) )?{_WORD}){{0,6}}(?: \([^()]{{1,60}}\))?)"
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_END = r"(?=[,.;:()]| (?:pada|yang|dan|di|sebagai|untuk|dengan) |$)"
_IS = re.compile(
    rf"{_NAMED} (?:adalah|ialah|merupakan) "
    r"(?P<answer>(?:salah satu|(?!(?:dengan|untuk|bahwa|karena|ketika) )[a-z]+) "
    r"[^;:]{10,250}?)[.!]?$"
)
_DONE = re.compile(
    rf"{_NAMED} (?P<verb>(?:di[a-z]{{4,}}|lahir|meninggal|wafat|berdiri|merdeka)"
    rf"(?: di {_WORD}(?: {_WORD}){{0,3}})?),? (?:pada )?(?:(?:tahun|tanggal|bulan) )?"
    rf"(?P<answer>(?:\d{{1,2}} )?(?:(?:{_MONTHS}) )?\d{{4}})(?!\w)"
)
_LIES = re.compile(
    rf"{_NAMED} (?P<verb>terletak|berada|berlokasi|berpusat|lahir|dilahirkan) di "
    rf"(?P<answer>[A-Z][^,.;:()]{{1,80}}?){_END}"
)
_BY = re.compile(
    rf"{_NAMED} (?P<verb>di[a-z]{{4,}}) oleh (?P<answer>{_WORD}(?: {_WORD}){{0,5}}){_END}"
)
_HAS = re.compile(
    rf"{_NAMED} (?:memiliki|mempunyai) (?P<answer>(?:(?:sekitar|lebih dari|kurang dari) )?"
    rf"\d+(?:[.,]\d+)*) (?P<thing>[a-z]+(?: [a-z]+)?){_END}"
)
_WHY = re.compile(
    rf"{_NAMED} (?P<what>(?:(?:tidak|telah|sudah) )?(?:di|me|ber|ter)[a-z]{{3,}}[^,;:]{{0,80}}?),? "
    r"(?P<answer>(?:karena|sebab|disebabkan oleh|akibat) [^;:]{5,200}?)[.!]?$"
)
_POINTS = re.compile(
    r"\b(?:ini|itu|tersebut|dia|ia|mereka|beliau|kami|kita|saya|berikut)\b", re.IGNORECASE
)
_PERSON = re.compile(
    r"seorang |\w+ (?:asal|berkebangsaan|kelahiran) |(?:salah satu )?(?:aktor|"
    r"aktris|anak|arsitek|atlet|dokter|filsuf|firaun|ilmuwan|istri|jenderal|kaisar|komponis|menteri|"
    r"nabi|orang|pahlawan|pelukis|pemain|pemimpin|pencipta|pendiri|penemu|pengarang|pengusaha|"
    r"penulis|penyair|penyanyi|politikus|presiden|putra|putri|raja|ratu|sastrawan|sultan|suami|"
    r"tokoh|wartawan)\b"
)
_LINK = re.compile(
    r"(?:Namun|Setelah|Sebelum|Ketika|Saat|Sejak|Selain|Menurut|Pada|Dalam|Di|Dari|Untuk|Tetapi|"
    r"Akan|Karena|Oleh|Sementara|Kemudian|Akhirnya|Selanjutnya|Meskipun|Walaupun|Salah|Hal|Yang)\b"
)
_ASIDE = re.compile(r" \([^()]*\)")


def _pair(sentence: Sentence, match: re.Match[str], question: str, score: float) -> Iterator[Asked]:
    span = sentence.raw(*match.span("answer"))
    said = match["subject"]
    if _LINK.match(said) or said.split(" ", 1)[0].endswith("nya"):
        return
    if span and not _POINTS.search(question):
        yield Asked(question, *span, score)


def _subject(match: re.Match[str]) -> str:
    return _ASIDE.sub("", match["subject"])


@sentence_pattern("adalah", Kind.DEFINITION, "id")
def defined(sentence: Sentence) -> Iterator[Asked]:
    """From "Borobudur adalah sebuah candi …": apakah yang dimaksud dengan Borobudur?"""
    if match := _IS.match(sentence.text):
        person = _PERSON.match(match["answer"]) is not None
        asks = "Siapakah" if person else "Apakah yang dimaksud dengan"
        yield from _pair(sentence, match, f"{asks} {_subject(match)}?", 0.8)


@sentence_pattern("kapan", Kind.TEMPORAL, "id")
def dated(sentence: Sentence) -> Iterator[Asked]:
    """From "ITB didirikan pada tahun 1959": kapan ITB didirikan?"""
    if match := _DONE.match(sentence.text):
        yield from _pair(sentence, match, f"Kapan {_subject(match)} {match['verb']}?", 0.85)


@sentence_pattern("di-mana", Kind.FACTUAL, "id")
def located(sentence: Sentence) -> Iterator[Asked]:
    """From "Monas terletak di Jakarta": di mana Monas terletak?"""
    if match := _LIES.match(sentence.text):
        yield from _pair(sentence, match, f"Di mana {_subject(match)} {match['verb']}?", 0.82)


@sentence_pattern("oleh-siapa", Kind.FACTUAL, "id")
def done_by(sentence: Sentence) -> Iterator[Asked]:
    """From "Persija didirikan oleh Soeri": oleh siapa Persija didirikan?"""
    if match := _BY.match(sentence.text):
        yield from _pair(sentence, match, f"Oleh siapa {_subject(match)} {match['verb']}?", 0.82)


@sentence_pattern("berapa", Kind.QUANTITATIVE, "id")
def counted(sentence: Sentence) -> Iterator[Asked]:
    """From "Bali memiliki 9 kabupaten": berapa kabupaten yang dimiliki Bali?"""
    if match := _HAS.match(sentence.text):
        question = f"Berapa {match['thing']} yang dimiliki {_subject(match)}?"
        yield from _pair(sentence, match, question, 0.8)


@sentence_pattern("mengapa", Kind.EXPLANATORY, "id")
def caused(sentence: Sentence) -> Iterator[Asked]:
    """From "Soekarno diasingkan karena …": mengapa Soekarno diasingkan?"""
    if match := _WHY.match(sentence.text):
        question = f"Mengapa {_subject(match)} {match['what'].strip()}?"
        yield from _pair(sentence, match, question, 0.78)
