"""Abilities: how each is named and shown, and the states of people who lack it.

Every value is an alternation of a regular expression; `name` stands after `cannot` or `learned to`,
`done` is what somebody does who has the ability.
"""

_TUNES = (
    r"piano|violin|guitar|flute|cello|harp|organ|fiddle|trumpet|tuba|trombone|saxophone|drums?"
    r"|accordion|banjo|harmonica"
    r"|clarinet|oboe|lute|mandolin|sonata|nocturne|waltz|tune|biola|gitar|seruling|suling|kecapi"
    r"|gamelan|rebab|harmonika|akordeon|lagu|keroncong"
)
_GAMES = r"chess|cards|bridge|draughts|poker|catur|kartu|gaple"
_DRINKS = (
    r"wine|whisk(?:e)?y|beer|gin|brandy|rum|ale|sherry|vodka|port|champagne|cider|claret|spirits"
    r"|liquor|alcohol|arak|anggur|bir|tuak|brem|miras|minuman keras"
)
_MEATS = (
    r"meat|beef|pork|mutton|ham|bacon|lamb|steak|chicken|sausages?|chops?|veal|venison|duck|roast"
    r"|stew|daging|ayam|sapi|kambing|sate\w*|rendang|bakso|ikan|babi"
)
_ATE = (
    r"ate|eats|bit into|bites into|chewed|swallowed|devoured|finished|cut into|tucked into"
    r"|nibbled|gobbled|makan|memakan|menggigit|mengunyah|menyantap|melahap|menelan|menghabiskan"
)
_DRANK = (
    r"drank|drinks|drained|drains|sipped|sips|swallowed|gulped|downed|finished|emptied|meneguk"
    r"|minum|meminum|menenggak|menyesap|mereguk|menghabiskan"
)

