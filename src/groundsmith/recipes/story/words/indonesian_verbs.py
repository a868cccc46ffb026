"""Indonesian verbs: the roots behind me-, di-, ber- and ter-, and verbs that stand bare.

`menulis`, `ditulis`, `tertulis` and `tulislah` are one root. Where a prefix swallows a letter the
lists say which; a root that none knows gets the commonest one.
"""

import re

from groundsmith.verify.words.listing import listed

BARE = listed(
    """
    duduk datang pergi masuk keluar pulang bangun makan minum tertawa tersenyum tidur jatuh lari
    naik turun tiba pindah mandi kembali ikut pamit singgah mampir lewat hadir maju mundur terbang
    hinggap tahu ingat lupa percaya suka mau ingin bisa sempat kawin nikah tinggal diam bicara
    terbahak terdiam tersentak terbangun tertidur terjaga tampak muncul berdiri menoleh bersiul
    kata ujar tanya jawab mati meninggal wafat tewas gugur lahir tumbuh hidup hilang tenggelam
    punya ada jadi mulai selesai sampai sembuh sakit kenal hafal paham mengerti sadar lulus kalah
    menang kabur bubar usai singkap rebah rubuh roboh ambruk pingsan tidak-tidur yakin cinta benci
    rindu takut marah malu heran ragu tunduk patah pecah putus buka tutup cerai sahut seru bisik
    pikir balas ucap tutur gumam teriak sembahyang salat gila buta tuli bisu lumpuh
    """
)
"""Verbs, and words used as verbs, that stand without a prefix."""

NOT_VERBS = listed(
    """
    memang mereka merah meja mesin meter menit mendung meriam meski meskipun melainkan menurut
    mengenai mengapa bersama beras berat berapa beberapa berani besar bercak berita bersih betapa
    terlalu terhadap tentang termasuk tertentu terang terakhir terus tersebut ternyata terutama
    tengah teman menjelang melalui mentah mewah meriah mentega berdua bertiga berempat terpal teras
    telinga menantu mertua menara mendiang mempelai mentimun mendadak merek medan media melati
    merpati mesjid masjid meriang benar berkat berlian berandal beranda dinding dingin dini dikit
    diri dia dinas diam-diam dian diameter tergantung termos terigu terong teri teropong terasi
    terompet berikut berbagai bermacam-macam bernama menjadi-jadi merdeka mentari menteri dimana
    dilema diam merdu mengkudu teratai terik terowongan berangasan berhala kesal berikutnya
    sebelumnya dipan mercusuar medali melodi memori menu meditasi metode melankolis merpati melon
    mertua menawan berlumut berandalan disiplin diploma dialog diagnosis distrik diskusi terminal
    terbaik terbesar terkecil tertua termuda terbaru terdekat terjauh tertinggi terendah terdahulu
    terkadang teritis termometer terbit-terbit berbeda bergantian berulang beruang berlainan
    dikarenakan meterai menyan
    """
)
"""Words that only look like prefixed verbs."""

_K_ROOTS = listed(
    """
    kejar kirim kenal kunci kubur kupas kumpul kurang kuras kurung kutip kutuk kuak kuasa kait kaji
    kali kalah kandung kantuk karang kasih kata kayuh kecam kecil kecup kedip kelola keluar keluh
    kemas kembali kemudi kena kenang kenakan kendali kendara kepal kepang kepung kerja kering keruk
    kerut kesal ketik ketuk ketahui kibar kibas kikir kikis kipas kira kisah kocok kokang kosong
    koyak kukuh kunjung kunyah kukus kuliti kurap kuning kerti kerling kerjap kenyam kelilingi
    kerahkan korban komentari
    """
)
"""Roots whose k goes behind meng-."""
_I_ROOTS = listed(
    """
    beri cari lari mandi pergi nyanyi tari curi bagi beli cuci gali jadi kali uji puji maki janji
    tangani hampiri tangisi arti erti hati henti temani teliti mati jalani ganti sembunyi bunyi
    sendiri nyanyi ngeri cemburui iri kemudi isi diri nanti hadiri tepi potensi dekati jahili kunci
    caci aji kaji gaji sepi mimpi beri pati amati ikuti mengerti teri jauhi reaksi operasi tinggi
    bakti pasti suci meneliti saksi
    """
)
"""Roots that end in -i."""
_CLITIC = re.compile(r"(?:nya|ku|mu|lah|kah|pun)$")
_M_ROOTS = listed(
    """
    marah masak makan minum mohon muat mulai main mandi masuk maki maaf murka mimpi minta milik
    menang mesrai muliakan muak
    """
)
_N_ROOTS = listed("naik nikah nanti nilai nyanyi nama nyala nasihat niat")
_A_ROOTS = listed(
    """
    suka cinta harga kuasa percaya luka punya nama jumpa mata kena tanya dua coba usaha siksa puja
    nyata rasa
    """
)
"""Roots in -a that take -i."""
_NO_CLITIC = ("tanya", "temu", "tamu", "jemu", "ramu", "laku", "buku", "kaku", "paku", "aku",
              "belah", "ubah", "olah", "salah", "kalah", "pilih", "tumpu", "tipu", "rampun",
              "himpun", "ampun", "angkuh", "pikah", "nikah", "pisah", "balu")  # fmt: skip
