"""People who share a name: old Tom and Little Tom, Mr and Mrs Hale, Briptu Yusuf and Pak Yusuf.

Two forms of a name are two people where their titles are of different gender, or where one sentence
has both. The decision to question: the name alone then means who is called by it most.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from groundsmith.recipes.story.words.language import Words
from groundsmith.recipes.story.words.roles import ROLES
from groundsmith.verify.words.listing import listed

EPITHETS = listed(
    """
    old young little long big tall short fat black red white great elder younger senior junior king
    queen prince princess emperor tua muda kecil besar si
    """
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.? $")
_BEFORE_CHARS = 24


def form_before(text: str, start: int, words: Words) -> str:
    """The title or epithet right before a name, in lower case; nothing where there is none."""
    found = _WORD_BEFORE.search(text, max(0, start - _BEFORE_CHARS), start)
    form = found.group(1).lower() if found else ""
    if form in words.titles or form in EPITHETS or form in ROLES[words.code]:
        return form
    return ""


def namesakes(
    texts: Iterable[str], name: re.Pattern[str], words: Words, side: Callable[[str], str]
) -> dict[str, dict[str, str]]:
    """For each shared name, the keys of those who are told apart by a form, such as `little Tom`.

    Whoever is called by the most frequent form keeps the name for a key, and is left out.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    together: dict[str, set[frozenset[str]]] = defaultdict(set)
    for text in texts:
        here: dict[str, set[str]] = defaultdict(set)
        for one in name.finditer(text):
            form = form_before(text, one.start("name"), words)
            if form:
                first = one.group("name").split()[0]
                forms[first][form] += 1
                here[first].add(form)
        for first, own in here.items():
            together[first] |= {frozenset((a, b)) for a in own for b in own if a != b}
    found: dict[str, dict[str, str]] = {}
    for first, counts in forms.items():
        main = counts.most_common(1)[0][0]
        apart = {
            form
            for form in counts
            if form != main
            and (
                frozenset((form, main)) in together[first] or {side(form), side(main)} == {"f", "m"}
            )
        }
        if apart:
            found[first] = {form: f"{form.capitalize()} {first}" for form in apart}
    return found
