"""Things that somebody may have, lose or break; and the verbs and places of having and losing.

Values that are not sets are alternations of a regular expression.
"""

from groundsmith.verify.words.listing import listed

THINGS = {
    "en": listed(
        """
        watch clock ring necklace bracelet brooch locket pendant earring chain crown medal badge
        key lock letter note postcard telegram envelope parcel package diary journal notebook book
        bible manuscript map chart photograph photo picture portrait painting drawing sketch poster
        newspaper ledger file folder document contract deed will passport ticket card licence
        permit certificate cheque receipt pen pencil brush typewriter camera telescope compass
        sextant lens spectacles glasses monocle magnifier lantern lamp torch candle candlestick
        matchbox lighter pipe cigar cigarette-case snuffbox knife penknife pocket-knife dagger sword
        blade bayonet axe hatchet hammer saw chisel spade shovel crowbar pistol revolver gun rifle
        shotgun musket bow arrow spear shield helmet whip rope saddle bridle bag satchel suitcase
        trunk case briefcase rucksack knapsack basket box tin chest purse wallet coat cloak jacket
        shawl scarf hat cap bonnet glove gloves veil dress gown shirt waistcoat tie belt sash boot
        shoe slipper handkerchief umbrella parasol cane stick crutch wig mask fan comb mirror razor
        violin fiddle guitar flute piano cello harp trumpet horn drum accordion harmonica whistle
        bell bugle gramophone radio wireless telephone phone mobile laptop tablet television bicycle
        bike motorcycle motorbike scooter car lorry truck van tractor wagon cart carriage sledge
        sled boat canoe dinghy raft ship yacht barge anchor oar tent blanket quilt pillow doll toy
        teddy kite ball vase jug bowl cup mug goblet chalice plate teapot kettle pot pan bottle
        flask jar statue statuette figurine idol icon cross crucifix rosary amulet talisman charm
        coin sovereign banknote jewel diamond ruby emerald pearl gem stone amber feather shell skull
        bone crystal orb wand staff potion scroll tablet book flag banner uniform harness collar
        leash net trap loom spindle needle thimble shovel ladder wheelbarrow stove oven chair table
        desk bed wardrobe dresser cupboard cradle carpet rug curtain tapestry loaf bread cake pie
        apple orange egg cheese pump spare mouthpiece pitch-pipe bangle anklet cufflink hairpin
        ribbon tiara sceptre seal stamp bat racket sword-stick hourglass barometer microscope
        stethoscope syringe thermometer scalpel walkie-talkie receiver transmitter battery drive
        """
    ),
    "id": listed(
        """
        jam arloji cincin kalung gelang bros liontin anting rantai mahkota medali lencana kunci
        gembok surat catatan kartu telegram amplop bungkusan paket kotak peti buku kitab naskah peta
        foto gambar potret lukisan sketsa poster koran map dokumen kontrak akta wasiat paspor tiket
        karcis ijazah sertifikat cek kuitansi pena pensil kuas kamera teropong kompas kacamata
        lentera lampu senter lilin korek pipa cerutu pisau belati pedang keris badik parang golok
        kapak palu gergaji pahat sekop cangkul linggis pistol revolver senapan bedil busur panah
        tombak perisai helm cambuk tali pelana tas ransel koper tas keranjang bakul kaleng dompet
        jas mantel jubah jaket selendang syal topi peci kopiah blangkon sarung kebaya baju kemeja
        gaun rok sabuk sepatu sandal selop saputangan payung tongkat kruk topeng kipas sisir
        cermin biola gitar seruling suling piano kecapi gendang gong terompet peluit lonceng
        harmonika akordeon radio telepon ponsel laptop televisi sepeda motor mobil truk gerobak
        dokar delman becak perahu sampan rakit kapal jangkar dayung tenda selimut bantal boneka
        mainan layang-layang bola vas kendi mangkuk cangkir gelas piring teko ceret cerek panci
        wajan botol termos guci patung arca salib rosario tasbih jimat azimat koin permata berlian
        mutiara tengkorak kristal tongkat gulungan bendera spanduk seragam jala
        pancing jarum bidal tangga kompor kursi meja ranjang lemari ayunan tikar permadani karpet
        tirai roti kue telur pompa wayang kulit gunungan keramik kendi mikroskop stetoskop
        """
    ),
}
"""Concrete things, singular."""
MAKES = listed(
    """
    beretta glock luger walther mauser webley winchester remington kalashnikov derringer browning
    rolex seiko casio longines leica nikon kodak rolleiflex polaroid stradivarius steinway
    bechstein lada fiat volvo volkswagen mercedes bmw toyota peugeot renault citroën skoda opel
    chevrolet cadillac buick chrysler bentley rolls-royce bugatti ferrari porsche saab vauxhall
    vespa lambretta harley kawasaki suzuki honda yamaha raleigh stetson nokia blackberry iphone
    """
)
"""Makers' names that stand for the thing: the Beretta, the Lada."""

