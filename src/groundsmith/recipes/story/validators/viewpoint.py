"""A narrator who changes grammatical person: "I" in a story of "she", "you" in either.

A story's person is that of nearly all its narration; a chapter may have its own (several
narrators), so a chapter is held to itself where it has enough narration, else to the whole. Only
runs of a few sentences are slips; a whole scene in another person is a choice.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, slips
from groundsmith.recipes.story.reading import Mode, Sentence
from groundsmith.verify.words.listing import listed

_FIRST = re.compile(r"\b(?:I|me|my|mine|myself|I['’](?:m|d|ve|ll))\b(?!’)")
_SECOND = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_SELF = listed(
    """
    aku saya kami kita
    """
)
_OTHER = listed(
    """
    kau kamu engkau
    """
)
_ENDING = re.compile(r"[a-z]{2,}(?:ku|mu)\b", re.I)
_NOT_ENDING = listed(
    """
    waktu laku buku kuku suku baku paku siku saku kaku beku bangku berlaku pelaku perilaku
    melaku tungku liku teku aku laku-laku mangku pangku cangkangku selaku tingkah-laku sengku
    rusuku engku jamu tamu ilmu semu ramu temu bertemu ketemu menemu jemu bumbu kamu palmu jamur
    menjamu gemu pemangku berliku membeku mengaku memangku keruku beliku kuku-kuku buku-buku
    bangku-bangku
    """
)
_PREFIX = re.compile(r"^(?:memper|diper|di|ber|ter|se|pe|me(?:ng|ny|m|n)?)")
_KU = re.compile(
    r"\bku(?:lihat|dengar|tahu|kira|bilang|kata|katakan|rasa|rasakan|pegang|ambil|bawa|buka"
    r"|tutup|tarik"
    r"|dorong|pikir|tanya|tanyakan|jawab|pandang|pandangi|tatap|sambut|peluk|angkat|letakkan"
    r"|simpan|taruh"
    r"|beri|berikan|kejar|panggil|tunggu|cari|temukan|ingat|lupakan|kenal|kenali|sangka|duga"
    r"|hitung|baca"
    r"|tulis|beli|jual|makan|minum|cium|raih|sentuh|dekap|ketuk|pakai|lempar|biarkan|coba|ikuti"
    r"|sembunyikan"
    r"|perhatikan|bayangkan|harap|putar|tekan|usap|cabut|tinggalkan|susul|genggam|lepas"
    r"|lepaskan)\b",
    re.I,
)
_THIRD = {
    "en": re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b"),
    "id": re.compile(r"\b(?:[Ii]a|[Dd]ia)\b|\b[a-z]{3,}nya\b"),
}
_THOUGHT = re.compile(
    r"\b(?:thought|think|wondered|wonder|remembered|told (?:him|her)self|pikir\w*|batin\w*"
    r"|dalam hati"
    r"|kata\w*|gumam\w*|bisik\w*|teringat)\b",
    re.I,
)
_GENERIC = re.compile(
    r"\b(?:if|when|whenever|where|once|as) you\b|\byou (?:can|could|may|might|must|would|will"
    r"|have to|had to|never|always|see|know|still)\b|\bkalau (?:kau|kamu)\b",
    re.I,
)
_LEADS = re.compile(r"(?:You|Kau|Kamu|Engkau)\b")
_QUOTED = re.compile(r"[*_][^*_\n]+[*_]")
_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]{2,}\b")
_VOCATIVE = re.compile(r"(?:, |[“\"„‘] ?)(?P<name>[A-Z][a-z]{2,})(?=[,.!?…][”\"’ ]?)")
_NARRATES = re.compile(r"\b(?:narrat(?:or|es)|tells the story|narator|pencerita|penutur)\b", re.I)
_MY_NAME = re.compile(
    r"\b(?:[Mm]y name is|[Mm]y name was|(?:call|called|named|christened) me|[Nn]amaku"
    r"|[Nn]ama saya|(?:memanggilku|menamaiku)) (?P<name>[A-Z][\w’'-]+)"
)
_ALSO_NAMED = re.compile(
    r"\b(?:I|Aku|Saya), (?P<name>[A-Z][a-z]{2,})(?: [A-Z][\w’'-]+)*,"
    r"|(?:\b(?:I['’]m|I am)|^\W*(?:Aku|Saya)) (?P<own>[A-Z][a-z]{2,})(?=[.,;])"
)
"""`I, Thomasin Aldercott, was born`; `I'm Billie.`"""
_CALLING = re.compile(
    r"\b(?:call\w*|nam(?:e|es|ed|ing)|sign\w*|sp(?:ell|elt|elled)|address\w*|shout\w*|read|written"
    r"|(?:me)?mangg?il\w*|dipanggil|bernama|nama\w*|tertulis|berteriak)\b",
    re.I,
)
_GOES_ON = re.compile(r",? [a-z]|, [^,]+, [a-z]")
_REPORTED = re.compile(
    r"^\W*[IVX]{1,5}\. |\b(?:say|says|said|think|thinks|thought|know|knows|knew|wrote|read): .*$",
    re.S,
)
"""A heading's number, and what is quoted behind a colon."""
_MOST_ACTS = 2
_MOST_RUN = 3
_LEAST_LINES = 6


