"""Worn-out phrases, oaths, and the first years of things, in both languages; data only.

Phrases and oaths are patterns one a line, whatever the case. Only what hardly ever is meant word
for word is listed, and no idiom that is the ordinary way of saying a thing.
"""

WORN = {
    "en": r"""
        dark and stormy night
        little did (?:he|she|they|i) know
        it was all (?:just )?a dream
        time stood still
        blood ran cold
        heart skipped a beat
        heart (?:was )?(?:pounded|pounding|hammering) (?:in|against) (?:his|her|my) (?:chest|ribs)
        released? a breath (?:he|she|i) (?:didn['’]t|hadn['’]t)
        let out a breath (?:he|she|i) (?:didn['’]t|hadn['’]t)
        breath (?:he|she|i) didn['’]t know
        shivers? (?:ran )?(?:down|up) (?:his|her|my) spine
        you could cut the \w+ with a knife
        deafening silence
        pin drop
        eyes? (?:like|as blue as) (?:sapphires|the ocean)
        piercing (?:blue|green|grey) eyes
        raven(?:-black)? hair
        chiselled (?:jaw|features)
        chiseled (?:jaw|features)
        as old as time
        avoid\w* like the plague
        calm before the storm
        only time (?:will|would) tell
        all hell broke loose
        in the nick of time
        needle in a haystack
        tip of the iceberg
        white as a (?:sheet|ghost)
        quiet as a (?:mouse|church mouse)
        dead as a doornail
        cold as ice
        sharp as a (?:knife|razor|tack)
        slept like a (?:log|baby)
        at the end of the day
        last but not least
        chosen one
        with every fibre of
        with every fiber of
        a single tear (?:rolled|ran|slid|traced|fell)
        let sleeping dogs lie
        every cloud has a silver lining
        light at the end of the tunnel
        crack of dawn
        butterflies in (?:his|her|my) stomach
        weak at the knees
        (?:his|her|my) whole life flashed before
        eerie silence
        a sense of foreboding
        unbeknownst to
        a mix of \w+ and \w+ (?:washed|swept|flooded) over
        the rest is history
        happily ever after
        against all odds
        love at first sight
        knight in shining armou?r
        world came crashing down
        a blessing in disguise
        sent chills
        the silence was palpable
        orbs (?:of|that)
        testament to
        plot thickens
        fit as a fiddle
        bite the bullet
        raining cats and dogs
    """,
    "id": r"""
        pada suatu malam yang gelap
        waktu (?:seakan|seolah)(?:-olah)? berhenti
        dunia serasa runtuh
        jantung(?:nya|ku)? berdegup kencang
        jantung(?:nya|ku)? (?:seakan|seolah|hampir) (?:copot|berhenti)
        darah(?:nya|ku)? (?:membeku|mendidih|berdesir)
        bagai (?:disambar|tersambar) petir
        seperti (?:disambar|tersambar) petir
        bak (?:disambar|tersambar) petir
        bagai (?:pinang dibelah dua|bumi dan langit|air di daun talas|telur di ujung tanduk)
        seperti (?:pinang dibelah dua|bumi dan langit)
        rambut(?:nya)? (?:hitam )?legam
        wajah(?:nya)? bagai rembulan
        cantik (?:bak|bagai|seperti) (?:bidadari|rembulan)
        hening yang memekakkan
        seputih (?:kapas|kertas|salju)
        semerah (?:darah|tomat|delima)
        matahari tersenyum
        ternyata (?:semua )?(?:itu )?hanya mimpi
        hidup bahagia selama(?:-lama)?nya
        cinta pada pandangan pertama
        nasi (?:sudah|telah) menjadi bubur
        tak kenal lelah
        sudah jatuh tertimpa tangga
        jarum (?:di|dalam) (?:tumpukan )?jerami
        di ujung tanduk
        setetes air mata (?:jatuh|mengalir|menetes)
        seribu bahasa
        bagai(?:kan)? mimpi (?:buruk|di siang bolong)
        malu-malu kucing
        secepat kilat
        lari terbirit-birit
        ketenangan sebelum badai
        hanya waktu yang (?:akan|bisa) menjawab
        tanpa (?:ia|dia) sadari,? takdir
        bunga desa
        pangeran berkuda putih
        habis gelap terbitlah terang
        air susu dibalas
        hancur berkeping-keping
        hati(?:nya|ku) hancur
        bagai ditelan bumi
        hilang ditelan bumi
        mandi keringat
    """,
}
SWEARING = {
    "en": r"fuck\w*|shit\w*|motherfuck\w*|arsehole|asshole|bullshit|cunt|wank\w*|bastards?",
    "id": (
        r"bangsat|anjing lu|anjir|anjrit|kontol|memek|ngentot|jancuk|jancok|tai lu|bajingan"
        r"|brengsek"
    ),
}
"""Words that hardly any narrator uses who has not used one before."""
INVENTED: dict[str, dict[str, int]] = {
    "en": {
        "telephone": 1876, "telephones": 1876, "phonograph": 1877, "gramophone": 1887,
        "photograph": 1826, "photographs": 1826, "railway": 1804, "locomotive": 1804,
        "steamship": 1807, "telegraph": 1792, "typewriter": 1868, "bicycle": 1817,
        "motorcycle": 1885, "motorbike": 1885, "automobile": 1885, "lorry": 1885,
        "aeroplane": 1903, "airplane": 1903, "helicopter": 1936, "radio": 1895,
        "wireless set": 1895, "television": 1926, "radar": 1935, "computer": 1936, "laptop": 1979,
        "internet": 1969, "email": 1971, "e-mail": 1971, "mobile phone": 1973, "cell phone": 1973,
        "smartphone": 1992, "text message": 1992, "website": 1991, "wi-fi": 1997, "gps": 1973,
        "penicillin": 1928, "antibiotics": 1928, "x-ray": 1895, "aspirin": 1897, "dna": 1869,
        "nylon": 1935, "polyester": 1941, "plastic bag": 1960, "plastic bottle": 1947,
        "cellophane": 1908, "ballpoint": 1888, "zipper": 1913, "velcro": 1941,
        "refrigerator": 1834, "microwave oven": 1946, "vacuum cleaner": 1901,
        "traffic light": 1868, "light bulb": 1835, "fluorescent tube": 1895, "neon": 1898,
        "cassette": 1963, "videotape": 1951, "photocopy": 1938, "photocopier": 1938,
        "cinema": 1895, "dynamite": 1867, "machine gun": 1862, "submarine": 1620,
        "stethoscope": 1816, "satellite dish": 1945, "astronaut": 1920, "atom bomb": 1938,
        "credit card": 1950, "barcode": 1949, "drone strike": 2001, "selfie": 2002,
    },
    "id": {
        "telepon": 1876, "ponsel": 1973, "telepon genggam": 1973, "gramofon": 1887,
        "fotonya": 1826, "kereta api": 1804, "lokomotif": 1804, "telegram": 1844,
        "mesin tik": 1868, "sepeda": 1817, "sepeda motor": 1885, "mobil": 1885, "truk": 1885,
        "pesawat terbang": 1903, "helikopter": 1936, "radio": 1895, "televisi": 1926,
        "radar": 1935, "komputer": 1936, "laptop": 1979, "internet": 1969, "surel": 1971,
        "wifi": 1997, "penisilin": 1928, "antibiotik": 1928, "rontgen": 1895, "aspirin": 1897,
        "nilon": 1935, "kantong plastik": 1960, "botol plastik": 1947, "bolpoin": 1888,
        "kulkas": 1834, "lemari es": 1834, "lampu neon": 1898, "bioskop": 1895, "dinamit": 1867,
        "senapan mesin": 1862, "kaset": 1963, "fotokopi": 1938, "kartu kredit": 1950,
        "ojek daring": 2010, "swafoto": 2002,
    },
}  # fmt: skip
"""First years of things, as encyclopaedias give them; where they differ, the earliest, so that
doubt is decided towards silence."""
