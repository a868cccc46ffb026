from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.lexical.analysers import analyser
from groundsmith.index.lexical.snippet import snippet

ENGLISH = analyser("english")


def test_the_cut_is_where_the_words_of_the_query_stand_together() -> None:
    text = "The fee. " + "Nothing here. " * 60 + "The hostel fees are due in May. " + "More. " * 60

    shown = snippet(text, ENGLISH.terms("hostel fee"), ENGLISH)

    assert "hostel fees are due" in shown.span.of(text)
    assert [span.of(text) for span in shown.highlights] == ["hostel", "fees"]


def test_a_telling_word_counts_for_more_than_common_ones() -> None:
    text = "fee bus. " + "Nothing here. " * 60 + "stupa. " + "More. " * 60

    shown = snippet(
        text, ["fee", "bus", "stupa"], ENGLISH, lambda term: 9.0 if term == "stupa" else 1.0
    )

    assert [span.of(text) for span in shown.highlights] == ["stupa"]


def test_without_a_word_of_the_query_the_beginning_is_shown() -> None:
    text = "Nothing here. " * 60

    shown = snippet(text, ["fee"], ENGLISH)

    assert (shown.span.start, shown.highlights) == (0, ())


@given(
    st.text(alphabet=st.sampled_from("ab fee hostel é清\n\ud800"), max_size=300),
    st.integers(1, 100),
)
def test_cut_and_highlights_lie_in_the_text_and_within_the_width(text: str, width: int) -> None:
    shown = snippet(text, ["fee", "ab"], ENGLISH, width_chars=width)

    assert 0 <= shown.span.start <= shown.span.stop <= len(text)
    assert shown.span.stop - shown.span.start <= width
    for span in shown.highlights:
        assert shown.span.start <= span.start < span.stop <= shown.span.stop
