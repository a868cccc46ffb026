"""What the words of a rule stand for: `metal` for a knife, `dark` for midnight.

A rule is broken by other words than it is stated in; these are the concepts that rules of stories
are made of. A word that stands in none stands for itself.
"""

from groundsmith.verify.words.listing import listed

CONCEPTS = {
    "metal": "metal iron steel brass copper bronze tin knife knives pocket-knife penknife sword "
    "blade crowbar needle nail nails scissors dagger key keys besi logam baja kuningan pisau"
    " gunting "
    "parang jarum pedang kunci paku",
    "fire": "flame flames fire fires candle candles match matches lighter cigarette torch torches "
    "bonfire lamp lantern smoke smoking burn burned burnt api lilin korek obor rokok merokok"
    " pelita "
    "menyalakan membakar nyala",
    "dark": "dark nightfall midnight sundown night nights sunset dusk evening magrib isya gelap"
    " malam "
    "tengah-malam bintang bintang-bintang malam-malam malamnya",
    "dawn": "dawn daybreak sunrise morning fajar subuh pagi",
    "cross": "cross crosses crossed crossing across ferried rowed wade waded swam menyeberang "
    "menyeberangi",
    "water": "water river stream brook sea lake ford air sungai kali danau",
    "cloth": "cloth clothes shawl scarf ribbon flag dress gown coat cap kain selendang syal layar "
    "baju sarung bendera kerudung gaun topi",
    "sea": "sea ship ships voyage ocean aboard boat boats laut kapal perahu pelayaran lautan"
    " dermaga "
    "melaut",
    "whistle": "whistle whistles whistled whistling bersiul siul",
    "sail": "sail sails sailed sailing turun melaut berlayar bertolak menangkap memancing",
    "out": "mati dimatikan dimatikannya padam memadamkan dipadamkan extinguished doused snuffed",
    "weapon": "weapon weapons sword swords gun guns pistol rifle dagger spear bow revolver senjata "
    "pistol senapan tombak keris",
    "magic": "magic magical spell spells sorcery enchantment charm sihir mantra guna-guna",
    "alcohol": "alcohol wine beer whisky whiskey gin brandy ale drunk arak anggur bir tuak mabuk",
    "meat": "meat beef pork mutton ham bacon lamb daging sapi babi",
    "eat": "eat eats ate eaten eating food meal supper dinner breakfast bread feast makan memakan "
    "makanan nasi sarapan santap menyantap",
    "drink": "drink drinks drank drunk sip sipped minum meminum meneguk",
    "gold": "gold golden emas",
    "silver": "silver perak",
    "red": "red scarlet crimson merah",
    "white": "white putih",
    "black": "black hitam",
    "purple": "purple violet ungu",
    "blue": "blue biru",
    "green": "green hijau",
    "yellow": "yellow kuning",
    "monday": "monday mondays senin",
    "tuesday": "tuesday tuesdays selasa",
    "wednesday": "wednesday wednesdays rabu",
    "thursday": "thursday thursdays kamis",
    "friday": "friday fridays jumat",
    "saturday": "saturday saturdays sabtu",
    "sunday": "sunday sundays minggu",
    "winter": "winter winters december january february snow",
    "summer": "summer summers june july august midsummer",
    "autumn": "autumn autumns fall september october november michaelmas",
    "spring": "spring springs march april easter",
    "rain": "rain rains rainy raining hujan",
    "shoes": "shoe shoes boots boot sandals sandal slippers sepatu terompah selop",
    "sing": "sing sang singing sings song songs bernyanyi menyanyi nyanyian lagu",
    "speak": "speak speaks spoke speaking talk talked talks berbicara bicara bercakap",
    "enter": "enter enters entered entering walked walks stepped went go goes came masuk memasuki",
    "open": "open opens opened opening terbuka membuka buka dibuka",
    "close": "close closes closed shut locked lock tutup menutup tertutup ditutup dikunci",
    "fly": "fly flies flew flown flying terbang",
    "dive": "dive dives dived diving menyelam",
    "phone": "phone phones telephone mobile cell rings rang telepon ponsel menelepon hp",
    "show": "show shows film films movie performance performances play pertunjukan diputar memutar "
    "tayangan main tontonan penonton",
    "pour": "pour pours poured pouring cast casts casting founded menuang dituang mengecor",
    "give": "give gives gave given giving grant granted memberi memberikan diberi",
    "women": "woman women wife wives girl girls mother mothers sister sisters daughter daughters"
    " lady "
    "perempuan wanita istri gadis ibu",
    "men": "men husband husbands sons brothers lelaki laki-laki pria suami",
    "children": "child children boys kid kids anak anak-anak bocah",
    "animals": "animal animals dog dogs cat cats horse horses beast beasts binatang hewan anjing"
    " kucing "
    "kuda",
    "dead": "dead corpse ghost ghosts mayat arwah jenazah almarhum hantu",
    "name": "name names named nama menyebut disebut",
    "wear": "wear wears wore worn wearing memakai mengenakan dipakai berpakaian",
    "kill": "kill kills killed slew slain slaughter membunuh menyembelih",
    "marry": "marry marries married wedding menikah kawin pernikahan nikah",
    "pay": "pay pays paid paying payment toll fare bayar membayar dibayar upeti",
    "dance": "dance dances danced dancing menari tarian",
    "look": "look looks looked looking saw see seen watch watched melihat memandang menatap",
    "touch": "touch touches touched touching menyentuh memegang meraba",
    "leave": "leave leaves left leaving meninggalkan pergi keluar",
    "cut": "cut cuts cutting fell felled chop chopped menebang memotong ditebang",
    "laugh": "laugh laughed laughs laughing tertawa ketawa",
    "light": "lit light lights lighted menyalakan dinyalakan",
    "liquid": "litre litres liter pint pints gallon gallons",
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
    until always keeps keep leave leaves ever selalu work works worked working living running
    city town kota desa dunia berlaku mempan bekerja every whoever must have wajib harus setiap
    semua without tanpa inside beyond mati seorang
    """
)
"""Words that a rule holds and that tell nothing of what it forbids."""
