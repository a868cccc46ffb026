"""Months of English and Indonesian, with their abbreviations."""

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

_CLASSES = {
    "weekday": "monday mon senin|tuesday tue selasa|wednesday wed rabu|thursday thu kamis"
    "|friday fri jumat jum'at|saturday sat sabtu|sunday sun ahad",
    "season": "spring springtime semi|summer panas|autumn gugur|winter dingin",
    "often": "hourly|daily harian|weekly mingguan|fortnightly|monthly bulanan"
    "|quarterly triwulanan|yearly annual annually tahunan",
    "week": "weekdays weekday|weekends weekend",
    "ordinal": "first 1st pertama kesatu|second 2nd kedua|third 3rd ketiga|fourth 4th keempat"
    "|fifth 5th kelima|sixth 6th keenam|seventh 7th ketujuh|eighth 8th kedelapan"
    "|ninth 9th kesembilan|tenth 10th kesepuluh|eleventh 11th|twelfth 12th|thirteenth 13th"
    "|fourteenth 14th|fifteenth 15th|sixteenth 16th|seventeenth 17th|eighteenth 18th"
    "|nineteenth 19th|twentieth 20th|twenty-first 21st",
    "decade": "1800s|1810s|1820s|1830s|1840s|1850s|1860s|1870s|1880s|1890s|1900s|1910s"
    "|1920s twenties"
    "|1930s thirties|1940s forties|1950s fifties|1960s sixties|1970s seventies|1980s eighties"
    "|1990s nineties|2000s|2010s|2020s",
}

FILLERS = {
    word: (name, number)
    for name, listed in _CLASSES.items()
    for number, words in enumerate(listed.split("|"))
    for word in words.split()
}
"""Words of which a time has one and no other, with their class and their number in it."""
