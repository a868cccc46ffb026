"""What the words of a rule stand for: `metal` for a knife, `dark` for midnight.

A rule is broken by other words than it is stated in; these are the concepts that rules of stories
are made of. A word that stands in none stands for itself.
"""

from groundsmith.verify.words.listing import listed

CONCEPTS = {
    "metal": "metal iron steel brass copper bronze knife knives pocket-knife penknife sword "
    "blade "
    "crowbar needle nail nails scissors dagger besi logam baja pisau gunting parang jarum pedang",
    "fire": "flame flames fire fires candle candles match matches lighter cigarette torch "
    "bonfire "
    "smoke smoking api lilin korek obor rokok merokok",
    "dark": "dark nightfall midnight sundown night sunset magrib isya gelap tengah-malam bintang "
    "bintang-bintang malam-malam",
    "cross": "cross crosses crossed crossing across ferried rowed menyeberang menyeberangi",
    "cloth": "cloth clothes shawl scarf ribbon flag dress coat cap kain selendang syal layar "
    "baju "
    "sarung bendera kerudung gaun topi",
    "sea": "sea ship ships voyage ocean aboard laut kapal perahu pelayaran lautan dermaga",
    "whistle": "whistle whistles whistled whistling bersiul siulan siul",
    "sail": "sail sails sailed sailing turun melaut berlayar bertolak menangkap memancing",
    "out": "mati dimatikan dimatikannya padam memadamkan dipadamkan extinguished doused",
    "weapon": "weapon weapons sword gun guns pistol rifle dagger spear senjata pistol senapan "
    "tombak",
    "magic": "magic spell spells sorcery sihir mantra",
    "alcohol": "alcohol wine beer whisky gin brandy ale drink drank arak anggur bir tuak",
    "meat": "meat beef pork mutton ham bacon daging",
    "gold": "gold golden emas",
    "red": "red scarlet crimson merah",
    "white": "white putih",
    "black": "black hitam",
    "friday": "friday jumat",
    "thursday": "thursday kamis",
    "sunday": "sunday minggu",
    "shoes": "shoes boots sandals sepatu sandal",
    "sing": "sing sang singing sings bernyanyi menyanyi nyanyian",
    "speak": "speak spoke speaking talk talked berbicara bicara bercakap",
}
CONCEPT_OF: dict[str, str] = {}
for _concept, _words in CONCEPTS.items():
    for _word in _words.split():
        CONCEPT_OF.setdefault(_word, _concept)

WEAK = listed(
    """
    people person anyone nobody kind law rule allowed allow forbidden forbid must never hull
    orang boleh dilarang aturan pernah siapa pun dibawa membawa carry carried bring brought may
    use any stays stay one thing day menyalakan hutan forest village house kampung ship tidak
    bukan tak sesudah setelah sebelum antara malam hari sampai kalau itu waktu after before
    until always keeps keep leave leaves ever selalu
    """
)
"""Words that a rule holds and that tell nothing of what it forbids."""