_VOWELS = "aiueo"


_PREFIXED = re.compile(r"(?:me|ber|be(?=kerja|lajar)|di|ter|ku)[a-z-]{3,}")
_KU_ROOTS = listed(
    """
    lihat dengar tahu kira bilang kata rasa pegang ambil bawa buka tutup tarik dorong pikir tanya
    jawab pandang tatap sambut peluk angkat letak simpan taruh beri kejar panggil tunggu cari temu
    ingat lupa kenal sangka duga hitung baca tulis beli jual makan minum cium raih sentuh dekap
    ketuk pakai lempar biar coba ikut sembunyi perhati bayang harap putar tekan usap cabut tinggal
    susul genggam lepas dapat jumpa terima kirim pinjam curi pukul tendang potong masak cuci dekat
    """
)
_IRREGULAR = {"berenang": "renang", "bekerja": "kerja", "belajar": "ajar", "beranak": "anak",
              "beragam": "ragam", "pergi": "pergi", "terjaga": "jaga",
              "berangkat": "berangkat", "menua": "tua", "mengejutkan": "kejut"}  # fmt: skip


def is_verb(word: str) -> bool:
    """Whether a lower-case word is a verb by its prefix."""
    if len(word) < 5 or word in NOT_VERBS or not _PREFIXED.fullmatch(word):
        return False
    if word.startswith("ku"):
        return root(word) in _KU_ROOTS
    if word.startswith("di"):
        return len(word) > 5
    return not word.startswith("me") or word[2] in "lmnrwy"


def root(word: str) -> str:
    """The root of a verb in lower case, without prefixes, suffixes and pronouns."""
    if word in BARE:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    head, _, tail = word.partition("-")
    if tail and len(head) > 3:
        word = head
    for clitic in ("nya", "ku", "mu"):
        if word.endswith(clitic) and word.removesuffix(clitic) in BARE:
            return word.removesuffix(clitic)
    if "ketahui" in word or "getahui" in word:
        return "tahu"
    keeps = len(word) < 7 or word.endswith(_NO_CLITIC)
    stem = word if keeps else _CLITIC.sub("", word)
    stem = _unsuffixed(stem, word)
    return _unprefixed(stem)


def _unsuffixed(stem: str, word: str) -> str:
    if stem.endswith("kan") and len(stem) > 6 and not stem.endswith("makan"):
        return stem[:-3]
    if stem.endswith("i") and len(stem) > 6:
        bare = _unprefixed(stem)
        if bare in _I_ROOTS or (stem.endswith("ai") and bare[:-1] not in _A_ROOTS):
            return stem
        return stem[:-1]
    return stem


def _unprefixed(stem: str) -> str:
    for prefix, swallowed in (("meny", "s"), ("meng", ""), ("mem", "p"), ("men", "t")):
        if stem.startswith(prefix) and len(stem) > len(prefix) + 2:
            rest = stem[len(prefix) :]
            if prefix == "meng":
                if "k" + rest in _K_ROOTS:
                    return "k" + rest
                return (
                    rest[1:]
                    if rest[0] == "e" and rest[1] not in _VOWELS and len(rest) == 4
                    else rest
                )
            for letter, roots in (("m", _M_ROOTS), ("n", _N_ROOTS)):
                if prefix == f"me{letter}" and letter + rest in roots:
                    return letter + rest
            if prefix == "meny" and "ny" + rest in ("nyanyi", "nyanyikan", "nyala", "nyata"):
                return "ny" + rest
            return swallowed + rest if rest[0] in _VOWELS or prefix == "meny" else rest
    for prefix in ("diper", "memper", "ber", "ter", "me", "di", "ku", "bel"):
        if stem.startswith(prefix) and len(stem) > len(prefix) + 2:
            rest = stem[len(prefix) :]
            if prefix == "bel":
                return rest if stem.startswith("belajar") else stem
            return rest
    return stem
