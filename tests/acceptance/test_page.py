"""A catalogue's pages through the command line: files, what is made again, and what is refused."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml

from command_line import CommandLine
from postgres import PASSWORD, Cluster

ITEM = """\
- name: {name}
  category: metal
  author_id: 1
  complexity: low
  difficulty_score: 2
  applications: [aircraft panels, engine housings]
  surface_treatments: [oxide removal, paint stripping]
  industry_tags: [aerospace, automotive]
  challenges: [high reflectivity, a thin native oxide]
  success_signs: [an even metallic sheen, no melted edges]
  laser_parameters:
    illustrative: true
    laser_type: pulsed fiber laser
    wavelength: {{value: 1064, unit: nm}}
  properties:
    density: {{value: {density}, unit: g/cm³, source: "a table of densities"}}
"""
AUTHORS = """\
- {id: 1, name: Mara Example, role: sample author, expertise: metals, country: Sweden}
- {id: 2, name: Jon Example, role: sample author, expertise: wood, country: Norway}
"""
EXTENSIONS = {
    "author": "yaml",
    "bullets": "md",
    "caption": "md",
    "frontmatter": "yaml",
    "jsonld": "json",
    "metatags": "html",
    "propertiestable": "md",
    "table": "md",
    "tags": "yaml",
    "text": "md",
}


@pytest.fixture
def materials(groundsmith: CommandLine) -> Path:
    folder = groundsmith.folder / "materials"
    folder.mkdir()
    items = [ITEM.format(name="Aluminum", density=2.699), ITEM.format(name="Tin", density=7.287)]
    (folder / "catalogue.yaml").write_text("".join(items), "utf-8")
    (folder / "authors.yaml").write_text(AUTHORS, "utf-8")
    return folder


def site(groundsmith: CommandLine) -> dict[str, bytes]:
    root = groundsmith.folder / "out" / "site"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".versions" not in path.parts
    }


def figures(groundsmith: CommandLine) -> Any:
    return json.loads((groundsmith.folder / "out" / "manifest.json").read_text("utf-8"))["report"]


def test_a_catalogue_becomes_ten_files_an_item_that_hold_up_in_an_audit(
    groundsmith: CommandLine, materials: Path
) -> None:
    done = groundsmith("page", materials, "--out", "out")

    assert done.returncode == 0, done.stderr
    assert set(site(groundsmith)) == {
        f"{component}/{slug}.{suffix}"
        for component, suffix in EXTENSIONS.items()
        for slug in ("aluminum", "tin")
    }
    assert figures(groundsmith)["categories"]["metal"]["complete"] == 2
    assert groundsmith("audit", "out").returncode == 0


def test_a_changed_density_changes_the_files_that_show_it_and_keeps_what_they_were(
    groundsmith: CommandLine, materials: Path
) -> None:
    groundsmith("page", materials, "--out", "out")
    before = site(groundsmith)
    catalogue = materials / "catalogue.yaml"
    catalogue.write_text(catalogue.read_text("utf-8").replace("7.287", "7.3104"), "utf-8")

    done = groundsmith("page", materials, "--out", "out")

    after = site(groundsmith)
    changed = {path for path in after if after[path] != before[path]}
    versions = groundsmith.folder / "out" / "site" / ".versions"
    assert done.returncode == 0, done.stderr
    assert changed == {path for path in after if b"7.3104" in after[path]}
    assert changed
    for path in changed:
        assert (versions / path / "000001").read_bytes() == before[path]


def test_an_item_that_left_the_catalogue_leaves_the_site(
    groundsmith: CommandLine, materials: Path
) -> None:
    groundsmith("page", materials, "--out", "out")
    (materials / "catalogue.yaml").write_text(ITEM.format(name="Tin", density=7.287), "utf-8")

    done = groundsmith("page", materials, "--out", "out")

    assert done.returncode == 0, done.stderr
    assert {Path(path).stem for path in site(groundsmith)} == {"tin"}


def test_components_that_are_named_are_made_alone_and_an_unknown_one_is_refused(
    groundsmith: CommandLine, materials: Path
) -> None:
    chosen = ("--component", "text", "--component", "Author")

    done = groundsmith("page", materials, "--out", "out", *chosen, "--item", "tin")
    unknown = groundsmith("page", materials, "--out", "new", "--component", "texts")

    assert done.returncode == 0, done.stderr
    assert set(site(groundsmith)) == {"text/tin.md", "author/tin.yaml"}
    assert figures(groundsmith)["categories"]["metal"]["complete"] == 1
    assert unknown.returncode == 2
    assert "--component texts: no such component; there is author, bullets" in unknown.stderr


def test_a_component_of_ones_own_is_one_file_more(
    groundsmith: CommandLine, materials: Path
) -> None:
    own = groundsmith.folder / "own"
    own.mkdir()
    (own / "uses.yaml").write_text(
        "name: uses\nkind: facts\nformat: txt\nneeds: {facts: [name, applications]}\n"
        "template: '{{ name }}: {{ applications | listed }}'\n"
        "validators: {length: {min_chars: 9}}\n",
        "utf-8",
    )

    done = groundsmith("page", materials, "--out", "out", "--set", "page.components=own")

    assert done.returncode == 0, done.stderr
    assert site(groundsmith)["uses/tin.txt"] == b"Tin: aircraft panels and engine housings\n"
    assert len(site(groundsmith)) == 22


def test_a_faulty_component_is_refused_with_its_file_and_line_before_anything_is_done(
    groundsmith: CommandLine, materials: Path
) -> None:
    own = groundsmith.folder / "own"
    own.mkdir()
    (own / "uses.yaml").write_text("name: uses\nkind: facts\ncolour: red\n", "utf-8")

    done = groundsmith("page", materials, "--out", "out", "--set", "page.components=own")

    assert done.returncode == 2
    assert "uses.yaml:3: colour" in done.stderr
    assert not (groundsmith.folder / "out").exists()


def test_the_preview_is_a_page_an_item_and_an_index(
    groundsmith: CommandLine, materials: Path
) -> None:
    done = groundsmith("page", materials, "--out", "out", "--set", "page.preview=true")

    pages = {path for path in site(groundsmith) if path.endswith(".html") and "preview" in path}
    assert done.returncode == 0, done.stderr
    assert pages == {"preview/aluminum.html", "preview/index.html", "preview/tin.html"}


def test_an_item_that_is_selected_is_written_and_the_others_stay(
    groundsmith: CommandLine, materials: Path
) -> None:
    first = groundsmith("page", materials, "--out", "out", "--item", "Tin")
    alone = site(groundsmith)
    groundsmith("page", materials, "--out", "out")
    whole = site(groundsmith)

    again = groundsmith("page", materials, "--out", "out", "--item", "Tin")

    assert (first.returncode, again.returncode) == (0, 0)
    assert {Path(path).stem for path in alone} == {"tin"}
    assert len(whole) == 20
    assert site(groundsmith) == whole


def test_authors_beside_a_catalogue_file_are_read_with_it(
    groundsmith: CommandLine, materials: Path
) -> None:
    done = groundsmith("page", materials / "catalogue.yaml", "--out", "out")

    assert done.returncode == 0, done.stderr
    assert "author/tin.yaml" in site(groundsmith)
    (row,) = [line.split() for line in done.stdout.splitlines() if line.startswith("metal")]
    assert row == ["metal", "2", "2", "20", "0", "0"]


def statements(materials: Path) -> list[str]:
    """The catalogue and its authors as tables, a column a field."""
    made: list[str] = []
    for name, key in (("catalogue", "number INTEGER PRIMARY KEY, "), ("authors", "")):
        entries = yaml.safe_load((materials / f"{name}.yaml").read_text("utf-8"))
        fields = list(entries[0])
        of_json = {field for field in fields if isinstance(entries[0][field], dict | list)}
        columns = (f"{field} {'JSON' if field in of_json else 'TEXT'}" for field in fields)
        made.append(f"CREATE TABLE {name} ({key}{', '.join(columns)})")
        for at, entry in enumerate(entries, start=1):
            values = [
                json.dumps(entry[field]) if field in of_json else str(entry[field])
                for field in fields
            ]
            quoted = ", ".join("'" + value.replace("'", "''") + "'" for value in values)
            made.append(f"INSERT INTO {name} VALUES ({f'{at}, ' if key else ''}{quoted})")
    return made


def test_a_table_gives_the_pages_that_its_file_does_and_a_bad_row_is_told_by_key_and_field(
    groundsmith: CommandLine, materials: Path
) -> None:
    groundsmith("page", materials, "--out", "out")
    of_file = site(groundsmith)
    with sqlite3.connect(groundsmith.folder / "shop.db") as connection:
        for statement in statements(materials):
            connection.execute(statement)
        connection.execute("INSERT INTO catalogue (number, category) VALUES (9, 'metal')")
    connection.close()
    groundsmith.folder.joinpath("out").rename(groundsmith.folder / "of_file")

    done = groundsmith("page", "sqlite:///shop.db?table=catalogue", "--out", "out")

    assert done.returncode == 1
    assert "table catalogue, row 9: name: missing" in done.stdout
    assert site(groundsmith) == of_file
    assert groundsmith("audit", "out").returncode == 0


def test_a_password_in_the_address_of_a_table_is_written_nowhere(
    groundsmith: CommandLine, materials: Path, server: Cluster
) -> None:
    address = server.new_database()
    server.execute(address.rpartition("/")[2], ";".join(statements(materials)))
    asked = f"{address}?table=catalogue"

    done = groundsmith("page", asked, "--out", "out")
    again = groundsmith("runs", "resume", "out", env={"PGPASSWORD": PASSWORD})
    refused = groundsmith("page", asked.replace("table=catalogue", "table=shop"), "--out", "new")

    assert done.returncode == again.returncode == 0, done.stderr + again.stderr
    assert len(site(groundsmith)) == 20
    assert refused.returncode == 2
    assert "there is no such table" in refused.stderr
    files = [path for path in groundsmith.folder.rglob("*") if path.is_file()]
    told = [each.stdout + each.stderr for each in (done, again, refused)]
    assert not [path for path in files if PASSWORD.encode() in path.read_bytes()]
    assert not [text for text in told if PASSWORD in text]
