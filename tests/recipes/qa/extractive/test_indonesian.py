"""Indonesian sentences, and what is asked of them."""

from types import SimpleNamespace

import pytest

from groundsmith.corpus.sentences import RuleSplitter
from groundsmith.recipes.qa.content import Pair
from groundsmith.recipes.qa.extractive.writer import extract
from groundsmith.records import Chunk, ChunkKind


def pairs_of(text: str) -> list[Pair]:
    chunk = Chunk(
        id="doc#/1",
        document="doc",
        start=0,
        stop=len(text),
        overlap_chars=0,
        text=text,
        headings=(),
        kind=ChunkKind.PROSE,
    )
    return extract(chunk, RuleSplitter(), SimpleNamespace(questions_per_chunk=10))


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Borobudur adalah sebuah candi Buddha yang terletak di Magelang.",
            "Apakah yang dimaksud dengan Borobudur?",
            "sebuah candi Buddha yang terletak di Magelang",
        ),
        (
            "Chairil Anwar adalah seorang penyair terkemuka dari Medan.",
            "Siapakah Chairil Anwar?",
            "seorang penyair terkemuka dari Medan",
        ),
        (
            "Institut Teknologi Bandung didirikan pada tahun 1959 dan terkenal di Indonesia.",
            "Kapan Institut Teknologi Bandung didirikan?",
            "1959",
        ),
        (
            "Monumen Nasional terletak di Jakarta Pusat dan dibuka untuk umum.",
            "Di mana Monumen Nasional terletak?",
            "Jakarta Pusat",
        ),
        (
            "Persija Jakarta didirikan oleh Soeri pada masa itu di kota yang ramai.",
            "Oleh siapa Persija Jakarta didirikan?",
            "Soeri",
        ),
        (
            "Bali memiliki 9 kabupaten dan kota yang indah.",
            "Berapa kabupaten yang dimiliki Bali?",
            "9",
        ),
        (
            "Soekarno diasingkan ke Ende karena pidatonya dianggap berbahaya.",
            "Mengapa Soekarno diasingkan ke Ende?",
            "karena pidatonya dianggap berbahaya",
        ),
    ],
)
def test_an_indonesian_statement_becomes_its_question(
    sentence: str, question: str, answer: str
) -> None:
    pairs = pairs_of(sentence)

    assert {pair.question: pair.answer for pair in pairs}.get(question) == answer
    assert {pair.language for pair in pairs} == {"id"}


def test_a_subject_that_points_elsewhere_is_not_asked() -> None:
    assert pairs_of("Kota ini didirikan pada tahun 1959 oleh Sultan yang kaya.") == []
