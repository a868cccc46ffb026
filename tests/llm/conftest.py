"""A request to ask."""

import pytest

from groundsmith.records import Request


@pytest.fixture
def request_() -> Request:
    """A question."""
    return Request(
        system="Be brief.",
        messages=(("user", "What does a visa cost?"),),
        max_output_tokens=100,
        temperature=0.0,
    )
