"""How Indonesian asks.

The possessive `-nya` does here what `its` and `their` do in English, and the demonstratives `ini`
and `tersebut` follow their noun.
"""

import re

from groundsmith.recipes.qa.checks.answer_type import AnswerType
from groundsmith.recipes.qa.checks.grammar import Grammar, starting, stems
from groundsmith.records import Span

_WH = (
    "apa|apakah|siapa|siapakah|kapan|kapankah|mana|manakah|di ?mana|di ?manakah|ke ?mana|"
    "mengapa|kenapa|bagaimana|bagaimanakah|berapa|berapakah|bilamana|dari ?mana|"
    r"ke ?berapa|[^\W\d_]{2,}kah"
)
_REQUEST = r"\A\W*(?:sebutkan|jelaskan|uraikan|tuliskan|bandingkan|definisikan)\b"
_PAPER = "(?:bagian|dokumen|halaman|tabel|daftar|teks|artikel|bab|paragraf|bacaan|gambar)"

_NO_POSSESSIVE = (
    "ada|akhir|arti|biasa|bertanya|hendak|karena|khusus|lain|maksud|misal|mempu|mena|nanti|"
    "pertanyaan|sebaik|sebelum|sebenar|sebetul|seharus|selanjut|selengkap|semua|sepenuh|"
    "sesungguh|setidak|seterus|terjadi|terutama|umum"
)
_POINTING = re.compile(
    rf"\b(?:tersebut|ini|dia|ia|mereka)\b|\b(?!(?:{_NO_POSSESSIVE}|ha|ta|pu)nya\b)[^\W\d_]{{3,}}nya\b"
)
_NAMED = re.compile(r"(?<=\s)[\"“'(]?[A-Z0-9]\w*|\b(?:sebuah|suatu|seorang|setiap|para)\s+\w+")


def _dangling(question: str) -> Span | None:
    """The first word that points back where nothing before it is named."""
    for match in _POINTING.finditer(question):
        word = match.group()
        if word in ("ini", "tersebut") or not _NAMED.search(question):
            return Span(start=match.start(), stop=match.end())
    return None


INDONESIAN = Grammar(
    asks=re.compile(rf"\b(?:{_WH})\b|{_REQUEST}", re.IGNORECASE),
    requests=re.compile(_REQUEST, re.IGNORECASE),
    asks_again=re.compile(rf"[?？]\s*(?=[^\W_])|\b(?:dan|atau|serta)\s+(?:{_WH})\b", re.IGNORECASE),
    main=re.compile(
        rf",\s*(?:maka\s+)?(?:(?:di|pada|dari|oleh|untuk|ke)\s+)?(?=(?:{_WH})\b)", re.IGNORECASE
    ),
    points=re.compile(
        rf"\b{_PAPER}\s+(?:ini|itu|tersebut|berikut|di atas|di bawah)\b"
        r"|\b(?:disebutkan|dijelaskan|tercantum|tertulis) di (?:atas|bawah|sini)\b"
        r"|\bberikut ini\b|\bmenurut (?:teks|bacaan|artikel|dokumen)(?=\W*(?:\Z|,|\?))",
        re.IGNORECASE,
    ),
    vague=re.compile(r"\A\W*(?i:berapa|kapan|siapa|di ?mana)(?:kah)?\s+[a-z]+\s*\?"),
    dangling=_dangling,
    wants=(
        (starting("berapa (?:lama|sering|kali)"), AnswerType.MEASURE),
        (starting("(?:tahun|tanggal|bulan|hari) (?:berapa|apa)"), AnswerType.TIME),
        (starting("berapa|berapakah"), AnswerType.NUMBER),
        (starting("kapan|kapankah|bilamana"), AnswerType.TIME),
        (starting("di ?mana|di ?manakah|ke ?mana"), AnswerType.PLACE),
        (starting("siapa|siapakah"), AnswerType.NAME),
        (starting("mengapa|kenapa"), AnswerType.REASON),
        (starting(_WH), None),
    ),
    frame=stems(
        """
        adalah alasan arti bagian bentuk cara ciri contoh dampak dasar definisi dilakukan dimaksud
        disebut fungsi guna hal hasil isi istilah jelaskan jenis jumlah kegunaan kelebihan
        kekurangan kepanjangan langkah latar maksud manfaat membedakan memiliki menjadi nama negara
        orang pengertian penyebab perbedaan peran proses sebab sebutkan sesuatu sifat singkatan
        syarat tahun tanggal tempat terdapat terdiri terjadi terletak tujuan tugas umur waktu
        """
    ),
)
