"""Indonesian clauses: a verb by its prefix or root, and the noun phrase before it.

Passives with a known doer (`diambilnya`, `kubuka`, `dibaca Sari`, `dibuka oleh Sari`) are turned
round, so that the doer is the subject. A segment without a verb whose first noun is a person or
somebody's feature is a predicate of it: `Rambutnya hitam`, `Sari seorang dokter`.
"""

from collections.abc import Sequence

from groundsmith.recipes.story.grammar.clauses import Draft
from groundsmith.recipes.story.grammar.tokens import Token
from groundsmith.recipes.story.words.indonesian_verbs import root
from groundsmith.recipes.story.words.phrases import (
    AUXILIARIES_ID,
    COUNTING_ID,
    TIME_NOUNS,
    WHEN_ID,
)
from groundsmith.verify.words.listing import listed

_STOPS = frozenset({"mark", "gap", "sub", "conj", "verb", "neg"})
_SKIPPED = frozenset({"adv", "neg"})
_PERSON_WORDS = frozenset({"name", "pron"})
_IS = listed("adalah ialah merupakan bernama seorang seekor bukan punya")
_CLOCKS = listed("saku dinding tangan weker duduk antik tua emas")
"""What makes a clock of an hour."""
_BORDER = frozenset({"mark", "gap", "conj", "sub"})


def parse(words: Sequence[Token]) -> list[Draft]:
    """The clauses of a sentence in order, their people as spans of tokens."""
    return _Sentence(words).clauses()


