"""Words before names, and other names of the same."""

from groundsmith.verify.words.listing import listed

TITLES = listed(
    """
    mr mrs ms miss dr prof professor sir lord lady captain coach judge president minister
    senator king queen saint st environment chef general pak bu bapak ibu ir drs hj haji kh
    presiden menteri gubernur bupati hakim kapten raja ratu sultan profesor dokter puncak kota
    gunung passage passages step steps langkah note
    """
)

RENAMING = listed(
    """
    called known named formerly alias nicknamed renamed disebut bernama dulu dijuluki dikenal
    """
)
"""Words that tell of a second name of the same."""

DERIVED = (
    *("ed", "ing", "ive", "ate", "ous", "ful", "less", "ly", "able", "ible", "tion", "sion"),
    *("ment", "ness", "ity", "ise", "ize", "clear", "kan", "nya"),
)
"""Endings by which a word that opens a sentence is told from a name."""

_GROUPS = """
uk united kingdom|britain|great britain|england|inggris raya
us|usa|u.s.|united states|america|amerika serikat|as
who|world health organization|world health organisation|organisasi kesehatan dunia
un|united nations|pbb|perserikatan bangsa-bangsa
eu|european union|uni eropa
south korea|republic of korea|korea selatan|republik korea|south|selatan
north korea|korea utara
china|cina|tiongkok
netherlands|holland|belanda
uae|united arab emirates
ri|republik indonesia|indonesia
bi|bank indonesia
dk|dewan keamanan
dpr|dewan perwakilan rakyat
mk|mahkamah konstitusi
ma|mahkamah agung
pln|perusahaan listrik negara
ugm|universitas gadjah mada
ui|universitas indonesia
itb|institut teknologi bandung
"""

ALIASES: dict[str, tuple[str, ...]] = {}
for _line in _GROUPS.replace("uk united", "uk|united").strip().splitlines():
    _names = tuple(_line.split("|"))
    for _name in _names:
        ALIASES[_name] = tuple(other for other in _names if other != _name and len(other) > 2)
"""Other names, in small letters, under each name."""
