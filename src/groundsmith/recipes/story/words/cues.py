"""Cues of content types: what shows that a passage acts, describes, thinks, moves on or remembers.

Each cue is a regular expression over lower-case narration. Weights stand in `content_types`.
"""

SAID = {
    "en": "said says say asked asks ask answered answers replied replies whispered whispers "
    "shouted "
    "shouts cried cries called calls murmured muttered told added adds repeated exclaimed "
    "explained snapped growled hissed roared screamed bawled sighed laughed agreed admitted "
    "announced remarked observed demanded insisted suggested protested begged pleaded "
    "continued began breathed grunted groaned yelled wailed sobbed warned promised retorted "
    "grumbled drawled croaked mumbled boomed barked scoffed chuckled gasped stammered "
    "interrupted countered",
    "id": "kata ujar tanya jawab bisik seru teriak sahut ucap tutur gumam tegas desak bentak "
    "katanya ujarnya tanyanya jawabnya bisiknya serunya teriaknya sahutnya ucapnya tuturnya "
    "gumamnya tegasnya desaknya bentaknya kataku ujarku tanyaku jawabku bisikku sahutku panggil "
    "panggilnya balas balasnya potong potongnya sambung sambungnya lanjutnya berkata bertanya "
    "menjawab berbisik berseru berteriak menyahut bergumam pinta pintanya keluh keluhnya "
    "gerutu gerutunya omel omelnya rintih rintihnya erang gertak hardik hardiknya celetuk "
    "celetuknya timpal timpalnya tukas tukasnya sela selanya tandas tandasnya pekik pekiknya "
    "jerit jeritnya",
}
"""Verbs that carry speech."""

THOUGHT = {
    "en": r"\b(?:thought|think|wondered|wonder|supposed|suppose|realised|realized|perhaps|maybe"
    r"|of course|surely|must have|could have|should have|ought to|why did|why do|what if|i'll"
    r"|i must|i could|i should|i would|i can't|i couldn't|suppose|if only|no\.|well,|what was"
    r"|how could|had (?:he|she|i) \w+)\b",
    "id": r"\b(?:pikir\w*|batin\w*|dalam hati|bertanya-tanya|heran|mungkin|barangkali"
    r"|jangan-jangan"
    r"|bagaimana kalau|kenapa|mengapa|apakah|apa aku|seandainya|seharusnya|semestinya|tentu saja"
    r"|tidak mungkin|harus\w*|siapa tahu|kalau saja|bagaimana|apa lagi|lalu apa|justru"
    r"|andai\w*|bukankah|masa|ya,|tidak\.|untuk apa|jadi)\b",
}

REMEMBERED = {
    "en": r"\b(?:had (?:been|never|always|once|had|then|said|told|asked|gone|come|\w+(?:ed|en|wn"
    r"|nt|"
    r"ght|ood|de|ld|ost|ept|ung))|years (?:before|ago|earlier)|used to|remember\w*|took \w+ back"
    r"|back in|back then|in those days|\w+ years old|long ago|as a (?:boy|girl|child)|that year"
    r"|when (?:he|she|i) was (?:a |\w+(?:,|\.| and| years))|memory|once,? when|those were|"
    r"was (?:six|seven|eight|nine|ten|eleven|twelve) again)\b",
    "id": r"\b(?:dulu|dahulu|waktu itu|ketika itu|saat itu umur\w*|teringat|ingat|mengingat\w*"
    r"|kenangan|tahun itu|hari itu|waktu (?:kecil|umur\w*)|masa (?:kecil|lalu)|semasa"
    r"|ketika kecil"
    r"|bertahun-tahun (?:sebelum\w*|lalu|silam)|tahun (?:lalu|silam)|malam itu|musim itu|pernah"
    r"|masih (?:kecil|kanak-kanak)|umurnya \w+ tahun|berumur \w+ tahun|membawanya kembali|"
    r"sejak (?:hari|malam) itu|terkenang|tempo hari|kala itu)\b",
}

