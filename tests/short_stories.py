"""Two short manuscripts in which somebody dies, somebody has eyes of a colour, and it is winter."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from groundsmith.recipes.story.kind import KIND
from groundsmith.recipes.story.writing.settings import StorySettings
from groundsmith.records import Draft, Judged, Passage, Record
from groundsmith.testing.model import ScriptedModel
from groundsmith.testing.trial import Trial

ENGLISH = {
    "01.md": "# The mill\n\nOn Monday, 12 January 1920, Hanna Brandt walked down to the mill. "
    "Hanna had green eyes and a long coat.\n\nTobias Brandt waited at the door. “You are late,” "
    "said Tobias.\n\nHanna laughed. She carried the sacks to the cart, and Tobias counted them.\n",
    "02.md": "# The ice\n\nOn 14 January 1920 the ice on the pond broke. Tobias fell through it "
    "and drowned before anyone could reach him.\n\nHanna ran to the pond. “He is gone,” said "
    "Rupert Vance. Hanna wept.\n\nTwo days later they buried Tobias behind the mill.\n",
    "03.md": "# The letter\n\nOn 20 January 1920 a letter came to the mill. Hanna opened it at the "
    "table. Rupert stood at the window and looked at the snow.\n\n“Who wrote it?” asked Rupert.\n\n"
    "Hanna folded the letter and put it in her coat.\n",
    "notes/people.md": "# People\n\n## Hanna Brandt\n- Eyes: green\n- Role: miller\n\n## Rupert "
    "Vance\n- Role: carter\n\n## Tobias Brandt\n- Role: Hanna's brother\n",
    "notes/world.md": "# World\n\n## The pond\nNobody may fish in the pond before Easter.\n",
}
INDONESIAN = {
    "01.md": "# Dermaga\n\nPada tanggal 3 Januari 1985 Sekar Wulan turun ke dermaga. Mata Sekar "
    "berwarna hijau.\n\nBagas Prakoso menunggu di tepi perahu. “Kamu terlambat,” kata Bagas.\n\n"
    "Sekar tertawa. Ia mengangkat keranjang ke perahu.\n",
    "02.md": "# Ombak\n\nPada tanggal 9 Januari 1985 ombak memecah perahu itu. Bagas meninggal "
    "malam itu.\n\nSekar berlari ke pantai. “Dia sudah tiada,” kata Darma Saputra.\n\nDua hari "
    "kemudian mereka memakamkan Bagas di bukit.\n",
    "03.md": "# Surat\n\nPada tanggal 15 Januari 1985 sepucuk surat tiba. Sekar membukanya di "
    "meja. Darma berdiri di jendela.\n\n“Siapa yang menulis?” tanya Darma.\n\nSekar melipat surat "
    "itu.\n",
}
STORIES = {"en": ENGLISH, "id": INDONESIAN}
FITS = {
    "en": "Rupert took the reins. Hanna sat down beside him and said nothing until the bridge.",
    "id": "Darma memegang kemudi. Sekar duduk di sampingnya sampai ke jembatan.",
}
DEAD_SPEAKS = {
    "en": "Tobias opened the door. “Give me the letter,” said Tobias.",
    "id": "Bagas membuka pintu. “Berikan surat itu,” kata Bagas.",
}
OTHER_EYES = {
    "en": "Hanna looked up, and her blue eyes were wet.",
    "id": "Mata Sekar berwarna biru. Ia menatap Darma.",
}
WRONG_SEASON = {
    "en": "It was the height of summer, and the wheat stood dry in the fields.",
    "id": "Di puncak musim kemarau Sekar berjalan ke pasar.",
}
PLANTED = {"death": DEAD_SPEAKS, "appearance": OTHER_EYES, "time": WRONG_SEASON}
"""Subtype → language → a passage that contradicts the manuscript in it."""


def trial_with(files: Mapping[str, str], **asked: object) -> Trial:
    """The recipe over a manuscript, asked for something."""
    return Trial(KIND, files, StorySettings.model_validate(asked))


def written(trial: Trial, model: ScriptedModel) -> Draft:
    """The draft that comes of what this model answers."""
    kit = replace(trial.kit(), model=model)
    (draft,) = asyncio.run(trial.recipe.write(trial.items[0], kit))
    return draft


def recorded(trial: Trial, draft: Draft) -> Record:
    """The record that a draft becomes."""
    item = trial.items[0]
    judged = Judged(
        id="d",
        item=item.name,
        category=item.category,
        inputs=tuple(
            Passage(chunk=chunk, sha256="", text_sha256="", reader="text@1")
            for chunk in item.inputs
        ),
        draft=draft,
        judgement=asyncio.run(trial.recipe.judge(item, draft, trial.kit())),
    )
    (record,) = trial.records([judged])
    return record
