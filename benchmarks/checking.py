"""Question-answer pairs checked a second on one core, all six stages, over the guidance files.

    python benchmarks/checking.py [FOLDER]

Writing, cutting and indexing are not in the figure; nor is the dense judge, which is not there.
The best of three rounds counts, each over every pair the extractive writer finds with ten
questions a chunk. Curation (round trip, duplicates, acceptance) is measured apart.
"""

import asyncio
import platform
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from groundsmith.corpus.chunkers.sections import SectionChunker
from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.corpus.settings import CorpusSettings
from groundsmith.index.lexical.bm25 import LexicalRetriever
from groundsmith.recipes.qa.recipe import QaRecipe
from groundsmith.recipes.qa.settings import QaSettings
from groundsmith.records import Chunk, Document, Draft, Item, Judged, Passage, draft_id, sha256
from groundsmith.seams import Kit
from groundsmith.verify.judges.embedded import EmbeddedJudge

GUIDANCE = Path(__file__).parents[1] / "examples" / "guidance"
ROUNDS = 3

Pairs = list[tuple[Item, Draft]]


def read(folder: Path) -> list[Document]:
    """The text files of a folder."""
    return [
        Document(
            id=path.name,
            source=path.name,
            sha256=sha256(path.read_bytes()),
            text_sha256=sha256(path.read_text("utf-8")),
            reader="text@1",
            text=path.read_text("utf-8"),
        )
        for path in sorted(folder.glob("*.txt"))
    ]


def kit_over(chunks: Sequence[Chunk]) -> Kit:
    """What the recipe needs, with an index over the chunks."""
    index = LexicalRetriever((c.id, "\n".join((*c.headings, c.text))) for c in chunks)
    return Kit(
        sentences=RuleSplitter(),
        judge=EmbeddedJudge(),
        retriever=lambda: index,
        settings_sha256="0" * 64,
    )


async def write(recipe: QaRecipe, chunks: Sequence[Chunk], kit: Kit) -> Pairs:
    """Every pair of every chunk."""
    items = [Item(name=chunk.id, inputs=(chunk,)) for chunk in chunks]
    return [(item, draft) for item in items for draft in await recipe.write(item, kit)]


async def judge(recipe: QaRecipe, pairs: Pairs, kit: Kit) -> list[Judged]:
    """Every pair with its judgement."""
    return [
        Judged(
            id=draft_id(item.name, "f", draft.part),
            item=item.name,
            category="",
            inputs=tuple(
                Passage(chunk=chunk, sha256="", text_sha256="", reader="text@1")
                for chunk in item.inputs
            ),
            draft=draft,
            judgement=await recipe.judge(item, draft, kit),
        )
        for item, draft in pairs
    ]


def main() -> None:
    """Prints the figures and how to make them again."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else GUIDANCE
    chunker = SectionChunker(CorpusSettings())
    chunks = [chunk for document in read(folder) for chunk in chunker.cut(document)]
    recipe, kit = QaRecipe(QaSettings(questions_per_chunk=10)), kit_over(chunks)
    pairs = asyncio.run(write(recipe, chunks, kit))
    checked: list[float] = []
    curated: list[float] = []
    for _ in range(ROUNDS):
        started = time.process_time()
        judged = asyncio.run(judge(recipe, pairs, kit))
        checked.append(time.process_time() - started)
        started = time.process_time()
        records = list(recipe.curate(judged, kit))
        curated.append(time.process_time() - started)
    accepted = sum(record.accepted for record in records)
    print(f"pairs            {len(pairs)} from {len(chunks)} chunks")
    print(f"checked          {len(pairs) / min(checked):,.0f} pairs/s a core (six stages)")
    print(f"curated          {len(pairs) / min(curated):,.0f} pairs/s a core")
    print(f"accepted         {accepted}")
    print(f"machine          {platform.machine()}, Python {platform.python_version()}")
    print("again with       python benchmarks/checking.py")


if __name__ == "__main__":
    main()
