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
