"""What happens, under one word for all its words: a wedding is married at, a ship's sailing sailed.

`ONCE` happens once to one person or thing; `AGAIN` may happen any day, and is one event only where
a sentence looks back at it. English before the bar, Indonesian behind it; verbs in any form.
"""

_ONCE = {
    "marriage": "marry wed wedding altar bride bridegroom nuptials|nikah menikah pernikahan kawin"
    " perkawinan akad mempelai",
    "birth": "born birth christening childbirth|lahir dilahirkan melahirkan kelahiran bersalin",
    "death": "die death deathbed perish|mati meninggal wafat mangkat tewas gugur kematian ajal",
    "burial": "bury burial funeral interment|kubur dikubur dikuburkan dimakamkan pemakaman"
    " penguburan makam",
    "murder": "murder stab strangle|bunuh dibunuh membunuh pembunuhan tikam ditikam",
    "robbery": "rob robbery burglary burgle theft heist|rampok dirampok perampokan perampok"
    " pencurian kemalingan kecurian",
    "opening": "inaugurate inauguration found founding open|dibuka pembukaan buka didirikan"
    " pendirian peresmian diresmikan",
    "building": "build construct erect finish complete|selesai rampung bangun dibangun membangun"
    " pembangunan",
    "signing": "sign signing treaty armistice|tandatangan ditandatangani menandatangani perjanjian",
    "exam": "exam examination finals|ujian",
    "graduation": "graduate graduation diploma|lulus kelulusan wisuda diwisuda",
    "election": "elect election vote|pemilu pemilihan terpilih",
    "trial": "trial verdict acquit|sidang vonis putusan",
    "wreck": "wreck shipwreck founder capsize|karam tenggelam kapalkaram",
    "fire": "fire blaze burn|kebakaran terbakar",
    "explosion": "explode explosion|meledak ledakan",
    "quake": "earthquake quake|gempa",
    "flood": "flood|banjir bandang",
    "siege": "siege battle|pengepungan pertempuran",
    "crowning": "crown coronation enthrone|penobatan dinobatkan bertakhta",
    "retirement": "retire retirement|pensiun",
    "divorce": "divorce|cerai bercerai perceraian",
    "betrothal": "engagement betroth betrothal|tunangan bertunangan pertunangan lamaran dilamar",
    "escape": "escape abscond|kabur minggat",
    "closing": "|ditutup penutupan",
    "shot": "shot shoot gunshot|tembak menembak ditembak tembakan",
    "accident": "accident crash collision|kecelakaan tabrakan tertabrak",
    "operation": "operation surgery|operasi dioperasi",
    "harvest": "harvest|panen",
}
_AGAIN = {
    "arrival": "come arrive arrival land disembark|tiba kedatangan sampai mendarat datang",
    "leaving": "leave depart departure|berangkat keberangkatan pergi bertolak",
    "sailing": "sail|berlayar",
    "return": "return homecoming|pulang kembali kepulangan",
    "meeting": "meet meeting|bertemu pertemuan rapat jumpa berjumpa",
    "dinner": "dinner supper banquet|makan-malam jamuan",
    "purchase": "buy purchase|beli membeli dibeli",
    "sale": "sell sale|jual menjual dijual",
    "ringing": "ring knock|mengetuk ketukan membunyikan",
    "finding": "discover discovery|menemukan ditemukan penemuan",
    "fall": "fall|jatuh terjatuh",
    "moving": "move|pindah kepindahan",
}
_LIGHT = """
be have do go say look see get make take come know think feel seem want like let put give keep turn
tell ask become stand sit lie lay hear speak talk begin start try hold use need stay remain bring
call hope love live work mean show wait watch follow nod smile laugh answer reply last fit set lead
carry end pass happen
ada jadi kata lihat dengar tahu ingat bisa harus mau ingin punya pakai buat beri bawa ambil taruh
mulai duduk diri diam tidur bangun makan minum jalan tanya jawab ucap ujar rasa pikir dapat sudah
masih tinggal kerja henti jatuh panggil sebut tunggu pandang tatap senyum tawa angguk terjadi
langsung berlangsung adakan diadakan
"""
LIGHT = frozenset(_LIGHT.split())
"""Verbs that name no event by themselves."""


def _words(table: dict[str, str]) -> dict[str, str]:
    return {
        word: event for event, words in table.items() for word in words.replace("|", " ").split()
    }


ONCE = _words(_ONCE)
AGAIN = _words(_AGAIN)
