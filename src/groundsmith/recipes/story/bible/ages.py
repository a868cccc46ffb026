"""How old people are: ages as told, with the year they are told of, and years of birth.

Every age becomes a year of birth where the story says which year it is, so that growing older
contradicts nothing. Where it never does, ages stand for themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from groundsmith.recipes.story.bible import telling
from groundsmith.recipes.story.bible.age_bounds import YEARS, bounds
from groundsmith.recipes.story.bible.bodies import is_another_s
from groundsmith.recipes.story.bible.elders import elders
from groundsmith.recipes.story.bible.fact import Fact, FactKind
from groundsmith.recipes.story.bible.life_stages import ranks, stages
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.calendar.days import years_in
from groundsmith.recipes.story.people.acting import is_subject
from groundsmith.recipes.story.people.certainty import Certainty
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import BACK, VOUCHED, Mode
from groundsmith.recipes.story.words.counting import number_of
from groundsmith.verify.words.listing import listed

_AGE = {
    "en": re.compile(
        rf"\b(?:(?:was|is|am|were|turned|be|being|aged|age of|reached|now) (?:a "
        rf"|an )?(?:\w+ (?:of|aged) )?"
        rf"(?:only |just |barely |nearly |almost |already |about |now |still )?(?P<a>{YEARS})"
        rf"(?= years old| year old|\b(?! ?(?:\w+ )?(?:\w+s\b|hundred|thousand|feet|foot|o'clock"
        rf"|per|of|in the (?!spring|summer|autumn|fall"
        rf"|winter|year)|or|to|kinds?|who|and a half)))"
        rf"|(?:man|woman|boy|girl|child|lady|widow|person|fellow|lad|youth|teacher|\w+er) of"
        rf" (?:barely |only |about |nearly |some )?(?P<b>{YEARS})\b(?! \w+s\b)"
        rf"|(?P<c>{YEARS})(?:-| )years?(?:-| )old"
        rf"|, (?:at |only |just |barely |still |now |aged )?(?P<d>{YEARS})(?: years old)?,(?= )"
        rf"|(?:aged|at the age of|age) (?P<e>{YEARS})\b"
        rf"|(?:teacher|keeper|man|woman|one|girl|boy) was (?P<f>{YEARS})\b)",
        re.I,
    ),
    "id": re.compile(
        rf"\b(?:(?:umur|usia|ber(?:umur|usia)|(?<!belum )genap|menginjak)(?:nya|ku|mu)?"
        rf"(?: (?-i:[A-Z])\w+){{0,3}}(?: (?:sendiri|baru"
        rf"|sudah|masih"
        rf"|genap|kira-kira|hampir|kini|sekarang|waktu itu))? (?P<a>{YEARS})(?: tahun\b)?"
        rf"|(?<=[,\w] )(?P<b>{YEARS}) tahun(?=[,;](?! pikir)|\.)"
        rf"|ulang tahunnya yang ke(?P<c>{YEARS})"
        rf"|\b(?P<d>{YEARS}) tahun (?:umur|usia)(?:nya|ku)?|(?<!belum )genap (?P<e>{YEARS}) tahun"
        rf"|(?:sudah|baru|masih|hampir|telah) (?P<f>{YEARS}) tahun"
        rf"(?= (?:ketika|waktu|saat|sewaktu|tatkala|kala|pada)\b)"
        rf"|(?:^|[,;] |yang |ia |dia |(?-i:[A-Z])\w+ )(?:itu )?(?:baru|sudah|hampir|masih|telah)"
        rf" (?P<g>{YEARS}) tahun(?=[.,;]|$)"
        rf"|(?<=, )(?:seorang )?(?:gadis|anak|bocah|lelaki|perempuan|pemuda|wanita|pria)"
        rf" (?:\w+ )?(?P<h>{YEARS}) tahun)\b",
        re.I,
    ),
}
_NOT_AGE = re.compile(
    r"\W*(?:(?!the |that )\w+ )?(?:years? (?:ago|later|before|after|since|of|at|in)"
    r"|tahun (?:kemudian|lalu|silam|di|aku|pikir"
    r"|sesudah|setelah|menjadi|lamanya|aku)|o'clock|pukul|months?|weeks?|days?|jarak|selama)\b",
    re.I,
)
_SINCE = re.compile(
    r"\b(?:since|when|at the age|from the age|until|sejak|ketika|waktu|saat|sampai"
    r"|semasa)\b[^.;,]*$",
    re.I,
)
_BORN = {
    "en": re.compile(r"\bborn (?:in|on)\b[^.;]{0,24}?\b(?P<year>1\d\d\d|20\d\d)\b", re.I),
    "id": re.compile(
        r"\b(?:lahir|kelahiran|dilahirkan)\b"
        r"[^.;]{0,24}?\b(?P<year>1\d\d\d|20\d\d)\b",
        re.I,
    ),
}


_SAYING = listed(
    "say ask answer reply whisper add tell murmur mutter kata ujar jawab tanya bisik sahut ucap"
)
_EARLIER = re.compile(r"[;:]|\b(?:had|telah|dulu|dahulu)\b")
"""Between an age and a year: the year is another clause's."""
_FOUR_DIGITS = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MY_AGE = re.compile(
    rf"\b(?:I am|I['’]m) (?:only |just |nearly |almost |already )?({YEARS})"
    rf"(?= years old| now\b|[.,;!?”]| and (?:a|one|three) (?:half|quarters?)\b)"
    rf"|\b(?:[Uu]mur|[Uu]sia)ku (?:\w+ )?({YEARS})\b|\b({YEARS}) tahun umurku\b",
)


