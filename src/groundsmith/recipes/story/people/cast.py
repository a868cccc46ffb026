"""The characters of a manuscript: their names and other names, and whether they are he or she.

A name is a word that stands with a capital where no sentence begins, and hardly ever without one.
It is a person's where people's company shows it: a title, a verb of speaking, an act, a sheet in
the notes. The decision to question: who shares a first name is one person, as readers assume until
they are told otherwise; a surname that several bear names nobody.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from groundsmith.recipes.story.people.namesakes import (
    EPITHETS,
    form_of,
    namesakes,
    shared_names,
)
from groundsmith.recipes.story.people.proper_names import NameRun, name_runs
from groundsmith.recipes.story.people.sheets import Sheet, sheets
from groundsmith.recipes.story.reading import Reading
from groundsmith.recipes.story.words.first_names import FEMALE_NAMES, MALE_NAMES
from groundsmith.recipes.story.words.language import words_of
from groundsmith.verify.words.listing import listed

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PREDICATE = re.compile(
    r"(?:,| was| is| adalah)? (?:an?|seorang) (?:[a-z-]+,? ){0,3}?(?P<noun>man|woman|girl|boy"
    r"|lady|widow"
    r"|widower|perempuan|lelaki|laki-laki|gadis|wanita|pria|pemuda|janda|duda)\b"
)
"""What says that somebody is a man or a woman."""
_PRESENTED = re.compile(
    r"\b(wife|husband|mother|father|sister|brother|daughter|son|aunt|uncle|niece|nephew)"
    r"(?: (?:was|is|were)\b[^.,;:]{0,24})?[:,] $"
)
"""`His wife was aboard too: Anneke`."""
_AS = listed("as than like")
_PRONOUNS = listed("she her herself he his him himself")
_SUBJECT_CHARS = 12
_NAME_VOTES = 4
"""How many pronouns a first name weighs as much as."""


@dataclass(slots=True, kw_only=True)
class Character:
    """One person; `key` is the name they mostly go by.

    Attributes:
        names: Words that name them, each with a capital.
        descriptions: Phrases in lower case that the notes give as another name.
        gender: "f", "m", or nothing where it cannot be told.
    """

    key: str
    names: set[str] = field(default_factory=set)
    full_names: Counter[str] = field(default_factory=Counter)
    descriptions: set[str] = field(default_factory=set)
    gender: str = ""
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a character is named, `[start, stop)` in its sentence."""

    key: str
    start: int
    stop: int
    spelling: str


