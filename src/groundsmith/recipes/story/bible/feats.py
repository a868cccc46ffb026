"""What people show that they can: who swims, reads a page, speaks French or walks a ledge."""

import re
from collections.abc import Iterator

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.people.doers import clause_at, is_others
from groundsmith.recipes.story.people.line import Line
from groundsmith.recipes.story.words.abilities import ABILITIES, DARED, DOERS, LANGUAGES

NAMES = {key: re.compile(rf"(?:{words['name']})\b", re.I) for key, words in ABILITIES.items()}
_GOOD = (
    r"(?:good|fine|strong|excellent|splendid|born|keen|great|expert|natural|skilled|\w+est|best"
    r"|crack)"
)


def _done(ability: str, words: str) -> re.Pattern[str]:
    """What somebody does, or is, who has an ability."""
    doers = rf"|{_GOOD} (?:\w+ )?(?:{DOERS[ability]})" if ability in DOERS else ""
    return re.compile(rf"\b(?:{words}{doers})\b", re.I)


_DOES = {ability: _done(ability, words["done"]) for ability, words in ABILITIES.items()}
_DARES = {ability: re.compile(rf"\b(?:{words})\b", re.I) for ability, words in DARED.items()}
_IN_TONGUE = re.compile(
    rf"\b(?:(?:in|into) (?:\w+ ){{0,2}}|(?:spoke|speaks|speaking) (?:\w+ ){{0,2}}|(?:dalam|dengan)"
    rf" bahasa |berbahasa |translated (?:\w+ ){{0,4}}from )(?P<tongue>{LANGUAGES})\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:sa(?:id|ys)|answer\w*|repl\w+|ask\w*|sp(?:oke|eaks?|eaking)|whisper\w*|chat\w*|talk\w*"
    r"|swore|argued|joked|called|recited|sang|told|translated|wrote|men?jawab|berkata|bertanya"
    r"|berbicara|bercakap\w*|mengobrol|menyapa|ber(?:bisik|seru|teriak)|kata\w*|ujar\w*"
    r"|jawab\w*)\b",
    re.I,
)
_EATS = re.compile(
    r"\b(?:ate|eats|eaten|swallow\w*|chew\w*|bit into|tast\w+|nibbl\w*|finish\w*|drank|memakan"
    r"|makan|mengunyah|menelan|menyantap|mencicipi|melahap|menghabiskan)\b",
    re.I,
)


def names(ability: str, text: str) -> bool:
    """Whether a text names an ability, or shows it."""
    kind, _, what = ability.partition(":")
    if what:
        return what in text.lower()
    known = NAMES.get(kind)
    return known is None or bool(
        re.search(rf"\b{known.pattern}", text, re.I) or _DOES[kind].search(text)
    )


def shown(line: Line, story: Story) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Abilities that somebody shows in a sentence: who, which, and the words."""
    told = line.sentence.told
    for ability, pattern in (*_DOES.items(), *_DARES.items()):
        found = pattern.search(told)
        if found is None or _NOT.search(told[max(0, found.start() - 40) : found.start()]):
            continue
        if story.language == "id" and found.group().lower() == "sang":
            continue
        who = _doer(line, found.start(), story)
        if who is not None and not is_others(line, who):
            yield who, ability, found
    tongue = _IN_TONGUE.search(told)
    if tongue and _SPOKEN.search(told) and not _NOT.search(told[: tongue.start()]):
        who = _doer(line, tongue.start(), story)
        if who is not None and not is_others(line, who):
            yield who, f"language:{tongue.group('tongue').lower()}", tongue


def eaten(line: Line, food: str, story: Story) -> bool:
    """Whether somebody eats a food in a sentence."""
    eats = _EATS.search(line.sentence.told)
    return bool(eats) and story.stem(food) in story.stems(line.sentence.told)


_NOT = re.compile(
    r"\b(?:not|never|n['’]t|no|nor|without|cannot|unable|if|could|would|tried|trying|to|wish\w*"
    r"|taught|learn\w*|nobody|tidak|tak"
    r"|belum|bukan|jangan|tanpa|mencoba|belajar|ingin|kalau|hampir|pura-pura|seperti|supaya"
    r"|untuk|almost|asked)\b[^.;]*$",
    re.I,
)


def _doer(line: Line, start: int, story: Story) -> str | None:
    """Who does what stands at an offset; nobody where the clause denies it or only supposes."""
    clause = clause_at(line, start)
    if clause is not None and clause.subjects:
        denied = clause.is_negated or clause.modal or clause.opener in ("if", "kalau", "jika")
        return None if denied else clause.subject
    acting = [one for one in line.acts if one.start <= start]
    if acting:
        return acting[-1].who
    return story.described(line) or line.subject