ABILITIES = {
    "swim": {
        "name": r"swim|swimming|berenang",
        "done": r"swam|swims|swimming|swum|dived|dove|dives|overarm|backstroke|breaststroke"
        r"|berenang"
        r"|terjun ke|menyelam|terjun dari",
    },
    "read": {
        "name": r"read|reading|membaca|baca|mengeja",
        "done": r"reading (?:aloud|from|to (?:him|her|his|them))|read (?:him|her|them|it|the|a"
        r"|each|every|aloud|out|on|quickly|from|to|through"
        r"|his|my|over|what|that|in)|reads|leafed through|"
        r"ran (?:her|his) eyes? (?:down|over|along) the (?:lines?|page|words)"
        r"|membaca(?:kan|nya)? (?!bintang|arus|langit|wajah|awan)\w+|membacanya|dibacanya"
        r"|dibacakannya",
    },
    "write": {
        "name": r"write|writing|sign (?:his|her) name|menulis|tulis",
        "done": r"wrote|writes|scribbled|jotted|penned|signed (?:his|her) name|menulis(?:kan)?"
        r"|ditulisnya|mencatat|menyurati",
    },
    "drive": {
        "name": r"drive|driving|menyetir|mengemudi(?:kan)?|nyetir|menyopir",
        "done": r"drove (?!(?:him|her|them|me|us) (?:mad|crazy|wild|away|off|out)|off the|a nail"
        r"|the (?:cows?|sheep|cattle|goats|herd))\w+|drives|took the wheel|at the wheel"
        r"|behind the wheel|menyetir\w*|mengemudi\w*|menyopir\w*|di belakang kemudi",
    },
    "ride": {
        "name": r"ridden|ride a horse|ride|riding|on a horse|menunggang\w*|naik kuda|berkuda",
        "done": r"rode|rides|galloped|cantered|trotted (?:his|her)|into the saddle"
        r"|spurred (?:his|her|the)|menunggang\w*|memacu kuda\w*|berkuda|ke (?:atas )?pelana",
    },
    "cycle": {
        "name": r"ride a (?:bicycle|bike)|cycle|bicycle|naik sepeda|bersepeda|mengayuh sepeda",
        "done": r"cycled|cycles|pedall?ed|bicycled|rode (?:his|her|the|a) (?:bicycle|bike)"
        r"|bersepeda"
        r"|mengayuh sepeda\w*|naik sepeda",
    },
    "sing": {
        "name": r"sing|singing|sung|carry a tune|hold a tune|menyanyi|bernyanyi",
        "done": r"sang|sings|menyanyi\w*|bernyanyi|bersenandung|berdendang",
    },
    "whistle": {
        "name": r"whistle|blow (?:the|a) whistle|bersiul",
        "done": r"whistled|whistles|blew a (?:\w+ ){0,3}note|bersiul",
    },
    "cook": {
        "name": r"cook|cooking|boil an egg|memasak|masak",
        "done": r"cooked|cooks|baked|roasted|simmered|fried|whipped up|memasak\w*|menggoreng"
        r"|memanggang|menumis",
    },
    "sew": {
        "name": r"sew|sewing|knit|thread a needle|menjahit|merajut|menenun",
        "done": r"sewed|sews|stitched|knitted|embroidered|darned|hemmed|menjahit\w*|merajut\w*"
        r"|menyulam\w*|menenun\w*",
    },
    "dance": {
        "name": r"danced?|dancing|menari|berdansa|joget",
        "done": r"danced|dances|waltzed|tangoed|foxtrot\w*|menari|berdansa|berjoget",
    },
    "play": {
        "name": rf"(?:got|get) a note out of|play(?:ed)? (?:the |an? |any )?(?:\w+ )?(?:{_TUNES}"
        rf"|instruments?|note|music)"
        rf"|(?:ber)?main(?:kan)?"
        rf" (?:{_TUNES}|alat musik)|memainkan (?:{_TUNES})|memetik (?:{_TUNES})",
        "done": rf"play(?:ed|s) (?:\w+ ){{0,3}}(?:{_TUNES})|(?:ber)?main(?:kan)? (?:{_TUNES})"
        rf"|memainkan (?:\w+ )?(?:{_TUNES})|memetik (?:{_TUNES})\w*|menggesek biola\w*",
    },
    "game": {
        "name": rf"play(?:ed)? (?:{_GAMES})|bermain (?:{_GAMES})|main (?:{_GAMES})",
        "done": rf"play(?:ed|s) (?:\w+ ){{0,3}}(?:{_GAMES})|checkmate\w*|bermain (?:{_GAMES})"
        rf"|main (?:{_GAMES})|skakmat",
    },
    "shoot": {
        "name": r"shoot|fire a (?:gun|rifle|pistol)|handle a gun|held a gun|menembak|memegang"
        r" (?:senapan"
        r"|pistol)",
        "done": r"shot (?:the|a|an|him|her|them|two|three)\b|fired (?:the|his|her|a|at|two|three)"
        r"|took aim|menembak\w*|membidik\w*",
    },
    "row": {
        "name": r"row|sail|handle a boat|steer|mendayung|berlayar|mengemudikan perahu",
        "done": r"rowed|rows|sailed (?:the|her|his|a)|steered|tacked|mendayung|mengemudikan perahu",
    },
    "fly": {
        "name": r"fly a (?:plane|kite)|fly|menerbangkan (?:pesawat|layang\w*)|terbang",
        "done": r"(?:flew|flies|landed) (?:the|his|her|a) (?:\w+ )?(?:plane|aircraft|jet|helicopter"
        r"|glider)|menerbangkan \w+|mendaratkan pesawat\w*",
    },
    "climb": {
        "name": r"climb(?: (?:trees?|stairs?|a (?:tree|ladder|stair|hill)))?|climb so much as a"
        r" doorstep"
        r"|memanjat|mendaki|menanjak|naik tangga|naik melebihi [^.;,]+|naik ke (?:atap|menara"
        r"|atas)",
        "done": r"climbed|scaled|clambered|scrambled up|shinned up|two steps at a time|ran up|run"
        r" up"
        r"|memanjat|mendaki|menaiki tangga|naik sampai ke",
    },
    "ski": {"name": r"ski|skate|bermain ski", "done": r"skied|skated|skates|meluncur di es"},
    "count": {
        "name": r"count|counting|do sums|add up|berhitung|menghitung",
        "done": r"counted|added up|did the sum\w*|menghitung|berhitung",
    },
    "speak": {
        "name": r"speak|talk|utter a (?:word|sound)|make a sound|bicara|berbicara|berkata-kata",
        "done": r"said|spoke|shouted|called out|whispered|muttered|answered|replied|cried|asked"
        r"|murmured|yelled|sang|told (?:him|her|them|me|us)|berkata|berbicara|berteriak|ujar\w*"
        r"|kata(?:nya)?|tanya(?:nya)?|jawab(?:nya)?|bisik(?:nya)?|seru(?:nya)?|berbisik|berseru"
        r"|bertanya|menjawab|bernyanyi|bercerita",
    },
    "see": {
        "name": r"see|melihat",
        "done": r"saw(?! (?:what|that|how|why|at once|to it|the point|reason|sense|no)\b)|sees"
        r"|read the|watched|watches|looked at|looks at|looked up at|noticed"
        r"|glimpsed"
        r"|stared at|peered|gazed|spotted|examined|studied (?:the|his|her)|caught sight"
        r"|melihat(?! (?:maksud|bahwa|gelagat|peluang|arti|mengapa))\w*"
        r"|memandang\w*|membaca|menatap\w*|mengamati|memperhatikan|menonton|melirik|mengintip",
    },
    "hear": {
        "name": r"hear|mendengar",
        "done": r"heard|hears|listened to|listens to|overheard|mendengar\w*|menyimak",
    },
    "smell": {
        "name": r"smell|mencium bau|membaui",
        "done": r"smell(?:ed|t|s) (?:the|a|of|it|smoke|gas)\b|sniffed the|caught the (?:smell"
        r"|scent)"
        r"|breathed in the scent|mencium (?:bau|aroma|wangi)\w*|menghirup (?:bau|aroma|wangi)\w*",
    },
    "colour": {
        "name": r"tell (?:red|green) from (?:green|red)|see colou?rs?|membedakan warna",
        "done": r"(?:picked|chose|saw|noticed|admired|sorted) (?:\w+ ){0,4}(?:red|green|scarlet"
        r"|crimson|emerald)\b|(?:memilih|melihat|mengagumi) (?:\w+ ){0,4}(?:merah|hijau)",
    },
    "walk": {
        "name": r"walk|stand|run|move (?:his|her) legs|walk (?:again|to|without)|berjalan|berlari"
        r"|berdiri|menggerakkan kaki\w*|bangun dari",
        "done": r"ran|runs|had run|run (?:up|down|the|across|all)|sprinted|climbed|leapt|leaped"
        r"|jumped|danced|raced|dashed|strode|strides|hiked|skipped|galloped|sprang|paced|vaulted"
        r"|marched|trotted|kicked|on tiptoe|walked (?!stiffly)\w+|berlari\w*|mendaki|melompat\w*"
        r"|memanjat|naik sampai ke|menari|berjalan(?! (?:pincang|tertatih|dengan tongkat))|berderap"
        r"|menendang|melangkah\w*|berjingkat|menaiki tangga|meloncat",
    },
    "both hands": {
        "name": r"use (?:both|his (?:right|left)|her (?:right|left)) (?:hands?|arms?)"
        r"|menggunakan (?:kedua )?tangan\w*",
        "done": r"clapped|claps|both (?:his |her )?(?:hands|arms|fists)|with two hands|juggled"
        r"|rubbed (?:his|her) hands|wrung (?:his|her) hands|arms folded|folded (?:his|her) arms"
        r"|in both hands|bertepuk tangan|(?:dengan )?kedua (?:belah )?(?:tangan|lengan)\w*"
        r"|bersedekap|melipat (?:kedua )?(?:tangan|lengan)",
    },
    "drink": {
        "name": rf"(?:drink|drank|drunk|touch(?:ed)?|taste[d]?|take|took)(?: a drop of| any| a)?"
        rf"(?: (?:{_DRINKS}|drop|drink))|drink|(?:minum|menyentuh|mencicipi|meneguk)(?: \w+)?"
        rf" (?:{_DRINKS}|alkohol)",
        "done": rf"(?:{_DRANK}) (?:\w+ ){{0,4}}(?:{_DRINKS})\w*|(?:ordered|poured (?:him|her)self"
        rf"|had)"
        rf" (?:a|another|two|three) (?:\w+ )?(?:{_DRINKS})|memesan (?:\w+ )?(?:{_DRINKS})|was drunk"
        rf"|mabuk",
    },
    "smoke": {
        "name": r"smoked?|smoking|touch(?:ed)? (?:tobacco|a cigarette)|merokok|(?:mengisap"
        r"|menyentuh)"
        r" rokok",
        "done": r"(?:lit|lights|smoked|smokes|puffed (?:on|at)|drew on|stubbed out|rolled) (?:a"
        r"|his|her"
        r"|another|the|himself a|herself a) (?:\w+ )?(?:cigar\w*|pipe|cheroot|smoke)|merokok"
        r"|(?:menyalakan|mengisap|menghisap|mematikan|melinting) (?:\w+ )?(?:rokok|cerutu"
        r"|kretek)\w*"
        r"|menyulut (?:rokok|kretek|cerutu)\w*",
    },
    "meat": {
        "name": rf"(?:eat|eaten|ate|touch(?:ed)?|taste[d]?) (?:{_MEATS})|(?:makan|memakan"
        rf"|menyentuh)"
        rf" (?:{_MEATS})",
        "done": rf"(?:{_ATE}) (?:\w+ ){{0,4}}(?:{_MEATS})|menggigit sate\w*",
    },
}
"""Per ability: its name after `cannot`, and what shows that somebody has it."""