class Cast:
    """The characters, and who a name means."""

    def __init__(self, reading: Reading) -> None:
        self.words = words_of(reading.language)
        self.characters: dict[str, Character] = {}
        self.places: set[str] = set()
        self.place_names: set[str] = set()
        self._key_of: dict[str, str] = {}
        self._apart: dict[str, dict[str, str]] = {}
        """For a shared name, the keys by the title or epithet before it."""
        self.shared: frozenset[str] = frozenset()
        """Keys that stand for more than one, where nothing tells which."""
        runs = list(name_runs([one.text for one in reading.manuscript.chapters], self.words))
        notes = list(sheets(reading.manuscript.notes))
        self._name_people(runs, notes)
        for sheet in notes:
            self._take_sheet(sheet)
        self._tell_apart(reading)
        self._tell_gender(reading)
        self._pattern = self._compiled()

    def mentions(self, text: str) -> list[Mention]:
        """Who is named in a text, in order."""
        if self._pattern is None:
            return []
        return [
            Mention(self._who(one, text), one.start(), one.end(), one.group())
            for one in self._pattern.finditer(text)
        ]

    def _who(self, one: re.Match[str], text: str) -> str:
        """The key of who is named, told from a namesake by the title or epithet before."""
        first = one.group("name").split()[0]
        apart = self._apart.get(first)
        form = form_of(text, one.start("name"), one.end("name"), self.words) if apart else ""
        return (apart or {}).get(form, self._key_of[first])

    def _tell_apart(self, reading: Reading) -> None:
        """Gives those who share a name a character each."""
        pattern = self._compiled()
        if pattern is None:
            return
        told = [one.text for one in reading.sentences]
        shared = shared_names(told, self._key_of)
        self._apart = namesakes(told, pattern, self.words, self._side, shared)
        self.shared = frozenset(self._key_of[one] for one in shared)
        for forms in self._apart.values():
            for key in forms.values():
                self.characters[key] = Character(key=key, names={key})

    def key_of(self, name: str) -> str | None:
        """The character whom one word names, if any."""
        return self._key_of.get(name)

    def places_in(self, text: str) -> list[str]:
        """Which places a text names, each once, in order."""
        names = sorted(self.place_names, key=len, reverse=True)
        if not names:
            return []
        pattern = re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
        return list(dict.fromkeys(pattern.findall(text)))

    def _name_people(self, runs: list[NameRun], notes: list[Sheet]) -> None:
        noted = {word for sheet in notes for word in _WORD.findall(sheet.name)}
        company: Counter[str] = Counter()
        runs = list(_bare(runs))
        for run in runs:
            for word in run.words:
                company[word] += run.weight
        people = {word for word, weight in company.items() if weight > 0} | noted
        self.places = {word for word, weight in company.items() if weight < 0} - noted
        self.place_names = {" ".join(run.words) for run in runs if self.places >= set(run.words)}
        firsts: dict[str, set[str]] = defaultdict(set)
        for run in runs:
            for surname in run.words[1:]:
                firsts[surname].add(run.words[0])
        for sheet in notes:
            parts = self._untitled(sheet.name)
            for surname in parts[1:]:
                firsts[surname].add(parts[0])
        for run in runs:
            if run.words[0] in people or any(word in people for word in run.words):
                self._add(run.words, firsts)

    def _untitled(self, name: str) -> list[str]:
        parts = _WORD.findall(name)
        kept = [one for one in parts if one.lower() not in self.words.titles]
        return kept or parts

    def _add(self, words: tuple[str, ...], firsts: dict[str, set[str]]) -> None:
        """A character of these words, or another name for one that is known."""
        owners = firsts.get(words[0], set())
        if len(words) == 1 and len(owners) == 1:
            key = next(iter(owners))
        elif len(words) == 1 and len(owners) > 1:
            return
        else:
            key = words[0]
        one = self.characters.setdefault(key, Character(key=key, names={key}))
        one.full_names[" ".join(words)] += 1
        self._key_of.setdefault(key, key)
        for word in words[1:]:
            if len(firsts[word]) == 1:
                one.names.add(word)
                self._key_of.setdefault(word, key)
        if len(words) == 1:
            one.names.add(words[0])
            self._key_of.setdefault(words[0], key)

    def _take_sheet(self, sheet: Sheet) -> None:
        parts = self._untitled(sheet.name)
        if not parts:
            return
        key = self._key_of.get(parts[0], parts[0])
        one = self.characters.setdefault(key, Character(key=key, names={key}))
        self._key_of.setdefault(parts[0], key)
        one.sheet = sheet
        one.full_names[" ".join(parts)] += 1
        others = re.sub(r"\([^)]*\)", "", sheet.value(r"alias\w*|nama lain|also known as"))
        for other in re.split(r"[,;/]", others):
            self._take_alias(one, other.strip())

    def _take_alias(self, one: Character, other: str) -> None:
        """One more name: a word with a capital, or a description such as "the child"."""
        if other and other == other.lower():
            one.descriptions.add(other)
            return
        for word in self._untitled(other):
            if word[0].isupper():
                taken = self._key_of.get(word)
                if taken is not None and taken != one.key:
                    self._merge(taken, one)
                self._key_of[word] = one.key
                one.names.add(word)

    def _merge(self, key: str, into: Character) -> None:
        """Two names turn out to be one person's."""
        other = self.characters.get(key)
        if other is None or other.sheet is not None:
            return
        del self.characters[key]
        into.names |= other.names
        into.full_names += other.full_names
        for name in other.names:
            self._key_of[name] = into.key

    def _tell_gender(self, reading: Reading) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        pattern = self._compiled()
        if pattern is None:
            return
        last: str | None = None
        for sentence in reading.sentences:
            found = list(pattern.finditer(sentence.told))
            keys = {self._who(one, sentence.told) for one in found}
            for one in found:
                title = one.group("title")
                key = self._who(one, sentence.told)
                if title:
                    votes[key][self._side(title)] += 3
                beside = _WORD.findall(sentence.told[max(0, one.start() - 24) : one.start()])[-1:]
                called = _PREDICATE.match(sentence.told, one.end())
                if called:
                    votes[key][self._side(called.group("noun"))] += 3
                for word in _PRESENTED.findall(sentence.told[: one.start()]):
                    votes[key][self._side(word)] += 3
                for word in beside:
                    side = self._side(word.rpartition("-")[2])
                    votes[key][side] += 2 * (word.lower() not in _PRONOUNS)
            alone = next(iter(keys)) if len(keys) == 1 else None
            if self.words.code == "en":
                words = _WORD.findall(sentence.told.lower())
                if alone:
                    words = _WORD.findall(sentence.told[found[0].end() :].lower())[:14]
                    votes[alone][self._first_side(words)] += 1
                elif last and not keys and words[:1] and words[0] in _PRONOUNS:
                    votes[last][self._side(words[0])] += 1
            last = alone if alone and found[0].start() < _SUBJECT_CHARS else None
        for key, character in self.characters.items():
            character.gender = self._gender(character, votes[key])

    def _first_side(self, words: list[str]) -> str:
        """The gender of the first pronoun among words, unless other people come before it."""
        for word in words:
            if word in _PRONOUNS:
                return self._side(word)
            if word in _AS or word in self.words.kin | self.words.female | self.words.male:
                return ""
        return ""

    def _gender(self, one: Character, votes: Counter[str]) -> str:
        if one.sheet is not None:
            told = " ".join(entry.value for entry in one.sheet.entries if entry.key in _ROLE_KEYS)
            told = re.sub(r"\w+:", " ", told)
            sides = Counter(self._side(word) for word in _WORD.findall(told.lower())[:6])
            sides.pop("", None)
            if sides:
                return sides.most_common(1)[0][0]
        votes.pop("", None)
        first = next(iter(one.full_names), one.key).split()[0].lower()
        if first in FEMALE_NAMES or first in MALE_NAMES:
            votes["f" if first in FEMALE_NAMES else "m"] += _NAME_VOTES
        if not votes or (len(votes) == 2 and votes["f"] == votes["m"]):
            return ""
        return votes.most_common(1)[0][0]

    def _side(self, word: str) -> str:
        lower = word.lower().rstrip(".")
        return "f" if lower in self.words.female else "m" if lower in self.words.male else ""

    def _compiled(self) -> re.Pattern[str] | None:
        names = sorted(self._key_of, key=len, reverse=True)
        if not names:
            return None
        any_name = "|".join(map(re.escape, names))
        titles = "|".join(sorted(self.words.titles, key=len, reverse=True))
        return re.compile(
            rf"(?<![\w’'-])(?:(?P<title>(?i:{titles})\.?) )?"
            rf"(?P<name>(?:{any_name})(?: (?:{any_name})(?![\w-]))*)(?![^\W_]|-[^\W_])"
        )


def _bare(runs: list[NameRun]) -> Iterator[NameRun]:
    """The runs, people's names without an epithet before them: `Long Aldric`."""
    weight: Counter[tuple[str, ...]] = Counter()
    for run in runs:
        weight[run.words] += run.weight
    for run in runs:
        has_epithet = len(run.words) > 1 and run.words[0].lower() in EPITHETS
        yield replace(run, words=run.words[1:]) if has_epithet and weight[run.words] > 0 else run


_ROLE_KEYS = frozenset({"role", "family", "peran", "keluarga", "gender", "jenis kelamin"})
