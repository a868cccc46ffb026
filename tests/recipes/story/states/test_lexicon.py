"""What the lexicon reads out of sentences that its patterns were not written for.

`examples/AXIS.LANGUAGE.tsv` holds a pole, a tab and sentences a line; `-` is no pole at all.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.manuscript import manuscript
from groundsmith.recipes.story.states.axes import CHANGE, Axis, lexicon

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.tsv"))
WHO = {
    "en": "Tom waited a little, and then he nodded. Anna waited a little, and then she nodded.\n\n"
    "It was an ordinary day for Tom and Anna.",
    "id": "Budi menunggu sebentar, lalu ia mengangguk. Sari menunggu sebentar, lalu ia "
    "mengangguk.\n\nHari itu hari biasa bagi Budi dan Sari.",
}


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
def test_each_example_is_read_as_its_pole(file: Path) -> None:
    axis, language, _ = file.name.split(".")
    wrong = []

    for line in file.read_text("utf-8").splitlines():
        pole, _, sentences = line.partition("\t")
        story = Story(manuscript([("1.md", f"# One\n\n{WHO[language]}\n\n{sentences}\n")]))
        found = {s.value for s in story.states if s.axis.name == axis and not s.is_change}
        if found if pole == "-" else pole not in found:
            wrong.append((pole, sorted(found), sentences))

    assert not wrong


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_axis_has_two_poles_or_a_value(language: str) -> None:
    poles: dict[Axis, set[str]] = defaultdict(set)

    for entry in lexicon(language).entries:
        poles[entry.axis].add(entry.pole)

    alone = [a.name for a, found in poles.items() if len(found - {CHANGE}) < 2 and not a.is_unique]
    assert alone == []
