"""Every kind has a prompt, and a user's file stands in for the shipped one of its name."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from groundsmith.recipes.story.writing.prompt_set import PassageKind, prompts_in
from groundsmith.recipes.story.writing.settings import StorySettings
from groundsmith.records import Phase


def test_each_of_the_eight_kinds_is_asked_for_in_words_of_its_own() -> None:
    shipped = prompts_in(None)

    assert len({shipped.task(kind) for kind in PassageKind}) == 8


def test_a_file_of_ones_own_replaces_one_prompt_and_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "conflict_scene.v1.md").write_text("Let them quarrel about a goat.\n", "utf-8")

    own, shipped = prompts_in(str(tmp_path)), prompts_in(None)

    assert own.task(PassageKind.CONFLICT_SCENE) == "Let them quarrel about a goat."
    assert own.task(PassageKind.WORLD_BUILDING) == shipped.task(PassageKind.WORLD_BUILDING)
    assert own.sha256 != shipped.sha256


def test_what_prompts_say_enters_the_fingerprint_and_where_they_lie_does_not(
    tmp_path: Path,
) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "revise.v1.md").write_text("Mend it.", "utf-8")

    one, two, none = (
        StorySettings(prompts=folder).sha256(Phase.WRITE)
        for folder in (str(tmp_path / "one"), str(tmp_path / "two"), None)
    )

    assert one == two != none


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("conflict.v1.md", b"x", "replaces no prompt"),
        ("conflict_scene.v1.md", b" \n", "is empty"),
        ("conflict_scene.v1.md", b"\xff\xfe", "can't decode"),
        ("conflict_scene.v1.md", b"x" * 70_000, "is longer than"),
        ("write.v1.md", b"Write it.", "# system"),
    ],
)
def test_a_prompt_that_cannot_be_used_is_refused_with_its_name(
    tmp_path: Path, name: str, text: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(text)

    with pytest.raises(ValidationError, match=said) as raised:
        StorySettings(prompts=str(tmp_path))

    assert name in str(raised.value)


def test_a_folder_without_prompts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="no folder with one of"):
        StorySettings(prompts=str(tmp_path / "missing"))
