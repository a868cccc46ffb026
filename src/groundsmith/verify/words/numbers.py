"""Number words and scales of English and Indonesian."""

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

SHARES = {
    phrase: share
    for share, phrases in {
        1 / 2: "half, one half, a half, separuh, setengah, separo, one in two",
        1 / 3: "a third, one third, one in three, sepertiga, satu pertiga",
        2 / 3: "two thirds, two in three, two out of three, dua pertiga",
        1 / 4: "a quarter, one quarter, one in four, seperempat",
        3 / 4: "three quarters, three in four, three out of four, tiga perempat",
        1 / 5: "a fifth, one fifth, one in five, seperlima",
        2 / 5: "two fifths, two in five, two out of five, dua perlima",
        3 / 5: "three fifths, three in five, three out of five, tiga perlima",
        4 / 5: "four fifths, four in five, four out of five, empat perlima",
        1 / 6: "a sixth, one sixth, one in six, seperenam",
        1 / 7: "one in seven",
        1 / 8: "an eighth, one eighth, one in eight, seperdelapan",
        1 / 10: "a tenth, one tenth, one in ten, sepersepuluh",
        9 / 10: "nine tenths, nine in ten, nine out of ten, sembilan persepuluh",
        1 / 20: "one in twenty",
        1 / 100: "one in a hundred, one per cent",
        3 / 10: "three in ten",
        7 / 10: "seven in ten",
    }.items()
    for phrase in phrases.split(", ")
}
"""Parts of a whole in words."""

ABOUT = {
    word: relation
    for relation, words in {
        "about": "about around roughly approximately some circa nearly almost approx "
        "sekitar kira-kira kurang-lebih hampir kisaran nyaris",
        "over": "over than above exceeding exceeds dari atas melebihi melampaui",
        "under": "under below",
        "least": "least minimal minimum sedikit sekurang-kurangnya setidaknya sedikitnya",
        "most": "to most maximum maksimal banyak",
    }.items()
    for word in words.split()
}
"""Words before a number, and what they make of it."""
