"""Which kinds of question a passage can bear, by what it holds.

A sign too many costs a line of the prompt, a sign too few a kind that is never asked: signs are
generous. Words are signs in the languages we have words for; elsewhere every kind that is told by
its words alone is offered.
"""

import re
from collections.abc import Mapping

from groundsmith.recipes.qa.content import Kind
from groundsmith.records import Chunk, ChunkKind

_BULLET = re.compile(r"^[ \t]{0,8}[-*+•][ \t]+\S", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]{0,8}\d{1,3}[.)][ \t]+\S", re.MULTILINE)
_FIGURE = re.compile(r"\d")
_DATE = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)|(?<!\d)\d{1,2}(?::|[./-]\d{1,2}[./-])\d\d")
_ACRONYM = r"\([A-Z]{2,10}\)"


def _words(words: str, *more: str) -> re.Pattern[str]:
    return re.compile("|".join((rf"\b(?i:{words})\b", *more)))


_SIGNS: Mapping[str, Mapping[Kind, re.Pattern[str]]] = {
    "en": {
        Kind.DEFINITION: _words(
            r"(?:is|are|was|were) (?:an?|the|any|called|known|defined)|means|refers? to"
            r"|stands? for|denotes?|so-called",
            _ACRONYM,
        ),
        Kind.EXPLANATORY: _words(
            "because|due to|since|so that|therefore|thus|hence|in order to|as a result|reasons?"
            "|causes?|caused|leads? to|led to|allows?|ensures?|helps?|purpose|why"
        ),
        Kind.COMPARATIVE: _words(
            "than|whereas|while|unlike|compared|comparison|differs?|differences?|different|similar"
            "|both|either|versus|instead|however"
        ),
        Kind.PROCEDURAL: _words(
            "steps?|first|then|next|finally|before|after|procedures?|process|apply|submit|must"
            "|should|how to|need to"
        ),
        Kind.LIST: _words(
            "such as|includes?|including|consists? of|following|namely|types? of|kinds? of",
            r",[^,.\n]{1,60},? and\b",
        ),
        Kind.TEMPORAL: _words(
            "when|during|until|since|hours?|days?|weeks?|months?|years?|century|deadline|daily"
            "|annually|january|february|march|april|june|july|august|september|october|november"
            "|december"
        ),
        Kind.QUANTITATIVE: _words(
            "two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?"
            "|billions?|half|twice|percent|per cent"
        ),
    },
    "id": {
        Kind.DEFINITION: _words(
            "adalah|merupakan|ialah|yaitu|yakni|disebut|singkatan|artinya|berarti|dikenal", _ACRONYM
        ),
        Kind.EXPLANATORY: _words(
            "karena|sebab|akibat|sehingga|agar|supaya|oleh karena|alasan|tujuan|bertujuan|untuk"
            "|menyebabkan|disebabkan"
        ),
        Kind.COMPARATIVE: _words(
            "daripada|dibandingkan|dibanding|sedangkan|sementara|berbeda|perbedaan|persamaan|sama"
            "|lebih|kurang|namun|tetapi"
        ),
        Kind.PROCEDURAL: _words(
            "langkah|tahap|pertama|kemudian|lalu|selanjutnya|setelah|sebelum|prosedur|cara|proses"
            "|harus|wajib|ajukan|mengajukan"
        ),
        Kind.LIST: _words(
            "seperti|antara lain|meliputi|terdiri|yaitu|yakni|berikut|jenis|macam|termasuk",
            r",[^,.\n]{1,60},? (?:dan|serta)\b",
        ),
        Kind.TEMPORAL: _words(
            "ketika|saat|selama|sejak|hingga|sampai|jam|hari|minggu|bulan|tahun|abad|tenggat"
            "|januari|februari|maret|april|juni|juli|agustus|september|oktober|november|desember"
        ),
        Kind.QUANTITATIVE: _words(
            "dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belas|puluh|ratus|ribu|juta"
            "|setengah|separuh|persen"
        ),
    },
}
_BY_WORDS = (Kind.DEFINITION, Kind.EXPLANATORY, Kind.COMPARATIVE, Kind.PROCEDURAL)


def kinds_of(chunk: Chunk, language: str) -> tuple[Kind, ...]:
    """The kinds worth asking for, in the order of `Kind`; factual always is."""
    found = {Kind.FACTUAL, *_by_structure(chunk)}
    signs = _SIGNS.get(language)
    if signs is None:
        found.update(_BY_WORDS)
    else:
        found.update(kind for kind, sign in signs.items() if sign.search(chunk.text))
    return tuple(kind for kind in Kind if kind in found)


def _by_structure(chunk: Chunk) -> set[Kind]:
    """What the passage's lines and figures say, whatever its language."""
    found: set[Kind] = set()
    if chunk.kind in (ChunkKind.LIST, ChunkKind.TABLE) or _BULLET.search(chunk.text):
        found.add(Kind.LIST)
    if chunk.kind is ChunkKind.TABLE:
        found.add(Kind.COMPARATIVE)
    if _NUMBERED.search(chunk.text):
        found.update((Kind.LIST, Kind.PROCEDURAL))
    if _FIGURE.search(chunk.text):
        found.add(Kind.QUANTITATIVE)
    if _DATE.search(chunk.text):
        found.add(Kind.TEMPORAL)
    return found
