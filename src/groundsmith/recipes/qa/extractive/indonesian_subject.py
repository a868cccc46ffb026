"""What an Indonesian sentence is about: a name, or what points at one in the sentence before.

"Ia" and "kota ini" are resolved only where the paragraph defined one name as a person or as a city
and every sentence since is about it.
"""

import re

from groundsmith.recipes.qa.extractive.sentence import Sentence

WORD = r"[A-Z](?:[\w'’-]|\.(?=\w))*"
_NAME = rf"{WORD}(?: (?:(?:di|dan|dari|bin|binti|al) )?{WORD}){{0,6}}"
SUBJECT = (
    rf"(?P<subject>(?:Ia|Dia|Beliau|{WORD}(?: [a-z]+)? (?:ini|tersebut)|{_NAME}))"
    r"(?: \([^()]{0,120}\))?"
)
"""A subject at a sentence's head; what stands in parentheses behind it is left out."""
MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
DATE = rf"(?:\d{{1,2}} )?(?:(?:{MONTHS}) )?\d{{4}}(?!\w|[.,]\d)"
END = r"(?=[,.;:()]| (?:pada|yang|dan|di|sebagai|untuk|dengan|oleh|serta|dalam) |$)"
PRONOUNS = frozenset({"Ia", "Dia", "Beliau"})
_POINTER = re.compile(r"(?P<kind>\w+(?: [a-z]+)?) (?:ini|tersebut)")
_DEFINED = re.compile(
    rf"(?P<name>{_NAME})(?: \([^()]{{0,120}}\))? (?:adalah|ialah|merupakan) "
    r"(?P<what>(?:(?:sebuah|seorang|suatu|salah satu|seekor) )?(?P<kind>[a-z]+)[^;:]*)"
)
PERSON = re.compile(
    r"seorang |\w+ (?:asal|berkebangsaan|kelahiran) |(?:salah satu )?(?:adik|aktor|aktris|anak|"
    r"arsitek|artis|atlet|ayah|bangsawan|biksu|cucu|dokter|filsuf|firaun|guru|ibu|ilmuwan|istri|"
    r"jenderal|kaisar|kakak|kepala|ketua|komedian|komponis|menteri|nabi|orang|pahlawan|pangeran|pejabat|pelawak|"
    r"pelukis|pemain|pembalap|pembawa acara|pemimpin|pencipta|pendiri|penemu|pengacara|pengarang|"
    r"pengusaha|penulis|penyair|penyanyi|penyihir|perwira|politikus|politisi|presiden|putra|putri|"
    r"raja|ratu|sastrawan|saudara|sultan|suami|sutradara|tentara|tokoh|ulama|wartawan)\b"
)
_NO_SUBJECT = re.compile(
    r"(?:Namun|Setelah|Sebelum|Ketika|Saat|Sejak|Selain|Menurut|Pada|Dalam|Di|Dari|Untuk|Tetapi|"
    r"Akan|Karena|Oleh|Sementara|Kemudian|Akhirnya|Selanjutnya|Meskipun|Walaupun|Salah|Hal|Yang|"
    r"Jika|Bila|Dengan|Sebagai|Bagi|Antara|Selama|Hingga|Maka|Jadi|Dan|Atau|Ini|Itu|Mereka|Kami|"
    r"Kita|Saya|Anda|Berikut|Adapun|Sebagian|Seluruh|Semua|Banyak|Para|Secara|Nama|Iklim|Tujuan|"
    r"Penyebab|Hasil|Lokasi|Konstruksi|Pembangunan|Produksi|Bertujuan|Berdasarkan|Mulai|"
    r"Terletak|Merupakan|Didirikan|Memiliki|Jumlah|Luas|Dia|Ia|Beliau|Hari|Tahun|Bulan|Sebuah|Seorang|Suatu|Tidak)\b"
)


def subject_of(sentence: Sentence, match: re.Match[str]) -> str | None:
    """The name that a matched subject stands for; None where none is certain."""
    said = match["subject"]
    if said in PRONOUNS:
        return _person_before(sentence.earlier)
    if pointer := _POINTER.fullmatch(said):
        return _called(sentence.earlier, pointer["kind"].lower())
    if _NO_SUBJECT.match(said) or said.split(" ", 1)[0].endswith("nya"):
        return None
    return said


def is_lone(match: re.Match[str]) -> bool:
    """Whether a matched subject is one bare name, as many people are called."""
    return " " not in match["subject"] and match["subject"] not in PRONOUNS


def _person_before(earlier: list[str]) -> str | None:
    """The person whom every sentence back to their definition is about."""
    for text in earlier:
        if text.split(" ", 1)[0] in PRONOUNS:
            continue
        told = _DEFINED.match(text)
        person = told and PERSON.match(told["what"]) and not _NO_SUBJECT.match(told["name"])
        return told["name"] if told and person else None
    return None


def _called(earlier: list[str], kind: str) -> str | None:
    """The one name that the paragraph so far calls by that noun, or that begins with it."""
    found = set()
    for text in earlier:
        told = _DEFINED.match(text)
        if told and (told["kind"] == kind or told["name"].lower().startswith(f"{kind} ")):
            found.add(told["name"])
    return found.pop() if len(found) == 1 else None
