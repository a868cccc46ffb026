"""The embedder that remembers: no text is embedded twice."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from groundsmith.app.collections.remembering import Remembering
from groundsmith.store.database import Database


class Counting:
    """Counts what it embeds; the seam Embedder."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.extend(texts)
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)


def test_a_text_is_embedded_once_whoever_asks_again(database: Database) -> None:
    embedder = Counting()
    first = Remembering("one", embedder, database).embed(["temple", "tank", "temple"])

    again = Remembering("one", embedder, database).embed(["tank", "gate"])

    assert embedder.asked == ["temple", "tank", "gate"]
    assert first.tolist() == [[6, 1], [4, 1], [6, 1]]
    assert again.tolist() == [[4, 1], [4, 1]]


def test_another_embedder_has_vectors_of_its_own(database: Database) -> None:
    embedder = Counting()
    Remembering("one", embedder, database).embed(["temple"])

    Remembering("two", embedder, database).embed(["temple"])

    assert embedder.asked == ["temple", "temple"]
