"""The dead who act: who has died in the story speaks, walks or works afterwards.

Memories, dreams, pictures and ghosts may show the dead. A namesake ("they named him Josse") ends
the rule for that name.
"""

import re
from collections import Counter
from collections.abc import Iterator

from groundsmith.recipes.story.bible.deaths import FROM_THE_BEGINNING, facts, is_earlier
from groundsmith.recipes.story.bible.fact import Fact
from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.findings import Finding, Severity, believable
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.people.doers import is_others, is_real
from groundsmith.recipes.story.people.line import Act, Line
from groundsmith.recipes.story.people.people import SELF
from groundsmith.recipes.story.reading import BACK, Mode, Sentence
from groundsmith.verify.words.listing import listed

_STILL = listed(
    """
    was were had is are has lay lies died did does owned left meant taught wore built told
    became belonged loved meninggal mati berbaring berada berumur bernama berusia menjadi
    tahu sayang suka mencintai knew loved mewariskan meninggalkan berarti memiliki
    merupakan terbaring bermakna gone carved killed
    buried drowned needed seemed saw
    """
)
_STATES = listed(
    """
    have do lie die know love want like tahu sayang suka cinta ada mati tinggal baring nama
    umur usia jadi arti milik own leave mean belong
    """
)
"""Verbs in their base form of which the dead are still the subject."""
_SEEN = listed("see spot meet greet lihat temui jumpai")
"""What others do to who lives: Jack was seen that evening."""
_LOOKING_BACK = re.compile(
    r"\b(?:as|when|where|that|since|because|whom|what|before|which|way|ever|if|yang|waktu"
    r"|ketika|tempat|sejak"
    r"|seperti|sebelum|bahwa|karena|cara|apa|dulu|sebagaimana|andai|kalau|dream|voice|ghost|had"
    r"|whose|used"
    r"|like|than|once|thought|saat|sepeninggal|sepanjang|walau\w*|warisan|milik"
    r"|tanggal)\W+(?:\w+\W+){0,2}$",
    re.I,
)
_THAT_DAY = re.compile(r"^\W*that \w+,? ", re.I)
_BEFORE_DYING = re.compile(
    r"\b(?:before (?:he|she|they) (?:died|passed)|before (?:his|her) death|sebelum (?:meninggal"
    r"|berpulang|wafat|gugur|tewas|kematian|mati)\w*)\b",
    re.I,
)
_IN_MIND = re.compile(
    r"\b(?:dream\w*|imagin\w*|remember\w*|thought of|pictur\w*|ghost of|wish\w*|apparently|rupanya"
    r"|ternyata|bermimpi|mimpi\w*"
    r"|membayangkan|terbayang\w*|ingat|teringat|mengingat)\b",
    re.I,
)
_BURIED = re.compile(
    r"\b(?:grave\w*|cemetery|churchyard|ground|tomb|coffin|heaven|peace|mind|heart|sea|river|past"
    r"|photo\w*|picture|makam|kubur\w*|tanah|surga|hati|laut|sungai|foto)\b|\d",
    re.I,
)
_FAMILY = re.compile(
    r"\b(?:brothers|sisters|twins|family|boys|girls|couple|keluarga|bersaudara)\b", re.I
)
_NAMESAKE = re.compile(
    r"\b(?:named|christened|called) (?:him|her|it|after|[A-Z]\w+ (?:like|after))|diberi nama"
    r"|dinamai|menamai|named after|nama\w* sama",
    re.I,
)
_ALIVE = re.compile(
    r"\b(?:(?:was|is) (?:not dead|alive)|had not died|came back to life|resurrected|(?<!not"
    r" )(?<!never )survived"
    r"|(?:ternyata )?masih hidup|tidak jadi mati|hidup kembali"
    r"|(?<!tidak )(?<!tak )(?<!pun )selamat(?!,? kecuali))\b",
    re.I,
)
_NEAR = 2
_PART = 3
"""Who does more than this in the story did not die before it, whatever a sentence seems to say."""


def check(story: Story) -> Iterator[Finding]:
    """Acts of the dead."""
    yield from believable(_found(story))


def _found(story: Story) -> Iterator[Finding]:
    dead: dict[str, list[Fact]] = {}
    for fact in facts(story):
        if fact.subject != SELF:  # who tells the story outlives it
            dead.setdefault(fact.subject, []).append(fact)
    _settle(dead, story)
    _share_with_kin(dead, story)
    risen = _risen(story)
    lines = story.lines
    parts = Counter(who for line in lines if line.sentence.mode is Mode.TOLD for who in _who(line))
    for at, line in enumerate(lines):
        if line.sentence.mode not in (Mode.TOLD, Mode.RECOUNTED):
            continue
        for act in _acts(line, story):
            if (
                not line.sentence.happens(act.start)
                or act.who in line.shared
                or _is_family(act, line)
                or is_others(line, act.who)
            ):
                continue
            for fact in dead.get(act.who, ()):
                had_part = parts[act.who] > _PART
                if fact.value == FROM_THE_BEGINNING and had_part:
                    continue
                near = lines[max(0, at - _NEAR) : at]
                if _is_after(fact, line) and not _is_exempt(act, line, near, fact, risen, story):
                    yield _finding(act, fact, line.sentence)
                    break


