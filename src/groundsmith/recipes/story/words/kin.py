"""Words for kin: their class, their gender, and what in front of or behind them changes the class.

A class is the same for men and women; elder and younger siblings have their own, and so have kin
by marriage, by half and by a second marriage.
"""

from groundsmith.verify.words.listing import listed

_CLASSES = {
    "en": {
        "parent": "mother father mum mom mam mama dad daddy papa parent",
        "child": "son daughter child boy girl",
        "sibling": "brother sister twin sibling",
        "spouse": "wife husband spouse",
        "uncle": "uncle aunt auntie",
        "nephew": "nephew niece",
        "grandparent": "grandmother grandfather grandma grandpa granny gran grandad nan",
        "grandchild": "grandson granddaughter grandchild",
        "cousin": "cousin",
    },
    "id": {
        "parent": "ibu ayah bapak bapa emak mak mama papa abah ibunda ayahanda ibu-bapak",
        "child": "anak putra putri",
        "sibling": "saudara kembaran",
        "elder": "kakak abang mbakyu kangmas kakang",
        "younger": "adik",
        "spouse": "istri suami bini",
        "uncle": "paman bibi om tante pakde bude paklik bulik",
        "nephew": "keponakan kemenakan",
        "grandparent": "nenek kakek eyang",
        "grandchild": "cucu",
        "cousin": "sepupu misan",
        "sibling-in-law": "ipar",
        "parent-in-law": "mertua",
        "child-in-law": "menantu",
    },
}
KIN_CLASS = {
    language: {word: kind for kind, words in classes.items() for word in words.split()}
    for language, classes in _CLASSES.items()
}
"""The class of each word, by language."""

FEMALE_KIN = listed(
    """
    mother mum mom mam mama daughter girl sister wife aunt auntie niece grandmother grandma granny
    gran nan granddaughter ibu emak mak ibunda putri mbakyu istri bini bibi tante bude bulik nenek
    """
)
MALE_KIN = listed(
    """
    father dad daddy papa son boy brother husband uncle nephew grandfather grandpa grandad grandson
    ayah bapak bapa abah ayahanda putra abang kangmas kakang suami paman om pakde paklik kakek
    """
)
ELDER = listed("elder older eldest oldest big")
YOUNGER = listed("younger youngest little kid baby")
NOT_FULL = {"half": "half", "step": "step", "foster": "step", "tiri": "step", "angkat": "step"}
"""What makes kin of a second marriage, or of one parent, out of a word."""

BACK = {
    "parent": "child", "child": "parent", "sibling": "sibling", "elder": "younger",
    "younger": "elder", "spouse": "spouse", "uncle": "nephew", "nephew": "uncle",
    "grandparent": "grandchild", "grandchild": "grandparent", "cousin": "cousin",
    "half-sibling": "half-sibling", "step-sibling": "step-sibling", "step-parent": "step-child",
    "step-child": "step-parent", "sibling-in-law": "sibling-in-law",
    "parent-in-law": "child-in-law", "child-in-law": "parent-in-law",
}  # fmt: skip
"""Each class seen from the other side."""

TOGETHER = {
    frozenset(pair.split())
    for pair in (
        "sibling elder", "sibling younger", "sibling half-sibling", "sibling step-sibling",
        "elder half-sibling", "younger half-sibling", "elder step-sibling",
        "younger step-sibling", "parent step-parent", "child step-child", "cousin spouse",
    )
}  # fmt: skip
"""Two classes that one pair may have both: one says more than the other, or cousins marry."""
SIBLINGS = frozenset({"sibling", "elder", "younger", "half-sibling"})
