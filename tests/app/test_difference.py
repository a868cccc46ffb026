"""What differs between two texts."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.app.revision.difference import Told, difference

texts = st.text(alphabet="ab \n5🚀", max_size=60)


@given(before=texts, after=texts)
def test_what_was_less_what_was_dropped_and_what_was_added_is_what_is(
    before: str, after: str
) -> None:
    found = difference(Told(text=before), Told(text=after))

    old, new = Counter(before.splitlines()), Counter(after.splitlines())
    assert old - Counter(found.lines.dropped) + Counter(found.lines.added) == new
    assert found.is_none == (before.splitlines() == after.splitlines())
    assert (found.chars.before, found.chars.after) == (len(before), len(after))


def test_words_figures_emojis_and_claims_are_told_by_what_one_side_has_more_of() -> None:
    before = Told(
        text="It takes 40 ms 🚀🚀\nIt is small.", claims=("It takes 40 ms", "It is small.")
    )
    after = Told(text="It takes 80 ms 🚀\nIt is small.", claims=("It takes 80 ms", "It is small."))

    found = difference(before, after)

    assert (found.words.added, found.words.dropped) == (("80",), ("40",))
    assert (found.figures.added, found.figures.dropped) == (("80 ms",), ("40 ms",))
    assert (found.emojis.before, found.emojis.after) == (2, 1)
    assert found.claims.added == ("It takes 80 ms",)
    assert found.claims.dropped == ("It takes 40 ms",)


def test_lines_show_what_was_before_what_is_and_leave_out_what_is_far_away() -> None:
    far = [f"line {number}" for number in range(9)]
    before, after = "\n".join(far), "\n".join([*far[:4], "new", "newer", *far[6:]])

    found = difference(Told(text=before), Told(text=after))

    shown = ["…", "  line 3", "- line 4", "- line 5", "+ new", "+ newer", "  line 6", "…"]
    assert list(found.shown) == shown


def test_an_emoji_of_several_characters_is_one() -> None:
    found = difference(Told(text=""), Told(text="👩‍💻 👍🏽 🇮🇩 ☀️"))

    assert found.emojis.added == ("👩‍💻", "👍🏽", "🇮🇩", "☀️")
