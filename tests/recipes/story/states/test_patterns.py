"""What a phrase of the lexicon matches, and what it does not."""

import pytest

from groundsmith.recipes.story.states.parts import Words
from groundsmith.recipes.story.states.patterns import Pattern
from groundsmith.recipes.story.states.phrases import PatternError, Vocabulary

VOCABULARY = Vocabulary(
    {"be": "was|is|had been", "cannot": "could not|never learned to"},
    {
        "tongue": {"french": "french", "français": "french", "dutch": "dutch"},
        "no_name": {"may": ""},
    },
)


def matched(pattern: str, sentence: str) -> list[str]:
    """The words that a pattern stands for in a sentence, each place once."""
    words = Words(sentence.split())
    found = Pattern(pattern, VOCABULARY).matches(words)
    return [" ".join(words.seen[one.start : one.stop]) for one in found]


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("~ {be} .. bald", "~ had been as a boy bald ."),
        ("~'s bald (head|pate)", "the rain ran off ~'s bald pate ."),
        ("~ .. (swim*|swam) to", "~ turned and swam to the buoy ."),
        ("~ ... curls", "~ , who was vain , combed @'s curls ."),
        ("~ {cannot} swim", "~ could not swim ."),
        ("~ wore (a|the)? ring", "~ wore ring and chain ."),
        ("~ wore (a|the)? ring", "~ wore the ring ."),
        ("~ {be} born in <Name>", "~ was born in ^padang ."),
        ("~ spoke <tongue>", "~ spoke ^dutch with @ ."),
        ("~ who inherited", "it was ~ , who ~ inherited the house ."),
    ],
)
def test_a_phrase_is_found(pattern: str, sentence: str) -> None:
    assert len(matched(pattern, sentence)) == 1


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("~ {be} .. bald", "~ was , as a boy , bald ."),
        ("~ {be} .. bald", "~ was one of those few men bald ."),
        ("~ {be} .. bald", "~ was not bald ."),
        ("~ {be} .. bald", "if ~ was bald ."),
        ("~ {be} .. bald", "@ was bald ."),
        ("~ {cannot} swim", "nobody said that ~ could not swim ."),
        ("~ {be} born in <Name>", "~ was born in ^may ."),
        ("~ {be} born in <Name>", "~ was born in poverty ."),
        ("~'s bald head", "~ saw @'s bald head ."),
    ],
)
def test_what_is_denied_supposed_or_said_of_others_is_not(pattern: str, sentence: str) -> None:
    assert matched(pattern, sentence) == []


def test_what_is_captured_is_told_by_the_name_of_its_line() -> None:
    pattern = Pattern("~ spoke <tongue>", VOCABULARY)
    words = Words(["~", "spoke", "français", "."])

    (found,) = pattern.matches(words)

    assert (pattern.captures or {})[words.bare[found.captured]] == "french"


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("was bald", "nobody is in it"),
        ("~ was .. the", "rare enough"),
        ("~ {nothing} bald", "no macro {nothing}"),
        ("~ spoke <nothing>", "no list <nothing>"),
        ("~ was (bald", "not closed"),
        ("~ was bald)", "too many"),
    ],
)
def test_what_is_no_pattern_is_refused_with_the_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason.replace("{", r"\{")):
        Pattern(pattern, VOCABULARY)