UNABLE = {
    "walk": r"broken legs?|crippled|paraly[sz]ed|wheelchairs?|on crutches|bedridden|bed-ridden"
    r"|legless|(?:was|been|gone|went) lame|would never walk|legs? (?:was|were) (?:in plaster|in a"
    r" cast|gone|useless|amputated|broken|shattered)|had lost (?:both |one of |a |the use of"
    r" )?(?:his"
    r" |her )?legs?|lost a leg|in bed with|lumpuh|kaki(?:nya)? patah|patah kaki|(?:kaki\w*"
    r"|tungkai\w*) (?:\w+ ){0,2}(?:digips|diamputasi|remuk|buntung|putus"
    r"|lumpuh)|kursi roda|berkruk",
    "see": r"(?:was|is|been|born|gone|went|left (?:him|her)|struck) (?:quite |almost |completely"
    r" |stone )?blind(?!ed by|ing|fold)|lost (?:his|her) (?:sight|eyesight)|sightless"
    r"|blind (?:since|from) \w+|(?<!warna )buta(?! huruf| warna| nada)|tunanetra|kehilangan"
    r" penglihatan\w*",
    "hear": r"(?:was|is|been|born|stone|gone|went|completely|quite) (?:stone[ -])?deaf"
    r"|lost (?:his|her) hearing|deaf (?:since|from) \w+|deaf as a post|(?<!pura-pura )(?<!kanan "
    r")(?<!kiri )(?<!kanannya )(?<!kirinya )tuli(?! sebelah)"
    r"|tunarungu|kehilangan pendengaran\w*",
    "speak": r"(?:was|is|been|born|struck|gone) (?:mute|dumb)|a mute|unable to speak"
    r"|lost (?:his|her) (?:voice|tongue|speech) (?:for good|for ever|in the|years|since)"
    r"|(?:tongue|lidah\w*) (?:had been |was |\w+ )?(?:cut out|dipotong)|had not (?:spoken|said) a"
    r" word"
    r" (?:since|for (?:\w+ )?years)|never spo(?:ke|ken) (?:again|a word)|bisu|tunawicara",
    "read": r"illiterate|never had (?:his|her) letters|no scholar|buta (?:huruf|aksara)|huruf"
    r" bagi\w* [^.]{0,30}serangga"
    r"|never (?:learned|learnt) (?:his|her) letters|could not (?:so much as )?sign",
    "write": r"illiterate|buta (?:huruf|aksara)",
    "climb": r"lutut\w* (?:sudah )?tidak kuat(?: lagi)?|bad knees?|knees would not",
    "height": r"(?:afraid|scared|terrified|frightened|fear|dread|horror) of heights|vertigo"
    r"|no head for heights|(?:takut|gamang|fobia)(?: pada| akan| terhadap)? ketinggian",
    "dark": r"(?:afraid|scared|terrified|frightened) of the dark|takut (?:pada |akan"
    r" )?(?:ke)?gelap(?:an)?"
    r"|gelap yang ia takuti",
    "water": r"(?:afraid|scared|terrified|frightened) of (?:the )?(?:water|sea)|takut (?:pada "
    r"|akan "
    r")?(?:air|laut)",
    "drink": r"teetotal(?:l?er)?|abstainer|taken the pledge|"
    rf"not (?:touched|had) a drop|never (?:touched|drank) (?:a drop|the stuff|{_DRINKS})"
    r"|tidak pernah minum (?:alkohol|minuman keras|arak|bir|tuak)",
    "meat": r"(?:strict |was a |is a |a lifelong )vegetarian|vegan|tidak makan daging|vegetarian",
    "sing": r"tone[ -]deaf|buta nada|suaranya sumbang",
    "smell": r"no sense of smell|lost (?:his|her) sense of smell|tidak bisa mencium(?: bau)?"
    r"|anosmia",
    "colour": r"colou?r-?[ -]?blind|buta warna",
    "both hands": r"one-armed|one-handed|had lost (?:an|one|his (?:right|left)|her (?:right|left)"
    r"|a)"
    r" (?:arm|hand)|(?:lost|missing) (?:his|her) (?:right |left )?(?:arm|hand)|empty sleeve"
    r"|arm (?:was|had been) (?:amputated|taken off|gone)|arm ended at|(?:right|left) arm (?:was"
    r"|hung)"
    r" (?:in a sling|useless|withered|in plaster)|(?:lengan|tangan) (?:kanan|kiri)(?:nya)? (?:\w+"
    r" ){0,4}?(?:putus|buntung|diamputasi|lumpuh|digips|digendong)|(?:bertangan|berlengan) satu"
    r"|buntung",
}
"""States that say the same without `cannot`."""

