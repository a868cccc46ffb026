"""What bodies have and lack: limbs, teeth, marks, gait and noses, as patterns by what they say."""

import re

_ONE = {
    "ear": "ears", "finger": "fingers", "thumb": "fingers", "toe": "toes", "eye": "eyes count",
    "hand": "hands", "arm": "hands", "leg": "legs", "foot": "legs", "telinga": "ears",
    "kuping": "ears", "jari": "fingers", "kelingking": "fingers", "telunjuk": "fingers",
    "jempol": "fingers", "mata": "eyes count", "tangan": "hands", "lengan": "hands",
    "kaki": "legs",
}  # fmt: skip
_MANY = {"ears": "ears", "fingers": "fingers", "toes": "toes", "eyes": "eyes count"}
LIMBS = {**_ONE, **_MANY, "feet": "legs", "legs": "legs", "hands": "hands", "arms": "hands"}
"""Parts of a body that there are more than one of, each with its attribute."""
_LIMB = r"(?:left |right |little |index |middle |ring |big |good )?"
_COUNT = r"(?:his|her|my|an?|one|two|three|four|both|the|half (?:of )?(?:his|her))"
LACKS = {
    "en": re.compile(
        rf"\b(?:lost|lacked|lacks|lacking|missing|short of|minus) (?:the tip of )?{_COUNT} {_LIMB}"
        r"(?:(?:joints?|tips?) of (?:his|her|a|one) \w+ )?(?P<part>ear|finger|thumb|toe|eye)s?\b"
        rf"|\b(?:his|her|my|[A-Z]\w+['’]s) {_LIMB}(?P<part2>ear|finger|thumb|toe) (?:was|is|had"
        r" been) (?:gone|missing|cut|torn|shot|bitten|sliced|a stump)\b"
        r"|\b(?:only|just|but) (?:one|two|three|four|seven|eight|nine) (?P<part3>ear|finger|toe)s?"
        r"(?: left| on\b|[.,;])",
        re.I,
    ),
    "id": re.compile(
        r"\b(?:kehilangan|putus|buntung|terpotong) (?:sebelah |satu |dua |jari )?"
        r"(?P<part>telinga|kuping|jari|kelingking|telunjuk|jempol|mata)(?:nya)?\b"
        r"|\b(?P<part2>telinga|kuping|jari|kelingking|telunjuk|jempol)\w* (?:(?:kiri|kanan"
        r"|kelingking|telunjuk|manis|tengah|(?-i:[A-Z])\w+|tangan|yang|sebelah|itu|sudah"
        r")\w* ){0,4}(?:putus|buntung|hilang|terpotong|tinggal (?:satu|tiga|empat|delapan"
        r"|sembilan))\b",
        re.I,
    ),
}
"""A limb is lost; the group that matched says which."""
HAS_ALL = {
    "en": re.compile(
        r"\b(?:both|all ten|all five|all|two(?: good| sound| whole)?|ten)(?: of)?"
        r"(?: (?:his|her|my|the|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?['’]s))?"
        r"(?: own| good| sound)? (?P<part>ears|fingers|toes|eyes)\b",
        re.I,
    ),
    "id": re.compile(
        r"\b(?:kedua(?: belah)?|sepuluh|kesepuluh|kelima|lengkap) "
        r"(?P<part>telinga|kuping|jari|mata)\w*",
        re.I,
    ),
}
"""All of them are there."""
_NO = {
    "en": r"(?:no|not an?|not one|not a single|never (?:had|worn|grown|let|got)"
    r"(?: (?:himself|herself))?(?: an?)?|without(?: an?| any)?|hadn['’]t an?|nor an?|free of|free"
    r" from)(?: (?:single|trace of a?|sign of a?|other|any))*",
    "id": r"(?:(?:tak|tidak|tiada|belum|tanpa)(?: (?:pernah|ada|punya|memiliki|mempunyai"
    r"|terdapat|terlihat|tampak|memelihara))*|bebas dari)"
    r"(?: (?:satu|se\w+|pun|sama|sekali|bekas))*",
}
MARKS = {
    "scar": r"scars?|(?:bekas )?luka|parut|codet",
    "tattoo": r"tattoo(?:s|ed)?|tato|bertato",
    "birthmark": r"birthmark|mole|tahi lalat|tanda lahir|toh",
    "freckles": r"freckle[sd]?|bintik-bintik|berbintik-bintik",
    "dimples": r"dimple[sd]?|lesung pipi|berlesung pipi",
    "beard": r"beard|moustache|mustache|whiskers|kumis|jenggot|janggut|brewok|berewok|berkumis"
    r"|berjenggot|berjanggut|berewokan",
    "hair": r"hair(?: on (?:his|her) head| left)|rambut(?: lagi)?",
}
"""What skin may show or not, each with its nouns."""
_NOUNS = "|".join(f"(?P<{name}>{nouns})" for name, nouns in MARKS.items())
UNMARKED = {language: re.compile(rf"\b{no} (?:{_NOUNS})\b", re.I) for language, no in _NO.items()}
"""A mark is denied."""
SHOWN = re.compile(
    r"\b(?:(?P<tattoo>tattoo(?:s|ed)?|(?:ber)?tato)|(?P<freckles>freckle[sd]?|(?:ber)?bintik-bintik)"
    r"|(?P<dimples>dimple[sd]?|(?:ber)?lesung pipi)|(?P<beard>beard(?:ed)?))\b",
    re.I,
)
"""A mark is told of, unless it is denied."""
CLEAR_FACE = re.compile(
    r"\b(?:face|cheeks?|features|wajah\w*|muka\w*|pipi\w*)\b[^.;:!?]{0,40}?"
    r"\b(?:unmarked|unscarred|unblemished|flawless|without a mark|mulus|tanpa cacat|tanpa cela)\b"
    r"|\b(?:unmarked|unscarred|unblemished) (?:face|cheeks?)\b",
    re.I,
)
"""A face without scars."""
STATES = {
    ("teeth", "none"): r"(?:toothless|no(?:t (?:a|one))? (?:tooth|teeth)\b|without (?:a tooth"
    r"|teeth)|lost all (?:his|her) teeth|never (?:a|had a) tooth|(?:tidak|tak) (?:punya|memiliki"
    r"|ber|ada)? ?gigi(?: lagi| satu pun)|giginya (?:sudah )?(?:habis|tanggal semua)|ompong)",
    ("teeth", "some"): r"(?:(?:full|perfect|complete|fine) set of (?:\w+ )*teeth|(?:strong|white"
    r"|yellow|even|good|sharp|gleaming|perfect|own|big|gold) teeth|gigi\w* (?:yang )?(?:\w+ ){0,3}?"
    r"(?:lengkap|utuh|berderet|putih|rapi|kuat|gingsul|kuning))",
    ("gait", "lame"): r"(?:walk(?:s|ed) with a limp|limp(?:ed|s|ing)? (?:since|from) birth|limp"
    r"|limp(?:s|ed)|lame|leg (?:was|is|has been|had been) shorter|club-?foot(?:ed)?|pincang"
    r"|timpang)",
    ("gait", "sound"): r"(?:(?:had |has |have )?never (?:once )?limped|no limp|without (?:a|the"
    r" least|any|a trace of a) limp|two (?:\w+,? ){0,2}?(?:good|sound|straight|even|strong|equal)"
    r"(?:,? \w+)? legs|(?:tidak|tak) (?:pernah )?(?:pincang|timpang)|kaki\w*(?: \w+){0,2} (?:sama"
    r" (?:kuat|panjang|sehat)|tak kurang suatu apa))",
    ("nose", "crooked"): r"(?:(?:crooked|hooked|bent|broken|flattened|beaked) nose|nose (?:was|is"
    r"|had been|had|has been) (?:\w+ ){0,2}(?:broken|crooked|bent|hooked)|hidung\w*"
    r"(?: (?-i:[A-Z])\w+)? (?:yang )?(?:bengkok|patah|penyok))",
    ("nose", "straight"): r"(?:(?:\w+ )?straight(?: \w+)? nose|nose (?:was|is) (?:\w+ ){0,3}"
    r"straight|hidung\w*(?: (?-i:[A-Z])\w+)? (?:yang )?(?:lurus|mancung))",
    ("hair length", "some"): r"(?:(?:comb|brush|fingers|hand) through (?:his|her|my) (?:\w+,? )"
    r"{0,3}(?:hair|curls|locks)|(?:combed|brushed|plaited|braided) (?:his|her) (?:\w+ ){0,3}"
    r"(?:hair|curls)|(?:menyisir|mengikat|mengepang|menjambak) rambut\w*)",
}
"""How a body is, in so many words."""
STATE = {kind: re.compile(rf"\b{words}\b", re.I) for kind, words in STATES.items()}
FALSE_TEETH = re.compile(r"\b(?:false|denture\w*|wooden|palsu)\b", re.I)
"""They are not of the mouth."""
BEASTS = (
    r"(?:horse|mare|stallion|gelding|pony|foal|colt|donkey|mule|cow|bull|dog|hound|bitch|puppy"
    r"|terrier|cat|kitten|tomcat|parrot|raven|falcon|hawk|owl|rooster|wolf|goat|dragon|kuda|anjing"
    r"|kucing|kerbau|sapi|kambing|ayam|burung|keledai|naga|macan|harimau)"
)
"""Animals whose coat a story may colour."""
