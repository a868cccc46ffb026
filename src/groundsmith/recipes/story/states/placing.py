"""Which words of a sentence are people: names, pronouns, possessives, kin, who is left out.

The decision to question: an object pronoun means whoever was last named of that gender, unless that
one is the subject.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.grammar.tokens import Token, tokens
from groundsmith.recipes.story.people.cast import Mention
from groundsmith.recipes.story.people.doers import clause_at
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.people.owned import Owned
from groundsmith.recipes.story.people.people import SELF, kin_gender
from groundsmith.recipes.story.states.words import FIRST, OWN_FIRST, Word, is_done_by_me, spelt
from groundsmith.recipes.story.words.kin import KIN_CLASS
from groundsmith.verify.words.listing import listed

_OBJECTS = {"him": "m", "her": "f"}
_SUBJECTS = {"he": "m", "she": "f", "ia": "any", "dia": "any", "beliau": "any"}
_RELATIVES = frozenset({"who", "yang"})
_POSSESSIVES = {"his": "m", "her": "f"}
_CLITICS = re.compile(r"(?<=[a-z]{3})(?:nya|ku|mu)$")
_OPENS = re.compile(r"\w+ing\b|(?:With|In|On|At|From|Without|Under|By|Despite|To|For)\b")
_OPENING_CHARS = 60
_PLURAL = ("ts'", "ts’")
"""How `her parents' house` begins to say whose it is."""
_OWNING = frozenset({"poss", "owner", "name", "mark", "gap"})
_BEHIND_OBJECT = listed("mark gap prep poss det conj sub aux pron neg")
_PASSES = frozenset({"aux", "neg", "adv"})
_NO_THINGS = listed(
    """
    kecil muda awal lama dulu dewasa remaja saat ketika waktu hanya bahkan meski bernama dipanggil
    dinamai dijuluki
    """
)
"""What Indonesian says before a name that owns nothing: `sejak kecil Budi tak pernah …`."""
_GOVERNS = listed(
    """
    bisa dapat cara pandai pintar jago mahir lihai piawai ahli cakap lancar fasih gemar suka hobi
    biasa terbiasa takut berani enggan malas mampu sanggup kuat hendak mau ingin akan untuk kursus
    les latihan pelajaran gagal berhasil sempat
    """
)
"""Indonesian words that a verb belongs to."""
_AFTER_OBJECT = listed(
    """
    to and or but in on at for with from as by about into out up down off over through across that
    how what when where while because so if
    """
)
"""What follows `her` where it is no possessive."""
_IS = listed("is was are were be been as")
_ROLE_WORDS = 3
_KIN_ID = (
    rf"(?:orang ?tua|{'|'.join(KIN_CLASS['id'])})"
    r"(?: (?:perempuan|laki-laki|lelaki|kandung|tiri|angkat|mertua|sulung|bungsu|tertua"
    r"|pertama|kedua|kembar|semata wayang))*"
)
_KIN_OF = re.compile(
    rf"(?:(?:kedua|ketiga|semua|para|mendiang|almarhum|almarhumah) )?{_KIN_ID}"
    r"(?:nya|ku)?(?: [A-Z]\S*)?\b",
    re.I,
)
"""An Indonesian subject that is somebody's kin: it stays as it is, behind it stands whose."""
_HEAD_OF = re.compile(r"[Kk]epala [A-Z]")
"""Somebody's head, and no title: `Kepala Budi botak`, not `Kepala sekolah itu`."""
_KIN_BEFORE = re.compile(rf"\b{_KIN_ID} $", re.I)


def placed(line: Line, story: Story) -> list[Word]:
    """The words of what is told in a line, people among them."""
    told = line.sentence.told
    words = tokens(told, [(one.start, one.stop) for one in line.mentions], story.language)
    people = _people(line, words, story)
    left_out = _left_out(line, words, story.language)
    found: list[Word] = []
    covered = -1
    for at, token in enumerate(words):
        if token.start in left_out:
            found.append(Word("", left_out[token.start], token.start, token.start))
        if token.start < covered:
            continue
        if token.start in people:
            found.append(people[token.start])
            covered = people[token.start].stop
        elif token.kind == "gap":
            found.append(Word(".", None, token.start, token.stop))
        else:
            found.extend(_placed(words, at, line, story, found))
            if token.lower in _RELATIVES and (who := _antecedent(found[:-1])):
                found.append(Word("", who, token.stop, token.stop))
    return _told_apart(found)


def _antecedent(before: Sequence[Word]) -> str | None:
    """Whom `who` or `yang` behind such words means, where it is somebody."""
    near = [one for one in before[-2:] if one.text != ","]
    return near[-1].key if near and not near[-1].is_owner else None


def _told_apart(words: Sequence[Word]) -> list[Word]:
    """The words, kin that only say what somebody named beside them is no people of their own."""
    named: set[str | None] = set()
    found: list[Word] = []
    for word, behind in zip(words, [*words[1:], None], strict=True):
        if word.whose is None and not word.is_owner:
            named.add(word.key)
        is_said_of = word.key in named or (behind is not None and behind.key == word.key)
        found.append(replace(word, key=None) if word.whose and is_said_of else word)
    return found


