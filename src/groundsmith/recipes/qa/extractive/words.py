"""The closed word classes of English, and tokens that know theirs.

Only closed classes are listed, because they can be listed completely; an open-class word is
never guessed. A sentence that cannot be read with these alone is left alone.
"""

import re
from enum import IntEnum, auto
from typing import NamedTuple


class Tag(IntEnum):
    """What part a token can play."""

    WORD = auto()
    NAME = auto()
    NUMBER = auto()
    DETERMINER = auto()
    PRONOUN = auto()
    AUXILIARY = auto()
    MODAL = auto()
    PREPOSITION = auto()
    AND = auto()
    CONJUNCTION = auto()
    ADVERB = auto()
    PUNCTUATION = auto()


def terms(text: str) -> frozenset[str]:
    """The words of a listing, as a set."""
    return frozenset(text.split())


class Token(NamedTuple):
    """A word or mark of a sentence: its text, folded form, tag and place."""

    text: str
    low: str
    tag: Tag
    start: int
    stop: int


AUXILIARIES = terms("is are was were has have had does do did")
BE = terms("is are was were")
MODALS = terms("can could may might must shall should will would")
PREPOSITIONS = terms(
    """
    about above across after against along amid among around at before behind below beneath beside
    besides between beyond by despite down during except for from in inside into like near of off on
    onto out outside over past per since through throughout to toward towards under underneath until
    up upon via with within without
    """
)
CONJUNCTIONS = terms(
    """
    although as because but if nor or so than that though unless what when where whereas whether
    which while who whom whose why how yet however therefore thus hence
    """
)
PRONOUNS = terms(
    """
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    this these those here there one ones both each other others another such same former latter
    itself himself herself themselves everyone anyone someone nobody everything something anything
    nothing none
    """
)
DANGLING = terms(
    """
    i me my mine we us our ours he him his she her hers it they them theirs this these those here
    there above below aforementioned former latter following such same another others himself
    herself itself themselves
    """
)
"""What points at a sentence or page that the reader of a question cannot see."""
PERSONAL = terms("he she it his her its")
"""What can open a sentence and stand for its predecessor's subject."""
DETERMINERS = terms("the a an every all some any no most many several few")
ADVERBS = terms(
    """
    also already always almost often only just still even ever never soon later then now today
    currently recently originally initially finally eventually usually typically generally mainly
    mostly primarily largely widely commonly officially formally formerly previously subsequently
    immediately directly not very too quite rather perhaps probably once again together nearly
    approximately traditionally historically instead moreover furthermore additionally meanwhile
    nevertheless nonetheless indeed
    """
)
UNSURE = terms(
    """
    almost barely even hardly just merely nearly never no not once only perhaps probably rarely
    seldom
    """
)
"""Adverbs without which a sentence says something else."""
_NOT_ADVERBS = terms(
    """
    ally anomaly assembly belly bully butterfly daily deadly early elderly family fly friendly italy
    jelly july likely lily lonely monopoly monthly only rally reply supply weekly yearly
    """
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NAME_WORD = r"(?:(?:St|Dr|Mr|Mrs|Prof)\. )?(?:[A-Z]\. )*[A-Z](?:[\w'’-]|\.(?=\w))*"
"""A word of a proper name, with the title or initials before it."""

NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|%)?(?![\w]))"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[A-Z]\.(?= [A-Z])"
    r"|(?:Dr|Mr|Mrs|Ms|St|Prof|Jr|Sr|No)\.|\w+(?:[.'’&/+-]\w+)*)"
    r"|(?P<mark>[^\w\s])"
)
_TAGS: dict[str, Tag] = (
    dict.fromkeys(PREPOSITIONS, Tag.PREPOSITION)
    | dict.fromkeys(CONJUNCTIONS, Tag.CONJUNCTION)
    | dict.fromkeys(PRONOUNS, Tag.PRONOUN)
    | dict.fromkeys(DETERMINERS, Tag.DETERMINER)
    | dict.fromkeys(ADVERBS, Tag.ADVERB)
    | dict.fromkeys(AUXILIARIES, Tag.AUXILIARY)
    | dict.fromkeys(MODALS, Tag.MODAL)
    | {"and": Tag.AND, "&": Tag.AND}
    | dict.fromkeys(NUMBER_WORDS.split("|"), Tag.NUMBER)
)


def is_adverb(token: Token) -> bool:
    """Whether a token before a verb is its adverb."""
    return token.tag is Tag.ADVERB or (
        token.tag is Tag.WORD
        and token.low.endswith("ly")
        and len(token.low) > 4
        and token.low not in _NOT_ADVERBS
    )


def tokens(text: str) -> list[Token]:
    """The tokens of a sentence; a capital inside it makes a NAME, at its head a WORD."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        low = word.lower()
        if match.lastgroup == "number":
            tag = Tag.NUMBER
        elif match.lastgroup == "mark":
            tag = Tag.AND if word == "&" else Tag.PUNCTUATION
        elif found and word[0].isupper() and low != "i":
            tag = Tag.NAME
        else:
            tag = _TAGS.get(low, Tag.WORD)
        found.append(Token(word, low, tag, match.start(), match.end()))
    return found
