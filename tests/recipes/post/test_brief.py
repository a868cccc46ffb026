"""A style, tone, audience or platform of one's own is one YAML file."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from groundsmith.recipes.post.brief import BriefUnusable, shelf
from groundsmith.recipes.post.settings import PostSettings
from groundsmith.records import Phase


def own(folder: Path, kind: str, name: str, text: str) -> str:
    (folder / kind).mkdir(parents=True, exist_ok=True)
    (folder / kind / f"{name}.yaml").write_text(text)
    return str(folder)


def test_what_ships_is_what_is_promised() -> None:
    held = shelf(None)

    assert set(held.styles) == {
        *("growth", "learning", "build-in-public", "recruiter"),
        *("educational", "hot-take", "founder-lesson", "showcase"),
    }
    assert len(held.tones) == 7
    assert len(held.audiences) == 6
    assert len(held.platforms) == 5


def test_a_sixth_platform_and_a_new_style_take_one_file_each(tmp_path: Path) -> None:
    own(tmp_path, "platforms", "threads", "about: A post on Threads.\nmax_chars: 500\n")
    folder = own(
        tmp_path,
        "styles",
        "haiku",
        "about: A.\ninstruction: Be short.\nqueries: [what it is]\n",
    )

    settings = PostSettings(own=folder, styles=("haiku",), platform="threads")

    brief = settings.brief("haiku")
    assert brief.platform.value.max_chars == 500
    assert brief.style.value.queries == ["what it is"]


def test_another_text_of_a_file_is_another_fingerprint_and_another_place_is_not(
    tmp_path: Path,
) -> None:
    text = "about: A.\ninstruction: B.\nqueries: [c]\n"
    first = own(tmp_path / "a", "styles", "x", text)
    moved = own(tmp_path / "b", "styles", "x", text)
    other = own(tmp_path / "c", "styles", "x", text.replace("B.", "D."))

    hashes = [PostSettings(own=at).sha256(Phase.PLAN) for at in (first, moved, other)]

    assert hashes[0] == hashes[1] != hashes[2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("about: A.\n", "instruction"),
        ("about: A.\ninstruction: B.\nqueries: [c]\ncolour: red\n", "colour"),
        ("[", "cannot be read"),
        ("x: &a [*a]", "x.yaml"),
        ("a" * 70_000, "longer"),
        ("about: A.\ninstruction: B.\nqueries: [c]\nhashtags: ['two words']\n", "hashtags"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_fault(
    text: str, said: str, tmp_path: Path
) -> None:
    folder = own(tmp_path, "styles", "x", text)

    with pytest.raises(BriefUnusable, match=said):
        shelf(folder)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("styles", "nonsense", "none of build-in-public"),
        ("styles", "", "one or more"),
        ("tone", "loud", "none of balanced"),
        ("hooks", "clickbait", "there is curiosity"),
        ("own", "/nowhere/at/all", "no folder"),
        ("ready_from", 0.1, "review_from"),
    ],
)
def test_a_setting_that_cannot_be_used_says_what_can(key: str, value: object, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        PostSettings.model_validate({key: value})