def check(story: Story) -> Iterator[Finding]:
    """Sentences of narration in another person than what is around them."""
    yield from slips(_found(story), story.manuscript.word_count)


def _found(story: Story) -> Iterator[Finding]:
    told = [one for one in story.reading.sentences if one.mode is not Mode.SAID]
    people = {one.at: _person(one, story.language) for one in told}
    habit = _habit(told, people)
    if habit is None:
        return
    shown = next(one for one in told if people[one.at] == habit)
    if habit == "first":
        yield from _named_narrator(story, told, shown)
    for _, group in groupby(told, key=lambda one: (one.chapter.order, one.scene)):
        scene = list(group)
        for run in _odd_runs(scene, people, habit):
            if _is_thought(run, scene):
                continue
            for sentence in run:
                if people[sentence.at] not in (habit, ""):
                    yield Finding(
                        subtype="person",
                        severity=Severity.MEDIUM,
                        message=f"narration turns from the {habit} to the {people[sentence.at]} "
                        f"person",
                        established=shown.place(),
                        contradicting=sentence.place(),
                        suggestion=f"tell it in the {habit} person, or mark it as thought",
                    )


def _named_narrator(story: Story, told: list[Sentence], shown: Sentence) -> Iterator[Finding]:
    """A narrator who says "I" and suddenly goes by name: `Thomasin held her breath`."""
    names = narrators(story)
    if not names:
        return
    pattern = re.compile(rf"\b(?P<name>{'|'.join(map(re.escape, names))})\b(?!['’]s\b)")
    for sentence in told:
        first, _ = _counts(sentence.told, story.language)
        one = None if first else pattern.search(sentence.told)
        if one is None or not _GOES_ON.match(sentence.told, one.end()):
            continue
        if not _THOUGHT.search(sentence.told) and not _CALLING.search(sentence.told):
            yield Finding(
                subtype="person",
                severity=Severity.MEDIUM,
                message=f"{one.group('name')} tells the story, and is told of by name",
                established=shown.place(),
                contradicting=sentence.place(),
                suggestion="tell it in the first person",
            )


def narrators(story: Story) -> tuple[str, ...]:
    """The names of a narrator who says "I": what others call them and they hardly call themselves.

    Notes that say so decide, then what narrators call themselves (`I'm Billie`); else it is the one
    name that stands in speech, at least twice as somebody spoken to, and at most once as the
    subject of what is told. A longer form of a name is that name: Bas is Bastian.
    """
    for one in story.cast.characters.values():
        if one.sheet and _NARRATES.search(" ".join(entry.value for entry in one.sheet.entries)):
            return (one.key,)
    called: Counter[str] = Counter()
    told: Counter[str] = Counter()
    addressed: set[str] = set()
    own: dict[str, None] = {}
    for sentence in story.reading.sentences:
        told.update(_NAME.findall(sentence.told))
        own.update(dict.fromkeys(_own_names(sentence.told)))
        if sentence.text != sentence.told:
            for call in _VOCATIVE.finditer(sentence.text):
                called[call.group("name")] += 1
                addressed.add(call.group("name") if call.group().startswith(",") else "")
    stop = story.cast.words.stop_names | story.cast.words.titles | story.cast.words.kin
    fit = [
        name
        for name, count in called.items()
        if count > 1 and name in addressed and told[name] <= _MOST_ACTS and name.lower() not in stop
    ]
    names = [one for one in own if one.lower() not in stop] or (fit if len(fit) == 1 else [])
    longer = [name for name in told for one in names if name != one and name.startswith(one)]
    return (*names, *(one for one in longer if told[one] <= _MOST_ACTS))


