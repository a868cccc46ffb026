"""English clauses: a finite verb, the noun phrase before it, and what follows until the next verb.

The decision to question: word order alone. A subject is what stands right before its verb; where
nothing stands there, behind a comma or a conjunction, it is the subject before.
"""

from collections.abc import Sequence

from groundsmith.recipes.story.grammar.clauses import Draft
from groundsmith.recipes.story.grammar.tokens import Token
from groundsmith.recipes.story.words.cues import SAID
from groundsmith.recipes.story.words.english_verbs import BASE, GERUND, PARTICIPLE, lemma
from groundsmith.recipes.story.words.phrases import ASKING, MODALS, PERCEIVING, TIME_NOUNS
from groundsmith.verify.words.listing import listed

_BE = listed("be am is are was were been being wasn't weren't isn't aren't ain't")
_HAVE = listed("have has had having hadn't hasn't haven't")
_WITHIN = frozenset({"going", "yet", "then", "still"})
_NOUNS = frozenset({"x", "name", "num", "base", "pres", "owner"})
_STOPS = frozenset({"mark", "gap", "sub", "conj", "aux", "pron"})
_NO_VERB_BEHIND = frozenset({"det", "poss", "num", "owner"})
_CONTRACTED = {"'d": "had", "'s": "is", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
_NAMING = frozenset({"named", "called", "nicknamed", "dressed", "aged"})
_PLURAL = frozenset({"i", "you", "we", "they"})
_SAYS = frozenset(SAID["en"].split())
_PRESENT = listed("is are am has have does do will can may must shall")
_RELATIVE = listed("who which that whom")
_MOST_NOUNS = 14


def parse(words: Sequence[Token]) -> list[Draft]:
    """The clauses of a sentence in order, their people as spans of tokens."""
    return _Sentence(words).clauses()


class _Sentence:
    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.found: list[Draft] = []
        self.edge = 0
        """The token behind the last verb."""

    def clauses(self) -> list[Draft]:
        at = 0
        while at < len(self.words):
            one = self._finite(at) or self._complement(at)
            if one is None:
                at += 1
                continue
            self.found.append(one)
            at = self.edge = one.verb_stop
        stops = [*(one.start for one in self.found[1:]), len(self.words)]
        for one, stop in zip(self.found, stops, strict=False):
            one.stop = stop
        self._backward()
        return self.found

    def _backward(self) -> None:
        """A participle at the beginning has the subject of the clause that it opens."""
        for number, one in enumerate(self.found[:-1]):
            if one.subject is None and one.same_as is None and not one.tense:
                one.same_as = number + 1

    def _finite(self, at: int) -> Draft | None:
        word = self.words[at]
        tail = word.lower[word.lower.rfind("'") :] if word.kind == "pron" else ""
        if tail in _CONTRACTED:
            group = self._group(at + 1, _CONTRACTED[tail])
            return self._clause(group, subject=(at, at + 1), start=at)
        if word.kind == "aux":
            if at and self.words[at - 1].kind == "prep":
                return None
            return self._placed(self._group(at, ""))
        if word.kind in ("verb", "pres", "base") and self._is_finite(at):
            tense = "past" if word.kind == "verb" else "present"
            one = Draft(
                verb=lemma(word.lower), verb_start=at, verb_stop=at + 1, start=at, tense=tense
            )
            one.is_negated = any(
                self.words[k].kind == "neg" for k in range(max(self.edge, at - 2), at)
            )
            return self._placed(one)
        return None

    def _is_finite(self, at: int) -> bool:
        word, before = self.words[at], self._before(at)
        behind = self.words[at + 1] if at + 1 < len(self.words) else None
        if before is not None and before.kind in _NO_VERB_BEHIND:
            return False
        if word.lower in _NAMING and (
            behind is None or behind.kind == "name" or before is None or before.kind == "x"
        ):
            return False
        if word.kind == "verb":
            if before is not None and before.kind == "prep":
                return False
            participle = word.lower in PARTICIPLE or word.lower.endswith("ed")
            if participle and self._closes_aside(at):
                return False
            if participle and self.found and at == self.edge:
                return self.found[-1].opener in _RELATIVE
            if participle and behind is not None and behind.lower == "by":
                return before is not None and before.kind in ("pron", "name")
            return True
        if before is None or before.kind == "gap":
            says = word.kind == "pres" and word.lower in _SAYS
            return says and behind is not None and behind.kind in ("name", "pron", "det", "poss")
        carried = before.kind == "conj" or (before.kind == "mark" and before.lower in ",;—")
        carried = carried and bool(self.found) and self.found[-1].tense == "present"
        if word.kind == "base":
            plural = before.kind == "pron" and before.lower in ("i", "you", "we", "they")
            return plural or (carried and self._is_plural(self.found[-1]))
        if before.kind == "name" or before.lower in ("he", "she", "it", "who", "that", "which"):
            return behind is None or behind.kind not in ("verb", "aux")
        if carried:
            return True
        return before.kind == "x" and self._has_determiner(at) and not before.lower.endswith("s")

    def _closes_aside(self, at: int) -> bool:
        """Whether an aside ends with a word: `Ana, twice widowed, was`."""
        words = self.words
        if at + 2 >= len(words) or words[at + 1].lower != ",":
            return False
        opens = [k for k in range(max(self.edge, at - 8), at) if words[k].lower == ","]
        named = bool(opens) and opens[-1] > 0 and words[opens[-1] - 1].kind == "name"
        return named and words[at + 2].kind in ("aux", "verb")

    def _is_plural(self, one: Draft) -> bool:
        while one.same_as is not None and one.same_as < len(self.found):
            one = self.found[one.same_as]
        return one.subject is not None and self.words[one.subject[0]].lower in _PLURAL

    def _has_determiner(self, at: int) -> bool:
        return any(self.words[k].kind in ("det", "poss") for k in range(max(self.edge, at - 4), at))

    def _before(self, at: int) -> Token | None:
        """The word before, adverbs left out."""
        at -= 1
        while at >= self.edge and self.words[at].kind in ("adv", "neg"):
            at -= 1
        return self.words[at] if at >= self.edge else None

    def _group(self, at: int, first: str) -> Draft:
        """An auxiliary, or a contracted one, with the verb that it belongs to."""
        words, begin = self.words, at
        helpers = [first] if first else []
        one = Draft(verb="be", verb_start=at, verb_stop=at, start=at)
        one.is_negated = any(words[k].kind == "neg" for k in range(max(self.edge, at - 1), at))
        while at < len(words) and at - begin < 7:
            word = words[at]
            if word.kind == "aux":
                helpers.append(word.lower)
                one.is_negated |= word.lower.endswith("n't") or word.lower == "cannot"
            elif word.kind == "neg":
                one.is_negated = True
            elif word.kind != "adv" and not self._is_within(at, helpers):
                break
            at += 1
        last = words[at] if at < len(words) else None
        self._name_verb(one, helpers, last, at)
        return one

    def _is_within(self, at: int, helpers: list[str]) -> bool:
        """Whether a word belongs between an auxiliary and its verb: `used to`, `to`, `yet`."""
        word = self.words[at].lower
        behind = self.words[at + 1].lower if at + 1 < len(self.words) else ""
        if word == "used":
            return behind == "to" and not helpers
        return behind in BASE if word == "to" else word in _WITHIN

    def _name_verb(self, one: Draft, helpers: list[str], last: Token | None, at: int) -> None:
        base = [helper.replace("n't", "") for helper in helpers]
        base = ["can" if helper in ("ca", "cannot") else helper for helper in base]
        base = ["will" if helper == "wo" else helper for helper in base]
        one.modal = next((MODALS[helper] for helper in base if helper in MODALS), "")
        be = bool(base) and (base[-1] in _BE)
        have = any(helper in _HAVE for helper in base)
        present = base[:1] and base[0] in _PRESENT
        one.tense = "present" if present else "past"
        word = last.lower if last is not None else ""
        kind = last.kind if last is not None else ""
        if be and kind == "ing":
            one.verb = lemma(word)
        elif be and (word in PARTICIPLE or (kind == "verb" and word.endswith("ed"))):
            one.verb, one.is_passive = lemma(word), True
        elif base and base[-1] in _HAVE and (word in PARTICIPLE or word.endswith("ed")):
            one.verb = lemma(word)
        elif not be and not (base and base[-1] in _HAVE) and word in BASE:
            one.verb = lemma(word) if word not in PARTICIPLE else word
        elif base and base[-1] in _HAVE and word in BASE and self.words[at - 1].lower == "to":
            one.verb, one.modal = word, "must"
            one.verb_stop = at + 1
            return
        else:
            one.verb = "be" if be else "have" if have else "do"
            one.verb_stop = at
            if have and not be and len(base) == 1:
                return
        if have and one.tense == "past":
            one.tense = "perfect"
        if one.verb_stop != at:
            one.verb_stop = at + 1

    def _placed(self, one: Draft) -> Draft:
        """The clause with its subject: before the verb, carried over, or behind it."""
        begin, at = self.edge, one.verb_start - 1
        words = self.words
        while at >= begin and words[at].kind in ("adv", "neg"):
            at -= 1
        if at < begin:
            if not self.found:
                return self._behind(one)
            return self._past_relative(one, begin) or self._carried(one, begin)
        word = words[at]
        if word.kind == "pron":
            return self._clause(one, subject=(at, at + 1), start=at)
        if word.lower in ("who", "which", "that", "whom"):
            return self._relative(one, at)
        if word.kind == "mark":
            return self._after_mark(one, at)
        if word.kind in ("conj", "gap"):
            if word.kind == "gap" or not self.found:
                return self._behind(one)
            return self._carried(one, at)
        if word.kind in ("sub", "prep", "obj"):
            return self._carried(one, at) if self.found else self._behind(one)
        return self._phrase(one, at)

    def _clause(self, one: Draft, *, subject: tuple[int, int], start: int) -> Draft:
        one.subject, one.start = subject, start
        before = self.words[start - 1] if start else None
        if before is not None and before.kind == "sub":
            one.opener, one.start = before.lower, start - 1
        return one

    def _carried(self, one: Draft, start: int) -> Draft:
        """The subject of the clause before, past what is only governed by it."""
        one.start = start
        number = len(self.found) - 1
        while number > 0 and self.found[number].under and self.found[number].of_object:
            number -= 1
        one.same_as = number if number >= 0 else None
        return one

    def _relative(self, one: Draft, at: int) -> Draft:
        one.opener, one.start = self.words[at].lower, at
        end = at - 1 if at and self.words[at - 1].lower == "," else at
        phrase = self._noun_phrase(end - 1) if end > 0 else None
        if phrase is None:
            return one
        begin = phrase[0]
        if (
            begin > 1
            and self.words[begin - 1].lower == ","
            and self.words[begin - 2].kind == "name"
        ):
            phrase = self._noun_phrase(begin - 2) or phrase
        return self._with(one, phrase, at)

    def _with(self, one: Draft, phrase: tuple[int, int], start: int) -> Draft:
        one.subject, one.start = phrase, start
        return one

    def _after_mark(self, one: Draft, at: int) -> Draft:
        """Behind a comma: the end of an apposition, or the subject before."""
        opening = next(
            (k for k in range(at - 1, max(self.edge, at - 14), -1) if self.words[k].kind == "mark"),
            None,
        )
        if opening is not None and self.words[opening - 1].kind in ("name", "x", "pron"):
            phrase = self._noun_phrase(opening - 1)
            if phrase is not None and (not self.found or self.words[opening - 1].kind == "name"):
                return self._with(one, phrase, phrase[0])
        if self.found:
            return self._carried(one, at)
        return self._behind(one)

    def _past_relative(self, one: Draft, begin: int) -> Draft | None:
        """Behind a relative clause that nothing closes: `The man who wore the hat left`."""
        last = self.found[-1] if self.found else None
        if last is None or last.opener not in _RELATIVE:
            return None
        at = last.start
        phrase = self._noun_phrase(at - 1) if at else None
        if phrase is None or any(self.words[k].kind == "mark" for k in range(begin, one.start)):
            return None
        return self._with(one, phrase, one.verb_start)

    def _phrase(self, one: Draft, at: int) -> Draft:
        phrase = self._noun_phrase(at)
        last = self.found[-1] if self.found else None
        if phrase is not None and last is not None and last.opener in _RELATIVE:
            before = self.words[phrase[0] - 1].kind
            if phrase[0] == last.verb_stop or before == "prep":
                past = self._past_relative(one, last.verb_stop)
                if past is not None:
                    return past
        if phrase is None:
            return self._carried(one, at) if self.found else one
        return self._clause(one, subject=phrase, start=phrase[0])

    def _noun_phrase(self, at: int) -> tuple[int, int] | None:
        """The phrase that ends with a token, as `[start, stop)`; heads before `of` and `in` too."""
        words, stop = self.words, at + 1
        low = max(self.edge if self.edge <= at else 0, at - _MOST_NOUNS)
        while at >= low:
            word = words[at]
            if word.kind in ("det", "poss"):
                while at - 1 >= low and words[at - 1].kind in ("det", "poss"):
                    at -= 1
                if not self._governed(at, low):
                    return self._coordinated(at, stop, low)
                at -= 1
            elif word.kind == "pron":
                return (at, stop)
            elif word.kind == "name":
                if not self._governed(at, low) and not (
                    at - 1 >= low
                    and words[at - 1].kind in ("name", "det", "x", "owner", "poss")
                    and words[at - 1].lower not in TIME_NOUNS
                ):
                    return self._coordinated(at, stop, low)
            elif word.kind in _STOPS or word.kind in ("verb", "ing", "part", "prep", "neg"):
                break
            at -= 1
        return self._coordinated(at + 1, stop, low) if at + 1 < stop else None

    def _governed(self, at: int, low: int) -> bool:
        """Whether a preposition behind a noun governs what begins at a token: `of`, `in`, …."""
        words = self.words
        return (
            at - 2 >= low
            and words[at - 1].kind == "prep"
            and words[at - 2].kind in ("x", "base", "pres")
            and (words[at - 1].lower == "of" or self._head_is_near(at - 2, low))
        )

    def _head_is_near(self, at: int, low: int) -> bool:
        """Whether a noun phrase with a determiner, behind no preposition, ends at a token."""
        words = self.words
        while at >= low and words[at].kind in ("x", "base", "pres", "verb", "part"):
            at -= 1
        return (
            at >= low
            and words[at].kind in ("det", "poss")
            and (at == 0 or words[at - 1].kind != "prep")
        )

    def _coordinated(self, at: int, stop: int, low: int) -> tuple[int, int]:
        """With what `and` joins to a phrase: `Ana and Ben`."""
        words = self.words
        if (
            at - 2 >= low
            and words[at - 1].lower in ("and", "or")
            and words[at].kind in ("name", "poss")
        ):
            begin = at - 2
            if words[begin].kind == "name" or (self.edge == 0 and words[begin].kind in _NOUNS):
                while begin - 1 >= low and words[begin - 1].kind in ("name", "x", "det", "poss"):
                    begin -= 1
                if self.edge == 0 or words[begin - 1].kind in ("conj", "mark", "sub"):
                    return (begin, stop)
        return (at, stop)

    def _behind(self, one: Draft) -> Draft:
        """A subject behind its verb: `said Tom`, `did he know`, `In the corner sat Tom`."""
        words, at = self.words, one.verb_stop
        while at < len(words) and words[at].kind == "adv":
            at += 1
        if at >= len(words):
            return one
        if words[at].kind in ("pron", "name"):
            stop = at + 1
            while stop < len(words) and words[stop].kind == "name":
                stop += 1
        elif words[at].kind in ("det", "poss"):
            stop = at + 1
            while stop < len(words) and words[stop].kind in _NOUNS:
                stop += 1
        else:
            return one
        if words[at].kind != "name" and one.verb_start == 0 and words[at].kind != "pron":
            return one
        one.subject = (at, stop)
        one.verb_stop = stop
        follows = words[stop] if stop < len(words) else None
        if one.verb == "do" and follows is not None and follows.lower in BASE:
            one.verb, one.verb_stop = follows.lower, stop + 1
        return one

    def _complement(self, at: int) -> Draft | None:
        """`to swim`, `swimming`, and `leave` in `saw Tom leave`: verbs without a subject."""
        words, word = self.words, self.words[at]
        before = words[at - 1] if at else None
        last = self.found[-1] if self.found else None
        if word.kind == "ing" and word.lower in GERUND:
            return self._participle(at, before, last)
        if word.lower not in BASE or before is None or last is None:
            return None
        draft = Draft(verb=word.lower, verb_start=at, verb_stop=at + 1, start=at, under=last.verb)
        if before.lower == "to":
            draft.start = at - 1
            draft.is_negated = at > 1 and words[at - 2].kind == "neg"
            return self._governed_by(draft, last, at - 2, ASKING)
        if last.verb in PERCEIVING and before.kind in ("name", "obj") and at - last.verb_stop < 5:
            return self._governed_by(draft, last, at - 1, PERCEIVING)
        return None

    def _governed_by(self, draft: Draft, last: Draft, end: int, verbs: frozenset[str]) -> Draft:
        """With the subject of the governing clause, or its object where the verb asks somebody."""
        words = self.words
        if last.verb in verbs and end >= last.verb_stop and words[end].kind in ("name", "obj"):
            draft.subject, draft.of_object = (end, end + 1), True
        else:
            draft.same_as = len(self.found) - 1
        return draft

    def _participle(self, at: int, before: Token | None, last: Draft | None) -> Draft | None:
        if before is not None and before.kind in ("det", "poss", "owner", "num"):
            return None
        word = self.words[at]
        one = Draft(verb=lemma(word.lower), verb_start=at, verb_stop=at + 1, start=at)
        if before is not None and before.kind == "prep":
            one.start, one.is_negated = at - 1, before.lower == "without"
            if before.lower not in ("without", "by", "from", "with", "in", "on", "for"):
                return None
        if last is None:
            return (
                one if at == 0 or (before is not None and before.kind in ("sub", "mark")) else None
            )
        near = before is not None and before.kind in ("name", "obj") and at - last.verb_stop < 5
        if near and last.verb in PERCEIVING:
            one.subject, one.of_object, one.under = (at - 1, at), True, last.verb
            return one
        if before is not None and before.kind in ("x", "num"):
            return None
        if last.verb_stop == at:
            one.under = last.verb
        return self._carried(one, one.start)
