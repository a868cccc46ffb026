"""What the words of a rule stand for: `metal` for a knife, `dark` for midnight.

A rule is broken by other words than it is stated in; these are the concepts that rules of stories
are made of. A word that stands in none stands for itself.
"""

from groundsmith.verify.words.listing import listed

CONCEPTS = {
    "metal": (
        "metal iron steel brass copper bronze tin knife knives pocket-knife penknife sword blade "
        "crowbar needle nail nails scissors dagger key keys besi logam baja kuningan pisau "
        "gunting parang jarum pedang kunci paku kettle stove tongs horseshoe anvil sickle tembaga "
        "cangkul panci wajan golok kapak"
    ),
    "fire": (
        "flame flames fire fires candle candles match matches lighter cigarette torch torches "
        "bonfire lamp lantern smoke smoking burn burned burnt api lilin korek obor rokok merokok "
        "pelita menyalakan membakar nyala stove hearth spark sparks kindled kindle fireplace "
        "tungku perapian menyala berkobar membara obor-obor"
    ),
    "dark": (
        "dark nightfall midnight sundown night nights sunset dusk evening magrib isya gelap malam "
        "tengah-malam bintang bintang-bintang malam-malam malamnya"
    ),
    "dawn": "dawn daybreak sunrise morning fajar subuh pagi",
    "cross": (
        "cross crosses crossed crossing across ferried rowed wade waded swam menyeberang "
        "menyeberangi seberang menyeberangkan forded bridged"
    ),
    "water": (
        "water river stream brook sea lake ford air sungai kali danau rivers waters spring "
        "springs parit air-mengalir selokan kolam telaga"
    ),
    "cloth": (
        "cloth clothes shawl scarf ribbon flag dress gown coat cap kain selendang syal layar baju "
        "sarung bendera kerudung gaun topi"
    ),
    "sea": (
        "sea ship ships voyage ocean aboard boat boats laut kapal perahu pelayaran lautan dermaga "
        "melaut schooner sloop brig vessel vessels barge galleon ketch steamer freighter skiff "
        "canoe raft sekunar rakit sampan bahtera"
    ),
    "whistle": "whistle whistles whistled whistling bersiul siul",
    "sail": "sail sails sailed sailing turun melaut berlayar bertolak menangkap memancing",
    "out": "mati dimatikan dimatikannya padam memadamkan dipadamkan extinguished doused snuffed",
    "weapon": (
        "weapon weapons sword swords gun guns pistol rifle dagger spear bow revolver senjata "
        "senapan tombak keris"
    ),
    "magic": (
        "magic magical spell spells sorcery enchantment charm sihir mantra guna-guna wand wands "
        "conjure conjured tongkat mantera sihirnya"
    ),
    "alcohol": "alcohol wine beer whisky whiskey gin brandy ale drunk arak anggur bir tuak mabuk",
    "meat": (
        "meat beef pork mutton ham bacon lamb daging sapi babi chicken goat steak sausage "
        "sausages veal venison poultry kambing ayam sate rendang gulai bebek ikan-asin"
    ),
    "eat": (
        "eat eats ate eaten eating food meal supper dinner breakfast bread feast makan memakan "
        "makanan nasi sarapan santap menyantap swallow swallowed devoured bit chewed tasted "
        "menelan melahap mengunyah mencicipi"
    ),
    "drink": (
        "drink drinks drank drunk sip sipped minum meminum meneguk drained gulped swallowed "
        "quaffed menghabiskan meneguknya"
    ),
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
    "winter": (
        "winter winters december january february snow icy frost frozen snowed salju bersalju "
        "dingin"
    ),
    "summer": "summer summers june july august midsummer",
    "autumn": "autumn autumns fall september october november michaelmas",
    "spring": "spring springs march april easter",
    "rain": "rain rains rainy raining hujan downpour drizzle shower rained gerimis guyuran",
    "shoes": "shoe shoes boots boot sandals sandal slippers sepatu terompah selop",
    "sing": "sing sang singing sings song songs bernyanyi menyanyi nyanyian lagu",
    "speak": (
        "speak speaks spoke speaking talk talked talks berbicara bicara bercakap tell tells told "
        "answer answered whispered voice berkata menjawab bertutur bercakap-cakap"
    ),
    "enter": (
        "enter enters entered entering walked walks stepped went go goes came masuk memasuki "
        "inside into threshold indoors ambang melangkah"
    ),
    "open": "open opens opened opening terbuka membuka buka dibuka",
    "close": "close closes closed shut locked lock tutup menutup tertutup ditutup dikunci",
    "fly": (
        "fly flies flew flown flying terbang soared glided hovered swooped circled melayang "
        "melintas mengudara langit"
    ),
    "dive": "dive dives dived diving menyelam",
    "phone": "phone phones telephone mobile cell rings rang telepon ponsel menelepon hp",
    "show": (
        "show shows film films movie performance performances play pertunjukan diputar memutar "
        "tayangan main tontonan penonton"
    ),
    "pour": "pour pours poured pouring cast casts casting founded menuang dituang mengecor",
    "give": "give gives gave given giving grant granted memberi memberikan diberi",
    "women": (
        "woman women wife wives girl girls mother mothers sister sisters daughter daughters lady "
        "perempuan wanita istri gadis ibu"
    ),
    "men": "men husband husbands sons brothers lelaki laki-laki pria suami",
    "children": "child children boys kid kids anak anak-anak bocah",
    "animals": (
        "animal animals dog dogs cat cats horse horses beast beasts binatang hewan anjing kucing "
        "kuda"
    ),
    "dead": (
        "dead corpse ghost ghosts mayat arwah jenazah almarhum hantu dead-man undead spirit "
        "spirits orang-mati"
    ),
    "name": "name names named nama menyebut disebut",
    "wear": "wear wears wore worn wearing memakai mengenakan dipakai berpakaian",
    "kill": "kill kills killed slew slain slaughter membunuh menyembelih",
    "marry": "marry marries married wedding menikah kawin pernikahan nikah",
    "pay": "pay pays paid paying payment toll fare bayar membayar dibayar upeti",
    "dance": "dance dances danced dancing menari tarian",
    "look": "look looks looked looking saw see seen watch watched melihat memandang menatap",
    "touch": (
        "touch touches touched touching menyentuh memegang meraba grip gripped grasp grasped held "
        "hold holding turned handled fingered menggenggam menjamah mengusap mencengkeram"
    ),
    "leave": (
        "leave leaves left leaving meninggalkan pergi keluar departed depart quit walked-out kabur"
    ),
    "cut": "cut cuts cutting fell felled chop chopped menebang memotong ditebang",
    "laugh": "laugh laughed laughs laughing tertawa ketawa",
    "light": "lit light lights lighted menyalakan dinyalakan",
    "liquid": "litre litres liter pint pints gallon gallons",
    "reflection": (
        "reflection reflections mirror mirrors looking-glass glass cermin bayangan bayangannya"
    ),
    "pass": "pass passes passed passing past through sail sails sailed melewati lewat lolos",
    "dream": "dream dreams dreamed dreamt dreaming mimpi bermimpi",
    "sleep": "sleep sleeps slept asleep sleeping tidur tertidur terlelap",
    "awake": "awake woke waking sleepless terjaga terbangun",
    "lie": "lie lies lied lying liar fib bohong berbohong berdusta dusta",
    "forget": "forget forgets forgot forgotten forgetting lupa melupakan hilang-ingatan",
    "remember": (
        "remember remembers remembered recalled recounted ingat teringat mengingat menceritakan "
        "mengenang"
    ),
    "mute": "mute dumb speechless silent bisu",
    "blind": "blind blinded buta",
    "unharmed": "unharmed unhurt unscathed untouched unburnt segar utuh tanpa-luka selamat",
    "burns": "burn burns burned burnt scorched hangus terbakar melepuh",
    "day": "noon midday daylight noonday afternoon siang tengah-hari bolong terik",
    "night": "moon moonlight moonlit starlight bulan purnama",
    "once": "once sekali",
    "again": "again second third fourth fifth twice kedua ketiga keempat kelima berkali-kali",
    "wish": "wish wishes wished permohonan keinginan",
    "learn": "learn learns learned learnt learning belajar mempelajari",
    "climb": "climb climbs climbed memanjat mendaki",
    "swim": "swim swims swam swimming berenang",
    "bleed": "bleed bled bleeding blood berdarah darah",
    "weep": "weep wept cry cried tears menangis tangis",
    "grow": "grow grows grew grown tumbuh",
    "ride": "ride rides rode riding menunggang mengendarai",
}
CONCEPT_OF: dict[str, str] = {}
for _concept, _words in CONCEPTS.items():
    for _word in _words.split():
        CONCEPT_OF.setdefault(_word, _concept)

_PAIRS = (
    "women men",
    "day night",
    "day dark",
    "winter summer",
    "forget remember",
    "mute speak",
    "burns unharmed",
    "sleep awake",
    "once again",
    "blind look",
    "fire out",
)
OPPOSITES: dict[str, str] = {}
for _pair in _PAIRS:
    _one, _other = _pair.split()
    OPPOSITES.setdefault(_one, _other)
    OPPOSITES.setdefault(_other, _one)
"""For a concept, the one that cannot be where it is."""

WEAK = listed(
    """
    people person anyone nobody kind law rule allowed allow forbidden forbid must never hull
    orang boleh dilarang aturan pernah siapa pun dibawa membawa carry carried bring brought may
    use any stays stay one thing day menyalakan hutan forest village house kampung ship tidak
    bukan tak sesudah setelah sebelum antara malam hari sampai kalau itu waktu after before
    until always keeps keep leave leaves ever selalu work works worked working living running
    city town kota desa dunia berlaku mempan bekerja every whoever must have wajib harus setiap
    semua without tanpa inside beyond mati seorang belas puluh nomor musim bawah cahaya number thing
    """
)
"""Words that a rule holds and that tell nothing of what it forbids."""
