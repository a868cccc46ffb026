"""What is called by two names, and what only shares a noun with something else."""

import pytest

from two_chapters import kinds


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "His mare was called Juniper.", "His mare, Hazel, stood at the gate."),
        ("en", "The schooner was named the Albatross.", "The schooner's name was the Petrel."),
        ("en", "Her husband's name was Walter.", "Her husband, Ernest, came in from the yard."),
        ("en", "My aunt called the cat Smoke.", "The cat was called Ginger."),
        ("en", "The tavern by the ford was called the Old Oak.",
         "The tavern by the ford was called the Green Man."),
        ("en", "The housekeeper's name was Mrs Dobbs.", "Mrs Crane, the housekeeper, shut it."),
        ("en", "The axe was known as Widowmaker.", "The axe bore the name of Frostbite."),
        ("en", "My only son was christened Jonah.", "My only son, Gabriel, was late."),
        ("id", "Kuda itu bernama Gagak.", "Kuda itu dipanggil Bayu."),
        ("id", "Kucing kami dinamai Belang.", "Kucing kami, Putih, tidur di dapur."),
        ("id", "Suaminya bernama Darto.", "Suaminya dipanggil Karman."),
        ("id", "Nama desa di tepi danau itu adalah Sukasari.",
         "Desa di tepi danau itu bernama Margajaya sejak dulu kala."),
        ("id", "Sopir itu bernama Tarjo.", "Pak Wagiman, sopir itu, menyalakan mesin."),
        ("id", "Pedang itu disebut Naga Api.", "Pedang itu bernama Mata Angin."),
    ],
)  # fmt: skip
def test_a_second_name_is_found(language: str, first: str, second: str) -> None:
    assert "name" in kinds(language, first, second)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "His mare was called Juniper.", "His new mare was called Hazel."),
        ("en", "The village was called Tarn.", "The next village was called Ferrow."),
        ("en", "The boat was called the Tern.", "They had renamed the boat the Gannet."),
        ("en", "Her daughter was called Ida.", "Her daughter Clara was the younger one."),
        ("en", "My dog was called Rex.", "Her dog was called Bella."),
        ("id", "Kucing kami dinamai Belang.", "Kucing tetangga dinamai Putih."),
        ("id", "Desa itu bernama Sukasari.", "Desa di balik bukit bernama Margajaya."),
        ("id", "Anaknya bernama Tono.", "Anaknya yang kedua bernama Tini."),
    ],
)
def test_two_of_a_kind_may_have_two_names(language: str, first: str, second: str) -> None:
    assert "name" not in kinds(language, first, second)
