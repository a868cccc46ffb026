"""People who share a name: old Tom and Little Tom, Mr and Mrs Hale, Briptu Yusuf and Pak Yusuf.

Two forms of a name are two people where their titles are of different gender, or where one sentence
has both. The decision to question: the name alone then means who is called by it most.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from groundsmith.recipes.story.words.language import Words
from groundsmith.recipes.story.words.roles import ROLES
from groundsmith.verify.words.listing import listed

EPITHETS = listed(
    """
    old young little long big tall short fat black red white great elder younger senior junior king
    queen prince princess emperor tua muda besar si
    """
)
_BEHIND = re.compile(r" (kecil)\b")
_CHILD = "kecil"
"""Behind an Indonesian name it means a child who bears it too."""
_RANKS = listed(
    """
    captain lieutenant sergeant corporal colonel major general admiral commander inspector constable
    king queen kapten letnan sersan kopral kolonel mayor jenderal laksamana inspektur briptu
    """
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.? $")
_BEFORE_CHARS = 24


def form_of(text: str, start: int, stop: int, words: Words) -> str:
    """The title or epithet beside a name, in lower case; nothing where there is none."""
    behind = _BEHIND.match(text, stop) if words.code == "id" else None
    if behind is not None:
        return behind.group(1)
    found = _WORD_BEFORE.search(text, max(0, start - _BEFORE_CHARS), start)
    form = found.group(1).lower() if found else ""
    if form in words.titles or form in EPITHETS or form in ROLES[words.code]:
        return form
    return ""


def namesakes(
    texts: Iterable[str],
    name: re.Pattern[str],
    words: Words,
    side: Callable[[str], str],
    shared: frozenset[str],
) -> dict[str, dict[str, str]]:
    """For each shared name, the keys of those who are told apart by a form, such as `little Tom`.

    Whoever is called by the most frequent form keeps the name for a key, and is left out. Of names
    that the story itself calls shared, every form is somebody of their own, and the
    name alone nobody.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    turns: dict[str, list[str]] = defaultdict(list)
    together: dict[str, set[frozenset[str]]] = defaultdict(set)
    for text in texts:
        here: dict[str, set[str]] = defaultdict(set)
        for one in name.finditer(text):
            form = form_of(text, one.start("name"), one.end("name"), words)
            if form:
                first = one.group("name").split()[0]
                forms[first][form] += 1
                turns[first].append(form)
                here[first].add(form)
        for first, own in here.items():
            together[first] |= {frozenset((a, b)) for a in own for b in own if a != b}
    found: dict[str, dict[str, str]] = {}
    for first, counts in forms.items():
        main = next((one for one, _ in counts.most_common() if one != _CHILD), "")
        apart = {
            form
            for form in counts
            if first in shared
            or (
                form != main
                and (
                    form == _CHILD
                    or frozenset((form, main)) in together[first]
                    or {side(form), side(main)} == {"f", "m"}
                    or ({form, main} <= _RANKS and _alternate(turns[first], form, main))
                )
            )
        }
        if apart:
            found[first] = {
                form: f"{first} {form}" if form == _CHILD else f"{form.capitalize()} {first}"
                for form in apart
            }
    return found


def _alternate(turns: list[str], one: str, other: str) -> bool:
    """Whether one form comes back behind the other: nobody is promoted to and fro."""
    own = [form for form in turns if form in (one, other)]
    return sum(a != b for a, b in pairwise(own)) > 1


def shared_names(texts: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """Names of which the story says, in dialogue too, that more than one has them."""
    known = frozenset(names)
    found: set[str] = set()
    for text in texts:
        for pattern in _SHARED:
            for one in pattern.finditer(text):
                found.update(_CAPITAL.findall(one.group()))
        for one in _KEPT_APART.finditer(text):
            counts = Counter(_CAPITAL.findall(one.group()))
            found.update(name for name, count in counts.items() if count > 1)
    return frozenset(found & known)


_CAPITAL = re.compile(r"[A-Z][^\W\d_]+?(?=s?\b)")
_NAME = r"(?:[A-Z][^\W\d_]+ ){0,2}[A-Z][^\W\d_]+"
_SHARED = tuple(
    re.compile(words)
    for words in (
        rf"\b(?:[Tt]wo|[Bb]oth|[Tt]hree|[Tt]he two) (?:(?!of )[a-z]+ )?{_NAME}s\b",
        rf"\b(?:[Tt]wo|[Bb]oth|[Tt]hree) (?:[a-z]+ )?(?:called|named) {_NAME}\b",
        rf"(?<!nomor )(?<!pukul )(?<!jam )\b(?:[Dd]ua|[Kk]edua) (?:orang )?(?:(?:yang )?bernama "
        rf")?{_NAME}\b",
        rf"\balso (?:called|named|christened) {_NAME}",
        rf"\b(?:called|named|christened) {_NAME},? (?:too|as well|also|after|like)\b",
        rf"\b[Jj]uga (?:ber)?nama(?:nya)? {_NAME}",
        rf"\b(?:[Bb]ernama|[Nn]ama\w*) {_NAME},? juga\b",
        rf"\b[Tt]he other {_NAME}",
        rf"\b{_NAME},? yang (?:satu lagi|lain|mana)\b",
    )
)
"""How a story says that a name is shared."""
_KEPT_APART = re.compile(
    r"[^.!?]*\b(?:(?:the|of that) same (?:first |last )?name|share\w* (?:a|the|his|her|their"
    r"|one) name"
    r"|(?:keep|tell|kept|told) (?:him|her|them|the two|the \w+) apart|apart from"
    r"|nama(?:nya)? (?:yang )?sama|bernama sama|(?:supaya|agar) (?:tidak|tak) (?:keliru|bingung"
    r"|tertukar))\b[^.!?]*"
)
"""Of such a sentence, a name that stands in it twice is shared."""
