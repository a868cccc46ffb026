"""What is masked, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.settings import Secrets, secrets_of


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Authorization: Bearer abcdef123456", "Authorization: Bearer ***"),
        ('{"authorization": "Basic dXNlcjpwYXNz"}', '{"authorization": "Basic ***"}'),
        (
            '{\\"authorization\\": \\"Basic dXNlcjpwYXNz\\"}',
            '{\\"authorization\\": \\"Basic ***\\"}',
        ),
        ("sent bearer abcdefgh1234 twice", "sent bearer *** twice"),
        ("key sk-proj-abcdefghijklmnop.", "key ***."),
        ("gsk_abcdefghijklmnopqrst", "***"),
        ("postgresql://ada:p%40ss@db:5432/x", "postgresql://ada:***@db:5432/x"),
        ("postgresql://ada:a/b c@d@db/x", "postgresql://ada:***@db/x"),
        ("url=postgresql+psycopg://ada:a/b@db/x", "url=postgresql+psycopg://ada:***@db/x"),
        (
            "postgresql://db/x?password=abc&sslmode=require",
            "postgresql://db/x?password=***&sslmode=require",
        ),
        ("AKIAABCDEFGHIJKLMNOP", "***"),
    ],
)
def test_key_shaped_text_is_masked(text: str, masked: str) -> None:
    assert Secrets().mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "risk-management-framework-of-the-office",
        "a task-oriented-approach-to-teaching",
        "https://example.org:8080/fees?year=2024",
        "state at postgresql://db:5432/x: unreachable for ada@example.org",
        "The bearer of this letter",
        "authorization is needed",
        "max_output_tokens=800",
        "ask_somebody_who_knows_it",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert Secrets().mask(text) == text


def test_the_value_of_a_variable_named_like_a_secret_is_masked_everywhere() -> None:
    secrets = secrets_of(
        {
            "OPENAI_API_KEY": "correct-horse",
            "DB_PASSWORD": 'quo"te\\d-horse',
            "MY_TOKEN": "true",
            "PATH": "/usr/bin:/bin",
            "MONKEY": "bananas-forever",
        }
    )

    masked = secrets.mask(
        'correct-horse quo"te\\d-horse quo\\"te\\\\d-horse true /usr/bin:/bin bananas-forever'
    )

    assert masked == "*** *** *** true /usr/bin:/bin bananas-forever"


def test_a_secret_that_begins_like_another_is_masked_whole() -> None:
    secrets = Secrets(["secret-one", "secret-one-and-more"])

    assert secrets.mask("secret-one-and-more") == "***"


@given(st.text(max_size=300))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    secrets = Secrets(["correct-horse"])

    once = secrets.mask(text)

    assert secrets.mask(once) == once
