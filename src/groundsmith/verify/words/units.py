"""Units and currencies by the words and signs that name them, and what each unit measures."""

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
        "CHF": "chf franc francs",
        "lira": "lira lire",
        "kroner": "kroner kronor krone krona",
        "yuan": "yuan renminbi",
        "ringgit": "ringgit",
        "riyal": "riyal rial",
    }.items()
    for sign in signs.split()
}

UNITS = {
    word: unit
    for unit, words in {
        "%": "% percent persen pct",
        "ms": "ms millisecond milliseconds milidetik",
        "s": "s second seconds sec secs detik",
        "min": "minute minutes min mins menit",
        "h": "h hour hours hr hrs jam",
        "day": "day days hari",
        "week": "week weeks minggu pekan",
        "fortnight": "fortnight fortnights",
        "month": "month months bulan",
        "year": "year years yr yrs tahun",
        "decade": "decade decades dekade dasawarsa",
        "century": "century centuries abad",
        "mm": "mm millimeter millimeters millimetre millimetres milimeter",
        "cm": "cm centimeter centimeters centimetre centimetres sentimeter senti",
        "m": "m meter meters metre metres",
        "km": "km kms kilometer kilometers kilometre kilometres",
        "mi": "mile miles mil",
        "yd": "yard yards",
        "ft": "ft foot feet kaki",
        "in": "inch inches inci",
        "m2": "m2 m²",
        "km2": "km2 km²",
        "acre": "acre acres",
        "ha": "ha hectare hectares hektar hektare",
        "µg": "µg μg mcg microgram micrograms mikrogram",
        "mg": "mg milligram milligrams miligram",
        "g": "g gram grams gm gms gramme grammes",
        "kg": "kg kgs kilogram kilograms kilo kilos",
        "kuintal": "kuintal kwintal quintal quintals",
        "t": "ton tons tonne tonnes",
        "lb": "lb lbs",
        "pound": "pound pounds",
        "oz": "oz ounce ounces",
        "ml": "ml milliliter milliliters millilitre millilitres mililiter cc",
        "cl": "cl centilitre centilitres",
        "l": "l liter liters litre litres",
        "m3": "m3 m³",
        "gal": "gallon gallons galon",
        "barrel": "barrel barrels barel",
        "tbsp": "tablespoon tablespoons tbsp",
        "tsp": "teaspoon teaspoons tsp",
        "cup": "cup cups cangkir",
        "b": "byte bytes",
        "kb": "kb kilobyte kilobytes kilobita",
        "mb": "mb megabyte megabytes megabita",
        "gb": "gb gigabyte gigabytes gigabita",
        "tb": "tb terabyte terabytes terabita",
        "pb": "pb petabyte petabytes",
        "kbit": "kbps kilobit kilobits",
        "mbit": "mbps megabit megabits",
        "gbit": "gbps gigabit gigabits",
        "°c": "°c celsius celcius",
        "°f": "°f fahrenheit",
        "km/h": "kmh kph",
        "mph": "mph",
        "knot": "knot knots",
        "w": "watt watts",
        "kw": "kw kilowatt kilowatts",
        "mw": "mw megawatt megawatts",
        "gw": "gw gigawatt gigawatts",
        "kwh": "kwh kilowatt-hours",
        "hz": "hz hertz",
        "khz": "khz kilohertz",
        "mhz": "mhz megahertz",
        "ghz": "ghz gigahertz",
        "db": "db decibel decibels desibel",
        "v": "volt volts",
        "a": "ampere amperes amp amps",
        "pa": "pascal pascals",
        "hpa": "hpa hectopascal hectopascals",
        "carat": "carat carats karat",
    }.items()
    for word in words.split()
} | CURRENCIES

CONVERSIONS = {
    unit: (measure, float(factor))
    for measure, units in {
        "time": "ms 0.001 s 1 min 60 h 3600 day 86400 week 604800 fortnight 1209600 month 2629800 "
        "year 31557600 decade 315576000 century 3155760000",
        "length": "mm 0.001 cm 0.01 m 1 km 1000 mi 1609.344 yd 0.9144 ft 0.3048 in 0.0254 nmi 1852",
        "area": "m2 1 km2 1000000 ha 10000 acre 4046.856",
        "mass": "µg 0.000001 mg 0.001 g 1 kg 1000 kuintal 100000 t 1000000 lb 453.592 oz 28.3495",
        "volume": "ml 0.001 cl 0.01 l 1 m3 1000 gal 3.78541 barrel 158.987",
        "data": "b 1 kb 1000 mb 1000000 gb 1000000000 tb 1000000000000 pb 1000000000000000",
        "bits": "kbit 1000 mbit 1000000 gbit 1000000000",
        "speed": "km/h 0.277778 m/s 1 km/s 1000 mph 0.44704 knot 0.514444",
        "power": "w 1 kw 1000 mw 1000000 gw 1000000000",
        "frequency": "hz 1 khz 1000 mhz 1000000 ghz 1000000000",
        "pressure": "pa 1 hpa 100",
        "temperature": "°c 1 °f 1",
    }.items()
    for unit, factor in zip(units.split()[::2], units.split()[1::2], strict=True)
}
"""What a unit measures, and how many of that measure's first unit it is."""