class _Sentence:
    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.found: list[Draft] = []
        self.edge = 0

    def clauses(self) -> list[Draft]:
        at = 0
        while at < len(self.words):
            word = self.words[at]
            if word.lower == "sakit" and at and self.words[at - 1].lower == "rumah":
                at += 1
                continue
            if word.kind in _BORDER and (one := self._verbless(at)) is not None:
                self.found.append(one)
                self.edge = one.stop
                at = max(at, one.stop)
            if word.kind != "verb":
                at += 1
                continue
            one = self._clause(at)
            self.found.append(one)
            at = self.edge = max(one.verb_stop, at + 1)
        last = self._verbless(len(self.words))
        if last is not None:
            self.found.append(last)
        stops = [*(one.start for one in self.found[1:]), len(self.words)]
        for one, stop in zip(self.found, stops, strict=False):
            one.stop = stop
        return self.found

    def _clause(self, at: int) -> Draft:
        word = self.words[at]
        one = Draft(verb=root(word.lower), verb_start=at, verb_stop=at + 1, start=at, tense="past")
        begin = at - 1
        while begin >= self.edge and self.words[begin].kind in _SKIPPED:
            helper = self.words[begin].lower
            one.is_negated |= self.words[begin].kind == "neg"
            one.modal = one.modal or AUXILIARIES_ID.get(helper, "")
            begin -= 1
        self._place(one, begin)
        if word.lower.startswith(("di", "ku")) and not word.lower.startswith("diam"):
            self._turn(one, at)
        return one

    def _place(self, one: Draft, at: int) -> None:
        """Gives a clause its subject: the phrase that ends with a token, or the one before."""
        words = self.words
        if at < self.edge:
            self._carry(one, self.edge)
            if not self.found:
                self._behind(one)
            return
        word = words[at]
        if word.lower == "yang":
            one.opener, one.start = "yang", at
            one.subject = self._phrase(at - 1 if words[at - 1].lower != "," else at - 2, 0)
            return
        if word.kind == "mark" and self._apposed(one, at):
            return
        if word.kind in ("mark", "conj", "gap", "sub", "prep"):
            one.opener = word.lower if word.kind == "sub" else ""
            self._carry(one, at)
            if word.kind == "gap" or (not self.found and word.kind == "mark"):
                self._behind(one)
            return
        one.subject = self._phrase(at, self.edge)
        one.start = one.subject[0] if one.subject else at
        if one.subject and one.start and words[one.start - 1].kind == "prep":
            self._past_place(one, one.start - 1)
        before = words[one.start - 1] if one.start else None
        if before is not None and before.kind == "sub":
            one.opener, one.start = before.lower, one.start - 1

    def _apposed(self, one: Draft, at: int) -> bool:
        """`Mas Danu, yang sulung, berumur`: a name, and an apposition between commas."""
        words = self.words
        opening = next(
            (k for k in range(at - 1, max(self.edge, at - 12), -1) if words[k].kind == "mark"), None
        )
        if self.found or opening is None or words[opening - 1].kind != "name":
            return False
        one.subject = self._phrase(opening - 1, self.edge)
        one.start = one.subject[0] if one.subject else at
        return one.subject is not None

    def _past_place(self, one: Draft, at: int) -> None:
        """A preposition governs what stands before the verb: the subject is before it, or behind.

        `kapal dari Waru merapat`: the ship; `di dagunya tumbuh jenggot`: the beard; but
        `di rumah Sari duduk`: Sari.
        """
        words = self.words
        before = words[at - 1].kind if at > self.edge else ""
        if before in ("x", "name", "dem"):
            head = self._phrase(at - 1, self.edge)
            if head is not None:
                one.subject, one.start = head, head[0]
            return
        if one.subject and words[one.subject[0]].kind not in _PERSON_WORDS:
            last = one.subject[1] - 1
            if words[last].kind in _PERSON_WORDS and last > one.subject[0]:
                first = last
                while words[first - 1].kind == "name":
                    first -= 1
                one.subject = (first, last + 1)
                return
            one.subject, one.start = None, at
            self._behind(one)

    def _carry(self, one: Draft, start: int) -> None:
        one.start = start
        one.same_as = len(self.found) - 1 if self.found else None

    def _behind(self, one: Draft) -> None:
        """`kata Sari`, `datanglah Sari`: the doer behind the verb."""
        words, at = self.words, one.verb_stop
        stop = at
        while stop < len(words) and words[stop].kind in ("name", "pron") and stop - at < 4:
            stop += 1
        if stop > at and not words[one.verb_start].lower.startswith("me"):
            one.subject, one.same_as, one.verb_stop = (at, stop), None, stop
        elif words[one.verb_start].lower.endswith("ku") and one.same_as is None:
            one.is_self = True
        elif words[one.verb_start].lower.endswith("nya") and one.same_as is None:
            one.owner_agent = True
        elif stop < len(words) and words[stop].kind == "x" and one.same_as is None:
            while stop < len(words) and words[stop].kind in ("x", "dem", "name") and stop - at < 4:
                stop += 1
            one.subject, one.verb_stop = (at, stop), stop

    def _phrase(self, at: int, low: int) -> tuple[int, int] | None:
        """The noun phrase that ends with a token, without a phrase of time before it."""
        words, stop = self.words, at + 1
        while at >= low and words[at].kind not in _STOPS and words[at].kind != "prep":
            if words[at].kind == "dem" and at - 1 >= low and words[at - 1].lower in TIME_NOUNS:
                break
            if words[at].kind in _PERSON_WORDS and self._stands_alone(at, low):
                return self._coordinated(at, stop, low)
            at -= 1
        start = self._past_when(at + 1, stop)
        return (start, stop) if start < stop else None

    def _past_when(self, at: int, stop: int) -> int:
        """Where a phrase begins once it has said when: `dua puluh tahun Rajan`, `tengah malam ia`.

        Only a phrase that opens with a time or a number says when, and only with something behind.
        """
        words, end = self.words, at
        for k in range(at, stop):
            lower = words[k].lower
            counts = words[k].kind == "num" or lower in COUNTING_ID
            if not counts and lower not in TIME_NOUNS and not (lower in WHEN_ID and k > at):
                break
            if lower == "jam" and k + 1 < stop and words[k + 1].lower in _CLOCKS:
                break
            if not counts or (k == end and k > at):
                end = k + 1
        return end if end < stop else at

    def _stands_alone(self, at: int, low: int) -> bool:
        """Whether a name or pronoun is no possessor: no noun stands right before it."""
        if at - 1 < low:
            return True
        before = self.words[at - 1]
        if self.words[at].lower in ("ia", "aku", "kami", "kita"):
            return True
        if before.kind == "name":
            return False
        if before.kind != "x" or before.lower.endswith("nya"):
            return True
        return before.lower in TIME_NOUNS or before.lower in WHEN_ID

    def _coordinated(self, at: int, stop: int, low: int) -> tuple[int, int]:
        words = self.words
        if (
            at - 2 >= low
            and words[at - 1].lower in ("dan", "serta")
            and words[at - 2].kind == "name"
        ):
            begin = at - 2
            while begin - 1 >= low and words[begin - 1].kind == "name":
                begin -= 1
            return (begin, stop)
        return (at, stop)

    def _turn(self, one: Draft, at: int) -> None:
        """A passive: the doer is the subject where the text names one."""
        words = self.words
        lower = words[at].lower
        patient = one.subject
        if lower.startswith("ku"):
            one.is_self = True
        elif lower.endswith("nya") and len(lower) > 7:
            one.owner_agent = True
        elif at + 1 < len(words) and words[at + 1].kind in _PERSON_WORDS:
            one.agent = self._run(at + 1)
        elif at + 2 < len(words) and words[at + 1].lower == "oleh":
            one.agent = self._run(at + 2)
        else:
            one.is_passive = True
            return
        one.subject = patient
        one.is_passive = False

    def _run(self, at: int) -> tuple[int, int]:
        stop = at + 1
        while stop < len(self.words) and self.words[stop].kind in ("name", "x") and stop - at < 3:
            stop += 1
        return (at, stop)

    def _verbless(self, stop: int) -> Draft | None:
        """A predicate without a verb that ends before a token."""
        words, begin = self.words, stop
        while begin > self.edge and words[begin - 1].kind not in _BORDER:
            begin -= 1
        if self.found and begin == self.edge and words[begin - 1].kind not in _BORDER:
            return None
        while begin < stop and words[begin].kind == "adv":
            begin += 1
        if stop - begin < 2 or any(words[k].kind == "prep" for k in range(begin, begin + 1)):
            return None
        head = begin
        while head < stop and words[head].kind == "name":
            head += 1
        if head == begin:
            first = words[begin]
            if first.kind == "pron" or (first.kind == "x" and first.lower.endswith(("nya", "ku"))):
                head = begin + 1
            elif begin + 1 < stop and words[begin + 1].kind in ("dem", "name"):
                head = begin + 2
            elif begin + 2 < stop and first.kind == "x" and words[begin + 2].kind == "name":
                head = begin + 3
            else:
                return self._predicate(begin, stop)
        if head >= stop:
            return None
        if begin and words[begin - 1].kind == "conj" and self.edge and words[begin].kind == "name":
            return None
        return self._be(begin, (begin, head), head, stop)

    def _predicate(self, begin: int, stop: int) -> Draft | None:
        """`…, seorang dokter` without a subject of its own."""
        if self.found or self.words[begin].lower not in _IS:
            return None
        return self._be(begin, None, begin, stop)

    def _be(self, start: int, subject: tuple[int, int] | None, at: int, stop: int) -> Draft:
        negated = any(self.words[k].kind == "neg" for k in range(at, min(stop, at + 3)))
        while at < stop and self.words[at].kind in _SKIPPED:
            at += 1
        return Draft(
            verb="be", verb_start=at, verb_stop=at, start=start, stop=stop, subject=subject,
            tense="past", is_negated=negated,
        )  # fmt: skip