MOVED_ON = {
    "en": r"\b(?:(?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|after|went by|passed"
    r"|followed)|meanwhile|the (?:next|following) (?:day|morning|week|month|year|evening|night"
    r"|afternoon|spring|summer|autumn|winter)|went by|went out|by the time|by the (?:next|end)"
    r"|at (?:dawn|noon|dusk|midnight|nightfall|daybreak|last)|towards (?:evening|morning|dawn)"
    r"|that (?:night|evening|afternoon)|all that|from there|elsewhere|at the same (?:time|hour)"
    r"|(?:miles|leagues|kilometres) (?:away|off|to the)|came round|(?:spring|summer|autumn"
    r"|winter)"
    r" (?:came|went|passed|turned|gave)|turned (?:into|to)|until|before (?:long|dawn)|after that"
    r"|so (?:it was|passed)|arrived|reached|crossed|set (?:out|off)|left (?:the|for)|a (?:week"
    r"|month"
    r"|year|fortnight) (?:later|passed|went)|in the (?:morning|evening|afternoon|meantime)"
    r"|and then"
    r" it was|when (?:the story|he woke|she woke)|it was (?:already|now|the)|still had not|no "
    r"longer|on (?:the )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:days?"
    r"|weeks?|months?|years?) (?:before|had passed|since)|in the (?:second|third|fourth|fifth) "
    r"(?:week|month|year)|one (?:day|night|morning|evening))\b",
    "id": r"\b(?:(?:jam|hari|minggu|pekan|bulan|tahun|menit) (?:kemudian|berikutnya|berlalu"
    r"|sesudah"
    r"\w*)|sementara itu|keesokan\w*|esok\w* harinya|besoknya|berlalu|berganti|waktu (?:subuh"
    r"|magrib)"
    r"|tengah hari|menjelang (?:petang|malam|subuh|fajar|pagi|sore|siang)|sepanjang (?:malam"
    r"|hari)"
    r"|saat itu (?:pukul|juga)|dari sana|di tempat lain|pada saat yang sama|tiba di|sampai di"
    r"|sampai"
    r" ke|meninggalkan|melewati|berangkat|(?:kilometer|mil) (?:dari|ke)|ketika (?:akhirnya|cerita"
    r"|mereka (?:tiba|sampai))|(?:kemarau|hujan|musim\w*) (?:berlalu|datang|tiba|berganti|habis)"
    r"|akhirnya|belum juga|tidak lagi|sejak itu|sesudah itu|setelah itu|malamnya|paginya|sorenya"
    r"|siangnya|pada suatu|hari berikutnya|lama sebelum|pada (?:hari|tanggal|tahun (?:ke|per)\w+"
    r"|bulan)|hari (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)|pukul \w+|seminggu|sebulan"
    r"|setahun|suatu (?:malam|pagi|hari|sore|siang)|malam harinya|lewat tengah malam|harinya"
    r"|(?:sepuluh|\w+) (?:hari|bulan|minggu|tahun) (?:setelah|sesudah|kemudian|sesudahnya"
    r"|berikutnya)|di bagian lain|(?:ke|per)\w+ (?:kita|cerita)|kita (?:melihatnya|tidak lagi"
    r"|bertemu))\b",
}

DESCRIBED = {
    "en": r"\b(?:there (?:was|were|is|are)|stood|lay|hung|smell\w*|smelt|colou?r\w*|red|blue"
    r"|green"
    r"|yellow|white|black|grey|gray|brown|pink|pale|dark|golden?|silver|purple|orange|long|low"
    r"|tall"
    r"|wide|broad|narrow|thin|thick|round\w*|small|large|great|huge|smooth|rough|soft|shiny"
    r"|bright"
    r"|dim"
    r"|dusty|crooked|striped|painted|carved|wooden|stone|brass|iron|glass|wore|it was|they were"
    r"|were|its|walls?|roof\w*|floor|ceiling|windows?|doors?|beyond|above|below|beneath|between"
    r"|over "
    r"everything|covered|filled|shaped|like (?:a|an|the|two)|as \w+ as|set|rose|ran|ended|face"
    r"|eyes|hair|nose|hands|mouth|coat|scent|overlooked|surrounded|corner|either side|steep)\b",
    "id": r"\b(?:terletak|berdiri|tampak|terlihat|terbentang|tergantung|berbau|bau\w*|warna\w*"
    r"|merah|biru|hijau|kuning|putih|hitam|kelabu|abu-abu|cokelat|jingga|ungu|emas|perak|pucat"
    r"|gelap"
    r"|panjang|rendah|lebar\w*|sempit|tipis|tebal|bundar|bulat|licin|kasar|lunak"
    r"|lembut|terang|mengilap|berkilau\w*|belang|kayu|batu|kuningan|besi|kaca|se(?:besar|kecil"
    r"|lebar|tinggi|panjang|warna|tipis|tebal|terang|putih|hitam)|mirip"
    r"|dinding\w*|atap\w*|lantai\w*|jendela\w*|pintu\w*|di seberang\w*|di atasnya|di bawahnya|di "
    r"antara"
    r"|menutupi|memenuhi|bentuknya|wajahnya|matanya|rambutnya|hidungnya|tangannya|mulutnya"
    r"|bajunya|jasnya|kulitnya|berderet|mengambang|menjulang|membentang|dikelilingi|halaman"
    r"|orangnya|dasarnya|berlapis|berukir|berjajar)\b",
}

SUMMED_UP = {
    "en": r"\b(?:every (?:year|day|week|morning|sunday|monday|spring|summer|autumn|winter|night)"
    r"|always|never|for (?:years|as long|\w+ years)|in (?:1[5-9]|20)\d\d|was born|married|founded"
    r"|died"
    r"|children|as long as|each (?:year|day|morning)|lived|worked|kept|used to|people|nobody"
    r"|everyone"
    r"|everybody|once a|village|town|the year|first|second|usually|often|sometimes|most|owed|sold"
    r"|bought|paid|trade\w*|company|family|school|winters|summers|century|customs?|inherited)\b",
    "id": r"\b(?:setiap (?:hari|tahun|minggu|pagi|malam|senin|jumat|sore|bulan|orang)|selalu"
    r"|tidak"
    r" pernah|tak pernah|sejak|bertahun-tahun|pada tahun|tahun (?:1[5-9]|20)\d\d|lahir|menikah"
    r"|didirikan|meninggal|anak-anak|anaknya|anak mereka|tinggal|bekerja|biasa|biasanya"
    r"|orang-orang"
    r"|orang|tidak ada yang|tak seorang|kampung|desa|kota|semua|pertama|kedua|sering"
    r"|kadang-kadang"
    r"|menjual|membeli|membayar|berdagang|keluarga|sekolah|musim|turun-temurun|warisan|bersekolah"
    r"|menjadi|mereka)\b",
}
