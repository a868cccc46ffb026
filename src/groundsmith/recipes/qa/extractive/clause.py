"""The main clause of an English sentence: lead, subject, finite verb, rest.

There is no parser here. A clause is read left to right with closed word classes and a closed
list of verbs, and given up at the first thing that does not fit; most sentences of a text are
given up, and the few that remain can be turned into a question without harm.
"""

import re
from dataclasses import dataclass

from groundsmith.recipes.qa.extractive.finite import finite, forms
from groundsmith.recipes.qa.extractive.verbs import (
    BASE_OF_PAST,
    BASE_OF_THIRD,
    PAST_OF_PARTICIPLE,
)
from groundsmith.recipes.qa.extractive.words import (
    DANGLING,
    PREPOSITIONS,
    Tag,
    Token,
    is_adverb,
    terms,
)

_BREAK = {Tag.CONJUNCTION, Tag.PUNCTUATION, Tag.PRONOUN}
_TAIL = terms("in at on of for from with by during between under over near among as to")
_EMPTY_SETTINGS = terms("addition contrast example fact general instance particular turn")
_VAGUE = re.compile(
    r"\b(?:beginning|case|cases|date|end|event|first|meantime|moment|period|point|practice|process|"
    r"response|result|same|theory|time|times|way|ways|years?|months?|days?|weeks?)$"
)
_LINKS = terms("however therefore thus hence today")
_POSSESSIVE = terms("its their his her")
_HANGING = re.compile(r"\b(?:not|only|just|also|both|either|neither|so|more|less|as|such|even)$")
_GOES_ON = re.compile(
    r"\s*,\s(?!(?:which|who|whom|whose|where|when|while|whereas|although|though|but|after|before|"
    r"with|without|as|since|because|an?|one|making|becoming|including|[a-z]+ing)\b)"
    r"|\s*(?:that|than|whether|if|what|how|unless|so)\b"
)
_SPACES = re.compile(r"\s+")
MAX_SETTING_WORDS = 7
_YEAR_LEAD = re.compile(
    r"(?:In|By|Around|On) (?:(?:early |late |mid-)?\d{4}s?|[A-Z]\w+ \d{1,2}, \d{4}"
    r"|[A-Z]\w+,? \d{4}),? (?=[A-Z]|the )"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A main clause, as offsets into its sentence.

    Attributes:
        lead: Span of an adverbial before the subject, its comma left out; empty without one.
        subject: Span of the subject, appositions and parentheses after it left out.
        auxiliary: The finite auxiliary, or "" where the verb is simple past or present.
        base: Base form of the verb, where there is no auxiliary.
        rest: Where the text after the finite verb starts.
        stop: Where the clause ends, final punctuation left out.
        tokens: The tokens of the rest.
    """

    text: str
    lead: tuple[int, int]
    subject: tuple[int, int]
    auxiliary: str
    base: str
    support: str
    rest: int
    stop: int
    tokens: tuple[Token, ...]

    @property
    def subject_text(self) -> str:
        """The subject as written."""
        return self.text[slice(*self.subject)]

    @property
    def act(self) -> tuple[str, str, int]:
        """Base form of the main verb, how a question says it at its end, and where it stops.

        The base form is "" where the verb is in the passive, or none of the list.
        """
        if self.base:
            return self.base, self.base, self.rest
        done = next((token for token in self.tokens if not is_adverb(token)), None)
        if self.auxiliary not in ("has", "have", "had") or done is None:
            return "", "", self.rest
        past = PAST_OF_PARTICIPLE.get(done.low, "")
        return BASE_OF_PAST.get(past, ""), done.low, done.stop

    @property
    def setting(self) -> str | None:
        """The lead as it reads at a question's end; None where it is too heavy to stand there."""
        lead = self.text[slice(*self.lead)].strip()
        if not lead:
            return ""
        first, _, rest = lead.partition(" ")
        if len(lead.split()) > MAX_SETTING_WORDS or "," in lead.rstrip(",") or not rest:
            return None
        if rest.lower() in _EMPTY_SETTINGS:
            return ""
        if _VAGUE.search(rest) or any(word in DANGLING for word in rest.lower().split()):
            return None
        return f"{first.lower()} {rest}"

    def ask(self, wh: str, subject: str, gap: tuple[int, int], *, head: str = "") -> str | None:
        """The question that the text in `gap` answers; None where the remains do not hold.

        Args:
            wh: The question word or phrase.
            subject: The subject as it stands inside a sentence.
            gap: Span of the answer, with the preposition that the question word replaces.
            head: What of the gap stays in the question, right before its end.
        """
        before = self.text[self.rest : gap[0]].strip()
        if not self._is_plain(self.rest, gap[0]) or _HANGING.search(before):
            return None
        after = self._tail(gap[1])
        if after is None:
            return None
        verb = (self.auxiliary,) if self.auxiliary else (self.support,)
        parts = (wh, *verb, subject, self.base, before, after, head)
        return _SPACES.sub(" ", " ".join(part for part in parts if part)) + "?"

    def _is_plain(self, start: int, stop: int) -> bool:
        """Whether the text there holds one phrase: no second verb, clause, comma or pointer."""
        inside = [token for token in self.tokens if start <= token.start < stop]
        verbs = 0
        for place, token in enumerate(inside):
            if token.tag in _BREAK and token.low not in _POSSESSIVE:
                return False
            if token.tag in (Tag.AUXILIARY, Tag.MODAL) and token.low not in ("been", "be"):
                return False
            if token.tag is Tag.WORD and token.low in PAST_OF_PARTICIPLE:
                verbs += 1
                attribute = place + 1 < len(inside) and inside[place + 1].tag in (
                    Tag.WORD,
                    Tag.NAME,
                )
                if (verbs > 1 and not attribute) or (not self.auxiliary and not attribute):
                    return False
        return True

    def _tail(self, start: int) -> str | None:
        """What follows the gap up to the next boundary, if it is a phrase that can stand there."""
        ahead = [token for token in self.tokens if start <= token.start < self.stop]
        if not ahead:
            return ""
        if ahead[0].tag is Tag.AND and len(ahead) > 1:
            return "" if _is_verb(ahead[1]) else None
        if ahead[0].tag is Tag.CONJUNCTION or ahead[0].text in ",;:—–":
            return "" if ends_whole(self.text, ahead[0].start) else None
        if ahead[0].low not in _TAIL:
            return None
        end = self.stop
        for place, token in enumerate(ahead):
            if token.tag is Tag.AND and _is_verb(
                ahead[place + 1] if place + 1 < len(ahead) else token
            ):
                end = token.start
                break
            if token.low in DANGLING or token.text in '()"“”':
                return None
            if token.tag in _BREAK:
                end = token.start
                if not ends_whole(self.text, end):
                    return None
                break
        tail = self.text[start:end].strip()
        if not self._is_plain(start, end) or tail.rsplit(" ", 1)[-1].lower() in PREPOSITIONS:
            return None
        return tail


def _is_verb(token: Token) -> bool:
    return (
        token.tag in (Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB)
        or token.low in BASE_OF_PAST
        or token.low in PAST_OF_PARTICIPLE
        or token.low in BASE_OF_THIRD
    )


def ends_whole(text: str, stop: int) -> bool:
    """Whether a phrase that ends at `stop` is whole: no list and no clause goes on after it."""
    return _GOES_ON.match(text, stop) is None


def clause(text: str, tokens: list[Token]) -> Clause | None:
    """The main clause of a sentence, or None where it cannot be read with certainty."""
    if len(tokens) < 4:
        return None
    stop = tokens[-1].start if tokens[-1].text in ".!" else tokens[-1].stop
    lead, first = _lead(text, tokens)
    found = finite(tokens, first)
    if found is None:
        return None
    subject_stop, at = found
    verb = tokens[at]
    following = tuple(tokens[at + 1 :])
    auxiliary, base, support = forms(verb, following)
    return Clause(
        text=text,
        lead=lead,
        subject=(tokens[first].start, tokens[subject_stop - 1].stop),
        auxiliary=auxiliary,
        base=base,
        support=support,
        rest=verb.stop,
        stop=stop,
        tokens=following,
    )


def _lead(text: str, tokens: list[Token]) -> tuple[tuple[int, int], int]:
    """Span of the adverbial before the first comma, and the index of the subject's first token."""
    if tokens[1].text == "," and (tokens[0].tag is Tag.ADVERB or tokens[0].low in _LINKS):
        return (0, 0), 2
    if tokens[0].tag is not Tag.PREPOSITION:
        return (0, 0), 0
    if year := _YEAR_LEAD.match(text):
        first = next(at for at, token in enumerate(tokens) if token.start >= year.end())
        return (0, len(year.group().rstrip(" ,"))), first
    for at, token in enumerate(tokens[:16]):
        if token.text == ",":
            return (0, token.start), at + 1
        if token.tag in (Tag.AUXILIARY, Tag.MODAL, Tag.CONJUNCTION):
            break
    return (0, 0), 0