DOERS = {
    "swim": "swimmers?", "read": "readers?", "drive": "drivers?", "cook": "cooks?",
    "ride": "riders?|horseman|horsewoman|horsemen", "sing": "singers?|soprano|tenor|baritone",
    "dance": "dancers?", "shoot": "shots?|marksman|markswoman", "row": "sailors?|oarsman|oarsmen",
    "sew": "seamstress|needlewoman|tailor", "play": "pianist|violinist|guitarist|fiddler|musician",
    "climb": "climbers?|mountaineer",
}  # fmt: skip
"""Nouns for who is good at something: `the strongest swimmer`, `a fine shot`."""

DARED = {
    "height": r"leaned over the (?:edge|rail|parapet)|(?:top|edge) of the (?:tower|cliff|roof)"
    r"|(?:on|along|across) the (?:roof|ledge|rooftops?|parapet|girder|high wire)|tightrope"
    r"|(?:looked|gazed) (?:straight )?down from the (?:top|roof|tower|cliff)"
    r"|balkon paling atas|puncak menara|tepi (?:atap|tebing|jurang)|memandang ke bawah"
    r"|di atas atap|titian",
    "dark": r"(?:not afraid of|loved|liked|enjoyed) the dark|alone in the dark"
    r"|gelap tidak pernah|tanpa pelita|suka gelap|sendirian (?:dalam|di) (?:ke)?gelap",
    "water": r"dived|swam|plunged|berenang|terjun ke|menyelam",
}
"""What who fears something would hardly do."""

LANGUAGES = (
    "french|german|english|latin|greek|spanish|italian|russian|arabic|chinese|mandarin|japanese"
    "|dutch|portuguese|polish|welsh|gaelic|irish|hebrew|yiddish|turkish|hindi|swedish|norwegian"
    "|danish|hungarian|czech|malay|javanese|korean|persian|inggris|belanda|prancis|perancis|jerman"
    "|arab|jepang|tionghoa|cina|mandarin|jawa|sunda|bali|bugis|melayu|batak|minang|madura|portugis"
    "|spanyol|rusia|latin|indonesia"
)
"""Languages that somebody may speak or not."""

LASTING = frozenset({"see", "hear", "speak", "count", "walk", "climb", "smell", "drink"})
"""Abilities that one may be without for a moment; to lack them counts where it is said to last."""
