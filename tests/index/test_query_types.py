import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.index.query_types import QueryType, query_type


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bronze bell casting", QueryType.KEYWORD),
        ("remove duplicates from list", QueryType.KEYWORD),
        ("opening hours 2025", QueryType.KEYWORD),
        ("Rani ki Vav", QueryType.ENTITY),
        ("the Bay of Bengal", QueryType.ENTITY),
        ("water as a sign of power", QueryType.CONCEPT),
        ("how stories travel with pilgrims", QueryType.CONCEPT),
        ("who paid for the gateways", QueryType.NATURAL),
        ("how do you cast a bell", QueryType.NATURAL),
        ("Dr. B. R. Ambedkar", QueryType.ENTITY),
        ("The gate is old. Who built it", QueryType.NATURAL),
        ("mengapa candi ini dibangun", QueryType.NATURAL),
        ("", QueryType.KEYWORD),
    ],
)
def test_a_query_is_told_by_how_it_is_put(query: str, expected: QueryType) -> None:
    assert query_type(query) == expected


def test_a_name_without_capitals_is_an_entity_once_it_is_known_to_be_one() -> None:
    assert query_type("shah jahan") == QueryType.KEYWORD
    assert query_type("shah jahan", is_name=True) == QueryType.ENTITY


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=300))
def test_any_text_has_a_type(query: str) -> None:
    assert query_type(query) in QueryType


@given(st.text(min_size=1, max_size=80).filter(lambda text: any(c.isalnum() for c in text)))
def test_a_question_mark_at_the_end_makes_a_question(query: str) -> None:
    assert query_type(f"{query}?") == QueryType.NATURAL