_DEPTHS = (
    "fire|flames?|stove|grate|furnace|hearth|brazier|river|sea|water|harbour|canal|lake|ocean|well"
    r"|pond|dock|bay|abyss|ravine|gorge|chasm|volcano|waves|surf|bin|dustbin|skip|gutter"
)
ENDS = {
    "en": r"lost|mislaid|burn(?:t|ed)|destroyed|smashed|shattered|broke|wrecked|crushed|melted(?:"
    r" down)?"
    r"|sank|scuttled|ate|eaten|swallowed|drank|tore up|torn up|ripped up|shredded|threw away|thrown"
    r" away|chucked out|gambled away|tore|dashed|(?:went|gone|sank|sunk|burned|burnt|lost|perished"
    r"|disappeared) with",
    "id": r"menghilangkan|kehilangan|membakar|menghancurkan|memecahkan|mematahkan|merobek\w*"
    r"|menyobek\w*|membuang|menenggelamkan|melebur|memakan|menghabiskan|menelan|membanting"
    r"|meremukkan",
}
"""What somebody does to a thing that nobody has afterwards."""

HURLS = {
    "en": r"threw|throws|flung|flings|tossed|hurled|dropped|drops|let fall|pushed|cast|pitched|fed"
    r"|slipped|sent|put|thrust|kicked|lobbed|swept|rolled",
    "id": r"melempar\w*|melontarkan|mencampakkan|menjatuhkan|menceburkan|mencemplungkan|mendorong"
    r"|membuang",
}
INTO = {
    "en": rf"(?:into|in|down|over|on|to|off|onto|at) (?:the |a )?(?:\w+ )?(?:{_DEPTHS})\b|overboard"
    r"|as far out as|over the (?:side|rail|edge|cliff|parapet|bridge)|out (?:of|to) (?:the"
    r" )?(?:window"
    r" of the train|sea)",
    "id": r"(?:ke|di|ke dalam|ke tengah) (?:dalam )?(?:api|tungku|kali|sungai|laut\w*|air|sumur"
    r"|jurang"
    r"|danau|kawah|perapian|got|selokan|ombak)",
}
"""Where what is thrown is gone."""

ENDED = {
    "en": r"(?:was|were|had been|has been|is|been|got) (?:\w+ ){0,2}?(?:lost|stolen|sold|burnt"
    r"|burned"
    r"|destroyed|smashed|shattered|broken|gone|confiscated|pawned|auctioned|impounded|wrecked"
    r"|thrown"
    r" away|swept away|taken away|eaten|melted down|ruined|crushed)"
    r"|(?:had |has )?(?:sank|sunk|burnt|burned|shattered|vanished|disappeared|perished|melted"
    r"|snapped(?: off)?|went (?:overboard|down|under|over the|up in|to the bottom|into the)"
    r"|gone (?:overboard|down|over|up in|to the bottom)|fell (?:in|into|overboard|over)|fallen"
    r" (?:in|into|overboard)|blew away|washed away|drifted away|broke (?:in|into|apart|off)|broke"
    r"|slid into|slipped (?:into|through|overboard)|lay (?:[a-z]+ ){0,3}?(?:smashed"
    r"|in (?:[a-z]+ ){0,2}pieces|shattered|broken))"
    r"|(?:is|was|were|stood) (?:on fire|ablaze|in flames)",
    "id": r"(?:sudah |telah |ikut |habis |pun )*(?:hilang|lenyap|raib|hanyut|tenggelam|terbakar"
    r"|pecah"
    r"|patah|hancur|robek|koyak|remuk|dicuri\w*|dirampas\w*|disita\w*|dijual\w*|dibakar\w*"
    r"|dibuang\w*"
    r"|digadaikan\w*|dirobek\w*|disobek\w*|dilempar\w*|dihancurkan\w*|dipecahkan\w*|dilebur"
    r"|terlempar|(?:ter)?jatuh ke (?:\w+ )?(?:sungai|laut|api|jurang|sumur|kali|celah|air|danau)"
    r"|tercebur|dibawa lari|tertinggal|ketinggalan|dimakan\w*|ludes"
    r"|dibantingnya)",
}
"""What becomes of a thing that nobody has afterwards."""

GIVES = {
    "en": r"gave|given|sold|lent|handed(?: over| in| back)?|pawned|returned|left|leaves|bequeathed"
    r"|donated|traded|surrendered|gives|sells|hands|forgot|sent|posted|laid down",
    "id": r"memberikan|memberi(?:nya)?|menjual|meminjamkan|menyerahkan|menggadaikan|menitipkan"
    r"|meninggalkan"
    r"|menghadiahkan|mewariskan|mengembalikan|melepaskan|menukar|menghibahkan|mengirimkan"
    r"|menyumbangkan",
}
"""What somebody does with a thing that they do not have afterwards."""