def _people(line: Line, words: Sequence[Token], story: Story) -> dict[int, Word]:
    """Where people stand in a sentence, by the offset that each begins at; later ones win."""
    told = line.sentence.told
    found: dict[int, Word] = {}
    for thing in line.owned:
        for word in _owners(thing, line, story):
            found[word.start] = word
    for clause in line.clauses:
        if len(clause.subjects) != 1 or clause.subject is None or not clause.subject_text:
            continue
        start = told.find(clause.subject_text, clause.start)
        if story.language == "id" and (
            _KIN_OF.match(clause.subject_text) or _HEAD_OF.match(clause.subject_text)
        ):
            continue
        if start < 0 or _is_done_by_another(clause, told, story.language):
            continue
        stop = _subject_stop(words, start, start + len(clause.subject_text))
        if not any(start < one.start < stop for one in line.mentions):
            found[start] = Word("", story.person(clause.subject), start, stop)
    found.update((word.start, word) for word in _roles(words, story))
    for mention in line.mentions:
        is_owner = told[mention.stop : mention.stop + 2] in ("'s", "’s")
        owns = story.language == "id" and (
            (mention.start in found and found[mention.start].is_owner)
            or _KIN_BEFORE.search(told, max(0, mention.start - 40), mention.start) is not None
            or told[max(0, mention.start - 7) : mention.start].lower() == "kepala "
        )
        within = (one.stop + 1 for one in line.kin if one.start < mention.start < one.stop)
        start = min(next(within, mention.start), mention.stop - 1)
        found[start] = Word("", mention.key, start, mention.stop + 2 * is_owner, is_owner or owns)
    titled = {one.start for one in line.mentions if _is_titled(one, story)}
    for kin in line.kin:
        if kin.start in titled:
            continue
        _, _, whose = kin.key.partition(":")
        named = " ".join(
            _CLITICS.sub("", part.lower())
            for one in words
            if kin.start <= one.start < kin.stop
            for part in _kin_words(one, story.language)
        )
        owns = told[kin.stop : kin.stop + 2] in ("'s", "’s") or told[kin.stop - 2 :][:3] in _PLURAL
        titled_owner = (one.start for one in line.mentions if one.start < kin.start < one.stop)
        start = next(titled_owner, kin.start)
        found[start] = Word(
            named, story.person(kin.key), start, kin.stop + 2 * owns, owns, whose or None
        )
    return found


def _is_titled(mention: Mention, story: Story) -> bool:
    """Whether `Ibu Sari` is Mrs Sari: the title fits her, where Budi's would be his mother."""
    gender = {"Ibu": "f", "Bapak": "m"}.get(mention.spelling.partition(" ")[0])
    one = story.cast.characters.get(mention.key)
    return gender is not None and one is not None and one.gender in (gender, "")


def _kin_words(token: Token, language: str) -> list[str]:
    """The word of a token where it says what kin it is: `sister` of `sister Anna`."""
    word = token.lower.removesuffix("'s").removesuffix("'")
    if token.kind not in _OWNING or word == "parents" or word in KIN_CLASS[language]:
        return [word]
    return []


def _roles(words: Sequence[Token], story: Story) -> Iterator[Word]:
    """Who is known by a role and does not act here: `each of the captain's ears`."""
    for at, token in enumerate(words):
        if story.language == "id":
            for back in (1, 2) if token.kind == "dem" else ():
                if at >= back and (key := f"({words[at - back].lower})") in story.roles:
                    is_owner = at > back and words[at - back - 1].kind == "x"
                    yield Word("", key, words[at - back].start, token.stop, is_owner)
        elif token.lower == "the" and not (at and words[at - 1].lower in _IS):
            for noun in words[at + 1 : at + 1 + _ROLE_WORDS]:
                bare = noun.lower.removesuffix("'s")
                if (key := f"({bare})") in story.roles:
                    yield Word("", key, token.start, noun.stop, bare != noun.lower)
                if noun.kind not in ("x", "owner") or bare != noun.lower or key in story.roles:
                    break


def _is_done_by_another(clause: Clause, told: str, language: str) -> bool:
    """Whether what stands before the verb is what it is done to: `surat itu dibacanya`."""
    verb = told[clause.verb_at :].partition(" ")[0].lower()
    done = (verb.startswith("di") and not clause.is_passive) or is_done_by_me(verb.strip(".,;:!?"))
    return language == "id" and done


def _subject_stop(words: Sequence[Token], start: int, stop: int) -> int:
    """The end of a subject without the adverbs behind it."""
    inside = [one for one in words if start <= one.start < stop]
    while len(inside) > 1 and inside[-1].kind in _PASSES:
        inside.pop()
    return inside[-1].stop if inside else stop


def _owners(thing: Owned, line: Line, story: Story) -> Iterator[Word]:
    """The name that says whose an Indonesian thing is."""
    if story.language != "id" or thing.noun in _NO_THINGS:
        return
    name = next((one for one in line.mentions if one.start == thing.stop + 1), None)
    if name is not None and name.key == thing.key:
        yield Word("", name.key, name.start, name.stop, is_owner=True)


