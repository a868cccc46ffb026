"""Rules of the user's own: what they can change, and what is said of a bad file."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from groundsmith.errors import Severity
from groundsmith.verify.policy import Policy, PolicySettings

RULE = """
rules:
  - id: house-style
    category: style
    severity: LOW
    about: Words that our house does not use.
    message: 'We do not say "{found}".'
    advice: Say it plainly.
    looks:
      - words: [synergy, "move the needle"]
"""


def load(tmp_path: Path, text: str) -> Policy:
    file = tmp_path / "own.yaml"
    file.write_text(text, "utf-8")
    return Policy.load(PolicySettings(rules=str(file)))


def said(error: ValidationError) -> str:
    (only,) = error.errors()
    return only["msg"].removeprefix("Value error, ")


def codes(policy: Policy, text: str) -> list[str]:
    return [each.finding.code for each in policy.check(text)]


def test_a_rule_of_ones_own_is_applied(tmp_path: Path) -> None:
    policy = load(tmp_path, RULE)

    (found,) = policy.check("This will Move  the needle.")

    assert found.finding.message == 'We do not say "Move the needle".'
    assert found.severity is Severity.LOW


def test_a_packaged_rule_keeps_what_the_own_file_does_not_change(tmp_path: Path) -> None:
    policy = load(tmp_path, "rules: [{id: email-address, severity: LOW}]")

    (found,) = policy.check("Write to anna.berg@example.org.")

    assert found.severity is Severity.LOW
    assert found.finding.message == "A mail address."


def test_a_list_of_the_same_name_grows(tmp_path: Path) -> None:
    before = codes(Policy.load(), "Trusted by Hooli.")

    policy = load(tmp_path, "lists: {orgs: [hooli]}")

    assert before == []
    assert codes(policy, "Trusted by Hooli.") == ["false-endorsement"]
    assert codes(policy, "Trusted by Google.") == ["false-endorsement"]


def test_a_part_that_a_match_leaves_out_is_not_what_is_found(tmp_path: Path) -> None:
    look = "{regex: 'key=(?P<it>[0-9]+)|door', near: [key, door]}"
    policy = load(tmp_path, RULE.split("    looks:")[0] + f"    looks: [{look}]")
    text = "The door has key=42."

    found = [each.finding.span.of(text) for each in policy.check(text) if each.finding.span]

    assert found == ["door", "42"]


def test_own_rules_move_the_hash(tmp_path: Path) -> None:
    policy = load(tmp_path, "lists: {orgs: [hooli]}")

    assert policy.sha256 != Policy.load().sha256


def test_the_files_of_a_folder_are_taken_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("rules: [{id: email-address, severity: MEDIUM}]", "utf-8")
    (tmp_path / "a.yaml").write_text("rules: [{id: email-address, severity: LOW}]", "utf-8")
    (tmp_path / "notes.txt").write_text("no rules", "utf-8")

    policy = Policy.load(PolicySettings(rules=str(tmp_path)))

    (found,) = policy.check("Write to anna.berg@example.org.")
    assert found.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rules: [{id: x", "no YAML"),
        ("- a", "the file: not a mapping"),
        ("words: []", "words: unknown key; known: lists, rules"),
        ("rules: {id: x}", "rules: not a list"),
        ("rules: [{severity: LOW}]", "rules: a rule without an id"),
        ("lists: {orgs: hooli}", "lists.orgs: not a list of texts"),
        ("rules: [{id: x}]", "rule x: category: Field required"),
        ("rules: [{id: threat, severity: BAD}]", "rule threat: severity: "),
        ("rules: [{id: threat, colour: red}]", "rule threat: colour: "),
        ("rules: [{id: threat}, {id: threat}]", "rule threat: id: given twice in this file"),
        ("rules: [{id: threat, looks: [{}]}]", "rule threat: looks[0]: "),
        ("rules: [{id: threat, looks: [{pattern: '('}]}]", "looks[0].pattern: not a regular"),
        (
            "rules: [{id: threat, looks: [{pattern: '(a+)+b'}]}]",
            "looks[0].pattern: a group repeats",
        ),
        ("rules: [{id: threat, looks: [{pattern: 'a*'}]}]", "looks[0].pattern: matches the empty"),
        ("rules: [{id: threat, looks: [{pattern: '{nope}'}]}]", "no list is named 'nope'"),
        ("rules: [{id: threat, looks: [{pattern: a, near: ['a*']}]}]", "looks[0].near: 'a*' is"),
        ("rules: [{id: threat, looks: [{pattern: a, beside: ['|']}]}]", "looks[0].beside: '' is"),
        ("rules: [{id: threat, looks: [{pattern: a, at: door}]}]", "looks[0].at: "),
        ("rules: [{id: threat, looks: [{pattern: a, check: soul}]}]", "looks[0].check: "),
        ("rules: [{id: threat, but_not: ['[']}]", "rule threat: but_not: not a regular"),
        ("lists: {a: ['{b}'], b: ['{a}']}\nrules: [{id: threat, but_not: ['{a}']}]", "deep"),
        ("lists: &a [x]\nrules: *a", "aliases are not supported"),
        ("[" * 5_000, "no YAML"),
    ],
)
def test_a_bad_file_is_one_error_that_names_file_rule_and_key(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        load(tmp_path, text)

    fault = said(caught.value)
    assert fault.startswith(str(tmp_path / "own.yaml"))
    assert expected in fault
    assert "\n" not in fault


@pytest.mark.parametrize("name", ["missing.yaml", "", "\0"])
def test_a_place_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PolicySettings(rules=str(tmp_path / name) if name else str(tmp_path))

    assert said(caught.value).startswith(str(tmp_path))


def test_an_unknown_name_to_turn_off_is_an_error() -> None:
    with pytest.raises(ValidationError) as caught:
        PolicySettings(off=("threats",))

    assert "threats" in said(caught.value)