def _settle(dead: dict[str, list[Fact]], story: Story) -> None:
    """Of two people whom one "he died" may mean, it is the one who does less afterwards."""
    by_place: dict[tuple[int, int], list[Fact]] = {}
    for who, facts_of in dead.items():
        for fact in facts_of if who in story.cast.characters else ():
            by_place.setdefault(fact.place.at, []).append(fact)
    for at, rivals in by_place.items():
        if len(rivals) > 1 and at[0] >= 0:
            later = Counter(
                who for line in story.lines if line.sentence.at > at for who in _who(line)
            )
            least = min(later[one.subject] for one in rivals)
            for fact in rivals:
                if later[fact.subject] > least + 1:
                    dead[fact.subject].remove(fact)


def _is_family(act: Act, line: Line) -> bool:
    """Whether a name stands for several: the Hask brothers, keluarga Hask."""
    return any(
        one.key == act.who
        and _FAMILY.search(line.sentence.told[max(0, one.start - 10) : one.stop + 12])
        for one in line.mentions
    )


def _who(line: Line) -> set[str]:
    """Who acts in a sentence."""
    return {who for one in line.clauses for who in one.subjects}


def _acts(line: Line, story: Story) -> Iterator[Act]:
    """What named people, kin, animals and people with a role do in a sentence."""
    every = [*line.acts, *story.beasts.acts(line.sentence.told)]
    acts = [act for act in every if act.verb.lower() not in _STILL]
    yield from acts
    known = {act.who for act in acts}
    for clause in line.clauses:
        named = {one.key for one in line.mentions if one.stop <= clause.verb_at}
        if is_real(clause) and (not clause.is_passive or clause.verb in _SEEN):
            for who in clause.subjects:
                if clause.is_pronoun and (clause.opener or who not in named):
                    continue
                where = clause.verb != "be" or (story.language == "en" and _is_present(clause))
                if who not in known and clause.verb not in _STATES and where:
                    yield Act(who, clause.verb, clause.start, clause.stop)


def _is_present(clause: Clause) -> bool:
    """Whether somebody is told to be somewhere, and not in the ground or in somebody's mind."""
    return any(not _BURIED.search(place) for place in clause.places)


def _share_with_kin(dead: dict[str, list[Fact]], story: Story) -> None:
    """Who is dead is dead as somebody's mother too, and the other way about."""
    for relative, key in story.kin.items():
        both = [*dead.get(relative, []), *dead.get(key, [])]
        if both:
            dead[relative] = dead[key] = both


def _risen(story: Story) -> dict[str, tuple[int, int]]:
    """From where on a name means somebody who lives."""
    found: dict[str, tuple[int, int]] = {}
    for line in story.lines:
        text = line.sentence.text
        if _NAMESAKE.search(text) or _ALIVE.search(line.sentence.told):
            for mention in story.cast.mentions(text):
                found.setdefault(mention.key, line.sentence.at)
    return found


def _is_after(fact: Fact, line: Line) -> bool:
    if fact.value == FROM_THE_BEGINNING:
        return line.sentence.at != fact.place.at
    return line.sentence.at > fact.place.at and fact.place.order >= 0


def _is_exempt(
    act: Act,
    line: Line,
    before: tuple[Line, ...],
    fact: Fact,
    risen: dict[str, tuple[int, int]],
    story: Story,
) -> bool:
    """Whether the dead may do this: no act, a memory, or right where the death is told."""
    told = line.sentence.told
    if _LOOKING_BACK.search(_THAT_DAY.sub("", told[: act.start])):
        return True
    if fact.value == FROM_THE_BEGINNING and is_earlier(told, story):
        return True
    if _BEFORE_DYING.search(told) or _IN_MIND.search(told[: act.start]):
        return True
    if act.who in risen and line.sentence.at >= risen[act.who]:
        return True
    if fact.value != FROM_THE_BEGINNING and any(
        one.sentence.at == fact.place.at and one.sentence.scene == line.sentence.scene
        for one in before
    ):
        return True
    same = [one for one in before if one.sentence.paragraph == line.sentence.paragraph]
    if any(one.sentence.mode in (*BACK, Mode.DREAMT) for one in same[-1:]):
        return fact.value == FROM_THE_BEGINNING and ":" not in act.who
    return False


def _finding(act: Act, fact: Fact, sentence: Sentence) -> Finding:
    return Finding(
        subtype="death",
        severity=Severity.HIGH,
        message=f"{act.who} is dead, and does something ({act.verb})",
        established=fact.place,
        contradicting=sentence.place(),
        suggestion="give the act to somebody else, or make it a memory",
    )
