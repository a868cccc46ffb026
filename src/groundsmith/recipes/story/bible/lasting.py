"""How long an event with a name lasted: the siege forty days, their engagement a month.

Not only amounts are read but what stands for one ("half his life", "since childhood", "the whole
afternoon"). The decision to question: what everybody does again and again (waiting, working,
living somewhere) is told apart by the names and rare words beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.bible.measures import MEASURED, UNITS, amount_of
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import Place
from groundsmith.recipes.story.reading import VOUCHED, Sentence

_EVENTS = {
    "siege": r"sieges?|besieged|pengepungan|dikepung|mengepung",
    "reign": r"reign(?:s|ed)?|ruled|memerintah|pemerintahannya|bertakhta",
    "engagement": r"engaged|engagement|betrothed|betrothal|bertunangan|pertunangan\w*",
    "prison": r"prison|jail|gaol|imprisoned|imprisonment|penjara|dipenjara",
    "crossing": r"crossing|ferry|penyeberangan\w*|feri|menyeberang",
    "speech": r"lecture|sermon|speech|khotbah\w*|pidato\w*|ceramah\w*",
    "convent": r"convent|monastery|nunnery|abbey|biara|pesantren|asrama",
    "operation": r"operation|surgery|operasi\w*|pembedahan",
    "curse": r"curse|kutukan\w*",
    "trial": r"trial|pengadilan|sidang|persidangan",
    "strike": r"strike|pemogokan",
    "coma": r"coma|koma",
    "drought": r"drought|kemarau",
    "voyage": r"voyage|pelayaran",
    "waiting": r"waited|menunggu|menanti",
    "acquaintance": r"known each other|knew each other|been friends|berkawan|bersahabat|berteman"
    r"|saling kenal|saling mengenal|kenal",
    "living": r"lived|stayed|dwelt|tinggal|menetap|menginap|hidupnya di|di(?= (?-i:[A-Z])\w+[,.])",
    "working": r"worked|bekerja|mengabdi|served",
}
_PATTERNS = {
    event: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I) for event, words in _EVENTS.items()
}
_PLAIN = frozenset({"waiting", "acquaintance", "living", "working", "prison", "convent"})
"""Events of which a story tells more than once."""
_DAY, _LIFE, _HALF = 0.35, 6000.0, 9000.0
_STANDS_FOR = tuple(
    (re.compile(words, re.I), days)
    for words, days in (
        (r"\bhalf (?:his|her|my|their|a) (?:life|lifetime)\b|\bseparuh (?:hidup|umur)\w*", _HALF),
        (r"\bsince (?:early )?childhood\b|\bsince (?:he|she|they|we|I) (?:was"
         r"|were) (?:an? )?(?:girl"
         r"|boy|child|children|little|small)s?\b|\b(?:all|most of) (?:his|her|my"
         r"|their) (?:life|lives)"
         r"\b|\bsejak (?:kecil|gadis|kanak-kanak|lahir|remaja|muda)\b"
         r"|(?<!sekali )\bseumur hidup\w*", _LIFE),
        (r"\b(?:all|the whole|the entire) (?:day|night|afternoon|morning|evening)\b|\bsemalaman\b"
         r"|\bseharian\b|\bsepanjang (?:sore|hari|malam|pagi|siang)\b", _DAY),
        (r"\b(?:a|one|single) weekend\b", 2.0),
        (r"\b(?:within the|inside an?|not an?|only last|less than an?) year\b"
         r"|\bbelum (?:ada )?setahun"
         r"\b|\bbaru tahun lalu\b", 365.0),
        (r"\b(?:within the|only last|less than an?) month\b|\bbelum sebulan\b"
         r"|\bbaru bulan lalu\b", 30.4),
        (r"\b(?:within the|only last|less than an?) week\b|\bbelum seminggu\b"
         r"|\bbaru minggu lalu\b", 7.0),
        (r"\b(?:within the|less than an) hour\b|\bbelum sejam\b", 1 / 24),
        (r"\ba quarter of an hour\b|\bseperempat jam\b", 1 / 96),
    )
)  # fmt: skip
_ENDED = re.compile(
    r"\b(?:over|ended|finished|done|stopped|complete[d]?|lifted|selesai|usai|berakhir|reda|rampung"
    r"|tamat)\b",
    re.I,
)
_BEGAN = re.compile(r"\b(?:laid|cast|began|begun|started|put|dijatuhkan|dimulai|mulai)\b", re.I)
_AGO = re.compile(r"\W+(?:ago|yang lalu|lalu|silam)\b", re.I)
_WHEN = re.compile(
    r"\W+(?:old|late|early|overdue|terlambat|later|before|earlier|after|into|hence|from now|more"
    r"|younger|older|kemudian|sebelum"
    r"|sesudah|setelah|lagi|lebih|tua|muda)\b",
    re.I,
)
_TILL = re.compile(r"\b(?:after|in|within|setelah|sesudah|dalam)(?: only| just)?\W*$", re.I)
_AGED = re.compile(
    r"\b(?:aged?|umur\w*|usia\w*|berumur|berusia|every|each|setiap|tiap|kali|times|once|twice"
    r"|terlambat|late by|another|first"
    r"|last|the next"
    r"|about|almost|nearly|hampir|sekitar|pukul|jam)\W*$",
    re.I,
)
_LIKE = re.compile(
    r"\b(?:like|as if|as though|seem\w*|felt|feel\w*|rasanya|seperti|seolah\w*|seakan\w*|another"
    r"|(?<!each )other|next|again|kembali|if|would|will|should|could|kalau|akan|jika|not|tidak"
    r"|so far"
    r"|first|last(?! month| week| year)|second|pertama|terakhir|kedua)\b",
    re.I,
)
_GROWING = re.compile(r"\b(?:by now|already|so far|now|still|sudah|telah|kini|masih)\b", re.I)
_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """So many days an event lasted.

    Attributes:
        names: The names in the sentence, in lower case.
        around: Its rare stems.
        is_plain: Whether there may be more such events, told apart by names and rare words only.
        is_growing: Whether it still goes on, so that it may be longer later.
    """

    event: str
    days: float
    names: frozenset[str]
    around: frozenset[str]
    is_plain: bool
    is_growing: bool
    place: Place


def lastings(story: Story) -> Iterator[Lasting]:
    """Every event that the narrator gives a time for, in order."""
    for sentence in story.reading.sentences:
        if sentence.mode not in VOUCHED or _LIKE.search(sentence.told):
            continue
        events = [event for event, pattern in _PATTERNS.items() if pattern.search(sentence.told)]
        firm = [event for event in events if event not in _PLAIN]
        event = (firm or events or [""])[0]
        days = _days(sentence.told) if event else None
        if days is not None:
            yield _lasting(event, days, sentence, story)


def _lasting(event: str, days: float, sentence: Sentence, story: Story) -> Lasting:
    names = frozenset(
        name
        for one in _NAME.finditer(sentence.told)
        if (name := one.group().lower()) not in story.cast.words.stop_names
        and (one.start() > 1 or story.cast.key_of(one.group()))
    )
    own = frozenset(map(story.stem, re.findall(r"\w+", _PATTERNS[event].pattern)))
    units = frozenset(map(story.stem, UNITS))
    return Lasting(
        event=event, days=days, names=names, is_plain=event in _PLAIN,
        around=story.rare(sentence.told, 12) - own - units - frozenset(map(story.stem, names)),
        is_growing=bool(_GROWING.search(sentence.told)), place=sentence.place(),
    )  # fmt: skip


def _days(told: str) -> float | None:
    """The one time that a sentence gives, in days."""
    found = [days for pattern, days in _STANDS_FOR if pattern.search(told)]
    if found:
        return found[0]
    ended, began = bool(_ENDED.search(told)), bool(_BEGAN.search(told))
    for one in MEASURED.finditer(told):
        kind, size = UNITS[one.group("unit").lower()]
        value = amount_of(one)
        before = told[max(0, one.start() - 24) : one.start()]
        if kind != "time" or value is None or one.group("whole"):
            continue
        if _AGED.search(before) or _WHEN.match(told, one.end()):
            continue
        if (_TILL.search(before) and not ended) or (_AGO.match(told, one.end()) and not began):
            continue
        found.append(value * size)
    return found[0] if len(found) == 1 else None
