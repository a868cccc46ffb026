"""Abilities: how each is done, and the words by which somebody does it."""

ABILITIES = {
    "swim": {
        "name": r"swim|swimming|berenang",
        "done": r"swam|swims|swimming|swum|dived|dove|dives|overarm|backstroke|berenang"
        r"|terjun ke|menyelam"
        r"|terjun dari",
    },
    "read": {
        "name": r"read|reading|membaca|baca",
        "done": r"read (?:him|her|them|it|the|a|each|every|aloud|out|on|quickly|from|to|through"
        r"|his|my)|reads"
        r"|ran (?:her|his) eyes? (?:down|over|along) the (?:lines?|page|words)"
        r"|membaca(?:kan)? (?!bintang|arus|langit"
        r"|wajah|awan)\w+|dibacanya|dibacakannya",
    },
    "write": {
        "name": r"write|writing|menulis",
        "done": r"wrote|writes|scribbled|jotted|menulis|ditulisnya|mencatat",
    },
    "drive": {
        "name": r"drive|driving|menyetir|mengemudi",
        "done": r"drove|drives|menyetir|mengemudi\w*",
    },
    "ride": {
        "name": r"ride|riding|menunggang|naik kuda",
        "done": r"rode|rides|galloped|menunggang\w*",
    },
    "sing": {
        "name": r"sing|singing|menyanyi|bernyanyi",
        "done": r"sang|sings|menyanyi\w*|bernyanyi|bersenandung",
    },
    "whistle": {
        "name": r"whistle|blow (?:the|a) whistle|bersiul",
        "done": r"whistled|whistles|blew a (?:\w+ ){0,3}note|bersiul",
    },
    "cook": {"name": r"cook|cooking|memasak|masak", "done": r"cooked|cooks|memasak"},
    "dance": {
        "name": r"dance|dancing|menari|berdansa",
        "done": r"danced|dances|waltzed|menari|berdansa",
    },
    "play": {
        "name": r"play (?:the )?(?:piano|violin|guitar|flute|chess)|bermain (?:piano|biola"
        r"|gitar|catur)",
        "done": r"played (?:the )?(?:piano|violin|guitar|flute|chess|a tune)|memainkan"
        r"|bermain (?:piano|biola|gitar)",
    },
    "count": {"name": r"count|counting|berhitung|menghitung", "done": r"counted|menghitung"},
    "speak": {
        "name": r"speak|talk|bicara|berbicara",
        "done": r"said|spoke|shouted|called out|berkata|berbicara|berteriak|ujar|kata",
    },
    "see": {"name": r"see|melihat", "done": r"saw|read the|watched|melihat|memandang|membaca"},
    "hear": {"name": r"hear|mendengar", "done": r"heard|listened to|mendengar\w*"},
    "walk": {
        "name": r"walk|climb|stand|run|move (?:his|her) legs|berjalan|menanjak|mendaki|berlari"
        r"|memanjat"
        r"|climb so much as a doorstep|naik melebihi [^.;,]+|naik ke",
        "done": r"ran|runs|had run|run (?:up|down|the|across|all)|sprinted|climbed|leapt|leaped"
        r"|jumped|danced|raced"
        r"|dashed|strode|hiked|berlari|mendaki|melompat|memanjat|naik sampai ke|berlari-lari"
        r"|menari",
    },
}
"""Per ability: its name after `cannot`, and what shows that somebody has it."""

UNABLE = {
    "walk": r"broken legs?|lame|crippled|paraly[sz]ed|wheelchair|lumpuh|kaki(?:nya)? patah"
    r"|patah kaki"
    r"|lutut\w* (?:sudah )?tidak kuat|bedridden|had lost (?:both )?(?:his|her) legs?|in bed with",
    "see": r"(?:was|is|been|born|gone) blind|buta(?! huruf| warna)",
    "hear": r"(?:was|is|been|born|stone) deaf|tuli",
    "speak": r"(?:was|is|been|born) (?:mute|dumb)|bisu",
    "read": r"illiterate|buta huruf|huruf bagi\w* [^.]{0,30}serangga|never learned (?:his"
    r"|her) letters"
    r"|could not (?:so much as )?sign",
    "height": r"(?:afraid|scared|terrified|frightened) of heights|takut (?:pada "
    r"|akan )?ketinggian",
    "dark": r"(?:afraid|scared|terrified|frightened) of the dark|takut (?:pada "
    r"|akan )?(?:ke)?gelap(?:an)?"
    r"|gelap yang ia takuti",
    "water": r"(?:afraid|scared|terrified|frightened) of (?:the )?(?:water|sea)|takut (?:pada "
    r"|akan )?(?:air|laut)",
}
"""States that say the same without `cannot`."""

DARED = {
    "height": r"leaned over the (?:edge|rail|parapet)|(?:top|edge) of the (?:tower|cliff|roof)"
    r"|on the (?:roof|ledge)"
    r"|balkon paling atas|puncak menara|tepi atap|memandang ke bawah",
    "dark": r"(?:not afraid of|loved|liked|enjoyed) the dark|alone in the dark"
    r"|gelap tidak pernah|tanpa pelita"
    r"|suka gelap|sendirian (?:dalam|di) (?:ke)?gelap",
    "water": r"dived|swam|plunged|berenang|terjun ke|menyelam",
}
"""What who fears something would hardly do."""
