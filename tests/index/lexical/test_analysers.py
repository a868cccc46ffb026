from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.errors import RequestError
from groundsmith.index.lexical.analysers import analyser, chosen_for, names

TEXTS = {
    "english": "The fee of the hostel is due in May, and it is paid at the office of the campus.",
    "indonesian": "Biaya asrama yang harus dibayar pada bulan Mei adalah untuk semua mahasiswa.",
    "german": "Die Gebühr für das Wohnheim ist im Mai fällig und wird in der Verwaltung bezahlt.",
    "french": "Les frais de la résidence sont à payer en mai dans les bureaux de la faculté.",
    "spanish": "La tarifa de la residencia se paga en mayo en las oficinas de la facultad.",
    "russian": "Плата за общежитие вносится в мае, и это делается в кассе на первом этаже.",
    "code": "def read(path):\n    with open(path) as file:\n        return file.read()\n",
    "mixed": "Hostel Fee 2024 Campus Office",
}


@pytest.mark.parametrize(("name", "text"), TEXTS.items(), ids=TEXTS)
def test_the_analyser_follows_the_texts(name: str, text: str) -> None:
    assert chosen_for([text] * 3).name == name


def test_without_texts_the_analyser_is_the_mixed_one() -> None:
    assert chosen_for([]).name == "mixed"


def test_an_unknown_analyser_is_refused_with_those_there_are() -> None:
    with pytest.raises(RequestError, match="'klingon'; there are mixed, code,"):
        analyser("klingon")


def test_a_language_has_its_own_stems() -> None:
    assert analyser("german").terms("Häuser") == analyser("german").terms("Haus")
    assert analyser("english").terms("Häuser") != analyser("english").terms("Haus")


def test_an_identifier_is_found_by_its_parts_and_as_a_whole() -> None:
    assert analyser("code").terms("readAllLines HTTP_server2") == [
        *("read", "all", "line", "readalllines"),
        *("http", "server", "2", "httpserver2"),
    ]


def test_code_keeps_the_words_that_prose_leaves_out() -> None:
    assert analyser("code").terms("if not in") == ["if", "not", "in"]
    assert analyser("english").terms("if wings not in") == ["wing"]


@pytest.mark.parametrize("name", names())
def test_names_tell_analysers_apart(name: str) -> None:
    assert analyser(name).identity.startswith(f"{name}@")


@given(st.text(alphabet=st.characters(), max_size=80), st.sampled_from(names()))
def test_counts_are_those_of_the_terms(text: str, name: str) -> None:
    assert Counter(analyser(name).terms(text)) == analyser(name).counts(text)


@given(st.text(alphabet=st.characters(), max_size=80), st.sampled_from(["english", "code"]))
def test_spans_lie_in_the_text_and_in_order(text: str, name: str) -> None:
    stop = 0
    for span, _ in analyser(name).spans(text):
        assert stop <= span.start < span.stop <= len(text)
        stop = span.stop
