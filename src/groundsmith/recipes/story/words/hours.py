"""What shows the hour of a day and the season of a year: sun and stars, blossom and snow."""

import re

from groundsmith.verify.words import MONTHS

_EN_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ID_DAY = r"(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad)"
_SUN = r"(?:sun|sunlight|light)"
DAYTIMES: dict[str, tuple[float, float]] = {
    "dawn": (3, 8), "morning": (5, 11.9), "noon": (10.5, 14.5), "afternoon": (12, 18.9),
    "evening": (15.5, 22), "night": (18, 30),
}  # fmt: skip
"""From which hour to which a part of the day may be, widely; a night runs on past 24."""
DAYTIME = re.compile(
    rf"\b(?P<morning2>{_EN_DAY} morning|{_ID_DAY} pagi)\b|\b(?P<noon2>{_ID_DAY} siang)\b"
    rf"|\b(?P<afternoon2>{_EN_DAY} afternoon)\b|\b(?P<evening2>{_EN_DAY} evening"
    rf"|{_ID_DAY} (?:sore|petang))\b"
    rf"|\b(?P<night2>{_EN_DAY} night|{_ID_DAY} malam)\b"
    r"|\b(?P<dawn>dawn (?:broke|was breaking|came|crept|light)|daybreak|first light|at dawn"
    r"|sun (?:was (?:just )?(?:rising|coming up)|rose|came up|had just risen)|sunrise|sun-?up"
    r"|fajar|subuh|matahari (?:baru )?(?:terbit|muncul)|terbit fajar)\b"
    rf"|\b(?P<morning>(?:early |bright )?morning (?:{_SUN}|mist|dew|air|chill)"
    r"|it was (?:still |now )?(?:early |late |mid-?)?morning|in the (?:early "
    r"|middle of the )?morning"
    r"|over breakfast|called \w+ (?:in )?to breakfast|matahari pagi|cahaya pagi|embun|udara pagi"
    r"|masih pagi|sarapan|pagi-pagi)\b"
    r"|\b(?P<noon>(?:at |was |struck |it was )(?:high )?noon|noonday|midday|sun (?:stood|was|hung)"
    r" (?:\w+ )?(?:high|straight|directly|right|overhead)(?: (?:overhead|above))?|tengah hari"
    r"|siang bolong|matahari (?:\w+ )?(?:tepat )?di (?:atas kepala|puncak)|terik matahari)\b"
    rf"|\b(?P<afternoon>afternoon (?:{_SUN}|heat)|it was (?:already |now |still )?(?:early "
    rf"|late |mid-?)?"
    r"afternoon|in the (?:late )?afternoon|siang hari|matahari siang)\b"
    rf"|\b(?P<evening>evening (?:{_SUN}|sky|star)|it was (?:already |now |still )?evening"
    r"|sun (?:was (?:\w+ )?(?:setting|sinking|going down|low in the west)|set|sank|went down"
    r"|stood low"
    r" in the west)|sunset|dusk|towards evening|twilight"
    r"|nightfall|sundown|setting sun|low sun in the west"
    r"|matahari (?:sore|senja)|senja|petang|magrib|matahari (?:\w+ )?(?:terbenam|tenggelam|condong)"
    r"|langit jingga)\b"
    r"|\b(?P<night>midnight|stars (?:were|shone|burned|burnt|glittered|hung|came|stood|wheeled"
    r"|pricked)"
    r"|starlight|moonlight|moonlit|the moon (?:rose|hung|stood|shone|was|lit|sailed)"
    r"|(?:in the|it was the) (?:dead|middle) of (?:the )?night"
    r"|it was (?:still |already )?(?:pitch )?(?:dark|night)\b|tengah malam|bintang-bintang"
    r"|cahaya bulan|sinar bulan|bulan (?:purnama|bersinar|menggantung|naik)|larut malam"
    r"|gelap gulita"
    r"|masih gelap)\b",
    re.I,
)
"""Words that say which part of the day it is, by the part."""
PASSING = re.compile(
    r"\b(?:until|till|later|after|by the time|soon|hours?|presently|eventually|next|following"
    r"|all (?:day|night|morning|afternoon|evening)|slept|sleep|asleep|woke|waking|awoke|meanwhile"
    r"|when the|at last|every|would|tomorrow|yesterday|last|before|since|as if|like|toward\w*|whole"
    r"|then came|wore on|passed|finally|once|again"
    r"|sampai|hingga|kemudian|setelah|sesudah|begitu|akhirnya|jam|berjam-jam|keesokan\w*|esok\w*"
    r"|besok\w*|sepanjang|tidur|tertidur|bangun|terbangun|sementara|sebelum|menjelang|setiap|kelak"
    r"|kemarin|seperti|ketika|lalu|berlalu|harinya|malamnya|sorenya|paginya|semalam\w*"
    r"|semalaman)\b",
    re.I,
)
"""Words with which time passes or another time is meant."""