def _own_names(told: str) -> Iterator[str]:
    """What a narrator calls themselves in a sentence."""
    for one in (*_MY_NAME.finditer(told), *_ALSO_NAMED.finditer(told)):
        yield next(group for group in one.groups() if group)


def _person(sentence: Sentence, language: str) -> str:
    """What person a sentence shows: first, second, third, or nothing where it shows none."""
    if _is_letter(sentence):
        return ""
    told = _QUOTED.sub(lambda one: " " * len(one.group()), sentence.told)
    if told.count("*") % 2 or told.count("_") % 2:  # the end of a letter in italics
        return ""
    told = re.sub(r"[‘“„\"][^’”“\"]*[’”“\"]?", " ", told)
    told = _REPORTED.sub(" ", told)
    first, second = _counts(told, language)
    if first:
        return "first"
    if _GENERIC.search(told):
        return "third" if _THIRD[language].search(told) else ""
    if second > 1 or (second and _LEADS.match(told.lstrip())):
        return "second"
    return "third" if _THIRD[language].search(told) else ""


def _is_letter(sentence: Sentence) -> bool:
    """Whether a sentence stands in a paragraph that is in italics as a whole."""
    text = sentence.chapter.text
    begin = text.rfind("\n\n", 0, sentence.start) + 1
    end = text.find("\n\n", sentence.stop - 1)
    whole = text[begin : end if end >= 0 else len(text)].strip()
    return len(whole) > 1 and whole[0] in "*_" and whole[-1] == whole[0]


def _counts(told: str, language: str) -> tuple[int, int]:
    """How often a narrator says "I", and "you"."""
    if language == "en":
        return len(_FIRST.findall(told)), len(_SECOND.findall(told))
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", told.lower())
    endings = [
        one
        for one in words
        if _ENDING.fullmatch(one)
        and one not in _NOT_ENDING
        and _PREFIX.sub("", one) not in _NOT_ENDING
    ]
    first = sum(one in _SELF for one in words) + len(_KU.findall(told))
    first += sum(one.endswith("ku") for one in endings)
    return first, sum(one in _OTHER for one in words) + sum(one.endswith("mu") for one in endings)


def _habit(told: list[Sentence], people: dict[tuple[int, int], str]) -> str | None:
    """The person of nearly all narration; `None` where there is none, or too little of it."""
    count = Counter(people[one.at] for one in told)
    # A first-person narrator tells of others too, so "third" there is no sign of anything.
    first, third, second = count["first"], count["third"], count["second"]
    if first + third + second < _LEAST_LINES:
        return None
    if first > 0.25 * (first + third):
        return "first"
    return "third" if third > 4 * (first + second) else None


def _odd_runs(
    scene: list[Sentence], people: dict[tuple[int, int], str], habit: str
) -> Iterator[list[Sentence]]:
    """Runs of sentences in a person that is not the story's, short enough to be slips."""
    odd = ("first", "second") if habit == "third" else ("second",)
    run: list[Sentence] = []
    for sentence in scene:
        person = people[sentence.at]
        if person in odd or (run and person == "" and sentence.paragraph == run[-1].paragraph):
            run.append(sentence)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _is_thought(run: Iterable[Sentence], scene: list[Sentence]) -> bool:
    """Whether a run is somebody's thought: its paragraph says so, or it asks or exclaims."""
    rows = list(run)
    paragraphs = {one.paragraph for one in rows}
    around = [one for one in scene if one.paragraph in paragraphs]
    first, last = rows[0], rows[-1]
    near = [
        one
        for one in around
        if scene.index(one) - scene.index(first) >= -3 and scene.index(one) - scene.index(last) <= 3
    ]
    if any(_THOUGHT.search(one.told) for one in near):
        return True
    if any(_REPORTED.search(one.told) for one in near if one.at < first.at):
        return True  # what is quoted behind a colon goes on
    asked = sum(one.told.rstrip().endswith(("?", "!")) for one in rows)
    odd = len(rows) > _MOST_RUN * 4
    return odd or asked > 0
