"""Who does what stands at an offset of a sentence, by its clauses."""

import re
from collections.abc import Sequence

from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.words.roles import PERSONS
from groundsmith.verify.words.listing import listed


def clause_at(line: Line, at: int) -> Clause | None:
    """The clause that an offset lies in: the last that begins before it."""
    found = [one for one in line.clauses if one.start <= at < max(one.stop, one.verb_at + 1)]
    return max(found, key=lambda one: one.start) if found else None


def doer_at(line: Line, at: int) -> str | None:
    """The subject of that clause, where it is somebody."""
    clause = clause_at(line, at)
    return clause.subject if clause is not None else None


def is_others(line: Line, who: str) -> bool:
    """Whether a name only says whose relative or friend somebody is: Cucu Sarpin membaca."""
    return any(
        one.key == who and _RELATIVE.search(line.sentence.told[: one.start])
        for one in line.mentions
    )


def is_certain(who: str, line: Line, story_lines: Sequence[Line], at: int) -> bool:
    """Whether it is beyond doubt that a line means somebody.

    They are named in it, or nobody else was in the last lines that named anybody. A mere man,
    woman or child may be anybody.
    """
    if who.startswith("beast:"):
        return True
    told = line.sentence.told
    named = [one for one in (*line.mentions, *line.kin) if one.key == who]
    if named and not _OPENS_PRONOUN.match(told):
        return True
    if _BURIED.search(told) and not who.startswith("("):
        return False
    if who.startswith("("):
        return who.strip("()") not in PERSON_NOUNS
    for before in reversed(story_lines[max(0, at - _LOOKS_BACK) : at]):
        last = {one.key for one in (*before.mentions, *before.kin)}
        if last:
            return who in last and len({one.partition(":")[2] or one for one in last}) == 1
    return False


def is_real(clause: Clause) -> bool:
    """Whether a clause tells that something happens: not denied, supposed, or of another time."""
    return (
        not clause.is_negated
        and not clause.modal
        and clause.tense in ("past", "present")
        and clause.opener not in _UNREAL
    )


_LOOKS_BACK = 3
_BURIED = re.compile(r"\b(?:bur(?:y|ied)|cremated|\w*k?ubur\w*|\w*makam\w*)\b", re.I)
"""Who is buried is dead already, and not whom the last lines show alive."""
_OPENS_PRONOUN = re.compile(r"\W*(?:he|she|ia|dia|beliau)\b", re.I)
PERSON_NOUNS = frozenset(noun for nouns in PERSONS.values() for noun in nouns)
_RELATIVE = re.compile(
    r"\b(?:cucu|kakak|adik|anak|teman|kawan|sahabat|sepupu|keponakan|istri|suami|saudara"
    r"|tetangga|pembantu|murid|guru|mertua|menantu|majikan) $",
    re.I,
)
_UNREAL = listed(
    """
    if unless whether lest like though than before until kalau jika bila apabila seandainya andai
    seolah seakan sebelum sampai hingga agar supaya daripada seperti
    """
)