_RUNNING = (
    "ferry train bus tram coach boat ship steamer packet plane flight mail post tide shift market "
    "bank shop gate library museum ceremony funeral wedding service concert performance trial"
)
_BERJALAN = (
    "kereta feri bus kapal perahu pesawat angkot truk pasar bank toko loket gerbang upacara "
    "pemakaman pernikahan pertunjukan sidang kebaktian rapat"
)
RUNS = {
    "en": rf"\b(?i:the) (?P<what>{'|'.join(_RUNNING.split())}) (?:\w+ )?(?:leaves|goes|sails"
    r"|departs|opens|closes|starts|begins|arrives|is|runs|turns)"
    r"(?: (?:for|from|to) (?:the )?[\w ]{2,20}?)?"
    r" at (?P<hour>noon|midnight|(?:half|a? ?quarter|five|ten|twenty) (?:past|to) \w+"
    r"|\d{1,2}[:.]\d\d|\w+ o['’]clock|[a-z]+)\b",
    "id": rf"\b(?i:(?P<what>{'|'.join(_BERJALAN.split())}))(?: itu)? (?:akan )?(?:berangkat"
    r"|berlayar|buka|dibuka|tutup|ditutup|dimulai|mulai|tiba)(?: dari \w+| ke \w+)? (?:pada )?"
    r"(?P<hour>tengah hari|tengah malam|(?:pukul|jam) (?:setengah )?(?:\d{1,2}(?:[:.]\d\d)?"
    r"|sepuluh|sebelas|dua belas|\w+)(?: (?:pagi|siang|sore|malam))?)\b",
}
"""What runs or opens at an hour, and says so of every day."""

_SEASONS = {
    "winter": (11, 12, 1, 2, 3), "spring": (2, 3, 4, 5, 6), "summer": (5, 6, 7, 8, 9),
    "autumn": (8, 9, 10, 11, 12), "fall": (8, 9, 10, 11, 12),
    "hujan": (10, 11, 12, 1, 2, 3, 4), "penghujan": (10, 11, 12, 1, 2, 3, 4),
    "kemarau": (4, 5, 6, 7, 8, 9, 10, 11),
}  # fmt: skip
SEASONS = {name: frozenset(months) for name, months in _SEASONS.items()}
"""The months that a season may have, north of the equator; those of Indonesia beside them."""
SIGNS: tuple[tuple[frozenset[int], str], ...] = tuple(
    (frozenset(months), words)
    for months, words in (
        ((10, 11, 12, 1, 2, 3, 4, 5),
         r"snow (?:lay|fell|was falling|had fallen|covered|drifted|still lay|on the)"
         r"|snow-?(?:flakes?"
         r"|drifts?|fields?|storm)|snowed|snowing|icicles?|black ice|hoar-?frost|frozen (?:pond"
         r"|lake"
         r"|river|puddles?|ground|solid)|frost (?:on|lay|had|whitened)|blizzard|sleet|salju"),
        ((10, 11, 12, 1, 2, 3, 4),
         r"bare (?:branches|trees|boughs|twigs)|leafless"),
        ((1, 2, 3, 4), r"snowdrops|crocus\w*|thaw|melting snow"),
        ((3, 4, 5, 6),
         r"(?:in|full of|with) (?:\w+ )?(?:blossom|bloom)|blossoms?|blossoming|daffodils|bluebells"
         r"|primroses|cuckoo|lambs|tadpoles|tulips|budding|first leaves|lilac"),
        ((5, 6, 7, 8, 9),
         r"hay(?:making|fields?|ricks?|cocks?)|mown hay|cutting the hay|roses (?:were|bloomed"
         r"|nodded|hung)"
         r"|swifts|strawberr(?:y|ies)|cherries|sunflowers?|poppies|dog days|sweltering|blazing heat"
         r"|heat (?:lay|shimmered|wave|haze)|heatwave|barley stood|corn stood high|crickets"
         r"|bathed in the sea|sunburn\w*"),
        ((4, 5, 6, 7, 8, 9, 10), r"butterfl(?:y|ies)|swallows|bees (?:hummed|were)|nettles"
                                 r"|mosquitoe?s"),
        ((7, 8, 9, 10, 11),
         r"harvest (?:was|moon|had)|ripe (?:corn|wheat|plums|apples|pears)|blackberr(?:y|ies)"
         r"|stubble"
         r"|reapers|harvesters|threshing"),
        ((9, 10, 11, 12), r"fallen leaves|falling leaves|leaves (?:fell|were falling|turned"
                          r"|had turned)"
         r"|conkers|chestnuts fell|red and gold leaves"),
    )
)  # fmt: skip
"""What is seen in which months, north of the equator."""
WET = (
    r"becek|kebanjiran|hujan (?:turun )?(?:deras|lebat|tak (?:henti|kunjung)|setiap hari)|banjir"
    r"|lumpur"
)
DRY = r"tanah (?:\w+ )?retak\w*|sumur (?:\w+ )?(?:kering|mengering)|kekeringan|debu beterbangan"
MONTH = "|".join(sorted((n for n in MONTHS if len(n) > 3), key=len, reverse=True))