def facts(story: Story) -> Iterator[Fact]:
    """Ages and births of people; the value of an age is `years@year told of`."""
    for one in story.cast.characters.values():
        for entry in one.sheet.entries if one.sheet else ():
            born = re.search(r"\b(1\d\d\d|20\d\d)\b", entry.value)
            if entry.key in ("born", "lahir", "birth", "tanggal lahir") and born:
                yield Fact(
                    kind=FactKind.BORN, subject=one.key, attribute="born", value=born.group(),
                    place=entry.place,
                )  # fmt: skip
            age = re.match(r"(\d{1,3})\b", entry.value)
            if entry.key in ("age", "umur", "usia") and age:
                year = story.days.base_year
                yield Fact(
                    kind=FactKind.AGE, subject=one.key, attribute="age",
                    value=f"{age.group(1)}@{year or ''}", place=entry.place,
                )  # fmt: skip
    looks_back = any(one.value == "past" for one in telling.facts(story))
    for line in story.lines:
        if line.sentence.mode in {*VOUCHED, Mode.SUPPOSED}:
            for fact in _told(line, story):
                is_later = looks_back and _PRESENT.match(fact.place.quote)
                is_later = is_later or (fact.subject == SELF and _NOW.search(line.sentence.told))
                yield replace(fact, mode=Mode.SUPPOSED) if is_later else fact
            yield from _bounded(line, story)
        yield from _spoken(line, story)


_PRESENT = re.compile(r"(?:am|is)\b")
_NOW = re.compile(r"\b(?:sekarang|kini)\b", re.I)
"""A narrator's age where they tell the story, years later."""


def _bounded(line: Line, story: Story) -> Iterator[Fact]:
    """Ages within bounds, and who is older than whom: `elder` with `least..most:than`."""
    place = line.sentence.place
    sure = (
        one
        for one in bounds(line)
        if line.certainty(one.who) >= Certainty.SUBJECT
        and line.sentence.text.count("*", 0, one.start) % 2 == 0  # in italics others write
    )
    for one in sure:
        value = f"{one.low}-{one.high}@{_year(line, story)}"
        yield Fact(
            kind=FactKind.AGE, subject=story.person(one.who), attribute="age", value=value,
            place=place(one.start, one.stop),
            mode=_mode(line, one.start),
        )  # fmt: skip
    for key, low, high, start, stop in stages(line):
        yield Fact(
            kind=FactKind.AGE, subject=story.person(key), attribute="age", value=f"{low}-{high}@",
            place=place(start, stop), mode=Mode.SUPPOSED,
        )  # fmt: skip
    for key, rank, start, stop in ranks(line):
        yield Fact(
            kind=FactKind.AGE, subject=story.person(key), attribute="rank", value=rank,
            place=place(start, stop), mode=line.sentence.mode,
        )  # fmt: skip
    for other in elders(line):
        yield Fact(
            kind=FactKind.AGE, subject=story.person(other.who), attribute="elder",
            value=f"{other.low:g}..{other.high:g}:{story.person(other.than)}",
            place=place(other.start, other.stop), mode=line.sentence.mode,
        )  # fmt: skip


