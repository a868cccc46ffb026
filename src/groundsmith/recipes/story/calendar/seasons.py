"""The season of a sentence: by its month, by its name, by what grows, falls and freezes.

Months are those of the north. The decision to question: a story that names snow in July and roses
in
December more than once lies in the south, or in a world of its own, and is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groundsmith.recipes.story.reading import VOUCHED, Sentence
from groundsmith.recipes.story.words.hours import DRY, MONTH, SEASONS, SIGNS, WET
from groundsmith.verify.words import MONTHS

_NAMED = re.compile(
    r"\b(?:it was (?:(?:early|late|high|deep|full|mid-?|now|still|already"
    r"|a (?:\w+ )?) ?)*(?P<was>summer|winter"
    r"|spring|autumn)|(?:that|this) (?:\w+ )?(?P<that>summer|winter|spring|autumn)\b"
    r"|(?P<light>summer|winter|spring|autumn)(?: (?:cold|sun\w*|heat|light|sky|air|rain|morning"
    r"|afternoon|evening|day|night|dusk|dark))|(?P<mid>mid-?(?:summer|winter))"
    r"|(?:high|height of|depths? of|dead of|deep|full|middle of|end of|early"
    r"|late) (?:the )?(?P<high>summer"
    r"|winter|spring|autumn)|(?:puncak|tengah|pertengahan|awal|akhir)? ?musim (?P<musim>hujan"
    r"|penghujan|kemarau)(?: itu| sedang| sudah)?|(?:puncak|tengah|akhir) (?P<puncak>kemarau))\b",
    re.I,
)
_MONTH = re.compile(
    rf"\b(?:(?:in|it was|of|that|this|early|late|mid-?|a|cold|hot|bulan|pada|awal|akhir|\d{{1,2}}"
    rf"|first|second|third|\w+th|same) )(?P<month>{MONTH})\b|\b(?P<may>May|march) (?:morning"
    rf"|evening"
    rf"|day|night|afternoon|sun|wind)|\b(?P<attr>{MONTH}) (?:morning|evening|day|night|afternoon"
    rf"|sun"
    rf"|light|rain|snow|sky|heat|wind|air|afternoons?|evenings?)\b",
    re.I,
)
_MAY_TELL = re.compile(
    r"\b(?:snow|icic|black|hoar|froz|frost|blizz|sleet|salju|bare|leaf|croc|thaw|melt|bloss|bloom"
    r"|(?:in|full|with)\b.{1,12}bl|daff|blueb|primr|cuck|lamb|tadp|tulip|budd|first|lilac|hay|mown"
    r"|cutt|rose|swift|straw|cherr|sunf|popp|dog|swel|blaz|heat|barl|corn|crick|bath|sunb|butterf"
    r"|swall|bees|nett|mosq|harv|ripe|stubb|reap|thresh|fall|leav|conk|chest|red|summ|wint|spri"
    r"|autu|mid|musim|punc|kema|beci|keba|hujan|banj|lump|tanah|sumur|keke|debu"
    rf"|{MONTH}|may|mei)",
    re.I,
)
"""Where a sentence has none of these, it tells of no season."""
_YEAR = re.compile(r",? (?:of |tahun )?((?:1\d|20|21)\d\d)\b")
_SIGNS = tuple((months, re.compile(rf"\b(?:{words})\b", re.I)) for months, words in SIGNS)
_WET = re.compile(rf"\b(?:{WET})\b", re.I)
_DRY = re.compile(rf"\b(?:{DRY})\b", re.I)
_ELSEWHEN = re.compile(
    r"\b(?:last|next|until|till|since|before|after|ago|like|every|used to|would|will|as if"
    r"|as though"
    r"|promise\w*|through|waiting for|if|remember\w*|thought of|dream\w*|painted|embroidered|smell"
    r"|sekali|setahun|usually|always|biasanya|hanya|jam|pie|paper|silk|dried|tinned|candied|than"
    r"|white as|cold as|no|not|never|without|belum"
    r"|sebelum|sesudah|setelah|sejak|sampai|hingga|kalau|seperti|menjelang|lalu|berganti|setiap"
    r"|habis"
    r"|selesai|berlalu|depan|bukan|had|were to|by|for|all|most|winters|summers|years?|tahun|tidak"
    r"|tak|seolah\w*|akan)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Season:
    """The months that words of a sentence leave; `is_named` where they name month or season."""

    months: frozenset[int]
    is_named: bool
    start: int
    stop: int


def seasons_of(sentence: Sentence, year: int | None) -> Iterator[Season]:
    """What a sentence tells of its season; months of other years than the current tell nothing."""
    told = sentence.told
    if sentence.mode not in VOUCHED or not _MAY_TELL.search(told):
        return
    for one in _MONTH.finditer(told):
        other = _YEAR.match(told, one.end())
        if other and int(other.group(1)) != year:
            continue
        if not _is_elsewhen(told, one.start()):
            name = next(word for word in one.groupdict().values() if word)
            yield Season(frozenset({MONTHS[name.lower()]}), True, one.start(), one.end())
    for one in _NAMED.finditer(told):
        if not _is_elsewhen(told, one.start()):
            name = next(word for word in one.groupdict().values() if word).lower()
            yield Season(SEASONS[re.sub(r"^mid-?", "", name)], True, one.start(), one.end())
    for months, words in _SIGNS:
        for one in words.finditer(told):
            if not _is_elsewhen(told, one.start()):
                yield Season(months, False, one.start(), one.end())
    for name, weather in (("hujan", _WET), ("kemarau", _DRY)):
        if (sight := weather.search(told)) and not _is_elsewhen(told, sight.start()):
            yield Season(SEASONS[name], False, sight.start(), sight.end())


def _is_elsewhen(told: str, at: int) -> bool:
    return bool(_ELSEWHEN.search(told[max(0, at - 40) : at]))
