"""Units and currencies by the words and signs that name them."""

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