def _forward(line: Line, at: int) -> str | None:
    """Whom a possessive in what opens a sentence means: `Moving his lips, Nikolaos read`."""
    told = line.sentence.told
    main = next((one for one in line.clauses if one.subject_text and one.verb_at > at), None)
    if main is None or main.is_pronoun or not _OPENS.match(told):
        return None
    start = told.find(main.subject_text, main.start)
    is_first = all(one.start >= start for one in (*line.mentions, *line.kin))
    return main.subject if at < start <= at + _OPENING_CHARS and is_first else None


def _left_out(line: Line, words: Sequence[Token], language: str) -> dict[int, str]:
    """Who acts without being named, by where the verb with its auxiliaries begins."""
    found: dict[int, str] = {}
    for clause in line.clauses:
        if clause.subject_text or len(clause.subjects) != 1 or clause.subject is None:
            continue
        at = next((n for n, one in enumerate(words) if one.start == clause.verb_at), None)
        while at is not None and at > 0 and words[at - 1].kind in _PASSES:
            at -= 1
        if at is None or (language == "id" and is_done_by_me(words[at].lower)):
            continue
        if at == 0 or not _governs(words[at - 1], language):
            found[words[at].start] = clause.subject
    return found


def _governs(word: Token, language: str) -> bool:
    """Whether the verb behind a word belongs to it: `to swim`, `on speaking terms`."""
    if language == "en":
        return word.lower in ("to", "once") or word.kind == "prep"
    return word.kind in ("verb", "base") or word.lower in _GOVERNS


def _placed(
    words: Sequence[Token], at: int, line: Line, story: Story, before: Sequence[Word]
) -> Iterator[Word]:
    """A token that is nobody by its clause: pronouns are resolved as well as can be."""
    token = words[at]
    lower, start, stop = token.lower, token.start, token.stop
    opens = at == 0 or words[at - 1].kind in ("gap", "mark")
    is_last = at + 1 == len(words)
    if lower == "her" and token.kind == "poss" and not opens and (is_last or _ends(words[at + 1])):
        yield Word(lower, line.owner.get("f"), start, stop)
    elif lower in ("his", "her") and token.kind == "poss":
        key = _possessor(lower, line, start, story) or _last(before, _POSSESSIVES[lower], story)
        yield Word(lower, key or line.owner.get(_POSSESSIVES[lower]), start, stop, is_owner=True)
    elif lower in _SUBJECTS and token.kind == "pron":
        yield Word(lower, line.owner.get(_SUBJECTS[lower]), start, stop)
    elif lower in _OBJECTS and token.kind == "obj":
        yield Word(lower, line.owner.get(_OBJECTS[lower]), start, stop)
    elif lower in OWN_FIRST or lower in FIRST:
        yield Word(lower, SELF, start, stop, is_owner=lower in OWN_FIRST)
    else:
        for word in spelt(token, story.language):
            owner = story.language == "id" and (word.is_owner or not word.text)
            key = word.key or (_owner_at(line, token) if owner else None)
            yield replace(word, key=key, text=word.text if key or not owner else "nya")


def _ends(token: Token) -> bool:
    """Whether what follows `her` says that it is no possessive."""
    return token.kind in _BEHIND_OBJECT or token.lower in _AFTER_OBJECT


def _possessor(pronoun: str, line: Line, at: int, story: Story) -> str | None:
    """Whom `his` or `her` means by its sentence: whom it is about, or the subject of its clause."""
    return _forward(line, at) or _of_clause(pronoun, line, at, story)


def _last(before: Sequence[Word], gender: str, story: Story) -> str | None:
    """Who stands last before a possessive and fits it."""
    keys = (one.key for one in reversed(before) if one.key not in (None, SELF))
    return next((key for key in keys if key and _gender(key, story) in ("", gender)), None)


def _gender(key: str, story: Story) -> str:
    one = story.cast.characters.get(key)
    return one.gender if one is not None else kin_gender(key)


def _of_clause(pronoun: str, line: Line, at: int, story: Story) -> str | None:
    """The subject of the clause around a possessive, where the pronoun fits them."""
    clause = clause_at(line, at) if pronoun in _POSSESSIVES else None
    if clause is None or clause.subject in (None, SELF) or clause.verb_at > at:
        return None
    fits = _gender(clause.subject or "", story) in ("", _POSSESSIVES[pronoun])
    return story.person(clause.subject or "") if fits else None


def _owner_at(line: Line, token: Token) -> str | None:
    """Whose `-nya` it is: by the thing it stands behind, else whom a pronoun would mean."""
    thing = next((one for one in line.owned if one.start <= token.start < one.stop), None)
    clause = next((one for one in line.clauses if one.verb_at == token.start), None)
    if clause is not None and clause.subject is not None and token.lower.startswith("di"):
        return clause.subject
    key = thing.key if thing is not None else line.owner.get("any")
    _, _, whose = (key or "").partition(":")
    return whose if whose and _KIN_OF.match(token.lower) else key
