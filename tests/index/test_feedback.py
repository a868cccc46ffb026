from pathlib import Path

import pytest

from groundsmith.index.feedback import RAREST_GROWN, grown, rarity
from groundsmith.index.lexical.document import IndexedDocument
from groundsmith.index.lexical.index import LexicalIndex
from groundsmith.index.lexical.writer import LexicalWriter

COMMON = ["wing lift drag", "wing lift flow", "wing flow plate", "lift drag wing", "wing drag lift"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder: Path = tmp_path_factory.mktemp("index")
    with LexicalWriter(folder, "english") as writer:
        texts = [*COMMON, "ornithopter gear", *("fee " * n for n in range(1, 5))]
        writer.add(
            IndexedDocument(id=str(number), title="", text=text)
            for number, text in enumerate(texts)
        )
    return LexicalIndex(folder)


def test_a_query_of_common_words_is_grown_by_what_it_finds(index: LexicalIndex) -> None:
    weights = grown(index, "wing")

    assert weights.keys() > {"wing"}
    assert weights["wing"] == max(weights.values())


def test_a_query_with_a_rare_word_stays_as_it_is(index: LexicalIndex) -> None:
    assert grown(index, "ornithopter") == {"ornithopt": 1}


@pytest.mark.parametrize("query", ["", "  ", "?!"])
def test_a_query_without_words_stays_empty(index: LexicalIndex, query: str) -> None:
    assert grown(index, query) == {}


def test_rarity_goes_from_the_commonest_word_to_one_that_nobody_has(index: LexicalIndex) -> None:
    common, rare, unknown = (rarity(index, [term]) for term in ("wing", "gear", "moon"))

    assert 0 < common < RAREST_GROWN < rare < unknown == 1