GIVEN = {
    "id": r"diberikan\w*|diserahkan\w*|dijualnya|dititipkan\w*|ditinggalkan\w*|dihadiahkan\w*"
    r"|dipinjamkan\w*|dikembalikan\w*",
    "en": r"(?:was|had been) (?:left|forgotten|given|sold|lent|handed)",
}
TAKEN = {
    "en": r"got away with|ran off with|made off with|stole|snatched|robbed (?:him|her) of"
    r"|confiscated|stolen",
    "id": r"mencuri|membawa lari|merampas|merebut|menyita|menggondol|mencopet",
}
"""What somebody else does; the owner has it no more."""

AGAIN = (
    r"found|finds?|returned|returns|got (?:it |them )?back|gave (?:it )?back|given back|brought"
    r" (?:it"
    r" )?back|back again|another|new|bought|borrowed|recovered|retrieved|fished|replaced"
    r"|replacement|redeemed|mended|repaired|turned up|copy|glued|patched|rebuilt|picked up"
    r"|showed up|appeared|surfaced|muncul|terselip|ketemu|menemukan\w*|ditemukan\w*|(?:itu|nya) "
    r"(?:sudah |telah )?kembali|mengembalikan"
    r"|membeli|dibeli\w*|yang lain|baru"
    r"|dikembalikan|meminjam|ditebus|menebus|diperbaiki|memperbaiki|satu lagi"
    r"|tersangkut|washed up|memungut|mengambil kembali|salinan|disambung|direkatkan"
)
"""By these a thing, or another of its kind, is there again."""

HAS = {
    "en": r"wore|wears|wearing|drew|draws|drawing|took|takes|taking|pulled|pulls|pulling|held|holds"
    r"|holding|blew|blows|put on|putting on|hung|hangs|opened|opens|opening|unfolded|unfolds"
    r"|carried"
    r"|carries|carrying|swung|swings|clipped|pats?|patted|laid|lays|clutched|clutching|gripped"
    r"|raised|raises|lifted|lifts|looked at|looks at|glanced at|consulted|checked|turned|turns"
    r"|twisted|fingered|fastened|pinned|buckled|slung|waved|waves|brandished|pointed|aimed|fired"
    r"|fires"
    r"|cocked|loaded|lit|lights|filled|fills|poured|cut|sliced|unlocked|locked|tuned|played|plays"
    r"|strummed|read|reads|wrote|unbuttoned|leaned|leant|propped|set|placed|slipped|tucked"
    r"|pocketed|polished"
    r"|wiped|wound|wrapped|drew|tapped|tapping|showed|shows|lets? (?:him|her|them) see|handed|gave"
    r"|flashed|flicked|snapped|stowed|packed|started|drove|rode|rowed|mounted|sat on|lay on|slept"
    r" in"
    r"|used|uses|using|picked up|picks up|let (?:him|her)self in with|with|sat down at|sat at"
    r"|(?:handle|blade|lid"
    r"|edge|tip|end|strap|cover|pages?|strings?|barrel|face|hands|weight|chain|brim|rest|last"
    r"|contents|keys?|wheel|bonnet|butt|muzzle|trigger|saddle) of",
    "id": r"memakai|dipakai\w*|mengenakan|memegang|dipegang\w*|mengeluarkan|dikeluarkan\w*|mencabut"
    r"|membuka|dibuka\w*|menutup\w*|membawa|dibawa\w*|menggenggam|mengangkat|mengambil|meraih"
    r"|melirik|melihat|memandang|memutar\w*|menyematkan|menyelipkan|menyandang|menenteng"
    r"|mengayun\w*"
    r"|mengacungkan|menodongkan|menembakkan|menyalakan|menuang\w*|mengisi|mengiris|memotong|memetik"
    r"|memainkan|menyetem|meniup|membaca\w*|menyandarkan|menaruh|meletakkan|menancapkan|melipat"
    r"|mengantongi|menggosok|mengelap|menghitung|menunjukkan|mengendarai|mengayuh|menaiki|mendayung"
    r"|duduk di|tidur di|menggunakan|menghabiskan|mengikatkan|melilitkan|melingkar\w*|tergantung"
    r"|berkilat|berdenting|berdering|berdiri|bertengger|terselip|dengan|pada|isi",
}
"""By these somebody has a thing in a sentence."""

LIES = {
    "en": r"(?:was |still |always )?(?:hung|hangs|hanging|lay|lies|lying|stood|stands|rang|rings"
    r"|ticked"
    r"|ticking|gleamed|glinted|glittered|shone|swung|rattled|sat|struck|creaked|rested|dangled|was"
    r" (?:in|on|round|at|clipped|lying|hanging|standing))",
    "id": r"(?:(?:di|pada) [a-z ]{2,24} )?(?:masih |tetap )?(?:tergantung|terletak|tergeletak"
    r"|terselip|melingkar\w*|berkilat"
    r"|berkilau"
    r"|berdiri|berdering|berdetak|berdenting|berbunyi|bersandar|bertengger|menutupi|melambai"
    r"|terpasang|ada di|di(?:ambil|angkat|turunkan|pakai|kenakan|pegang|genggam|buka|lipat|bawa"
    r"|baca"
    r"|hitung|gosok|tiup|petik|mainkan|keluarkan|cabut)nya)",
}
"""By these a thing is there."""
