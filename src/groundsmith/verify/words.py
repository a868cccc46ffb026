"""Word lists of English and Indonesian, as data: what the checks know about the two languages.

Every list is used as the union of both languages, so that no check depends on having guessed the
language of a short answer. Words are casefolded and without diacritics.
"""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS_EN = _listed(
    """
    a about above after again against all also although am among an and any are as at be because
    been before being below between both but by can could did do does doing down during each
    either else every few for from further had has have having he her here hers herself him
    himself his how however i if in into is it its itself just least less many may me might mine
    more most much must my myself nor of off on once only or other ought our ours ourselves out
    over own per rather same shall she should since so some still such than that the their theirs
    them themselves then there these they this those though through thus to too toward towards
    under until up upon us very was we were what when where whether which while who whom whose why
    will with within would yet you your yours yourself yourselves
    """
)

STOP_WORDS_ID = _listed(
    """
    ada adalah agar akan antara apa apabila apakah atas atau bagaimana bagi bahwa banyak beberapa
    berapa berapakah bila bisa dalam dan dapat dari daripada dengan di dimana dia dua hanya harus
    hingga ia ini itu jika juga kalau kami kamu kapan kapankah karena ke kemudian kepada ketika
    kita lain lebih maka manakah mana masih melalui mereka merupakan namun oleh pada paling para
    pernah pula saat saja sampai sangat saya sebagai sebelum sebuah secara sedang sedangkan
    sehingga sejak selama semua seorang seperti serta setelah setiap siapa siapakah suatu sudah
    supaya telah tentang terhadap tersebut tetapi untuk yaitu yakni yang
    """
)

STOP_WORDS = STOP_WORDS_EN | STOP_WORDS_ID

NEGATIONS = _listed(
    """
    not no never none nobody nothing neither nowhere without cannot
    tidak tak bukan belum tanpa jangan tiada
    """
)

NOT_ONLY = _listed("only just merely necessarily simply hanya sekadar cuma saja")
"""After a negation these turn it into an addition: "not only … but also"."""

HEDGES = _listed(
    """
    about almost apparently approximately around could generally largely likely may maybe mainly
    might mostly nearly often perhaps possibly potentially presumably probably roughly seem seems
    seemingly sometimes somewhat suggest suggests typically usually
    barangkali biasanya cenderung hampir kira kurang mungkin rupanya sekitar seringkali umumnya
    """
)

QUANTIFIERS = _listed(
    """
    all always any both each entire every everyone few half many most much only several some
    banyak beberapa hanya hampir kebanyakan sebagian selalu seluruh semua setengah setiap tiap
    """
)

_MONTHS = (
    "january jan januari",
    "february feb februari",
    "march mar maret",
    "april apr",
    "may mei",
    "june jun juni",
    "july jul juli",
    "august aug agustus agu",
    "september sept sep",
    "october oct oktober okt",
    "november nov nopember",
    "december dec desember des",
)

MONTHS = {name: at for at, names in enumerate(_MONTHS, start=1) for name in names.split()}

NUMBER_WORDS = {
    word: value
    for value, words in {
        0: "zero nol",
        1: "one satu",
        2: "two dua",
        3: "three tiga",
        4: "four empat",
        5: "five lima",
        6: "six enam",
        7: "seven tujuh",
        8: "eight delapan",
        9: "nine sembilan",
        10: "ten sepuluh",
        11: "eleven sebelas",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "seratus",
        1000: "seribu",
    }.items()
    for word in words.split()
}

SCALES = {
    word: scale
    for scale, words in {
        10: "puluh",
        100: "hundred ratus",
        1_000: "thousand ribu rb",
        100_000: "lakh lakhs lac lacs",
        1_000_000: "million millions juta jt mn",
        10_000_000: "crore crores",
        1_000_000_000: "billion billions bn miliar milyar",
        1_000_000_000_000: "trillion trillions triliun",
    }.items()
    for word in words.split()
}

CURRENCIES = {
    sign: code
    for code, signs in {
        "INR": "₹ rs inr rupee rupees",
        "USD": "$ us$ usd dollar dollars dolar",
        "EUR": "€ eur euro euros",
        "GBP": "£ gbp",
        "JPY": "¥ jpy yen",
        "IDR": "rp idr rupiah",
        "BDT": "৳ bdt taka",
        "NPR": "npr",
    }.items()
    for sign in signs.split()
}

UNITS = {
    word: unit
    for unit, words in {
        "%": "% percent persen pct",
        "s": "second seconds sec secs detik",
        "min": "minute minutes min mins menit",
        "h": "hour hours hr hrs jam",
        "day": "day days hari",
        "week": "week weeks minggu pekan",
        "month": "month months bulan",
        "year": "year years yr yrs tahun",
        "mm": "mm millimeter millimeters millimetre millimetres",
        "cm": "cm centimeter centimeters centimetre centimetres",
        "m": "m meter meters metre metres",
        "km": "km kms kilometer kilometers kilometre kilometres",
        "mi": "mile miles mil",
        "ft": "ft foot feet kaki",
        "in": "inch inches inci",
        "acre": "acre acres",
        "ha": "ha hectare hectares hektar hektare",
        "mg": "mg milligram milligrams miligram",
        "g": "g gram grams gm gms",
        "kg": "kg kgs kilogram kilograms kilo",
        "t": "ton tons tonne tonnes",
        "lb": "lb lbs",
        "ml": "ml milliliter milliliters millilitre millilitres mililiter",
        "l": "l liter liters litre litres",
        "kb": "kb kilobyte kilobytes",
        "mb": "mb megabyte megabytes",
        "gb": "gb gigabyte gigabytes",
        "tb": "tb terabyte terabytes",
        "°c": "°c celsius celcius",
        "°f": "°f fahrenheit",
        "kw": "kw kilowatt kilowatts",
        "mw": "mw megawatt megawatts",
        "hz": "hz hertz",
    }.items()
    for word in words.split()
} | CURRENCIES
