"""Component definitions: what is refused and where, and what a file of one's own adds."""

from pathlib import Path

import pytest

from groundsmith.recipes.page.component_set import ComponentsUnusable, components_in

FACTS = "name: {name}\nkind: facts\nformat: txt\ntemplate: x\nvalidators: {{}}\n"


def faults(folder: Path, **definitions: str) -> tuple[str, ...]:
    for name, text in definitions.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    with pytest.raises(ComponentsUnusable) as raised:
        components_in(str(folder))
    return raised.value.faults


def test_the_ten_are_ordered_by_need_then_priority() -> None:
    names = [component.name for component in components_in(None).components]

    assert len(names) == 10
    assert names.index("frontmatter") < names.index("jsonld")
    assert names[0] == "frontmatter"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: a\nkind: facts\nformat: txt\ntemplate: x\n", "1: validators: Field required"),
        (FACTS.format(name="a") + "colour: red\n", "6: colour: Extra inputs"),
        (FACTS.format(name="A b"), "1: name: String should match"),
        (
            FACTS.format(name="a") + "prompt: say\n",
            "1: prompt, words and group are for kind: model",
        ),
        (
            FACTS.format(name="a").replace("facts", "model"),
            "1: kind is model, but there is no prompt",
        ),
        (FACTS.format(name="a").replace("facts", "derived"), "1: kind is derived, but it needs no"),
        ("name: a\nname: b\n", "2: name stands there twice"),
        ("name: &a x\nkind: *a\n", "2: aliases are not read"),
        ("name: !!python/object:os.system a\n", "1: could not determine a constructor"),
        ("[" * 5000, "1: "),
        ("name: [\n", "2: expected the node content"),
    ],
)
def test_a_faulty_file_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (fault, *_) = faults(tmp_path, one=text)

    assert fault.startswith(f"{tmp_path / 'one.yaml'}:{said}")


def test_all_files_are_looked_at_before_anything_is_said(tmp_path: Path) -> None:
    found = faults(tmp_path, one="name: [", two="kind: 3")

    assert {fault.split(".yaml:")[0][-3:] for fault in found} == {"one", "two"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("needs: {components: [nobody]}\n", "needs nobody, which is no component"),
        ("needs: {components: [b]}\n", "in a circle: a → b → a"),
    ],
)
def test_needs_that_cannot_be_met_are_refused(tmp_path: Path, more: str, said: str) -> None:
    other = FACTS.format(name="b") + "needs: {components: [a]}\n"

    found = faults(tmp_path, a=FACTS.format(name="a") + more, b=other)

    assert said in found[0]


@pytest.mark.parametrize(
    ("validators", "said"),
    [
        ("{spelling: {}}", "spelling is no validator; there is author"),
        ("{bullets: {most: 3}}", "the validator bullets has no most; it takes least"),
        ("{bullets: {least: many}}", "least must be of type int, not 'many'"),
    ],
)
def test_unknown_validators_and_arguments_are_refused(
    tmp_path: Path, validators: str, said: str
) -> None:
    text = FACTS.format(name="a").replace("validators: {}", f"validators: {validators}")

    (fault,) = faults(tmp_path, a=text)

    assert said in fault


def test_a_template_that_is_none_is_refused_with_its_line(tmp_path: Path) -> None:
    text = FACTS.format(name="a").replace("template: x", 'template: "x\\n{% if %}"')

    (fault,) = faults(tmp_path, a=text)

    assert "template, line 2" in fault


def test_a_folder_without_components_is_refused(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path)

    assert "no folder with a component" in fault


def test_a_file_of_ones_own_adds_a_component_or_replaces_one(tmp_path: Path) -> None:
    (tmp_path / "note.yaml").write_text(FACTS.format(name="note"), "utf-8")
    (tmp_path / "mine.yaml").write_text(FACTS.format(name="table"), "utf-8")

    found = components_in(str(tmp_path)).by_name

    assert len(found) == 11
    assert found["note"].template == found["table"].template == "x"
    assert found["caption"] == components_in(None).by_name["caption"]


def test_a_file_that_was_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "note.yaml"
    file.write_text(FACTS.format(name="note"), "utf-8")
    before = components_in(str(tmp_path)).by_name["note"]
    file.write_text(FACTS.format(name="note").replace("template: x", "template: other"), "utf-8")

    after = components_in(str(tmp_path)).by_name["note"]

    assert (before.template, after.template) == ("x", "other")
