"""Facts read from the lines of a catalogue's documents."""

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.page.fact import facts_of_text, is_of_authors, tree_of

LINES = st.lists(
    st.text(alphabet=st.sampled_from("ab.: -\n1é\u3000"), max_size=30), max_size=8
).map("\n".join)


@given(st.one_of(LINES, st.text(max_size=200)))
def test_every_fact_is_cited_by_the_line_that_says_it(text: str) -> None:
    for fact in facts_of_text(text):
        line = text[fact.start : fact.stop]

        assert line.startswith(f"{fact.path}:")
        assert " ".join(line[len(fact.path) + 1 :].split()) == " ".join(fact.value.split())


def test_a_value_goes_on_over_lines_that_name_no_path() -> None:
    (note, name) = facts_of_text("note: one\n  two\nname: Tin\n")

    assert note.value == "one two"
    assert (note.start, note.stop) == (0, 15)
    assert name.value == "Tin"


def test_paths_become_a_tree_and_repeated_ones_a_list() -> None:
    text = "uses: cans\nuses: solder\nproperties.density.value: 7.287\nproperties.density.unit: g"

    tree = tree_of(facts_of_text(text))

    assert tree == {
        "uses": ["cans", "solder"],
        "properties": {"density": {"value": "7.287", "unit": "g"}},
    }


def test_a_value_with_parts_of_its_own_keeps_both() -> None:
    tree = tree_of(facts_of_text("power: 20 W\npower.source: a table"))

    assert tree == {"power": {"value": "20 W", "source": "a table"}}


def test_only_files_that_are_called_authors_hold_authors() -> None:
    assert is_of_authors("site/authors.yaml#7")
    assert is_of_authors("Authors.csv#1")
    assert not is_of_authors("catalogue.yaml#authors")
