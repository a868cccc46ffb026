"""Words of appearance: colours, hair, beards, scars; and what changes them."""

from groundsmith.verify.words.listing import listed

COLOURS = {
    word: family
    for family, words in {
        "blue": "blue azure sapphire biru",
        "green": "green emerald hijau",
        "brown": "brown chestnut chocolate cokelat coklat",
        "hazel": "hazel",
        "amber": "amber golden gold honey",
        "grey": "grey gray slate kelabu abu-abu",
        "black": "black jet ebony raven sloes coal hitam pekat legam",
        "red": "red copper copper-red ginger auburn carrot scarlet merah",
        "fair": "fair blond blonde flaxen straw straw-fair straw-coloured sandy yellow pirang "
        "kuning",
        "white": "white silver snow-white hoary putih perak uban beruban ubanan",
        "violet": "violet purple lilac ungu",
        "dark": "dark gelap",
    }.items()
    for word in words.split()
}

ALIKE = {
    frozenset(pair.split())
    for pair in [
        "dark black",
        "dark brown",
        "brown amber",
        "amber fair",
        "amber green",
        "grey blue",
        "grey white",
        "red amber",
        "hazel brown",
        "hazel green",
        "hazel amber",
        "red brown",
        "fair white",
        "grey green",
        "amber red",
        "black grey",
        "fair brown",
    ]
}
"""Colours that one person may call by either name."""

BODY = {
    "en": r"eyes?|irises",
    "id": r"mata",
}
LONG = listed(
    """
    long plait plaits plaited braid braids braided ponytail pigtail pigtails waist shoulder
    shoulder-length panjang kepang kepangan berkepang dikepang sepinggang sebahu dikuncir
    """
)
SHORT = listed(
    """
    short cropped crop close-cropped shorn bobbed pendek cepak
    """
)
BALD = listed(
    """
    bald shaved shaven hairless bald-headed botak gundul plontos
    """
)
CURLY = listed(
    """
    curly curls curled wavy frizzy ikal keriting bergelombang
    """
)
STRAIGHT = listed(
    """
    straight lank lurus
    """
)

SCARRED = {
    "head": "eyebrow brow forehead temple alis pelipis dahi kening",
    "cheek": "cheek cheekbone pipi",
    "chin": "chin jaw lip mouth dagu rahang bibir",
    "neck": "neck throat leher",
    "nose": "nose hidung",
    "ear": "ear telinga kuping",
    "arm": "arm forearm wrist elbow lengan pergelangan siku",
    "hand": "hand palm finger knuckles thumb tangan telapak jari",
    "leg": "leg thigh knee shin calf ankle foot kaki paha lutut betis",
    "trunk": "chest back shoulder belly ribs dada punggung bahu perut",
}
SCAR_PARTS = {word: part for part, words in SCARRED.items() for word in words.split()}

CHANGES = {
    "hair": r"\b(?:dy(?:e|ed|eing)|rins\w+|tint\w*|roots|fad(?:e|es|ed|ing)"
    r"|wash\w* (?:\w+ ){0,3}out|wig|bleach\w*|cut (?:it|her hair|his hair|my hair)"
    r"|had it cut|grew|grown"
    r"|shav\w*|copper sunset|hairdresser|barber|cat rambut|dicat|mengecat|semir|disemir"
    r"|menyemir|salon"
    r"|potong rambut|memotong|dicukur|mencukur|tumbuh|wig|gundul\w*|memendek)\b",
    "eyes": r"\b(?:contact lens\w*|lenses|glass eye|operation|lensa|dioperasi|operasi|perban"
    r"|softlens"
    r"|changed colour|enchant\w*|spell)\b",
    "beard": r"\b(?:(?<!clean-)(?<!smooth-)shav\w*|razor|grew|grown|growing|barber|cukur\w*"
    r"|mencukur|bercukur|tumbuh"
    r"|pisau cukur)\b",
    "scar": r"\b(?:another|second|new|lain|satu lagi|kedua|baru)\b",
    "height": r"\b(?:grew|grown|shot up|sprouted|shrunk|shrank|bent|stooped|tumbuh|meninggi"
    r"|bungkuk"
    r"|heels?|stilts|chair)\b",
    "build": r"\b(?:gained|lost weight|grew|grown|starv\w+|illness|ill|sick|thinner|fatter"
    r"|diet|wasted"
    r"|fever|hunger|pregnan\w+|kurusan|menyusut|menggemuk|sakit|kelaparan|hamil)\b",
    "glasses": r"\b(?:new|first|lens\w*|oculist|optician|broken?|broke|lost|baru|pecah|hilang)\b",
    "side": r"\b(?:both|other|another|second|kedua|satunya)\b",
}
"""What explains a changed appearance, by feature."""
