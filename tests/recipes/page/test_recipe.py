"""The plan of a catalogue, and what is made of it without a model."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.page.recipe import PageRecipe
from groundsmith.recipes.page.settings import PageSettings
from groundsmith.records import Item, Record, fingerprint

MakeRecords = Callable[..., dict[str, Record]]
Plan = Callable[..., dict[str, Item]]


def identity(item: Item) -> str:
    return fingerprint(
        recipe="page", version=1, settings_sha256="", inputs=item.inputs, template=item.template
    )


def test_every_entry_has_an_item_for_each_component_in_its_category(planned: Plan) -> None:
    items = planned()

    assert len(items) == 20
    assert items["Oak/caption"].category == "wood"
    assert items["Oak/jsonld"].needs == ("Oak/frontmatter",)


def test_a_changed_density_re_makes_exactly_the_files_that_show_it(
    planned: Plan, records: MakeRecords, catalogue: str
) -> None:
    other = catalogue.replace("2.699", "2.7123")

    before, after = planned(catalogue), planned(other)

    changed = {name for name in before if identity(before[name]) != identity(after[name])}
    showing = {name for name, made in records(other).items() if "2.7123" in made.content["text"]}
    derived = {name for name in showing if after[name].needs}
    assert changed | derived == showing
    assert derived == {"Aluminum/jsonld"}


def test_lines_that_moved_change_nothing(planned: Plan, catalogue: str) -> None:
    metal, wood = catalogue.split("- name: Oak")
    turned = f"- name: Oak{wood}{metal}"

    before, after = planned(catalogue), planned(turned)

    assert {name: identity(item) for name, item in before.items()} == {
        name: identity(item) for name, item in after.items()
    }


def test_a_changed_definition_re_makes_its_own_files_only(planned: Plan, tmp_path: Path) -> None:
    shipped = Path(PageRecipe.__module__.replace(".", "/")).parent
    text = next(Path(__file__).parents[3].glob(f"src/{shipped}/components/table.yaml")).read_text()
    (tmp_path / "table.yaml").write_text(text.replace("| Note |", "| Remark |"), "utf-8")

    before, after = planned(), planned(settings=PageSettings(components=str(tmp_path)))

    changed = {name for name in before if identity(before[name]) != identity(after[name])}
    assert changed == {"Aluminum/table", "Oak/table"}


def test_a_missing_fact_is_left_out_and_reported(records: MakeRecords) -> None:
    oak = records()["Oak/propertiestable"]

    assert oak.accepted
    assert "Density" not in oak.content["text"]
    assert [f.message for f in oak.assessment.findings] == [
        "the catalogue has no properties; it is left out"
    ]


def test_every_citation_is_the_line_that_it_quotes(
    records: MakeRecords, texts: dict[str, str]
) -> None:
    for record in records().values():
        assert record.citations
        for citation in record.citations:
            text = texts[citation.document]
            assert citation.quote == text[citation.start : citation.stop]
            assert f"\n{citation.quote}\n" in f"\n{text}\n"


def test_a_number_in_a_template_is_no_fact(records: MakeRecords, tmp_path: Path) -> None:
    (tmp_path / "promise.yaml").write_text(
        "name: promise\nkind: facts\nformat: txt\ntemplate: 'in 24 hours'\nvalidators: {}\n",
        "utf-8",
    )

    made = records(settings=PageSettings(components=str(tmp_path)))

    (finding,) = made["Oak/promise"].assessment.findings
    assert finding.code == "number-not-in-facts"
    assert not made["Oak/promise"].accepted
    assert made["Oak/caption"].accepted


def test_an_eleventh_component_takes_one_file(records: MakeRecords, tmp_path: Path) -> None:
    (tmp_path / "uses.yaml").write_text(
        "name: uses\nkind: facts\nformat: txt\nneeds: {facts: [name, applications]}\n"
        "template: '{{ name }}: {{ applications | listed }}'\n"
        "validators: {length: {min_chars: 10, max_chars: 80}}\n",
        "utf-8",
    )

    made = records(settings=PageSettings(components=str(tmp_path)))

    assert made["Oak/uses"].accepted
    assert made["Oak/uses"].content == {
        "component": "uses",
        "format": "txt",
        "category": "wood",
        "path": "uses/oak.txt",
        "text": "Oak: beams, furniture and barrels\n",
    }


def test_what_is_made_from_a_rejected_file_is_rejected_with_it(
    records: MakeRecords, catalogue: str
) -> None:
    made = records(catalogue.replace("name: Oak", "name: TBD"))

    codes = {f.code for f in made["TBD/jsonld"].assessment.findings}
    assert not made["TBD/frontmatter"].accepted
    assert "need-rejected" in codes


def test_two_entries_of_one_name_do_not_share_a_file(planned: Plan, catalogue: str) -> None:
    items = planned(catalogue.replace("name: Oak", "name: aluminum!"))

    recipe_paths = {name.rpartition("/")[0] for name in items}
    assert recipe_paths == {"Aluminum", "aluminum! (2)"}


def test_a_secret_in_the_catalogue_reaches_no_file(records: MakeRecords, catalogue: str) -> None:
    key = "AKIA" + "IOSFODNN7EXAMPLQ"

    made = records(catalogue.replace("beams", key))

    showing = [record for record in made.values() if key in record.content["text"]]
    assert showing
    assert not any(record.accepted for record in showing)


@given(st.lists(st.sampled_from(["a", "b", "a b", "木", "|", "\\", '"', "{{ 7*7 }}", "</script>"])))
def test_hostile_names_and_values_break_no_plan(values: list[str]) -> None:
    from groundsmith.recipes.page.rendering import as_json, cell, markdown, parsed, quoted

    for value in values:
        assert parsed(quoted(value), "json") == value
        assert parsed(as_json([value]), "yaml") == [value]
        assert "\n" not in cell(value) + markdown(value)
