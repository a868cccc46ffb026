"""What a full stop behind a short word means: English and Indonesian abbreviations.

Three sets, by what may stand behind them. The decision to question: where an abbreviation may as
well end a sentence (`etc.`, `U.S.`, an initial), the next word decides, by a list of words that
open sentences far more often than they follow a name. Nothing here is learnt from a test set.
"""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ALWAYS_RUN_ON = _words(
    """
    mr mrs ms mx dr prof mt gen sen rep gov pres lt col maj capt sgt cpl pvt cmdr adm
    hon rev fr supt messrs mme mlle e.g eg i.e ie viz vs v cf approx esp incl excl aka
    resp n.b drs dra drg ir hj tn ny sdr sdri bpk yth jl jln gg kab kec kel prov
    a.n u.p d.a m/s
    """
)
"""Titles and connectives: whatever follows belongs to the same sentence."""

RUN_ON_BEFORE_NUMBERS = _words(
    """
    no nos nr op telp art arts sec sect fig figs eq eqs tab vol vols ch chap p pp par para
    pt ver ed rs rp tk jan feb mar apr jun jul aug sep sept oct nov dec tgl hlm hal ps bab
    n° № us$ c §
    """
)
"""Labels of a number."""

MAY_END = _words(
    """
    st ft ca al h pt cv ud co corp inc ltd llc llp plc bros jr sr esq dept univ assn bldg ave
    blvd rd hwy est min max avg tel fax ext mon tue tues wed thu thur thurs fri u.s u.k u.n
    u.s.a e.u a.m p.m
    a.d b.c b.c.e c.e ph.d m.d tbk kep mis s.d d.l.l
    """
)
"""Ends a sentence only where the next word opens one."""

TITLES = _words("Mr Mrs Ms Dr Prof Drs Dra Ir")
"""What may stand before a name, and so opens a sentence behind `p.m.` or `Inc.`"""

_NUMBERED = _words(
    """
    page step chapter section part grade level room table figure number rule option plan class
    type version phase unit question line row appendix annex article paragraph pasal bab
    halaman langkah nomor kelas tahap bagian tabel gambar lampiran ayat butir and or to dan atau
    """
)
_ABBREVIATED = ALWAYS_RUN_ON | RUN_ON_BEFORE_NUMBERS | MAY_END
_LONGEST = 6
_ACRONYM = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,4})+")
_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivxlIVXL]{1,5})")
_NUMBER = re.compile(r"\d.*|[IVXLC]+")

OPENERS = _words(
    """
    A After Again All Although Among An And Another Any Are As At Because Before Both But By
    Can Could Did Do Does Each Even Every Few Finally First For From Had Has Have He Her
    Here His How However I If In Indeed Instead Is It Its Just Last Later Let Many May Maybe
    Meanwhile More Moreover Most Much My Neither Never No Nor Not Nothing Now Of On Once One
    Only Or Other Others Our Over Perhaps Please Several She Should Since So Some Soon Still
    Such Take That The Their Then There Therefore These They This Those Though Three Through
    Thus To Today Two Under Unfortunately Unless Until Was We Were What When Where Whether
    Which While Who Whose Why Will With Without Would Yes Yet You Your Ada Adapun Agar Akan
    Akhirnya Akibatnya Anda Apa Apabila Apakah Atas Bagaimana Bahkan Banyak Beberapa
    Berdasarkan Bila Dalam Dan Dari Demikian Dengan Di Dia Hal Hanya Harga Hingga Ia Ini Itu
    Jadi Jangan Jika Juga Kalau Kami Kamu Karena Kata Kemudian Kepada Ketika Kini Kita Lalu Maka
    Mengapa Menurut Mereka Meski Meskipun Misalnya Namun Nama Oleh Orang Pada Padahal Para Saat
    Saya Sebagai Sebelum Sebuah Sedangkan Sehingga Sejak Selain Selama Selanjutnya Semua
    Seorang Seperti Serta Setelah Setiap Siapa Sementara Sudah Tapi Telah Tetapi Tidak Untuk
    Walaupun Yang
    """
)


def runs_on(token: str, word: str, *, opens: bool) -> bool:
    """Whether a sentence goes on behind `token` and its full stop.

    Args:
        token: What stands before the full stop, without the brackets and quotes around it.
        word: The word that follows, as it is written.
        opens: Whether `token` is the first of its sentence; then it may be a list label (`1.`).
    """
    if opens and _LABEL.fullmatch(token):
        return True
    if len(token) > _LONGEST or token.isdigit():
        return False
    lowered = token.casefold()
    if lowered in RUN_ON_BEFORE_NUMBERS and _NUMBER.fullmatch(word):
        return True
    if lowered in ALWAYS_RUN_ON:
        return True
    if lowered in MAY_END or _ACRONYM.fullmatch(token) or _is_initial(token):
        return word not in OPENERS
    return False


def is_abbreviated(token: str) -> bool:
    """Whether `token`, all letters, is an abbreviation that does not always end a sentence."""
    return len(token) <= _LONGEST and token.casefold() in _ABBREVIATED


def is_title(token: str) -> bool:
    """Whether `token` always belongs to what follows (`Prof. Dr. Budi`)."""
    return token.casefold() in ALWAYS_RUN_ON


def opens_sentence(word: str) -> bool:
    """Whether `word` opens sentences far more often than it follows a name, or is a title."""
    return word in OPENERS or word in TITLES


def takes_number(word: str) -> bool:
    """Whether a number behind `word` belongs to it (`page 2`), so that it labels no list item."""
    lowered = word.casefold()
    return lowered in _NUMBERED or lowered in RUN_ON_BEFORE_NUMBERS


def _is_initial(token: str) -> bool:
    """A capital that stands for a name (`J. Smith`, `J.-P. Roy`)."""
    return token[-1:].isupper() and (len(token) == 1 or not token[-2].isalnum())
