"""Who does what in a sentence, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundsmith.recipes.story.bible.story import Story
from groundsmith.recipes.story.grammar.clauses import Clause
from groundsmith.recipes.story.manuscript import manuscript

CAST = (
    "Mara Hale walked to the harbour with Tom Reed. “Good morning,” said Mara. Tom looked at her. "
    "He closed his book. Mara nodded. “Yes,” she said, and Tom saw that she was tired.\n\n"
)
PELAKU = (
    "Hari itu Sari pulang ke rumah bersama Budi. “Bapak sudah makan?” tanya Sari. "
    "Budi menggeleng. Kemudian Budi duduk.\n\n"
)


def clauses(sentence: str, before: str = CAST) -> list[Clause]:
    """The clauses of a sentence behind an opening with two people."""
    story = Story(manuscript([("1.md", before + sentence)]))
    return list(story.lines[-1].clauses)


def acts(sentence: str, before: str = CAST) -> list[tuple[str | None, str]]:
    """Subject and verb of each clause of a sentence."""
    return [(one.subject, one.verb) for one in clauses(sentence, before)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tom rose, took his hat and left.", [("Tom", "rise"), ("Tom", "take"), ("Tom", "leave")]),
        ("She opened the door.", [("Mara", "open")]),
        ("Tom, the old ferryman, coughed.", [("Tom", "cough")]),
        ("Tom, who had slept badly, got up.", [("Tom", "sleep"), ("Tom", "get")]),
        ("When Mara came in, Tom laughed.", [("Mara", "come"), ("Tom", "laugh")]),
        ("The door that Tom had painted fell shut.", [("Tom", "paint"), (None, "fall")]),
        ("Mara told Tom to wait.", [("Mara", "tell"), ("Tom", "wait")]),
        ("Mara saw Tom leave.", [("Mara", "see"), ("Tom", "leave")]),
        ("Mara began to swim.", [("Mara", "begin"), ("Mara", "swim")]),
        ("At noon the church burned.", [(None, "burn")]),
        ("Tom's brother sang.", [("brother:Tom", "sing")]),
        ("The doctor came at dusk.", [("(doctor)", "come")]),
        ("Taking his coat, Tom went out.", [("Tom", "take"), ("Tom", "go")]),
        ("I had lost my shoes.", [("(narrator)", "lose")]),
    ],
)
def test_the_subject_of_an_english_verb_is_found(
    sentence: str, expected: list[tuple[str | None, str]]
) -> None:
    assert acts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Budi bangun, mengambil topinya, lalu pergi.",
         [("Budi", "bangun"), ("Budi", "ambil"), ("Budi", "pergi")]),
        ("Ia membuka pintu.", [("Budi", "buka")]),
        ("Surat itu dibaca Sari.", [("Sari", "baca")]),
        ("Surat itu dibuka oleh Sari.", [("Sari", "buka")]),
        ("Diambilnya pisau itu.", [("Budi", "ambil")]),
        ("Kubuka pintu itu.", [("(narrator)", "buka")]),
        ("Ketika Sari datang, Budi tertawa.", [("Sari", "datang"), ("Budi", "tertawa")]),
        ("Rumah Sari terbakar.", [(None, "bakar")]),
        ("Di rumah Budi tidur.", [("Budi", "tidur")]),
        ("Sari seorang bidan.", [("Sari", "be")]),
        ("Matanya hitam.", [(None, "be")]),
        ("Sang nakhoda berteriak.", [("(nakhoda)", "teriak")]),
    ],
)  # fmt: skip
def test_the_subject_of_an_indonesian_verb_is_found(
    sentence: str, expected: list[tuple[str | None, str]]
) -> None:
    assert acts(sentence, PELAKU) == expected


def test_what_is_done_and_where_and_when_stands_apart() -> None:
    (clause,) = clauses("On Monday Tom sold the grey mare in Lisbon.")

    assert clause.object == "the grey mare"
    assert clause.places == ("Lisbon",)
    assert clause.times == ("Monday",)


@pytest.mark.parametrize(
    "sentence",
    ["Tom did not wait.", "Tom never swam.", "Tom couldn't swim.", "Tom had no watch."],
)
def test_a_negation_is_told_from_its_contrary(sentence: str) -> None:
    assert clauses(sentence)[0].is_negated
    assert not clauses("Tom waited.")[0].is_negated


def test_a_passive_without_a_doer_says_so() -> None:
    (clause,) = clauses("Tom was arrested.")

    assert (clause.subject, clause.verb, clause.is_passive) == ("Tom", "arrest", True)


def test_a_thing_of_somebodys_has_an_owner() -> None:
    (clause,) = clauses("Her eyes were grey.")
    (klausa,) = clauses("Mata Sari hitam.", PELAKU)

    assert (clause.noun, clause.owner, clause.object) == ("eyes", "Mara", "grey")
    assert (klausa.noun, klausa.owner, klausa.object) == ("mata", "Sari", "hitam")


@given(st.text(max_size=300))
def test_no_sentence_is_too_strange_to_be_parsed(text: str) -> None:
    for line in Story(manuscript([("1.md", CAST + text)])).lines:
        for clause in line.clauses:
            assert 0 <= clause.start <= clause.stop <= len(line.sentence.told)


ALONE = "\n\n# Two\n\nThe wind came and went. "
SENDIRI = "\n\n# Dua\n\nAngin datang dan pergi. "


def alone(sentence: str, before: str, opening: str) -> list[tuple[str | None, str]]:
    """The acts of a sentence of a chapter that has named nobody yet."""
    chapters = [("1.md", before), ("2.md", opening + sentence)]
    line = Story(manuscript(chapters)).lines[-1]
    return [(one.subject, one.verb) for one in line.clauses]


@pytest.mark.parametrize(
    ("sentence", "who", "verb"),
    [
        ("He laughed at that, did Tom.", "Tom", "laugh"),
        ("A week later she wondered at it, and Mara asked nobody.", "Mara", "wonder"),
        ("The porter sent Mara home because she was ill.", "Mara", "be"),
        ("Mara, worn and twice cheated, was hanging out the washing.", "Mara", "hang"),
        ("Her husband wept, and Mara held her tongue.", "husband:Mara", "weep"),
        ("Dr. Hale washed the spoons.", "Mara", "wash"),
        ("The travellers, Mara and Tom, had slept badly.", "Mara", "sleep"),
        ("The old smuggler sneezed.", "(smuggler)", "sneeze"),
        ("The smith's boy sneezed.", "(smith's boy)", "sneeze"),
    ],
)
def test_who_is_meant_is_found_in_an_english_sentence_that_stands_alone(
    sentence: str, who: str, verb: str
) -> None:
    assert (who, verb) in alone(sentence, CAST, ALONE)


@pytest.mark.parametrize(
    ("sentence", "who", "verb"),
    [
        ("Dua kali Budi membaca surat itu.", "Budi", "baca"),
        ("Malam itu Sari berangkat.", "Sari", "berangkat"),
        ("Pada tahun 1928 Budi merantau.", "Budi", "rantau"),
        ("Sehabis magrib Sari menumbuk padi.", "Sari", "tumbuk"),
        ("Baru seminggu Budi bekerja di situ.", "Budi", "kerja"),
        ("Tiga tahun penuh nelayan tua itu menunggu.", "(nelayan)", "tunggu"),
    ],
)
def test_what_says_when_is_no_part_of_an_indonesian_subject(
    sentence: str, who: str, verb: str
) -> None:
    assert (who, verb) in alone(sentence, PELAKU, SENDIRI)


@pytest.mark.parametrize(
    ("sentence", "owned"),
    [
        ("The rain ran off Tom's head and into his collar.", {("Tom", "head"), ("Tom", "collar")}),
        ("Tom's watch slipped between the planks.", {("Tom", "watch")}),
        ("His last match went out, and Tom swore.", {("Tom", "match")}),
    ],
)
def test_whose_a_thing_is_is_found_before_and_behind_a_name(
    sentence: str, owned: set[tuple[str, str]]
) -> None:
    line = Story(manuscript([("1.md", CAST), ("2.md", ALONE + sentence)])).lines[-1]

    assert {(one.key, one.noun) for one in line.owned} == owned