def _spoken(line: Line, story: Story) -> Iterator[Fact]:
    """What people say of their own age."""
    text = line.sentence.text
    if line.sentence.told == text:
        return
    tag = next((one for one in line.clauses if one.verb in _SAYING and one.subject), None)
    speaker = tag.subject if tag is not None else None
    one = _MY_AGE.search(text) if speaker else None
    if speaker and one is not None and line.sentence.told[one.start()].isspace():
        years = number_of(next(group for group in one.groups() if group))
        if years is not None and 3 <= years <= 110:
            yield Fact(
                kind=FactKind.AGE, subject=story.person(speaker), attribute="age",
                value=f"{years}@{_year(line, story)}",
                place=line.sentence.place(one.start(), one.end()), mode=Mode.SAID,
            )  # fmt: skip


def _told(line: Line, story: Story) -> Iterator[Fact]:
    told = line.sentence.told
    yield from _births(line, story)
    for one in _BORN[story.language].finditer(told):
        owner = _owner(line, one.start(), story)
        if owner is not None:
            yield Fact(
                kind=FactKind.BORN, subject=owner, attribute="born", value=one.group("year"),
                place=line.sentence.place(one.start(), one.end()), mode=Mode.TOLD,
            )  # fmt: skip
    for one in _AGE[story.language].finditer(told):
        written = next(group for group in one.groups() if group)
        years = number_of(written)
        owner = _owner(line, one.start(), story)
        if owner is None or is_another_s(line, owner) or not _is_sure(line, owner, one):
            continue
        owner = story.person(owner)
        if (
            one.groupdict().get("b")
            and story.language == "id"
            and not _is_presented(line, one.start())
        ):
            continue
        if years is None or not 1 <= years <= 130:
            continue
        if written.lower() == "one" and "year" not in told[one.start() : one.end() + 6]:
            continue  # "she would be one", a pronoun
        if _NOT_AGE.match(told, one.end()):
            continue
        since = _SINCE.search(told[max(0, one.start() - 40) : one.start()])
        earlier = since is not None and not years_in(told)
        year = "" if earlier else _year(line, story, one.start())
        yield Fact(
            kind=FactKind.AGE, subject=owner, attribute="age", value=f"{years}@{year}",
            place=line.sentence.place(one.start(), one.end()),
            mode=Mode.REMEMBERED if earlier else _mode(line, one.start()),
        )  # fmt: skip


def _births(line: Line, story: Story) -> Iterator[Fact]:
    """The year of a sentence in which somebody is born, where it stands before that."""
    years = years_in(line.sentence.told)
    for clause in line.clauses:
        born = clause.verb == "lahir" or (clause.verb == "bear" and clause.is_passive)
        if born and len(years) == 1 and len(clause.subjects) == 1 and not clause.is_negated:
            yield Fact(
                kind=FactKind.BORN, subject=story.person(clause.subjects[0]), attribute="born",
                value=str(years[0]), place=line.sentence.place(clause.start, clause.stop),
            )  # fmt: skip


def _is_sure(line: Line, owner: str, one: re.Match[str]) -> bool:
    """Whether it is certain whose age it is: `a girl of ten` is nobody's who is only near."""
    told = line.sentence.told
    stranger = _A_PERSON.match(told, one.start()) and _ARTICLE.search(told[: one.start()])
    if stranger and not _PREDICATE.search(told[: stranger.start()].rstrip()):
        return False
    return line.certainty(owner) >= Certainty.SUBJECT


