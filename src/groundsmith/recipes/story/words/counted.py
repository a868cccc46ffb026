"""What is counted: other words for the same things, words for groups, words that count nothing."""

from groundsmith.verify.words.listing import listed

_KINDS = (
    "son sons", "daughter daughters", "child children kid kids baby babies anak",
    "anak-laki-laki putra", "anak-perempuan putri", "boy boys", "girl girls gadis",
    "brother brothers", "sister sisters", "sibling siblings saudara", "cousin cousins sepupu",
    "grandchild grandchildren grandson grandsons granddaughter granddaughters cucu",
    "uncle uncles paman", "aunt aunts bibi", "wife wives istri", "husband husbands suami",
    "man men lelaki laki-laki pria", "woman women perempuan wanita",
    "sailor sailors seaman seamen deckhand deckhands crew crewman crewmen crewmate crewmates awak"
    " kelasi kru", "passenger passengers penumpang", "soldier soldiers trooper troopers prajurit"
    " serdadu tentara", "pupil pupils student students scholar scholars murid siswa",
    "villager villagers warga penduduk", "guest guests visitor visitors tamu",
    "miner miners penambang", "keeper keepers penjaga", "rider riders horseman horsemen",
    "monk monks", "nun nuns", "prisoner prisoners tahanan", "servant servants pelayan",
    "juror jurors", "member members anggota", "soul souls inhabitant inhabitants resident"
    " residents jiwa", "family families household households keluarga", "person persons people",
    "letter letters envelope envelopes surat amplop", "stair stairs staircase stairway step "
                                                      "steps tangga"
    " anak-tangga undakan", "room rooms chamber chambers kamar bilik ruang ruangan",
    "floor floors storey storeys story stories lantai tingkat", "window windows casement"
    " casements pane panes jendela", "page pages leaf leaves sheet sheets halaman lembar",
    "coin coins sovereign sovereigns koin keping", "house houses cottage cottages home homes"
    " rumah", "boat boats perahu", "raft rafts rakit", "ship ships vessel vessels kapal", "bell"
    " bells lonceng genta",
    "arch arches", "tooth teeth gigi", "foot feet", "goose geese", "mouse mice", "ox oxen lembu"
    " sapi", "sheep ewes domba", "wolf wolves serigala", "knife knives pisau", "shelf shelves rak",
    "loaf loaves", "fish ikan", "egg eggs telur", "key keys kunci anak-kunci", "bed beds bunk"
    " bunks ranjang dipan", "chair chairs seat seats stool stools kursi bangku", "horse horses mare"
    " mares kuda", "dog dogs hound hounds anjing", "cat cats kucing", "hen hens chicken chickens"
    " ayam", "goat goats kambing", "cow cows", "bird birds burung", "finger fingers jari",
    "leg legs", "book books volume volumes buku", "bottle bottles botol", "tree trees pohon batang",
    "shot shots tembakan", "wheel wheels roda", "pearl pearls mutiara", "tower towers menara",
    "gate gates gerbang", "pillar pillars column columns tiang", "island islands isle isles pulau",
    "feather feathers bulu", "well wells sumur", "door doors pintu", "bridge bridges jembatan",
    "stanza stanzas verse verses bait", "sack sacks karung", "buffalo buffaloes kerbau",
    "candle candles lilin", "photograph photographs photo photos foto",
)  # fmt: skip
KIND_OF = {word: kind.split()[0] for kind in _KINDS for word in kind.split()}
"""One word for all words of a kind, so that stairs are steps and envelopes letters."""

KIN = listed(
    """
    son daughter child anak-laki-laki anak-perempuan boy girl brother sister sibling cousin
    grandchild uncle aunt wife husband
    """
)
"""Kinds that somebody has, and has a fixed number of."""

LASTING = listed(
    """
    well stair room floor window page house arch wheel leg finger tower gate pillar island door
    lock road jalan bridge mast chimney gable rung pintu bell panel panels
    """
)
"""Kinds whose number seldom changes within a story."""

PEOPLE = listed(
    """
    man woman sailor passenger soldier pupil villager guest miner keeper rider monk nun prisoner
    servant juror member soul family person crew party
    """
)

GROUPS = listed(
    """
    crew party group band company family class troop gang team herd flock fleet village household
    regiment garrison squad patrol jury choir staff convoy caravan council
    """
)
"""Words whose members are counted: "a crew of twelve", "forty-strong"."""

IRREGULAR_PLURALS = listed(
    """
    men women children people feet teeth mice geese sheep fish oxen wolves knives wives shelves
    loaves leaves lives thieves calves halves sailors seamen fishermen horsemen crew deer
    """
)
NOT_PLURALS = listed(
    """
    perhaps always towards besides upstairs downstairs afterwards news across does goes says makes
    takes comes gets sees runs stands sits lies makes seems looks times
    """
)

CLASSIFIERS = listed(
    """
    orang ekor buah batang lembar helai butir pucuk biji bilah keping potong pasang ikat bungkus
    karung peti kuntum untai
    """
)

GENERIC = listed(
    """
    time times one ones people hand hands hundred thousand pounds shillings pennies pence cents
    dollars rupiah ribu juta orang kali langkah detik kata nada tangan mata kaki jari suara others
    more of or and at in on to the strokes heaps minutes things words o'clock lewat kurang atau dan
    nama hal fingers arms feet eyes persen sen suku tahun malam pagi siang sore hours days weeks
    months years inches miles yards metres kilometres meters kilometers jam hari minggu bulan menit
    pekan pihak sisi arah belah paces ways sides halves parts rows lines blows knocks turns
    mouthfuls
    gulps breaths beats seconds nights mornings evenings winters summers generations degrees
    percent tapak depa jengkal sendok gelas cangkir cups glasses drops bites sentences voices
    gulden guilders guineas francs crowns marks euros ringgit dolar yen roubles florins sous
    umur usia mau semua seluruh jumlah harga berat tinggi panjang lebar luas
    gram kilo kilos kilogram liter meter
    fathom fathoms league leagues barrel barrels foot kilometer abad dekade waktu
    saat kemudian lamanya
    """
)
"""Words that are counted everywhere and tell nothing by it."""

FEWER = listed(
    """
    lost lose loses broke broken breaks gave given gives sold sells stole stolen died dies dead
    killed drowned took taken takes left leaves gone burned burnt fell fallen ate eaten drank threw
    thrown spent missing removed buried shot hanged deserted sank sunk wrecked slaughtered escaped
    fled lent divided swept perished fewer used cut pulled smashed
    hilang patah pecah memberi memberikan diberikan menjual dijual dicuri mencuri meninggal mati
    tewas tenggelam mengambil diambil pergi terbakar jatuh dimakan diminum membuang dibuang
    berkurang dikubur ditembak kabur lari karam disembelih dipinjam dibagi dibunuh memakan
    memecahkan mematahkan menghilangkan dicabut mencabut
    """
)
"""What makes a number smaller."""

MORE = listed(
    """
    gave given bought buys born added another new more joined arrived returned built borrowed grew
    took taken found came brought adopted hired laid another's
    membeli dibeli lahir bertambah tambah ditambah menambah lagi baru bergabung tiba datang dibangun
    meminjam tumbuh menemukan melahirkan
    """
)
"""What makes a number greater."""
