"""The kinds that are asked for are those the passage can bear."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from groundsmith.recipes.qa.asking.kinds import kinds_of
from groundsmith.recipes.qa.content import Kind
from groundsmith.records import Chunk, ChunkKind

MakeChunk = Callable[..., Chunk]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Photosynthesis is a process in plants.", "en", Kind.DEFINITION),
        ("The Foreigners Regional Registration Office (FRRO) decides.", "en", Kind.DEFINITION),
        ("Classes were cancelled because of the storm.", "en", Kind.EXPLANATORY),
        ("A bus is cheaper than a taxi.", "en", Kind.COMPARATIVE),
        ("1. Fill in the form.\n2. Pay the fee.", "en", Kind.PROCEDURAL),
        ("Bring a passport, a photograph and a pen.", "en", Kind.LIST),
        ("Bawa:\n- paspor\n- foto", "id", Kind.LIST),
        ("The fee is 80 euros.", "en", Kind.QUANTITATIVE),
        ("Half of them stay.", "en", Kind.QUANTITATIVE),
        ("It opened on 3 May 1990.", "en", Kind.TEMPORAL),
        ("Offen: 10:00", "und", Kind.TEMPORAL),
        ("Am 3.5.1990", "und", Kind.TEMPORAL),
        ("Ribuan orang, tepatnya dua ribu.", "id", Kind.QUANTITATIVE),
        ("Fotosintesis adalah proses tumbuhan.", "id", Kind.DEFINITION),
        ("Kelas dibatalkan karena badai.", "id", Kind.EXPLANATORY),
        ("Bus lebih murah daripada taksi.", "id", Kind.COMPARATIVE),
    ],
)
def test_a_sign_offers_its_kind(chunk: MakeChunk, text: str, language: str, kind: Kind) -> None:
    assert kind in kinds_of(chunk(text), language)


def test_a_passage_without_signs_is_asked_for_facts_alone(chunk: MakeChunk) -> None:
    assert kinds_of(chunk("Bergen lies on the coast of Norway."), "en") == (Kind.FACTUAL,)


def test_a_table_can_be_compared_and_listed_in_any_language(chunk: MakeChunk) -> None:
    table = replace(chunk("| Zimmer | Plätze |"), kind=ChunkKind.TABLE)

    assert {Kind.LIST, Kind.COMPARATIVE} <= set(kinds_of(table, "und"))


def test_a_language_without_words_is_offered_every_kind_that_words_tell(chunk: MakeChunk) -> None:
    kinds = kinds_of(chunk("図書館は設立されました。"), "und")

    assert {Kind.DEFINITION, Kind.EXPLANATORY, Kind.COMPARATIVE, Kind.PROCEDURAL} <= set(kinds)
    assert Kind.QUANTITATIVE not in kinds
