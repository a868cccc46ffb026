"""Recipes as plug-ins: found, run, refused; and what needs another is made after it, and again."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine

HEADS_AND_TEXTS = '''
from groundsmith.errors import ItemError
from groundsmith.phases import Settings, run, write
from groundsmith.recipes.registry import RecipeKind
from groundsmith.records import Item, Draft, DraftCitation
from gist.kind import TierReport
from gist.recipe import SummaryRecipe
from gist.settings import RecipeSettings


class PairSettings(RecipeSettings):
    failing: str = run("", about="Items that fail.")
    circle: bool = run(False, about="Let heads need texts, too.")


class PairRecipe(SummaryRecipe):
    """For each document its head, and a text that needs it."""

    name = "pairs"

    def plan(self, corpus):
        for document in corpus.documents():
            first, *_ = (chunk for chunk in corpus.chunks() if chunk.document == document.id)
            circle = (f"{document.id}/text",) if self.settings.circle else ()
            yield Item(name=f"{document.id}/text", inputs=(first,), needs=(f"{document.id}/head",))
            yield Item(
                name=f"{document.id}/head", inputs=(first,), needs=circle, template="head@1",
                category="heads",
            )

    async def write(self, item, kit):
        if self.settings.failing and item.name.startswith(self.settings.failing):
            raise ItemError(item.name, "it was told to")
        passage = item.inputs[0].text
        line = passage.split(". ")[0].strip()
        heads = [draft.content["summary"] for made in kit.needs.values() for draft in made]
        start = passage.index(line)
        cited = DraftCitation(input=0, start=start, stop=start + len(line))
        content = {"summary": line, "under": heads}
        return [Draft(part=0, content=content, citations=(cited,), writer="extractive")]


KIND = RecipeKind(
    name="pairs", about="Heads and texts.", settings=PairSettings, report=TierReport,
    build=lambda settings, rules: PairRecipe(settings),
    site=lambda out, records, settings: (out / "site.txt").write_text(
        "".join(f"{record.item}\\n" for record in records)
    ),
)
'''
DOCUMENTS = {
    "ferry.md": "The ferry to the island leaves twice a day. Tickets are sold on board.\n\n"
    "It is free for children and for dogs.\n",
    "museum.md": "The museum was founded in Bergen by a fisherman in 1904. It closes at 4.\n\n"
    "Guides speak Norwegian and English.\n",
}


def registered(folder: Path, distribution: str, **recipes: str) -> None:
    """A distribution as pip would leave it behind."""
    info = folder / f"{distribution}-1.0.dist-info"
    info.mkdir(parents=True)
    metadata = f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
    (info / "METADATA").write_text(metadata, "utf-8")
    points = "".join(f"{name} = {place}\n" for name, place in recipes.items())
    (info / "entry_points.txt").write_text(f"[groundsmith.recipes]\n{points}", "utf-8")


@pytest.fixture
def plugins(groundsmith: CommandLine, tmp_path: Path) -> CommandLine:
    """The command line where a recipe of the template is installed, and documents lie."""
    site = tmp_path / "site"
    assert groundsmith("init", "--recipe", "gist", tmp_path / "gist").returncode == 0
    registered(site, "gist", gist="gist.kind:KIND")
    (site / "heads.py").write_text(HEADS_AND_TEXTS, "utf-8")
    groundsmith.env["PYTHONPATH"] = os.pathsep.join(map(str, (tmp_path / "gist", site)))
    (groundsmith.folder / "docs").mkdir()
    for name, text in DOCUMENTS.items():
        (groundsmith.folder / "docs" / name).write_text(text, "utf-8")
    return groundsmith


@pytest.fixture
def pairs(plugins: CommandLine, tmp_path: Path) -> CommandLine:
    """The same with a recipe whose texts need heads."""
    registered(tmp_path / "site", "heads", pairs="heads:KIND")
    return plugins


def contents(folder: Path) -> dict[str, Any]:
    lines = (folder / "out" / "records.jsonl").read_text("utf-8").splitlines()
    return {record["item"]: record["content"] for record in map(json.loads, lines)}


def test_the_template_is_a_command_with_options_settings_and_records(plugins: CommandLine) -> None:
    done = plugins("gist", "docs", "--out", "out", "--min-chars", "30")
    schema = json.loads(plugins("config", "schema").stdout)

    assert done.returncode == 0, done.stderr
    assert "2 sentences accepted" in done.stdout
    assert "Say one cited sentence" in plugins("--help").stdout
    assert "gist" in schema["properties"]
    assert plugins("audit", "out").returncode == 0


def test_the_template_passes_its_own_test(plugins: CommandLine, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tmp_path / "gist"],
        cwd=tmp_path / "gist",
        env=plugins.env,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_a_recipe_is_not_written_over_another_or_into_files(plugins: CommandLine) -> None:
    for name in ("qa", "run", "Two words", "_hidden", "model_dump"):
        assert plugins("init", "--recipe", name, "new").returncode == 2
    assert plugins("init", "--recipe", "fine", "docs").returncode == 2
    assert not (plugins.folder / "new").exists()


def test_a_broken_plug_in_is_named_where_it_is_asked_for_and_nowhere_else(
    plugins: CommandLine, tmp_path: Path
) -> None:
    registered(tmp_path / "site", "wreck", wreck="no_such_module:KIND")

    asked = plugins("wreck", "docs", "--out", "out")
    other = plugins("gist", "docs", "--out", "out")
    configured = plugins("gist", "docs", "--out", "out", "--set", "wreck.a=1")

    assert asked.returncode == 2
    assert "the recipe of wreck 1.0 cannot be used (ModuleNotFoundError" in asked.stderr
    assert other.returncode == 0
    assert configured.returncode == 2
    assert "wreck 1.0" in configured.stderr
    assert "wreck" in plugins("--help").stdout


def test_two_recipes_of_one_name_are_both_refused_by_their_distributions(
    plugins: CommandLine, tmp_path: Path
) -> None:
    registered(tmp_path / "site", "second", gist="gist.kind:KIND")

    done = plugins("gist", "docs", "--out", "out")

    assert done.returncode == 2
    assert "gist 1.0" in done.stderr
    assert "second 1.0" in done.stderr


def test_a_writer_is_handed_the_drafts_of_what_its_item_needs(pairs: CommandLine) -> None:
    done = pairs("pairs", "docs", "--out", "out", "--workers", "2")

    made = contents(pairs.folder)
    assert done.returncode == 0, done.stderr
    assert made["ferry.md/text"]["under"] == [made["ferry.md/head"]["summary"]]
    assert made["ferry.md/head"]["under"] == []
    assert (pairs.folder / "out" / "site.txt").read_text("utf-8").splitlines() == list(made)


def test_what_needs_a_failed_item_is_blocked_and_goes_on_when_that_is_mended(
    pairs: CommandLine,
) -> None:
    failed = pairs("pairs", "docs", "--out", "out", "--failing", "ferry.md/head")
    shown = pairs("runs", "show", "out").stdout
    again = pairs("pairs", "docs", "--out", "out", "--retry-failed")

    assert failed.returncode == 1
    assert "ferry.md/text: needs ferry.md/head, which failed" in shown
    assert again.returncode == 0, again.stderr
    assert len(contents(pairs.folder)) == 4


def test_a_changed_document_makes_its_own_items_again_and_says_why(pairs: CommandLine) -> None:
    pairs("pairs", "docs", "--out", "out")
    file = pairs.folder / "docs" / "ferry.md"
    file.write_text(DOCUMENTS["ferry.md"].replace("twice", "thrice"), "utf-8")

    pairs("pairs", "docs", "--out", "out")
    text = pairs("runs", "show", "out", "--explain", "ferry.md/text").stdout
    other = pairs("runs", "show", "out", "--explain", "museum.md/text").stdout

    assert "input changed: ferry.md" in text
    assert "need changed: ferry.md/head" in text
    assert "setting" not in text
    assert "made once; nothing that it depends on has changed since" in other
    assert pairs("runs", "show", "out", "--explain", "nobody").returncode == 2


def test_a_selection_works_on_some_items_and_on_what_they_need(pairs: CommandLine) -> None:
    pairs("pairs", "docs", "--out", "out", "--item", "FERRY.MD/T*")
    one = set(contents(pairs.folder))
    pairs("pairs", "docs", "--out", "out", "--category", "heads")

    assert one == {"ferry.md/text", "ferry.md/head"}
    assert set(contents(pairs.folder)) == {"ferry.md/head", "museum.md/head"}


def test_items_that_need_each_other_are_a_wrong_request(pairs: CommandLine) -> None:
    done = pairs("pairs", "docs", "--out", "out", "--circle")

    assert done.returncode == 2
    assert "these items need each other: ferry.md/" in done.stderr
