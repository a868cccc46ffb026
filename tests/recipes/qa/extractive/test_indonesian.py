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
        (
            "Pada tahun 1839, Louis Daguerre mempublikasikan temuan yang dihasilkan dari kamera.",
            "Kapan Louis Daguerre mempublikasikan temuan yang dihasilkan dari kamera?",
            "1839",
        ),
        (
            "Sukarno (6 Juni 1901 – 21 Juni 1970) adalah seorang tokoh yang memimpin Indonesia.",
            "Kapan Sukarno meninggal?",
            "21 Juni 1970",
        ),
        (
            "Pulau Bali memiliki luas 5.780 km² dan dihuni oleh orang Bali.",
            "Berapa luas Pulau Bali?",
            "5.780 km²",
        ),
        (
            "Sulawesi terdiri dari empat semenanjung yang panjang dan beberapa teluk.",
            "Sulawesi terdiri dari apa saja?",
            "empat semenanjung yang panjang dan beberapa teluk",
        ),
        (
            "Kota Bandung juga dikenal sebagai Kota Kembang karena keindahan yang ada.",
            "Kota Bandung dikenal sebagai apa?",
            "Kota Kembang",
        ),
        (
            "Angklung digunakan untuk mengiringi upacara yang diadakan oleh petani.",
            "Untuk apa Angklung digunakan?",
            "untuk mengiringi upacara yang diadakan oleh petani",
        ),
        (
            "Ibu kota Jepang adalah Tokyo yang terletak di pulau Honshu.",
            "Apa ibu kota Jepang?",
            "Tokyo",
        ),
        (
            "Suku Bugis berasal dari Sulawesi Selatan dan dikenal sebagai pelaut yang ulung.",
            "Dari mana Suku Bugis berasal?",
            "Sulawesi Selatan",
        ),
    ],
)
def test_an_indonesian_statement_becomes_its_question(
    sentence: str, question: str, answer: str
) -> None:
    pairs = pairs_of(sentence)

    assert {pair.question: pair.answer for pair in pairs}.get(question) == answer
    assert {pair.language for pair in pairs} == {"id"}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Chairil Anwar adalah seorang penyair dari Medan. Ia lahir di Medan pada tahun 1922.",
            "Di mana Chairil Anwar lahir?",
        ),
        (
            "Rovio adalah perusahaan permainan dari Finlandia. "
            "Perusahaan ini didirikan pada tahun 2003 oleh tiga orang.",
            "Kapan Rovio didirikan?",
        ),
    ],
)
def test_a_pointer_stands_for_the_one_name_before_it(text: str, question: str) -> None:
    assert question in {pair.question for pair in pairs_of(text)}


def test_a_pointer_between_two_names_is_not_asked() -> None:
    text = (
        "Rovio adalah perusahaan dari Finlandia. Nokia adalah perusahaan yang lebih tua. "
        "Perusahaan ini didirikan pada tahun 2003 oleh tiga orang."
    )

    assert not any(pair.question.startswith("Kapan") for pair in pairs_of(text))


def test_a_subject_that_points_elsewhere_is_not_asked() -> None:
    assert pairs_of("Kota ini didirikan pada tahun 1959 oleh Sultan yang kaya.") == []
