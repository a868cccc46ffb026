import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.lexical.analyse import terms


@pytest.mark.parametrize("spelled", ["2,000", "2.000", "2000"])
def test_thousands_are_one_term_however_they_are_grouped(spelled: str) -> None:
    assert terms(spelled) == ["2000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,00,000", ["100000"]),
        ("1.000,50", ["1000.5"]),
        ("8.5", ["8.5"]),
        ("8,5", ["8.5"]),
        ("12.05.2023", ["12.05.2023"]),
    ],
)
def test_a_number_is_kept_whole(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_inflected_words_share_their_stem() -> None:
    assert terms("universities' connected students") == terms("university connects student's")


def test_stop_words_of_both_languages_are_left_out() -> None:
    assert terms("the fee of yang biaya untuk hostel") == ["fee", "biaya", "hostel"]


def test_a_text_of_nothing_but_stop_words_keeps_them() -> None:
    assert terms("The Who") == ["the", "who"]


def test_writing_without_spaces_becomes_pairs_of_characters() -> None:
    assert terms("清华大学 好") == ["清华", "华大", "大学", "好"]


def test_vowel_signs_do_not_break_a_word() -> None:
    assert terms("বিশ্ববিদ্যালয়ের ফি") == ["বিশ্ববিদ্যালয়ের", "ফি"]


@given(st.text(alphabet=st.characters(), max_size=200))
def test_no_text_breaks_the_analysis(text: str) -> None:
    assert all(terms(text))


@given(st.text(alphabet="abc12,. ", max_size=60))
def test_case_makes_no_difference(text: str) -> None:
    assert terms(text.upper()) == terms(text)
