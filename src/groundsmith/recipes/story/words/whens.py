"""What tells when something happened, wherever it stands: parts of a day, seasons, weather, moons.

These words are wide, and so they count only where a sentence ties them to an event that another
sentence tells of too (`bible/happenings.py`).
"""

_DAYTIMES = (
    ((4.0, 8.0), "dawn daybreak sunrise first-light cockcrow|fajar subuh subuh-subuh"),
    ((4.0, 12.0), "morning breakfast|pagi pagi-pagi sarapan embun"),
    ((10.5, 14.5), "noon noonday midday|tengah-hari siang-bolong"),
    (
        (10.5, 17.0),
        "sun-stood-high sun-was-high sun-straight-above sun-overhead full-sunlight"
        " blazing-sun sun-at-its-height|matahari-terik matahari-sedang-terik terik-matahari"
        " di-bawah-terik siang",
    ),
    ((12.0, 18.5), "afternoon teatime|siang-hari"),
    (
        (15.5, 23.0),
        "evening sunset dusk sundown nightfall twilight|"
        "matahari-terbenam matahari-tenggelam petang senja magrib maghrib",
    ),
    ((15.0, 19.0), "|sore sore-sore asar"),
    (
        (18.5, 29.5),
        "night after-dark stars-were-out by-starlight by-moonlight|malam bintang-bintang",
    ),
    ((23.0, 25.5), "midnight|tengah-malam"),
)
_MONTHS_OF = (
    (
        (11, 12, 1, 2, 3, 4),
        "snow snowed snowing snowdrift snowdrifts snowstorm blizzard frost frozen"
        " icicles knee-deep-snow sledge sleigh|salju",
    ),
    ((11, 12, 1, 2, 3), "winter midwinter yuletide|"),
    ((12,), "christmas christmas-eve|natal"),
    ((2, 3, 4, 5, 6), "spring|"),
    (
        (3, 4, 5, 6),
        "in-bloom in-blossom into-bloom into-blossom blossom blossoms daffodils crocuses"
        " cherry-blossom lilac bluebells coming-into-bloom|",
    ),
    ((5, 6, 7, 8, 9), "summer midsummer|"),
    ((5, 6, 7, 8, 9), "heat heatwave sweltering so-hot hot-day hot-night haymaking dog-days|"),
    ((8, 9, 10, 11, 12), "autumn|"),
    ((9, 10, 11, 12), "fallen-leaves leaves-lay-brown dead-leaves leaves-were-falling|"),
    ((10, 11, 12, 1, 2, 3), "|musim-hujan musim-penghujan"),
    ((4, 5, 6, 7, 8, 9), "|kemarau kering-kerontang"),
)
_MOONS = {
    "full": "full-moon moon-was-full|bulan-purnama purnama",
    "new": "new-moon no-moon moonless moon-was-dark|bulan-mati bulan-baru tanpa-bulan"
    " bulan-tidak-ada",
}
_SKIES = {
    "wet": "rain rained raining downpour poured cloudburst|hujan gerimis",
    "dry": "not-a-drop no-rain dry-as-a-bone not-rained|setetes-hujan tak-hujan tidak-hujan"
    " tanpa-hujan",
}


_HYPHENED = frozenset({"subuh-subuh", "pagi-pagi", "sore-sore", "bintang-bintang", "christmas-eve"})


def _phrases(words: str) -> list[str]:
    """The phrases of a line of a table: a hyphen stands for a space."""
    parts = words.replace("|", " ").split()
    return [one if one in _HYPHENED else one.replace("-", " ") for one in parts]


HOURS = {phrase: hours for hours, words in _DAYTIMES for phrase in _phrases(words)}
"""From which hour to which a word of the day may be."""
SEASONAL = {phrase: months for months, words in _MONTHS_OF for phrase in _phrases(words)}
"""In which months a season, a feast or a sight may be, north of the equator."""
MOONS = {phrase: name for name, words in _MOONS.items() for phrase in _phrases(words)}
SKIES = {phrase: name for name, words in _SKIES.items() for phrase in _phrases(words)}
