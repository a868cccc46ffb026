"""A sentence's clauses, with people for the noun phrases that its grammar found.

From left to right, as a reader does: who acted in one clause is whom a pronoun in the next means.
"""

import re
from collections.abc import Sequence

from groundsmith.recipes.story.grammar.clauses import Clause, Draft, Phrase
from groundsmith.recipes.story.grammar.tokens import Token
from groundsmith.recipes.story.people.cast import Mention
from groundsmith.recipes.story.people.owned import Owned, owned, possessors
from groundsmith.recipes.story.people.people import SELF, People
from groundsmith.recipes.story.words.phrases import TIME_NOUNS
from groundsmith.verify.words.listing import listed

_AS_FOR = re.compile(r"\W*(?:As for|As to|Adapun|Tentang|Mengenai|Kalau|Soal) ")
_PHRASE_ENDS = listed("prep mark gap sub aux pron conj obj")


class ClauseReader:
    """Turns the drafts of one sentence into clauses, resolving people from left to right."""

    def __init__(
        self,
        told: str,
        words: Sequence[Token],
        mentions: Sequence[Mention],
        kin: Sequence[Mention],
        people: People,
    ) -> None:
        self.told, self.words, self.people = told, words, people
        self.mentions, self.kin = mentions, kin
        self.keys: list[tuple[str, ...]] = []
        self._told_of = 0
        """How many of those named were spoken of so far."""

    def clauses(self, drafts: Sequence[Draft]) -> tuple[Clause, ...]:
        """The clauses, and the people of the sentence told to who resolves the next."""
        waiting: dict[int, int] = {}
        self._before = possessors(self.people)
        about = _AS_FOR.match(self.told)
        if about is not None:
            near = [one.key for one in self.mentions if one.start == about.end()]
            self.people.speak_of(near[:1], as_subject=True)
        for number, one in enumerate(drafts):
            if one.same_as is not None and one.same_as > number:
                waiting[number] = one.same_as
                self.keys.append(())
                continue
            self.keys.append(self._subjects(one))
        for number, other in waiting.items():
            self.keys[number] = self.keys[other]
        self.made: list[Clause] = []
        for one, keys in zip(drafts, self.keys, strict=True):
            self.made.append(self._clause(one, keys))
        subjects = {key for keys in self.keys for key in keys}
        rest = [one.key for one in (*self.kin, *self.mentions) if one.key not in subjects]
        for key in rest:
            self.people.speak_of((key,), as_subject=False)
        first = self._topic(drafts)
        for keys in reversed(self.keys):
            self.people.speak_of(keys, as_subject=False)
        self.people.speak_of(first, as_subject=True)
        return tuple(self.made)

    def _topic(self, drafts: Sequence[Draft]) -> tuple[str, ...]:
        """Whom the sentence is about: its first subject, unless that one is only an aside."""
        told = [(one, keys) for one, keys in zip(drafts, self.keys, strict=True) if keys]
        main = [keys for one, keys in told if not one.opener and not one.under]
        named = [keys for keys in main if ":" not in keys[0]]
        return next(iter([*named[:1], *main, *(keys for _, keys in told)]), ())

    def owned(self) -> tuple[Owned, ...]:
        """Whose things are, once the clauses are made."""
        return tuple(
            owned(self.words, self.made, self.mentions, self.kin, self._before, self.people)
        )

    def _subjects(self, one: Draft) -> tuple[str, ...]:
        if one.is_self:
            return (SELF,)
        if one.owner_agent:
            return self.people.fit("nya")
        span = one.agent or one.subject
        self._name_before(self.words[span[0] if span else one.verb_start].start)
        if span is None:
            if one.same_as is not None:
                return self.keys[one.same_as]
            return self._left_out(one) if self.people.cast.words.code == "id" else ()
        keys = self.people_in(span)
        if not keys and one.opener == "who" and self.keys:
            keys = self.keys[-1]
        if not keys and (
            (one.verb in ("call", "name") and one.is_passive)
            or (one.verb == "be" and self._head(span) in ("name", "nama"))
        ):
            stop = self.words[min(one.verb_stop + 2, len(self.words)) - 1].stop
            after = self.words[one.verb_start].start
            keys = tuple(m.key for m in self.mentions if after <= m.start < stop)[:1]
        if keys:
            aside = bool(one.opener) or (one.tense == "perfect" and ":" in keys[0])
            self.people.speak_of(keys, as_subject=not aside)
        return keys

    def _name_before(self, start: int) -> None:
        """Whoever was named before an offset, and did nothing, may be whom a pronoun means."""
        ahead = sorted((*self.kin, *self.mentions), key=lambda one: one.start)
        while self._told_of < len(ahead) and ahead[self._told_of].stop <= start:
            key = ahead[self._told_of].key
            if key not in self.people.last_subject:
                self.people.speak_of((key,), as_subject=False)
            self._told_of += 1

    def _meant(self, word: Token) -> tuple[str, ...]:
        """Whom a pronoun means: somebody before it, else the only one named behind who fits."""
        pronoun = word.lower.partition("'")[0]
        return self.people.fit(pronoun) or self.people.fit_ahead(
            pronoun, [one.key for one in self.mentions if one.start > word.start]
        )

    def _left_out(self, one: Draft) -> tuple[str, ...]:
        """The subject before, where an Indonesian sentence opens with its verb."""
        opens = all(w.kind in ("adv", "neg", "conj") for w in self.words[: one.verb_start])
        return self.people.last_subject if opens and not self.keys else ()

    def people_in(self, span: tuple[int, int]) -> tuple[str, ...]:
        """Keys of the people that a noun phrase is; of the first, where it is a thing of theirs."""
        words = self.words[span[0] : span[1]]
        first = words[0]
        start, stop = first.start, words[-1].stop
        if first.kind == "pron" or first.kind == "obj":
            return self._meant(first)
        kin = [one for one in self.kin if one.start < stop and one.stop > start]
        if kin and (kin[0].start <= start or first.lower in ("sang", "si", "kedua", "both", "the")):
            return tuple(dict.fromkeys(one.key for one in kin))
        heads = self._named(words, start, stop)
        return heads or self._role(words) or self._apposed(span[1])

    def _apposed(self, at: int) -> tuple[str, ...]:
        """Whoever is named between commas behind a phrase: `The twins, Ilse and Marek, …`."""
        words = self.words
        if at >= len(words) or words[at].lower != ",":
            return ()
        stop = at + 1
        while stop < len(words) and words[stop].kind in ("name", "conj"):
            stop += 1
        if stop == at + 1 or stop >= len(words) or words[stop].lower != ",":
            return ()
        begin, end = words[at].start, words[stop].start
        return tuple(one.key for one in self.mentions if begin < one.start < end)

    def _named(self, words: Sequence[Token], start: int, stop: int) -> tuple[str, ...]:
        if self.people.cast.words.code == "id":
            head = words[0]
            if head.kind != "name" and not self._is_title(words):
                return ()
        found: list[str] = []
        for one in self.mentions:
            if not start <= one.start < stop:
                continue
            behind = self.told[one.stop : one.stop + 2]
            before = next((w for w in reversed(words) if w.stop <= one.start), None)
            if behind in ("'s", "’s") or (
                before is not None
                and before.kind in ("prep", "x", "poss", "owner")
                and self.people.cast.words.code == "en"
                and before.kind == "prep"
            ):
                continue
            found.append(one.key)
        return tuple(dict.fromkeys(found))

    def _is_title(self, words: Sequence[Token]) -> bool:
        return any(one.kind == "name" for one in words[1:4]) and (
            self.people.roles.is_role(words[0].lower)
            or words[0].lower in self.people.cast.words.titles
        )

    def _role(self, words: Sequence[Token]) -> tuple[str, ...]:
        """Whom `the old doctor` or `perempuan tua itu` means."""
        if self.people.cast.words.code == "id":
            is_new = words[0].lower in ("seorang", "sesosok")
            names = [one for one in words if one.kind in ("x", "name") and one.lower != "sang"]
            noun = names[1] if is_new and len(names) > 1 else names[0] if names else None
            definite = is_new or words[-1].kind == "dem" or words[0].lower in ("sang", "si")
            sole = noun is not None and len(self.people.roles.bearers(noun.lower)) == 1
            if noun is None or not (definite or (sole and len(words) == 1)):
                return ()
            phrase = " ".join(w.lower for w in words if w.kind != "dem")
            return self.people.of_role(noun.lower, phrase, is_new=is_new)
        if words[0].lower not in ("the", "a", "an", "that", "this"):
            return ()
        end = next((k for k, w in enumerate(words) if k and w.kind in ("prep", "conj")), len(words))
        nouns = [w.lower for w in words[1:end]]
        if not nouns:
            return ()
        owners = [w.lower.partition("'")[0] for w in words[1:end] if w.kind == "owner"]
        if owners and nouns[-1] in self.people.roles.persons:
            return (f"({owners[-1]}'s {nouns[-1]})",)
        is_new = words[0].lower in ("a", "an")
        return self.people.of_role(nouns[-1], " ".join(nouns), is_new=is_new)

    def _clause(self, one: Draft, keys: tuple[str, ...]) -> Clause:
        words = self.words
        start = words[min(one.start, len(words) - 1)].start if words else 0
        object_stop = self._object_stop(one)
        spoken = slice(one.verb_stop, object_stop)
        patient = one.subject if one.agent or one.is_self or one.owner_agent else None
        said = self._text(*patient) if patient else self._text(spoken.start, spoken.stop)
        begin = words[spoken.start].start if spoken.start < object_stop else 0
        end = words[object_stop - 1].stop if spoken.start < object_stop else 0
        objects = [m.key for m in (*self.mentions, *self.kin) if begin <= m.start < end]
        owner = self._owner(one.subject) if one.subject is not None and not keys else None
        head = words[one.verb_start] if one.verb_start < len(words) else words[-1]
        noun = "" if keys or one.subject is None else self._head(one.subject)
        if not keys and one.same_as is not None and one.same_as < len(self.made):
            noun = self.made[one.same_as].noun
        opens_no = said.lower().startswith(("no ", "nobody", "nothing", "neither", "none"))
        return Clause(
            subjects=keys,
            subject_text=self._text(*one.subject) if one.subject else "", noun=noun, owner=owner,
            verb=one.verb, object=said,
            objects=tuple(objects), phrases=tuple(self._phrases(one)),
            rest=self._text(one.verb_stop, one.stop),
            under=one.under, modal=one.modal, tense=one.tense, opener=one.opener,
            is_negated=one.is_negated or opens_no or noun in ("nobody", "none", "nothing"),
            is_passive=one.is_passive,
            is_adjunct=one.start > 0 and words[one.start - 1].lower in TIME_NOUNS,
            is_pronoun=one.subject is None or words[one.subject[0]].kind in ("pron", "obj"),
            start=start, verb_at=head.start,
            stop=words[max(one.start, one.stop - 1)].stop if words else 0,
        )  # fmt: skip

    def _owner(self, span: tuple[int, int]) -> str | None:
        """Whose a thing is: `her eyes`, `Maren's eyes`, `matanya`, `mata Sari`."""
        words = self.words[span[0] : span[1]]
        first = words[0]
        if first.kind == "poss":
            return self._fit(first.lower)
        named = next((m for m in self.mentions if first.start <= m.start < words[-1].stop), None)
        if self.people.cast.words.code != "id":
            kin = next((m for m in self.kin if first.start <= m.start < words[-1].stop), None)
            return kin.key if kin else named.key if named else None
        if named is not None:
            return named.key
        if any(w.lower.endswith("ku") for w in words if w.kind == "x"):
            return SELF
        own = first.lower.endswith("nya") or words[-1].lower.endswith("nya")
        return self._fit("nya") if own else None

    def _fit(self, pronoun: str) -> str | None:
        """Whom a possessive means, past a clause that only says when."""
        if any(one.is_adjunct for one in self.made) and pronoun in self._before:
            return self._before[pronoun]
        return next(iter(self.people.fit(pronoun)), None)

    def _object_stop(self, one: Draft) -> int:
        at = one.verb_stop
        while at < one.stop and self.words[at].kind not in ("prep", "mark", "gap", "sub"):
            at += 1
        return at

    def _text(self, start: int, stop: int) -> str:
        if start >= stop:
            return ""
        return self.told[self.words[start].start : self.words[stop - 1].stop]

    def _head(self, span: tuple[int, int]) -> str:
        """The head noun of a phrase: the last before `of` in English, the first in Indonesian."""
        words = self.words[span[0] : span[1]]
        if self.people.cast.words.code == "id":
            return re.sub(r"(?<=[a-z]{3})(?:nya|ku)$", "", words[0].lower)
        end = next((k for k, w in enumerate(words) if k and w.kind == "prep"), len(words))
        last = words[end - 1].lower
        return words[0].lower if last == "else" else last

    def _phrases(self, one: Draft) -> list[Phrase]:
        found: list[Phrase] = []
        words = self.words
        at = one.start if self.made else 0
        ends = (one.verb_start, one.subject[0] if one.subject else -1)
        while at < one.stop:
            word = words[at]
            if word.kind != "prep" and not (word.lower in TIME_NOUNS and self._is_bare_time(at)):
                at += 1
                continue
            stop = at + 1
            while stop < one.stop and words[stop].kind not in _PHRASE_ENDS and stop not in ends:
                stop += 1
                if word.kind != "prep" and words[stop - 1].kind == "dem":
                    break
            if word.kind == "prep" and stop > at + 1:
                found.append(
                    Phrase(preposition=word.lower, words=self._text(at + 1, stop), start=word.start)
                )
            elif word.kind != "prep":
                found.append(Phrase(preposition="", words=self._text(at, stop), start=word.start))
            at = max(stop, at + 1)
        return found

    def _is_bare_time(self, at: int) -> bool:
        """Whether a noun of time says when by itself: `that night`, `malam itu`, `yesterday`."""
        before = self.words[at - 1].lower if at else ""
        return before in ("that", "this", "next", "last", "every", "") or (
            self.people.cast.words.code == "id" and self.words[at - 1].kind != "prep"
        )
