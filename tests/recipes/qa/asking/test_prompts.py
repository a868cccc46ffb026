"""Prompts are versioned files that a user can replace; what they say enters the fingerprint."""

import os
import pickle
from pathlib import Path

import pytest
from pydantic import ValidationError

from groundsmith.prompt import parsed
from groundsmith.recipes.qa.asking.prompt_set import SLOTS, PromptUnusable, prompts_in, shipped
from groundsmith.recipes.qa.content import Kind
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Chunk, ChunkKind, Item, Phase

OWN = "# system\nBe brief.\n\n# user\nAsk {{count}} of:\n{{passage}}\n"
RELEASED = {
    "qa.v1.en": "0ea65b6e7074a3b47118c512bd8383a76b772e136ffa82b01461017c3555fea4",
    "qa.v1.id": "74fd0f840f59017e4cf28b85fbeca30892d74aa905a541dd15b781b4a8ff369b",
}
"""A text that was released under a name stays: for another text, add a version."""


def folder_with(path: Path, **files: str) -> str:
    path.mkdir(exist_ok=True)
    for name, text in files.items():
        (path / f"{name.replace('_', '.')}.md").write_bytes(text.encode())
    return str(path)


def test_a_released_prompt_keeps_its_text() -> None:
    assert {prompt.name: prompt.sha256 for _, prompt in shipped().prompts} == RELEASED


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_kind_is_explained_in_every_prompt(language: str) -> None:
    system = shipped().of(language).system

    assert all(f"\n- {kind}: " in system for kind in Kind)


def test_an_own_prompt_replaces_the_one_of_its_name_alone(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "mine", qa_v1_en=OWN, notes="My notes.")

    own = prompts_in(folder)

    assert own.of("en").system == "Be brief."
    assert own.of("und") == own.of("en")
    assert own.of("id") == shipped().of("id")


def test_an_own_prompt_is_what_is_asked(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "mine", qa_v1_en=OWN)
    chunk = Chunk(
        id="a",
        document="a",
        start=0,
        stop=4,
        overlap_chars=0,
        text="Fee.",
        headings=(),
        kind=ChunkKind.PROSE,
    )

    request = QaRecipe(QaSettings(prompts=folder)).request_for(Item(name="a", inputs=(chunk,)))

    assert request
    assert request.system == "Be brief."
    assert request.messages[0][1].startswith("Ask 3 of:\n===== DATA ")


def test_what_prompts_say_is_hashed_and_not_where_they_lie(tmp_path: Path) -> None:
    here = QaSettings(prompts=folder_with(tmp_path / "here", qa_v1_en=OWN))
    there = QaSettings(prompts=folder_with(tmp_path / "there", qa_v1_en=OWN.replace("\n", "\r\n")))
    before = here.sha256(Phase.WRITE)

    folder_with(tmp_path / "there", qa_v1_en=OWN.replace("\n", "\r\n"))
    assert there.sha256(Phase.WRITE) == before
    assert QaSettings().sha256(Phase.WRITE) != before

    folder_with(tmp_path / "here", qa_v1_en=OWN.replace("brief", "long"))
    assert here.sha256(Phase.WRITE) != before


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "# system"),
        ("Be brief. {{passage}}", "# system"),
        ("# system\nBe brief. {{passage}}", "# user"),
        ("# system\nAsk {{count}}.\n# user\n{{passage}}", "{{count}}"),
        ("# system\n\n# user\n{{passage}} {{text}}", "{{text}}"),
        ("# system\n\n# user\nAsk me.", "{{passage}}"),
        ("# system\n\n# user\n{{passage}}{{passage}}", "{{passage}}"),
        ("x" * 70_000, "65536 bytes"),
    ],
)
def test_a_prompt_that_cannot_be_used_is_a_fault_of_the_settings(
    tmp_path: Path, text: str, fault: str
) -> None:
    folder = folder_with(tmp_path / "mine", qa_v1_en=text)

    with pytest.raises(ValidationError) as caught:
        QaSettings(prompts=folder)

    assert fault in str(caught.value)
    assert "qa.v1.en.md" in str(caught.value)


def test_all_files_are_faulted_at_once(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "mine", qa_v1_en="", qa_v1_id="", qa_v9_de=OWN)

    with pytest.raises(PromptUnusable) as caught:
        prompts_in(folder)

    assert len(caught.value.faults) == 3
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("folder", ["nowhere", "\0", "\ud800", "x" * 5_000])
def test_a_folder_without_prompts_is_a_fault(tmp_path: Path, folder: str) -> None:
    with pytest.raises(PromptUnusable):
        prompts_in(str(tmp_path / folder) if folder != "\0" else folder)


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "qa.v1.en.md").write_bytes(b"# system\n\xff\n# user\n{{passage}}")

    with pytest.raises(PromptUnusable, match="utf-8"):
        prompts_in(str(tmp_path))


def test_what_is_no_file_is_a_fault_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "qa.v1.en.md")

    with pytest.raises(PromptUnusable, match="no file") as caught:
        prompts_in(str(tmp_path))

    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_byte_order_mark_does_not_matter() -> None:
    assert parsed("p", "\ufeff" + OWN, SLOTS) == parsed("p", OWN, SLOTS)
