"""May, must, will: a claim that is surer, or stricter, than its evidence, or less so."""

from groundsmith.verify.checks.case import Case, Objection
from groundsmith.verify.cues import MODAL, Cue
from groundsmith.verify.pairing import TOLD, Pairing, Place
from groundsmith.verify.reading import Reading
from groundsmith.verify.words.listing import listed

_REACH = 6
AGAINST = {
    "must": "may neednot mustnot might",
    "should": "must mustnot neednot",
    "may": "must should sure mustnot",
    "mustnot": "must may neednot",
    "neednot": "must mustnot",
    "might": "sure will must done",
    "likely": "sure done doubt",
    "doubt": "sure likely done",
    "sure": "might likely doubt",
    "will": "done",
    "plan": "done sure",
    "would": "done",
}
"""What may not be said where the source says the word before the colon."""
OPEN = listed("might plan will would")
"""What the source says of things that need not have come to pass."""


def check(case: Case) -> list[Objection]:
    """An objection to each verb that is told with another modality than the source's."""
    return _told(case) or _untold(case)


def _told(case: Case) -> list[Objection]:
    """Objections where both say how surely."""
    pairing = case.pairing
    found: list[Objection] = []
    for cue in pairing.claim.cues:
        if cue.kind != MODAL:
            continue
        place = _place(pairing, cue)
        theirs = _governing(pairing.shown[place.shown], place.at) if place else []
        if not place or not theirs:
            continue
        mine, its = value_of(pairing.claim, cue), _values(pairing, place, theirs)
        if not mine or not its[0] or mine in its:
            continue
        other = theirs[0]
        if _bounded(pairing, place) or (cue.value == "done" and _hedged(pairing.claim, cue)):
            continue
        if mine in AGAINST.get(its[0], "").split():
            found.append(_objection(case, cue.first, cue.last, place, other))
    return found


def value_of(text: Reading, cue: Cue) -> str:
    """What a cue says with the negation before it; nothing where that is not known."""
    if not any(cue.first - 2 <= n < cue.first for n in text.negators):
        return cue.value
    return {"must": "neednot", "may": "mustnot", "neednot": "must", "mustnot": "may"}.get(
        cue.value, ""
    )


def _values(pairing: Pairing, place: Place, theirs: list[Cue]) -> list[str]:
    """What the source's cues say; nothing in a question."""
    shown = pairing.shown[place.shown]
    bounds = shown.analysis.sentence_bounds(*[shown.analysis.sentences[place.at]] * 2)
    if shown.analysis.text[bounds[0] : bounds[1]].rstrip().endswith("?"):
        return [""]
    return [value_of(shown, cue) for cue in theirs]


def _bounded(pairing: Pairing, place: Place) -> bool:
    """Whether either tells a bound or an exception, so that what may be done is told by it."""
    return any(one.value in ("atmost", "least", "only") for one in pairing.claim.cues) or any(
        one.value == "only" and one.first < place.at for one in pairing.shown[place.shown].cues
    )


def _place(pairing: Pairing, cue: Cue) -> Place | None:
    """Where the source has the verb that the cue is about."""
    claim = pairing.claim
    behind = [at for at in claim.content if cue.last < at <= cue.last + _REACH][:2]
    ahead = [at for at in claim.content if cue.first - _REACH <= at < cue.first]
    for at in behind or list(reversed(ahead)):
        if claim.clauses[at] == claim.clauses[cue.first] and pairing.matches(at):
            place = pairing.best(at, pairing.matches(at)).place
            return place if place and pairing.told(at, place) >= TOLD else None
    return None


def _hedged(text: Reading, done: Cue) -> bool:
    """Whether the clause of an auxiliary says as well that it need not be so."""
    return any(
        cue.kind == MODAL
        and cue.value != "done"
        and text.clauses[cue.first] == text.clauses[done.first]
        for cue in text.cues
    )


def _governing(text: Reading, at: int) -> list[Cue]:
    """The modal cues of the word's clause, the nearest before it first."""
    near = [
        cue
        for cue in text.cues
        if cue.kind == MODAL and text.clauses[cue.first] == text.clauses[at]
    ]
    return sorted(near, key=lambda cue: (cue.first > at, abs(cue.first - at)))


def _untold(case: Case) -> list[Objection]:
    """An objection where the claim tells as done what the source leaves open."""
    pairing = case.pairing
    mine = pairing.claim
    if any(cue.kind == MODAL and cue.value != "done" for cue in mine.cues):
        return []
    if not any(cue.value in OPEN for shown in pairing.shown for cue in shown.cues):
        return []
    for at in mine.content:
        if not _is_past(mine, at) or mine.is_denied(at):
            continue
        place = pairing.best(at, pairing.matches(at)).place
        if place is None or _is_past(pairing.shown[place.shown], place.at):
            continue
        before = [
            cue
            for cue in _governing(pairing.shown[place.shown], place.at)
            if 0 < place.at - cue.last <= 4 and cue.value in OPEN
        ]
        if before and pairing.told(at, place) >= TOLD:
            return [_objection(case, at, at, place, before[0])]
    return []


def _is_past(text: Reading, at: int) -> bool:
    """Whether a verb's form, or the word before it, tells that it has come to pass."""
    word = text.words[at]
    if text.indonesian:
        return at > 0 and text.words[at - 1] in ("telah", "sudah")
    if len(text.meanings[at].roots) > 1 and word not in (
        "left",
        "read",
        "ground",
        "lives",
        "leaves",
    ):
        return True
    return word.endswith("ed") and len(word) > 4


def _objection(case: Case, first: int, last: int, place: Place, theirs: Cue) -> Objection:
    """An objection to the claim's words `first` to `last`."""
    its = range(min(theirs.first, place.at), max(theirs.last, place.at) + 1)
    return case.objection(
        case.words_of(first, last),
        "modality-differs",
        source=case.words_at(place, its[0], its[-1]),
        bearing=case.bearing(
            first,
            Place(place.shown, theirs.first),
            range(first, last + 1),
            range(theirs.first, theirs.last + 1),
        ),
    )
