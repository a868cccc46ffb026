"""YAML by the core schema, with lines, and without what could unfold."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groundsmith.records import Json
from groundsmith.settings.yaml_lines import BrokenYaml, compose, dumped, plain, scalar

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(values)
@example("a\x85b")
@example("\u2028")
def test_what_is_dumped_reads_back_as_it_was(value: Json) -> None:
    root = compose(dumped(value).encode())

    assert root is not None
    assert plain(root, str) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("FALSE", False),
        ("~", None),
        ("", None),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("2024-01-01", "2024-01-01"),
        ("0o17", 15),
        ("0x1F", 31),
        ("-12", -12),
        ("1e-3", 0.001),
        (".5", 0.5),
        ("1.", 1.0),
        ("-.inf", -math.inf),
        (".", "."),
        ("e3", "e3"),
    ],
)
def test_plain_scalars_follow_the_core_schema(text: str, value: Json) -> None:
    found = scalar(text)

    assert found == value
    assert type(found) is type(value)


def test_a_number_with_thousands_of_digits_stays_text() -> None:
    digits = "9" * 10_000

    assert scalar(digits) == digits


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("a: &x [1]\nb: *x\n", 1, 4, "anchors and aliases are not supported"),
        ("a:\n  - *x\n", 2, 5, "anchors and aliases are not supported"),
        ("a: !!python/object:os.system ls\n", 1, 4, "tags are not supported"),
        ("a: !mine 3\n", 1, 4, "tags are not supported"),
        ("[" * 40 + "]" * 40, 1, 17, "nested deeper than 16 levels"),
        ("[" * 100_000, 1, 17, "nested deeper than 16 levels"),
        ("? [a]\n: 3\n", 1, 3, "a key must be a plain word"),
    ],
)
def test_what_settings_do_not_need_is_refused_at_its_place(
    text: str, line: int, column: int, reason: str
) -> None:
    with pytest.raises(BrokenYaml) as caught:
        compose(text.encode())

    assert (caught.value.line, caught.value.column) == (line, column)
    assert str(caught.value) == reason


def test_a_key_given_twice_inside_a_value_is_refused() -> None:
    root = compose(b"{a: 1, a: 2}")

    assert root is not None
    with pytest.raises(BrokenYaml, match="'a' is given twice"):
        plain(root, str)


def test_utf_16_with_a_byte_order_mark_is_read() -> None:
    root = compose("a: ü\n".encode("utf-16"))

    assert root is not None
    assert plain(root, str) == {"a": "ü"}
