import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.corpus.read import documents
from groundsmith.corpus.readers.yaml_tree import MAX_DEPTH
from groundsmith.errors import SourceError
from groundsmith.records import Skipped, Source


def read(text: str, name: str = "c.yaml") -> tuple[dict[str, str], list[str]]:
    """Text by document id, and the reasons of what was skipped."""
    skipped: list[Skipped] = []
    source = Source(path=name, uri="", size_bytes=1, media_type="application/yaml", sha256="")
    found = {one.id: one.text for one in documents(source, text.encode(), skipped.append)}
    return found, [skip.reason for skip in skipped]


def test_an_item_is_a_document_of_one_fact_a_line_in_the_order_of_the_file() -> None:
    text = """
- name: Aluminum
  properties:
    density: {value: 2.70, unit: g/cm3, source: 'a package 1.0, element Al'}
  uses: [aerospace panels, frames]
  symbol: Al
  spare: ~
  about: |
    Light.
      Soft.
"""

    found, skipped = read(text)

    assert found == {
        "c.yaml#Aluminum": "name: Aluminum\n"
        "properties.density.value: 2.70\n"
        "properties.density.unit: g/cm3\n"
        "properties.density.source: a package 1.0, element Al\n"
        "uses: aerospace panels\n"
        "uses: frames\n"
        "symbol: Al\n"
        "about: Light. Soft.\n"
    }
    assert skipped == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("- {name: B, id: 1}\n- {name: A, id: 2}\n", ["c.yaml#B", "c.yaml#A"]),
        ("- {name: A, id: 1}\n- {name: A, id: 2}\n", ["c.yaml#1", "c.yaml#2"]),
        ("- {price: 3}\n- {price: 4}\n", ["c.yaml#1", "c.yaml#2"]),
        ("title: all\nitems:\n  - name: A\n", ["c.yaml#A"]),
    ],
)
def test_an_item_goes_by_the_field_that_tells_all_apart_else_by_its_number(
    text: str, ids: list[str]
) -> None:
    found, skipped = read(text)

    assert list(found) == ids
    assert skipped == []


def test_a_list_of_mappings_in_an_item_is_numbered() -> None:
    found, _ = read("- name: A\n  parts: [{of: tin}, {of: [lead, zinc]}]\n")

    assert found["c.yaml#A"] == "name: A\nparts.1.of: tin\nparts.2.of: lead\nparts.2.of: zinc\n"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("- just words", "line 2: not a mapping"),
        ("- unit: K", "line 2: name: missing, and the other items have one"),
        ("- {name: [A]}", "line 2: name: missing, and the other items have one"),
        ("- name: First", "line 2: name: 'First' stands in line 1 already"),
        ("- name: A\n  x: {k: 1,\n    k: 2}", "line 4: x.k: given twice"),
        ("- name: A\n  x: &all [1]", "line 3: x: anchors and aliases are not supported"),
        ("- name: A\n  x:\n    y: *all", "line 4: x.y: anchors and aliases are not supported"),
        ("- name: A\n  x: !!python/name:os.system ''", "line 3: x: tags are not supported"),
        ("- name: A\n  ? [1]\n  : 2", "line 3: a key must be a plain word"),
        ("- *first", "line 2: anchors and aliases are not supported"),
    ],
)
def test_a_bad_item_is_named_by_line_and_field_and_the_others_are_read(
    row: str, reason: str
) -> None:
    found, skipped = read(f"- name: First\n{row}\n- name: Last\n")

    assert list(found) == ["c.yaml#First", "c.yaml#Last"]
    assert skipped == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "services:\n  web: &shared {image: a}\n  worker: *shared\n",
        "theme: {name: x}\nnav:\n  - Home: index.md\n",
        "- a\n- b\n",
        "a: 1\n---\nb: 2\n",
        "# nothing but a remark\n",
    ],
)
def test_yaml_that_is_no_catalogue_is_read_as_the_text_it_is(text: str) -> None:
    found, skipped = read(text)

    assert found == {"c.yaml": text}
    assert skipped == []


def test_aliases_that_would_unfold_are_never_followed() -> None:
    laughs = ["- &a0 {name: lol}"]
    laughs += [
        f"- &a{at} {{name: n{at}, x: [{', '.join([f'*a{at - 1}'] * 9)}]}}" for at in range(1, 20)
    ]

    found, skipped = read("\n".join(laughs))

    assert found == {}
    assert len(skipped) == len(laughs)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 100_000, f"line 1: nested deeper than {MAX_DEPTH} levels"),
        ("\n" + "- " * 100_000, f"line 2: nested deeper than {MAX_DEPTH} levels"),
        ("- name: A\n  b: [1\n- name: B\n", "line 3: no YAML"),
        ("- name: 'A\n", "line 2: no YAML"),
        (
            f"- name: {'A' * 200}\n- name: \x07\n",
            "line 2: a character that YAML does not allow",
        ),
    ],
)
def test_broken_and_bottomless_yaml_is_refused_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(text)

    assert refused.value.reason.startswith(reason)
    assert "\n" not in str(refused.value)


def test_a_long_key_cannot_make_much_out_of_little() -> None:
    _, skipped = read(f"- name: A\n  ? {'k' * 300}\n  : [1, 2, 3]\n")

    assert skipped == ["line 2: a key is empty, or longer with those above it than 200 characters"]


WORDS = st.text("abc :#-'\"\n{}[]&*!é\u2028", max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_every_fact_is_one_line_whatever_its_text(uses: list[str]) -> None:
    text = yaml.safe_dump([{"name": "A", "uses": uses}], allow_unicode=True)

    found, skipped = read(text)

    words = [" ".join(use.split()) for use in uses]
    assert found["c.yaml#A"].splitlines() == [
        "name: A",
        *(f"uses: {word}" for word in words if word),
    ]
    assert skipped == []