_A_PERSON = re.compile(r"(?:man|woman|boy|girl|child|lady|fellow|lad)\b")
_ARTICLE = re.compile(r"\b[Aa]n? (?:[a-z-]+,? ){0,3}$")
_PREDICATE = re.compile(
    r"(?:\b(?:(?<!there )was|(?<!there )is|am|be|been|as|became|remained)|[,—])$", re.I
)
_BEHIND_COMMA = re.compile(r", an? (?:[a-z-]+,? ){0,3}$")
_SOMEBODY_ELSE = re.compile(r"\b(?:the|an?) (?:[a-z-]+ ){0,2}[a-z-]+$|\b[A-Z]\w+$")


def _mode(line: Line, at: int) -> Mode:
    """The mode of what stands at an offset: `was five` happens, whatever comes later."""
    return Mode.TOLD if line.sentence.happens(at) else line.sentence.mode


def _is_presented(line: Line, start: int) -> bool:
    """Whether a name stands right before an age that nothing else marks as one."""
    return "nama" in line.sentence.told.lower() or any(
        0 < start - one.stop <= 2 and one.start < 2 for one in line.mentions
    )


def _year(line: Line, story: Story, at: int = 0) -> str:
    """The year that what stands `at` is told of; nothing where a memory does not say."""
    named = years_in(line.sentence.told)
    far = _FOUR_DIGITS.search(line.sentence.told, at) if at else None
    if far is not None and _EARLIER.search(line.sentence.told, at, far.start()):
        named = []
    if len(named) == 1 and not re.search(
        r"\b(?:born|lahir|sejak|since)\b", line.sentence.told, re.I
    ):
        return str(named[0])
    year, _ = story.days.at(line.sentence.at)
    others = {int(one) for one in _FOUR_DIGITS.findall(line.sentence.chapter.text)}
    if year and others and year not in others and max(others) > year:
        return ""
    remembered = line.sentence.mode in BACK
    if remembered and year == story.days.base_year and not _is_present(line):
        return ""
    return str(year or "")


def _is_present(line: Line) -> bool:
    """Whether a sentence with a memory in it still says how old somebody is now."""
    return bool(
        re.match(r"\W*(?:\w+ ){0,3}(?:was|is) [\w-]+\b", line.sentence.told)
        or re.match(r"\W*(?:umur|usia)\w*\b", line.sentence.told, re.I)
    )


def _owner(line: Line, start: int, story: Story) -> str | None:
    """Whose age it is: named last before it in its clause, else the subject."""
    told = line.sentence.told
    if re.search(
        r"\b(?:umur|usia)ku\b|\bI (?:was|am)\b", told[max(0, start - 12) : start + 12], re.I
    ):
        return SELF
    if line.mentions and re.match(r"\W*As (?:for|to) ", told[: line.mentions[0].start]):
        return line.mentions[0].key
    border = max(told.rfind(mark, 0, start) for mark in (";", ":"))
    apposed = re.match(r"(man|boy|fellow|lad|woman|girl|lady)\b", told[start:])
    if apposed and (behind := _BEHIND_COMMA.search(told[:start])):
        named = [one.key for one in line.mentions if one.stop == behind.start()]
        if named or _SOMEBODY_ELSE.search(told[: behind.start()]):
            return named[0] if named else None
        return line.owner.get("m" if apposed.group(1) in ("man", "boy", "fellow", "lad") else "f")
    before = [
        one
        for one in sorted((*line.mentions, *line.kin), key=lambda one: one.start)
        if border < one.start < start and is_subject(told, one, story.cast)
    ]
    if before and (told[before[-1].stop : before[-1].stop + 2] not in ("'s", "’s")):
        return before[-1].key
    if border >= 0 and not re.match(r"\s*(?:he|she|ia|dia|umur|usia)", told[border + 1 :], re.I):
        return None
    if re.match(r"\W*(?:the|a|an|his|her|their|it|there|they)\b", told, re.I):
        return None
    return line.subject if not before else None
