"""All clauses of an English sentence that can be asked by themselves.

Besides the main clause: a predicate joined to it by "and", a clause after a semicolon or after
", and", ", but", ", while", and a relative clause right behind a name. Nothing is taken from below
a "that" or an "if", because it is not the author who says it.
"""

from collections.abc import Iterator
from dataclasses import replace

from groundsmith.recipes.qa.extractive.clause import Clause, clause
from groundsmith.recipes.qa.extractive.finite import forms, is_verb_after
from groundsmith.recipes.qa.extractive.verbs import BASE_OF_PAST, BASE_OF_THIRD
from groundsmith.recipes.qa.extractive.words import BE, PREPOSITIONS, Tag, Token, terms

_JOINS = terms("and but while whereas")
_BELOW = terms("that whether if because when although though unless since as said where")
_RELATIVE = terms("which who")
_NAME_LINKS = terms("of and or & de von van")


def clauses(text: str, tokens: list[Token]) -> tuple[Clause, ...]:
    """The clauses of a sentence in their order, each with a subject of its own or its main one's.

    The main clause ends where a predicate or clause that is taken from it begins.
    """
    main = clause(text, tokens)
    apart = [main] if main else []
    cuts = _cuts(text, tokens) if main else []
    for place, (stop, start) in enumerate(cuts):
        until = cuts[place + 1][0] if place + 1 < len(cuts) else len(tokens)
        if further := clause(text, tokens[start:until]):
            apart[-1] = _until(apart[-1], tokens[stop].start)
            apart.append(further)
    return (*(one for told in apart for one in _parted(told)), *_relative(text, tokens))


def _parted(told: Clause) -> tuple[Clause, ...]:
    """The clause, and its second predicate as a clause of the same subject."""
    at = _join(told)
    if at < 0:
        return (told,)
    verb, following = told.tokens[at + 1], told.tokens[at + 2 :]
    auxiliary, base, support = forms(verb, following)
    second = replace(
        told,
        lead=(0, 0),
        auxiliary=auxiliary,
        base=base,
        support=support,
        rest=verb.stop,
        tokens=following,
    )
    return _until(told, told.tokens[at].start), second


def _until(told: Clause, stop: int) -> Clause:
    """The clause, cut off before `stop`."""
    if stop <= told.rest or stop >= told.stop:
        return told
    while told.text[stop - 1] in " ,;":
        stop -= 1
    return replace(told, stop=stop, tokens=tuple(t for t in told.tokens if t.start < stop))


def _cuts(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """Where a clause ends and where the next begins, as indices of tokens."""
    found: list[tuple[int, int]] = []
    if '"' in text or "“" in text or ":" in text:
        return found
    for at, token in enumerate(tokens[:-4]):
        if token.low in _BELOW:
            break
        if token.text == ";":
            found.append((at, at + 1))
        elif token.text == "," and tokens[at + 1].low in _JOINS:
            found.append((at, at + 2))
    return found


def _join(main: Clause) -> int:
    """Index of the "and" before a second predicate of the clause; -1 without one."""
    tokens = main.tokens
    for at, token in enumerate(tokens[:-2]):
        if token.tag in (Tag.CONJUNCTION, Tag.MODAL) or token.text in ":;(":
            return -1
        if token.tag is Tag.AND and at and _same_tense(main, tokens[at + 1]):
            return at
    return -1


def _same_tense(main: Clause, verb: Token) -> bool:
    """Whether a verb after "and" must belong to the main clause's subject."""
    if main.auxiliary:
        return main.auxiliary in BE and verb.low in ("is", "was", "has", "had")
    known = BASE_OF_PAST if main.support == "did" else BASE_OF_THIRD
    return main.support != "do" and verb.tag is Tag.WORD and verb.low in known


def _relative(text: str, tokens: list[Token]) -> Iterator[Clause]:
    """Clauses of ", which was …" and ", who …" right behind a name inside the sentence."""
    for at in range(2, len(tokens) - 3):
        if tokens[at].low not in _RELATIVE or tokens[at - 1].text != ",":
            continue
        verb = tokens[at + 1]
        first = _name_before(tokens, at - 1)
        being = verb.low in BE or verb.low in ("has", "had")
        if first is None or not (
            being or (tokens[at].low == "who" and is_verb_after(tokens, at + 1, at))
        ):
            continue
        end = next((t for t in tokens[at + 2 :] if t.text in ",;.)"), None)
        stop = end.start if end else len(text)
        following = tuple(t for t in tokens[at + 2 :] if t.start < stop)
        if not following:
            continue
        auxiliary, base, support = forms(verb, following)
        yield Clause(
            text=text,
            lead=(0, 0),
            subject=(tokens[first].start, tokens[at - 2].stop),
            auxiliary=auxiliary,
            base=base,
            support=support,
            rest=verb.stop,
            stop=stop,
            tokens=following,
        )


def _name_before(tokens: list[Token], stop: int) -> int | None:
    """Index of the first token of the name that ends right before `stop`, its article included."""
    first = stop
    while first > 0 and tokens[first - 1].tag is Tag.NAME:
        first -= 1
    if first == stop or first < 1:
        return None
    before = tokens[first - 1]
    if before.low in _NAME_LINKS or before.text == ",":
        return None
    if before.low == "the":
        return first - 1
    return first if before.low in PREPOSITIONS or before.low in BASE_OF_PAST else None
